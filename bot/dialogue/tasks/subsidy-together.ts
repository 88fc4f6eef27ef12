/** What is asked of the parts of a subsidy together: 中央和省一共, 中央占几成, 省比市多多少, 十个人的. */
import {
  difference,
  shareOf,
  sumOf,
  sumOfHeads,
} from "../../../engine/compare.js";
import type { Figure, Step } from "../../../engine/result.js";
import { subsidyTogetherLead } from "../../phrasing/subsidy.js";
import type { Reply } from "../../phrasing/compose.js";
import type { Context } from "../context.js";
import { LEVELS_BEHIND } from "../levels-together.js";
import type { Frame } from "../state.js";
import { membersOf } from "./household.js";
import { PARTS } from "./subsidy-split.js";

interface Made {
  figure: Figure;
  step: Step;
}

/** The reply with what its parts come to first, where the words ask for more than each of them. */
export function withTogether(context: Context, told: Reply): Reply {
  if (told.status !== "answered") return told;
  const levels = context
    .facets("payer")
    .filter((payer) => PARTS.includes(payer));
  const heads = headsIn(context);
  const made = groupsOf(told.figures).flatMap((figures) =>
    madeOf(context, figures, levels, heads),
  );
  if (made.length === 0) return told;
  const figures = made.map(({ figure }) => figure);
  return {
    ...told,
    lead: [
      subsidyTogetherLead(
        `${context.placeLabel}${context.frame.area?.value ?? ""}`,
        figures,
      ),
      ...told.lead,
    ],
    figures: [...figures, ...told.figures],
    steps: [...told.steps, ...made.map(({ step }) => step)],
    computed: true,
  };
}

/** For how many persons it is asked. */
function headsIn(context: Context): number {
  const members = membersOf(context);
  return members?.kind === "members"
    ? members.payers.reduce((sum, { count }) => sum + count, 0)
    : 1;
}

/** The figures of each year, county and kind of student. */
function groupsOf(figures: readonly Figure[]): Figure[][] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = JSON.stringify(figure.for ?? {});
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()];
}

function madeOf(
  { frame }: Context,
  figures: readonly Figure[],
  levels: readonly string[],
  heads: number,
): Made[] {
  const total = figures.find(({ key }) => key === "subsidy.total");
  const parts = levels.flatMap(
    (level) => figures.find(({ key }) => key === `subsidy.${level}`) ?? [],
  );
  const [first, second, third] = parts;
  const whole = levels.length === 0 ? total : first;
  if (!whole || parts.length < levels.length) return [];
  const head = sharedHead(figures.map(({ label }) => label));
  const marked = ({ figure, step }: Made): Made => ({
    figure: {
      ...figure,
      label: `${head}${figure.label}`,
      ...(whole.for ? { for: whole.for } : {}),
    },
    step: { ...step, label: `${head}${step.label}` },
  });
  const bare = parts.map((one) => ({
    ...one,
    label: one.label.slice(head.length),
  }));
  const names = bare.map(({ label }) => label).join("、");
  if (frame.compare && first && second && !third)
    return [marked(apart(...(bare as [Figure, Figure])))];
  const local = frame.compare
    ? (besideLocal(levels, bare) ?? besideSum(frame, bare))
    : [];
  if (local.length > 0) return local.map(marked);
  const together = second
    ? sumOf("subsidy.together", `${names}合计`, parts)
    : null;
  const asked = frame.household?.summed === true;
  if (frame.aspects.includes("ratio") && total && first) {
    const part = together?.figure ?? first;
    const label = `${names}占人均财政补助标准`;
    const share = marked(shareOf("subsidy.share", label, part, total));
    return together ? [share, marked(together)] : [share];
  }
  if (heads > 1) {
    const label = `${heads}人${levels.length === 0 ? "财政补助" : names}合计`;
    const own = (levels.length === 0 ? [whole] : parts).map((figure) => ({
      figure,
      heads,
    }));
    return [marked(sumOfHeads("subsidy.together", label, own))];
  }
  return together && asked ? [marked(together)] : [];
}

/** 市县两级跟省里比: what city and county pay together, beside the third that is named. */
function besideLocal(
  levels: readonly string[],
  parts: readonly Figure[],
): Made[] | null {
  const isLocal = (at: number): boolean => LOCAL.includes(levels[at] ?? "");
  const own = parts.filter((_, at) => isLocal(at));
  const others = parts.filter((_, at) => !isLocal(at));
  const [other, more] = others;
  if (own.length !== LOCAL.length || !other || more) return null;
  return beside(other, own);
}

/** 中央比省里市里加起来多多少, 中央省里加起来比市里多多少: those added up stand on one side. */
function besideSum({ flags }: Frame, parts: readonly Figure[]): Made[] {
  const behind = flags[LEVELS_BEHIND];
  if (behind === undefined || parts.length < 3) return [];
  const one = parts[behind ? 0 : parts.length - 1];
  return one
    ? beside(
        one,
        parts.filter((part) => part !== one),
      )
    : [];
}

/** How far the one lies from what the others come to. */
function beside(one: Figure, others: readonly Figure[]): Made[] {
  const name = `${others.map(({ label }) => label).join("、")}合计`;
  const together = sumOf("subsidy.together", name, others);
  return [apart(together.figure, one), together];
}
const LOCAL: readonly string[] = ["city", "county"];

/** 2022年度其他县（市、区）: what the labels of a group begin with. */
function sharedHead([first = "", ...rest]: readonly string[]): string {
  let head = rest.length > 0 ? first : "";
  while (rest.some((label) => !label.startsWith(head)))
    head = head.slice(0, -1);
  return head;
}

function apart(a: Figure, b: Figure): Made {
  return difference("subsidy.difference", `${a.label}与${b.label}相差`, a, b);
}
