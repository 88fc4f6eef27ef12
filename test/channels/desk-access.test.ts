/** Who gets in at the desk, and how far. */
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSqliteDeskStore } from "../../bot/store/sqlite-desk.js";
import { addAccount, DeskClient, PASSWORD } from "./desk-client.js";
import { json, type Running, startServer } from "./server.js";

let running: Running;
let agent: DeskClient;
let chief: DeskClient;
beforeAll(async () => {
  running = await startServer(undefined, { desk: true });
  await addAccount(running, "zuoxi1", "agent");
  await addAccount(running, "zuoxi2", "agent");
  await addAccount(running, "zhuguan", "supervisor");
  agent = await DeskClient.signedIn(running, "zuoxi1");
  chief = await DeskClient.signedIn(running, "zhuguan");
});
afterAll(() => running.remove());

const ON = "2022-10-08";

test("without being turned on the desk is not there", async () => {
  const off = await startServer();
  for (const path of ["/desk", "/desk/", "/desk/api/session"])
    expect((await fetch(off.url + path)).status).toBe(404);
  await off.remove();
});

test("the cookie is out of reach of scripts and other sites, and kept to TLS where there is TLS", async () => {
  const reply = await new DeskClient(running).signIn("zuoxi1");
  const cookie = reply.headers.get("set-cookie") ?? "";
  for (const part of ["HttpOnly", "SameSite=Lax", "Path=/desk"])
    expect(cookie).toContain(part);
  expect(cookie).not.toContain("Secure");
  const behindTls = await new DeskClient(running).call(
    "POST",
    "/session",
    { account: "zuoxi1", password: PASSWORD },
    { "x-forwarded-proto": "https" },
  );
  expect(behindTls.headers.get("set-cookie")).toContain("Secure");
});

test("callers are told apart behind a proxy that is named, and only there", async () => {
  const statuses = async (proxies: string[]): Promise<Set<number>> => {
    const server = await startServer(undefined, { desk: true, proxies });
    const replies = await Promise.all(
      Array.from({ length: 70 }, (_, at) =>
        new DeskClient(server).call(
          "POST",
          "/session",
          { account: `nobody${String(at)}` },
          { "x-forwarded-for": `203.0.113.${String(at)}` },
        ),
      ),
    );
    await server.remove();
    return new Set(replies.map(({ status }) => status));
  };
  expect(await statuses(["127.0.0.1"])).toEqual(new Set([400]));
  expect(await statuses([])).toEqual(new Set([400, 429]));
  expect(await statuses(["203.0.113.1"])).toEqual(new Set([400, 429]));
});

test("without a session nothing is given", async () => {
  const nobody = new DeskClient(running);
  for (const [method, path] of [
    ["GET", "/session"],
    ["DELETE", "/session"],
    ["GET", "/answers/abc"],
    ["POST", "/answers"],
    ["POST", "/answers/abc/marks"],
    ["GET", "/cases"],
    ["PATCH", "/cases"],
    ["GET", "/conversations/abc"],
    ["POST", "/export"],
    ["GET", "/ending"],
    ["GET", "/audit"],
  ] as const)
    expect((await nobody.call(method, path)).status, path).toBe(401);
  nobody.cookie = "mingbai_desk=made-up";
  expect((await nobody.call("GET", "/session")).status).toBe(401);
});

test("a flood of wrong passwords locks the account for a while, known or not, also for the right one", async () => {
  const refused = async (name: string): Promise<number[]> => {
    const tries = Array.from({ length: 12 }, () =>
      new DeskClient(running).signIn(name, "不对的密码"),
    );
    return (await Promise.all(tries)).map(({ status }) => status).sort();
  };
  const expected = [...Array(5).fill(401), ...Array(7).fill(429)];
  expect(await refused("zuoxi2")).toEqual(expected);
  expect(await refused("meiyou")).toEqual(expected);
  const client = new DeskClient(running);
  const locked = await client.signIn("zuoxi2");
  expect(locked.status).toBe(429);
  expect(locked.headers.get("retry-after")).toBe("900");
  running.clock.now = new Date(running.clock.now.getTime() + 16 * 60_000);
  expect((await client.signIn("zuoxi2")).status).toBe(200);
});

test("a session that ended, on this side or by time, is of no use", async () => {
  const before = running.clock.now;
  const client = await DeskClient.signedIn(running, "zuoxi1");
  const stolen = Object.assign(new DeskClient(running), client);
  expect((await client.call("DELETE", "/session")).status).toBe(204);
  expect((await stolen.call("GET", "/session")).status).toBe(401);
  const idle = await DeskClient.signedIn(running, "zuoxi1");
  running.clock.now = new Date(before.getTime() + 3 * 60 * 60_000);
  expect((await idle.call("GET", "/session")).status).toBe(401);
  running.clock.now = before;
});

test("changes need the session's token and come from the desk's own page", async () => {
  const body = { said: ["太原低保户2023年要交多少钱"], on: ON };
  const post = (headers: Record<string, string>): Promise<Response> =>
    agent.call("POST", "/answers", body, headers);
  expect((await post({ "x-csrf-token": "" })).status).toBe(403);
  expect((await post({ "x-csrf-token": chief.csrf })).status).toBe(403);
  expect((await post({ origin: "https://example.org" })).status).toBe(403);
  expect((await post({ origin: "null" })).status).toBe(403);
  expect((await post({ "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await post({ origin: running.url })).status).toBe(200);
  const foreign = await new DeskClient(running).call(
    "POST",
    "/session",
    { account: "zuoxi1", password: PASSWORD },
    { origin: "https://example.org" },
  );
  expect(foreign.status).toBe(403);
  expect(foreign.headers.get("set-cookie")).toBeNull();
});

test("an agent sees nothing of the supervisors' pages", async () => {
  for (const [method, path] of [
    ["GET", "/cases"],
    ["PATCH", "/cases"],
    ["GET", "/conversations/abc"],
    ["POST", "/export"],
    ["GET", "/ending"],
    ["GET", "/audit"],
  ] as const) {
    const reply = await agent.call(method, path);
    expect(reply.status, path).toBe(403);
    expect(Object.keys(await json<object>(reply))).toEqual(["error"]);
  }
});

test("signing in, failing to and exporting leave a line each, without what was typed", async () => {
  const wrong = new DeskClient(running);
  await wrong.signIn("zhuguan", "打错的密码");
  await wrong.signIn("把密码打在了这里");
  const said = ["太原低保户2023年要交多少钱"];
  const { id } = await json<{ id: string }>(
    await agent.call("POST", "/answers", { said, on: ON }),
  );
  await chief.call("POST", "/export", { conversations: [`desk:${id}`] });
  const { lines } = await json<{
    lines: { account: string; action: string }[];
  }>(await chief.call("GET", "/audit"));
  const told = lines.map(({ account, action }) => `${account} ${action}`);
  for (const line of ["zuoxi1 登录", "zhuguan 登录失败", "zhuguan 导出"])
    expect(told).toContain(line);
  expect(JSON.stringify(lines)).not.toContain("把密码打在了这里");
  expect(JSON.stringify(lines)).not.toContain("打错的密码");
});

test("a removed account is out at once", async () => {
  await addAccount(running, "linshi", "supervisor");
  const client = await DeskClient.signedIn(running, "linshi");
  const store = openSqliteDeskStore(join(running.data, "mingbai.db"));
  await store.removeAccount("linshi");
  await store.close();
  expect((await client.call("GET", "/cases")).status).toBe(401);
});
