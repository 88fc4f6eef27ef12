/** Typing errors by sound and shape in words of the vocabulary. */
import { expect, test } from "vitest";
import { loadKnowledge } from "../../knowledge/load.js";
import { understandingOf } from "../../nlu/understand.js";

const understanding = understandingOf(loadKnowledge());
const read = (text: string) => understanding.understand(text, "2023-03-15");
const identities = (text: string) =>
  read(text).mentions.flatMap(({ facet, value }) =>
    facet === "identity" ? [value] : [],
  );

test.each([
  ["太原计划声育特殊家庭交多少", "计划生育特殊困难家庭成员"],
  ["太原重渡残疾人交多少", "重度残疾人"],
  ["太原失读家庭交多少", "计划生育特殊困难家庭成员"],
  ["太原边圆易致贫户交多少", "边缘易致贫人口"],
  ["太原见意勇为者交多少", "见义勇为者"],
])("%s names %s", (text, identity) => {
  expect(identities(text)).toContain(identity);
});

test.each([
  ["社区位生服务中心甲类报多少", "institution", "grassroots"],
  ["糖料病合并严重并发症一个月多少", "disease", "糖尿病合并严重并发症"],
])("%s: %s is %s", (text, facet, value) => {
  expect(read(text).mentions).toContainEqual(
    expect.objectContaining({ facet, value }),
  );
});

test.each([
  "太原校医院能不能看门诊",
  "重庆这一学年交的一档是多少",
  "太原2022年国家不是规定补610吗",
  "残疾认定找哪个部门",
  "太原失业的人怎么参保",
])("%s stays as it is", (text) => {
  expect(read(text).plain).toBe(text);
});

test("a long message of near misses is read in no time", () => {
  const text = "计划声育特殊家厅".repeat(250);
  expect(read(text).plain.length).toBe(text.length);
});
