/** Numbers as people read them. The only place where figures become words. */
import type { Citation, Figure } from "../../engine/result.js";

/** 70.00 → 70, 30.50 → 30.5. */
export function trimZeros(value: string): string {
  return /^-?\d+\.\d+$/.test(value)
    ? value.replace(/0+$/, "").replace(/\.$/, "")
    : value;
}

/** A fraction as a percentage: 0.55 → 55%. */
export function percent(ratio: string): string {
  const [whole = "0", fraction = ""] = ratio.split(".");
  const digits = whole + fraction.padEnd(2, "0").slice(0, 2);
  const rest = fraction.slice(2).replace(/0+$/, "");
  const units = digits.replace(/^0+(?=\d)/, "");
  return `${units}${rest === "" ? "" : `.${rest}`}%`;
}

const SMALLEST = /\b(min|max)\(((?:[^()]|\([^()]*\))*)\)/;

/** A step's formula for people: min(64, 50) → 64、50取最小. */
export function expressionText(expression: string): string {
  const found = SMALLEST.exec(expression);
  if (!found) return expression;
  const [call, name, list = ""] = found;
  const words = `${list.replaceAll(", ", "、")}取最${name === "min" ? "小" : "大"}`;
  const whole = call.length === expression.length;
  return expressionText(
    expression.slice(0, found.index) +
      (whole ? words : `（${words}）`) +
      expression.slice(found.index + call.length),
  );
}

/** 2022-12-31 → 2022年12月31日. */
export function dateText(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  const bare = (part: string): string => part.replace(/^0/, "");
  if (day === "") return `${year}年${bare(month)}月`;
  return `${year}年${bare(month)}月${bare(day)}日`;
}

/** The value of a figure with its unit, in words. */
export function figureText({ type, value, unit, key }: Figure): string {
  switch (type) {
    case "money":
      return `${trimZeros(value)}${unit === "" ? "元" : unit}`;
    case "ratio":
      return key.endsWith("points") || unit.includes("点")
        ? `${percent(value).replace("%", "")}个百分点`
        : percent(value);
    case "date":
      return dateText(value);
    case "boolean":
      return value === "true" ? "是" : "否";
    case "count":
      return `${trimZeros(value)}${unit}`;
  }
}

/** 《title》（number）. */
export function documentName({
  title,
  number,
}: Pick<Citation, "title" | "number">): string {
  return `《${title}》${number === null ? "（所持文本未载文号）" : `（${number}）`}`;
}

/** A clause as people name it: 第五部分 for what is numbered 五、, else as it stands: （五）, 一（三）1, 题头, 首先. */
export function clauseText(clause: string): string {
  return /^[一二三四五六七八九十]+$/.test(clause) ? `第${clause}部分` : clause;
}

/** What stands above the clauses that an answer rests on. */
const GROUNDS = "依据：";
/** An explanation rests on no clause: the sentence only shows the word in use. */
const IN_USE = "文件里这样用到这个词（举例，不是解释的依据）：";
/** The headings of what was computed and of the clauses. */
export const HEADINGS: readonly string[] = ["怎么算的：", GROUNDS, IN_USE];

/** The heading above the clauses of an answer of this kind. */
export const groundsHeading = (intent: string): string =>
  intent === "term" ? IN_USE : GROUNDS;

/** Citations as lines: each document named once, its clauses and their words below it. */
export function groundsLines(citations: readonly Citation[]): string[] {
  const documents = new Map<string, Citation[]>();
  for (const citation of citations) {
    const name = documentName(citation);
    const own = documents.get(name);
    if (own) own.push(citation);
    else documents.set(name, [citation]);
  }
  return [...documents].flatMap(([name, own]) => {
    const clauses = own.map(
      ({ clause, quote }) => `${clauseText(clause)}：“${quote}”`,
    );
    return clauses.length === 1
      ? [name + (clauses[0] ?? "")]
      : [name, ...clauses.map((clause) => `· ${clause}`)];
  });
}

/** 甲、乙和丙. */
export function listText(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join("、")}和${items.at(-1) ?? ""}`;
}
