/**
 * Conditions of an answer that can be changed with a few plain words, from
 * what the notices offer. Each was tried on the conversation as it stands:
 * none is offered that would not be understood, and another place or year of
 * which the notices decide nothing is marked so.
 */
import type { Provision } from "../../knowledge/schema.js";
import type { Answer, Condition } from "../answer.js";
import {
  type Change,
  changeText,
  type Choice,
  SLOT_NAMES,
  verdictLabel,
} from "../phrasing/changes.js";
import { stepUntried, type State, type World } from "./step.js";

interface Candidate extends Choice {
  slot: string;
  value: Condition["value"];
}

/** Verdicts whose conditions are worth changing; a question back has choices of its own. */
const CHANGEABLE: readonly Answer["status"][] = [
  "answered",
  "not_stipulated",
  "not_held",
];
/** More is a list to search in, not a choice. */
const MOST = 12;

/** What may be changed in an answer to one question, tried on the state after it. */
export function changesOf(
  state: State,
  answer: Answer,
  world: World,
): Change[] {
  if (!CHANGEABLE.includes(answer.status) || answer.parts.length > 0) return [];
  const place = answer.conditions.find(({ slot }) => slot === "jurisdiction");
  if (typeof place?.value !== "string") return [];
  const changes = new Map<string, Change>();
  for (const one of candidates(place.value, answer, world)) {
    const change = changes.get(one.slot) ?? {
      slot: one.slot,
      name: SLOT_NAMES[one.slot] ?? one.slot,
      choices: [],
    };
    if (change.choices.length === MOST) continue;
    const verdict = tried(one, state, answer, world);
    if (verdict === null) continue;
    const label = verdictLabel(one.label, verdict);
    change.choices.push({ label, say: one.say });
    changes.set(one.slot, change);
  }
  return [...changes.values()];
}

/** Slots that may be changed to a value of which the notices decide nothing. */
const ALSO_UNDECIDED: readonly string[] = ["jurisdiction", "year"];

/** The verdict that the words get, where it is of the same kind and rests on the new value. */
function tried(
  { slot, value, say }: Candidate,
  state: State,
  { intent }: Answer,
  world: World,
): Answer["status"] | null {
  const { answer } = stepUntried(state, { text: say }, world);
  const values = answer.conditions
    .filter((one) => one.slot === slot)
    .map((one) => one.value);
  const decided =
    answer.status === "answered" ||
    (ALSO_UNDECIDED.includes(slot) && CHANGEABLE.includes(answer.status));
  const same =
    answer.intent === intent &&
    answer.parts.length === 0 &&
    values.length === 1 &&
    values[0] === value;
  return decided && same ? answer.status : null;
}

function candidates(place: string, answer: Answer, world: World): Candidate[] {
  const rules = rulesBehind(place, answer, world);
  const all = [
    ...places(rules, world),
    ...years(rules),
    ...facets(rules, world),
    ...identities(rules, world),
  ];
  const held = (slot: string): Condition["value"][] =>
    answer.conditions
      .filter((one) => one.slot === slot)
      .map(({ value }) => value);
  return all.filter(({ slot, value }) => {
    const now = held(slot);
    return now.length !== 1 || now[0] !== value;
  });
}

/** The provisions of the place on the matter of the answer: those of the topics that it cites. */
function rulesBehind(
  place: string,
  { intent, citations }: Answer,
  { knowledge }: World,
): Provision[] {
  const own = knowledge
    .noticesOf(place)
    .flatMap(({ provisions }) => provisions);
  const cited = new Set(
    own
      .filter(({ notice, clause }) =>
        citations.some(
          (one) => one.notice === notice.id && one.clause === clause,
        ),
      )
      .map(({ topic }) => topic),
  );
  return own.filter(
    ({ topic }) => topic.startsWith(`${intent}.`) || cited.has(topic),
  );
}

/** Places whose notices speak of the same matter. */
function places(
  rules: readonly Provision[],
  { knowledge }: World,
): Candidate[] {
  const topics = [...new Set(rules.map(({ topic }) => topic))];
  const speaks = (id: string): boolean =>
    topics.some((topic) => knowledge.provisions(id, topic).length > 0);
  return [...knowledge.jurisdictions.all.values()]
    .filter(
      ({ id, level, unnamed }) => level !== "country" && !unnamed && speaks(id),
    )
    .map(({ id, name, names }) => ({
      slot: "jurisdiction",
      value: id,
      label: knowledge.jurisdictions.label(id),
      say: changeText("jurisdiction", names[0] ?? name),
    }));
}

/** The years in which periods of the provisions begin or end. */
function years(rules: readonly Provision[]): Candidate[] {
  const found = rules.flatMap(({ period, trusted_to }) =>
    [period.from, trusted_to].map((day) => day.slice(0, 4)),
  );
  return [...new Set(found)].sort().map((year) => ({
    slot: "year",
    value: Number.parseInt(year, 10),
    label: `${year}年`,
    say: changeText("year", year),
  }));
}

/** Facets that the provisions tell apart and that people choose among. */
const FACETS = [
  "tier",
  "insurance",
  "institution",
  "employment",
  "disease",
  "area",
] as const;

function facets(
  rules: readonly Provision[],
  { knowledge: { vocabulary } }: World,
): Candidate[] {
  return FACETS.flatMap((slot) => {
    const values = new Set(rules.flatMap(({ where }) => where[slot] ?? []));
    return [...values].map((value) => {
      const label = vocabulary.label(slot, value);
      return { slot, value, label, say: changeText(slot, label) };
    });
  });
}

function identities(
  rules: readonly Provision[],
  { knowledge: { vocabulary } }: World,
): Candidate[] {
  const tags = new Set(
    rules.flatMap(({ who }) => [...(who.any ?? []), ...(who.all ?? [])]),
  );
  return [...tags].map((value) => {
    const label = vocabulary.label("identity", value);
    return {
      slot: "identity",
      value,
      label,
      say: changeText("identity", label),
    };
  });
}
