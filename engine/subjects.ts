/** What each benefit turns on: its rules, its amounts, its facts, the figure that matters most. */
import type { Benefit, FactId } from "./request.js";

/** Topics of the rules that decide a benefit, by how they begin; the figure that matters most; the amounts. */
export interface Subject {
  topics: readonly string[];
  key: string;
  amounts: readonly FactId[];
  facts: readonly FactId[];
}
/** The benefits with an amount or a value that facts may change. */
export const SUBJECTS: Partial<Readonly<Record<Benefit, Subject>>> = {
  contribution: {
    topics: ["contribution."],
    key: "contribution.net",
    amounts: [],
    facts: ["tier", "identity"],
  },
  outpatient: {
    topics: ["outpatient."],
    key: "outpatient.fund",
    amounts: ["class_a", "class_b", "eligible"],
    facts: ["institution", "family_doctor", "insurance", "tier"],
  },
  chronic: {
    topics: ["chronic."],
    key: "chronic.monthly",
    amounts: [],
    facts: ["insurance", "disease"],
  },
  inpatient: {
    topics: ["inpatient."],
    key: "inpatient.fund",
    amounts: ["eligible", "above_deductible"],
    facts: ["institution", "employment", "insurance", "tier", "identity"],
  },
  catastrophic: {
    topics: ["catastrophic."],
    key: "catastrophic.fund",
    amounts: ["eligible_self_paid", "eligible_expense"],
    facts: ["identity"],
  },
  assistance: {
    topics: ["assistance."],
    key: "assistance.fund",
    amounts: [
      "eligible_self_paid_inpatient",
      "inpatient_left",
      "general_outpatient_left",
    ],
    facts: ["identity"],
  },
  special_assistance: {
    topics: ["special_assistance."],
    key: "special_assistance.fund",
    amounts: ["reasonable_left"],
    facts: ["identity"],
  },
  settlement: {
    topics: [
      "outpatient.",
      "inpatient.",
      "catastrophic.",
      "assistance.",
      "special_assistance.",
      "ceiling.",
    ],
    key: "settlement.person",
    amounts: [],
    facts: ["institution", "employment", "identity"],
  },
};
