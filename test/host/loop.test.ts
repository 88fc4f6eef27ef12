import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { step } from "../../bot/dialogue/step.js";
import { type Incoming, type Step, TurnLoop } from "../../bot/host/loop.js";
import { todayInShanghai } from "../../bot/host/today.js";
import type { Store } from "../../bot/store/port.js";
import { openSqliteStore } from "../../bot/store/sqlite.js";
import { loadKnowledge } from "../../knowledge/load.js";
import { maskPersonalNumbers } from "../../nlu/mask.js";

const knowledge = loadKnowledge();

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-loop-"));
  store = openSqliteStore(join(folder, "mingbai.db"));
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

function loop(does: Step = step, on: Store = store): TurnLoop {
  return new TurnLoop({
    store: on,
    knowledge,
    step: does,
    mask: maskPersonalNumbers,
    now: () => new Date("2022-10-08T02:00:00Z"),
  });
}

const said = (message: string, text: string): Incoming => ({
  channel: "test",
  conversation: "c",
  message,
  text,
  on: "2022-10-08",
});

const QUESTION = "太原低保户2023年要交多少钱";

test("of fifty messages at once, through two connections, none is lost and none answered twice", async () => {
  const other = openSqliteStore(join(folder, "mingbai.db"));
  const loops = [loop(), loop(step, other)];
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      loops[at % 2]!.answer(said(`m${at}`, QUESTION)),
    ),
  );
  await other.close();
  expect(results.every(({ repeated }) => !repeated)).toBe(true);
  const turns = await store.turns("c");
  expect(new Set(turns.map(({ message }) => message)).size).toBe(50);
  expect((await store.conversation("c"))?.revision).toBe(50);
});

test("messages at once are worked out in the order in which they came, each once", async () => {
  let steps = 0;
  const counted = loop((...turn) => {
    steps += 1;
    return step(...turn);
  });
  const sent = Array.from({ length: 300 }, (_, at) => said(`m${at}`, "你好"));
  await Promise.all(sent.map((one) => counted.answer(one)));
  expect(steps).toBe(300);
  const turns = await store.turns("c");
  expect(turns.map(({ message }) => message)).toEqual(
    sent.map(({ message }) => message),
  );
});

test("the same message again gets the same bytes and is no second turn", async () => {
  const first = await loop().answer(said("m", QUESTION));
  await loop().answer(said("n", "那重度残疾呢"));
  const again = await loop().answer(said("m", QUESTION));
  expect(again.repeated).toBe(true);
  expect(JSON.stringify(again.turn.answer)).toBe(
    JSON.stringify(first.turn.answer),
  );
  expect(await store.turns("c")).toHaveLength(2);
});

test("the same message at the same time is answered once", async () => {
  const results = await Promise.all(
    Array.from({ length: 10 }, () => loop().answer(said("m", QUESTION))),
  );
  expect(results.filter(({ repeated }) => !repeated)).toHaveLength(1);
  expect(await store.turns("c")).toHaveLength(1);
});

test("a failure is recorded, answered, and leaves the state as it was", async () => {
  await loop().answer(said("m", QUESTION));
  const before = await store.conversation("c");
  const broken: Step = () => {
    throw new Error("电话13812345678的处理出错");
  };
  const { turn } = await loop(broken).answer(said("n", "那重度残疾呢"));
  expect(turn.outcome).toBe("failed");
  const [, kept] = await store.turns("c");
  expect(kept).toEqual(turn);
  expect(kept?.error).toContain("处理出错");
  expect(kept?.error).not.toContain("13812345678");
  expect((await store.conversation("c"))?.state).toEqual(before?.state);
  const next = await loop().answer(said("o", "那重度残疾呢"));
  expect(next.turn.answer.figures[0]?.value).toBe("0.00");
});

test("no personal number reaches the record or the state", async () => {
  const numbers = ["110101199003074514", "13812345678", "6222021234567890123"];
  await loop().answer(said("m", `我是${numbers.join("，")}，${QUESTION}`));
  const kept = JSON.stringify([
    await store.turns("c"),
    await store.conversation("c"),
  ]);
  for (const number of numbers) expect(kept).not.toContain(number);
});

test("the state stays below 1 KB through a long conversation", async () => {
  const texts = [
    QUESTION,
    "那重度残疾呢",
    "重庆二档呢",
    "我妈70岁，她门诊花了800元能报多少",
    "太原自付3万元大病能报多少",
    "不对，是5万",
    "天津三级医院住院报多少",
    "为什么",
  ];
  for (let at = 0; at < 40; at++) {
    await loop().answer(said(`m${at}`, texts[at % texts.length]!));
    const state = (await store.conversation("c"))?.state;
    expect(Buffer.byteLength(JSON.stringify(state))).toBeLessThan(1024);
  }
});

test("the day is that of Shanghai, wherever the machine stands", () => {
  expect(todayInShanghai(new Date("2022-12-31T15:59:59Z"))).toBe("2022-12-31");
  expect(todayInShanghai(new Date("2022-12-31T16:00:00Z"))).toBe("2023-01-01");
});
