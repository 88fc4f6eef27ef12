/** What the benefits are: the stated figures of a kind of care or layer, by aspect, without an amount. */
import type { Aspect } from "../../../nlu/meaning.js";
import type { Provision } from "../../../knowledge/schema.js";
import type { FacetSlot } from "../state.js";

/** Topics of one task by what was asked of it, and the facets that choose among them. */
export interface CareTopics {
  intent: string;
  /** What the person calls it. */
  name: string;
  topics: Partial<Record<Aspect, readonly string[]>> & {
    amount: readonly string[];
  };
  /** Topics that only change the others: told beside them, never instead of them. */
  beside: readonly string[];
  facets: readonly FacetSlot[];
  /** Only provisions for which this holds. */
  only?: (provision: Provision) => boolean;
  /** Facet values that the question has without saying them. */
  fixed?: Partial<Record<string, readonly string[]>>;
  /** Whether a bound for those who set the figure is what was asked for: “不低于150元” is a financing standard, too. */
  bounds?: boolean;
  /** Whether the rules differ by who the person is. */
  byPerson: boolean;
  byTier: boolean;
}

export const CARE: Readonly<Record<string, CareTopics>> = {
  outpatient: {
    intent: "outpatient",
    name: "普通门诊",
    topics: {
      deductible: ["outpatient.deductible"],
      change: ["outpatient.deductible_change"],
      ratio: ["outpatient.ratio", "outpatient.points"],
      points: ["outpatient.points"],
      limit: ["outpatient.cap"],
      amount: [
        "outpatient.ratio",
        "outpatient.points",
        "outpatient.deductible",
        "outpatient.cap",
      ],
    },
    beside: [],
    facets: ["institution", "class", "insurance", "family_doctor"],
    byPerson: false,
    byTier: true,
  },
  inpatient: {
    intent: "inpatient",
    name: "住院",
    topics: {
      deductible: ["inpatient.deductible"],
      change: ["inpatient.deductible_change"],
      ratio: ["inpatient.ratio"],
      points: ["inpatient.points"],
      limit: ["inpatient.cap", "inpatient.self_paid_ceiling"],
      amount: ["inpatient.deductible", "inpatient.ratio", "inpatient.cap"],
    },
    beside: ["inpatient.deductible_change", "inpatient.points"],
    facets: ["institution", "insurance", "employment"],
    byPerson: true,
    byTier: true,
  },
  chronic: {
    intent: "chronic",
    name: "门诊慢特病待遇",
    topics: { amount: ["chronic.quota", "chronic.second"] },
    beside: [],
    facets: ["disease", "insurance"],
    byPerson: false,
    byTier: false,
  },
  catastrophic: {
    intent: "catastrophic",
    name: "大病保险",
    topics: {
      deductible: ["catastrophic.deductible"],
      ratio: ["catastrophic.bands"],
      limit: ["catastrophic.cap"],
      amount: [
        "catastrophic.deductible",
        "catastrophic.bands",
        "catastrophic.cap",
      ],
    },
    beside: [],
    facets: ["insurance"],
    byPerson: false,
    byTier: false,
  },
  assistance: {
    intent: "assistance",
    name: "医疗救助",
    topics: {
      deductible: ["assistance.threshold"],
      ratio: ["assistance.ratio"],
      limit: ["assistance.cap", "assistance.cap_outpatient"],
      amount: [
        "assistance.threshold",
        "assistance.ratio",
        "assistance.cap",
        "assistance.cap_outpatient",
      ],
    },
    beside: [],
    facets: [],
    byPerson: true,
    byTier: false,
  },
  special_assistance: {
    intent: "special_assistance",
    name: "特殊救助",
    topics: {
      ratio: ["special_assistance.ratio"],
      limit: ["special_assistance.cap"],
      amount: ["special_assistance.ratio", "special_assistance.cap"],
    },
    beside: [],
    facets: [],
    byPerson: true,
    byTier: false,
  },
  ceiling: {
    intent: "ceiling",
    name: "个人负担封顶额",
    topics: { amount: ["ceiling.amount", "inpatient.self_paid_ceiling"] },
    beside: [],
    facets: [],
    byPerson: false,
    byTier: false,
  },
};
