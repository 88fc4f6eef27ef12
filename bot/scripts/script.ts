/** A conversation script in ids: what the reader makes of a YAML document. */
import { z } from "zod";
import { isDate } from "../../knowledge/dates.js";
import { plainValue } from "./exact.js";

/** A single word may stand for a list of one. */
const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (typeof value === "string" ? [value] : value),
    z.array(item),
  );

const words = z.string().trim().min(1, "不能是空的");
/** Characters that a date does not hold, each once; empty where only the figures are wrong. */
const strangeIn = (text: string): string =>
  [...new Set(text.match(/[^\d-]/gu) ?? [])].join(" ");
const day = z
  .string()
  .trim()
  .refine(isDate, {
    error: ({ input }) => {
      const strange = strangeIn(`${String(input)}`);
      return `应是存在的日期，写成 2022-10-08 的样子${strange === "" ? "" : `，只用数字和英文短横，不能有 ${strange}`}`;
    },
  });
const moment = z
  .string()
  .trim()
  .transform((text) => text.replace(" ", "T"))
  .refine(
    (text) =>
      /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/.test(
        text,
      ),
    "应是存在的时刻，写成 2022-10-08T09:30:00+08:00 的样子",
  )
  .refine((text) => isDate(text.slice(0, 10)), "日期不存在");
const value = z
  .string()
  .refine(
    (text) => !/[，、；]/.test(text),
    "里几个数之间要用英文逗号隔开，数里不要写逗号",
  )
  .refine(
    (text) => plainValue(text) !== undefined,
    "应是数字、百分比、日期或 是/否，如 70、55%、2022-12-20",
  );

export const citeExpected = z
  .strictObject({
    notice: words.optional(),
    clause: words.optional(),
    quote: words.optional(),
  })
  .refine(
    ({ notice, clause, quote }) => notice ?? clause ?? quote,
    "至少要写 文件、条款、原文 中的一项",
  );

export const expected = z.strictObject({
  status: words.optional(),
  intent: words.optional(),
  scope: words.optional(),
  /** Slot → values that must all be among the conditions. */
  conditions: z.record(z.string(), listOf(words)).default({}),
  /** Figure key → values, each of which a figure of that key must have. */
  figures: z.record(z.string(), listOf(value)).default({}),
  values: listOf(value).default([]),
  cites: z.array(citeExpected).default([]),
  says: listOf(words).default([]),
  never_says: listOf(words).default([]),
  caveats: listOf(words).default([]),
  /** An empty list means that nothing may be missing. */
  missing: listOf(words).optional(),
  suggests: listOf(words).default([]),
});
export const turn = z.strictObject({
  /** What the person types; may be empty. */
  user: z.string(),
  /** The day of this turn, where it is not the conversation's. */
  on: day.optional(),
  /** ISO time of the message; without it no time passes. */
  at: moment.optional(),
  expect: expected.optional(),
});
export const conversation = z.strictObject({
  name: words.optional(),
  on: day.optional(),
  /** The place that the account serves, as with --place. */
  place: words.optional(),
  turns: z.array(turn).min(1, "至少要有一轮问答"),
});

export type Expected = z.infer<typeof expected>;
export type CiteExpected = z.infer<typeof citeExpected>;
export type ScriptTurn = z.infer<typeof turn>;
export type Conversation = z.infer<typeof conversation>;

/** A conversation with where it stands. */
export interface Script extends Conversation {
  file: string;
  /** Line of the document's first key. */
  line: number;
  title: string;
  /** Line of each turn. */
  turnLines: number[];
}
