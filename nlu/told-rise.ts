/** 年年都涨，明年多少: a rise that is told and whose size is not asked. */
import type { Aspect, Span } from "./meaning.js";
import type { ConceptHit } from "./mentions.js";

/** 年年都涨, 一年比一年贵: that it rises is told, and how far is not asked. */
const RISES_ALWAYS =
  /(每年|年年|逐年|一年比一年|(这|近)[几两]年)(都|在|总|老|又|一直|是|也|要|会|还)*(往上|蹭蹭)?(地|的)?(涨|贵|高|上涨|提高|增加|上调|多[交缴])(价|钱|一点|点)?(?!了?(多少|好多|几|[吗么没不]))/g;

/** Whether the words at this place only tell that it rises. */
export function isRiseTold(plain: string, [from]: Span): boolean {
  return [...plain.matchAll(RISES_ALWAYS)].some(
    ({ index, 0: words }) => index <= from && from < index + words.length,
  );
}

/** Whether every rise in the message is only told. */
export function areRisesTold(
  plain: string,
  concepts: readonly ConceptHit[],
): boolean {
  const rises = concepts.filter(({ concept }) => concept === "increase");
  return rises.length > 0 && rises.every(({ span }) => isRiseTold(plain, span));
}

/** What is asked without how far it rose. */
export function withoutRise(aspects: readonly Aspect[]): Aspect[] {
  const rest = aspects.filter((aspect) => aspect !== "increase");
  return rest.length > 0 ? rest : ["amount"];
}
