/** 娃儿生下来多久之内办没得等待期: the time within which somebody has no waiting period is asked. */
import type { Meaning } from "../../../nlu/meaning.js";
import type { Reply } from "../../phrasing/compose.js";
import type { Context } from "../context.js";
import { benefitYears } from "../years.js";
import { factsReply, names } from "./facts.js";

/** The condition under which a frame asks so. */
export const WITHIN = "asks_within";

const ASKED =
  /(多少|好多|几)个?(天|日|月)(之内|以内|里头|里面|内|里)|(多久|好久|多长时间)(之内|以内|里头|里面|内|里)/;

/** Whether the words ask within which time something must be done. */
export const asksWithin = ({ plain }: Meaning): boolean => ASKED.test(plain);

/** A child of whom nothing else is told, where a time after the birth is asked. */
const NEWBORN = "新生儿";
const MINOR = "未成年人";

/** The statements that hold such a time, of those asked about; null where it is not asked or none holds one. */
export function timesAllowed(
  context: Context,
  tags: readonly string[],
): Reply | null {
  if (context.frame.flags[WITHIN] !== true) return null;
  const meant = tags.map((tag) => (tag === MINOR ? NEWBORN : tag));
  const told = factsReply(
    context,
    "waiting_period",
    ["waiting.exempt"],
    benefitYears(context),
    {},
    (rule) =>
      rule.value.kind === "wait" &&
      (rule.value.within_months ?? rule.value.within_days) !== undefined &&
      (meant.length === 0 || names(rule, meant)),
  );
  return told.status === "answered" ? told : null;
}
