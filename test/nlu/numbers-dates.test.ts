import { describe, expect, it } from "vitest";
import { readNumbers } from "../../nlu/numbers/index.js";

const ON = "2022-10-08";

/** The readings of a text that is read on 2022-10-08 as "kind value". */
const read = (text: string): string[] =>
  readNumbers(text, ON).map(({ kind, value }) => `${kind} ${value}`);

describe("years", () => {
  it.each([
    ["2024年的标准", "year y=2024"],
    ["二〇二一年", "year y=2021"],
    ["21年那次", "year y=2021"],
    ["二一年交的", "year y=2021"],
    ["09年入职", "year y=2009"],
    ["96年出生", "year y=1996"],
    ["大前年", "year y=2019"],
    ["后年呢", "year y=2024"],
    ["2021多少钱", "year y=2021"],
    ["2021", "year y=2021"],
    ["上一年度", "year y=2021"],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    ["缴满18年", "period d=P18Y"],
    ["已经交了22年", "period d=P22Y"],
    ["最少要缴纳25年", "period d=P25Y"],
    ["19年以上工龄", "period d=P19Y"],
    ["缴费满21-22年", "period d=P21Y–P22Y"],
    ["20到25年", "period d=P20Y–P25Y"],
  ])("a length, no year: %s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it("reads two short years in a row as years", () => {
    expect(read("21-22年的医保")).toEqual(["range r=2021-01-01,2023-01-01"]);
    expect(read("医保22到23年")).toEqual(["range r=2022-01-01,2024-01-01"]);
  });

  it("counts 当年 and 上一年 from the year just named", () => {
    expect(read("2020年6月生的，当年没登记")).toEqual([
      "month t=2020-06",
      "year y=2020",
    ]);
    expect(read("2024年比上一年贵吗")).toEqual(["year y=2024", "year y=2023"]);
  });

  it.each(["以前年度的", "目前年满", "证明年限", "三年级", "出示证明年检"])(
    "no year in %s",
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});

describe("months and days", () => {
  it.each([
    ["今年9月交的", "month t=2022-09"],
    ["去年十一月份", "month t=2021-11"],
    ["上个月", "month t=2022-09"],
    ["下个月25号", "date t=2022-11-25"],
    ["2022 年 7 月 1 日", "date t=2022-07-01"],
    ["2023-02-28", "date t=2023-02-28"],
    ["2021.3.8", "date t=2021-03-08"],
    ["20220701", "date t=2022-07-01"],
    ["二〇二二年十月一号", "date t=2022-10-01"],
    ["前天", "date t=2022-10-06"],
    ["22.9.15", "date t=2022-09-15"],
    ["后天去交", "date t=2022-10-10"],
    ["3月底", "date t=XXXX-03-31"],
    ["明年年底", "date t=2023-12-31"],
    ["11月11号", "date t=XXXX-11-11"],
    ["二月二十九号", "date t=XXXX-02-29"],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each(["2月30号", "2023年2月29日", "2022年13月", "4月31日交"])(
    "a day that does not exist is none: %s",
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  it("tells the days where the year is known", () => {
    expect(readNumbers("去年11月", ON)).toMatchObject([
      { from: "2021-11-01", to: "2021-12-01" },
    ]);
    expect(readNumbers("12月31日前", ON)).toMatchObject([{ bound: "at_most" }]);
    expect(readNumbers("12月31日前", ON)[0]?.from).toBeUndefined();
  });
});

describe("days as people name them", () => {
  it.each([
    ["今儿来问", "date t=2022-10-08"],
    ["昨儿个刚交", "date t=2022-10-07"],
    ["听日交", "date t=2022-10-09"],
    ["上礼拜三看的", "date t=2022-09-28"],
    ["下个星期一去", "date t=2022-10-10"],
    ["这礼拜天", "date t=2022-10-09"],
    ["去年国庆住院", "date t=2021-10-01"],
    ["元旦前交", "date t=XXXX-01-01"],
    ["五一前交", "date t=XXXX-05-01"],
    ["今年五一交的", "date t=2022-05-01"],
    ["下月初五去办", "date t=2022-11-05"],
    ["2022-9至12月断交", "range r=2022-09-01,2023-01-01"],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it("reads two years that are listed", () => {
    expect(read("21、22年都交了")).toEqual(["year y=2021", "year y=2022"]);
  });

  it.each(["如今儿子住院", "证明儿子是低保", "五一路社区医院"])(
    "no day: %s",
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});

describe("ranges and school years", () => {
  it.each([
    ["2021年9月到2022年6月", "range r=2021-09-01,2022-07-01"],
    ["2022年10月至次年", "month t=2022-10"],
    ["10月8日到11月20日", "range r=XXXX-10-08,XXXX-11-21"],
    ["2022年11月至2月", "range r=2022-11-01,2023-03-01"],
    ["2019-2021年", "range r=2019-01-01,2022-01-01"],
    ["3-5月", "range r=XXXX-03-01,XXXX-06-01"],
    ["12月1日-15日", "range r=XXXX-12-01,XXXX-12-16"],
    ["2021下半年", "range r=2021-07-01,2022-01-01"],
    ["明年上半年", "range r=2023-01-01,2023-07-01"],
    ["今年四季度", "range r=2022-10-01,2023-01-01"],
    ["2021-2022学年", "school_year r=2021-09-01,2022-09-01"],
    ["21/22学年度", "school_year r=2021-09-01,2022-09-01"],
    ["2023学年", "school_year r=2023-09-01,2024-09-01"],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe("lengths of time", () => {
  it.each([
    ["停了五个月", "d=P5M"],
    ["一年零两个月", "d=P1Y2M"],
    ["四个月零六天", "d=P4M6D"],
    ["断了两年半", "d=P2.5Y"],
    ["一个半月", "d=P1.5M"],
    ["半个月", "d=P0.5M"],
    ["三四天", "d=P3D–P4D"],
    ["2到4周", "d=P2W–P4W"],
    ["住了俩月", "d=P2M"],
    ["48小时", "d=PT48H"],
    ["20个工作日", "d=P20D"],
    ["45日内", "d=P45D"],
    ["十天半个月", "d=P10D–P0.5M"],
    ["个把月", "d=P1M"],
  ])("%s", (text, value) => {
    expect(readNumbers(text, ON)).toMatchObject([{ kind: "period", value }]);
  });

  it.each(["十天半个月", "个把月", "四个多月", "三四天", "大概两周"])(
    "%s is vague",
    (text) => {
      expect(readNumbers(text, ON)).toMatchObject([{ about: true }]);
    },
  );
});
