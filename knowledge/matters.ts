/** Schema of matters.yaml: what people ask and the notices mostly leave open, how it is heard and whom to ask. */
import { z } from "zod";
import { contactPurpose } from "./interpretations.js";

/** The kinds of refusal, as the contract names them. */
export const scopeKind = z.enum([
  "personal_account",
  "other_insurance",
  "medical_advice",
  "complaint",
  "prediction",
  "opinion",
  "small_talk",
  "abuse",
  "crisis",
  "suspected_scam",
  "illegal_request",
  "other",
]);
export type ScopeKind = z.infer<typeof scopeKind>;

const flag = z
  .enum(["true", "false"])
  .default("false")
  .transform((text) => text === "true");

const matter = z.strictObject({
  /** What it is, as the reply names it; empty where the words of its kind are said. */
  label: z.string().default(""),
  /** The kind of refusal; `other` where it is a matter of medical insurance. */
  scope: scopeKind.default("other"),
  /** No matter of medical insurance at all: refused whatever the place. */
  outside: flag,
  /** No held notice decides it, whatever else of the benefits is spoken of. */
  firm: flag,
  /** Says no more than that somebody asks: any other matter in the letter comes first. */
  general: flag,
  /** `says` answers what was asked, as far as anything can: it comes first. */
  explains: flag,
  /** Told as well where another insurance is asked of in the same breath and one of these words stands: 养老和医保怎么办. */
  beside: z.array(z.string()).default([]),
  /** Patterns of words as in the topics of words.yaml; a group that begins with ! must not occur. */
  asks: z.array(z.string()),
  /** Topics under which some place's notices may speak of it. */
  topics: z.array(z.string()).default([]),
  /** What helps without stating a rule. */
  says: z.string().default(""),
  /** Whom to ask, by the purpose of the contact. */
  ask: z.array(contactPurpose).default(["insurance"]),
});
export const mattersFile = z.strictObject({
  matters: z.record(z.string(), matter),
});
export type Matter = z.infer<typeof matter>;
