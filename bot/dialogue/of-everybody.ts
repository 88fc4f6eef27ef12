/** What several persons told before pay together: by the points of the conversation, else by what is known of each. */
import type { Ask, Meaning } from "../../nlu/meaning.js";
import { headsOf } from "./counted-family.js";
import { followUp } from "./merge.js";
import { UNCLEAR } from "./new-frames.js";
import { sumsUp } from "./says.js";
import { said } from "./slots.js";
import type { Frame, State } from "./state.js";
import { sumSoFar } from "./sum-so-far.js";
import { payersOf, type Points } from "./points.js";
import { TOGETHER } from "./member-told.js";

/** A message that follows a question. */
interface Told {
  state: State;
  meaning: Meaning;
  /** What it clearly asks for. */
  strong: readonly Ask[];
  last: Frame;
}

/** 一共呢, 我们两个一共: the sum over those told before; null where the message asks for none. */
export function ofEverybody(told: Told): Frame | null {
  const heads = headsMeant(told.meaning);
  if (heads === null) return ofThoseTold(told);
  const { points } = told.state;
  const all = points ? payersOf(points) : [];
  if (all.length < 2 || headsOf(all) !== heads.size) return null;
  return {
    ...told.last,
    tiers: said(heads.tiers),
    household: TOGETHER,
    people: said(
      all.map(({ label, tags, denied, age, count, circumstances }) => ({
        label,
        tags,
        denied,
        age,
        count: count ?? 1,
        circumstances,
      })),
    ),
  };
}

/** 俩人都一档一共: as many as those asked about, and nobody new; null where the words tell of others. */
function headsMeant(
  meaning: Meaning,
): { size: number; tiers: string[] } | null {
  const { people, household } = meaning;
  const [group, more] = people;
  const meant =
    group?.label === "" &&
    !more &&
    group.tags.length === 0 &&
    group.tier !== undefined &&
    (group.count ?? 1) > 1 &&
    household?.summed === true &&
    household.size === null;
  if (!meant || group.tier === undefined) return null;
  return { size: group.count ?? 1, tiers: [group.tier] };
}

/** What is answered where persons were told of and nothing of theirs was asked. */
const UNASKED: readonly string[] = [UNCLEAR.task, "document", "found"];

function ofThoseTold({
  state,
  meaning: asked,
  strong,
  last: before,
}: Told): Frame | null {
  const meaning = asSum(asked, state, before);
  // 我奶奶低收入，我爷爷重残，他俩一共: persons of whom nothing was asked until now.
  const untold =
    UNASKED.includes(before.task) &&
    strong.some(({ task }) => task === "contribution");
  const last = untold
    ? { ...before, task: "contribution", aspects: ["amount" as const] }
    : before;
  const size = meaning.household?.size ?? null;
  // 一共呢 after a family that was summed up: the same family again.
  const again =
    last.household?.total === true &&
    [null, last.household.size, headsOf(last.people?.value ?? [])].includes(
      size,
    );
  const told = again ? null : ofYear(meaning, last, state.points);
  if (told) return told;
  const everybody = sumsUp(meaning, last, state.known ?? []);
  return (
    everybody &&
    followUp(
      { ...meaning, people: [], mentions: [] },
      { ...last, people: { value: everybody, source: "carried" } },
    )
  );
}

/** 我们俩各交多少, 各交多少 after two persons: each of them is told with the sum. */
function asSum(
  meaning: Meaning,
  { known, points }: State,
  last: Frame,
): Meaning {
  const { household, mentions } = meaning;
  // 一档二档各多少 asks of the tiers, 低保和特困各多少 of those.
  if (!household?.each || mentions.length > 0) return meaning;
  const told = [
    ...(known ?? []).map(({ person }) => person),
    ...(points ?? []),
    ...(last.people?.value ?? []),
  ];
  const named = new Set(told.flatMap(({ label }) => label || []));
  return (household.size ?? named.size) > 1
    ? { ...meaning, household: { ...household, each: false, total: true } }
    : meaning;
}

/** 我俩明年一共: of the year named, where those told before are of none. */
function ofYear(
  meaning: Meaning,
  last: Frame,
  points: Points | undefined,
): Frame | null {
  const [only, more] = meaning.dates;
  const from = only?.reading.from;
  const size = meaning.household?.size ?? null;
  if (!only || more || only.role !== "year" || !from || size === null)
    return sumSoFar(meaning, last, points);
  const sum = sumSoFar({ ...meaning, dates: [] }, last, points);
  const people = sum?.people?.value ?? [];
  return sum && people.every(({ year }) => year === undefined)
    ? { ...sum, years: said([Number.parseInt(from, 10)]), now: false }
    : null;
}
