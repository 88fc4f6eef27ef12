import { afterAll, beforeAll, expect, test } from "vitest";
import {
  Client,
  json,
  type Running,
  startServer,
  Stream,
  type Ticket,
} from "./server.js";

const QUESTION = "太原低保户2023年要交多少钱";

let running: Running;
beforeAll(async () => {
  running = await startServer();
});
afterAll(() => running.remove());

test("a conversation begins with the greeting and questions to tap", async () => {
  const client = await Client.begin(running);
  const { activities, watermark } = await client.read();
  expect(activities).toHaveLength(1);
  expect(activities[0]?.from.role).toBe("bot");
  expect(activities[0]?.suggestedActions?.actions).toHaveLength(6);
  expect(watermark).toBe("1");
});

test("each question of the greeting is answered", async () => {
  const client = await Client.begin(running);
  const [welcome] = (await client.read()).activities;
  for (const { value } of welcome?.suggestedActions?.actions ?? []) {
    const own = await Client.begin(running);
    expect((await own.post(value)).status).toBe(200);
    const answer = (await own.read()).activities.at(-1);
    expect([value, answer?.channelData?.answer?.status]).toEqual([
      value,
      "answered",
    ]);
  }
});

test("a message is echoed with its posted id and then answered", async () => {
  const client = await Client.begin(running);
  const posted = await client.post(QUESTION, "c-1");
  const { id } = await json<{ id: string }>(posted);
  const { activities } = await client.read("1");
  const [echo, answer] = activities;
  expect(activities).toHaveLength(2);
  expect(echo).toMatchObject({
    id,
    text: QUESTION,
    from: { role: "user" },
    channelData: { clientActivityID: "c-1" },
  });
  expect(answer).toMatchObject({ replyToId: id, from: { role: "bot" } });
  expect(answer?.channelData?.answer?.figures[0]).toMatchObject({
    key: "contribution.net",
    value: "70.00",
  });
  expect(answer?.timestamp.localeCompare(echo?.timestamp ?? "")).toBe(1);
});

test("a message sent again is answered once, with the same id", async () => {
  const client = await Client.begin(running);
  const replies = await Promise.all(
    Array.from({ length: 5 }, () => client.post(QUESTION, "same")),
  );
  const ids = await Promise.all(
    replies.map(async (reply) => (await json<{ id: string }>(reply)).id),
  );
  expect(new Set(ids).size).toBe(1);
  expect((await client.read()).activities).toHaveLength(3);
});

test("messages at once are all answered, in one order for everybody", async () => {
  const client = await Client.begin(running);
  await Promise.all(
    Array.from({ length: 20 }, (_, at) => client.post(QUESTION, `n-${at}`)),
  );
  const { activities } = await client.read();
  expect(activities).toHaveLength(41);
  expect(new Set(activities.map(({ id }) => id)).size).toBe(41);
});

test("a button of an old card counts as its words, whatever was asked since", async () => {
  const client = await Client.begin(running);
  await client.post("重庆报多少");
  const choices = (await client.read()).activities
    .at(-1)
    ?.suggestedActions?.actions.map(({ value }) => value);
  const old = choices?.find((words) => words.includes("大病")) ?? "";
  await client.post(QUESTION);
  await client.post("那重度残疾呢");
  await client.post(old, "tapped");
  await client.post(old, "tapped");
  const { activities } = await client.read();
  expect(activities).toHaveLength(9);
  const answer = activities.at(-1)?.channelData?.answer;
  expect(answer?.figures.map(({ key }) => key)).toContain(
    "catastrophic.deductible",
  );
});

test("a stream sends what was and what comes, each once", async () => {
  const client = await Client.begin(running);
  await client.post(QUESTION);
  const stream = await Stream.open(client.ticket.streamUrl);
  await stream.until(3);
  stream.socket.send("");
  await client.post("那重度残疾呢");
  const activities = await stream.until(5);
  expect(activities).toEqual((await client.read()).activities);
  stream.socket.close();
});

test("a stream resumes after a watermark", async () => {
  const client = await Client.begin(running);
  await client.post(QUESTION);
  const path = `${client.path}?watermark=2`;
  const { streamUrl } = await json<Ticket>(await client.call("GET", path));
  const stream = await Stream.open(streamUrl);
  const activities = await stream.until(1);
  expect(activities[0]?.from.role).toBe("bot");
  expect(stream.pages[0]?.watermark).toBe("3");
  stream.socket.close();
});

test("a conversation survives a restart, and its token too", async () => {
  const first = await startServer();
  const client = await Client.begin(first);
  await client.post(QUESTION);
  const before = await client.read();
  await first.stop();
  const second = await startServer(first);
  expect(await client.read()).toEqual(before);
  await client.post("那重度残疾呢");
  const answer = (await client.read()).activities.at(-1)?.channelData?.answer;
  expect(answer?.figures[0]?.value).toBe("0.00");
  await second.remove();
});

test("an expired token is refused, refreshed for a week, and then no more", async () => {
  const own = await startServer();
  const client = await Client.begin(own);
  const at = own.clock.now.getTime();
  const later = (seconds: number): Date => new Date(at + seconds * 1000);
  own.clock.now = later(client.ticket.expires_in + 1);
  expect((await client.post(QUESTION)).status).toBe(403);
  const fresh = await client.call("POST", "/tokens/refresh");
  expect(fresh.status).toBe(200);
  const { token } = await json<Ticket>(fresh);
  const path = `${client.path}/activities`;
  expect((await client.call("GET", path, undefined, token)).status).toBe(200);
  own.clock.now = later(client.ticket.expires_in * 2 + 1);
  expect((await client.call("POST", "/tokens/refresh")).status).toBe(403);
  await own.remove();
});

test("forged and foreign tokens open nothing", async () => {
  const [mine, other] = await Promise.all([
    Client.begin(running),
    Client.begin(running),
  ]);
  const path = `${other.path}/activities`;
  const foreign = mine.ticket.token;
  const [head, body, signature] = foreign.split(".");
  const claims = Buffer.from(
    JSON.stringify({
      conv: other.ticket.conversationId,
      user: "x",
      exp: 9999999999,
    }),
  ).toString("base64url");
  const message = { type: "message", text: QUESTION };
  for (const [token, status] of [
    [foreign, 403],
    [`${head}.${claims}.${signature}`, 401],
    [`${head}.${body}.${"A".repeat(43)}`, 401],
    ["not-a-token", 401],
    ["", 401],
  ] as const) {
    expect((await mine.call("GET", path, undefined, token)).status).toBe(
      status,
    );
    expect((await mine.call("POST", path, message, token)).status).toBe(status);
  }
  expect((await other.read()).activities).toHaveLength(1);
  const stolen = other.ticket.streamUrl.replace(/t=.*/, `t=${foreign}`);
  await expect(Stream.open(stolen)).rejects.toThrow("403");
});

test("personal numbers are neither echoed nor kept", async () => {
  const client = await Client.begin(running);
  await client.post("我身份证110101199003074514，电话13812345678");
  const text = JSON.stringify(await client.read());
  expect(text).not.toContain("110101199003074514");
  expect(text).not.toContain("13812345678");
});

test("what is typed stays text, however long", async () => {
  const client = await Client.begin(running);
  for (const text of [
    "<img src=x onerror=alert(1)>![图](https://example.org/a.png)",
    "报".repeat(20_000),
    "",
    "\u0000\u001b[2J",
  ]) {
    expect((await client.post(text)).status).toBe(200);
    const answer = (await client.read()).activities.at(-1);
    expect(answer?.channelData?.answer?.status).toBe("out_of_scope");
    expect(answer?.text).not.toContain("<img");
  }
});

test.each([
  ["text", 400],
  [{}, 400],
  [{ type: 1 }, 400],
  [{ type: "message", text: 5 }, 400],
  [{ type: "message", text: "报".repeat(200_000) }, 413],
  [{ type: "typing" }, 200],
  [{ type: "event", name: "feedback", value: { helpful: 1 } }, 400],
])("the posted activity %j gets %i", async (body, status) => {
  const client = await Client.begin(running);
  const path = `${client.path}/activities`;
  expect((await client.call("POST", path, body)).status).toBe(status);
});

test("a cleared conversation is gone", async () => {
  const client = await Client.begin(running);
  await client.post(QUESTION);
  const stream = await Stream.open(client.ticket.streamUrl);
  const closed = new Promise((resolve) => stream.socket.on("close", resolve));
  const path = `${client.path}/activities`;
  await client.call("POST", path, { type: "endOfConversation" });
  await closed;
  expect((await client.call("GET", path)).status).toBe(404);
});

test("many people behind one address are no flood", async () => {
  const own = await startServer();
  const statuses = await Promise.all(
    Array.from({ length: 200 }, async () => {
      const client = await Client.begin(own);
      const path = `${client.path}/activities`;
      const typing = { type: "typing" };
      const posts = [1, 2, 3].map(() => client.call("POST", path, typing));
      return (await Promise.all(posts)).map(({ status }) => status);
    }),
  );
  expect(new Set(statuses.flat())).toEqual(new Set([200]));
  await own.remove();
});

test("a flood in one conversation is slowed down, with the time to wait", async () => {
  const own = await startServer();
  const client = await Client.begin(own);
  const replies = await Promise.all(
    Array.from({ length: 260 }, () =>
      client.call("POST", `${client.path}/activities`, { type: "typing" }),
    ),
  );
  const refused = replies.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.headers.get("retry-after")).toMatch(/^\d+$/);
  own.clock.now = new Date(own.clock.now.getTime() + 60_000);
  expect((await client.post(QUESTION)).status).toBe(200);
  await own.remove();
});
