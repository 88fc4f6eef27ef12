/** Text → meaning. A pure function of the text, the day and the lexicon. */
import type { Knowledge } from "../knowledge/knowledge.js";
import { readAmounts } from "./amounts.js";
import { readDocuments } from "./documents.js";
import { Lexicon } from "./lexicon.js";
import type {
  Ask,
  Aspect,
  Command,
  DateFact,
  DateRole,
  Meaning,
  Mention,
  Span,
} from "./meaning.js";
import { type ConceptHit, findMentions } from "./mentions.js";
import { normalise } from "./normalise.js";
import { readNumbers } from "./numbers/index.js";
import type { Reading } from "./numbers/reading.js";
import { readPeople } from "./people.js";
import { cut, teach } from "./segment.js";
import { asks, aspectsOf, guess, type Stretch } from "./tasks.js";

const BREAKS = /[。！？!?；;\n，,、]|\s{1,}/g;
const COMMANDS: readonly Command[] = [
  "restart",
  "human",
  "repeat",
  "unknown_reply",
  "yes",
  "no",
  "greet",
  "thanks",
  "bye",
  "explain",
  "why",
];
const SCOPE_PREFIX = "scope.";
const ABOUT_PREFIX = "about.";

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

  constructor(readonly knowledge: Knowledge) {
    this.lexicon = new Lexicon(knowledge);
    teach(this.lexicon.words);
  }

  /** Never throws; `on` is the day that 今年 and 上个月 are counted from. */
  understand(text: string, on: string): Meaning {
    const plain = normalise(text);
    const readings = readNumbers(text, on);
    const words = cut(blank(plain, readings));
    const found = findMentions(this.lexicon, plain, words);
    const kept = readings.filter(
      ({ span, kind }) =>
        kind === "age" ||
        !found.mentions.some((mention) => covers(mention.span, span)),
    );
    const mentions = settleMentions(
      gradedDisability(found.mentions, plain, this.knowledge),
    );
    const concepts = found.concepts;
    const amounts = readAmounts(plain, kept, concepts, mentions);
    const dates = readDates(plain, kept);
    const asked = this.asked(
      plain,
      concepts,
      mentions,
      amounts.length > 0 || dates.some(({ role }) => role === "born"),
    );
    const names = new Set(
      concepts.filter(({ denied }) => !denied).map(({ concept }) => concept),
    );
    return {
      text,
      plain,
      words,
      concepts: [...names],
      command: commandOf(plain, concepts),
      asks: asked,
      aspects: this.aspects(plain, concepts),
      places: found.places,
      mentions,
      people: readPeople(mentions, kept, concepts),
      amounts,
      dates,
      registered: registered(concepts),
      asksNumber: asksNumber(plain, names),
      per: names.has("per_day") ? "day" : names.has("per_year") ? "year" : null,
      familyDoctor: familyDoctor(concepts),
      counts: kept.filter(({ kind }) => kind === "count" || kind === "period"),
      documents: readDocuments(plain, this.knowledge, found.notices),
      terms: found.terms.map(({ term }) => term),
      followup: isFollowup(plain),
      correction:
        names.has("correction") || /不是.{1,12}(，|,|\s)?(而?是)/.test(plain),
      compare: names.has("compare"),
      offDomain: !inDomain(names, mentions, asked),
      scope: scopeOf(names),
      about: [...names]
        .filter((concept) => concept.startsWith(ABOUT_PREFIX))
        .map((concept) => concept.slice(ABOUT_PREFIX.length)),
    };
  }

  /** What is asked of whatever was spoken of: 比例呢, 起付线呢, 各级怎么分. */
  private aspects(plain: string, concepts: readonly ConceptHit[]): Aspect[] {
    const whole = this.stretch([0, plain.length], plain, concepts, [], false);
    return aspectsOf(whole).filter((aspect) => aspect !== "amount");
  }

  private asked(
    plain: string,
    concepts: readonly ConceptHit[],
    mentions: readonly Mention[],
    hasCase: boolean,
  ): Ask[] {
    const spans = split(plain);
    const whole = this.stretch(
      [0, plain.length],
      plain,
      concepts,
      mentions,
      hasCase,
    );
    const found: Ask[] = [];
    for (const span of spans) {
      const stretch = this.stretch(span, plain, concepts, mentions, hasCase);
      if (asks(stretch, plain.slice(...span)))
        found.push(...guess(stretch, true));
    }
    const own = merge(found.filter(({ task }) => task !== "reimburse"));
    const all = guess(whole, asks(whole, plain));
    if (own.length === 0) return all;
    const fact = all.find(({ task }) => task === "fact");
    const words = whole.topics[0]?.words ?? [];
    const spoken = (span: Span): boolean =>
      words.some((word) => plain.slice(...span).includes(word));
    if (
      fact &&
      own.length === 1 &&
      own[0] &&
      own[0].task !== "fact" &&
      spoken(own[0].span)
    )
      return [{ ...fact, otherwise: own[0].task, aspects: own[0].aspects }];
    const special = all.find(({ task }) => SPECIFIC.has(task));
    if (special && own.every(({ task }) => GENERAL_TASKS.has(task)))
      return [
        {
          ...special,
          aspects: own.flatMap(({ aspects }) => aspects),
          strength: 2,
        },
      ];
    return strengthen(
      own,
      all,
      found.some(({ task }) => task === "reimburse"),
    );
  }

  private stretch(
    [from, to]: Span,
    plain: string,
    concepts: readonly ConceptHit[],
    mentions: readonly Mention[],
    hasCase: boolean,
  ): Stretch {
    const inside = ({ span }: { span: Span }): boolean =>
      span[0] >= from && span[1] <= to;
    const live = concepts.filter(
      (hit) => inside(hit) && !(hit.denied && DENIABLE.has(hit.concept)),
    );
    const covered = new Map<string, string[]>();
    for (const { concept, span } of live)
      covered.set(concept, [
        ...(covered.get(concept) ?? []),
        plain.slice(...span),
      ]);
    const said = mentions.filter(
      (mention) => inside(mention) && !mention.negated,
    );
    const values = (facet: string): Set<string> =>
      new Set(
        said
          .filter((mention) => mention.facet === facet)
          .map(({ value }) => value),
      );
    const { present } = this.lexicon.scan(plain.slice(from, to));
    return {
      span: [from, to],
      concepts: new Set(live.map(({ concept }) => concept)),
      facets: new Set(said.map(({ facet }) => facet)),
      identities: values("identity"),
      diseases: values("disease"),
      topics: this.lexicon.topics(
        present,
        live.map(({ span }) => plain.slice(...span)),
      ),
      covered,
      hasCase,
    };
  }
}

/** Contracted unless denied; asking whether one needs it says neither. */
function familyDoctor(concepts: readonly ConceptHit[]): boolean | null {
  const hits = concepts.filter(
    ({ concept }) => concept === "family_doctor_yes",
  );
  const no =
    concepts.some(({ concept }) => concept === "family_doctor_no") ||
    hits.some(({ denied }) => denied);
  if (no) return false;
  return hits.some(({ questioned }) => !questioned) ? true : null;
}

/** Whether a child was registered in the year of its birth, where the words say. */
function registered(concepts: readonly ConceptHit[]): boolean | null {
  if (concepts.some(({ concept }) => concept === "registered_no")) return false;
  const yes = concepts.filter(({ concept }) => concept === "registered_yes");
  return yes.some(({ denied, questioned }) => !denied && !questioned)
    ? true
    : null;
}

/** 多少, 几成; or 比例, 起付线, 限额 where the question is no yes or no. */
function asksNumber(plain: string, names: ReadonlySet<string>): boolean {
  if (names.has("when")) return false;
  if (/多少|好多|几多|几[块成个元点]/.test(plain)) return true;
  return (
    !names.has("whether") &&
    ["ratio", "limit", "deductible"].some((one) => names.has(one))
  );
}

/** Concepts that a denial takes away; elsewhere 不 belongs to the question (不用交吗). */
const DENIABLE = new Set([
  "outpatient",
  "inpatient",
  "catastrophic",
  "assistance",
  "chronic",
]);

function blank(plain: string, readings: readonly Reading[]): string {
  let text = plain;
  for (const { span } of readings)
    text =
      text.slice(0, span[0]) +
      " ".repeat(span[1] - span[0]) +
      text.slice(span[1]);
  return text;
}

function covers([a, b]: Span, [c, d]: readonly [number, number]): boolean {
  return a <= c && d <= b;
}

/** 残疾证是二级的: the certificate with its grade. */
function gradedDisability(
  mentions: readonly Mention[],
  plain: string,
  { vocabulary }: Knowledge,
): Mention[] {
  return mentions.map((mention) => {
    if (mention.facet !== "identity") return mention;
    const kind = vocabulary.label("identity", mention.value).replace(/人$/, "");
    const after = /^[^，,。；;！!？?]{0,6}?([一二三四1-4])级/.exec(
      plain.slice(mention.span[1]),
    );
    const graded =
      after && vocabulary.resolve("identity", `${after[1]}级${kind}`);
    return graded ? { ...mention, value: graded.id } : mention;
  });
}

/** 低保 said and denied in one message: the denial belongs to the other mention. */
function settleMentions(mentions: readonly Mention[]): Mention[] {
  return mentions.filter(
    (mention, index) =>
      !mentions.some(
        (other, at) =>
          at < index &&
          other.facet === mention.facet &&
          other.value === mention.value &&
          other.negated === mention.negated,
      ),
  );
}

function split(plain: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of plain.matchAll(BREAKS)) {
    if (match.index > from) spans.push([from, match.index]);
    from = match.index + match[0].length;
  }
  if (from < plain.length) spans.push([from, plain.length]);
  return spans;
}

/** Tasks that a story names and its question (什么时候能报) leaves out. */
const SPECIFIC = new Set(["newborn", "graduate", "waiting_period"]);
const GENERAL_TASKS = new Set([
  "enrolment",
  "contribution",
  "procedure",
  "reimburse",
]);

/** One ask per task, aspects joined. */
function merge(found: readonly Ask[]): Ask[] {
  const byTask = new Map<string, Ask>();
  for (const ask of found) {
    const key = ask.task === "fact" ? `fact/${ask.topics[0]}` : ask.task;
    const before = byTask.get(key);
    if (before)
      before.aspects = [...new Set([...before.aspects, ...ask.aspects])];
    else byTask.set(key, { ...ask });
  }
  return [...byTask.values()];
}

/**
 * A stretch that only says “能报多少” asks about the care named elsewhere in
 * the message, and a weak naming gives way to a clear question.
 */
function strengthen(own: Ask[], all: readonly Ask[], claims: boolean): Ask[] {
  const clear = own.filter(({ strength }) => strength === 2);
  const chosen = clear.length > 0 ? clear : own;
  const care = all[0];
  if (
    claims &&
    care &&
    !chosen.some(({ task }) => task === care.task) &&
    care.task !== "reimburse" &&
    care.task !== "fact"
  )
    return merge([
      ...chosen.filter(
        ({ task }) => task !== "contribution" || care.task !== "contribution",
      ),
      care,
    ]);
  return chosen;
}

function commandOf(
  plain: string,
  concepts: readonly ConceptHit[],
): Command | null {
  const bare = plain.replace(
    /[\s。！？!?，,、~～….·]+|[吧啊呀哦哈嘛呗了的啦呢吗]$/g,
    "",
  );
  for (const command of COMMANDS) {
    const hits = concepts.filter(({ concept }) => concept === command);
    const length = hits.reduce((sum, { span }) => sum + span[1] - span[0], 0);
    if (length > 0 && bare.length - length <= 2) return command;
  }
  return null;
}

function isFollowup(plain: string): boolean {
  return (
    /^(那|那么|要是|如果|假如|换成|换作|改成|假设)/.test(plain) ||
    /呢[?？。！!\s]*$/.test(plain)
  );
}

const DATE_ROLE: readonly [DateRole, RegExp][] = [
  ["born", /出生|生的|生娃|落地|生下|生了/],
  ["interrupted", /断缴|中断|断保|停保|断了|离职|辞职|停了|断的|失业|停的/],
  ["paid", /交的|缴的|交了|缴了|补交|补缴|缴费|交费|去交|交钱|才交|再交|交/],
  ["joined", /参保|参加|办的|入保|加入|登记/],
  ["visit", /看|门诊|住院|花|就诊|买药|拿药|报/],
];

function readDates(plain: string, readings: readonly Reading[]): DateFact[] {
  return readings
    .filter(({ kind }) =>
      ["date", "year", "month", "range", "school_year"].includes(kind),
    )
    .filter((reading) => !measuresIncome(plain, reading))
    .map((reading) => ({ reading, role: dateRole(plain, reading) }));
}

/** 上年度在岗职工平均工资: the year belongs to the income. */
function measuresIncome(plain: string, { span, kind }: Reading): boolean {
  const after = plain.slice(span[1], span[1] + 10);
  return (
    kind === "year" && /^[^，,。；;！!？?]*(平均|人均|工资|收入)/.test(after)
  );
}

function dateRole(plain: string, reading: Reading): DateRole {
  if (reading.kind === "year" || reading.kind === "school_year") return "year";
  const after = plain
    .slice(reading.span[1], reading.span[1] + 10)
    .replace(/[，,。！？?!；;].*$/s, "");
  const before = plain
    .slice(Math.max(0, reading.span[0] - 8), reading.span[0])
    .replace(/^.*[，,。！？?!；;]/s, "");
  for (const side of [after, before])
    for (const [role, pattern] of DATE_ROLE)
      if (pattern.test(side)) return role;
  return "unknown";
}

function inDomain(
  names: ReadonlySet<string>,
  mentions: readonly Mention[],
  asked: readonly Ask[],
): boolean {
  if (asked.some(({ strength }) => strength === 2)) return true;
  if (mentions.length > 0) return true;
  return [
    "domain",
    "pay",
    "reimburse",
    "outpatient",
    "inpatient",
    "catastrophic",
    "assistance",
    "chronic",
    "subsidy",
    "deductible",
    "enrol",
    "filing",
    "remote",
    "waiting",
    "newborn",
    "document",
  ].some((concept) => names.has(concept));
}

/** Kinds that come before all others, whatever else is said. */
const SCOPE_ORDER = [
  "crisis",
  "illegal_request",
  "suspected_scam",
  "abuse",
  "medical_advice",
  "personal_account",
  "other_insurance",
  "complaint",
  "prediction",
  "opinion",
  "small_talk",
];

function scopeOf(names: ReadonlySet<string>): string | null {
  return SCOPE_ORDER.find((kind) => names.has(SCOPE_PREFIX + kind)) ?? null;
}
