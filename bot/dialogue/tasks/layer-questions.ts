/** What the layers ask back: a group, a condition of a clause, or a column of the bill; and what stands where the person cannot tell. */
import type { Facts } from "../../../engine/request.js";
import type { CalcResult } from "../../../engine/result.js";
import {
  ASK_DISABILITY,
  ASK_IDENTITY,
  ASK_MONITORED,
  ASK_STILL_HEAVY,
  onlyListed,
} from "../../phrasing/asks.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { MONITORED, ORDINARY } from "../../../nlu/person-facts.js";
import type { Context } from "../context.js";
import { tabulate } from "../tabulate.js";
import { askColumn } from "./amounts.js";
import { CARE } from "./care.js";
import { stated, statedFor } from "./stated.js";
import { asksGrade, narrowerIdentities } from "./contribution-question.js";

export type Benefit =
  "catastrophic" | "assistance" | "special_assistance" | "settlement";

const YES_NO = ["是", "不是"];

/** The question back for a missing fact. */
export function question(
  context: Context,
  benefit: Benefit,
  result: CalcResult,
  column: string,
): Reply {
  const [slot = ""] = result.missing;
  if (slot === "monitored")
    return reply("needs_info", benefit, [ASK_MONITORED], {
      ...result,
      suggestions: YES_NO,
    });
  if (slot === "burden_still_heavy")
    return reply("needs_info", benefit, [ASK_STILL_HEAVY], {
      ...result,
      suggestions: YES_NO,
    });
  if (slot === "identity" || slot === "identities") {
    const narrower = narrowerIdentities(context);
    const grade = asksGrade(narrower);
    return reply(
      "needs_info",
      benefit,
      [grade ? ASK_DISABILITY : ASK_IDENTITY],
      {
        ...result,
        missing: ["identity"],
        suggestions: grade ? narrower : identitiesOf(context, benefit),
      },
    );
  }
  return askColumn(benefit, slot, column);
}

/** The persons whom the place's ratios name, as people call them. */
function identitiesOf(context: Context, benefit: Benefit): string[] {
  return listedIdentities(context, benefit).map((tag) =>
    context.knowledge.vocabulary.label("identity", tag),
  );
}

function listedIdentities(context: Context, benefit: Benefit): string[] {
  const tags = new Set<string>();
  for (const { who } of context.knowledge.provisions(
    context.place,
    `${benefit}.ratio`,
  ))
    for (const tag of [...(who.any ?? []), ...(who.all ?? [])]) tags.add(tag);
  return [...tags];
}

/** Who cannot tell the group gets what it comes to for each. */
export function ofEachGroup(
  context: Context,
  benefit: Benefit,
  facts: Facts,
  result: CalcResult,
): CalcResult {
  const asked = result.missing.some((slot) => slot.startsWith("identit"));
  if (!asked) return result;
  // 居民 names the insurance, too: which group is not told by it.
  if (context.saysOrdinary && context.facets("insurance").length === 0)
    return tabulate(context, benefit, { ...facts, identities: [ORDINARY] });
  if (!context.cannotTell("identity")) return result;
  const said = context.people.flatMap((person) => context.tagsOf(person));
  const listed = listedIdentities(context, benefit);
  const within = listed.filter((tag) => {
    const { tags } = context.implied([tag]);
    return said.some((one) => tags.includes(one));
  });
  const identities = within.length > 0 ? within : listed;
  const each = tabulate(context, benefit, { ...facts, identities });
  const caveats = each.caveats.filter(
    ({ code }) => code !== "identity_overlap",
  );
  const labels = identities.map((tag) =>
    context.knowledge.vocabulary.label("identity", tag),
  );
  return {
    ...each,
    caveats: [...caveats, { code: "assumed", text: onlyListed(labels) }],
  };
}

/** Whom the authorities watch as near to poverty: 易致贫户. */
const WATCHED = "易返贫致贫人口";

/**
 * 易致贫户救助多少, where only those who are monitored are named: whether these
 * are is asked, and then what is written of those. Null where an amount was
 * told, or the clauses name the persons themselves.
 */
export function ofTheMonitored(
  context: Context,
  tags: readonly string[],
  monitored: boolean | undefined,
): Reply | null {
  const care = CARE.assistance;
  const looks = tags.length > 0 && context.frame.amounts.length === 0;
  if (!care || !looks || monitored === false) return null;
  const told = stated(context, care);
  if (told.status !== "not_stipulated" || tags.includes(MONITORED)) return null;
  if (!monitored && !context.implied(tags).tags.includes(WATCHED)) return null;
  if (monitored) return statedFor(context, care, [MONITORED]);
  return askWhetherMonitored(context);
}

/** Whether the person is monitored; null where that was asked and is not known. */
export function askWhetherMonitored(context: Context): Reply | null {
  return context.cannotTell("monitored")
    ? null
    : reply("needs_info", "assistance", [ASK_MONITORED], {
        missing: ["monitored"],
        suggestions: YES_NO,
      });
}
