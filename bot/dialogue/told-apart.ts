/** Figures of several answers to one message: each says whose, where and when it is. */
import type { Figure } from "../../engine/result.js";
import type { Reply } from "../phrasing/compose.js";

/** Slots that tell the cases of one message apart, in the order in which they are said. */
const SLOTS = [
  "jurisdiction",
  "year",
  "school_year",
  "visit_date",
  "insurance",
  "employment",
  "tier",
  "identity",
  "institution",
  "family_doctor",
];

/** The bill of one of several persons: their name stands before the answer and on its figures. */
export function ofPerson(reply: Reply, whose: string): Reply {
  const [first = "", ...rest] = reply.lead;
  return {
    ...reply,
    lead: [`${whose}：${first}`, ...rest],
    figures: reply.figures.map((figure) => ({
      ...figure,
      label: `${whose}${figure.label}`,
      for: { member: whose, ...figure.for },
    })),
  };
}

/** Marks figures of one key in several replies by the conditions in which these differ. */
export function toldApart(replies: readonly Reply[]): Reply[] {
  const slots = SLOTS.filter((slot) => differs(replies, slot));
  const keys = new Set(
    replies
      .flatMap((reply) => [...new Set(reply.figures.map(({ key }) => key))])
      .filter((key, at, all) => all.indexOf(key) < at),
  );
  return replies.map((reply) => ({
    ...reply,
    figures: reply.figures.map((figure) =>
      keys.has(figure.key) ? marked(figure, reply, slots) : figure,
    ),
  }));
}

const of = ({ conditions }: Reply, slot: string) =>
  conditions.filter((one) => one.slot === slot);

/** Whether every reply rests on one value of the slot, and not all on the same. */
function differs(replies: readonly Reply[], slot: string): boolean {
  const values = replies.map((reply) => of(reply, slot));
  return (
    values.every((own) => own.length === 1) &&
    new Set(values.map(([one]) => one?.value)).size > 1
  );
}

function marked(
  figure: Figure,
  reply: Reply,
  slots: readonly string[],
): Figure {
  const own = slots
    .filter((slot) => figure.for?.[slot] === undefined)
    .flatMap((slot) => of(reply, slot));
  if (own.length === 0) return figure;
  const told = own.filter(({ label }) => !figure.label.includes(label));
  return {
    ...figure,
    label: [...told.map(({ label }) => label), figure.label].join("·"),
    for: {
      ...Object.fromEntries(own.map(({ slot, value }) => [slot, `${value}`])),
      ...figure.for,
    },
  };
}
