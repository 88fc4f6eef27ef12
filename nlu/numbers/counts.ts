/** Counts with their unit (三个人, 两次, 3倍), ordinals (第二次) and cohorts (22届). */
import { digitsToInt } from "../../knowledge/dates.js";
import { rangeAt } from "./between.js";
import { quantity, type Found, type Outcome } from "./found.js";
import { qualify } from "./qualify.js";
import { charAt, isDigit, numeralAt, type Scan } from "./scan.js";
import { isYearText, skipSpace, yearDigits } from "./years.js";
import { lengthAt, startsAt, words } from "./words.js";

/** Units of counted persons, times and things; longer ones first. */
const UNITS = words(
  "个人 口人 个孩子 个小孩 个娃娃 个娃 个老人 个学生 个大人 个家人 个子女 个儿子 个女儿 人次 人 口 名 位 次 回 趟 倍 个 种 家 样 盒 瓶 份 项",
);
/** After a unit these make another word: 人民, 人均, 位置. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  人: "民均才间员类生体",
  口: "腔服",
  位: "置数于",
  次: "性月年日于要数",
  回: "来去家执老复",
  名: "单称义字下",
  家: "庭里长属人门医",
  份: "额",
  项: "目",
  个: "点体税人月季学疗工小周",
  样: "子",
};
/** Behind 个 these are things, of which no question needs the count: 两个问题. */
const THINGS = words(
  "问题 事 疑问 文件 通知 政策 规定 医院 药 病 部门 城市 地方 方面 原因 条件 材料 证 卡 账 渠道 办法 方法 步骤 档 选择 标准 统一 重点 平台 单位 公司 号 电话 手机 检查 项目 手术 省 市 县 区 村 乡 镇 险 保险 层次 阶段 段 梯度 类 种",
);
const ORDINAL_UNITS = words("个孩子 个娃 次 回 年 胎 孩 个月 个 天");

/** Reads the count that starts there. */
export function readCount(s: Scan, at: number): Outcome {
  const { t } = s;
  if (charAt(t, at) === "第") return ordinal(s, at);
  const first = firstTime(s, at);
  if (first !== undefined) return first;
  const group = cohort(s, at);
  if (group !== undefined) return group;
  const numeral = rangeAt(s, at);
  if (numeral === undefined) return undefined;
  const start = skipSpace(t, numeral.to);
  const length = lengthAt(t, start, UNITS);
  if (length === 0) return undefined;
  const unit = t.slice(start, start + length);
  const end = start + length;
  if (isOwnPart(t, start, unit)) return undefined;
  if ((OTHER_WORDS[unit] ?? "").includes(charAt(t, end) || " "))
    return undefined;
  if (unit === "个" && startsAt(t, end, THINGS)) return { skipTo: end };
  // 一次, 一个, 一人 are “a” and “each”; 几次 asks.
  const word = t.slice(at, numeral.to);
  if (word === "一" || word === "几") return { skipTo: end };
  const said = qualify(t, at, end);
  return quantity({
    kind: "count",
    start: at,
    end,
    low: numeral.low,
    high: numeral.high,
    about: numeral.about || said.about,
    bound: said.bound,
    unit,
  });
}

/** 合规4万 个人要出多少: the person's own part of an amount, not so many persons. */
function isOwnPart(t: string, start: number, unit: string): boolean {
  return unit === "个人" && /[万亿]\s*$/.test(t.slice(0, start));
}

/** 第二次, 第三胎, 第一年. */
function ordinal(s: Scan, at: number): Outcome {
  const numeral = numeralAt(s, at + 1);
  if (
    numeral === undefined ||
    numeral.high !== undefined ||
    !numeral.low.isInteger()
  )
    return undefined;
  const length = lengthAt(s.t, numeral.to, ORDINAL_UNITS);
  if (length === 0) return { skipTo: numeral.to };
  const end = numeral.to + length;
  return {
    kind: "ordinal",
    start: at,
    end,
    value: numeral.low.toFixed(),
    about: false,
    unit: ordinalUnit(s.t.slice(numeral.to, end)),
  };
}

/** 第二回 and 第二次 are one. */
function ordinalUnit(said: string): string {
  return said === "回" ? TIME : said;
}
const TIME = "次";
const FIRST_TIMES = words("头一次 头一回 头一遭 头次 头回 首次");

/** 头一回, 首次: the first time, told without a numeral. */
function firstTime({ t }: Scan, at: number): Outcome {
  const length = lengthAt(t, at, FIRST_TIMES);
  if (length === 0) return undefined;
  return {
    kind: "ordinal",
    start: at,
    end: at + length,
    value: "1",
    about: false,
    unit: TIME,
  };
}

/** 22届, 2022级: the year in which a class left or entered school. */
function cohort(s: Scan, at: number): Found | undefined {
  const { t } = s;
  const digits = yearDigits(t, at);
  if (digits === "" || isDigit(t, at - 1)) return undefined;
  const end = at + digits.length;
  const word = charAt(t, end);
  if (word !== "届" && word !== "级") return undefined;
  const now = s.today.year;
  const year =
    digits.length === 4
      ? digitsToInt(digits)
      : now - (now % 100) + digitsToInt(digits);
  if (
    !isYearText(String(year)) ||
    (digits.length === 2 && (digitsToInt(digits) < 5 || year > now + 5))
  )
    return undefined;
  return {
    kind: "cohort",
    start: at,
    end: end + 1,
    value: `y=${year}`,
    about: false,
    unit: word,
  };
}
