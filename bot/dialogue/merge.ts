/** Meaning into frame: what was said replaces what was there, the rest is carried by its slot's rule. */
import type { Ask, Meaning } from "../../nlu/meaning.js";
import { withAdded } from "./added.js";
import { withoutRelatives } from "./asks-of-self.js";
import { carriedOn, carryOver, yearsKept } from "./carry.js";
import { withBareAmount } from "./bare-amount.js";
import { withoutGuess } from "./doubt.js";
import { asksOfDocument } from "./documents-meant.js";
import { namesAnother, SELF, withoutAmounts, withoutFactsOf } from "./known.js";
import { comparesOn } from "./carried-on.js";
import { withOwnTier } from "./member-told.js";
import { isAfterAssistance } from "./after-assistance.js";
import { againstOf } from "./said-years.js";
import { isRemote } from "./remote.js";
import { say } from "./say.js";
import { carried, said } from "./slots.js";
import { VAGUE } from "./matters.js";
import { ofHome } from "./home.js";
import { withOnlyNamed } from "./only-some.js";
import { isEmpty } from "./person.js";
import { onlyNames } from "./only-names.js";
import { markOfFamily } from "./family-again.js";
import { markYearBeside, withoutYearBeside } from "./year-beside.js";
import { emptyFrame, type Frame } from "./state.js";

/** The frame of a complete question: place, year and person carried, tier and the like within the family. */
export function frameOf(
  meaning: Meaning,
  ask: Ask,
  asked: Frame | null,
): Frame {
  const before =
    asked && withoutRelatives(withoutYearBeside(asked, meaning), meaning);
  const frame = emptyFrame(
    isAfterAssistance(meaning, ask) ? "special_assistance" : ask.task,
  );
  frame.aspects = ask.aspects;
  frame.topics =
    ask.task === "fact" || isRemote(meaning) ? ask.topics.slice(0, 4) : [];
  frame.otherwise = ask.otherwise;
  frame.per = meaning.per;
  frame.about = meaning.about;
  if (meaning.besides.length > 0) frame.besides = meaning.besides;
  frame.against = againstOf(meaning);
  frame.asksNumber = meaning.asksNumber;
  if (meaning.concepts.includes("asks_bound")) frame.asksBound = true;
  frame.remote = isRemote(meaning);
  if (ask.task === "subsidy" && meaning.concepts.includes("treasury"))
    frame.ofTreasury = true;
  frame.text = VAGUE.includes(ask.task) ? meaning.text.slice(0, 60) : "";
  if (ask.task === "unclear" && onlyNames(meaning)) frame.onlyNames = true;
  frame.ofDocument =
    meaning.concepts.includes("source_cue") ||
    meaning.documents.length > 0 ||
    /(文件|通知|意见|方案|办法)(里|中|上|说|写|规定)|目标(是|为|定)?(多少|几)/.test(
      meaning.plain,
    );
  const restated = meaning.places.some(({ negated }) => !negated);
  if (before && asksOfDocument(before, meaning)) {
    frame.ofDocument = true;
    frame.asksBound = true;
  }
  if (before)
    carryOver(
      frame,
      namesAnother(before, meaning)
        ? withoutAmounts(withoutFactsOf(before))
        : before,
      restated,
    );
  return say(frame, meaning, ask);
}

/** The frame of a follow-up or a correction: the same task, everything carried, what was said replaced. */
export function followUp(heard: Meaning, asked: Frame): Frame {
  const before = ofAnotherName(withoutYearBeside(asked, heard), heard);
  const meaning = withOwnTier(
    withOnlyNamed(withBareAmount(withoutGuess(heard, before), before), before),
    before,
  );
  if (isAboutSelf(meaning, before))
    return say(aboutSelf(before), meaning, null);
  const another = namesAnother(before, meaning);
  const own = another ? withoutFactsOf(before) : before;
  const adds = meaning.concepts.includes("plus");
  const told = say(
    carriedOn(
      ofOneCause(another && adds ? withoutAmounts(own) : own, meaning),
      meaning,
    ),
    meaning,
    null,
  );
  const frame = another ? told : (withAdded(told, meaning, before) ?? told);
  markOfFamily(frame, before);
  markYearBeside(frame, before, meaning);
  if (againstOf(meaning) === "year_before" && before.task === "contribution")
    againstLastYear(told, before);
  // 我爸也一样吗, after 二档比一档多多少: whether his difference is the same, not whether the tiers are.
  if (comparesOn(before, meaning)) delete frame.alike;
  return another && meaning.amounts.length === 0
    ? withoutAmounts(frame)
    : frame;
}

/** 说错了，是我婆婆, after what 我妈 pays: the same of another name. */
function ofAnotherName(before: Frame, meaning: Meaning): Frame {
  const { correction, people, mentions, amounts, dates } = meaning;
  const [named, more] = people;
  const [told, other] = before.people?.value ?? [];
  const renames =
    correction &&
    named !== undefined &&
    told !== undefined &&
    !more &&
    !other &&
    !before.household &&
    named.label !== "" &&
    told.label !== "" &&
    isEmpty(named) &&
    mentions.length + amounts.length + dates.length === 0;
  return renames
    ? { ...before, people: said([{ ...told, label: named.label }]) }
    : before;
}

/** 比去年多掏多少: against the year before the one asked about, which is the one collected now where none was said. */
function againstLastYear(frame: Frame, { years, now }: Frame): void {
  const own = years && !now && years.source !== "assumed" ? years.value : [];
  const [year, more] = own;
  if (more !== undefined) return;
  frame.now = false;
  frame.compare = true;
  if (year !== undefined) frame.years = said([year, year - 1]);
  else {
    frame.years = said((frame.years?.value ?? []).slice(-1));
    frame.against = "year_before";
  }
}

/** A waiting period is asked for one cause: an identity, or how long the insurance was interrupted. */
function ofOneCause(before: Frame, meaning: Meaning): Frame {
  if (before.task !== "waiting_period") return before;
  const who = meaning.people.some(({ tags }) => tags.length > 0);
  const when = meaning.counts.length > 0 || meaning.dates.length > 0;
  if (who && !when) return { ...before, counts: [], dates: [] };
  // 断了两个月呢 after a day: counted from today, not from that day.
  const counted = meaning.counts.length > 0 && meaning.dates.length === 0;
  return counted && !who && before.dates.every(({ role }) => role !== "born")
    ? { ...before, dates: [] }
    : before;
}

/** 那我呢 starts from place and year alone, but for what was said of 我; 那我今天交呢 after what was said of 我妈, too. */
export function isAboutSelf(meaning: Meaning, before: Frame): boolean {
  const { concepts, followup, people, mentions } = meaning;
  const self =
    followup &&
    concepts.includes("person.本人") &&
    people.length === 0 &&
    mentions.length === 0;
  const told = before.people?.value ?? [];
  const others = told.some(({ label }) => label !== "" && label !== SELF);
  const own = told.length > 0 && told.every(({ label }) => label === SELF);
  return self && (others || !(own || saysMore(meaning)));
}

function saysMore(meaning: Meaning): boolean {
  const { dates, amounts, counts, places, familyDoctor } = meaning;
  return (
    dates.length + amounts.length + counts.length + places.length > 0 ||
    familyDoctor !== null
  );
}

function aboutSelf(before: Frame): Frame {
  return {
    ...emptyFrame(before.task),
    aspects: before.aspects,
    topics: before.topics,
    otherwise: before.otherwise,
    per: before.per,
    now: before.now,
    place: carried(before.place),
    area: carried(before.area),
    years: yearsKept(before),
    ...(before.home
      ? { home: before.home, people: said([ofHome(SELF, before.home)]) }
      : {}),
  };
}
