/** Reads a message as the answer to the question just asked, by that slot's own grammar. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import { smallCount } from "../../nlu/household.js";
import type { AmountRole, Meaning, Money, Person } from "../../nlu/meaning.js";
import { headsOf } from "./counted-family.js";
import { demandedBeside } from "./demanded.js";
import { flagOf, FLAGS } from "./flag-told.js";
import { isExact } from "./tasks/amounts.js";
import { MONTHLY_WAGE, WAGE_PERIOD } from "./tasks/wage.js";
import { monthlyWage, ofPeriod } from "./wage-told.js";
import { followUp } from "./merge.js";
import { joinPerson } from "./person.js";
import { said } from "./slots.js";
import type { Frame, Pending } from "./state.js";

/** Slots answered by an amount, with the role that the amount then has. */
const AMOUNTS: Readonly<Record<string, "eligible" | "self" | "given">> = {
  eligible: "eligible",
  eligible_self_paid: "self",
  eligible_self_paid_inpatient: "self",
  inpatient_left: "self",
  general_outpatient_left: "self",
  reasonable_left: "self",
  amount: "given",
  eligible_before: "given",
  regular_deductible: "given",
  above_deductible: "given",
};
const FACET_SLOTS: Readonly<Record<string, string>> = {
  institution: "institution",
  insurance: "insurance",
  employment: "employment",
  disease: "disease",
  tier: "tier",
  identity: "identity",
  family_doctor: "family_doctor",
  class: "class",
};

/** The frame with the answer in it, or null when the message does not answer. */
export function answerTo(
  pending: Pending,
  meaning: Meaning,
  frame: Frame,
  knowledge: Knowledge,
): Frame | null {
  const { slot } = pending;
  if (meaning.command === "unknown_reply")
    return { ...frame, unknown: [...new Set([...frame.unknown, slot])] };
  if (slot === "jurisdiction")
    return meaning.places.some(({ negated }) => !negated)
      ? followUp(meaning, frame)
      : null;
  if (slot === "persons") return headCount(meaning, frame);
  if (slot === WAGE_PERIOD) return ofPeriod(meaning, frame);
  if (slot === MONTHLY_WAGE)
    return monthlyWage(
      meaning.amounts.length > 0 ? meaning.amounts : [bareAmount(meaning)],
      frame,
    );
  if (FLAGS.includes(slot)) return flag(slot, meaning, frame);
  if (slot in AMOUNTS) return amount(slot, meaning, frame);
  if (slot === "identity") {
    const grade = disabilityGrade(meaning, knowledge);
    if (grade !== null) return withTag(frame, grade, knowledge);
    const joined =
      withMembers(frame, meaning) ??
      withDemanded(frame, meaning, knowledge) ??
      withNone(frame, meaning, knowledge);
    if (joined) return joined;
  }
  const facet = FACET_SLOTS[slot];
  if (
    facet !== undefined &&
    meaning.mentions.some((one) => one.facet === facet && !one.negated)
  )
    return followUp(meaning, frame);
  if (slot === "family_doctor" && meaning.command !== null) {
    const value = meaning.command === "yes" ? "true" : "false";
    return {
      ...frame,
      facets: {
        ...frame.facets,
        family_doctor: { value: [value], source: "said" },
      },
    };
  }
  if (slot === "area" && meaning.places.some(({ area }) => area !== null))
    return followUp(meaning, frame);
  if (slot === "born_on" && meaning.dates.length > 0)
    return {
      ...frame,
      dates: meaning.dates.map((date) => ({ ...date, role: "born" as const })),
    };
  if (slot === "year" && meaning.dates.some(({ role }) => role === "year"))
    return followUp(meaning, frame);
  return null;
}

/** “4口人”, “四个”, “4” as the answer to how many there are. */
function headCount(meaning: Meaning, frame: Frame): Frame | null {
  const [told, more] = meaning.people;
  // Who is what was said anew: no mere number; 两个低保 of the share of them that was open is one.
  if (told)
    return !more && told.label === "" && told.count !== undefined
      ? ofThem(told.count, frame, told)
      : null;
  const bare = meaning.plain.replace(
    /^(一共|总共|是)|[个口人位吧的，,。！!\s]+$/g,
    "",
  );
  const size = meaning.household?.size ?? smallCount(bare);
  if (size === null || size < 1) return null;
  const counted = ofThem(size, frame);
  if (counted) return counted;
  const household = {
    size,
    vague: false,
    total: true,
    each: false,
    clash: false,
  };
  return { ...frame, household };
}

/** “两个” of five, where a share of them told no number. */
function ofThem(
  count: number,
  frame: Frame,
  told: Pick<Person, "tags"> = { tags: [] },
): Frame | null {
  const { household, people } = frame;
  const all = household?.clash ? household.size : null;
  const [only, more] = people?.value ?? [];
  if (!household || all === null || !only || more) return null;
  if (!told.tags.every((tag) => only.tags.includes(tag))) return null;
  return count < all && only.count === undefined
    ? {
        ...frame,
        household: { ...household, clash: false },
        people: said([{ ...only, count }]),
      }
    : null;
}

/** “二级” as the answer to a question about the disability certificate. */
function disabilityGrade(
  meaning: Meaning,
  { vocabulary }: Knowledge,
): string | null {
  const bare = meaning.plain.replace(/^是|的$|[，,。！!\s]/g, "");
  return vocabulary.resolve("identity", `${bare}残疾`)?.id ?? null;
}

/** Adds the narrower tag: to those who have the general one, or to everybody asked about. */
function withTag(frame: Frame, tag: string, { vocabulary }: Knowledge): Frame {
  const people = frame.people?.value ?? [
    { label: "", tags: [], denied: [], age: null },
  ];
  const values = vocabulary.file.facets.identity?.values ?? {};
  const general = (id: string): string[] =>
    (values[id]?.implies ?? []).flatMap((one) => [one, ...general(one)]);
  const wider = general(tag);
  const meant = people.filter(({ tags }) =>
    tags.some((one) => wider.includes(one)),
  );
  return {
    ...frame,
    people: {
      value: people.map((person) =>
        meant.length > 0 && !meant.includes(person)
          ? person
          : { ...person, tags: [...new Set([...person.tags, tag])] },
      ),
      source: "said",
    },
  };
}

/** “一个65岁老人，一个上小学的” of a 低收入家庭: they are its members, and the others are nothing more. */
function withMembers(frame: Frame, { people }: Meaning): Frame | null {
  const [home, more] = frame.people?.value ?? [];
  if (!home || more || home.label !== "" || people.length < 2) return null;
  const members = people.map((person) => ({
    ...joinPerson(home, person),
    count: person.count ?? 1,
  }));
  const size = frame.household?.size ?? home.count ?? null;
  const rest = (size ?? 0) - headsOf(members);
  return {
    ...frame,
    people: said(rest > 0 ? [...members, { ...home, count: rest }] : members),
    household:
      frame.household ??
      (size === null
        ? null
        : { size, vague: false, total: true, each: false, clash: false }),
  };
}

/** “60岁以上老年人” as the answer for a 低收入家庭: added to those whose aid asks for it beside their own. */
function withDemanded(
  frame: Frame,
  { mentions }: Meaning,
  knowledge: Knowledge,
): Frame | null {
  const place = frame.place?.value ?? "";
  const people = frame.people?.value ?? [];
  const said = mentions
    .filter(({ facet, negated }) => facet === "identity" && !negated)
    .map(({ value }) => value);
  const joined = people.map((person) => {
    const open = demandedBeside(knowledge, place, person.tags);
    const more = said.filter((tag) => open.includes(tag));
    return more.length > 0
      ? { ...person, tags: [...person.tags, ...more] }
      : person;
  });
  if (joined.every((person, at) => person === people[at])) return null;
  return { ...frame, people: { value: joined, source: "said" } };
}

/** “都不是”, asked which of those that the aid demands somebody is. */
function withNone(
  frame: Frame,
  meaning: Meaning,
  knowledge: Knowledge,
): Frame | null {
  if (yesOrNo(meaning) !== false && !/^都?不(是|属于|算)/.test(meaning.plain))
    return null;
  const place = frame.place?.value ?? "";
  const people = frame.people?.value ?? [];
  const open = people.map(({ tags }) => demandedBeside(knowledge, place, tags));
  if (meaning.mentions.length > 0 || open.every((tags) => tags.length === 0))
    return null;
  return {
    ...frame,
    people: {
      value: people.map((person, at) => ({
        ...person,
        denied: [...new Set([...person.denied, ...(open[at] ?? [])])],
      })),
      source: "said",
    },
  };
}

function flag(slot: string, meaning: Meaning, frame: Frame): Frame | null {
  const said = flagOf(slot, meaning) ?? yesOrNo(meaning);
  return said === null
    ? null
    : { ...frame, flags: { ...frame.flags, [slot]: said } };
}

/** Yes or no, also as 办了, 没办, 属于, 不算. */
function yesOrNo(meaning: Meaning): boolean | null {
  if (meaning.command === "yes") return true;
  if (meaning.command === "no") return false;
  const bare = meaning.plain.replace(/[，,。！!\s]/g, "");
  if (bare.length > 12 || /[?？吗呢]/.test(bare)) return null;
  // 已经救助过1万了 tells an amount, and answers nothing.
  if (meaning.amounts.length > 0) return null;
  if (/^(还)?(没|未|不|否)/.test(bare)) return false;
  return /^(是|对|属于|算|办|登记|认定|已|有|在)/.test(bare) ? true : null;
}

/** “80” alone, which without the question would be a count. */
function bareAmount({ plain, counts }: Meaning): Money | null {
  const [only, more] = counts;
  if (!only || more || only.kind !== "count" || only.about) return null;
  if (!/^\d+(\.\d+)?$/.test(only.value)) return null;
  if (plain.replace(/^是|[吧的，,。！!\s]+$/g, "") !== only.text) return null;
  return {
    role: "unknown",
    eligible: false,
    low: only.value,
    high: null,
    about: false,
    remainder: false,
    span: [...only.span],
    text: only.text,
    year: null,
  };
}

/** 甲类的80, asked how much exactly: the class comes with the amount. */
const CLASSES: readonly AmountRole[] = ["class_a", "class_b"];

/** What was paid before, or is left of a limit, is no column of the bill. */
const PAID_BEFORE: readonly AmountRole[] = [
  "paid_this_year",
  "paid_today",
  "quota_left",
];

/** An amount of another column is no deductible. */
const DEDUCTIBLE: readonly AmountRole[] = [
  "unknown",
  "total",
  "regular_deductible",
];

function amount(slot: string, said: Meaning, frame: Frame): Frame | null {
  // The whole bill is not the column that was asked for.
  if (said.column?.role === "total") return null;
  if (said.column && said.amounts.length === 0) return followUp(said, frame);
  const bare = said.amounts.length === 0 ? bareAmount(said) : null;
  const meaning = bare ? { ...said, amounts: [bare], counts: [] } : said;
  const [money] = meaning.amounts;
  const role = AMOUNTS[slot];
  const byCare =
    role === "self" && meaning.amounts.every(({ care }) => care !== undefined);
  if (!money || (meaning.amounts.length > 1 && !byCare)) return null;
  // 今年已经报了1000呢, asked for the column of a bill: it comes to the bill.
  if (slot !== "amount" && PAID_BEFORE.includes(money.role)) return null;
  if (slot === "amount" && frame.oddAmount) return followUp(meaning, frame);
  if (slot === "amount") {
    const vague = frame.amounts.find((one) => !isExact(one));
    return {
      ...frame,
      amounts: frame.amounts.map((one) =>
        one === vague
          ? {
              ...money,
              role: CLASSES.includes(money.role) ? money.role : one.role,
              eligible: one.eligible || money.eligible,
              care: money.care ?? one.care,
            }
          : one,
      ),
    };
  }
  if (slot === "regular_deductible" && !DEDUCTIBLE.includes(money.role))
    return null;
  if (role === "given")
    return isExact(money)
      ? { ...frame, given: { ...frame.given, [slot]: money.low } }
      : null;
  const rest = frame.amounts.filter(
    (one) => one.role === "paid_today" || one.role === "paid_this_year",
  );
  return {
    ...frame,
    amounts: [
      ...rest,
      ...meaning.amounts.map((one) => ({
        ...one,
        role: role ?? ("eligible" as const),
        eligible: true,
      })),
    ],
  };
}
