/** 差多少: the answers before, set side by side. */
import type { Ask, Meaning, Span } from "../../nlu/meaning.js";
import { headsOf } from "./counted-family.js";
import { followUp } from "./merge.js";
import { SHORT } from "./narrower.js";
import { setAgainst } from "./set-against.js";
import { besideAllOf, kindsApart, setApart } from "./set-apart.js";
import { twoMembers } from "./two-members.js";
import type { Frame, State } from "./state.js";

/** 差多少, 都一样吗 after two answers of one kind. */
export function besideEachOther(
  { frames: answered, previous, points = [] }: State,
  meaning: Meaning,
  strong: readonly Ask[],
  onYear: number,
): Frame[] | null {
  const [last] = answered;
  // 我爸跟我妈差多少: of those named, and not of the two asked about last.
  if (meaning.people.length > 1) return null;
  // 我妈比我多多少, of a family that was counted: those two of it.
  const two = twoMembers(meaning, last);
  if (two) return [two];
  const kinds = last && kindsApart(meaning, last, points);
  if (kinds) return [kinds];
  const all = last && answered.length === 1 ? besideAllOf(meaning, last) : null;
  if (all) return all;
  const against =
    last && answered.length === 1 ? setAgainst(meaning, last) : null;
  if (against) return [against];
  // 都一样吗 of a family that was told one by one: its members are meant.
  // 谁交得最多: so is it.
  const ofMembers = meaning.asksAlike || WHO.test(meaning.plain);
  if (ofMembers && answered.length === 1 && isFamily(last)) return null;
  // 差多少, after 低保和重残一样吗: of the two told there, not of the question before.
  const pair = answered.length === 1 && (last?.people?.value.length ?? 0) === 2;
  if (last?.compare && pair) return null;
  // 两年一共多少，涨了多少: between the years that were added up.
  const years = (last?.years ?? last?.schoolYears)?.value.length ?? 0;
  if (last?.household?.summed === true && years > 1) return null;
  const { tiers: _tiers, ...before } = previous ?? {};
  // 涨了多少, after another year and another tier: how far the last one rose.
  const rises =
    meaning.aspects.includes("increase") &&
    ("years" in before || "schoolYears" in before);
  // 涨了多少, after another tier of the same year: between years, which were not what differed.
  const tierOnly =
    meaning.aspects.includes("increase") &&
    !rises &&
    meaning.mentions.length === 0 &&
    Object.keys(previous ?? {}).every((slot) => slot === "tiers");
  const differed = rises
    ? before
    : tierOnly || !tellsApart(previous)
      ? null
      : previous;
  const frames =
    differed && last && answered.length === 1
      ? [{ ...last, ...differed }, last]
      : answered.length === 1 && last && asksRise(meaning, last)
        ? withYearBefore(last, onYear)
        : answered;
  // 中央差多少, after the subsidies of two places: of that part of both.
  const part = last?.task === "subsidy" ? "payer" : "tier";
  const elsewhere = meaning.places.filter(
    ({ span }) => !meaning.mentions.some((one) => covers(one.span, span)),
  );
  const parts = meaning.mentions.filter(({ facet }) => facet === "payer");
  const bare =
    (meaning.compare || rises) &&
    // 中央比省里多多少 names both sides itself.
    parts.length < 2 &&
    meaning.text.length <= SHORT &&
    elsewhere.length === 0 &&
    meaning.dates.length === 0 &&
    meaning.mentions.every(({ facet }) => facet === "tier" || facet === part) &&
    !strong.some(({ task }) => task !== frames[0]?.task);
  const same = frames.length === 2 && frames[0]?.task === frames[1]?.task;
  if (!(bare || meaning.onlyCompares) || !same) return null;
  const levels = parts.length === 0 ? levelsApart(frames) : null;
  if (levels) return [levels];
  const own = new Set(
    (last?.people?.value ?? []).map(({ tags, tier }) => [...tags, tier].join()),
  );
  // 俩人一共多少，差多少: between the two, and not between them and the one before.
  // 两个改二档，多了多少: the same family as before, told anew.
  const heads = headsOf(last?.people?.value ?? []);
  const again = heads > 1 && headsOf(previous?.people?.value ?? []) === heads;
  if (previous?.household === null && own.size > 1 && !again) return null;
  const apart =
    previous &&
    !tierOnly &&
    last &&
    answered.length === 1 &&
    meaning.mentions.length === 0
      ? setApart(differed ?? previous, last)
      : null;
  if (apart) return [{ ...apart, alike: meaning.asksAlike }];
  const alike = meaning.asksAlike;
  const named = { ...meaning, places: elsewhere };
  const said = last?.task === "subsidy" && IN_ALL.test(meaning.plain);
  return frames.map((frame) => ({
    ...(meaning.mentions.length > 0
      ? followUp(named, frame)
      : said
        ? inAll(frame)
        : frame),
    // 一年下来差多少, of two monthly quotas.
    per: meaning.per ?? frame.per,
    compare: true,
    alike,
  }));
}

/** 加起来一样吗: of the whole subsidy, and of no part of it. */
const IN_ALL = /总|加起来|合起来|合计|一共/;
function inAll(frame: Frame): Frame {
  const { payer: _, ...facets } = frame.facets;
  return { ...frame, facets };
}

/** 中央补多少, then 省里呢: two levels of government of one place, set against each other. */
function levelsApart([one, other]: readonly Frame[]): Frame | null {
  const [first, second] = [one?.facets.payer, other?.facets.payer];
  const [a, b] = [first?.value[0], second?.value[0]];
  const same =
    other?.task === "subsidy" &&
    one?.area?.value === other.area?.value &&
    one?.place?.value === other.place?.value &&
    one?.years?.value.join() === other.years?.value.join();
  if (!same || !second || a === undefined || b === undefined || a === b)
    return null;
  const payer = { ...second, value: [a, b] };
  return { ...other, facets: { ...other.facets, payer }, compare: true };
}

/** 中央: a payer, and no place. */
const covers = ([from, to]: Span, [start, end]: Span): boolean =>
  from <= start && end <= to;

const WHO = /谁|哪个人|哪一个/;

/** 为什么涨了 after a fee: what was asked of it is another thing, and the fee is the same. */
const tellsApart = (previous: State["previous"]): boolean =>
  Object.keys(previous ?? {}).some((slot) => !OF_THE_WORDS.includes(slot));
const OF_THE_WORDS: readonly string[] = ["aspects", "asksNumber", "text"];

const isFamily = (last: Frame | undefined): boolean =>
  last?.household?.total === true && (last.people?.value.length ?? 0) > 1;

/** 涨了多少 of a figure that is set year by year; contributions and subsidies have words of their own for it. */
function asksRise(
  { onlyCompares, aspects }: Meaning,
  { task }: Frame,
): boolean {
  return (
    onlyCompares &&
    aspects.includes("increase") &&
    !["contribution", "subsidy"].includes(task)
  );
}

function withYearBefore(last: Frame, onYear: number): Frame[] {
  const year = last.years?.value.at(-1) ?? onYear;
  return [year - 1, year].map((one) => ({
    ...last,
    years: { value: [one], source: "said" as const },
  }));
}
