/** Replies that state no rule: refusals by kind, greetings, questions back. */
import type { ScopeKind } from "../../knowledge/matters.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Matter } from "../../knowledge/matters.js";
import { contactLine, HELD_PLACES, heldPlaces } from "./contacts.js";
import { listText } from "./format.js";
import { matterRefusal } from "./matters.js";

const ask = (knowledge: Knowledge): string =>
  `可以问当地医保经办机构，或拨打${contactLine(knowledge, "insurance")}。`;

/** What mingbai says to a question of this kind that no notice answers; of a common matter, what fits it. */
export function refusal(
  kind: ScopeKind,
  knowledge: Knowledge,
  matter: Matter | null = null,
): string[] {
  if (matter) return matterRefusal(matter, knowledge);
  switch (kind) {
    case "personal_account":
      return [
        "我查不到您个人的参保、缴费、账户或报销进度。",
        `请带上身份证件到当地医保经办机构查询，或用国家医保服务平台查；也${ask(knowledge)}`,
      ];
    case "other_insurance":
      return [
        "这个问题不属于我收录的基本医疗保险、大病保险和医疗救助文件，我不能回答。",
        `养老、失业、工伤、生育等社会保险请问当地人社或医保部门，商业保险请问承保公司；医保方面${ask(knowledge)}`,
      ];
    case "medical_advice":
      return [
        "看病、用药和治疗的问题我不能给建议，请听医生的。",
        "如果情况紧急，请马上去医院急诊" +
          emergency(knowledge) +
          "。费用怎么报，我可以帮您查文件。",
      ];
    case "complaint":
      return [
        "您遇到的事我没有办法受理，但您可以投诉和反映。",
        `${ask(knowledge).replace("问", "向").replace("经办机构，", "经办机构或医保局反映，")}`,
      ];
    case "prediction":
      return [
        "以后的标准会不会变，要看新文件，我不能预测。",
        "我可以告诉您已经收录的文件里各年度的标准。",
      ];
    case "opinion":
      return [
        "值不值、好不好我不替您判断。",
        "我可以把文件里写明的标准和差别列给您看，您说地方、年度和档次就行。",
      ];
    case "small_talk":
      return [
        "我只回答医疗保险方面的问题。",
        "比如可以问：要交多少钱、门诊能报多少、什么时候缴费。",
      ];
    case "abuse":
      return [
        "我听到您有火气。您告诉我地方和要办的事，我尽力查清楚。",
        `不想和我说，${ask(knowledge)}`,
      ];
    case "crisis":
      return crisis(knowledge);
    case "suspected_scam":
      return [
        "先不要点链接、不要转账，也不要把验证码和银行卡号给任何人。",
        `是不是真的，请挂断后自己拨打${contactLine(knowledge, "insurance")}核实；已经转钱了，马上报警${phone(knowledge, "police")}。`,
      ];
    case "illegal_request":
      return [
        "这样做属于骗取医保基金，我不能帮忙。",
        `费用上有困难，可以问问有没有医疗救助：${ask(knowledge)}`,
      ];
    case "other":
      return other(knowledge);
  }
}

function phone(knowledge: Knowledge, purpose: string): string {
  const line = contactLine(knowledge, purpose);
  return line === "" ? "" : `（${line}）`;
}

function emergency(knowledge: Knowledge): string {
  const line = contactLine(knowledge, "emergency");
  return line === "" ? "" : `或拨打${line}`;
}

/** First of all help, then the rest. */
export function crisis(knowledge: Knowledge, asksMoney = false): string[] {
  const line = (purpose: string): string => contactLine(knowledge, purpose);
  return [
    `您现在的安全最要紧。有生命危险请马上拨打${line("emergency")}；需要警察帮助请拨打${line("police")}。`,
    `心里难受、想找人说说，可以拨打${line("psychological")}，也请告诉身边的亲人。`,
    asksMoney
      ? `抢救的费用报不报、报多少，收录的文件没有专门规定，不能乱答；可以先问医院医保办，或拨打${line("insurance")}。`
      : "费用上的难处，等您安全了，我一样一样帮您查文件。",
  ];
}

function other(knowledge: Knowledge): string[] {
  return [
    "这个问题我没有看明白，或者收录的文件里没有写。",
    `您可以换个说法，带上地方、年度和要问的事，比如“${example(knowledge)}”；也${ask(knowledge)}`,
  ];
}

/** A question that the first held place answers. */
export function example(knowledge: Knowledge): string {
  const place = heldPlaces(knowledge)[0] ?? "";
  return `${place}居民医保要交多少钱`;
}

/** What can be asked, for a greeting. */
export function greeting(knowledge: Knowledge): string[] {
  return [
    "您好，我是医保明白，按政府文件原文回答医疗保险问题，每个数字都附条款。",
    `${HELD_PLACES}${listText(heldPlaces(knowledge))}。`,
    "您直接说地方和要问的事就行。",
  ];
}

/** The person does not know the place of insurance: where to look it up. */
export function whereToLook(knowledge: Knowledge): string[] {
  return [
    "不知道参保地，我就不能确定按哪里的标准。",
    `参保地在医保卡或缴费凭证上能看到；也${ask(knowledge)}`,
  ];
}

/** No held notice covers the place. */
export function placeNotHeld(
  name: string,
  what: string,
  knowledge: Knowledge,
): string[] {
  return [
    `${what === "" ? "" : `您问的是${what}。`}没有收录${name}的医保文件，不能告诉您${name}的规定和标准。`,
    `${HELD_PLACES}${listText(heldPlaces(knowledge))}，别处的标准不能照搬。`,
    `${ask(knowledge)}`,
  ];
}

export const EMPTY = "您好像没有写字。请把问题打出来，比如地方加上要问的事。";
export const TOO_LONG =
  "您的话太长了，一次请不要超过2000个字。请把最要紧的问题先发给我。";
export const HANDOFF = "我这里没有人工坐席，不能替您转接。";
export const RESTARTED =
  "好的，前面说的都不算了，我们重新开始。请说地方和要问的事。";
export const NOTHING_YET = "前面还没有回答过问题。请先说地方和要问的事。";
export const WHY = "怎么得出来的，一步一步写在下面。";
export const SOURCE = "依据的原文照录在下面。";
export const SIMPLER = "最要紧的就是上面这一句，下面是怎么来的。";
/** After a long pause, where another place is asked about. */
export const FORGOTTEN = "（隔了一阵子，前面说的不再沿用。）";
/** Asked for the last answer after a long pause. */
export const GONE = "前面的问答没有保留，没法接着说。请把要问的事再问一次。";
/** After a long pause. */
export const AFRESH = (place: string): string =>
  `（隔了一阵子，前面说的不再沿用，只记得您问的是${place}；不对请直接告诉我。）`;
/** What a correction changed: “一档改为二档”. */
export const corrected = (changes: readonly string[]): string =>
  `（已经更正：${changes.join("，")}。）`;
export const changedTo = (before: string, after: string): string =>
  before === "" ? `按${after}` : `${before}改为${after}`;
/** A question of ours that is still open. */
export const stillOpen = (asked: string): string =>
  `前面那个问题还等您一句话：${asked}`;

/** The question before a digression, which can be answered now; with what to say for it. */
export function resume(
  place: string,
  what: string,
): { asked: string; say: string } {
  return {
    asked: `前面还问了${what}，要我按${place}接着说吗？`,
    say: `接着说${what}`,
  };
}

/** Questions that the first held places answer. */
export function firstQuestions(knowledge: Knowledge): string[] {
  return heldPlaces(knowledge)
    .slice(0, 3)
    .map((place) => `${place}居民医保要交多少钱`);
}
export const THANKS = "不客气，还有问题随时问我。";
/** Yes or no where nothing was asked. */
export const HEARD = "好的。还想问什么，直接说就行。";
export const BYE = "再见，需要时再来问我。";

/** Two messages in a row were not understood: what can be asked. */
export function lost(questions: readonly string[]): string[] {
  return [
    "连着两句我都没有看明白。我能回答缴费、财政补助、门诊、住院、大病保险、医疗救助和参保时间这些事。",
    `可以照这样问：${questions.map((one) => `“${one}”`).join("、")}。`,
  ];
}

/** Where a person can be reached. */
export function handoff(knowledge: Knowledge): string[] {
  return [
    HANDOFF,
    `要找人工，请拨打${contactLine(knowledge, "insurance")}，或到当地医保经办机构的窗口。`,
  ];
}

/** No clause decides it. */
export function undecided(
  place: string,
  what: string,
  knowledge: Knowledge,
): string[] {
  return [
    `收录的${place}文件没有规定${what}，我不能给您一个数。`,
    ask(knowledge),
  ];
}

/** Whom to ask, for the end of a reply. */
export function whomToAsk(knowledge: Knowledge): string {
  return ask(knowledge);
}
