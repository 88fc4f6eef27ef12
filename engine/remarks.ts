/** What must be said beside a figure because of the provision it rests on. */
import { defersTo } from "../knowledge/deference.js";
import type { Knowledge } from "../knowledge/knowledge.js";
import type { Provision } from "../knowledge/schema.js";
import type { Caveat } from "./result.js";

/** How a document is named in a sentence. */
function named({
  title,
  number,
}: {
  title?: string | undefined;
  number?: string | null | undefined;
}): string {
  return `${title === undefined ? "" : `《${title}》`}${number ?? ""}`;
}

/** Remarks that hold whatever the day of the question. */
function standing(knowledge: Knowledge, provision: Provision): Caveat[] {
  const { notice, derived, interpretation, refers, force } = provision;
  const caveats: Caveat[] = [];
  const add = (code: Caveat["code"], text: string): void => {
    caveats.push({ code, text });
  };
  if (notice.status === "expired")
    add("expired", `${named(notice)}标明已失效，只能说明当时的规定。`);
  if (notice.kind === "guidance")
    add(
      "guidance",
      `${named(notice)}是对下级部门的指导意见，不直接决定个人待遇。`,
    );
  if (force === "target")
    add("target_not_rule", "这是工作目标，不是个人待遇标准，不能用来计算。");
  if (derived) add("derived", derivedText(derived.formula));
  const reading =
    interpretation === undefined
      ? undefined
      : knowledge.interpretations.get(interpretation);
  if (reading) add("ambiguous", reading.reading);
  for (const other of refers)
    add(
      "refers",
      `条文指向${named(other)}，${other.held === undefined ? "没有收录" : "已收录"}。`,
    );
  if (notice.form === "fragment")
    add("fragment", `所持的${named(notice)}不完整，未收录的部分可能另有规定。`);
  const { remark } = knowledge.jurisdictions.get(notice.jurisdiction) ?? {};
  if (remark !== undefined) add("other_rules_first", remark);
  const first = defersTo(knowledge, provision);
  if (first !== null) add("other_rules_first", `文件写明：“${first}”`);
  return caveats;
}

const ofKnowledge = new WeakMap<
  Knowledge,
  { standing: Map<Provision, readonly Caveat[]>; newest: Map<string, string> }
>();

function memory(knowledge: Knowledge) {
  let known = ofKnowledge.get(knowledge);
  if (!known)
    ofKnowledge.set(
      knowledge,
      (known = { standing: new Map(), newest: new Map() }),
    );
  return known;
}

/** The last day until which any notice of the place is taken to hold; empty where none is held. */
export function confirmedUntil(knowledge: Knowledge, place: string): string {
  const { newest } = memory(knowledge);
  let day = newest.get(place);
  if (day === undefined) {
    day = "";
    for (const { confirmed_to } of knowledge.noticesOf(place))
      if (confirmed_to > day) day = confirmed_to;
    newest.set(place, day);
  }
  return day;
}

/** Every remark on a provision, for a question asked on this day. */
export function remarksOn(
  knowledge: Knowledge,
  provision: Provision,
  on: string,
): readonly Caveat[] {
  const known = memory(knowledge).standing;
  let caveats = known.get(provision);
  if (!caveats)
    known.set(provision, (caveats = standing(knowledge, provision)));
  const place = provision.notice.jurisdiction;
  const until = confirmedUntil(knowledge, place);
  if (on <= until) return caveats;
  const label = knowledge.jurisdictions.label(place);
  return [
    {
      code: "stale",
      text: `收录的${label}文件只能确认到${until.slice(0, 4)}年，之后是否有新规定不能证明。`,
    },
    ...caveats,
  ];
}

/** That a number is no notice's own, and how it follows from those that are. */
export const derivedText = (formula: string): string =>
  `这个数文件没有直接写，由文件中的数推算：${formula}。`;
