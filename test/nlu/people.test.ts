import { expect, it } from "vitest";
import { loadKnowledge } from "../../knowledge/load.js";
import { smallCount } from "../../nlu/household.js";
import { understandingOf } from "../../nlu/understand.js";

const understanding = understandingOf(loadKnowledge());
const read = (text: string) => understanding.understand(text, "2022-10-08");
const tagsOf = (text: string): Record<string, string[]> =>
  Object.fromEntries(
    read(text).people.map(({ label, tags }) => [label, [...tags].sort()]),
  );

it.each([
  ["2", 2],
  ["两", 2],
  ["十", 10],
  ["十二", 12],
  ["二十", 20],
  ["三四", null],
  ["", null],
])("reads the count %s", (text, count) => {
  expect(smallCount(text)).toBe(count);
});

it("gives each person the facts said of them, before or after the name", () => {
  expect(tagsOf("太原低保户 我妈 重残 我 孩子普通 各自2023年交多少")).toEqual({
    妈妈: ["低保对象"],
    本人: ["重度残疾人"],
    孩子: ["普通居民", "未成年人"].sort(),
  });
  expect(tagsOf("太原低保的我妈和重残的我爸2023各交多少")).toMatchObject({
    妈妈: ["低保对象"],
    爸爸: ["重度残疾人"],
  });
});

it("gives persons named together what is said of them together", () => {
  const people = read("重庆我和老公买二档 两个娃儿一档 一共好多").people;
  expect(people.map(({ label, tier, count }) => [label, tier, count])).toEqual([
    ["本人", "2", undefined],
    ["丈夫", "2", undefined],
    ["孩子", "1", 2],
  ]);
});

it("takes back an identity that is told as over", () => {
  for (const text of [
    "低保取消了 2023交多少",
    "以前是低保现在不是了 2023年交多少",
    "低保户资格去年被取消了 交多少",
    "退出低保了 交多少",
    "低保没批下来 交多少",
  ])
    expect(read(text).people.flatMap(({ tags }) => tags)).toEqual([]);
  expect(tagsOf("以前是低保现在还是低保 交多少")).toEqual({ "": ["低保对象"] });
});

it("tells an exact head count from a vague one and from two that differ", () => {
  expect(read("太原我家三口一共交多少").household).toMatchObject({
    size: 3,
    total: true,
  });
  expect(read("太原我家几口人一共交多少").household).toMatchObject({
    size: null,
    vague: true,
  });
  expect(read("太原我家三口，四口人一共交多少").household?.clash).toBe(true);
  expect(read("太原一家三口每人交多少").household).toMatchObject({
    total: false,
    each: true,
  });
});
