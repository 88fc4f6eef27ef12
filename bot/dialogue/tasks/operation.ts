/** What is to be done with the payments asked about, and with what a single one is compared. */
import type { Person } from "../../../nlu/meaning.js";
import type { Context } from "../context.js";
import { tiersIn } from "./tiers.js";

/** What is asked of the payments beside each of them. */
export interface Operation {
  /** 差多少, 多交多少, 涨了多少. */
  difference: boolean;
  /** The difference is that of two years. */
  ofYears: boolean;
  /** 涨得一样吗: how far each rose is set against the others. */
  ofRises: boolean;
  /** 一共, 合计. */
  sum: boolean;
}

/** The operation that the words ask for. */
export function operationOf({ frame }: Context): Operation {
  const rise = frame.aspects.includes("increase");
  const ofRises = rise && frame.aspects.includes("rises");
  return {
    difference: frame.compare || rise,
    ofRises,
    ofYears:
      !frame.compare ||
      ofRises ||
      frame.against !== null ||
      (frame.years?.value.length ?? 0) > 1,
    sum: frame.household?.summed === true,
  };
}

/** The other side where only one is said: the other tier, somebody without an identity, the year before. */
export type Partner = "tier" | "ordinary" | "year";

/** What a single payment is compared with; null where several are said, or where the words leave it open. */
export function partnerOf(
  context: Context,
  people: readonly Person[],
): Partner | null {
  const { frame } = context;
  if (!operationOf(context).difference || severalSaid(context, people))
    return null;
  if (frame.otherTier) return "tier";
  // 低收入的娃比低保的娃多交多少: who is compared, and not the year before.
  const ofWho = frame.comparedIn === "identity" || frame.comparedIn === "who";
  const rise = frame.aspects.includes("increase") && !ofWho;
  const years = frame.years ?? frame.schoolYears;
  const dated = years !== null && years.source === "said" && !frame.now;
  const tiers = tiersSaid(context, people);
  if (rise || !frame.compare) return "year";
  if (tiers.length === 1 && frame.comparedIn !== "who")
    return dated ? null : "tier";
  // 大学生两档差多少: all tiers of the place are compared.
  if (frame.comparedIn === "tier" && tiersIn(context).length > 1) return null;
  const [only] = people;
  if (only && context.tagsOf(only).length > 0) return "ordinary";
  return dated && tiersIn(context).length < 2 ? "year" : null;
}

function tiersSaid(
  context: Context,
  people: readonly Person[],
): readonly string[] {
  if (tiersIn(context).length === 0) return [];
  const own = people.flatMap(({ tier }) => tier ?? []);
  return own.length > 0 ? own : (context.frame.tiers?.value ?? []);
}

/** Whether the words name more than one year, tier or person to compare. */
function severalSaid(context: Context, people: readonly Person[]): boolean {
  const { frame } = context;
  const many = (values: readonly unknown[] | undefined): boolean =>
    (values?.length ?? 0) > 1;
  return (
    frame.against !== null ||
    many(frame.years?.value) ||
    many(frame.schoolYears?.value) ||
    many([...new Set(tiersSaid(context, people))]) ||
    many(people)
  );
}
