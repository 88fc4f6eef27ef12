import { describe, expect, it } from "vitest";
import { readNumbers } from "../../nlu/numbers/index.js";

const ON = "2022-10-08";
const read = (text: string): string[] =>
  readNumbers(text, ON).map(({ kind, value }) => `${kind} ${value}`);

describe("shares", () => {
  it.each([
    ["报百分之四十五", "ratio 0.45"],
    ["百分之82.5", "ratio 0.825"],
    ["报八成半", "ratio 0.85"],
    ["六成", "ratio 0.6"],
    ["７５％", "ratio 0.75"],
    ["四分之一", "ratio 0.25"],
    ["十分之三", "ratio 0.3"],
    ["千分之六", "ratio 0.006"],
    ["打六五折", "ratio 0.65"],
    ["9折", "ratio 0.9"],
    ["对半分", "ratio 0.5"],
    ["打对折", "ratio 0.5"],
    ["按0.45报", "ratio 0.45"],
    ["50-60%", "ratio 0.5–0.6"],
    ["百分之六七十", "ratio 0.6–0.7"],
    ["报2/3", "ratio 0.666667"],
    ["八成多", "ratio 0.8"],
    ["百分之3点5", "ratio 0.035"],
    ["四六开", "ratio 0.4–0.6"],
    ["三比七分担", "ratio 0.3–0.7"],
    ["起付标准减半", "ratio 0.5"],
    ["可以全报么", "ratio 1"],
    ["提高12个百分比", "points 0.12"],
    ["多报15个百分点", "points 0.15"],
    ["涨了五个点", "points 0.05"],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    "我百分百确定",
    "能报百分之几",
    "报几成",
    "提高几个百分点",
    "成功了",
    "十分着急",
  ])("none in %s", (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe("ages", () => {
  it.each([
    ["外婆八十二岁了", "age 82"],
    ["我今年46", "year y=2022,age 46"],
    ["我妈五十九，低保", "age 59"],
    ["年满七十", "age 70"],
    ["65以上的老人", "age 65"],
    ["50多岁", "age 50"],
    ["十五六岁", "age 15–16"],
    ["0-3岁", "age 0–3"],
    ["7岁到14岁", "age 7–14"],
    ["四岁半", "age 4.5"],
    ["半岁", "age 0.5"],
    ["5个月大的宝宝", "age months=5"],
    ["2岁4个月", "age months=28"],
    ["刚出生20天", "age days=20"],
    ["11月龄", "age months=11"],
    ["4个月的宝宝", "age months=4"],
    ["我58，没工作", "age 58"],
    ["刚满月", "age months=1"],
    ["年过八旬", "age 80"],
    ["八十五高龄", "age 85"],
    ["我七十了还能参保吗", "age 70"],
    ["我都六十九了", "age 69"],
    ["她奶奶九十有一", "age 91"],
    ["年过半百", "age 50"],
    ["宝宝百天", "age days=100"],
    ["娃才50天", "age days=50"],
    ["孩子5个月了", "age months=5"],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected.split(","));
  });

  it("counts a term from the birth as a length", () => {
    expect(read("出生60天内参保")).toEqual(["period d=P60D"]);
  });
});

describe("ages told by the way", () => {
  it.each([
    ["快八十的人了", "age 80"],
    ["我奶奶上了八十", "age 80"],
    ["孩子刚满周岁", "age 1"],
    ["花了快两万的费用", "amount 20000"],
    ["上了70块", "amount 70"],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe("counts, ordinals, cohorts", () => {
  it.each([
    ["家里五口人", "count 5"],
    ["两个娃", "count 2"],
    ["我们四个人", "count 4"],
    ["看了三次", "count 3"],
    ["2到5倍", "count 2–5"],
    ["第三次住院", "ordinal 3"],
    ["第二年", "ordinal 2"],
    ["21届毕业生", "cohort y=2021"],
    ["2022级新生", "cohort y=2022"],
    ["6", "count 6"],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe("what only looks like a number", () => {
  it.each([
    ["二档的大学生"],
    ["1档还是2档"],
    ["三甲医院和二级医院"],
    ["二级残疾证"],
    ["四级伤残军人"],
    ["两病门诊"],
    ["一个人交"],
    ["一下子交不起"],
    ["都一样吗"],
    ["万一断了"],
    ["在301医院看病"],
    ["千万别忘"],
    ["十分感谢"],
    ["统一缴费"],
    ["周三去办"],
    ["我住三亚"],
    ["二连浩特的"],
    ["退伍军人"],
    ["大陆居民"],
    ["公司交五险一金"],
    ["1型糖尿病"],
    ["B12针"],
    ["CT1次"],
    ["5G套餐"],
    ["6号线"],
    ["12楼"],
    ["58号文件"],
    ["并医保发〔2022〕27号"],
    ["渝医保发(2021)13号文"],
    ["冀政 [2004] 149 号"],
    ["医保函〔2020〕"],
    ["打12393问"],
    ["救护车120"],
    ["座机0351-7654321"],
    ["客服400-810-1234"],
    ["手机13912345678"],
    ["身份证11010119900307851X"],
    ["银行卡6222 0212 3456 7890 123"],
    ["微信666888"],
    ["报销一块办"],
    ["几个月能到账"],
    ["几岁算老人"],
    [""],
  ])("%j", (text) => {
    expect(
      readNumbers(text, ON).filter(({ kind }) => kind !== "count"),
    ).toEqual([]);
  });

  it("counts no questions as persons", () => {
    expect(read("想问两个问题")).toEqual([]);
    expect(read("我家两个")).toEqual(["count 2"]);
  });

  it.each([
    ["花了12345", "12345"],
    ["花了12393元", "12393"],
    ["药费120", "120"],
  ])("but an announced one is: %s", (text, value) => {
    expect(readNumbers(text, ON)).toMatchObject([{ kind: "amount", value }]);
  });
});
