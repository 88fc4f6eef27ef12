/** What was understood of one message. Pure data: survives JSON. */
import type { Case } from "./cases.js";
import type { Holding } from "./holding.js";
import type { Reading } from "./numbers/reading.js";
import type { Dimension } from "./points.js";
import type { WagePeriod } from "./wage-period.js";

export type Span = [from: number, to: number];

/** A facet value that the message names. */
export interface Mention {
  facet: string;
  value: string;
  span: Span;
  /** 不是低保, 不要二档, 没签家庭医生. */
  negated: boolean;
  /** 是不是低保: named, neither stated nor denied. */
  questioned: boolean;
}

export interface PlaceMention {
  name: string;
  /** null: a place that no held notice governs. */
  jurisdiction: string | null;
  area: string | null;
  span: Span;
  negated: boolean;
  /** A place where somebody works or is treated: 在深圳打工, 去武汉住院. */
  away: boolean;
  /** Somebody is treated or works there, as the words around it tell, though no other place is named. */
  stay?: true;
}

/** Which amount of a bill was meant. */
export type AmountRole =
  | "class_a"
  | "class_b"
  | "eligible"
  | "self"
  | "outside"
  | "beside"
  | "fund"
  | "total"
  | "above_deductible"
  | "start_of_part"
  | "wage"
  | "regular_deductible"
  | "quota_left"
  | "rural_income"
  | "urban_income"
  | "enterprise_pension"
  | "outpatient_last_year"
  | "paid_today"
  | "paid_this_year"
  | "unknown";

export interface Money {
  role: AmountRole;
  /** The words said that it is inside the catalogues (政策范围内). */
  eligible: boolean;
  low: string;
  /** Set when the words give a range. */
  high: string | null;
  about: boolean;
  /** 剩两万: what is left of a bill, not said to be paid by the person. */
  remainder: boolean;
  span: Span;
  text: string;
  /** The year named last before it, four digits. */
  year: string | null;
  /** Came to a bill told before: 已经报了240呢. */
  later?: true | undefined;
  /** Told in a question before this one. */
  carried?: true | undefined;
  /** 前面已经花过400: spent before in the year, not said to be reimbursed. */
  spent?: true | undefined;
  /** The kind of care that it was paid for, where the words say so. */
  care?: string | undefined;
  /** The day named last before it: the value of its reading, or 第二天. */
  day?: string | undefined;
  /** The amount above which it lies: 超过两万的部分有六万. */
  start?: string | undefined;
  /** Of a wage: whether it is that of a month or of a year, where the words say so. */
  wagePeriod?: WagePeriod | undefined;
}

/** The column of a bill in which an amount is said to stand. */
export interface Column {
  role: Extract<AmountRole, "total" | "eligible" | "self" | "outside">;
  eligible: boolean;
}

/** The facts said of one person. */
export interface Person {
  /** 妈妈, 孩子 …; empty when nobody was named. */
  label: string;
  tags: string[];
  /** None of the tags is a ground of aid by itself: a child, a student. */
  circumstances?: boolean | undefined;
  denied: string[];
  /** Identities that those said exclude; nothing that a conversation keeps. */
  excludes?: string[] | undefined;
  /** Age in whole years when said. */
  age: string | null;
  /** The tier chosen for this person alone. */
  tier?: string | undefined;
  /** The year that is asked for this person alone, by its first year. */
  year?: number | undefined;
  /** The year is a school year. */
  school?: boolean | undefined;
  /** Named as one of several who are asked about together: 我和老婆. */
  linked?: boolean | undefined;
  /** 三口人比四口人: on which side of a comparison they stand, where each is a group. */
  side?: number | undefined;
  /** How many persons are meant: 爸妈, 两个低保; one where it is left out. */
  count?: number | undefined;
}

/** One combination of year, tier and identity that a message speaks of. */
export interface Point {
  /** The first year. */
  year?: number;
  school?: boolean;
  tier?: string;
  identity?: string;
}

/** A family or another group of payers. */
export interface Household {
  /** Head count, where one exact one was said. */
  size: number | null;
  /** 几口人, 三四个人: a count that is not exact. */
  vague: boolean;
  /** The sum over all persons is asked: 一共, 合计, 我家三口要交多少. */
  total: boolean;
  /** 各交多少, 每人: what each pays, no sum. */
  each: boolean;
  /** Two head counts that differ. */
  clash: boolean;
  /** The words ask for a sum: 一共, 合计. */
  summed?: boolean | undefined;
  /** 人均, 平均: the sum divided by the heads. */
  average?: boolean | undefined;
}

export type DateRole =
  | "born"
  | "paid"
  | "interrupted"
  | "joined"
  /** From when benefits are asked for: 1月1号能用吗. */
  | "starts"
  | "graduated"
  | "visit"
  | "year"
  | "unknown";

export interface DateFact {
  role: DateRole;
  /** The words speak of the past: 2月28号交的. */
  past: boolean;
  /** What comes after the day is meant: 过了12月20号还能交吗. */
  after?: true;
  /** The time before it is meant: 10月以前. */
  before?: true;
  /** A birth that is still to come: 怀孕了，12月生. */
  ahead?: true;
  reading: Reading;
}

export type Aspect =
  | "amount"
  | "deductible"
  | "change"
  | "limit"
  | "ratio"
  | "when"
  | "increase"
  /** Beside increase: how far each rose is set against the other. */
  | "rises"
  | "aid"
  | "start"
  | "split"
  | "financing"
  | "points";

/** A task that a part of the message asks for. */
export interface Ask {
  task: string;
  aspects: Aspect[];
  /** Fact topics that fit, best first. */
  topics: string[];
  /** The task where the place states none of the topics. */
  otherwise: string | null;
  /** How sure: 2 a clear question, 1 only named. */
  strength: 1 | 2;
  span: Span;
}

/** A document that the message names. */
export interface DocumentMention {
  /** As typed, e.g. 并医保发〔2022〕27号, or null when named by title. */
  number: string | null;
  notice: string | null;
  clause: string | null;
  span: Span;
}

export type Command =
  | "restart"
  | "human"
  | "repeat"
  | "why"
  | "source"
  | "explain"
  | "unknown_reply"
  | "yes"
  | "no"
  | "greet"
  | "thanks"
  | "bye"
  | "held";

export interface Meaning {
  text: string;
  plain: string;
  words: string[];
  concepts: string[];
  /** The message is nothing but this command. */
  command: Command | null;
  asks: Ask[];
  /** What is asked, apart from of what: 比例, 起付线, 怎么分. */
  aspects: Aspect[];
  places: PlaceMention[];
  /** 其他县呢: the districts and counties of the place other than the one named before. */
  otherAreas: boolean;
  mentions: Mention[];
  people: Person[];
  /** Combinations of year, tier and identity that are bound by the words; empty where none are. */
  points: Point[];
  /** In what the payments that are compared differ, as far as the words tell. */
  comparedIn: Dimension | null;
  /** Identities told of the whole home: 我家低保, 家里是低收入. */
  home: string[];
  /** Head count and sum, where the words speak of either. */
  household: Household | null;
  /** Clauses that each ask something of their own, where they must be read apart. */
  ownQuestions: string[];
  /** What held before a change is asked: 改成65%之前是多少. */
  asksBeforeChange: boolean;
  amounts: Money[];
  /** Set when the message only says in which column of the bill an amount stands. */
  column: Column | null;
  /** The cases of which the message tells several, each as a message of its own. */
  cases: Case[];
  /** What is told of each of several places, with those who are told of there, each as a message of its own. */
  placesApart: string[];
  /** The question and what is asked on behind it: 报多少，没签呢. */
  askedOn: string[];
  /** An amount below nothing or beyond all measure, as typed. */
  oddAmount: string | null;
  /** The days on each of which the amounts told are paid: 连着两天每天100. */
  visitDays: number | null;
  /** The amount told is what several visits came to: 看了三次一共300. */
  visitsTogether: boolean;
  dates: DateFact[];
  /** Numbers in figures that nothing else took up: 第二次40. */
  stray: string[];
  /** Counts of persons, months, times … as read. */
  counts: Reading[];
  /** 一天, 一年: what a limit is asked for. */
  per: "day" | "year" | null;
  /** Whether a family doctor is contracted, where the message says. */
  familyDoctor: boolean | null;
  /** Whether a child was registered in the year of its birth, where the message says. */
  registered: boolean | null;
  /** For how many years running the outpatient deductible was not exceeded, where the words say. */
  yearsBelow: number | null;
  /** An amount, a ratio or a limit is asked for. */
  asksNumber: boolean;
  documents: DocumentMention[];
  /** From when or until when something holds is asked. */
  holding: Holding | null;
  /** Terms that the message consists of: 自付？ */
  terms: string[];
  /** Terms whose meaning is asked: 什么是起付线, 大病保险指啥. */
  explains: string[];
  followup: boolean;
  correction: boolean;
  compare: boolean;
  /** 多交百分之几: how far payments lie apart, as a share. */
  inPercent: boolean;
  /** 一个季度能报多少: of how many months together it is asked. */
  monthsTogether: number | null;
  /** 如果不给补: the payment as it would be without the aid. */
  withoutAid: boolean;
  /** 差多少, 涨了多少, 都一样吗 and nothing else: two answers are to be set side by side. */
  onlyCompares: boolean;
  /** 以前呢, 原来是多少. */
  asksBefore: boolean;
  /** 选二档多交多少: the tier chosen is compared with the other one. */
  otherTier: boolean;
  /** 一样吗: whether they differ, not by how much. */
  asksAlike: boolean;
  /** 我爸也是: what was said of the one before holds for this one, too. */
  likewise: boolean;
  /** Nothing of the domain was recognised. */
  offDomain: boolean;
  scope: string | null;
  /** Kinds of refusal that patterns of words told: no fact beside them counts. */
  kinds: string[];
  /** Matters of matters.yaml that the message is about, the most telling first. */
  about: string[];
  /** Matters that further sentences of a letter ask about. */
  besides: string[];
}
