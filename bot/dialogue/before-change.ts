/** What held before a rule: as the clause that changed it tells, else on the day before it. */
import { statedFigures } from "../../engine/reference.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Provision } from "../../knowledge/schema.js";
import { addDays, yearOf } from "../../knowledge/dates.js";
import type { Meaning } from "../../nlu/meaning.js";
import { Context, type World } from "./context.js";
import { carried } from "./slots.js";
import { emptyFrame, type Frame } from "./state.js";
import { CARE, type CareTopics } from "./tasks/care.js";
import { topicsOf } from "./tasks/stated.js";
import { paymentYears } from "./years.js";

/** 改成65%之前是多少: the figure before, where the clause names it; else what held on the day before the rule. */
export function asBeforeChange(frame: Frame, world: World): Frame {
  const { on, knowledge } = world;
  if (["fact", "found", "document"].includes(frame.task)) return frame;
  const year = yearBeforeRaise(frame, world);
  // The rise is told to say when, and is not asked.
  if (year !== null)
    return {
      ...inYear(frame, year),
      aspects: frame.aspects.map((one) =>
        one === "increase" ? "amount" : one,
      ),
      compare: false,
    };
  const rules = rulesOf(frame, knowledge);
  const told = changeTold(frame, rules, knowledge);
  if (told) return told;
  const [start] = rules
    .map(({ period }) => period.from)
    .filter((from) => from <= on)
    .sort()
    .reverse();
  if (start === undefined) return frame;
  const day = addDays(start, -1);
  return { ...inYear(frame, yearOf(day)), dayBefore: day };
}

/** 没涨之前交多少, 财政补助没涨之前: the year before the one that is collected, or paid, now. */
function yearBeforeRaise(frame: Frame, world: World): number | null {
  const { task, place } = frame;
  const topic = YEARLY[task];
  const id = place?.value;
  if (!topic || id === undefined || id.startsWith("?")) return null;
  // What is paid for a year is collected before it: as the windows tell.
  const until =
    task === "contribution"
      ? `${Math.max(...paymentYears(new Context({ ...frame, years: null }, world)).value)}-12-31`
      : world.on;
  const latest = world.knowledge
    .provisions(id, topic)
    .filter(({ force, period }) => force === "rule" && period.from <= until)
    .map(({ period }) => yearOf(period.from))
    .sort((a, b) => b - a)[0];
  return latest === undefined ? null : latest - 1;
}
const YEARLY: Readonly<Record<string, string>> = {
  contribution: "contribution.standard",
  subsidy: "subsidy.total",
};

/** 涨了几个点, of a figure that a clause has changed: the statement that holds both, before and after. */
export function riseTold(
  frame: Frame,
  { plain, aspects, amounts, dates, people }: Meaning,
  { knowledge }: World,
): Frame | null {
  // 还能再提高吗 asks for no number.
  const rises =
    (aspects.includes("increase") && /多少|好多|几/.test(plain)) ||
    SINCE_BEFORE.test(plain);
  const place = frame.place?.value;
  const own = amounts.length + dates.length + people.length > 0;
  if (!rises || own || place === undefined || place.startsWith("?"))
    return null;
  const topics =
    frame.task === "fact" || frame.task === "found"
      ? frame.topics
      : frame.task === "contribution"
        ? [RATE]
        : [];
  const payers = frame.facets.payer?.value ?? [];
  const rules = [
    ...topics.flatMap((topic) => [...knowledge.provisions(place, topic)]),
    ...rulesOf(frame, knowledge),
  ].filter(
    ({ where: { payer } }) =>
      !payer ||
      payers.length === 0 ||
      payers.some((one) => payer.includes(one)),
  );
  const told = statementsOf(rules, knowledge)[0];
  return told
    ? {
        ...emptyFrame("fact"),
        topics: [told.topic],
        aspects: ["increase"],
        asksNumber: true,
        place: carried(frame.place),
        years: frame.years?.source === "said" ? carried(frame.years) : null,
      }
    : null;
}
const RATE = "contribution.rate";
/** 比以前多几个点. */
const SINCE_BEFORE =
  /比(以前|原来|之前|过去|从前|原先|早先)(又|要|会)?(多|高|贵|涨|提高|增加)(了|出|交|缴)?(多少|好多|几)/;

function inYear(frame: Frame, year: number): Frame {
  return {
    ...frame,
    now: false,
    years: { value: [year], source: "said" },
  };
}

/** What 封顶线 of no care named may be of. */
const KINDS = ["outpatient", "inpatient", "catastrophic"];

/** The place's rules on what was asked. */
export function rulesOf(frame: Frame, knowledge: Knowledge): Provision[] {
  const place = frame.place?.value;
  if (place === undefined || place.startsWith("?")) return [];
  const tasks = frame.task === "reimburse" ? KINDS : [frame.task];
  return tasks
    .flatMap((task) => CARE[task] ?? [])
    .flatMap((care) =>
      topicsOf(care, frame.aspects)
        .flatMap((topic) => [...knowledge.provisions(place, topic)])
        .filter((rule) => rule.force === "rule" && fits(rule, frame, care)),
    );
}

/** Whether the rule is one on the facets said. */
function fits({ where }: Provision, frame: Frame, care: CareTopics): boolean {
  return care.facets.every((facet) => {
    const said = frame.facets[facet]?.value ?? [];
    const named = where[facet as keyof typeof where];
    return (
      !named || said.length === 0 || said.some((one) => named.includes(one))
    );
  });
}

/** The statement of the same sentence that holds the figure before: 从3万元上调到12万元. */
function changeTold(
  frame: Frame,
  rules: readonly Provision[],
  knowledge: Knowledge,
): Frame | null {
  const [first] = statementsOf(rules, knowledge);
  return first
    ? {
        ...emptyFrame("found"),
        topics: [first.key],
        place: frame.place,
      }
    : null;
}

/** The statements of the rules' own sentences that hold a figure before. */
function statementsOf(
  rules: readonly Provision[],
  knowledge: Knowledge,
): Provision[] {
  return rules.flatMap(({ quote, notice }) =>
    (knowledge.notices.get(notice.id)?.provisions ?? []).filter(
      (one) =>
        one.quote === quote &&
        one.value.kind === "text" &&
        statedFigures(knowledge, one).some(({ key }) => BEFORE.test(key)),
    ),
  );
}
const BEFORE = /[._]old$|_before$/;
