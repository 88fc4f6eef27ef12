/** Several identities told of nobody named: whether they are one person's or each somebody's own. */
import { tagsOfEach } from "./compared.js";
import type { Mention, Person } from "./meaning.js";
import { SELF } from "./payers.js";

/** 低保户和脱贫户分别交多少: identities of different persons, not several of one. */
export const EACH_OF =
  /分别|各自|各(要|得|该|给|能|可以|可)?(交|缴|出|掏|补|资助|救助|报)/;
/** 算边缘易致贫还是按低保，两个差多少: the two set against each other are not one person's. */
const TWO_COMPARED =
  /[两二](个|种|样|者)[^，,。；;！!？?\s]{0,5}(差|一样|相同|区别|不同|哪|多少)/;
/** 市里县里各补多少: each of the payers, not of the persons. */
const ofPayers = (mentions: readonly Mention[]): boolean =>
  mentions.filter(({ facet }) => facet === "payer").length > 1;
/** Somebody unnamed of whom several identities are told: one person with all of them, or one with each. */
export function eachOf(
  plain: string,
  mentions: readonly Mention[],
  people: readonly Person[],
): Person[] {
  const [only] = people;
  const several =
    people.length === 1 &&
    (only?.label === "" || only?.label === SELF) &&
    only.age === null &&
    only.count === undefined &&
    only.tags.length > 1;
  if (!several) return [...people];
  if (TWO_COMPARED.test(plain) && only.tags.length === 2)
    return only.tags.map((tag) => ({ ...only, tags: [tag] }));
  if (only.label === SELF) return [...people];
  if (EACH_OF.test(plain) && !ofPayers(mentions)) {
    const each = tagsOfEach(plain, mentions);
    if (each.length > 1) return each.map((tags) => ({ ...only, tags }));
  }
  return askedApart(plain, mentions)
    ? only.tags.map((tag) => ({ ...only, tags: [tag] }))
    : [...people];
}

/** 大学生二档多少，普通居民二档多少: a question of its own between any two identities. */
function askedApart(plain: string, mentions: readonly Mention[]): boolean {
  const said = mentions
    .filter(({ facet, negated }) => facet === "identity" && !negated)
    .map(({ span }) => span)
    .sort((a, b) => a[0] - b[0]);
  // 普通老年人: a word for nobody special is no identity beside the other one.
  if (said.length < 2) return false;
  return said.every(([from], at) => {
    const before = said[at - 1];
    return (
      before === undefined ||
      /(多少|好多|几多)[^，,。？?；;]{0,4}[，,。？?；;]/.test(
        plain.slice(before[1], from),
      )
    );
  });
}
