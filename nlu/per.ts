/** Whether a limit is asked for a day or for a year. */
import type { HeardWords } from "./hearing.js";
import type { Ask, Meaning, Money } from "./meaning.js";
import type { ConceptHit } from "./mentions.js";

/** What a limit is asked for; 一年和一天 is both, and so none alone, as is 最多报多少，一天多少. */
export function perOf(
  plain: string,
  concepts: readonly ConceptHit[],
  names: ReadonlySet<string>,
): Meaning["per"] {
  // 第一次住院 is the first stay, and nothing of each.
  const day = concepts.some(
    ({ concept, span }) => concept === "per_day" && plain[span[0] - 1] !== "第",
  );
  const year = names.has("per_year");
  // 一次最多50，去5次就用完: of a day's limit and of a year's.
  if (HOW_MANY.test(plain)) return null;
  if (day === year) return null;
  // 得了一年了一个月能报多少: the month is asked about; 12月 is none.
  const ofMonth = concepts.some(
    ({ concept, span }) => concept === "per_month" && span[1] - span[0] > 1,
  );
  if (year && ofMonth) return null;
  let clause = 0;
  const clauses = [...plain].map((char) =>
    "，,。；;？?".includes(char) ? clause++ : clause,
  );
  const clauseOf = ({ span }: ConceptHit): number => clauses[span[0]] ?? 0;
  const clausesOf = (...wanted: string[]): number[] =>
    concepts.filter(({ concept }) => wanted.includes(concept)).map(clauseOf);
  const told = new Set(clausesOf("per_day", "per_year"));
  const limits = clausesOf("limit");
  const asked = clausesOf("how_much").filter((clause) => told.has(clause));
  if (asked.length > 0 && limits.some((clause) => !told.has(clause)))
    return null;
  return day ? "day" : "year";
}

const HOW_MANY =
  /([几\d两三四五六七八九十])[次回趟天](就|能|可以|才|也|都)*(用|报|花)(完|光|满|没)|(够|能)(用|报|看|去|跑)(个)?几[次回趟天]/;

/** 一天能报多少，一年呢: both limits, and nothing else of the care. */
export function limitsOf(asks: readonly Ask[]): void {
  for (const ask of asks)
    if (ask.task === "outpatient" && ask.aspects.join() === "amount")
      ask.aspects = ["limit"];
}

/** 一档花完了吗，我已经报了180: of what care the limit is, is left open; it is no fee. */
export function ofLimitLeft(
  asks: readonly Ask[],
  { amounts, names }: HeardWords,
): Ask[] {
  const used = amounts.some(({ role }) => role === "paid_this_year");
  return used && !names.has("pay")
    ? asks.map((ask) =>
        ask.task === "contribution" ? { ...ask, task: "reimburse" } : ask,
      )
    : [...asks];
}

/** 一年能报300吗: without the amount that is supposed to be the limit, and is no bill. */
export function withoutSupposed(
  plain: string,
  amounts: readonly Money[],
  concepts: readonly ConceptHit[],
): Money[] {
  const timed = concepts.some(
    ({ concept, denied }) => TIMES.includes(concept) && !denied,
  );
  return amounts.filter(
    ({ span }) =>
      !timed ||
      !SUPPOSED.test(plain.slice(0, span[0])) ||
      !DOUBTED.test(plain.slice(span[1])),
  );
}
const TIMES: readonly string[] = ["per_day", "per_year"];
const SUPPOSED = /(能|可以|可|是不是|最多)[^，,。；;\d]{0,6}报销?(到|得到)?$/;
const DOUBTED = /^[元块]?(钱)?(吗|么|不|没|对|是|$)/;
