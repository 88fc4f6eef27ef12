/** Who pays for whom, as the rates of a place tell. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import { names } from "./tasks/facts.js";

/** Who pays for persons whom a rate names: what others pay is not asked. */
export function payersOf(
  { knowledge, place }: { knowledge: Knowledge; place: string },
  tags: readonly string[],
): Partial<Record<string, readonly string[]>> {
  const payers = knowledge
    .provisions(place, "contribution.rate")
    .filter((provision) => names(provision, tags))
    .flatMap(({ where }) => where.payer ?? []);
  return payers.length > 0 ? { payer: payers } : {};
}

/** Whether all that the place states of the topic is of what somebody else pays: the employer's rate is not that of 灵活就业. */
export function paidByOthers(
  knowledge: Knowledge,
  place: string,
  topic: string,
  tags: readonly string[],
): boolean {
  const { payer: own } = payersOf({ knowledge, place }, tags);
  const stated = knowledge.provisions(place, topic);
  return (
    own !== undefined &&
    stated.length > 0 &&
    stated.every(
      ({ where: { payer } }) =>
        payer !== undefined && !payer.some((one) => own.includes(one)),
    )
  );
}
