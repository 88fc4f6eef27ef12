/** Text → meaning. A pure function of the text, the day and the lexicon. */
import { yearOf } from "../knowledge/dates.js";
import { loadCourtesy } from "../knowledge/courtesy.js";
import { loadSounds } from "../knowledge/sounds.js";
import type { Knowledge } from "../knowledge/knowledge.js";
import { readAmounts } from "./amounts.js";
import { WithoutCourtesy } from "./courtesy.js";
import { columnSaid } from "./column-said.js";
import { askedOn, casesOf } from "./cases.js";
import { choosesTier, comparedPeople, isBetweenTwo } from "./compared.js";
import { agesOfBirth } from "./birth-years.js";
import { readDocuments } from "./documents.js";
import {
  excludedOf,
  identityKinds,
  type IdentityKinds,
  isSmall,
  withNewborn,
} from "./identities.js";
import { alone, explained } from "./explained.js";
import { Lexicon } from "./lexicon.js";
import type {
  Ask,
  Aspect,
  Meaning,
  Person,
  PlaceMention,
  Span,
} from "./meaning.js";
import { type ConceptHit, findMentions } from "./mentions.js";
import { holdingOf } from "./holding.js";
import { askedIn } from "./asked-sentences.js";
import { heardIn } from "./matters.js";
import { Mender } from "./mend.js";
import { normalise, sameWord } from "./normalise.js";
import { readNumbers } from "./numbers/index.js";
import type { Reading } from "./numbers/reading.js";
import { ownQuestions } from "./own-questions.js";
import { oddAmount } from "./odd-amounts.js";
import { visitDays } from "./visits.js";
import { patterned } from "./patterns.js";
import { withoutLapsed, withoutLapsedBreak } from "./lapsed.js";
import { asksOfPeople, asksPercent } from "./payer-asks.js";
import { studentsApart } from "./students.js";
import { youngerThan } from "./younger.js";
import {
  maskedPlace,
  otherAreas,
  placesIn,
  untoldPlace,
  withoutWhole,
} from "./places.js";
import { readPeople } from "./people.js";
import { comparedIn, readPoints, yearsOfPersons } from "./points.js";
import { cut, cutPlainly, teach } from "./segment.js";
import { asksIn, aspectsIn } from "./asked.js";
import { readSides, SUMMED } from "./sides.js";
import {
  asksNumber,
  familyDoctor,
  gradedDisability,
  registered,
  settleMentions,
  withComplications,
  withoutSaved,
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
import { readDates, withSchoolYears } from "./dates.js";
import { withoutDenied } from "./denied-numbers.js";
import { inDomain, scopeOf } from "./scopes.js";

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
  private readonly mender: Mender;
  private readonly courtesy = new WithoutCourtesy(loadCourtesy());
  private readonly kinds: IdentityKinds;
  private readonly excluded: ReadonlyMap<string, string[]>;

  constructor(readonly knowledge: Knowledge) {
    this.kinds = identityKinds(knowledge);
    this.excluded = excludedOf(knowledge);
    this.lexicon = new Lexicon(knowledge);
    teach(this.lexicon.words);
    const sounds = loadSounds();
    this.mender = new Mender(
      this.lexicon.mendable(sounds.concepts),
      this.lexicon.known,
      sounds,
    );
  }

  /** The question without the greetings, thanks and idle talk around it. */
  question(text: string): string {
    return this.courtesy.read(text);
  }

  /** Never throws; `on` is the day that 今年 and 上个月 are counted from. */
  understand(text: string, on: string): Meaning {
    const plain = sameWord(this.mender.mend(normalise(text), cutPlainly));
    const readings = withSchoolYears(
      plain,
      withoutDenied(plain, readNumbers(text, on)),
    );
    const words = cut(blank(plain, readings));
    const found = findMentions(this.lexicon, plain, words);
    const documents = readDocuments(plain, this.knowledge, found.notices);
    const kept = readings.filter(
      ({ span, kind }) =>
        !documents.some((document) => covers(document.span, span)) &&
        (kind === "age" ||
          !found.mentions.some((mention) => covers(mention.span, span))),
    );
    const told = withoutLapsed(
      plain,
      gradedDisability(
        withComplications(found.mentions, plain, this.knowledge),
        plain,
        this.knowledge,
      ),
    );
    const ofSomebody = found.concepts.some(({ concept }) =>
      concept.startsWith("person."),
    );
    told.push(
      ...youngerThan(plain, ofSomebody, this.knowledge),
      ...studentsApart(plain, told),
    );
    const mentions = settleMentions(withoutSaved(plain, told));
    const concepts = withoutLapsedBreak(
      [...found.concepts, ...patterned(plain)],
      told,
    );
    const amounts = readAmounts(plain, kept, concepts, told);
    const dates = readDates(plain, kept).filter(
      ({ reading }) =>
        !documents.some(({ span }) => covers(span, reading.span)),
    );
    const names = new Set(
      concepts.filter(({ denied }) => !denied).map(({ concept }) => concept),
    );
    const { named, ...payers } = readPeople(
      plain,
      told,
      [...kept, ...agesOfBirth(dates, on, this.knowledge.vocabulary)],
      found.concepts,
      this.kinds,
    );
    payers.people = payers.people.map((one) =>
      this.withExcluded(this.withCircumstances(withNewborn(one, plain))),
    );
    const heardOf = { named, mentions: told, dates };
    const years = yearsOfPersons(plain, heardOf);
    payers.people = payers.people.map((one) => ({
      ...one,
      ...years.get(one.label),
    }));
    const points = readPoints(plain, heardOf);
    if (concepts.some(({ concept }) => concept === "compare"))
      payers.people = comparedPeople(
        plain,
        payers.people,
        mentions,
        points.length > 0,
      );
    const places = placesIn(
      plain,
      found.places.length > 0
        ? withoutWhole(
            plain,
            [...found.places, ...this.besideUnheld(plain, found.places)],
            (id) => this.knowledge.jurisdictions.chain(id),
          )
        : untoldPlace(plain, this.lexicon.known),
      found.mentions,
    );
    const below = yearsBelow(plain, names);
    const compares = names.has("compare");
    const sides =
      (compares || payers.household?.summed) &&
      amounts.length === 0 &&
      places.length < 2
        ? readSides(
            plain,
            {
              mentions: told,
              readings: kept,
              concepts: found.concepts,
              dates,
              kinds: this.kinds,
            },
            { compares },
          )
        : [];
    if (sides.length > 0) {
      payers.people = sides.map((one) => this.withCircumstances(one));
      payers.household = compares ? null : SUMMED;
    }
    const births = dates.filter(({ role }) => role === "born");
    // 1955年出生: somebody old is no newborn; 10月刚生 tells no year.
    const spoken =
      births.length > 0 &&
      births.every(
        ({ reading }) => reading.from !== undefined && !isRecent(reading, on),
      )
        ? concepts.filter(({ concept }) => concept !== "newborn")
        : concepts;
    const asks = asksIn(this.lexicon, plain, spoken, mentions, {
      hasCase: amounts.length > 0 || dates.some(({ role }) => role === "born"),
      hasBirth: births.some(
        ({ reading }) =>
          isRecent(reading, on) ||
          (reading.from === undefined && payers.people.some(isSmall)),
      ),
      hasBreak: dates.some(({ role }) => role === "interrupted"),
      hasDay: dates.some(
        ({ role, reading }) =>
          ["paid", "joined"].includes(role) && reading.kind === "date",
      ),
      hasYearsBelow: below !== null,
      away: places.some(({ away }) => away),
      hasYears: dates.filter(({ role }) => role === "year").length > 1,
    });
    const heard = heardIn(this.lexicon, plain, this.knowledge);
    const asked = asksOfPeople(
      plain,
      heard.about.length > 0 ? askedIn(plain, asks) : asks,
      mentions,
      payers,
      names,
    );
    if (amounts.length === 0 && names.has("per_day") && names.has("per_year"))
      limitsOf(asked);
    if (isBetweenTwo(plain, mentions))
      for (const ask of asked) ask.aspects = withoutRise(ask.aspects);
    return {
      text,
      plain,
      words,
      concepts: [...names],
      command: commandOf(plain, concepts),
      asks: asked,
      aspects: aspectsIn(this.lexicon, plain, concepts),
      places,
      otherAreas: otherAreas(plain),
      mentions,
      points: sides.length > 0 ? [] : points,
      comparedIn:
        sides.length > 0
          ? "who"
          : names.has("compare")
            ? comparedIn(plain, heardOf)
            : null,
      ...payers,
      amounts,
      column: columnSaid(plain, concepts, amounts),
      cases: casesOf(plain, { named, mentions: told, dates, amounts }),
      askedOn: askedOn(plain),
      ownQuestions: ownQuestions(plain, mentions),
      oddAmount: oddAmount(plain),
      visitDays: visitDays(plain),
      dates,
      registered: registered(plain, concepts),
      asksNumber: asksNumber(plain, names),
      yearsBelow: below,
      per: perOf(plain, concepts, names),
      familyDoctor: familyDoctor(concepts, amounts.length > 0 ? plain : ""),
      counts: kept.filter(
        ({ kind, value }) =>
          ["count", "period", "ordinal"].includes(kind) ||
          (kind === "age" && /^(days|months)=/.test(value)),
      ),
      stray: strayNumbers(plain, [
        ...readings.map(({ span }) => span),
        ...documents.map(({ span }) => span),
        ...found.mentions.map(({ span }) => span),
      ]),
      documents,
      holding: holdingOf(plain),
      terms: alone(plain, found),
      explains: amounts.length > 0 ? [] : explained(plain, found),
      followup: isFollowup(plain),
      correction:
        names.has("correction") || /不是.{1,12}(，|,|\s)?(而?是)/.test(plain),
      compare: names.has("compare"),
      inPercent: asksPercent(plain, names),
      onlyCompares: onlyCompares(plain),
      otherTier: names.has("compare") && choosesTier(plain, mentions),
      asksAlike: names.has("compare") && /一样|相同|一个样/.test(plain),
      asksBefore: asksBefore(plain),
      asksBeforeChange: asksBeforeChange(plain),
      likewise: saysLikewise(plain) && !names.has("compare"),
      offDomain: !inDomain(names, mentions, asked),
      scope: scopeOf(names, heard.kinds),
      kinds: heard.kinds,
      about: heard.about,
      besides: heard.besides,
    };
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

  /** Tells which identities said before are then another's, or were wrong. */
  private withExcluded(person: Person): Person {
    const excludes = [
      ...new Set(person.tags.flatMap((tag) => this.excluded.get(tag) ?? [])),
    ];
    return excludes.length > 0 ? { ...person, excludes } : person;
  }

  /** Marks somebody of whom nothing was said but an age or a circumstance. */
  private withCircumstances(person: Person): Person {
    const { tags } = person;
    return tags.length > 0 &&
      tags.every((tag) => this.kinds.circumstances.has(tag))
      ? { ...person, circumstances: true }
      : person;
  }
}

/** What a limit is asked for; 一年和一天 is both, and so none alone, as is 最多报多少，一天多少. */
function perOf(
  plain: string,
  concepts: readonly ConceptHit[],
  names: ReadonlySet<string>,
): Meaning["per"] {
  const [day, year] = [names.has("per_day"), names.has("per_year")];
  if (day === year) return null;
  let clause = 0;
  const clauses = [...plain].map((char) =>
    "，,。；;？?".includes(char) ? clause++ : clause,
  );
  const clauseOf = ({ span }: ConceptHit): number => clauses[span[0]] ?? 0;
  const clausesOf = (...wanted: string[]): number[] =>
    concepts.filter(({ concept }) => wanted.includes(concept)).map(clauseOf);
  const told = new Set(clausesOf("per_day", "per_year"));
  const limits = clausesOf("limit");
  const asked = clausesOf("how_much").filter((clause) => told.has(clause));
  if (asked.length > 0 && limits.some((clause) => !told.has(clause)))
    return null;
  return day ? "day" : "year";
}

/** 一天能报多少，一年呢: both limits, and nothing else of the care. */
function limitsOf(asks: readonly Ask[]): void {
  for (const ask of asks)
    if (ask.task === "outpatient" && ask.aspects.join() === "amount")
      ask.aspects = ["limit"];
}

function withoutRise(aspects: readonly Aspect[]): Aspect[] {
  const rest = aspects.filter((aspect) => aspect !== "increase");
  return rest.length > 0 ? rest : ["amount"];
}

function blank(plain: string, readings: readonly Reading[]): string {
  const characters = plain.split("");
  for (const { span } of readings) characters.fill(" ", span[0], span[1]);
  return characters.join("");
}

/** Numbers of two or more figures outside of everything that was read. */
function strayNumbers(plain: string, taken: readonly Span[]): string[] {
  return [...plain.matchAll(/(?<![\d.A-Za-z])\d{2,12}(?:\.\d{1,2})?(?![\d.])/g)]
    .filter(
      ({ index, 0: number }) =>
        !taken.some(([a, b]) => a < index + number.length && index < b),
    )
    .map(([number]) => number);
}

function covers([a, b]: Span, [c, d]: readonly [number, number]): boolean {
  return a <= c && d <= b;
}

/** A birth of the last three years is that of a newborn in some sense; an older one tells an age. */
function isRecent({ from }: Reading, on: string): boolean {
  return from !== undefined && yearOf(from) >= yearOf(on) - 3;
}
