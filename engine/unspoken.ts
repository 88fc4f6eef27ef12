/**
 * Facts of a request that no rule of the place speaks of: they change nothing,
 * and that is told, so that nobody takes them for considered.
 */
import type { Knowledge } from "../knowledge/knowledge.js";
import type { Provision } from "../knowledge/schema.js";
import type { Benefit, CalcRequest, FactId } from "./request.js";
import { factLabel } from "./request.js";
import type { Caveat } from "./result.js";
import { SUBJECTS } from "./subjects.js";

/** Benefits whose facts are spoken of by more rules than those of their own topics. */
const WHOLE: readonly Benefit[] = ["contribution", "settlement"];

type Speaks = (provision: Provision) => boolean;
const topic =
  (...topics: string[]): Speaks =>
  (one) =>
    topics.includes(one.topic);

/** When a provision speaks of a fact. */
const SPEAKS: Partial<Readonly<Record<FactId, Speaks>>> = {
  tier: ({ where, value }) =>
    where.tier !== undefined ||
    (value.kind === "aid" && value.limited_to_tier !== undefined),
  institution: ({ where }) => where.institution !== undefined,
  family_doctor: ({ where }) => where.family_doctor !== undefined,
  employment: ({ where }) => where.employment !== undefined,
  category: ({ where }) => where.category !== undefined,
  years_below_deductible: topic("outpatient.deductible_change"),
  outpatient_last_year: topic("inpatient.outpatient_limit"),
  admission: (one) =>
    one.topic === "inpatient.deductible_change" ||
    one.where.admission !== undefined,
  paid_today: ({ value }) => value.kind === "cap" && value.per === "day",
  assisted_outpatient_this_year: topic("assistance.cap_outpatient"),
};

const known = new WeakMap<Knowledge, Map<string, ReadonlySet<FactId>>>();

/** The facts that no rule of the benefit speaks of at the place or above it. */
function unspokenAt(
  knowledge: Knowledge,
  benefit: Benefit,
  place: string,
): ReadonlySet<FactId> {
  let all = known.get(knowledge);
  if (!all) known.set(knowledge, (all = new Map()));
  const key = `${benefit}/${place}`;
  let facts = all.get(key);
  if (!facts) all.set(key, (facts = read(knowledge, benefit, place)));
  return facts;
}

function read(
  knowledge: Knowledge,
  benefit: Benefit,
  place: string,
): ReadonlySet<FactId> {
  const topics = SUBJECTS[benefit]?.topics ?? [];
  const rules: Provision[] = [];
  for (const level of knowledge.jurisdictions.chain(place))
    for (const { provisions } of knowledge.noticesOf(level))
      for (const one of provisions)
        if (topics.some((begin) => one.topic.startsWith(begin)))
          rules.push(one);
  const facts = new Set<FactId>();
  for (const [fact, speaks] of Object.entries(SPEAKS))
    if (!rules.some(speaks)) facts.add(fact as FactId);
  return facts;
}

/** What must be told of the facts that changed nothing. */
export function unspoken(knowledge: Knowledge, request: CalcRequest): Caveat[] {
  const { benefit, jurisdiction, facts } = request;
  if (!SUBJECTS[benefit] || WHOLE.includes(benefit)) return [];
  const idle = unspokenAt(knowledge, benefit, jurisdiction);
  const caveats: Caveat[] = [];
  for (const fact of Object.keys(facts) as FactId[])
    if (idle.has(fact) && facts[fact] !== undefined)
      caveats.push({
        code: "assumed",
        text: `${factLabel(fact)}：收录的文件没有按这一项区分，没有用来计算`,
      });
  return caveats;
}
