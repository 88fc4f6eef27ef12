/** The monthly quota of a chronic or special disease in outpatient care. */
import type { Case } from "../case.js";
import type { CalcResult } from "../result.js";
import { holdsAt } from "../select.js";
import { pick, refused } from "./pick.js";

const QUOTA = "chronic.quota";
/** How much of the limit of a second disease is added; refers to limits that stand elsewhere. */
const SECOND = "chronic.second";

/** Looks the quota up that holds in the month. */
export function chronic(one: Case): CalcResult {
  const { disease } = one.facts;
  const picked = pick(one, QUOTA);
  if (picked.kind === "rule") {
    const quota = one.quantity(picked.rule);
    one.figure("chronic.monthly", "每月定额支付标准", quota);
    return one.answered();
  }
  if (picked.kind === "open")
    return disease === undefined
      ? one.needs("disease")
      : refused(one, picked).result();
  if (disease !== undefined) citeDisease(one, disease);
  const second = one.knowledge.provisions(one.place, SECOND);
  one.refer(second.filter((rule) => holdsAt(rule, one.during(one.event))));
  return one.refuse(picked.why);
}

/** Cites what else the notices state of a disease without a quota, e.g. that another document decides. */
function citeDisease(one: Case, disease: string): void {
  const { jurisdictions, vocabulary } = one.knowledge;
  const when = one.during(one.event);
  for (const place of jurisdictions.chain(one.place))
    for (const topic of Object.keys(vocabulary.file.topics))
      for (const fact of one.knowledge.provisions(place, topic))
        if (fact.where.disease?.includes(disease) && holdsAt(fact, when))
          one.cite(fact);
}
