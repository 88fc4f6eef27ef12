/** 我在重庆一档，我妈在太原低保: persons of one message who are told of in different places, each with their own. */
import type { Named } from "./cases.js";
import type { PlaceMention, Span } from "./meaning.js";

/** Between a person and the place told of them: 我妈在太原, 我爸户口是重庆的. */
const AT =
  /^(的|是|在|都|全|俩|两个?人?|住在?|人|也|就|呢|现在|户口|户籍|老家|参保|医保|交|买|那边)*$/;
/** What is asked of all of them, behind the last. */
const OF_ALL =
  /[，,。；;、\s]*(那|我们|咱们?|[他她]们|我俩|俺俩|[两二俩三四五六仨]个?(口?人|口|地方|边)?|全家|一家人?|两边|两地)*(一共|总共|合计|共计|总计|加起来|加一起|加在一起|合起来|(各自?|分别|都)[要得该能]*[交缴多掏])/;
const EDGE = /^[，,、；;。\s]+|[，,、；;。\s和跟与]+$/g;

/** What is told of each place, with those it is told of; empty where the message does not tell them apart. */
export function placeCases(
  plain: string,
  named: readonly Named[],
  places: readonly PlaceMention[],
): string[] {
  const ids = new Set(places.map(({ jurisdiction }) => jurisdiction));
  const clear = places.every(
    ({ negated, away, jurisdiction }) =>
      !negated && !away && jurisdiction !== null,
  );
  const last = places.at(-1);
  if (!last || !clear || ids.size < 2 || ids.size < places.length) return [];
  const behind = OF_ALL.exec(plain.slice(last.span[1]));
  const end = behind ? last.span[1] + behind.index : plain.length;
  const starts = places.map(({ span }, at) =>
    startOf(plain, span, places[at - 1]?.span[1] ?? 0, named),
  );
  const pieces = starts.map((from, at): Span => [from, starts[at + 1] ?? end]);
  const inside = ({ span }: Named, [from, to]: Span): boolean =>
    span[0] >= from && span[1] <= to;
  const whole =
    named.length === 0
      ? behind !== null
      : named.every((one) => pieces.some((piece) => inside(one, piece))) &&
        pieces.every((piece) => named.some((one) => inside(one, piece)));
  return whole
    ? pieces.map((piece) => plain.slice(...piece).replace(EDGE, ""))
    : [];
}

/** Where what is told of a place begins: with the person right before it. */
function startOf(
  plain: string,
  [from]: Span,
  after: number,
  named: readonly Named[],
): number {
  const before = named.findLast(
    ({ span }) => span[0] >= after && span[1] <= from,
  );
  return before && AT.test(plain.slice(before.span[1], from))
    ? before.span[0]
    : from;
}
