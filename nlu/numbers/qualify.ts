/** Words before and after a number that make it approximate or a bound. */
import type { Bound } from "./reading.js";
import { lengthAt, lengthBefore, WordTable, words } from "./words.js";

/** What the words around a number say about it. */
export interface Qualifiers {
  readonly about: boolean;
  readonly bound?: Bound;
}

/** What a word says; `none` for words that only end like one. */
type Meaning = Bound | "about" | "none";

const BEFORE = meanings({
  about:
    "差不多 差点 差一点 将近 接近 大概 大约 约莫 估计 约为 年近 约 近 快 奔 小",
  at_least: "不低于 不下 不少于 不小于 至少 最少 最低 起码 年满 满 >= ≥",
  at_most:
    "不超过 没超过 未超过 没有超过 没超出 没超 未超 不超 不高于 不大于 不多于 至多 最多 最高 顶多 <= ≤",
  over: "不止 超过 超出 高于 大于 多于 年过 超 >",
  under: "不到 没到 未到 不足 不满 未满 没满 不够 低于 少于 小于 <",
  none: "预约 签约 解约 违约 附近 最近 邻近 大小 幼小 儿小 赶快 尽快 圆满 报满 用满 领满 拿满 刷满",
});
/** May stand between such a word and the number: 大概花了|三千. */
const BETWEEN = words(`
  能报 可报 报销 支付 自付 花了 花费 报 交 缴 付 给 掏 花 是 有 为 在 要 得 了 人民币 ¥
`);

const AFTER = meanings({
  about: "左右 上下 出头 挂零 冒头 的样子 样子",
  at_least: "以上 及以上 (含)以上 （含）以上 往上 起",
  at_most: "以下 及以下 (含)以下 （含）以下 以内 之内 往下 封顶",
  over: "",
  under: "不到",
  none: "起来 起诉 起付",
});
/** Between a number and such a word: 5万|块钱左右. */
const PADDING = words("块钱 元钱 钱 整 元 块 的");

/** Words that bound a day or a month. */
const AFTER_DAY = meanings({
  about: "",
  at_least: "以后 之后 开始 起 后",
  at_most: "以前 之前 截止 前 止",
  over: "",
  under: "",
  none: "起来 后来",
});

/** The words of each meaning as one table. */
function meanings(
  lists: Readonly<Record<Meaning, string>>,
): WordTable<Meaning> {
  return new WordTable(
    (Object.entries(lists) as [Meaning, string][]).flatMap(([meaning, list]) =>
      list
        .split(" ")
        .filter(Boolean)
        .map((word): [string, Meaning] => [word, meaning]),
    ),
  );
}

/** What the words around the number at [from, to) say. */
export function qualify(t: string, from: number, to: number): Qualifiers {
  const before = wordBefore(t, from);
  const after = wordAfter(t, to);
  const plus = t.charAt(to) === "+";
  const about = before === "about" || after === "about" || plus;
  const bound = plus ? "at_least" : (boundOf(after) ?? boundOf(before));
  return bound === undefined ? { about } : { about, bound };
}

/** What the words behind a day say. */
export function boundOfDay(t: string, to: number): Bound | undefined {
  return boundOf(AFTER_DAY.at(t, to)?.value);
}

/** The word before, over spaces and perhaps two verbs: 大概花了|三千. */
function wordBefore(t: string, from: number): Meaning | undefined {
  let at = from;
  for (let skipped = 0; skipped < 3; skipped++) {
    if (t.charAt(at - 1) === " ") at--;
    const found = BEFORE.before(t, at);
    if (found !== undefined) return found.value;
    const length = lengthBefore(t, at, BETWEEN);
    if (length === 0) return undefined;
    at -= length;
  }
  return undefined;
}

/** The word after, behind 块钱 or 整. */
function wordAfter(t: string, to: number): Meaning | undefined {
  let at = to;
  for (let skipped = 0; skipped < 2; skipped++) {
    if (t.charAt(at) === " ") at++;
    const found = AFTER.at(t, at);
    if (found !== undefined) return found.value;
    const length = lengthAt(t, at, PADDING);
    if (length === 0) return undefined;
    at += length;
  }
  return undefined;
}

/** A bound, not a mere approximation. */
function boundOf(word: Meaning | undefined): Bound | undefined {
  return word === "about" || word === "none" ? undefined : word;
}
