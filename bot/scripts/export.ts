/** A recorded conversation → a script that expects the same meaning, never the same wording. */
import { stringify } from "yaml";
import type { Answer } from "../answer.js";
import type { TurnRecord } from "../store/port.js";
import {
  CITE_KEYS,
  CONVERSATION_KEYS,
  EXPECT_KEYS,
  type Names,
  TURN_KEYS,
} from "./names.js";
import type { ScriptNames } from "./naming.js";

/** Which times a script carries: those that the channel gave, or, of a record that does not know them, those of receipt. */
export type Times = "sent" | "at";

const name = (names: Names, id: string): string => names[id]?.[0] ?? id;

/** The YAML text of a script with Chinese keys; turns that failed to be processed are left out. */
export function exportScript(
  title: string,
  turns: readonly TurnRecord[],
  names: ScriptNames,
  times: Times,
): string {
  const kept = turns.filter(({ outcome }) => outcome === "answered");
  const day = kept[0]?.on;
  const place = kept
    .map(({ answer }) => assumedPlace(answer))
    .find((id) => id !== null);
  const key = (id: string): string => name(CONVERSATION_KEYS, id);
  return stringify(
    {
      [key("name")]: title,
      ...(day === undefined ? {} : { [key("on")]: day }),
      ...(place ? { [key("place")]: names.places.name(place) } : {}),
      [key("turns")]: kept.map((turn) => ({
        [name(TURN_KEYS, "user")]: turn.text,
        ...(turn.on === day ? {} : { [name(TURN_KEYS, "on")]: turn.on }),
        ...(turn[times] === null
          ? {}
          : { [name(TURN_KEYS, "at")]: turn[times] }),
        [name(TURN_KEYS, "expect")]: expectation(turn.answer, names),
      })),
    },
    { schema: "failsafe", lineWidth: 0 },
  );
}

/** The place that the account served, where an answer says that it was assumed. */
function assumedPlace(answer: Answer): string | null {
  for (const { slot, value, source } of answer.conditions)
    if (slot === "jurisdiction" && source === "assumed") return String(value);
  return null;
}

function expectation(
  { status, scope, figures, citations }: Answer,
  names: ScriptNames,
): Record<string, unknown> {
  const key = (id: string): string => name(EXPECT_KEYS, id);
  const cite = (id: string): string => name(CITE_KEYS, id);
  const values = new Map<string, string[]>();
  for (const figure of figures) {
    const known = names.figures.id(figure.key) !== undefined;
    const list = values.get(known ? figure.key : "") ?? [];
    if (!list.includes(figure.value)) list.push(figure.value);
    values.set(known ? figure.key : "", list);
  }
  const loose = values.get("");
  values.delete("");
  return {
    [key("status")]: names.statuses.name(status),
    ...(scope === null ? {} : { [key("scope")]: names.scopes.name(scope) }),
    ...(values.size === 0
      ? {}
      : {
          [key("figures")]: Object.fromEntries(
            [...values].map(([id, list]) => [
              names.figures.name(id),
              list.length === 1 ? list[0] : list,
            ]),
          ),
        }),
    ...(loose === undefined ? {} : { [key("values")]: loose }),
    ...(citations.length === 0
      ? {}
      : {
          [key("cites")]: addresses(citations).map(({ notice, clause }) => ({
            [cite("notice")]: notice,
            [cite("clause")]: clause,
          })),
        }),
  };
}

/** The clauses that are cited, each once. */
function addresses(citations: Answer["citations"]): Answer["citations"] {
  const seen = new Set<string>();
  return citations.filter(({ notice, clause }) => {
    const address = `${notice}/${clause}`;
    const first = !seen.has(address);
    seen.add(address);
    return first;
  });
}
