import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { Store } from "../../bot/store/port.js";
import { SAFE, type Started, startWechat } from "./wechat-server.js";

const QUESTION = "太原低保户2023年要交多少钱";
const PATIENCE = { patienceMs: 40 };
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function started(
  choices: Parameters<typeof startWechat>[0],
): Promise<Started> {
  const server = await startWechat(choices);
  closing.push(choices?.beside ? server.stop : server.remove);
  return server;
}

function document({ client }: Started, person: string, text = QUESTION) {
  const fields = { MsgType: "text", Content: text, MsgId: client.nextId() };
  return client.document(person, fields);
}

/** A gate before the store: turns are not saved while it is shut. */
function gate(): {
  through: (store: Store) => Store;
  shut: () => void;
  open: () => void;
} {
  let opened = Promise.resolve();
  let release = (): void => undefined;
  return {
    through: (store) =>
      new Proxy(store, {
        get(target, name: keyof Store) {
          const method = target[name].bind(target) as (
            ...args: unknown[]
          ) => Promise<unknown>;
          if (name !== "save") return method;
          return async (...args: unknown[]) => {
            await opened;
            return method(...args);
          };
        },
      }),
    shut() {
      opened = new Promise((resolve) => {
        release = resolve;
      });
    },
    open: () => release(),
  };
}

interface Sent {
  touser: string;
  text: { content: string };
}

/** WeChat's API, as far as it is used: accesses that end, messages, and what it is told to refuse. */
async function fakeApi(): Promise<{
  base: string;
  accesses: string[];
  sent: Sent[];
  refuse: number[];
}> {
  const accesses: string[] = [];
  const sent: Sent[] = [];
  const refuse: number[] = [];
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://x");
    const answer = (body: object): void => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(body));
    };
    if (url.pathname === "/cgi-bin/token") {
      accesses.push(`access-${accesses.length + 1}`);
      answer({ access_token: accesses.at(-1), expires_in: 7200 });
      return;
    }
    let body = "";
    request.on("data", (part) => (body += String(part)));
    request.on("end", () => {
      const current = url.searchParams.get("access_token") === accesses.at(-1);
      const code = current ? (refuse.shift() ?? 0) : 40001;
      if (code === 0) sent.push(JSON.parse(body) as Sent);
      answer({ errcode: code, errmsg: "" });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  closing.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return { base: `http://127.0.0.1:${port}`, accesses, sent, refuse };
}

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((next) => setTimeout(next, 10));
}

const withService = (base: string) => ({
  ...SAFE,
  APP_SECRET: "a-secret",
  API_BASE: base,
});

test("a message that comes many times at once, at two processes, is answered once and the same", async () => {
  const one = await started({ settings: SAFE });
  const two = await started({ settings: SAFE, beside: one });
  const message = document(one, "anna");
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      (at % 2 === 0 ? one : two).client.send(message),
    ),
  );
  expect(new Set(replies.map(({ body }) => body)).size).toBe(1);
  expect(replies[0]?.text).toContain("70元");
  expect(await one.store.turns("wechat:anna")).toHaveLength(1);
});

test("after a crash a further try gets the bytes of the first", async () => {
  const before = await started({ settings: SAFE });
  const message = document(before, "anna");
  const first = await before.client.send(message);
  const after = await started({ settings: SAFE, beside: before });
  after.clock.now = new Date(after.clock.now.getTime() + 5000);
  expect((await after.client.send(message)).text).toBe(first.text);
  expect(after.turns.count).toBe(0);
});

test("events that come twice are one", async () => {
  const server = await started({ settings: SAFE });
  const event = server.client.document("anna", {
    MsgType: "event",
    Event: "CLICK",
    EventKey: "contribution",
  });
  const [first, second] = [
    await server.client.send(event),
    await server.client.send(event),
  ];
  expect(second.body).toBe(first.body);
  expect(await server.store.turns("wechat:anna")).toHaveLength(1);
});

test("messages of one person that come at once are all answered", async () => {
  const server = await started({ settings: SAFE });
  const questions = Array.from({ length: 30 }, () => document(server, "anna"));
  const replies = await Promise.all(
    questions.map((question) => server.client.send(question)),
  );
  for (const { text } of replies) expect(text).toContain("70元");
  expect(await server.store.turns("wechat:anna")).toHaveLength(30);
});

test("a flood of one person is slowed down, with a word; others are answered", async () => {
  const pace = { burst: 20, perSecond: 1 };
  const server = await started({ settings: SAFE, pace });
  const replies = await Promise.all(
    Array.from({ length: 50 }, () => server.client.say("anna", "你好")),
  );
  const slowed = replies.filter(({ text }) => text?.includes("太快"));
  expect(slowed).toHaveLength(30);
  expect((await server.client.say("berta", QUESTION)).text).toContain("70元");
});

test("without customer messages a late answer waits for the next try", async () => {
  const slow = gate();
  const server = await started({ ...PATIENCE, through: slow.through });
  const message = document(server, "anna");
  slow.shut();
  const first = server.client.send(message);
  await until(() => server.turns.count === 1);
  const second = server.client.send(message);
  slow.open();
  expect((await second).text).toContain("70元");
  expect((await first).body).toBe((await second).body);
  expect(await server.store.turns("wechat:anna")).toHaveLength(1);
});

test("at the last try a person is told how to get the answer, and gets it", async () => {
  const slow = gate();
  const server = await started({ ...PATIENCE, through: slow.through });
  const message = document(server, "anna");
  server.clock.now = new Date(server.clock.now.getTime() + 10_000);
  slow.shut();
  expect((await server.client.send(message)).text).toContain("再说一遍");
  slow.open();
  await until(
    async () => (await server.store.turns("wechat:anna")).length === 1,
  );
  const again = await server.client.say("anna", "再说一遍");
  expect(again.text).toContain("70元");
});

test("with customer messages a late answer goes out once, and never beside a reply", async () => {
  const api = await fakeApi();
  const slow = gate();
  const server = await started({
    ...PATIENCE,
    settings: withService(api.base),
    through: slow.through,
  });
  const message = document(server, "anna");
  slow.shut();
  expect((await server.client.send(message)).body).toBe("success");
  expect((await server.client.send(message)).body).toBe("success");
  slow.open();
  await until(() => api.sent.length > 0);
  expect((await server.client.send(message)).body).toBe("success");
  expect(api.sent).toHaveLength(1);
  expect(api.sent[0]?.touser).toBe("anna");
  expect(api.sent[0]?.text.content).toContain("70元");
});

test("what a crashed process promised, another one sends", async () => {
  const api = await fakeApi();
  const before = await started({ settings: withService(api.base) });
  const at = before.clock.now.toISOString();
  const conversation = "wechat:anna";
  await before.store.open({ id: conversation, channel: "wechat", at });
  await before.wechat.addLate(
    {
      conversation,
      message: "77",
      person: "anna",
      text: QUESTION,
      base: before.origin,
      at,
    },
    at,
  );
  before.clock.now = new Date(before.clock.now.getTime() + 120_000);
  await started({ settings: withService(api.base), beside: before });
  await until(() => api.sent.length > 0);
  expect(api.sent[0]?.text.content).toContain("70元");
  await until(
    async () => (await before.wechat.leaseLate("9999", "9999", 9)).length === 0,
  );
  expect(await before.wechat.isLate(conversation, "77")).toBe(true);
});

test("many late answers share one access; one that ended is renewed once", async () => {
  const api = await fakeApi();
  const slow = gate();
  const server = await started({
    ...PATIENCE,
    settings: withService(api.base),
    through: slow.through,
  });
  const late = async (people: readonly string[]): Promise<void> => {
    const count = api.sent.length + people.length;
    slow.shut();
    await Promise.all(
      people.map((person) => server.client.send(document(server, person))),
    );
    slow.open();
    await until(() => api.sent.length === count);
  };
  await late(["a", "b", "c", "d"]);
  expect(api.accesses).toHaveLength(1);
  // Somebody else took a new one: ours is refused from now on.
  api.accesses.push("access-of-another");
  await late(["e", "f", "g"]);
  expect(api.accesses).toHaveLength(3);
});

test("no more than five late answers in two days; the sixth waits for the next try", async () => {
  const api = await fakeApi();
  const slow = gate();
  const server = await started({
    ...PATIENCE,
    settings: withService(api.base),
    through: slow.through,
  });
  slow.shut();
  for (let at = 0; at < 5; at++)
    expect((await server.client.send(document(server, "anna"))).body).toBe(
      "success",
    );
  const sixth = server.client.send(document(server, "anna"));
  await new Promise((resolve) => setTimeout(resolve, 2 * PATIENCE.patienceMs));
  slow.open();
  expect((await sixth).text).toContain("70元");
  await until(() => api.sent.length === 5);
});

test("what WeChat refuses for good is not tried again, and noted without content", async () => {
  const api = await fakeApi();
  const slow = gate();
  const server = await started({
    ...PATIENCE,
    settings: withService(api.base),
    through: slow.through,
  });
  api.refuse.push(45047);
  slow.shut();
  await server.client.send(document(server, "anna"));
  slow.open();
  await until(() => server.reports.some((line) => line.includes("45047")));
  await until(
    async () => (await server.wechat.leaseLate("9999", "9999", 9)).length === 0,
  );
  expect(api.sent).toEqual([]);
  expect(server.reports.join()).not.toContain("anna");
  expect(server.reports.join()).not.toContain("a-secret");
});
