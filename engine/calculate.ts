/** The calculator: one request, one result, no clock, no state. */
import type { Knowledge } from "../knowledge/knowledge.js";
import { bounded } from "./bounds.js";
import { Case } from "./case.js";
import { eachIdentity } from "./each-identity.js";
import type { Benefit, CalcRequest } from "./request.js";
import type { CalcResult } from "./result.js";
import { assistance } from "./rules/assistance.js";
import { catastrophic } from "./rules/catastrophic.js";
import { chronic } from "./rules/chronic.js";
import { contribution } from "./rules/contribution.js";
import { enrolment } from "./rules/enrolment.js";
import { inpatient } from "./rules/inpatient.js";
import { monitoring } from "./rules/monitoring.js";
import { outpatient } from "./rules/outpatient.js";
import { settlement } from "./rules/settlement.js";
import { specialAssistance } from "./rules/special-assistance.js";
import { subsidy } from "./rules/subsidy.js";
import { waitingPeriod } from "./rules/waiting-period.js";
import type { Facet } from "./select.js";
import { unspoken } from "./unspoken.js";

interface Calculator {
  compute: (one: Case) => CalcResult;
  /** Facets that the benefit has facts for (contract, section 4); a clause's other facets count as met. */
  asks: readonly Facet[];
  /** Whether several identities of a person are answered one by one. */
  perIdentity?: boolean;
}

/** Facets of an admission or a visit. */
const CARE: readonly Facet[] = [
  "tier",
  "insurance",
  "institution",
  "class",
  "employment",
  "family_doctor",
  "category",
  "out_of_region",
];

const CALCULATORS: Readonly<Record<Benefit, Calculator>> = {
  contribution: { compute: contribution, asks: ["tier", "payer", "group"] },
  subsidy: { compute: subsidy, asks: ["area"] },
  enrolment: { compute: enrolment, asks: ["tier", "group"] },
  outpatient: { compute: outpatient, asks: CARE },
  chronic: { compute: chronic, asks: ["disease", "insurance"] },
  inpatient: { compute: inpatient, asks: CARE },
  catastrophic: { compute: catastrophic, asks: ["tier", "insurance"] },
  assistance: { compute: assistance, asks: [], perIdentity: true },
  special_assistance: {
    compute: specialAssistance,
    asks: [],
    perIdentity: true,
  },
  settlement: { compute: settlement, asks: CARE, perIdentity: true },
  monitoring: { compute: monitoring, asks: ["group"] },
  waiting_period: { compute: waitingPeriod, asks: ["group"] },
};

/**
 * Computes one benefit for one case, exactly, with its trace and citations.
 * Never throws on a request that `parseRequest` accepted: what the held
 * notices do not decide comes back as a status, not as an error.
 */
export function calculate(
  request: CalcRequest,
  knowledge: Knowledge,
): CalcResult {
  const { compute, asks, perIdentity } = CALCULATORS[request.benefit];
  const run = (asked: CalcRequest): CalcResult =>
    compute(new Case(asked, knowledge, asks));
  const first =
    (perIdentity && eachIdentity(knowledge, request, run)) || run(request);
  const result =
    first.status === "needs_info"
      ? bounded(first, request, knowledge, run)
      : first;
  if (result.status === "answered")
    result.caveats.push(...unspoken(knowledge, request));
  return result;
}
