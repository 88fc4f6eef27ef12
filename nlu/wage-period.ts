/** Whether a wage is told for a month or for a whole year; 上年 and 2009年度 only say of which year it is. */
import type { Span } from "./meaning.js";

export type WagePeriod = "month" | "year";

/** Of which year the wage is: no word for how long it is earned. */
const WHICH_YEAR = /(上一?|去|前|今|本|当|[12]\d{3})年度?/g;
const MONTHLY = /月|按月/;
const YEARLY = /年平均|年均|年工资|年薪|年收入|一年|全年|每年|整年|年的/;
/** 三万一年, 三万是一年的, 3000每月. */
const BEHIND =
  /^(元|块)?钱?(是|为)?[/／]?(一个?|每个?|全|整)?(?<unit>[年月])(的|$|[，,。；;！!？?\s])/;
const WORDS = 16;

/** The period that the words right around the amount tell; undefined where they leave it open. */
export function wagePeriod(
  text: string,
  [from, to]: Span,
): WagePeriod | undefined {
  const unit = BEHIND.exec(text.slice(to))?.groups?.unit;
  if (unit) return unit === "年" ? "year" : "month";
  const before = text
    .slice(Math.max(0, from - WORDS), from)
    .replace(WHICH_YEAR, "")
    .replace(/^.*[，,。；;！!？?]/, "");
  if (MONTHLY.test(before)) return "month";
  return YEARLY.test(before) ? "year" : undefined;
}

/** 是一年的, 按月算的: the reply to which of the two it is. */
export function periodAlone(plain: string): WagePeriod | null {
  const [month, year] = [/月/.test(plain), /年/.test(plain)];
  if (month === year || plain.length > WORDS) return null;
  return month ? "month" : "year";
}
