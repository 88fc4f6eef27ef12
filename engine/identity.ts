/**
 * Who a person is: a set of tags of the vocabulary. A name may combine several
 * (“重度残疾大学生”, “低收入家庭60岁以上老人”); tags may imply others, on a stated
 * ground.
 */
import { digitsToInt } from "../knowledge/dates.js";
import type { FacetValue, Vocabulary } from "../knowledge/vocabulary.js";

export interface Identity {
  readonly tags: ReadonlySet<string>;
  /** Grounds on which further tags were concluded; told as assumed. */
  readonly because: readonly string[];
}

const FACET = "identity";
/** Words of a combined name that add no tag of their own. */
const FILLER =
  /的|且|又|和|与|及|兼|是|并|有|户|家中|家里|家庭|成员|人员|对象|患者|老人|老年人|老头|老太太|人|[、，,;；+＋\s（）()]/g;
const AGE = /(\d{1,3})(?:周?岁)(以上|及以上|以下|及以下)?/g;

function addValue(
  vocabulary: Vocabulary,
  value: FacetValue,
  tags: Set<string>,
  because: string[],
): void {
  if (tags.has(value.id)) return;
  tags.add(value.id);
  if (value.because !== undefined && !because.includes(value.because))
    because.push(value.because);
  for (const id of value.implies) {
    const implied = vocabulary.value(FACET, id);
    if (implied) addValue(vocabulary, implied, tags, because);
  }
}

/** The tags that an age in whole years states, and those that it rules out. */
export function ageTags(
  vocabulary: Vocabulary,
  age: number,
): { stated: string[]; excluded: string[] } {
  const stated: string[] = [];
  const excluded: string[] = [];
  for (const id of agedTags(vocabulary)) {
    const { ages } = vocabulary.value(FACET, id) ?? {};
    const from = ages?.from === undefined ? 0 : digitsToInt(ages.from);
    const below = ages?.below === undefined ? 1000 : digitsToInt(ages.below);
    (age >= from && age < below ? stated : excluded).push(id);
  }
  return { stated, excluded };
}

/** Whether a name says how old somebody is (低收入家庭59岁), not only an age group. */
export function saysAge(names: readonly string[]): boolean {
  return names.some((name) => /\d周?岁(?!以|及)/.test(name));
}

const aged = new WeakMap<Vocabulary, string[]>();

/** The tags that an age decides. */
export function agedTags(vocabulary: Vocabulary): readonly string[] {
  let known = aged.get(vocabulary);
  if (!known) {
    known = Object.entries(vocabulary.file.facets[FACET]?.values ?? {})
      .filter(([, { ages }]) => ages !== undefined)
      .map(([id]) => id);
    aged.set(vocabulary, known);
  }
  return known;
}

const circumstances = new WeakMap<Vocabulary, ReadonlySet<string>>();

/**
 * Tags that say what somebody is without being a ground of aid by itself
 * (student, minor, holder of a residence permit …): `circumstance` in
 * words.yaml, and everything that an age decides.
 */
export function circumstanceTags(vocabulary: Vocabulary): ReadonlySet<string> {
  let known = circumstances.get(vocabulary);
  if (!known) {
    const values = vocabulary.file.facets[FACET]?.values ?? {};
    known = new Set(
      Object.entries(values)
        .filter(([, { circumstance, ages }]) => circumstance || ages)
        .map(([id]) => id),
    );
    circumstances.set(vocabulary, known);
  }
  return known;
}

const kinds = new WeakMap<Vocabulary, ReadonlyMap<string, string[]>>();

/** For every tag, the tags that imply it directly. */
function impliedBy(vocabulary: Vocabulary): ReadonlyMap<string, string[]> {
  let known = kinds.get(vocabulary);
  if (!known) {
    const all = new Map<string, string[]>();
    const values = vocabulary.file.facets[FACET]?.values ?? {};
    for (const [id, { implies }] of Object.entries(values))
      for (const general of implies)
        all.set(general, [...(all.get(general) ?? []), id]);
    kinds.set(vocabulary, (known = all));
  }
  return known;
}

/** For a general tag, its last kinds: 残疾人 → the four grades; empty for a tag without kinds. */
export function kindsOf(
  vocabulary: Vocabulary,
  tag: string,
): readonly string[] {
  const direct = impliedBy(vocabulary).get(tag) ?? [];
  return direct.flatMap((kind) => {
    const below = kindsOf(vocabulary, kind);
    return below.length === 0 ? [kind] : below;
  });
}

/** The tags with one more and all that it implies. */
export function withTag(
  vocabulary: Vocabulary,
  tags: ReadonlySet<string>,
  tag: string,
): ReadonlySet<string> {
  const more = new Set(tags);
  const value = vocabulary.value(FACET, tag);
  if (value) addValue(vocabulary, value, more, []);
  return more;
}

/** Reads the longest names one after another; null when words are left over. */
function readCombined(
  vocabulary: Vocabulary,
  name: string,
  tags: Set<string>,
  because: string[],
): boolean {
  const names = vocabulary.names(FACET);
  let rest = "";
  for (let at = 0; at < name.length;) {
    let length = Math.min(20, name.length - at);
    let value: FacetValue | undefined;
    for (; length > 0; length -= 1)
      if ((value = names.get(name.slice(at, at + length)))) break;
    if (value) addValue(vocabulary, value, tags, because);
    else rest += name.charAt(at);
    at += Math.max(length, 1);
  }
  rest = rest.replace(AGE, (_, years: string, open?: string) => {
    const age = digitsToInt(years) - (open?.endsWith("下") ? 1 : 0);
    for (const id of ageTags(vocabulary, age).stated) {
      const value = vocabulary.value(FACET, id);
      if (value) addValue(vocabulary, value, tags, because);
    }
    return "";
  });
  return rest.replace(FILLER, "") === "" && tags.size > 0;
}

/** The tags of one name, plain or combined; undefined when it is not understood. */
export function readIdentity(
  vocabulary: Vocabulary,
  name: string,
): Identity | undefined {
  const tags = new Set<string>();
  const because: string[] = [];
  const value = vocabulary.resolve(FACET, name);
  if (value) addValue(vocabulary, value, tags, because);
  else if (!readCombined(vocabulary, name.trim(), tags, because))
    return undefined;
  return { tags, because };
}

/** The tags of a person: all names together, and what the age states. Names not understood are passed over. */
export function identityOf(
  vocabulary: Vocabulary,
  names: readonly string[],
  age?: number,
): Identity {
  const tags = new Set<string>();
  const because: string[] = [];
  for (const name of names) {
    const one = readIdentity(vocabulary, name);
    for (const tag of one?.tags ?? []) tags.add(tag);
    for (const ground of one?.because ?? [])
      if (!because.includes(ground)) because.push(ground);
  }
  if (age !== undefined)
    for (const id of ageTags(vocabulary, age).stated) tags.add(id);
  return { tags, because };
}

/** How answers call somebody with these tags: implied tags are left out. */
export function identityLabel(
  vocabulary: Vocabulary,
  tags: Iterable<string>,
): string {
  const all = [...tags];
  const implied = new Set(
    all.flatMap((tag) => vocabulary.value(FACET, tag)?.implies ?? []),
  );
  const said = all.filter((tag) => !implied.has(tag));
  return said.map((tag) => vocabulary.label(FACET, tag)).join("、");
}
