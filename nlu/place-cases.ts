/** 我在重庆一档，我妈在太原低保: persons of one message who are told of in different places, each with their own. */
import { SELF } from "./payers.js";
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
  const from = (at: number): number => places[at - 1]?.span[1] ?? 0;
  // 我在太原: who asks is named by nothing but that.
  const asker = places.flatMap(({ span }, at): Named[] => {
    const me = ME_AT.exec(plain.slice(from(at), span[0]));
    const start = from(at) + (me?.index ?? 0);
    return me ? [{ label: SELF, span: [start, start + 1] }] : [];
  });
  const persons = [
    ...named,
    ...asker.filter(({ span }) =>
      named.every((one) => one.span[0] !== span[0]),
    ),
  ].sort((a, b) => a.span[0] - b.span[0]);
  const [one, [place]] = [persons[0], places];
  const personFirst =
    one !== undefined && place !== undefined && one.span[0] < place.span[0];
  const starts = places.map(({ span }, at) =>
    startOf(plain, span, from(at), persons, personFirst),
  );
  const pieces = starts.map((from, at): Span => [from, starts[at + 1] ?? end]);
  const inside = ({ span }: Named, [from, to]: Span): boolean =>
    span[0] >= from && span[1] <= to;
  const whole =
    persons.length === 0
      ? behind !== null
      : persons.every((one) => pieces.some((piece) => inside(one, piece))) &&
        pieces.every((piece) => persons.some((one) => inside(one, piece)));
  if (!whole) return [];
  const told = pieces.map((piece) => plain.slice(...piece).replace(EDGE, ""));
  const again = behind ? null : namedAgain(plain, persons, last.span[1]);
  const own = again && pieces.findIndex((piece) => inside(again.first, piece));
  if (again && own !== null && own >= 0)
    return [
      own === pieces.length - 1
        ? (told[own] ?? "")
        : `${told[own] ?? ""}${plain.slice(again.later.span[0])}`,
    ];
  const behindLast = plain.slice(last.span[1], end);
  const of = OF_LAST.exec(behindLast);
  const isAsker = (piece: Span): boolean =>
    persons.every(
      (one) =>
        !inside(one, piece) ||
        one.label === SELF ||
        // 他 behind all places only takes up who was told of before.
        one.span[0] >= last.span[1],
    );
  // 我娃在重庆，我在太原，他交多少: of the other one, wherever he was told of.
  const others = pieces.filter((piece) => !isAsker(piece));
  const [other, more] = others;
  if (
    behind === null &&
    of &&
    other &&
    !more &&
    isAsker(pieces.at(-1) ?? other)
  )
    return [
      `${plain.slice(...other).replace(EDGE, "")}${behindLast.slice(of.index)}`,
    ];
  // 我在太原，我娃在重庆，他交多少: of the one told last alone.
  return behind === null && of !== null ? told.slice(-1) : told;
}

/** 我在太原，我娃在重庆上大学，我娃交多少: the one named again behind the places, of whom alone is asked. */
function namedAgain(
  plain: string,
  persons: readonly Named[],
  behind: number,
): { first: Named; later: Named } | null {
  const later = persons.findLast(({ span }) => span[0] >= behind);
  const first =
    later &&
    persons.find(
      ({ label, span }) => label === later.label && span[1] <= behind,
    );
  return later &&
    first &&
    later.label !== SELF &&
    ASKS.test(plain.slice(later.span[1]))
    ? { first, later }
    : null;
}
const ASKS = /^[^，,。；;]{0,12}(多少|好多|几[块多]|咋|怎么|要不要|用不用)/;

const ME_AT = /[我俺咱](人|现在|户口|自己)?(在|住在?|是)?$/;
const OF_LAST =
  /[，,。；;、\s]?[他她](的|明年|今年|医保|自己)*[^，,。；;们俩]*(多少|好多|几)/;

/** Where what is told of a place begins: with the person right before it. */
function startOf(
  plain: string,
  [from]: Span,
  after: number,
  named: readonly Named[],
  personFirst: boolean,
): number {
  const before = named.findLast(
    ({ span }) => span[0] >= after && span[1] <= from,
  );
  const between = before ? plain.slice(before.span[1], from) : "";
  const told = personFirst && !/[，,。；;、\s]/.test(between);
  return before && (told || AT.test(between)) ? before.span[0] : from;
}
