/** Replies where the place is not said, or is one whose notices are not held. */
import { heldPlaces, placesWith } from "../phrasing/contacts.js";
import { reply, type Reply } from "../phrasing/compose.js";
import { placeNotHeld, refusal, whereToLook } from "../phrasing/fixed.js";
import {
  askPlaceOf,
  matterNotHeld,
  mattersBesides,
} from "../phrasing/matters.js";
import { notHeldLead } from "../phrasing/verdict.js";
import type { World } from "./context.js";
import { isHeld } from "./held.js";
import { matterOf, mattersOf, speaksOf, topicsDeciding } from "./matters.js";
import type { Frame } from "./state.js";
import { yearLabel } from "./years.js";

/** How the tasks are named where nothing more telling is said. */
export const NAMES: Readonly<Record<string, string>> = {
  contribution: "个人缴费",
  subsidy: "财政补助",
  enrolment: "参保缴费的时间",
  newborn: "新生儿参保",
  waiting_period: "断缴和等待期",
  graduate: "毕业生的医保",
  outpatient: "门诊报销",
  inpatient: "住院报销",
  chronic: "门诊慢特病",
  catastrophic: "大病保险",
  assistance: "医疗救助",
  special_assistance: "特殊救助",
  ceiling: "个人负担封顶",
  monitoring: "监测预警标准",
};

/** How many places are offered for tapping. */
const OFFERED = 6;

/** Asks for the place where one of those held could decide the question; otherwise says that none does. */
export function missingPlace(frame: Frame, { knowledge }: World): Reply {
  if (frame.unknown.includes("jurisdiction"))
    return reply("needs_info", frame.task, whereToLook(knowledge), {
      missing: ["jurisdiction"],
    });
  const matter = matterOf(frame.about, knowledge);
  const topics = topicsDeciding(
    isOnlyWho(frame) ? { ...frame, task: "contribution" } : frame,
    knowledge,
  );
  const what =
    (speaksOf(frame, matter) ? matter?.label : undefined) ??
    NAMES[frame.task] ??
    matter?.label ??
    knowledge.vocabulary.file.topics[frame.topics[0] ?? ""]?.label ??
    "";
  const years = frame.years?.source === "said" ? frame.years.value : [];
  if (placesWith(knowledge, topics).length === 0)
    return reply("out_of_scope", "other", refusal("other", knowledge, matter), {
      scope: "other",
    });
  const places = placesWith(knowledge, topics, years);
  if (places.length === 0)
    return reply(
      "not_held",
      frame.task,
      notHeldLead(
        { place: "", period: yearLabel(years), what: what || "规定" },
        [],
        knowledge,
      ),
    );
  return reply(
    "needs_info",
    frame.task,
    askPlaceOf(what, places, heldPlaces(knowledge).length, knowledge),
    { missing: ["jurisdiction"], suggestions: places.slice(0, OFFERED) },
  );
}

/** 低保: nothing but who somebody is, who may be aided; the place comes first, then what is asked. */
const isOnlyWho = ({ task, onlyNames, people }: Frame): boolean =>
  task === "unclear" &&
  onlyNames === true &&
  (people?.value ?? []).some(({ tags }) => tags.length > 0);

/** Frames that differ in a place only, none of which has a notice here, are told together. */
export function unheldTogether(
  frames: readonly Frame[],
  { knowledge }: World,
): Frame[] {
  const nameOf = (place: string): string | null => {
    if (place.startsWith("?")) return place.slice(1);
    return isHeld(place, knowledge)
      ? null
      : knowledge.jurisdictions.label(place);
  };
  const together: Frame[] = [];
  for (const frame of frames) {
    const last = together.at(-1);
    const name = frame.place && nameOf(frame.place.value);
    const before = last?.place && nameOf(last.place.value);
    if (last && name && before && last.task === frame.task)
      together[together.length - 1] = {
        ...last,
        place: { value: `?${bothNames(before, name)}`, source: "said" },
      };
    else together.push(frame);
  }
  return together;
}

const bothNames = (before: string, name: string): string =>
  [...new Set(`${before}、${name}`.split("、"))].join("、");

/** The place asked about has no notice here. */
export function otherPlace(
  frame: Frame,
  place: string,
  { knowledge }: World,
): Reply {
  const name = place.startsWith("?")
    ? place.slice(1)
    : knowledge.jurisdictions.label(place);
  const matter = matterOf(frame.about, knowledge);
  return reply(
    "not_held",
    frame.task,
    matter
      ? [
          ...matterNotHeld(name, matter, knowledge),
          ...mattersBesides(mattersOf(frame.besides ?? [], knowledge)),
        ]
      : placeNotHeld(name, NAMES[frame.task] ?? "", knowledge),
  );
}
