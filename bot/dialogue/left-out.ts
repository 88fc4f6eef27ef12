/**
 * What a message says and its answer does not take up: it is told, so that
 * nobody takes it for counted. The last guard before a person reads a number.
 */
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Mention, Meaning, Span } from "../../nlu/meaning.js";
import { ORDINARY } from "../../nlu/person-facts.js";
import { NOT_AT_HOME } from "../../nlu/homes.js";
import { SELF } from "../../nlu/payers.js";
import { leftOut } from "../phrasing/left-out.js";
import { WITHOUT_TIERS } from "../phrasing/tiers.js";
import type { Reply } from "../phrasing/compose.js";

/** Facets whose values tell one case from another. */
const TELLING = ["tier", "identity"];

/** Columns of a bill that stand beside the one computed with: 报了三万，自己还掏两万. */
const OTHER_COLUMNS: readonly string[] = ["fund", "total", "outside", "beside"];

/** The replies, the last with a caveat that names what none of them takes up. */
export function withLeftOut(
  replies: readonly Reply[],
  meaning: Meaning,
  knowledge: Knowledge,
): Reply[] {
  const last = replies.at(-1);
  const computed = replies.some(
    ({ status, figures }) => status === "answered" && figures.length > 0,
  );
  if (!last || !computed) return [...replies];
  const words = leftOutOf(replies, meaning, knowledge);
  if (words.length === 0) return [...replies];
  const caveat = { code: "left_out" as const, text: leftOut(words) };
  return [
    ...replies.slice(0, -1),
    { ...last, caveats: [...last.caveats, caveat] },
  ];
}

function leftOutOf(
  replies: readonly Reply[],
  meaning: Meaning,
  knowledge: Knowledge,
): string[] {
  // 改成65%之前: the number names the rule, and is not counted with.
  if (speaksOfOthers(meaning) || meaning.asksBeforeChange) return [];
  const told = replies.map(toldBy).join("\n");
  const quoted = replies
    .flatMap(({ citations }) => citations.map(({ quote }) => quote))
    .join("\n");
  const words = [
    ...meaning.mentions
      .filter((one) => isLeft(one, `${told}\n${quoted}`, knowledge))
      .map(({ span }) => meaning.plain.slice(...span)),
    ...peopleLeft(meaning, told),
    ...studentsLeft(meaning, replies, told),
    ...meaning.amounts
      .filter(
        ({ low, high, role }) =>
          high === null &&
          !OTHER_COLUMNS.includes(role) &&
          !holdsNumber(told, low) &&
          !quoted.includes(`${low}元`),
      )
      .filter(({ span }) => !isEither(span, meaning, told))
      .map(({ text }) => text),
    ...meaning.stray.filter(
      (number) =>
        !holdsNumber(told, number) &&
        // 我妈62: told as 60岁以上老年人.
        !meaning.people.some(({ age }) => age === number),
    ),
  ];
  return [...new Set(words)];
}

/** 315还是280: one of the two was meant, and the answer says which. */
function isEither(
  [from, to]: Span,
  { amounts, plain }: Meaning,
  told: string,
): boolean {
  return amounts.some(({ span, low }) => {
    const between =
      span[1] <= from ? plain.slice(span[1], from) : plain.slice(to, span[0]);
    return (
      span[0] !== from &&
      /^(元|块)?钱?[，,]?(还是|或者?是?)$/.test(between) &&
      holdsNumber(told, low)
    );
  });
}

/** 邻居家低保交70，我家多少: what is said of others is left out on purpose. */
function speaksOfOthers({ concepts }: Meaning): boolean {
  return NOT_AT_HOME.some((label) => concepts.includes(`person.${label}`));
}

/** Everything that a reply says in its own words. */
function toldBy(reply: Reply): string {
  const { lead, changed, conditions, figures, steps, caveats } = reply;
  return [
    ...lead,
    ...changed,
    ...conditions.flatMap(({ label, value }) => [label, String(value)]),
    ...figures.flatMap((one) => [
      one.label,
      one.value,
      ...Object.values(one.for ?? {}),
    ]),
    ...steps.flatMap(({ label, expression }) => [label, expression]),
    ...caveats.map(({ text }) => text),
  ].join("\n");
}

/** A tier or identity that no words of the answer name, nor the clauses that it rests on. */
function isLeft(
  { facet, value, negated, questioned }: Mention,
  told: string,
  { vocabulary }: Knowledge,
): boolean {
  if (!TELLING.includes(facet) || negated || questioned) return false;
  const named = vocabulary.file.facets[facet]?.values[value];
  if (facet === "tier" && told.includes(WITHOUT_TIERS)) return false;
  // 孩子 is a minor by that word alone.
  if (!named || named.ages || value === ORDINARY) return false;
  const words = [named.label, ...named.documents];
  return !words.some((word) => told.includes(word));
}

/** 重庆学生交多少: who is at school pays as everybody does, who is at a university may not, and which is meant was not told. */
function studentsLeft(
  { plain }: Meaning,
  replies: readonly Reply[],
  told: string,
): string[] {
  const fees = replies.every(({ intent }) => intent === "contribution");
  return fees && STUDENT.test(plain) && !told.includes("学生") ? ["学生"] : [];
}
const STUDENT = /(?<![大中小])学生(?![证卡会])/;

/** Of several persons named, those of whom the answer does not speak. */
function peopleLeft({ people }: Meaning, told: string): string[] {
  const named = people.filter(({ label }) => label !== "");
  if (named.length < 2) return [];
  return named
    .map(({ label }) => label)
    .filter((label) => label !== SELF && !told.includes(label));
}

/** Whether the words hold the number by itself: 40 does not stand in 400. */
function holdsNumber(told: string, number: string): boolean {
  const plain = number.replace(/\.0+$/, "").replace(".", "\\.");
  return new RegExp(`(?<![\\d.])${plain}(?:\\.0+)?(?!\\d|\\.\\d)`).test(
    told.replace(/,/g, ""),
  );
}
