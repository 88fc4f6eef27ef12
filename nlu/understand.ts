/** Text → meaning. A pure function of the text, the day and the lexicon. */
import { yearOf } from "../knowledge/dates.js";
import { loadCourtesy } from "../knowledge/courtesy.js";
import type { Knowledge } from "../knowledge/knowledge.js";
import { Asides } from "./asides.js";
import { WithoutCourtesy } from "./courtesy.js";
import { columnSaid } from "./column-said.js";
import { askedOn, casesOf } from "./cases.js";
import { placeCases } from "./place-cases.js";
import { caredBefore } from "./cared-before.js";
import { areRisesTold, withoutRise } from "./told-rise.js";
import { choosesTier, isBetweenTwo } from "./compared.js";
import { alone, explained } from "./explained.js";
import { type HeardWords, Hearing, strayNumbers } from "./hearing.js";
import { isSmall } from "./identities.js";
import type { Lexicon } from "./lexicon.js";
import type { Ask, Meaning, Person, PlaceMention } from "./meaning.js";
import { holdingOf } from "./holding.js";
import { askedIn } from "./asked-sentences.js";
import { heardIn } from "./matters.js";
import type { Reading } from "./numbers/reading.js";
import { ownQuestions } from "./own-questions.js";
import { oddAmount } from "./odd-amounts.js";
import { PayersOf } from "./payers-meant.js";
import { limitsOf, ofLimitLeft, perOf } from "./per.js";
import { areVisitsTogether, visitDays } from "./visits.js";
import { asksOfPeople, asksPercent } from "./payer-asks.js";
import { monthsTogether } from "./months-together.js";
import { withShortAreas } from "./short-areas.js";
import { asksWithoutAid } from "./without-aid.js";
import type { People } from "./people.js";
import {
  maskedPlace,
  otherAreas,
  placesIn,
  untoldPlace,
  withoutWhole,
} from "./places.js";
import { asksIn, aspectsIn } from "./asked.js";
import {
  asksNumber,
  familyDoctor,
  registered,
  yearsBelow,
} from "./conditions.js";
import {
  asksBefore,
  asksBeforeChange,
  commandOf,
  isFollowup,
  onlyCompares,
  saysLikewise,
} from "./commands.js";
import { inDomain, scopeOf } from "./scopes.js";

/** So many of the words that we offer are kept understood; they are few, and come again in every conversation. */
const MOST_OFFERED = 1000;

const understandings = new WeakMap<Knowledge, Understanding>();

/** The understanding that belongs to a knowledge base, built at its first use. */
export function understandingOf(knowledge: Knowledge): Understanding {
  let found = understandings.get(knowledge);
  if (!found)
    understandings.set(knowledge, (found = new Understanding(knowledge)));
  return found;
}

/** Understands messages with one knowledge base; building it is done once at load. */
export class Understanding {
  readonly lexicon: Lexicon;
  private readonly hearing: Hearing;
  private readonly payers: PayersOf;
  private readonly courtesy: WithoutCourtesy;
  private readonly offered = new Map<string, Meaning>();

  constructor(readonly knowledge: Knowledge) {
    this.hearing = new Hearing(knowledge);
    this.lexicon = this.hearing.lexicon;
    this.payers = new PayersOf(knowledge);
    const places = knowledge.jurisdictions.names.map(({ name }) => name);
    const courtesy = loadCourtesy();
    const asides = new Asides(courtesy, this.lexicon, (text) =>
      this.hearing.mended(text),
    );
    this.courtesy = new WithoutCourtesy(courtesy, places, asides);
  }

  /** The question without the greetings, thanks and idle talk around it. */
  question(text: string): string {
    return this.courtesy.read(text);
  }

  /** The same as `understand`, for words that we offer to be said next: understood once. */
  understandOffered(text: string, on: string): Meaning {
    const key = `${on} ${text}`;
    let meaning = this.offered.get(key);
    if (!meaning) {
      if (this.offered.size >= MOST_OFFERED) this.offered.clear();
      this.offered.set(key, (meaning = this.understand(text, on)));
    }
    return meaning;
  }

  /** Never throws; `on` is the day that 今年 and 上个月 are counted from. */
  understand(text: string, on: string): Meaning {
    const heard = this.hearing.hear(text, on);
    const { plain, concepts, mentions, names, amounts } = heard;
    const places = this.placesOf(heard);
    const { named, ...payers } = this.payers.read(heard, places);
    const matters = heardIn(this.lexicon, plain, this.knowledge);
    const below = yearsBelow(plain, names);
    const asks = this.asksOf(heard, payers, {
      aboutMatter: matters.about.length > 0,
      hasYearsBelow: below !== null,
      away: places.some(({ away }) => away),
    });
    return {
      text,
      plain,
      words: heard.words,
      concepts: [...names],
      command: commandOf(plain, concepts),
      asks,
      aspects: aspectsIn(this.lexicon, plain, concepts).filter(
        (one) => one !== "increase" || !areRisesTold(plain, concepts),
      ),
      places,
      mentions,
      ...payers,
      ...numbersOf(heard),
      ...mannerOf(heard),
      yearsBelow: below,
      otherAreas: otherAreas(plain),
      cases: casesOf(plain, { ...heard, named, mentions: heard.told }),
      placesApart: placeCases(plain, named, places),
      askedOn: askedOn(plain),
      ownQuestions: ownQuestions(plain, mentions),
      registered: registered(plain, concepts, bornIn(heard, on)),
      per: perOf(plain, concepts, names),
      familyDoctor: contractsCompared(heard)
        ? null
        : familyDoctor(concepts, amounts.length > 0 ? plain : ""),
      documents: heard.documents,
      holding: holdingOf(plain),
      terms: alone(plain, heard.found),
      explains: amounts.length > 0 ? [] : explained(plain, heard.found),
      offDomain: !inDomain(names, mentions, asks),
      scope: scopeOf(names, matters.kinds),
      ...matters,
    };
  }

  private placesOf({ plain, found }: HeardWords): PlaceMention[] {
    return placesIn(
      plain,
      found.places.length > 0
        ? withoutWhole(
            plain,
            withShortAreas(
              plain,
              [...found.places, ...this.besideUnheld(plain, found.places)],
              this.knowledge.jurisdictions,
            ),
            (id) => this.knowledge.jurisdictions.chain(id),
          )
        : untoldPlace(plain, this.lexicon.known),
      found.mentions,
    );
  }

  /** A place that is masked, beside others none of which has a notice here. */
  private besideUnheld(
    plain: string,
    places: readonly PlaceMention[],
  ): PlaceMention[] {
    const held = places.some(
      ({ jurisdiction }) =>
        jurisdiction !== null &&
        this.knowledge.noticesOf(jurisdiction).length > 0,
    );
    return held ? [] : maskedPlace(plain);
  }

  private asksOf(
    heard: HeardWords,
    payers: People,
    { aboutMatter, hasYearsBelow, away }: AskedBeside,
  ): Ask[] {
    const { plain, mentions, names, amounts, dates } = heard;
    const { spoken, hasBirth } = birthsMeant(heard, payers.people);
    const asks = asksIn(this.lexicon, plain, spoken, mentions, {
      hasCase: amounts.length > 0 || dates.some(({ role }) => role === "born"),
      hasBirth,
      hasBreak: dates.some(({ role }) => role === "interrupted"),
      hasDay: dates.some(
        ({ role, reading }) =>
          ["paid", "joined", "starts"].includes(role) &&
          ["date", "month"].includes(reading.kind),
      ),
      hasEarlierCare: caredBefore(dates, heard.on),
      hasYearsBelow,
      away,
      hasYears: dates.filter(({ role }) => role === "year").length > 1,
    });
    const own = aboutMatter ? askedIn(plain, asks) : asks;
    const asked = ofLimitLeft(
      asksOfPeople(plain, own, mentions, payers, names),
      heard,
    );
    const perTime = names.has("per_day") || names.has("per_year");
    if (amounts.length === 0 && perTime) limitsOf(asked);
    if (isBetweenTwo(plain, mentions) || areRisesTold(plain, heard.concepts))
      for (const ask of asked) ask.aspects = withoutRise(ask.aspects);
    return asked;
  }
}

/** What beside the words decides which questions are asked. */
interface AskedBeside {
  aboutMatter: boolean;
  hasYearsBelow: boolean;
  away: boolean;
}

/** Whether a birth of late is told, and the concepts without a newborn where it is long ago. */
function birthsMeant(
  { dates, on, concepts }: HeardWords,
  people: readonly Person[],
): { hasBirth: boolean; spoken: HeardWords["concepts"] } {
  const births = dates.filter(({ role }) => role === "born");
  // 1955年出生: somebody old is no newborn; 10月刚生 tells no year.
  const longAgo =
    births.length > 0 &&
    births.every(
      ({ reading }) => reading.from !== undefined && !isRecent(reading, on),
    );
  return {
    hasBirth: births.some(
      ({ reading }) =>
        isRecent(reading, on) ||
        (reading.from === undefined && people.some(isSmall)),
    ),
    spoken: longAgo
      ? concepts.filter(({ concept }) => concept !== "newborn")
      : concepts,
  };
}

function numbersOf(
  heard: HeardWords,
): Pick<
  Meaning,
  | "amounts"
  | "column"
  | "oddAmount"
  | "visitDays"
  | "visitsTogether"
  | "dates"
  | "counts"
  | "stray"
> {
  const { plain, concepts, amounts, dates, kept } = heard;
  return {
    amounts,
    column: columnSaid(plain, concepts, amounts),
    oddAmount: oddAmount(plain),
    visitDays: visitDays(plain),
    visitsTogether: amounts.length === 1 && areVisitsTogether(plain),
    dates,
    counts: kept.filter(
      ({ kind, value, span }) =>
        (["count", "period", "ordinal"].includes(kind) &&
          !(kind === "period" && TOLD_TO_WAIT.test(plain.slice(0, span[0])))) ||
        (kind === "age" && /^(days|months)=/.test(value)),
    ),
    stray: strayNumbers(heard),
  };
}

/** 人家说要等三个月: how long one would wait, not how long ago something was. */
const TOLD_TO_WAIT =
  /(要|得|须|还|需|先|再|让|叫|喊)[我你他她]?等(够|满|上|足)?$/;

/** How the message asks: on from before, put right, compared. */
function mannerOf({
  plain,
  names,
  mentions,
}: HeardWords): Pick<
  Meaning,
  | "asksNumber"
  | "followup"
  | "correction"
  | "compare"
  | "inPercent"
  | "withoutAid"
  | "monthsTogether"
  | "onlyCompares"
  | "otherTier"
  | "asksAlike"
  | "asksBefore"
  | "asksBeforeChange"
  | "likewise"
> {
  const compare = names.has("compare");
  return {
    asksNumber: asksNumber(plain, names),
    followup: isFollowup(plain),
    correction:
      names.has("correction") || /不是.{1,12}(，|,|\s)?(而?是)/.test(plain),
    compare,
    inPercent: asksPercent(plain, names),
    withoutAid: asksWithoutAid(plain),
    monthsTogether: monthsTogether(plain),
    onlyCompares: onlyCompares(plain),
    otherTier: compare && choosesTier(plain, mentions),
    asksAlike: compare && /一样|相同|一个样/.test(plain),
    asksBefore: asksBefore(plain),
    asksBeforeChange: asksBeforeChange(plain),
    likewise: saysLikewise(plain) && !compare,
  };
}

/** 签了跟没签的比例差多少: neither of the two is the person's own. */
const contractsCompared = ({ names, amounts }: HeardWords): boolean =>
  amounts.length === 0 &&
  ["compare", "family_doctor_yes", "family_doctor_no"].every((one) =>
    names.has(one),
  );

/** Whether the year of the birth told is that of the day. */
const bornIn = ({ dates }: HeardWords, on: string): boolean =>
  dates.some(
    ({ role, reading: { from } }) =>
      role === "born" && from !== undefined && yearOf(from) === yearOf(on),
  );

/** A birth of the last three years is that of a newborn in some sense; an older one tells an age. */
function isRecent({ from }: Reading, on: string): boolean {
  return from !== undefined && yearOf(from) >= yearOf(on) - 3;
}
