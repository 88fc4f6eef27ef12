/** 我们三个门诊一年一共最多报多少: limits and quotas are each person's own, and several persons have so many of them. */
import { sumOfHeads } from "../../engine/compare.js";
import type { Figure } from "../../engine/result.js";
import type { Ask, Meaning, Person } from "../../nlu/meaning.js";
import type { Reply } from "../phrasing/compose.js";
import { limitsSumLead } from "../phrasing/family.js";
import type { Context } from "./context.js";
import { headsOf } from "./counted-family.js";
import { SELF } from "./known.js";
import { TOGETHER } from "./member-told.js";
import { isEmpty } from "./person.js";
import { emptyResult, join } from "./results.js";
import { said } from "./slots.js";
import type { Frame, State } from "./state.js";
import { type Payer, membersOf } from "./tasks/household.js";

/** What a task states for each person, by its key. */
const PER_HEAD: Readonly<Record<string, string>> = {
  outpatient: "outpatient.limit",
  chronic: "chronic.monthly",
};

/** Tasks that a question for a sum may seem to ask for, where it names none. */
const UNNAMED: readonly string[] = ["contribution", "reimburse"];

/** 我们两个加起来, after the limits of one or two persons: of both of them; null where the message asks for no such sum. */
export function limitsTogether(
  { previous, known = [] }: State,
  meaning: Meaning,
  strong: readonly Ask[],
  last: Frame,
): Frame | null {
  const { household, mentions, places, amounts, dates, concepts } = meaning;
  const changed = withTierOfOne(meaning, last);
  if (changed) return changed;
  const joins = joinsOne(meaning);
  const sums = household?.total === true && !household.vague && !household.each;
  const asked =
    last.task === "outpatient" &&
    last.amounts.length === 0 &&
    (sums || joins) &&
    !meaning.compare &&
    mentions.every(({ facet }) => facet === "tier") &&
    mentions.length <= meaning.people.length &&
    places.length + amounts.length + dates.length === 0 &&
    !concepts.includes("pay") &&
    strong.every(({ task }) => task === last.task || UNNAMED.includes(task));
  if (!asked) return null;
  const before =
    previous?.people || previous?.tiers
      ? [personOf({ ...last, ...previous })]
      : [];
  const several = last.people?.value ?? [];
  const told = several.length > 1 ? several : [...before, personOf(last)];
  const earlier = known.flatMap(({ person, tier }) =>
    told.some(({ label }) => label === person.label)
      ? []
      : [{ ...person, tier: person.tier ?? tier }],
  );
  const people = headsMeant(told, earlier, meaning);
  if (!people) return null;
  const tiers = [...new Set(people.flatMap(({ tier }) => tier ?? []))];
  return {
    ...last,
    people: said(people),
    household: household ?? { ...TOGETHER, size: headsOf(people) },
    compare: false,
    tiers: tiers.length > 0 ? said(tiers) : last.tiers,
  };
}

/** 老婆也改一档呢, after what both together get: both of them still, one in another tier; null where nothing of that kind is told. */
function withTierOfOne(meaning: Meaning, last: Frame): Frame | null {
  const [who, more] = meaning.people;
  const [tier, other] = meaning.mentions;
  const family = last.people?.value ?? [];
  const told =
    last.task === "outpatient" &&
    last.household?.total === true &&
    family.length > 1 &&
    who !== undefined &&
    !more &&
    tier?.facet === "tier" &&
    !tier.negated &&
    !other &&
    !meaning.compare &&
    meaning.amounts.length + meaning.places.length === 0 &&
    !meaning.concepts.includes("pay") &&
    family.some(({ label }) => label !== "" && label === who.label);
  if (!told) return null;
  const people = family.map((one) =>
    one.label === who.label ? { ...one, tier: tier.value } : one,
  );
  const tiers = [...new Set(people.flatMap((one) => one.tier ?? []))];
  return { ...last, people: said(people), tiers: said(tiers) };
}

/** 加上我呢，我也是二档: one more of those told of. */
const joinsOne = ({ concepts, people: [one, more] }: Meaning): boolean =>
  concepts.includes("plus") &&
  one !== undefined &&
  one.label !== "" &&
  more === undefined;

/** The one of whom a limit was told, with the tier. */
function personOf({ people, tiers }: Frame): Person {
  const [only, more] = people?.value ?? [];
  const person =
    only && !more ? only : { label: "", tags: [], denied: [], age: null };
  const [tier, other] = tiers?.value ?? [];
  return { ...person, tier: person.tier ?? (other ? undefined : tier) };
}

/** Those whose limits are added up: the two told of, those named now, as many as are counted, with those told of earlier where it takes them. */
function headsMeant(
  told: readonly Person[],
  earlier: readonly Person[],
  meaning: Meaning,
): Person[] | null {
  const { people: named, household, counts } = meaning;
  // 我们三个一年一共: a count of heads, though no word for them stands there.
  const [count] = counts.flatMap(({ value }) =>
    /^[2-9]$/.test(value) ? [Number.parseInt(value, 10)] : [],
  );
  const size = household?.size ?? count ?? null;
  const last = told.at(-1);
  if (!last || headsOf(told) > told.length) return null;
  if (named.length > 0) return withNamed(told, earlier, size, meaning);
  if (told.length > 1 && (size ?? told.length) === told.length)
    return [...told];
  if (earlier.length > 0 && size === earlier.length + told.length)
    return [...earlier, ...told];
  return size !== null && size > 1 && told.length === 1
    ? [{ ...last, label: "", count: size }]
    : null;
}

/** Those named now with what was told of them, and those told of before where the count takes them or one joins them. */
function withNamed(
  told: readonly Person[],
  earlier: readonly Person[],
  size: number | null,
  meaning: Meaning,
): Person[] | null {
  const { people: named, mentions } = meaning;
  const [tier, more] = mentions;
  const chosen = named.length === 1 && !more ? tier?.value : undefined;
  const own = named.map((one) => {
    if (!isEmpty(one) || one.tier !== undefined || chosen !== undefined)
      return { ...one, tier: one.tier ?? chosen };
    const known =
      told.find(({ label }) => label === one.label) ??
      (one.label === SELF ? told.find(({ label }) => label === "") : undefined);
    return known ? { ...known, label: one.label } : one;
  });
  const others = (people: readonly Person[]): Person[] =>
    people.filter(
      ({ label }) => label !== "" && !own.some((one) => one.label === label),
    );
  const all = [
    own,
    [...others(told), ...own],
    [...others(earlier), ...others(told), ...own],
  ];
  if (joinsOne(meaning) && size === null) return all.at(-1) ?? null;
  return (
    all.find(
      (people) =>
        people.length > 1 &&
        headsOf(people) === (size ?? (own.length > 1 ? headsOf(own) : 0)),
    ) ?? null
  );
}

/** The reply with what the limits of all of them come to first, where several persons are asked about together. */
export function withHeads(context: Context, told: Reply): Reply {
  const { frame } = context;
  const key = PER_HEAD[frame.task];
  if (key === undefined || told.status !== "answered") return told;
  if (frame.amounts.length > 0) return told;
  const members = membersOf(context);
  if (members?.kind !== "members") return told;
  const heads = members.payers.reduce((sum, { count }) => sum + count, 0);
  const own = told.figures.filter(
    (one) => one.key === key && isOfSpan(one, frame),
  );
  const years = [...new Set(own.map(({ for: whose }) => whose?.year))];
  const sums = years.flatMap((year) => {
    const figures = own.filter(({ for: whose }) => whose?.year === year);
    const parts = members.payers.flatMap(
      (payer) => partOf(payer, figures, frame) ?? [],
    );
    if (heads < 2 || parts.length < members.payers.length) return [];
    const [{ figure: first } = { figure: undefined }] = parts;
    const label = `${heads}人合计·${first?.label.replace(/^.*·/, "")}`;
    const sum = sumOfHeads(
      key,
      year === undefined ? label : `${year}年度${label}`,
      parts,
    );
    return [{ ...sum, year }];
  });
  if (sums.length === 0) return told;
  const summed = {
    ...emptyResult("answered"),
    citations: told.citations,
    figures: sums.map(({ figure, year }) => ({
      ...figure,
      for: { member: `${heads}人`, ...(year === undefined ? {} : { year }) },
    })),
    steps: sums.map(({ step }) => step),
  };
  return {
    ...told,
    ...join([summed, told]),
    status: "answered",
    lead: [limitsSumLead(summed.figures), ...told.lead],
    computed: true,
  };
}

/** A year's limit, or a day's where that was asked for. */
const isOfSpan = ({ label }: Figure, { per, task }: Frame): boolean =>
  task !== "outpatient" ||
  label.includes(per === "day" ? "（每日）" : "（每年）");

/** The one amount that is a payer's; null where the tier leaves it open. */
function partOf(
  { person, count, unnamed }: Payer,
  figures: readonly Figure[],
  { tiers }: Frame,
): { figure: Figure; heads: number } | null {
  // 我爸二档呢, 两个人一共: the tier told before was his, and not that of the other.
  if (unnamed && tiers?.source === "carried") return null;
  const [only, more] = tiers?.value ?? [];
  const tier = person.tier ?? (more === undefined ? only : undefined);
  const alike =
    person.tier === undefined || more !== undefined || only === person.tier;
  const fit = figures.filter(
    ({ for: whose }) => whose?.tier === undefined || whose.tier === tier,
  );
  const [figure, other] = fit;
  return figure && !other && alike ? { figure, heads: count } : null;
}
