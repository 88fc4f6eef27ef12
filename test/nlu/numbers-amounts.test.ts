import { describe, expect, it } from "vitest";
import { readNumbers } from "../../nlu/numbers/index.js";

const ON = "2022-10-08";
const read = (text: string) =>
  readNumbers(text, ON).map(({ kind, text: typed, value }) => [
    kind,
    typed,
    value,
  ]);

describe("amounts", () => {
  it.each([
    ["药店买药用了86.5元", "86.5元", "86.5"],
    ["开刀一共7万2", "7万2", "72000"],
    ["缴费时交了4百5", "4百5", "450"],
    ["一共是六万八千块钱", "六万八千块钱", "68000"],
    ["发票上写肆万叁仟贰佰元整", "肆万叁仟贰佰元整", "43200"],
    ["报销单上 9,876.54 元", "9,876.54 元", "9876.54"],
    ["手术费４．８万", "４．８万", "48000"],
    ["手術費三萬六千塊", "三萬六千塊", "36000"],
    ["检查费四百零八块六毛五", "四百零八块六毛五", "408.65"],
    ["挂号费12块5毛", "12块5毛", "12.5"],
    ["打针18块6一次", "18块6", "18.6"],
    ["自己掏了2w6", "2w6", "26000"],
    ["押金6k", "6k", "6000"],
    ["一共2.5个w", "2.5个w", "25000"],
    ["写的是陆万伍", "陆万伍", "65000"],
    ["自付了4,5000元", "4,5000元", "45000"],
    ["床位费每天45", "45", "45"],
    ["起付线800报多少", "800", "800"],
    ["人民币柒佰元", "人民币柒佰元", "700"],
    ["￥68.00", "￥68.00", "68"],
    ["花了 3.6 万", "3.6 万", "36000"],
    ["总共一百零三万零六十元", "一百零三万零六十元", "1030060"],
    ["补了八毛五分", "八毛五分", "0.85"],
    ["两万零八", "两万零八", "20008"],
    ["三点二万", "三点二万", "32000"],
    ["门诊费一千二", "一千二", "1200"],
    ["花了一个亿", "一个亿", "100000000"],
    ["一亿三千万元", "一亿三千万元", "130000000"],
  ])("%s", (text, typed, value) => {
    expect(read(text)).toEqual([["amount", typed, value]]);
  });

  it.each([
    ["甲类三百，乙类四百五", ["300", "450"]],
    ["甲类260乙类95", ["260", "95"]],
    ["210，340", ["210", "340"]],
    ["２１０，３４０", ["210340"]],
    ["总费用8万，报了5万3，自己掏2万7", ["80000", "53000", "27000"]],
    ["110，350", ["110", "350"]],
    ["45，000元", ["45000"]],
    ["花了一万一共报了三千", ["10000", "3000"]],
    ["交了两万三级医院", ["20000"]],
    ["自付四万四类药", ["40000"]],
  ])("several in %s", (text, values) => {
    expect(read(text).map(([, , value]) => value)).toEqual(values);
  });
});

describe("vague amounts", () => {
  it.each([
    ["大概花了七百", "700", undefined],
    ["六千多", "6000", undefined],
    ["九百来块", "900", undefined],
    ["快四万了", "40000", undefined],
    ["两万出头", "20000", undefined],
    ["8千+", "8000", undefined],
    ["超过十万", "100000", undefined],
    ["不到两千块", "2000", undefined],
    ["上百万", "1000000", undefined],
    ["百把万", "1000000", undefined],
    ["几十块钱", "10", "100"],
    ["五六万", "50000", "60000"],
    ["二十几万", "200000", "300000"],
    ["一万好几", "10000", "20000"],
    ["一千五六", "1500", "1600"],
    ["大几万", "50000", "99999"],
    ["千儿八百块", "800", "1000"],
  ])("%s", (text, low, high) => {
    const [reading, ...others] = readNumbers(text, ON);
    expect(others).toEqual([]);
    expect(reading?.kind).toBe("amount");
    expect(reading?.about).toBe(true);
    expect(reading?.low ?? reading?.value).toBe(low);
    expect(reading?.high).toBe(high);
  });

  it.each([
    ["4-6万", "40000–60000"],
    ["八百到一千二", "800–1200"],
    ["二到四百块", "200–400"],
    ["三、四千", "3000–4000"],
    ["6000~9000元", "6000–9000"],
    ["1万元至1.5万元", "10000–15000"],
  ])("range %s", (text, value) => {
    expect(readNumbers(text, ON)).toMatchObject([{ kind: "amount", value }]);
  });

  it("takes an end that names a part of the bill as exact", () => {
    expect(readNumbers("超过8万的部分", ON)).toMatchObject([
      { value: "80000", bound: "over", about: false },
    ]);
  });

  it("reads no amount out of a negative one", () => {
    expect(readNumbers("自付-800元", ON)).toEqual([]);
    expect(readNumbers("自付负八百元", ON)).toEqual([]);
    expect(readNumbers("自负八百元", ON)).toMatchObject([{ value: "800" }]);
  });
});

describe("both readers agree on every numeral", () => {
  const DIGITS = "零一二三四五六七八九";
  const UNITS = ["千", "百", "十", ""];

  /** 3050 → 三千零五十 */
  function spelled(value: number): string {
    let text = "";
    const digits = [...String(value).padStart(4, "0")];
    digits.forEach((digit, index) => {
      if (digit !== "0") text += DIGITS[+digit] + (UNITS[index] ?? "");
      else if (text !== "" && !text.endsWith("零")) text += "零";
    });
    return text.replace(/零$/, "");
  }

  it("from 1 to 9999", () => {
    const wrong: string[] = [];
    for (let value = 1; value < 10000; value++) {
      const typed = `${spelled(value)}元`;
      const [reading] = readNumbers(`花了${typed}`, ON);
      if (reading?.text !== typed || reading.value !== String(value))
        wrong.push(typed);
    }
    expect(wrong).toEqual([]);
  });
});
