/** What is offered to be said next is tried first: what leads to no answer, or to the same one, is not offered. */
import type { Answer } from "../answer.js";
import type { Turn } from "./state.js";

/** So many are offered. */
const MOST = 3;

/** The turn after words that are said next. */
type Next = (turn: Turn, said: string) => Turn;

/**
 * The answer with those of its suggestions that lead on. The choices of a
 * question back, and the readings of one that is unclear, stay: they are its
 * replies, whatever the notices then say. Of places, and of what may be asked
 * of a place, those stay that decide.
 */
export function withTried(turn: Turn, next: Next): Answer {
  const { answer } = turn;
  const { suggestions } = answer;
  if (suggestions.length === 0) return answer;
  if (
    answer.missing[0] === "jurisdiction" ||
    (answer.intent === "unclear" && answer.status === "clarify")
  ) {
    // A question which of several is meant gives two at least.
    const least = answer.intent === "unclear" ? 2 : 1;
    const deciding = suggestions.filter((said) => leadsOn(turn, said, next));
    return deciding.length >= least
      ? { ...answer, suggestions: deciding }
      : answer;
  }
  if (CHOICES.includes(answer.status)) return answer;
  const kept: string[] = [];
  for (const said of suggestions) {
    if (kept.length === MOST) break;
    if (leadsOn(turn, said, next)) kept.push(said);
  }
  return { ...answer, suggestions: kept };
}

const CHOICES: readonly Answer["status"][] = ["needs_info", "clarify"];

/** To an answer, a question back, or an open matter that offers what is stated near it. */
function leadsOn(before: Turn, said: string, next: Next): boolean {
  const after = next(before, said);
  return (
    decides(before.answer, after.answer) ||
    (after.answer.status === "not_stipulated" &&
      after.answer.suggestions.some((more) =>
        decides(after.answer, next(after, more).answer),
      ))
  );
}

function decides(before: Answer, after: Answer): boolean {
  const decided =
    after.status === "answered" &&
    after.parts.every(({ status }) => status === "answered");
  return (
    (decided && after.text !== before.text) || CHOICES.includes(after.status)
  );
}
