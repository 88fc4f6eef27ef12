/** Contributions as they are computed, before they are told. */
import type { CalcResult } from "../../../engine/result.js";
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
  period: string;
  tier: string | undefined;
  payers: readonly Payer[];
  names: readonly string[];
  result: CalcResult;
}
