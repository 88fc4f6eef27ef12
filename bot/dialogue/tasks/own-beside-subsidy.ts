/** 财政补的比自己交的多多少, 自己交的加财政补的一共: a person's contribution set against the treasury's part, or added to it. */
import { difference, sumOf } from "../../../engine/compare.js";
import type { CalcResult, Figure, Step } from "../../../engine/result.js";
import type { Meaning } from "../../../nlu/meaning.js";
import { ownBesideText, ownSumText } from "../../phrasing/subsidy.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { verdictLead } from "../../phrasing/verdict.js";
import type { Context } from "../context.js";
import { join } from "../results.js";
import { benefitYears, yearLabel } from "../years.js";
import { tiersOf } from "./tiers.js";

/** The conditions under which a frame asks so. */
export const OWN_LESS = "own_less_subsidy";
export const OWN_PLUS = "own_plus_subsidy";

const OWN =
  "(?:自己|自个儿?|个人|我们?|咱们?|老百姓)(?:要|得|该)?(?:[交缴出掏拿]|缴费)(?:的|了|费|那?部分|那?份|钱)*";
const TREASURY =
  "(?:财政|国家|政府|公家)(?:给)?(?:补助?|补贴|出|给|贴|掏|拿)(?:的|了|那?部分|那?份|钱)*";
const either = (between: string, behind: string): RegExp =>
  new RegExp(
    `(?:${OWN}${between}${TREASURY}|${TREASURY}${between}${OWN})${behind}`,
  );
const LESS = either(
  "(?:比|跟|和|与)",
  "[^，,。；;！!？?]{0,4}(?:差|多|少|高|低|比)",
);
const PLUS = either(
  "(?:加上?|和|跟|与|、)(?:上)?",
  "[^，,。；;！!？?]{0,3}(?:一共|总共|合计|共|加起来|加一起|加在一起|是多少|有多少|合起来)",
);

/** Which of the two the words ask for. */
export function asksOwnBeside({ plain }: Meaning): string | null {
  if (LESS.test(plain)) return OWN_LESS;
  return PLUS.test(plain) ? OWN_PLUS : null;
}

/** The contribution of each tier beside the subsidy; null where it is not asked or somebody's own fee is meant. */
export function ownBesideSubsidy(context: Context): Reply | null {
  const { frame } = context;
  const less = frame.flags[OWN_LESS] === true;
  const plain = context.people.every(
    (one) => context.tagsOf(one).length === 0 && (one.count ?? 1) === 1,
  );
  const asked = less || frame.flags[OWN_PLUS] === true;
  if (!asked || !plain || !OF.includes(frame.task)) return null;
  const years = benefitYears(context);
  const year = years.value[0] ?? context.onYear;
  const said = frame.tiers?.value ?? [];
  const tiers = said.length > 0 ? said : tiersOf(context, year, false);
  const all = join([
    context.calc("subsidy", { year }),
    ...tiers.map((tier) => ofTier(context, year, tier)),
  ]);
  // What both come to has a name of its own where the place knows no tiers.
  if (!less && all.figures.some(({ key }) => key === "financing.standard"))
    return null;
  const subsidy = all.figures.find(({ key }) => key === "subsidy.total");
  const own = all.figures.filter(({ key }) => key === "contribution.standard");
  context.note("year", year, yearLabel([year]), years.source);
  if (!subsidy || own.length < tiers.length) return unstated(context, year);
  const made = own.map((one) =>
    less ? apartFrom(one, subsidy) : together(one, subsidy),
  );
  return reply(
    "answered",
    frame.task,
    made.map(({ text }) => text),
    {
      ...all,
      figures: [...made.map(({ figure }) => figure), ...own, subsidy],
      steps: [...all.steps, ...made.map(({ step }) => step)],
      computed: true,
    },
  );
}

/** Whichever of the two the words were taken for. */
const OF: readonly string[] = ["subsidy", "contribution"];

/** The contribution of one tier, marked with it. */
function ofTier(
  context: Context,
  year: number,
  tier: string | undefined,
): CalcResult {
  const result = context.calc("contribution", {
    coverage_year: year,
    ...(tier === undefined ? {} : { tier }),
  });
  const name =
    tier === undefined ? "" : context.knowledge.vocabulary.label("tier", tier);
  return {
    ...result,
    figures: result.figures.map((figure) => ({
      ...figure,
      label: `${name}${figure.label}`,
      ...(tier === undefined ? {} : { for: { tier } }),
    })),
  };
}

interface Made {
  text: string;
  figure: Figure;
  step: Step;
}

function apartFrom(own: Figure, subsidy: Figure): Made {
  const label = `${subsidy.label}与${own.label}相差`;
  const { figure, step, sign } = difference(
    "subsidy.difference",
    label,
    own,
    subsidy,
  );
  const told = { ...figure, ...(own.for ? { for: own.for } : {}) };
  return { figure: told, step, text: ownBesideText(own, subsidy, told, sign) };
}

function together(own: Figure, subsidy: Figure): Made {
  const label = `${own.label}加${subsidy.label}`;
  const { figure, step } = sumOf("financing.together", label, [own, subsidy]);
  const told = { ...figure, ...(own.for ? { for: own.for } : {}) };
  return { figure: told, step, text: ownSumText(told) };
}

/** Of that year one of the two is not held. */
function unstated(context: Context, year: number): Reply {
  const result = context.calc("subsidy", { year });
  const status =
    result.status === "answered" ? ("not_stipulated" as const) : result.status;
  const open = { ...result, status, figures: [], steps: [] };
  const subject = {
    place: context.placeLabel,
    period: yearLabel([year]),
    what: "财政补助标准",
  };
  return reply(
    status,
    context.frame.task,
    verdictLead(open, subject, context.knowledge),
    open,
  );
}
