/** Search in everyday words: the right clause among the first three, and what must not be found. */
import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../knowledge/load.js";
import { searchClauses, searchProvisions } from "../../nlu/search.js";
import { QUESTIONS } from "./search-questions.js";

const knowledge = loadKnowledge();
const WITHIN = 3;
/** Share of the questions whose clause must be among the first three. */
const ENOUGH = 0.95;

function addresses(query: string): string[] {
  return searchClauses(knowledge, query, { limit: WITHIN }).map(
    ({ notice, clause }) => `${notice} ${clause}`,
  );
}

describe("clauses", () => {
  it("finds the right clause among the first three", () => {
    const missed = QUESTIONS.filter(([question, clauses]) => {
      const right = clauses.match(/\S+ \S+/g) ?? [];
      return !addresses(question).some((one) => right.includes(one));
    }).map(([question]) => question);
    expect(missed.length, missed.join("、")).toBeLessThanOrEqual(
      QUESTIONS.length * (1 - ENOUGH),
    );
  });

  it("shows a stretch of the clause word for word", () => {
    for (const [question] of QUESTIONS)
      for (const { notice, clause, text } of searchClauses(
        knowledge,
        question,
      )) {
        expect(text).not.toBe("");
        expect(knowledge.clause(notice, clause)?.text).toContain(text);
      }
  });

  it("offers nothing from an essay unless the essay is asked for", () => {
    for (const query of [
      "按病种付费和总额预算怎么改革",
      "医保欺诈和虚假报销的监管",
      "整合城乡居民基本医疗保险制度",
      "提高基金使用效率",
      "人社部的付费方式改革",
    ])
      for (const hit of searchClauses(knowledge, query, { limit: 50 }))
        expect(hit.kind, query).not.toBe("commentary");
    const asked = searchClauses(knowledge, "怎么监管医保资金", {
      notice: "commentary-supervision",
    });
    expect(asked[0]).toMatchObject({
      notice: "commentary-supervision",
      kind: "commentary",
    });
  });

  it("ranks an explanation behind the rule that it explains", () => {
    const hits = searchClauses(knowledge, "天津门诊额度跨年转到住院");
    const rule = hits.findIndex(({ notice }) => notice === "tianjin-2016");
    const told = hits.findIndex(({ kind }) => kind === "interpretation");
    expect(rule).toBe(0);
    expect(told).not.toBe(0);
  });

  it("stays with the place, its province and the country", () => {
    const own = new Set(["taiyuan-2022", "shanxi-2017", "china-2020"]);
    for (const query of ["药店买药报多少", "骗保罚几倍", "大病起付线", "住院"])
      for (const place of [{ query: `太原${query}` }, { query, id: "taiyuan" }])
        for (const { notice } of searchClauses(knowledge, place.query, {
          place: place.id,
          limit: 50,
        }))
          expect(own, place.query).toContain(notice);
  });

  it("finds nothing for a place that no notice governs", () => {
    expect(searchClauses(knowledge, "成都大病起付线多少")).toEqual([]);
    expect(searchProvisions(knowledge, "成都大病起付线多少")).toEqual([]);
  });

  it("finds nothing for a document that is not held", () => {
    for (const query of [
      "渝医保发〔2021〕13号的内容",
      "人社部发〔2024〕63号付费",
    ]) {
      expect(searchClauses(knowledge, query)).toEqual([]);
      expect(searchProvisions(knowledge, query)).toEqual([]);
    }
  });

  it("finds nothing without a word of any subject", () => {
    for (const query of ["", "   ", "？？", "多少", "2023", "hello world"])
      expect(searchClauses(knowledge, query)).toEqual([]);
  });

  it("gives the clause that is named by its number", () => {
    expect(
      searchClauses(knowledge, "并医保发〔2022〕27号一（三）1怎么写的")[0],
    ).toMatchObject({ notice: "taiyuan-2022", clause: "一（三）1" });
    expect(
      searchClauses(knowledge, "黄政办发〔2010〕71号第二条")[0],
    ).toMatchObject({ notice: "huangshi-2010", clause: "二" });
  });

  it("keeps to the year", () => {
    const notices = (year: number): string[] =>
      searchClauses(knowledge, "重庆大病保险起付线", {
        year,
        limit: 50,
      }).map(({ notice }) => notice);
    expect(notices(2015)).not.toContain("chongqing-2022");
    expect(notices(2023)).toContain("chongqing-2022");
  });

  it("says when a document is no longer in force", () => {
    const [first] = searchClauses(knowledge, "舟山单位缴费比例");
    expect(first?.status).toBe("expired");
  });
});

describe("provisions", () => {
  const best = (query: string) => searchProvisions(knowledge, query)[0];

  it.each([
    ["太原自动备案什么时候有", "taiyuan-2022/filing-automatic"],
    ["太原透析还有没有限制", "taiyuan-2022/dialysis"],
    ["太原大学生回老家看病要不要备案", "taiyuan-2022/student-remote"],
    ["杭州困难人员自费率不能超过多少", "hangzhou-2023/target-self-paid-rate"],
    ["天津糖尿病送药上门", "tianjin-2016/medicine-delivery"],
    ["天津长期护理保险有没有", "tianjin-2016/long-term-care"],
    ["黄石退休三甲住院报多少", "huangshi-2010/inpatient-retired-level3"],
    ["黄石退休二级医院住院报多少", "huangshi-2010/inpatient-retired-level2"],
    ["嘉兴五个统一是哪五个", "jiaxing-2006/five-unified"],
    ["株洲小病在社区大病进医院", "zhuzhou-2010/clinic-first"],
    ["重庆国谈药双通道", "chongqing-2022/dual-channel"],
  ])("%s: %s, well covered", (query, key) => {
    expect(best(query)?.provision.key).toBe(key);
    expect(best(query)?.coverage).toBeGreaterThan(0.7);
  });

  it.each([
    "太原种牙能报销吗",
    "太原剖腹产报销标准",
    "太原体检费能报吗",
    "太原配眼镜可以刷医保吗",
    "重庆救护车费用能报吗",
    "重庆人工耳蜗报销",
    "天津产检费报多少",
    "杭州市民卡怎么激活",
    "黄石新生儿落地参保",
    "淮安大病保险",
    "宁夏一档二档三档交多少",
    "太原残疾辅具补贴",
    "舟山居民医保缴费",
    "河北居民医保缴费",
    "交医保有啥用",
  ])("%s: nothing covers it well", (query) => {
    expect(best(query)?.coverage ?? 0).toBeLessThan(0.7);
  });

  it("never counts another person, grade or tier as covered", () => {
    const hits = searchProvisions(knowledge, "杭州特困人员救助比例");
    const other = hits.find(
      ({ provision }) => provision.key === "hangzhou-2023/assistance-ratio-70",
    );
    expect(hits[0]?.provision.key).toBe(
      "hangzhou-2023/assistance-ratio-destitute",
    );
    expect(other?.coverage ?? 0).toBeLessThan(0.7);
  });
});
