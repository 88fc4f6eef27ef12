/**
 * What a notice folder may hold. Every YAML scalar arrives as a string
 * (failsafe schema), so numbers and dates are validated here and nowhere
 * become floats or locale dates.
 */
import { z } from "zod";
import { isDate } from "./dates.js";

/** A calendar day that exists, `YYYY-MM-DD`. */
export const isoDate = z
  .string()
  .refine(isDate, "应是存在的日期，写成 2023-01-31 的样子");
const decimalText = z
  .string()
  .regex(/^\d+(\.\d+)?$/, "应是不带单位和逗号的数字，如 350 或 0.55");
const ratioText = decimalText.refine(
  (text) => /^(0(\.\d+)?|1(\.0+)?)$/.test(text),
  "比例应写成 0 到 1 的小数，如 0.55",
);
const flag = z.enum(["true", "false"]).transform((text) => text === "true");
const wholeNumber = z
  .string()
  .regex(/^\d{1,6}$/, "应是整数")
  .transform((text) => Number.parseInt(text, 10));
const day = isoDate.nullable();

/**
 * The force of one statement. Only a `rule` decides what a person pays or
 * gets; a `target` is an aim, a `bound` limits what lower authorities may set.
 */
export const force = z.enum(["rule", "target", "bound"]);

/** What a period is counted in; dates are inclusive, `to: null` is open. */
export const period = z.strictObject({
  of: z.enum(["expense", "payment", "coverage_year", "school_year"]),
  from: isoDate,
  to: day,
});

/**
 * Facets of a case other than who the person is. A list means any of them.
 * The ids are those of `words.yaml`.
 */
const oneOrMore = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform((value) => (typeof value === "string" ? [value] : value));
export const where = z.strictObject({
  tier: oneOrMore.optional(),
  insurance: oneOrMore.optional(),
  institution: oneOrMore.optional(),
  class: oneOrMore.optional(),
  area: oneOrMore.optional(),
  disease: oneOrMore.optional(),
  payer: oneOrMore.optional(),
  student_of: oneOrMore.optional(),
  family_doctor: oneOrMore.optional(),
  employment: oneOrMore.optional(),
  admission: oneOrMore.optional(),
  care: oneOrMore.optional(),
  group: oneOrMore.optional(),
  /** Kinds of expense that are no grade of institution, e.g. a ward or an examination of its own ratio. */
  category: oneOrMore.optional(),
  out_of_region: oneOrMore.optional(),
});

/**
 * Whom a provision reaches, in identity tags of `words.yaml`: the person has
 * all of `all`, at least one of `any`, none of `none`.
 */
export const who = z.strictObject({
  all: oneOrMore.optional(),
  any: oneOrMore.optional(),
  none: oneOrMore.optional(),
});

const bound = z.enum(["exact", "at_least", "at_most"]).default("exact");

/** The value kinds. Money in 元, ratios as fractions, both decimal strings. */
export const value = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("amount"),
    amount: decimalText,
    per: z.enum(["person_year", "year", "month", "day", "visit", "once"]),
    bound,
  }),
  z.strictObject({
    kind: z.literal("ratio"),
    ratio: ratioText,
    bound,
    /** The fact (request.ts) that the ratio is of, where the clause names it: an income, a pension. */
    of: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal("points"),
    points: ratioText,
    direction: z.enum(["plus", "minus"]).default("plus"),
  }),
  /** Part of the contribution paid for a person in hardship. */
  z.strictObject({
    kind: z.literal("aid"),
    /** full: all of it; share: a ratio; fixed: an amount; none: stated as none; payable: the person pays exactly `amount`. */
    mode: z.enum(["full", "share", "fixed", "none", "payable"]),
    share: ratioText.optional(),
    /** What the notice itself states as the result; recomputed on load where it follows. */
    amount: decimalText.optional(),
    /** The aid is at least this much. */
    floor: decimalText.optional(),
    /** The aid is at most that of this tier, whatever tier is chosen. */
    limited_to_tier: z.string().optional(),
    /** Who pays the aid, in the words of the quotation. */
    paid_by: z.string().optional(),
    /** Who pays the aid, when the notice splits it; must sum to the aid. */
    payers: z
      .array(z.strictObject({ payer: z.string(), amount: decimalText }))
      .optional(),
  }),
  z.strictObject({
    kind: z.literal("bands"),
    /** Where the bands are counted from: the expense itself, or what is above the deductible. */
    counted_from: z.enum(["zero", "deductible"]),
    /** What is banded: what the person bears after basic insurance, or the eligible expense itself. */
    base: z.enum(["self_paid", "expense"]).default("self_paid"),
    bands: z
      .array(
        z.strictObject({
          over: decimalText,
          to: decimalText.nullable(),
          ratio: ratioText,
        }),
      )
      .min(1),
  }),
  z.strictObject({
    kind: z.literal("cap"),
    /** null: the notice says there is no limit. */
    amount: decimalText.nullable(),
    /** Whether it limits what the fund pays or the expense that counts. */
    on: z.enum(["payment", "expense"]),
    per: z.enum(["visit", "day", "month", "year"]),
    bound,
  }),
  z.strictObject({
    kind: z.literal("deductible"),
    amount: decimalText,
    per: z.enum(["visit", "admission", "year"]),
    /** Whether what the person pays as this deductible counts into the base of the next layer. */
    next_layer: z.enum(["counted", "left_out"]).default("counted"),
  }),
  /** Changes a regular deductible: a factor on it, or an amount off it. */
  z.strictObject({
    kind: z.literal("deductible_change"),
    factor: ratioText.optional(),
    minus: decimalText.optional(),
    /** The deductible becomes this amount. */
    to_amount: decimalText.optional(),
    /** Holds from this admission (or number of years) on. */
    from_count: wholeNumber.optional(),
    to_count: wholeNumber.optional(),
  }),
  z.strictObject({ kind: z.literal("window"), from: day, to: day }),
  /** Enrolment at any time: paid up to this day of a month, benefits begin with the next month, else a month later. */
  z.strictObject({ kind: z.literal("monthly"), until_day: wholeNumber }),
  /** Benefits begin on this day, or this many months after an event. */
  z.strictObject({
    kind: z.literal("wait"),
    exempt: flag,
    within_months: wholeNumber.optional(),
    within_days: wholeNumber.optional(),
    benefit_from: z.string().optional(),
    /** Months to wait after joining for those who are not exempt. */
    months: wholeNumber.optional(),
    /** Months more for each year without cover. */
    per_missed_year: wholeNumber.optional(),
    /** Months less for each of those years that is paid afterwards. */
    per_repaid_year: wholeNumber.optional(),
    /** The months are never fewer, never more. */
    at_least: wholeNumber.optional(),
    at_most: wholeNumber.optional(),
  }),
  /** A stated fact; `says` is our plain wording of it, every number in it stands in the quotation. */
  z.strictObject({
    kind: z.literal("text"),
    says: z.string().min(2),
    figures: z
      .array(
        z.strictObject({
          key: z.string(),
          type: z.enum(["money", "ratio", "date", "boolean", "count"]),
          label: z.string(),
          value: z.string(),
          /** Empty where the figure has none, as with ratios and dates. */
          unit: z
            .string()
            .nullable()
            .transform((unit) => unit ?? ""),
        }),
      )
      .default([]),
  }),
]);

const passage = z.strictObject({ clause: z.string(), quote: z.string() });

/** One machine-readable statement of one clause. */
export const provision = z.strictObject({
  id: z.string().regex(/^[a-z0-9.-]+$/, "编号只用小写字母、数字、点和短横"),
  clause: z.string(),
  /** Verbatim, white space aside; stands once in the clause. */
  quote: z.string(),
  /** The words inside the quotation that tie the figure to its tier, year or person. */
  at: z.string().optional(),
  /** Further passages that show the person, tier or year. */
  context: z.array(passage).default([]),
  force,
  topic: z.string(),
  period,
  where: where.default({}),
  who: who.default({}),
  value,
  /** Computed from other provisions of the notice, not stated itself. */
  derived: z
    .strictObject({ from: z.array(z.string()).min(1), formula: z.string() })
    .optional(),
  /** Conditions of the clause that no fact of a request states: counted as met, and told. */
  assumes: z.array(z.string().min(2)).default([]),
  /** Overrides the notice's own `confirmed_to`. */
  confirmed_to: isoDate.optional(),
  /** Entry of interpretations.yaml that this reading rests on. */
  interpretation: z.string().optional(),
  /** The document the clause leaves the matter to. */
  refers: z
    .array(
      z.strictObject({
        title: z.string().optional(),
        number: z.string().optional(),
        held: z.string().optional(),
      }),
    )
    .default([]),
});

/** A passage whose figures are deliberately not modelled, and why. */
export const quotedOnly = z.strictObject({
  clause: z.string(),
  quote: z.string(),
  reason: z.string().min(2),
});

export const provisionsFile = z.strictObject({
  provisions: z.array(provision).default([]),
  quoted_only: z.array(quotedOnly).default([]),
});

export const noticeHead = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  number: z.string().nullable(),
  /** Short names by which people ask for the document. */
  names: z.array(z.string()).default([]),
  kind: z.enum(["binding", "plan", "guidance", "interpretation", "commentary"]),
  issuers: z.array(z.string()),
  jurisdiction: z.string(),
  /** The insurances that the whole document speaks of, where a provision names none. */
  insurance: z.array(z.string()).optional(),
  issued: day,
  in_force: z.strictObject({ from: day, to: day }),
  /** Until when the notice may be taken as still saying what holds. */
  confirmed_to: isoDate,
  status: z.enum(["in_force", "expired"]),
  form: z.enum(["complete", "fragment"]),
  copy: z.enum(["official", "repost"]),
  source: z.strictObject({ file: z.string(), sha256: z.string() }),
  /** The clean-up: where the document begins and ends in its source, what is removed, where clauses start. */
  clean: z.strictObject({
    from: z.string().optional(),
    to: z.string().optional(),
    /** Converter marks: literal strings, each removed once in order; `居住{2、}证` removes only what the braces hold. */
    marks: z.array(z.string()).default([]),
    /** Whether a line of the source is a paragraph, or paragraphs are wrapped into lines. */
    lines: z.enum(["kept", "wrapped"]).default("wrapped"),
    /** Clause ids with the words each starts with, in document order. */
    clauses: z.array(
      z.strictObject({
        id: z.string(),
        starts: z.string(),
        part_of: z.string().optional(),
      }),
    ),
  }),
  /** The document's own sentence on earlier rules, if it has one. */
  supersession: z.string().nullable(),
  reviewed_on: isoDate,
  /** What the text does not say and was concluded, with the ground. */
  inferred: z
    .array(z.strictObject({ what: z.string(), because: z.string() }))
    .default([]),
  source_errors: z
    .array(
      z.strictObject({
        clause: z.string(),
        found: z.string(),
        read_as: z.string(),
        because: z.string(),
      }),
    )
    .default([]),
  /** Documents that the text mentions and that are not held. */
  mentions: z
    .array(
      z.strictObject({
        title: z.string().optional(),
        number: z.string().optional(),
      }),
    )
    .default([]),
});

/** A worked example that must come out of the calculator on load. */
export const noticeCase = z.strictObject({
  name: z.string(),
  request: z.record(z.string(), z.unknown()),
  status: z.string(),
  figures: z.record(z.string(), z.string()).default({}),
});
export const casesFile = z.strictObject({ cases: z.array(noticeCase).min(1) });

export type Force = z.infer<typeof force>;
export type Period = z.infer<typeof period>;
export type Where = z.infer<typeof where>;
export type Who = z.infer<typeof who>;
export type Value = z.infer<typeof value>;
export type ValueOf<K extends Value["kind"]> = Extract<Value, { kind: K }>;
export type ProvisionEntry = z.infer<typeof provision>;
export type QuotedOnly = z.infer<typeof quotedOnly>;
export type NoticeHead = z.infer<typeof noticeHead>;
export type NoticeCase = z.infer<typeof noticeCase>;

/** One clause of a notice as it stands in text.md, white space mended. */
export interface Clause {
  id: string;
  /** Position in the document, from 0. */
  order: number;
  text: string;
}

export interface Notice extends NoticeHead {
  folder: string;
  clauses: readonly Clause[];
  provisions: readonly Provision[];
  quotedOnly: readonly QuotedOnly[];
  cases: readonly NoticeCase[];
}

/** A provision in its notice: what the calculators and the look-ups get. */
export interface Provision extends ProvisionEntry {
  /** `notice/id`, unique in the knowledge base. */
  key: string;
  notice: NoticeHead;
  /** Last day on which the provision may be taken to hold. */
  trusted_to: string;
  /** Key of the later provision that ended this one. */
  superseded_by?: string;
}

/** A provision that decides; calculators take nothing else. */
export type Rule = Provision & { force: "rule" };
