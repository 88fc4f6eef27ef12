/** The years and school years that a message says, put into the frame. */
import type { Ask, Meaning } from "../../nlu/meaning.js";
import type { Reading } from "../../nlu/numbers/reading.js";
import { said } from "./slots.js";
import type { Frame } from "./state.js";

export function sayYears(
  frame: Frame,
  meaning: Meaning,
  ask: Ask | null,
): void {
  const years: number[] = [];
  const schools: number[] = [];
  const all = yearsSaid(meaning);
  if (
    meaning.yearsBelow !== null &&
    all.every(({ reading }) => /^[上去前]/.test(reading.text))
  )
    return;
  const onlyBefore = all.every(({ reading }) => /^[上去前]/.test(reading.text));
  if (frame.years && meaning.aspects.includes("increase") && onlyBefore) return;
  if (all.length > 0) frame.now = false;
  const near = ask
    ? all.filter(
        ({ reading }) =>
          reading.span[0] >= ask.span[0] && reading.span[1] <= ask.span[1],
      )
    : all;
  for (const { reading } of near.length > 0 ? near : all) {
    const year = Number.parseInt((reading.from ?? "").slice(0, 4), 10);
    if (Number.isNaN(year)) continue;
    if (/^(今年|本年|本年度|今年度|当前|现在)$/.test(reading.text))
      frame.now = true;
    const list = isSchoolYear(reading) ? schools : years;
    if (!list.includes(year)) list.push(year);
  }
  if (years.length > 1) frame.now = false;
  if (schools.length > 0) frame.schoolYears = said(schools);
  if (years.length > 0) {
    const beside =
      meaning.compare && ask === null ? (frame.years?.value ?? []) : [];
    frame.years = said([...new Set([...beside, ...years])]);
    if (schools.length === 0) frame.schoolYears = null;
  }
}

/** 比2021年多多少: one year said, after 比; 比去年 is against the year before. */
export function againstOf({
  compare,
  aspects,
  dates,
  plain,
}: Meaning): Frame["against"] {
  const years = dates.filter(({ role }) => role === "year");
  const [only] = years;
  const asked =
    (compare || aspects.includes("increase")) &&
    years.length === 1 &&
    only !== undefined &&
    /(比|较)(着)?$/.test(plain.slice(0, only.reading.span[0]));
  if (!asked) return null;
  return /^[上去]/.test(only.reading.text) ? "year_before" : "year_named";
}

/** Years and school years said; in a story 去年 gives way to 2023年. */
function yearsSaid(meaning: Meaning): Meaning["dates"] {
  const all = meaning.dates.filter(
    ({ role, reading }) => role === "year" || isSchoolYear(reading),
  );
  const own = all.filter(
    ({ reading }) => !(lightYear(meaning) && /^[上去]/.test(reading.text)),
  );
  const absolute = own.filter(({ reading }) =>
    /[\d〇零一二三四五六七八九]{2}/.test(reading.text),
  );
  return meaning.compare || absolute.length === 0 ? own : absolute;
}

const OF_LAST_YEAR: readonly string[] = [
  "outpatient_last_year",
  "wage",
  "urban_income",
  "rural_income",
  "enterprise_pension",
];

/** 去年门诊只花了1500, 去年平均工资3000: the year belongs to that amount. */
function lightYear({ amounts }: Meaning): boolean {
  return amounts.some(({ role }) => OF_LAST_YEAR.includes(role));
}

/** A school year by name, or from 1 September to 31 August. */
function isSchoolYear({ kind, from, to }: Reading): boolean {
  if (kind === "school_year") return true;
  if (kind === "month" || kind === "date") return true;
  return (
    kind === "range" &&
    from !== undefined &&
    from.endsWith("-09-01") &&
    to !== undefined &&
    to.endsWith("-09-01") &&
    Number.parseInt(to.slice(0, 4), 10) ===
      Number.parseInt(from.slice(0, 4), 10) + 1
  );
}
