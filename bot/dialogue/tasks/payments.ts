/** Contributions as they are computed, before they are told. */
import type { CalcResult, Figure } from "../../../engine/result.js";
import type { Person } from "../../../nlu/meaning.js";
import type { Payer } from "./household.js";

/** One combination of year, tier and person that is computed by itself. */
export interface Case {
  year: number;
  school: boolean;
  tier: string | undefined;
  person: Person;
  tags: string[];
  result: CalcResult;
}

/** One sum: a year, and a tier for those who have none of their own. */
export interface Sum {
  year: number;
  school: boolean;
  period: string;
  tier: string | undefined;
  payers: readonly Payer[];
  names: readonly string[];
  result: CalcResult;
}

/** What is set against others in a comparison: one payment, or the sum of several. */
export interface Side {
  year: number;
  school: boolean;
  tier: string | undefined;
  /** Whose it is; the same where persons are no matter. */
  who: string;
  /** It is that of somebody with a name. */
  named: boolean;
  /** What tells it from the others, in words. */
  name: string;
  /** The amount, where one alone is certain. */
  figure: Figure | undefined;
}
