/** What is said to a matter that the held notices leave open: what was understood, that nothing decides it, whom to ask. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Matter } from "../../knowledge/matters.js";
import {
  contactLine,
  HELD_PLACES,
  PLACES_THAT_SPEAK,
  placesWith,
} from "./contacts.js";
import { listText } from "./format.js";

/** Why nothing is answered, by the kind of the refusal. */
const GROUNDS: Partial<Record<Matter["scope"], string>> = {
  personal_account: "我查不到您个人的参保、缴费、账户和卡的信息。",
  other_insurance:
    "这不在我收录的基本医疗保险、大病保险和医疗救助文件里，我不能回答。",
  complaint: "这件事我不能受理，但您可以反映。",
};
const NOT_RULED = "收录的文件没有规定，我不能乱答。";

/** Whom to ask about the matter. */
function whom({ ask }: Matter, knowledge: Knowledge): string {
  const lines = ask.map((purpose) => contactLine(knowledge, purpose));
  return ask.includes("insurance")
    ? `可以问参保地的医保经办机构，或拨打${lines.join("、")}。`
    : `可以拨打${lines.join("、")}。`;
}

const whomLines = (matter: Matter, knowledge: Knowledge): string[] =>
  matter.ask.length === 0 ? [] : [whom(matter, knowledge)];

const help = (matter: Matter, knowledge: Knowledge): string[] => [
  ...(matter.says === "" ? [] : [matter.says]),
  ...whomLines(matter, knowledge),
];

/** A matter of medical insurance that a refusal of another kind passes on to. */
export function matterBeside(matter: Matter, knowledge: Knowledge): string[] {
  return [
    `您还问到${matter.label}：${matter.says}`,
    ...whomLines(matter, knowledge),
  ];
}

/** The further matters that a letter asks about, a line each. */
export function mattersBesides(matters: readonly Matter[]): string[] {
  return matters.map(
    ({ label, says }) =>
      `您还问到${label}${says === "" ? "，也请一并问清。" : `：${says}`}`,
  );
}

/** Places whose notices write of the matter, for asking again with one of them named. */
export function placesSpeaking(matter: Matter, knowledge: Knowledge): string[] {
  return matter.scope === "other" && !matter.explains
    ? placesWith(knowledge, matter.topics)
    : [];
}

/** No place was named, or none matters. */
export function matterRefusal(matter: Matter, knowledge: Knowledge): string[] {
  if (matter.outside)
    return [
      `您问的是${matter.label}，我只回答医疗保险方面的问题。`,
      ...help(matter, knowledge),
    ];
  if (matter.explains)
    return [
      `您问的是${matter.label}。${matter.says}`,
      ...whomLines(matter, knowledge),
    ];
  const some = placesWith(knowledge, matter.topics);
  const partly =
    matter.scope === "other" && some.length > 0
      ? `各地规定不一样，只有${listText(some)}的文件写到一部分；您在那里参保就说地方和要问的哪一点。`
      : (GROUNDS[matter.scope] ?? NOT_RULED);
  return [`您问的是${matter.label}。${partly}`, ...help(matter, knowledge)];
}

/** No notice of the place is held. */
export function matterNotHeld(
  place: string,
  matter: Matter,
  knowledge: Knowledge,
): string[] {
  return [
    `您问的是${matter.label}。没有收录${place}的医保文件，不能告诉您${place}怎么规定。`,
    ...help(matter, knowledge),
  ];
}

/** The notices of the place do not decide it; `told` is what they do write of the matter. */
export function matterOpen(
  place: string,
  matter: Matter,
  told: readonly string[],
  knowledge: Knowledge,
): string[] {
  const ground =
    told.length === 0
      ? `收录的${place}文件没有规定，我不能乱答。`
      : `收录的${place}文件写到的有：${told.join("、")}；别的没有规定，我不能乱答。`;
  return [`您问的是${matter.label}。${ground}`, ...help(matter, knowledge)];
}

/** Asks for the place, naming those whose notices speak of it. */
export function askPlaceOf(
  label: string,
  places: readonly string[],
  held: number,
  knowledge: Knowledge,
): string[] {
  const all = places.length === held;
  return [
    `${label === "" ? "" : `您问的是${label}。`}各地标准不一样，请问您问的是哪个地方？`,
    `${all ? HELD_PLACES : PLACES_THAT_SPEAK}${listText(places)}。在别处参保的，请问当地医保经办机构，或拨打${contactLine(knowledge, "insurance")}。`,
  ];
}

/** Nothing of what was asked was found in the notices of the place. */
export function notFound(place: string, knowledge: Knowledge): string[] {
  return [
    `您问的这件事，我在收录的${place}文件里没有找到。`,
    `可以换个说法再问我；也可以问当地医保经办机构，或拨打${contactLine(knowledge, "insurance")}。`,
  ];
}

/** The notices of the place do not say what was asked, which is no number. */
export function notWritten(
  place: string,
  what: string,
  knowledge: Knowledge,
): string[] {
  return [
    `收录的${place}文件没有规定${what}，我不能乱答。`,
    `可以问当地医保经办机构，或拨打${contactLine(knowledge, "insurance")}。`,
  ];
}
