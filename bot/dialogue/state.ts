/**
 * What a conversation remembers: the frame of the last task, what was asked
 * back, and nothing else. Survives JSON; stays small however long the talk.
 */
import type {
  Aspect,
  DateFact,
  DocumentMention,
  Household,
  Money,
  Person,
} from "../../nlu/meaning.js";
import type { ScopeKind } from "../../knowledge/matters.js";
import type { Dimension } from "../../nlu/points.js";
import type { Answer } from "../answer.js";
import type { Reading } from "../../nlu/numbers/reading.js";
import type { Points } from "./points.js";

export type Source = "said" | "carried" | "assumed";

export interface Slot<T> {
  value: T;
  source: Source;
}

/** Slots with the values of a facet, mostly one. */
export type FacetSlot =
  | "insurance"
  | "institution"
  | "disease"
  | "employment"
  | "student_of"
  | "family_doctor"
  | "payer"
  | "class"
  | "care"
  | "group";

/** One question as understood so far. */
export interface Frame {
  task: string;
  aspects: Aspect[];
  /** Fact topics that fit the words, best first, for the task `fact`. */
  topics: string[];
  /** The task where the place states none of the topics. */
  otherwise: string | null;
  /** 一天, 一年: what a limit is asked for. */
  per: "day" | "year" | null;
  place: Slot<string> | null;
  area: Slot<string> | null;
  /** Several counties or districts named side by side; `area` is then open. */
  areas?: readonly string[];
  years: Slot<number[]> | null;
  /** The year was brought in by a follow-up, beside the one of the question: 去年呢. */
  yearBeside?: true;
  /** School years by their first year, where one was said. */
  schoolYears: Slot<number[]> | null;
  tiers: Slot<string[]> | null;
  facets: Partial<Record<FacetSlot, Slot<string[]>>>;
  people: Slot<Person[]> | null;
  /** Identities told of the whole home; they hold for those of it who are named later. */
  home?: string[] | undefined;
  /** The person whose bill it is, where one message tells those of several. */
  whose?: string;
  /** The message told something and asked nothing: it is what a question behind it is about. */
  told?: true;
  /** What the bills of several persons come to in all was asked. */
  billsSummed?: true;
  /** What those told of several places pay in all was asked. */
  placesSummed?: true;
  /** The head count of a family, and that a sum is asked for. */
  household?: Household | null;
  /** Somebody of a family that was added up, asked about alone: 加上我弟 comes to all of them. */
  ofFamily?: true;
  amounts: Money[];
  /** An amount that no bill can hold, as typed: nothing is computed. */
  oddAmount?: string | null;
  /** Another person is asked about, whose amount was not said. */
  othersAmount?: boolean;
  dates: DateFact[];
  counts: Reading[];
  /** 第二次呢: counted in this message, and not in one before it. */
  countsAnew?: true;
  compare: boolean;
  /** One of several comparisons of a message, each made by itself. */
  alone?: true;
  /** 选二档多交多少: compared with the other tier of the place. */
  otherTier?: boolean;
  /** In what the payments compared differ, as far as the words tell. */
  comparedIn?: Dimension | null;
  /** Nothing is held of the years said: the next question is not of them. */
  yearOpen?: true;
  /** 糖尿病: the word by which the disease was named; 有并发症 is said of it later. */
  diseaseWord?: string;
  /** 财政补多少: the treasury was named, of which everybody gets the same. */
  ofTreasury?: boolean;
  /** 谁给交: who pays was asked for. */
  asksPayer?: true;
  /** A sum over some of those told before, by their names; the words leave open whom. */
  openSum?: string[];
  /** What one of a family is instead; the words leave open who of them. */
  openChange?: string[];
  /** 多交百分之几: a share was asked for, which is not computed. */
  inPercent?: true;
  /** 一个季度能报多少: of how many months together it is asked. */
  months?: number;
  /** 如果不给补: the payment as it would be without the aid. */
  withoutAid?: true;
  /** 一年封顶还剩多少: what the bills told leave of the limit was asked for. */
  asksLeft?: true;
  /** 一样吗: asked whether they differ, not by how much. */
  alike?: boolean;
  /** Of the years that are collected in one autumn only the coming one counts; within a turn. */
  oneYear?: boolean;
  /** Nothing but places, persons and a year was said. */
  onlyNames?: boolean;
  /** 比2021年, 比去年: the year said is compared with the one of the question. */
  against: "year_named" | "year_before" | null;
  /** An amount, a ratio or a limit was asked for. */
  asksNumber: boolean;
  /** 不低于多少, 指导封顶线: the bound that a document sets was asked for. */
  asksBound?: boolean;
  /** The day before the rule asked about: 改成65%之前. */
  dayBefore?: string;
  /** From when or until when it holds was asked, of the figures quoted where some are; also: beside the figure itself. */
  holding?: { end: "since" | "until"; of: string[]; also?: true };
  /** What a document says was asked, not what holds: 出处, 怎么规定的. */
  ofDocument: boolean;
  /** 今年 or 现在 was said, or no year at all: payment questions look at what is being collected. */
  now: boolean;
  /** Care outside the place of insurance was spoken of. */
  remote: boolean;
  /** Slots that the person could not tell; they are not asked again. */
  unknown: string[];
  /** Yes and no said to questions about conditions of a clause. */
  flags: Record<string, boolean>;
  /** Amounts given in reply to a question, by the fact that was asked. */
  given: Record<string, string>;
  /** The document and clause asked for, for the task `document`. */
  document: DocumentMention | null;
  /** What the message is about in words, where no task fits: 生育和分娩. */
  about: string[];
  /** What further sentences of a letter ask about. */
  besides?: string[];
  /** Words explained, for the task `term`. */
  terms: string[];
  /** The words as typed, where the reply hands them back. */
  text: string;
}

/** The one thing asked back. */
export interface Pending {
  slot: string;
  /** The tappable replies, in order. */
  choices: string[];
  /** The reminder after a digression was already given. */
  reminded: boolean;
  /** The question before the digression, for the slot `resume`: yes goes on with it. */
  frame?: Frame;
}

/** An exact amount, as short as it can be kept. */
export type Spent = Pick<Money, "role" | "low"> &
  Partial<Pick<Money, "eligible" | "care">>;

/** The facts of one person: they belong to the person, and stay with them. */
export interface Known {
  person: Person;
  /** What the person spent, and the task in which it was said. */
  task?: string;
  spent?: Spent[];
  /** The tier that the person chose. */
  tier?: string;
  facets?: Frame["facets"];
  /** What was said of conditions of that task. */
  flags?: Frame["flags"];
}

export interface State {
  version: 1;
  /** The questions answered last, one for each part; follow-ups speak of the last one. */
  frames: Frame[];
  /** What was different in the question that the last one followed up, as long as 差多少 may look back at it. */
  previous?: Partial<Frame> | null;
  /** What was said of each person that was named. */
  known?: Known[];
  /** What single payers were told to pay so far. */
  points?: Points | undefined;
  /** The kind of the last refusal, when nothing was answered since. */
  refused: ScopeKind | null;
  pending: Pending | null;
  /** Turns in a row that were not understood. */
  failures: number;
  /** Kept when the rest is forgotten after a pause. */
  place: string | null;
  /** ISO time of the last message, where the channel gives one. */
  at: string | null;
}

/** What one message leads to. */
export interface Turn {
  state: State;
  answer: Answer;
}

/** The state before the first message. */
export function initialState(): State {
  return {
    version: 1,
    frames: [],
    refused: null,
    pending: null,
    failures: 0,
    place: null,
    at: null,
  };
}

export function emptyFrame(task: string): Frame {
  return {
    task,
    aspects: ["amount"],
    topics: [],
    otherwise: null,
    per: null,
    place: null,
    area: null,
    years: null,
    schoolYears: null,
    tiers: null,
    facets: {},
    people: null,
    amounts: [],
    dates: [],
    counts: [],
    compare: false,
    against: null,
    asksNumber: false,
    ofDocument: false,
    now: false,
    remote: false,
    unknown: [],
    flags: {},
    given: {},
    document: null,
    about: [],
    terms: [],
    text: "",
  };
}
