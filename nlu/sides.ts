/**
 * Two groups of payers that a message sets against each other: 三口人比四口人,
 * 低保两口子和普通两口子差多少. Each side is read by itself; where that gives no
 * clean pair, no sides are told and the message is read as a whole.
 */
import type { IdentityKinds } from "./identities.js";
import type { DateFact, Household, Mention, Person, Span } from "./meaning.js";
import type { ConceptHit } from "./named-people.js";
import type { Reading } from "./numbers/reading.js";
import { NOT_AT_HOME } from "./homes.js";
import { type People, readPeople } from "./people.js";
import { HOME, SELF } from "./payers.js";
import { CUE } from "./points.js";

/** What is read of a stretch of the message by itself. */
interface Stretch extends People {
  text: string;
  mentions: readonly Mention[];
  dates: readonly DateFact[];
}

/** Reads a stretch of the message as if nothing else were said. */
type Hear = (span: Span) => Stretch;

/** What is read of the whole message. */
interface Whole {
  mentions: readonly Mention[];
  readings: readonly Reading[];
  concepts: readonly ConceptHit[];
  dates: readonly DateFact[];
  kinds: IdentityKinds;
}

/** The stretch alone, everything in its place. */
const hearing =
  (plain: string, whole: Whole): Hear =>
  ([from, to]) => {
    const text = " ".repeat(from) + plain.slice(from, to);
    const inside = ({ span }: { span: readonly [number, number] }): boolean =>
      from <= span[0] && span[1] <= to;
    const mentions = whole.mentions.filter(inside);
    return {
      ...readPeople(
        text,
        mentions,
        whole.readings.filter(inside),
        whole.concepts.filter(inside),
        whole.kinds,
      ),
      text,
      mentions,
      dates: whole.dates.filter(({ reading }) => inside(reading)),
    };
  };

/** Two groups, each in its own year, and what all of them pay. */
export const SUMMED: Household = {
  size: null,
  vague: false,
  total: true,
  each: false,
  clash: false,
  summed: true,
};

/** What stands between the sides, and what is asked of them. */
type Asked = "than" | "difference" | "sum";

interface Side {
  people: Person[];
  /** 全交一档: everybody of the other side, in another way. */
  everybody: boolean;
  /** The head count of a household of which nothing else is said. */
  bare: boolean;
  /** Somebody of the household is counted, but not told of. */
  rest: boolean;
  year: Pick<Person, "year" | "school"> | null;
}

/** Between the two sides: 比 what. */
const THAN = /比(?![如方例较起]|重[残度病])|vs/;
/** 我跟老婆比谁交得多: 比 stands behind both sides. */
const BOTH_BEFORE =
  /^(一[下比]|起来|较|谁|哪|[，,。\s]|[多高贵差]|少(?!年|儿)|低(?![保收边])|便宜|$)/;
const SEPARATORS = [/[，,。；;\s]+/g, /[和跟与同]/g];
/** 要是有一个低保: what changes of the first side, no side of its own. */
const CHANGED = /要是|如果|假如|假设|换成|改成|其中|变成/;

/** The persons of both sides, each marked with its side; single ones need no mark. */
export function readSides(
  plain: string,
  whole: Whole,
  { compares }: { compares: boolean },
): Person[] {
  const hear = hearing(plain, whole);
  if (!compares)
    return severalYears(whole)
      ? cutAnywhere(plain, plain.length, hear, "sum")
      : [];
  const than = THAN.exec(plain);
  const end = cueIn(plain);
  if (!than)
    return end === null ? [] : cutAnywhere(plain, end, hear, "difference");
  const behind = than.index + than[0].length;
  // 4口 vs 5口: written apart, and still between the two.
  if (than[0] !== "vs" && BOTH_BEFORE.test(plain.slice(behind)))
    return hear([behind, plain.length]).people.length > 0
      ? []
      : cutAnywhere(plain, than.index, hear, "difference");
  const to = end !== null && end > behind ? end : plain.length;
  const left = sideOf(hear([0, than.index]));
  return pairOf(left, sideOf(hear([behind, to])), "than") ?? [];
}

/** The only way to cut the words into two sides; where there are two ways, there are two readings. */
function cutAnywhere(
  plain: string,
  end: number,
  hear: Hear,
  asked: Asked,
): Person[] {
  const changed = CHANGED.exec(plain);
  if (changed)
    return changedBy(
      sideOf(hear([0, changed.index])),
      sideOf(hear([changed.index + changed[0].length, end])),
    );
  for (const between of SEPARATORS) {
    const found = [...plain.slice(0, end).matchAll(between)]
      .slice(0, MOST)
      .flatMap(({ index, 0: word }) => {
        const left = sideOf(hear([0, index]));
        const pair =
          left && pairOf(left, sideOf(hear([index + word.length, end])), asked);
        return pair ? [pair] : [];
      });
    if (found.length > 0) return found.length === 1 ? (found[0] ?? []) : [];
  }
  return [];
}

/** Whether different years are said: a sum of several groups needs sides only then. */
const severalYears = ({ dates }: Whole): boolean =>
  new Set(
    dates
      .filter(({ role }) => role === "year")
      .map(({ reading }) => reading.from),
  ).size > 1;

/** 四口普通，要是有一个低保: so many of the first group are something else. */
function changedBy(before: Side | null, after: Side | null): Person[] {
  const [group, more] = before?.people ?? [];
  const changed = after?.people ?? [];
  const rest = (group?.count ?? 1) - headsOf(changed);
  const meant =
    group &&
    !more &&
    rest > 0 &&
    changed.length > 0 &&
    changed.every((one) => one.count && one.label === "" && isTold(one));
  return meant
    ? [
        { ...group, side: 0 },
        ...changed.map((one) => ({ ...one, side: 1 })),
        { ...group, count: rest, side: 1 },
      ]
    : [];
}

/** More places to cut are no question of two sides. */
const MOST = 8;

const cueIn = (plain: string): number | null =>
  [...plain.matchAll(CUE)].at(-1)?.index ?? null;

const ALL = /全|都/;
const OTHERS = /其他|其余|剩下|余下|别的/;

/** The payers of one stretch; null where none are told, or not how many. */
function sideOf({
  text,
  people,
  household,
  mentions,
  dates,
}: Stretch): Side | null {
  if (household?.vague || household?.clash) return null;
  const years = new Map(
    dates
      .filter(({ role }) => role === "year")
      .map(({ reading }): [string, Side["year"]] => [
        `${reading.kind}${reading.from ?? ""}`,
        {
          year: Number.parseInt((reading.from ?? "").slice(0, 4), 10),
          ...(reading.kind === "school_year" ? { school: true } : {}),
        },
      ]),
  );
  if (years.size > 1) return null;
  const told = mentions.filter(
    ({ facet, negated, questioned }) =>
      facet === "tier" && !negated && !questioned,
  );
  const tiers = new Set(told.map(({ value }) => value));
  const [tier] = tiers;
  const size = household?.size ?? null;
  const own = withoutOwners(text, people, size);
  const home = own.find(({ label, count }) => label === "" && !count);
  const named = size === null ? own : own.filter((one) => one !== home);
  const heads = headsOf(named);
  if (size !== null && heads > size) return null;
  const everybody =
    ALL.test(text) &&
    size === null &&
    named.every(
      ({ label, count }) => (label === "" || label === HOME) && !count,
    ) &&
    (named.length === 1 || (named.length === 0 && tiers.size === 1));
  const rest =
    size !== null && size > heads
      ? [{ ...(home ?? NOBODY), count: size - heads }]
      : [];
  const [year = null] = years.values();
  const alone = year?.school
    ? [{ ...NOBODY, tags: [STUDENT] }]
    : ONE.test(text)
      ? [{ ...NOBODY, count: 1 }]
      : [];
  const all =
    named.length > 0 || rest.length > 0
      ? [...named, ...rest]
      : everybody
        ? [NOBODY]
        : alone;
  if (all.length === 0) return null;
  return {
    people: all.map((one) => ({
      ...one,
      ...(tiers.size === 1 && tier ? { tier: one.tier ?? tier } : {}),
    })),
    everybody,
    bare: named.length === 0 && home === undefined && tiers.size === 0,
    rest: rest.length > 0 && named.length > 0 && !OTHERS.test(text) && !home,
    year,
  };
}

/** 一个人, 一个低保: one, and not as many as on the other side. */
const ONE = /(?<![\d一二三四五六七八九十每])[一1][个位](?!月|半)/;

/** 邻居家五个一档, 我俩都一档: those whose group it is are no more persons. */
function withoutOwners(
  text: string,
  people: readonly Person[],
  size: number | null,
): Person[] {
  const counted = size !== null || people.some(({ count }) => count);
  const [only, more] = people;
  if (only && !more && only.label === "" && !only.count && ONE.test(text))
    return [{ ...only, count: 1 }];
  return people.filter(
    (one) =>
      isTold(one) ||
      one.count !== undefined ||
      !counted ||
      !(
        NOT_AT_HOME.includes(one.label) ||
        (one.label === SELF && WE.test(text))
      ),
  );
}
const WE = /[我咱](们|俩|仨)/;

/** Who pays by school years. */
const STUDENT = "大学生";
const NOBODY: Person = { label: "", tags: [], denied: [], age: null };

const headsOf = (people: readonly Person[]): number =>
  people.reduce((sum, { count }) => sum + (count ?? 1), 0);

/** Both sides, where they are of one kind and different from each other. */
function pairOf(
  left: Side | null,
  right: Side | null,
  asked: Asked,
): Person[] | null {
  if (!left || !right) return null;
  // 一家五口，三个一档的比两个二档的: parts of one household are told apart.
  if (left.rest && !right.everybody) return null;
  if (
    asked !== "than" &&
    (left.bare !== right.bare || right.rest || right.everybody)
  )
    return null;
  if (speaksOfTheSame(left, right)) return null;
  const [a, b] = counted(left.people, right.people, right.everybody);
  const years = [left.year, right.year];
  const dated = left.year && right.year && !same(left.year, right.year);
  if (asked === "sum" && !dated) return null;
  const single = headsOf(a) === 1 && headsOf(b) === 1;
  if (single && ![...a, ...b].every(isTold)) return null;
  if (same(a, b) && !dated) return null;
  const [first, second] = [a, b].map((people, side) =>
    people.map((one) => ({
      ...withoutLink(one),
      ...(dated ? years[side] : {}),
      ...(single ? {} : { count: one.count ?? 1, side }),
    })),
  );
  return [...(first ?? []), ...(second ?? [])];
}

function withoutLink(person: Person): Person {
  const own = { ...person };
  delete own.linked;
  return own;
}

const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

const isTold = ({ tags, denied, age }: Person): boolean =>
  tags.length + denied.length > 0 || age !== null;

/** 我低保，老婆普通，我比老婆少交: the second names somebody of whom the first told. */
function speaksOfTheSame(left: Side, right: Side): boolean {
  return right.people.some(
    (one) =>
      one.label !== "" &&
      !isTold(one) &&
      one.count === undefined &&
      left.people.some(({ label }) => label === one.label),
  );
}

/** 三口人低保比普通少多少, 五个人…比全交一档: those whom no count is told of are as many as the others. */
function counted(
  left: readonly Person[],
  right: readonly Person[],
  everybody: boolean,
): [Person[], Person[]] {
  const as = (people: readonly Person[], others: readonly Person[]) => {
    const [only, more] = people;
    const heads = headsOf(others);
    const open =
      only !== undefined &&
      !more &&
      only.count === undefined &&
      (everybody || only.label === "" || GENERIC.includes(only.label));
    return open && heads > 1 ? [{ ...only, count: heads }] : [...people];
  };
  const second = as(right, left);
  return [as(left, second), second];
}
const GENERIC: readonly string[] = ["老人", "孩子", "大人", HOME];
