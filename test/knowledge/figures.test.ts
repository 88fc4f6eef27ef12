import { describe, expect, it } from "vitest";
import { coverageOf } from "../../knowledge/coverage.js";
import { findFigures } from "../../knowledge/figures.js";
import { loadKnowledge } from "../../knowledge/load.js";
import { plain, readNumeral, shift } from "../../knowledge/numerals.js";
import { walkDays } from "../../knowledge/walk.js";

const knowledge = loadKnowledge();
const read = (text: string): string[] =>
  findFigures(text).map(({ kind, value }) => `${kind} ${value}`);

describe("figures of a text", () => {
  it.each([
    ["每人每年350元。", ["money 350"]],
    ["市、县两级财政各补助30.5元", ["money 30.5"]],
    ["年度最高救助限额6万元", ["money 60000"]],
    ["累计五万元以上", ["money 50000"]],
    ["提高到１２０元", ["money 120"]],
    ["按120,000元计算", ["money 120000"]],
    ["报销55%和65％", ["ratio 0.55", "ratio 0.65"]],
    ["报销百分之五十五", ["ratio 0.55"]],
    ["报销五成", ["ratio 0.5"]],
    ["可支配收入的一半", ["ratio 0.5"]],
    ["提高20个百分点", ["points 0.2"]],
    ["从2022年10月1日起", ["date 2022-10-01"]],
    ["二〇〇四年十二月三十一日", ["date 2004-12-31"]],
    ["2022年底前", ["date 2022-12-31"]],
    ["2021年9月至2022年8月学年度", ["month 2021-09", "month 2022-08"]],
    ["2023年度", ["year 2023"]],
    ["当年的8月31日", ["day 08-31"]],
    ["3个月内", ["period 3"]],
    ["出生后90天内", ["period 90"]],
    ["不足两年", ["period 2"]],
    ["60岁以上", ["age 60"]],
    ["罚款2倍以上5倍以下", ["count 2", "count 5"]],
    ["不少于350个", ["count 350"]],
    ["突出四个特点", ["count 4"]],
  ])("%s", (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it.each([
    "(晋医保发〔2022〕11号)",
    "并政发[2007]43号",
    "《关于做好2022年工作的通知》",
    "1.医疗救助对象的资助",
    "(1)对低收入家庭",
    "二级及以上医疗机构",
    "参加一档、二档",
    "一次性提取",
    "第三十条",
  ])("are not in %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  it("take no day that does not exist", () => {
    expect(read("2023年2月30日")).not.toContain("date 2023-02-30");
  });
});

describe("numerals", () => {
  it.each([
    ["0350", "350"],
    ["3.50", "3.5"],
    ["6万", "60000"],
    ["3千", "3000"],
    ["1.5亿", "150000000"],
    ["十", "10"],
    ["二十三", "23"],
    ["一百零五", "105"],
    ["三万五千", "35000"],
    ["两亿", "200000000"],
    ["二〇二三", "2023"],
    ["元", null],
    ["", null],
  ])("%s is %s", (text, value) => {
    expect(readNumeral(text)).toBe(value);
  });

  it("are moved by powers of ten without loss", () => {
    expect(shift("55", -2)).toBe("0.55");
    expect(shift("0.05", 4)).toBe("500");
    expect(shift("5", -4)).toBe("0.0005");
    expect(plain("0.0")).toBe("0");
  });
});

describe("figure coverage", () => {
  const notices = [...knowledge.notices.values()];

  it.each(notices)("$id misses none", (notice) => {
    const missed = coverageOf(notice, knowledge).filter(
      ({ how }) => how === "missed",
    );
    expect(missed.map(({ clause, around }) => `${clause} ${around}`)).toEqual(
      [],
    );
  });

  it("tells which provision models a figure", () => {
    const taiyuan = notices.find(({ id }) => id === "taiyuan-2022");
    const found = coverageOf(taiyuan!, knowledge).find(
      ({ figure }) => figure.text === "2743元",
    );
    expect(found?.how).toBe("modelled");
    expect(found?.by).toContain("assistance-threshold-2022");
  });

  it("misses what no provision holds", () => {
    const taiyuan = notices.find(({ id }) => id === "taiyuan-2022")!;
    const without = {
      ...taiyuan,
      provisions: taiyuan.provisions.filter(
        ({ topic }) => !topic.includes("assistance"),
      ),
    };
    const missed = coverageOf(without, knowledge)
      .filter(({ how }) => how === "missed")
      .map(({ figure }) => figure.text);
    expect(missed).toContain("2743元");
    expect(missed).toContain("6万元");
  });
});

describe("the days on which rules hold", () => {
  const days = walkDays(knowledge);

  it("never have two rules for one case", () => {
    expect(days.flatMap(({ twice }) => twice)).toEqual([]);
  });

  it("end where a later notice begins", () => {
    const deductibles = knowledge
      .provisions("chongqing", "catastrophic.deductible")
      .map(({ period, trusted_to }) => [period.from, trusted_to]);
    expect(deductibles).toEqual([
      ["2022-01-01", "2022-12-31"],
      ["2023-01-01", "2023-12-31"],
    ]);
  });

  it("leave gaps unfilled", () => {
    const subsidy = days.find(
      ({ jurisdiction, topic }) =>
        jurisdiction === "taiyuan" && topic === "subsidy.total",
    );
    expect(subsidy?.spans).toEqual([{ from: "2022-01-01", to: "2022-12-31" }]);
  });
});
