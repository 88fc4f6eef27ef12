/** What a message names, before it is known who and what is meant: words, numbers, dates, facts. */
import type { Knowledge } from "../knowledge/knowledge.js";
import { loadSounds } from "../knowledge/sounds.js";
import { readAmounts } from "./amounts.js";
import { ALSO_SO } from "./commands.js";
import {
  gradedDisability,
  settleMentions,
  withComplications,
  withoutOffice,
  withoutSaved,
} from "./conditions.js";
import { readDates, withSchoolYears } from "./dates.js";
import { withoutDenied } from "./denied-numbers.js";
import { readDocuments } from "./documents.js";
import {
  withoutExplained,
  withoutLapsed,
  withoutLapsedBreak,
} from "./lapsed.js";
import { isRiseTold } from "./told-rise.js";
import { withLevels } from "./levels.js";
import { Lexicon } from "./lexicon.js";
import type {
  DateFact,
  DocumentMention,
  Mention,
  Money,
  Span,
} from "./meaning.js";
import { Mender } from "./mend.js";
import { type ConceptHit, findMentions, type Found } from "./mentions.js";
import { normalise, sameWord } from "./normalise.js";
import { readNumbers } from "./numbers/index.js";
import { withoutOtherSpending } from "./other-spending.js";
import type { Reading } from "./numbers/reading.js";
import { withoutSupposed } from "./per.js";
import { patterned } from "./patterns.js";
import { cut, cutPlainly, teach } from "./segment.js";
import { studentsApart } from "./students.js";
import { youngerThan } from "./younger.js";

export interface HeardWords {
  text: string;
  /** The day of the message. */
  on: string;
  /** The text normalised and mended. */
  plain: string;
  words: string[];
  /** Every number as read. */
  readings: Reading[];
  /** The numbers that belong to no document and no name. */
  kept: Reading[];
  found: Found;
  documents: DocumentMention[];
  /** Facts as the words tell them, those taken back denied. */
  told: Mention[];
  /** The same with one sense for each stretch. */
  mentions: Mention[];
  concepts: ConceptHit[];
  /** The concepts that are not denied. */
  names: ReadonlySet<string>;
  amounts: Money[];
  dates: DateFact[];
}

/** Hears messages with the words of one knowledge base; building it is done once at load. */
export class Hearing {
  readonly lexicon: Lexicon;
  private readonly mender: Mender;

  constructor(private readonly knowledge: Knowledge) {
    this.lexicon = new Lexicon(knowledge);
    teach(this.lexicon.words);
    const sounds = loadSounds();
    this.mender = new Mender(
      this.lexicon.mendable(sounds.concepts),
      this.lexicon.known,
      sounds,
    );
  }

  /** The text normalised, its typing errors put right. */
  mended(text: string): string {
    return sameWord(this.mender.mend(normalise(text), cutPlainly));
  }

  /** Never throws; `on` is the day that 今年 and 上个月 are counted from. */
  hear(text: string, on: string): HeardWords {
    const plain = this.mended(text);
    const readings = withSchoolYears(
      plain,
      withoutDenied(plain, readNumbers(text, on)),
    );
    const words = cut(blank(plain, readings));
    const found = findMentions(this.lexicon, plain, words);
    const documents = readDocuments(plain, this.knowledge, found.notices);
    const kept = withoutOtherSpending(plain, readings).filter(
      ({ span, kind }) =>
        !documents.some((document) => covers(document.span, span)) &&
        (kind === "age" ||
          !found.mentions.some((mention) => covers(mention.span, span))),
    );
    const told = this.told(plain, found);
    const heard = withoutLapsedBreak(
      [...found.concepts, ...patterned(plain)],
      told,
    ).filter(
      ({ concept, span }) =>
        (concept !== "addition" || !ALSO_SO.test(plain)) &&
        (concept !== "how_much" || !OF_TIME.test(plain.slice(span[1]))) &&
        (!RISES.has(concept) || !ADDS_HEAD.test(plain)) &&
        (concept !== "compare" || !isRiseTold(plain, span)),
    );
    const amounts = withoutSupposed(
      plain,
      readAmounts(plain, kept, heard, told),
      heard,
    );
    const concepts = amounts.length > 0 ? heard : withCareOfLastYear(heard);
    return {
      text,
      on,
      plain,
      words,
      readings,
      kept,
      found,
      documents,
      told,
      mentions: settleMentions(withoutSaved(plain, told)),
      concepts,
      names: new Set(
        concepts.filter(({ denied }) => !denied).map(({ concept }) => concept),
      ),
      amounts,
      dates: readDates(plain, kept).filter(
        ({ reading }) =>
          !documents.some(({ span }) => covers(span, reading.span)),
      ),
    };
  }

  private told(plain: string, { mentions, concepts }: Found): Mention[] {
    const told = withoutLapsed(
      plain,
      gradedDisability(
        withComplications(
          withLevels(
            plain,
            withoutExplained(plain, withoutOffice(plain, mentions)),
          ),
          plain,
          this.knowledge,
        ),
        plain,
        this.knowledge,
      ),
    );
    const ofSomebody = concepts.some(({ concept }) =>
      concept.startsWith("person."),
    );
    told.push(
      ...youngerThan(plain, ofSomebody, this.knowledge),
      ...studentsApart(plain, told),
    );
    return told;
  }
}

/** 去年门诊最多能报多少: where nothing is told to have been spent then, the care itself is spoken of. */
const withCareOfLastYear = (concepts: ConceptHit[]): ConceptHit[] => [
  ...concepts,
  ...concepts
    .filter(({ concept, denied }) => concept === LAST_YEARS && !denied)
    .map((one) => ({ ...one, concept: "outpatient" })),
];
const LAST_YEARS = "role_last_year";

/** 出生多少天内, 断了多少个月: a length of time is asked for, and no amount. */
const OF_TIME = /^(天|日(?!限)|个月|个礼拜|个星期|周岁?|岁)/;

/** 多一个人要多交多少: what one more head pays, and neither a rise nor a difference. */
const ADDS_HEAD =
  /[多加添]了?[一1]?(个|口)(人|娃|孩子|小孩)[^。；;！!？?]{0,10}多[交掏出缴花付]/;
const RISES = new Set(["increase", "compare"]);

function blank(plain: string, readings: readonly Reading[]): string {
  const characters = plain.split("");
  for (const { span } of readings) characters.fill(" ", span[0], span[1]);
  return characters.join("");
}

/** Numbers of two or more figures outside of everything that was read. */
export function strayNumbers({
  plain,
  readings,
  documents,
  found,
}: HeardWords): string[] {
  const taken = [...readings, ...documents, ...found.mentions];
  return [...plain.matchAll(/(?<![\d.A-Za-z])\d{2,12}(?:\.\d{1,2})?(?![\d.])/g)]
    .filter(
      ({ index, 0: number }) =>
        !taken.some(
          ({ span: [a, b] }) => a < index + number.length && index < b,
        ),
    )
    .map(([number]) => number);
}

function covers([a, b]: Span, [c, d]: readonly [number, number]): boolean {
  return a <= c && d <= b;
}
