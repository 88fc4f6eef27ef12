/** Which kind of care each amount was paid for: 住院自付20万，门诊自付3万. */
import type { Mention, Span } from "./meaning.js";

/** What stands between an amount and the words of its care: 3万是住院的. */
const JOINED = /^(是|的|为|在|属于|\s)*$/;
/** 2万门诊自付1万: the care right behind an amount leads on to the next one that was paid. */
const LEADS_ON = /^[^，,。；;]{0,4}[付费花掏出用剩]/;

/**
 * For each amount, in order, the kind of care said of it: the words before it,
 * else those right after it, else what was said of the amount before; null
 * where nothing says it, or two kinds are meant together (门诊和住院一共自付5万).
 */
export function caresOf(
  text: string,
  amounts: readonly Span[],
  mentions: readonly Mention[],
): (string | null)[] {
  const cares = mentions
    .filter(({ facet, negated }) => facet === "care" && !negated)
    .sort((a, b) => a.span[0] - b.span[0]);
  const used = new Set<Mention>();
  let last: string | null = null;
  let end = 0;
  return amounts.map(([from, to], at) => {
    const next = amounts[at + 1]?.[0] ?? to;
    const before = cares.filter(
      (care) => !used.has(care) && care.span[0] >= end && care.span[1] <= from,
    );
    const after = cares.find(
      ({ span }) =>
        span[0] >= to &&
        JOINED.test(text.slice(to, span[0])) &&
        !(
          text.slice(to, span[0]).trim() === "" &&
          LEADS_ON.test(text.slice(span[1], next))
        ),
    );
    end = to;
    const own = before.length > 0 ? before : after ? [after] : [];
    for (const care of own) used.add(care);
    const said = new Set(own.map(({ value }) => value));
    if (said.size > 0) last = said.size === 1 ? ([...said][0] ?? null) : null;
    return last;
  });
}
