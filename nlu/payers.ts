/** What the reading of persons works with: names, facts, and groups that share facts. */
import type { Span } from "./meaning.js";

/** Named only as the one who asks; counts as a person where it carries facts. */
export const SELF = "本人";
/** 我家: everybody of the household who is not named. */
export const HOME = "家";

/** Children of the one who asks. */
export const CHILDREN: readonly string[] = [
  "孩子",
  "大孩子",
  "二孩子",
  "三孩子",
  "小孩子",
  "儿子",
  "大儿子",
  "二儿子",
  "小儿子",
  "女儿",
  "大女儿",
  "二女儿",
  "小女儿",
];

/** A person named in the message. */
export interface Who {
  label: string;
  /** With the count before it. */
  span: Span;
  word: Span;
  count: number | undefined;
  /** Told to be none of those asked about: 我哥不算. */
  out?: true;
  /** The identities that the very word states: 娃儿 is a minor. */
  byName: string[];
}

export interface Fact {
  facet: "identity" | "tier" | "age";
  value: string;
  negated: boolean;
  /** With the count before it. */
  span: Span;
  /** 两个低保: how many persons the fact makes. */
  count: number | undefined;
}

/** One person or several alike, with what was said of them. */
export interface Group {
  label: string;
  tags: string[];
  denied: string[];
  age: string | null;
  tiers: string[];
  count: number | undefined;
  byName: string[];
  /** 我和老婆: named as one of several. */
  linked: boolean;
  /** Counted apart from others of the same name. */
  part: boolean;
}
