import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { initialState } from "../../bot/dialogue/step.js";
import { failureAnswer } from "../../bot/host/failure.js";
import type { Store, TurnRecord } from "../../bot/store/port.js";
import { openSqliteStore } from "../../bot/store/sqlite.js";

let folder: string;
let file: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-store-"));
  file = join(folder, "deep", "mingbai.db");
  store = openSqliteStore(file);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const turn = (
  message: string,
  at = "2022-10-08T02:00:00.000Z",
): TurnRecord => ({
  conversation: "c",
  channel: "test",
  message,
  text: "问",
  answer: failureAnswer(),
  outcome: "answered",
  error: null,
  at,
  sent: null,
  on: "2022-10-08",
});

const save = (record: TurnRecord, revision: number, state = initialState()) =>
  store.save({
    turn: record,
    state,
    revision,
    activities: (first) => [
      { id: `${record.message}-${first}`, json: `{"n":${first}}` },
      { id: `${record.message}-${first + 1}`, json: `{"n":${first + 1}}` },
    ],
  });

test("a turn is saved once, at the revision that it started from", async () => {
  expect((await save(turn("a"), 0)).kind).toBe("saved");
  expect((await save(turn("b"), 0)).kind).toBe("conflict");
  expect((await save(turn("a"), 1)).kind).toBe("duplicate");
  expect((await save(turn("b"), 1)).kind).toBe("saved");
  expect((await store.turns("c")).map(({ message }) => message)).toEqual([
    "a",
    "b",
  ]);
  expect((await store.conversation("c"))?.revision).toBe(2);
});

test("a turn that cannot be written leaves nothing behind", async () => {
  await save(turn("a"), 0);
  const failing = store.save({
    turn: turn("b"),
    state: initialState(),
    revision: 1,
    activities: () => {
      throw new Error("不行");
    },
  });
  await expect(failing).rejects.toThrow("不行");
  expect(await store.turns("c")).toHaveLength(1);
  expect((await store.conversation("c"))?.revision).toBe(1);
  expect((await save(turn("b"), 1)).kind).toBe("saved");
});

test("positions have no gaps, and reading goes on from any of them", async () => {
  await save(turn("a"), 0);
  await save(turn("b"), 1);
  const all = await store.activities("c", 0, 100);
  expect(all.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
  expect(await store.activities("c", 1, 2)).toEqual(all.slice(1, 3));
  expect(await store.activitiesOf("c", "b")).toEqual(all.slice(2));
  expect(await store.lastPosition("c")).toBe(4);
});

test("everything is there after the file is opened again", async () => {
  await save(turn("a"), 0);
  const before = [await store.turns("c"), await store.conversation("c")];
  await store.close();
  store = openSqliteStore(file);
  expect([await store.turns("c"), await store.conversation("c")]).toEqual(
    before,
  );
  expect(await store.ready()).toBe(true);
});

test("a removed conversation takes everything with it", async () => {
  await save(turn("a"), 0);
  const feedback = {
    conversation: "c",
    subject: "a",
    helpful: false,
    reason: "没说清",
    at: "2022-10-08T02:00:00.000Z",
  };
  await store.addFeedback(feedback);
  expect(await store.feedback("c")).toEqual([feedback]);
  await store.remove("c");
  expect(await store.conversation("c")).toBeNull();
  expect(await store.turns("c")).toEqual([]);
  expect(await store.activities("c", 0, 10)).toEqual([]);
  expect(await store.feedback("c")).toEqual([]);
});

test("no byte of a removed conversation is left in the files", async () => {
  await save({ ...turn("a"), text: "独一无二的话" }, 0);
  await store.remove("c");
  const left = await Promise.all(
    (await readdir(dirname(file))).map((name) =>
      readFile(join(dirname(file), name)),
    ),
  );
  expect(left.some((bytes) => bytes.includes("独一无二的话"))).toBe(false);
});

test("the files are for nobody else's eyes", async () => {
  await save(turn("a"), 0);
  expect((await stat(dirname(file))).mode & 0o077).toBe(0);
  const names = await readdir(dirname(file));
  expect(names).toContain("mingbai.db-wal");
  for (const name of names)
    expect((await stat(join(dirname(file), name))).mode & 0o077).toBe(0);
});

test("only conversations untouched since the given time are too old", async () => {
  await save(turn("a", "2022-10-01T00:00:00.000Z"), 0);
  await store.open({
    id: "d",
    channel: "test",
    at: "2022-10-09T00:00:00.000Z",
  });
  expect(await store.removeOlderThan("2022-10-05T00:00:00.000Z")).toBe(1);
  expect(await store.conversation("c")).toBeNull();
  expect(await store.conversation("d")).not.toBeNull();
});

test("many old conversations are removed little by little; others are served in between", async () => {
  for (let at = 0; at < 100; at++)
    await save({ ...turn("a"), conversation: `c${String(at)}` }, 0);
  let served = 0;
  const removing = store.removeOlderThan("2023");
  const serving = (async () => {
    while ((await store.conversation("c99")) !== null) {
      served += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  expect(await removing).toBe(100);
  await serving;
  expect(served).toBeGreaterThan(1);
});

test("a file written by a newer release is left alone", () => {
  const newer = join(folder, "newer.db");
  const driver = new DatabaseSync(newer);
  driver.exec("PRAGMA user_version = 99");
  driver.close();
  expect(() => openSqliteStore(newer)).toThrow("更新的版本");
  const again = new DatabaseSync(newer);
  expect(again.prepare("PRAGMA user_version").get()).toEqual({
    user_version: 99,
  });
  again.close();
});
