/** Several replies to one message: a whole answer each, joined at the top. */
import type { Vocabulary } from "../../knowledge/vocabulary.js";
import type { Answer } from "../answer.js";
import {
  compose,
  COMPUTED_LINE,
  reply,
  type Reply,
} from "../phrasing/compose.js";
import { alikeLead } from "../phrasing/comparison-text.js";
import { partText } from "../phrasing/parts.js";
import { differencesOf } from "./comparison.js";
import { sumOfBills } from "./bills-together.js";
import { sumOfPlaces } from "./places-together.js";
import { join } from "./results.js";
import { toldApart } from "./told-apart.js";

/** The verdict of the whole: an answer where any part is one. */
const ORDER: readonly Reply["status"][] = [
  "answered",
  "needs_info",
  "clarify",
  "not_stipulated",
  "not_held",
  "out_of_scope",
  "handoff",
];

/** One reply as it is; several with their parts, and with their differences where the words are given: by how much, or whether they are alike. */
export function joinParts(
  replies: readonly Reply[],
  compare: Vocabulary | null = null,
  alike = false,
): Answer {
  const only = replies[0];
  if (replies.length === 1 && only) return compose(only);
  const parts = replies.map((one) => compose(one));
  const status =
    ORDER.find((one) => replies.some((part) => part.status === one)) ??
    "answered";
  const joined = join(toldApart(replies));
  const conditions = replies
    .flatMap((one) => one.conditions)
    .filter(
      (one, at, all) =>
        all.findIndex(
          ({ slot, value }) => slot === one.slot && value === one.value,
        ) === at,
    );
  const figures = status === "answered" ? joined.figures : [];
  const whole = reply(status, only?.intent ?? "", [], {
    ...joined,
    status,
    figures,
    missing: status === "needs_info" ? joined.missing : [],
    conditions,
    scope: status === "out_of_scope" ? (only?.scope ?? null) : null,
    suggestions: [
      ...new Set(replies.flatMap(({ suggestions }) => suggestions)),
    ].slice(0, 6),
  });
  const [a, b] = replies;
  const side =
    compare && replies.length === 2 && a && b
      ? differencesOf(a, b, compare)
      : (sumOfBills(replies) ?? sumOfPlaces(replies));
  const texts = parts.map(({ text }) => text);
  if (!side) return { ...compose(whole, parts), text: partText(texts) };
  const more = { ...whole, ...join([side.result, whole]), status };
  const said = texts.some((text) => text.includes(COMPUTED_LINE));
  return {
    ...compose(more, parts),
    text: [
      ...(alike ? alikeLead(side.lead, side.result.figures) : side.lead),
      partText(texts),
      ...(said ? [] : [COMPUTED_LINE]),
    ].join("\n"),
  };
}
