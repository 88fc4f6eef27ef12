/** The desk's requests over real sockets, with a real store. */
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { play } from "../../bot/scripts/play.js";
import { ScriptNames } from "../../bot/scripts/naming.js";
import { readScripts } from "../../bot/scripts/read.js";
import { openSqliteStore } from "../../bot/store/sqlite.js";
import { addAccount, DeskClient } from "./desk-client.js";
import {
  Client,
  json,
  knowledge,
  type Running,
  startServer,
} from "./server.js";

let running: Running;
let agent: DeskClient;
let chief: DeskClient;
beforeAll(async () => {
  running = await startServer(undefined, { desk: true });
  await addAccount(running, "zuoxi1", "agent");
  await addAccount(running, "zhuguan", "supervisor");
  agent = await DeskClient.signedIn(running, "zuoxi1");
  chief = await DeskClient.signedIn(running, "zhuguan");
});
afterAll(() => running.remove());

const ON = "2022-10-08";

interface Settled {
  id: string;
  said: string[];
  answer: { status: string; figures: { value: string }[] };
}
const settle = async (...said: string[]): Promise<Settled> =>
  json(await agent.call("POST", "/answers", { said, on: ON }));

interface Listed {
  cases: {
    conversation: string;
    message: string;
    text: string;
    state: string;
    owner: string;
    reason: string;
    remark: string | null;
    complaint: string | null;
  }[];
}
const listed = async (): Promise<Listed["cases"]> =>
  (await json<Listed>(await chief.call("GET", "/cases"))).cases;

test.each([
  ["{", 400],
  ["[]", 400],
  [{}, 400],
  [{ said: [], on: ON }, 400],
  [{ said: [1], on: ON }, 400],
  [{ said: ["报"], on: "昨天" }, 400],
  [{ said: ["报"], on: ON, more: 1 }, 400],
  [{ said: Array(21).fill("报"), on: ON }, 400],
  [{ said: ["报".repeat(100_000)], on: ON }, 413],
])("the request %j is refused with %i", async (body, status) => {
  expect((await agent.call("POST", "/answers", body)).status).toBe(status);
});

test("what does not exist is said not to exist", async () => {
  for (const [client, method, path, body] of [
    [agent, "GET", "/answers/000000000000", undefined],
    [agent, "POST", "/answers/000000000000/marks", { remark: "不对" }],
    [agent, "GET", "/none", undefined],
    [chief, "GET", "/conversations/none", undefined],
    [chief, "POST", "/export", { conversations: ["none"] }],
    [
      chief,
      "PATCH",
      "/cases",
      {
        turns: [{ conversation: "a", message: "b" }],
        state: "已解决",
        owner: "",
        reason: "",
      },
    ],
  ] as const)
    expect((await client.call(method, path, body)).status, path).toBe(404);
});

test("an answer is found again by its number, for a colleague, without personal numbers", async () => {
  const made = await settle(
    "我身份证140105199001011234，太原低保户2023年要交多少钱",
    "那重度残疾呢",
  );
  expect(made.answer.figures[0]?.value).toBe("0.00");
  expect(JSON.stringify(made)).not.toContain("140105199001011234");
  const again = await chief.call("GET", `/answers/${made.id}`);
  expect(await again.json()).toEqual(made);
});

test("a marked answer reaches the supervisors with the remark as it was written", async () => {
  const made = await settle("太原低保户2023年要交多少钱");
  const remark = '<script>alert("x")</script> 打13912345678';
  const path = `/answers/${made.id}/marks`;
  expect((await agent.call("POST", path, { remark })).status).toBe(204);
  expect((await agent.call("POST", path, { remark: "" })).status).toBe(400);
  const found = (await listed()).find(({ conversation }) =>
    conversation.endsWith(made.id),
  );
  expect(found?.remark).toContain('<script>alert("x")</script>');
  expect(found?.remark).not.toContain("13912345678");
  expect(found?.state).toBe("新");
});

test("a marked answer outlives the time after which others are deleted, until it is decided", async () => {
  const made = await settle("太原低保户2023年要交多少钱");
  const other = await settle("太原低保户2023年要交多少钱");
  await agent.call("POST", `/answers/${made.id}/marks`, { remark: "请核" });
  const store = openSqliteStore(join(running.data, "mingbai.db"));
  const kept = async (id: string): Promise<boolean> =>
    (await store.turns(`desk:${id}`)).length > 0;
  await store.removeOlderThan("2030-01-01");
  expect([await kept(made.id), await kept(other.id)]).toEqual([true, false]);
  const decided = await chief.call("PATCH", "/cases", {
    turns: [{ conversation: `desk:${made.id}`, message: `${made.id}-1` }],
    state: "已解决",
    owner: "zhuguan",
    reason: "口径一致",
  });
  expect(decided.status).toBe(204);
  await store.removeOlderThan("2030-01-01");
  expect(await kept(made.id)).toBe(false);
  await store.close();
});

test("questions without an answer and answers of no help are listed, decided and exported as scripts", async () => {
  const citizen = await Client.begin(running);
  await citizen.post("太原低保户2023年要交多少钱", "q1");
  await citizen.post("新疆居民医保交多少", "q2");
  const { activities } = await citizen.read();
  const reply = activities.find(({ text }) => text.includes("70元"));
  await citizen.call("POST", `${citizen.path}/activities`, {
    type: "event",
    name: "feedback",
    from: { id: "u" },
    value: { subject: reply?.id, helpful: false, reason: "看不懂" },
  });
  const cases = (await listed()).filter(
    ({ conversation }) => conversation === citizen.ticket.conversationId,
  );
  expect(cases.map(({ text, complaint }) => [text, complaint])).toEqual([
    ["新疆居民医保交多少", null],
    ["太原低保户2023年要交多少钱", "看不懂"],
  ]);
  const decision = { state: "处理中", owner: "zhuguan", reason: "等文件" };
  const turns = cases.map(({ conversation, message }) => ({
    conversation,
    message,
  }));
  await chief.call("PATCH", "/cases", { turns, ...decision });
  expect(
    (await listed()).find(({ message }) => message === turns[0]?.message),
  ).toMatchObject(decision);
  const around = await chief.call(
    "GET",
    `/conversations/${citizen.ticket.conversationId}`,
  );
  expect((await json<{ turns: object[] }>(around)).turns).toHaveLength(2);

  const { id } = await settle("太原低保户2023年要交多少钱");
  const exported = await chief.call("POST", "/export", {
    conversations: [citizen.ticket.conversationId, `desk:${id}`],
  });
  const names = new ScriptNames(knowledge);
  const read = readScripts(await exported.text(), "export", names);
  if (read.kind === "faults") throw new Error(JSON.stringify(read));
  expect(read.scripts).toHaveLength(2);
  for (const script of read.scripts)
    expect(play(script, { knowledge, names, today: ON })).toHaveLength(
      script.turns.length,
    );
});

test("the notices that run out are told with their day", async () => {
  const { ending, until } = await json<{
    until: string;
    ending: { notice: string; to: string }[];
  }>(await chief.call("GET", "/ending"));
  for (const { notice, to } of ending) {
    expect(knowledge.notices.has(notice)).toBe(true);
    expect(to <= until).toBe(true);
  }
});

test("the page allows nothing inline and nothing from elsewhere, and is small", async () => {
  const reply = await fetch(`${running.url}/desk`);
  const policy = reply.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain("unsafe");
  const page = await reply.text();
  expect(page).not.toMatch(/<script>|<style|style=| on\w+=/);
  const files = [...page.matchAll(/\/assets\/[\w.-]+/g)].map(([path]) => path);
  expect(files).toHaveLength(2);
  let bytes = 0;
  for (const path of files) {
    const file = await fetch(running.url + path, {
      headers: { "accept-encoding": "gzip" },
    });
    bytes += Number.parseInt(file.headers.get("content-length") ?? "0", 10);
  }
  expect(bytes).toBeGreaterThan(5_000);
  expect(bytes).toBeLessThan(40_000);
});
