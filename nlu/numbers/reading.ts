/** What a sentence says in numbers: the shape of a reading. */

/**
 * The kinds of reading.
 *
 * - `amount` money in 元: "35000", a range "100000–200000"
 * - `ratio` a share as a fraction: "0.7"
 * - `points` percentage points (百分点) as a fraction: "0.2"
 * - `year` a calendar year: "y=2023"
 * - `month` a calendar month: "t=2022-09", "t=XXXX-09" when no year is said
 * - `date` a day: "t=2022-12-31", "t=XXXX-12-20"
 * - `range` from one day to another, half-open: "r=2022-09-01,2022-12-21"
 * - `school_year` September to August, half-open: "r=2022-09-01,2023-09-01"
 * - `period` a length of time, ISO 8601: "d=P3M", "d=P1Y3M", "d=P0.5Y", "d=P3D–P5D"
 * - `age` in years "60", "1.5", "17–18"; of infants "days=80", "months=3"
 * - `count` persons, times, things, multiples: "3" with the unit
 * - `ordinal` the which-th time, child, year: "2" with the unit
 * - `cohort` the class that entered (级) or left (届) school in a year: "y=2022"
 */
export type ReadingKind =
  | "amount"
  | "ratio"
  | "points"
  | "date"
  | "year"
  | "month"
  | "period"
  | "age"
  | "range"
  | "count"
  | "school_year"
  | "ordinal"
  | "cohort";

/**
 * What a word at the number makes of it: 以上/至少/起, 以下/不超过/以前,
 * 超过/高于, 不到/不满. For days: 起/以后 is at_least, 前/截止 is at_most.
 */
export type Bound = "at_least" | "at_most" | "over" | "under";

/** One number, date or period in a sentence. */
export interface Reading {
  /** UTF-16 offsets in the text as typed, half-open. */
  span: [number, number];
  /** The typed characters of the span. */
  text: string;
  kind: ReadingKind;
  /** The value, written as described at ReadingKind. */
  value: string;
  /** Whether it is said to be approximate: 左右, 大概, 多, 几, 将近, 来 … */
  about: boolean;
  /** First value of a range of amounts, ratios, ages or counts. */
  low?: string;
  /** Last value of such a range. */
  high?: string;
  /** First day, where the reading fixes one. */
  from?: string;
  /** The day after the last, where the reading fixes one. */
  to?: string;
  bound?: Bound;
  /** The unit as typed or meant: 元, 岁, 人, 次, 月 … */
  unit?: string;
}
