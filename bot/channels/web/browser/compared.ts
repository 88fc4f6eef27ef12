/** The figures of an answer that stand side by side, as a table. */
import type { Figure } from "../../../../engine/result.js";
import type { Answer } from "../../../answer.js";
import { figureText } from "../../../phrasing/format.js";

export interface Compared {
  columns: string[];
  rows: { label: string; cells: string[]; differs: boolean }[];
  /** Figures that are not in the table. */
  rest: Figure[];
}

/** Whose figures stand in one column, by what they are of. */
interface Side {
  name: string;
  figures: Map<string, { label: string; text: string }>;
}

/** Beyond this the sides stand below each other instead of beside. */
const MOST_COLUMNS = 3;
const MISSING = "—";

/** The table of an answer whose figures are of several years, tiers, persons or places; null where nothing of one kind stands beside another. */
export function compared(answer: Answer): Compared | null {
  const { sides, rest } =
    answer.parts.length > 0 ? ofParts(answer) : ofCases(answer);
  const rows = new Map<string, string>();
  for (const { figures } of sides)
    for (const [key, { label }] of figures) rows.set(key, label);
  const table = {
    columns: sides.map(({ name }) => name),
    rows: [...rows].map(([key, label]) => {
      const cells = sides.map(
        ({ figures }) => figures.get(key)?.text ?? MISSING,
      );
      return { label, cells, differs: new Set(cells).size > 1 };
    }),
    rest,
  };
  const beside = table.rows.some(
    ({ cells }) => cells.filter((cell) => cell !== MISSING).length > 1,
  );
  if (!beside) return null;
  return sides.length > MOST_COLUMNS ? turned(table) : table;
}

/** Rows and columns exchanged. */
function turned({ columns, rows, rest }: Compared): Compared {
  return {
    columns: rows.map(({ label }) => label),
    rows: columns.map((label, at) => ({
      label,
      cells: rows.map(({ cells }) => cells[at] ?? MISSING),
      differs: false,
    })),
    rest,
  };
}

interface Sides {
  sides: Side[];
  rest: Figure[];
}

/** The cases of one answer: one column for each value of the slot that was compared. */
function ofCases(answer: Answer): Sides {
  const slot = comparedSlot(answer);
  const sides = new Map<string, Side>();
  const rest: Figure[] = [];
  for (const figure of answer.figures) {
    const value = slot === null ? undefined : figure.for?.[slot];
    if (slot === null || value === undefined) {
      rest.push(figure);
      continue;
    }
    const name = nameOf(slot, value, answer);
    const side = sides.get(name) ?? { name, figures: new Map() };
    const label = without(figure.label, name);
    side.figures.set(figure.key + label, { label, text: figureText(figure) });
    sides.set(name, side);
  }
  return { sides: [...sides.values()], rest };
}

/** The slot in which the figures differ: one with several values said, else the last. */
function comparedSlot({ figures, conditions }: Answer): string | null {
  const values = new Map<string, Set<string>>();
  for (const { for: whose } of figures)
    for (const [slot, value] of Object.entries(whose ?? {}))
      values.set(slot, (values.get(slot) ?? new Set()).add(value));
  const slots = [...values.keys()].filter(
    (slot) => (values.get(slot)?.size ?? 0) > 1,
  );
  const said = slots.find(
    (slot) =>
      conditions.filter((one) => one.slot === slot && one.source === "said")
        .length > 1,
  );
  return said ?? slots.at(-1) ?? null;
}

function nameOf(slot: string, value: string, { conditions }: Answer): string {
  const condition = conditions.find(
    (one) => one.slot === slot && String(one.value) === value,
  );
  return condition?.label ?? (slot === "year" ? `${value}年度` : value);
}

/** A label without the name that heads its column. */
function without(label: string, name: string): string {
  return label.replace(name, "").replace(/^[：、的]+/, "") || label;
}

/** The parts of an answer to one question about several places or persons. */
function ofParts({ figures, parts }: Answer): Sides {
  const none = { sides: [], rest: [] };
  const [first] = parts;
  if (!first || parts.some(({ intent }) => intent !== first.intent))
    return none;
  const isCommon = (slot: string, value: unknown): boolean =>
    parts.every(({ conditions }) =>
      conditions.some((one) => one.slot === slot && one.value === value),
    );
  const sides = parts.map((part) => ({
    name: part.conditions
      .filter(({ slot, value }) => !isCommon(slot, value))
      .map(({ label }) => label)
      .join(" "),
    figures: new Map(
      part.figures
        .filter(({ key }) => !key.endsWith(".difference"))
        .map((figure) => [
          figure.key + figure.label,
          { label: figure.label, text: figureText(figure) },
        ]),
    ),
  }));
  if (new Set(sides.map(({ name }) => name)).size < sides.length) return none;
  // The difference of the sides; that of two cases of one side stays with it.
  const rest = figures.filter(
    ({ key, label }) =>
      key.endsWith(".difference") &&
      !parts.some((part) => part.figures.some((one) => one.label === label)),
  );
  return { sides, rest };
}
