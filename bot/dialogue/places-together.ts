/** 重庆我一档，太原我妈，两个人一共: what those who pay in several places pay in all. */
import { sumOf } from "../../engine/compare.js";
import type { CalcResult, Figure } from "../../engine/result.js";
import type { Meaning, Person } from "../../nlu/meaning.js";
import type { Reply } from "../phrasing/compose.js";
import { NO_SUM } from "../phrasing/contribution.js";
import { placesSumLead } from "../phrasing/family.js";
import { headsOf } from "./counted-family.js";
import { TOGETHER } from "./member-told.js";
import { isOfKin, payersElsewhere, payersOf } from "./points.js";
import { emptyResult, join } from "./results.js";
import { said } from "./slots.js";
import type { Frame, State } from "./state.js";
import { asksSum, framed } from "./sum-so-far.js";

/** One who pays, and where. */
interface Payer {
  payer: Person;
  place: string;
}

/** One question for each place of those told before; null where no sum over several places is asked. */
export function placesTogether(
  { points }: State,
  asked: Meaning,
  last: Frame,
): Frame[] | null {
  const here = last.place?.value;
  if (!points || here === undefined || last.task !== "contribution")
    return null;
  const all: Payer[] = [
    ...payersElsewhere(points),
    ...payersOf(points).map((payer) => ({ payer, place: here })),
  ];
  const meaning = withoutTold(asked, all);
  if (!asksSum(meaning)) return null;
  const payers = meantOf(all, meaning, here);
  const places = [...new Set((payers ?? []).map(({ place }) => place))];
  if (!payers || places.length < 2) return null;
  const frames = places.flatMap((place) => {
    const own = payers.filter((one) => one.place === place);
    return ofPlace(last, place, own) ?? [];
  });
  return frames.length === places.length ? frames : null;
}

/** 太原和重庆一共: places that were told of say nothing new. */
function withoutTold(meaning: Meaning, all: readonly Payer[]): Meaning {
  const known = meaning.places.every(
    ({ negated, jurisdiction }) =>
      !negated && all.some(({ place }) => place === jurisdiction),
  );
  return known && meaning.places.length !== 1
    ? { ...meaning, places: [] }
    : meaning;
}

/** Those whose payments are added up; null where the words leave open whom. */
function meantOf(
  all: readonly Payer[],
  { people, household }: Meaning,
  here: string,
): readonly Payer[] | null {
  const size = household?.size ?? null;
  const apart = all.filter(({ place }) => place !== here);
  if (people.length > 0) {
    const named = people.map((person) => toldAs(person, all));
    const own = named.flatMap((found) => found ?? []);
    return named.every((found) => found !== null) &&
      (size === null || size === headsIn(own))
      ? own
      : null;
  }
  if (size !== null) return size === headsIn(all) ? all : null;
  // 重庆一档多少, then a family told one by one elsewhere: the family alone.
  const passedBy = apart.every(({ payer }) => payer.label === "");
  return passedBy && all.length - apart.length > 1 ? null : all;
}

/** Who was told of by that name, or 两个老人: as many of the home as are counted; null where that is nobody. */
function toldAs(
  { label, count }: Person,
  all: readonly Payer[],
): readonly Payer[] | null {
  const own = all.filter(({ payer }) => label !== "" && payer.label === label);
  if (own.length === 1) return own;
  const kin = all.filter(({ payer }) => isOfKin(label, payer.label));
  return own.length === 0 && kin.length === (count ?? 2) ? kin : null;
}

const headsIn = (payers: readonly Payer[]): number =>
  headsOf(payers.map(({ payer }) => payer));

function ofPlace(
  last: Frame,
  place: string,
  own: readonly Payer[],
): Frame | null {
  const { home: _, areas: __, ...asked } = last;
  const payers = own.map(({ payer }) => payer);
  const [only] = payers;
  const frame = framed(
    {
      ...asked,
      place: said(place),
      area: last.place?.value === place ? last.area : null,
      years: null,
      schoolYears: null,
      placesSummed: true,
    },
    payers,
    TOGETHER,
  );
  if (!frame || !only || headsOf(payers) > 1) return frame;
  const nobody = only.label === "" && only.tags.length === 0;
  return {
    ...frame,
    household: null,
    people: nobody ? null : frame.people,
    tiers: only.tier === undefined ? null : said([only.tier]),
  };
}

/** A payment of one place, by the year and the tier it is for; a school year counts with the year it is collected for. */
interface Paid {
  year: string;
  tier: string;
  figure: Figure;
}

/** What is paid in all the places, for each year and tier of which every place tells one amount; null where it is not asked. */
export function sumOfPlaces(
  replies: readonly Reply[],
): { result: CalcResult; lead: string[] } | null {
  const asked =
    replies.length > 1 &&
    replies.every(({ summed, intent }) => summed && intent === "contribution");
  if (!asked) return null;
  const all = replies.map(paidIn);
  const years = [...new Set(all.flat().map(({ year }) => year))];
  const tiers = [...new Set(all.flat().map(({ tier }) => tier))];
  const sums = years.flatMap((year) =>
    tiers.flatMap((tier) => {
      const figures = all.flatMap((paid) => {
        const own = paid.filter((one) => one.year === year);
        const fit = own.filter((one) => one.tier === tier);
        const free = own.filter((one) => one.tier === "");
        return fit[0] ?? free[0] ?? [];
      });
      const open = tier === "" && tiers.length > 1;
      return open || figures.length < replies.length
        ? []
        : [{ year, tier, figures: figures.map(({ figure }) => figure) }];
    }),
  );
  if (sums.length === 0)
    return { result: emptyResult("answered"), lead: [NO_SUM] };
  const { citations } = join(replies);
  const cited = citations.map((_, at) => at);
  const made = sums.map(({ year, tier, figures }) => {
    const label = `${year}年度${tier === "" ? "" : tierName(tier, replies)}合计`;
    const { figure, step } = sumOf("contribution.total", label, figures);
    const whose = { year, ...(tier === "" ? {} : { tier }) };
    return {
      figure: { ...figure, citations: cited, for: whose },
      step: { ...step, citations: cited },
    };
  });
  return {
    result: {
      ...emptyResult("answered"),
      citations: [...citations],
      figures: made.map(({ figure }) => figure),
      steps: made.map(({ step }) => step),
    },
    lead: [
      placesSumLead(
        replies.map((one) => labelOf(one, "jurisdiction")),
        made.map(({ figure }) => figure),
      ),
    ],
  };
}

const labelOf = ({ conditions }: Reply, slot: string): string =>
  conditions.find((one) => one.slot === slot)?.label ?? "";

const tierName = (tier: string, replies: readonly Reply[]): string =>
  replies
    .flatMap(({ conditions }) => conditions)
    .find(({ slot, value }) => slot === "tier" && value === tier)?.label ??
  tier;

/** The amounts of one place: the sums of its payers, or what its one payer pays. */
function paidIn({ figures, conditions, status }: Reply): Paid[] {
  if (status !== "answered") return [];
  const totals = figures.filter(({ key }) => key === "contribution.total");
  const nets = figures.filter(({ key }) => key === "contribution.net");
  // Of several, of whom not each could be told, those told are no sum.
  const single = nets.every(
    ({ for: whose }) => !whose?.identity && !whose?.member,
  );
  const own = totals.length > 0 ? totals : single ? nets : [];
  const paid = own.map((figure): Paid => {
    const { year, school_year, tier = "" } = figure.for ?? {};
    const schooled = school_year ?? conditionIn(conditions, "school_year");
    return {
      year:
        year ??
        (schooled === undefined
          ? (conditionIn(conditions, "year") ?? "")
          : `${schooled}`.slice(-4)),
      tier,
      figure,
    };
  });
  const keys = new Set(paid.map(({ year, tier }) => `${year}/${tier}`));
  return keys.size === paid.length ? paid : [];
}

/** The one value of a condition; undefined where there are several. */
function conditionIn(
  conditions: Reply["conditions"],
  slot: string,
): string | undefined {
  const [only, more] = conditions.filter((one) => one.slot === slot);
  return only && !more ? `${only.value}` : undefined;
}
