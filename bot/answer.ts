/** The answer object of the public contract: every key present, also when empty. */
import { z } from "zod";
import { calcResult } from "../engine/result.js";
import { scopeKind } from "../knowledge/matters.js";

export const condition = z.strictObject({
  slot: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]),
  label: z.string(),
  source: z.enum(["said", "carried", "assumed"]),
});

const answerWithoutParts = calcResult.extend({
  intent: z.string(),
  conditions: z.array(condition),
  text: z.string(),
  scope: scopeKind.nullable(),
  suggestions: z.array(z.string()),
});
export type Answer = z.infer<typeof answerWithoutParts> & { parts: Answer[] };
export const answer: z.ZodType<Answer> = answerWithoutParts.extend({
  parts: z.lazy(() => z.array(answer)),
}) as unknown as z.ZodType<Answer>;

export type Condition = z.infer<typeof condition>;
