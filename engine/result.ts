/** The shape of a computed result; the answer of the bot embeds it unchanged. */
import { z } from "zod";

export const status = z.enum([
  "answered",
  "needs_info",
  "clarify",
  "not_stipulated",
  "not_held",
  "out_of_scope",
  "handoff",
]);
export const figure = z.strictObject({
  key: z.string(),
  type: z.enum(["money", "ratio", "date", "boolean", "count"]),
  label: z.string(),
  /** Money with two decimals, ratios as fractions, dates ISO, booleans "true"/"false". */
  value: z.string(),
  unit: z.string(),
  citations: z.array(z.number().int()),
  /** Whose figure it is, where several persons, tiers or years are answered. */
  for: z.record(z.string(), z.string()).optional(),
});
export const step = z.strictObject({
  label: z.string(),
  expression: z.string(),
  value: z.string(),
  unit: z.string(),
  citations: z.array(z.number().int()),
});
export const citation = z.strictObject({
  notice: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  authority: z.enum([
    "binding",
    "plan",
    "guidance",
    "interpretation",
    "commentary",
  ]),
  clause: z.string(),
  quote: z.string(),
  issuer: z.string(),
  place: z.string(),
  issued: z.string().nullable(),
  copy: z.enum(["official", "repost"]),
  effective: z.strictObject({
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
});
export const caveatCode = z.enum([
  "stale",
  "target_not_rule",
  "derived",
  "superseded",
  "expired",
  "guidance",
  "fragment",
  "ambiguous",
  "other_rules_first",
  "identity_overlap",
  "assumed",
  "refers",
  "left_out",
]);
export const caveat = z.strictObject({ code: caveatCode, text: z.string() });
export const rangeItem = z.strictObject({
  key: z.string(),
  from: z.string(),
  to: z.string(),
  depends_on: z.array(z.string()),
});

/** What a calculation gives: exactly the parts of an answer of the same names. */
export const calcResult = z.strictObject({
  status,
  figures: z.array(figure),
  steps: z.array(step),
  citations: z.array(citation),
  caveats: z.array(caveat),
  missing: z.array(z.string()),
  reference: z.array(figure),
  range: z.array(rangeItem).nullable(),
});

export type Status = z.infer<typeof status>;
export type Figure = z.infer<typeof figure>;
export type Step = z.infer<typeof step>;
export type Citation = z.infer<typeof citation>;
export type CaveatCode = z.infer<typeof caveatCode>;
export type Caveat = z.infer<typeof caveat>;
export type RangeItem = z.infer<typeof rangeItem>;
export type CalcResult = z.infer<typeof calcResult>;
