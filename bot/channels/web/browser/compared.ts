/** The figures of an answer that stand side by side, as a table. */
import type { Figure } from "../../../../engine/result.js";
import type { Answer } from "../../../answer.js";
import { figureText } from "../../../phrasing/format.js";
import { casesOf } from "./cases.js";

export interface Compared {
  columns: Heading[];
  rows: (Heading & { cells: string[] })[];
  /** Figures that stand before the table. */
  rest: Figure[];
  /** Figures too fine for the table, after it. */
  finer: Figure[];
}

interface Heading {
  label: string;
  /** Whether what stands there is not the same for all. */
  differs: boolean;
}

/** Whose figures stand in one column, by what they are of. */
interface Side {
  name: string;
  figures: Map<string, Told>;
  /** What stands where it has no figure. */
  missing: string;
}

interface Told {
  label: string;
  figure: Figure;
}

/** Beyond this the sides stand below each other instead of beside. */
const MOST_COLUMNS = 3;
const MISSING = "—";
/** What stands for a side that the documents decide nothing about. */
const UNDECIDED: Readonly<Partial<Record<Answer["status"], string>>> = {
  not_stipulated: "没有规定",
  not_held: "没有收录",
};

/** The table of an answer whose figures are of several years, tiers, persons or places; null where nothing of one kind stands beside another. */
export function compared(answer: Answer): Compared | null {
  const { sides, rest } =
    answer.parts.length > 0 ? ofParts(answer) : ofCases(answer);
  const below = sides.length > MOST_COLUMNS;
  const labels = new Map<string, string>();
  const finer: Figure[] = [];
  for (const { figures } of sides)
    for (const [key, { label, figure }] of figures)
      if (below && figure.key.split(".").length > 2) finer.push(figure);
      else labels.set(key, label);
  const rows = [...labels].map(([key, label]) => {
    const told = sides.map(({ figures }) => figures.get(key)?.figure);
    const cells = told.map((figure, at) =>
      figure ? figureText(figure) : (sides[at]?.missing ?? MISSING),
    );
    const decided = cells.filter((cell) => cell !== MISSING);
    return {
      label,
      cells,
      differs: new Set(cells).size > 1,
      beside: decided.length > 1,
    };
  });
  if (!rows.some(({ beside }) => beside)) return null;
  const columns = sides.map(({ name }) => ({ label: name, differs: false }));
  const table = { columns, rows, rest, finer };
  return below ? turned(table) : table;
}

/** Rows and columns exchanged. */
function turned({ columns, rows, rest, finer }: Compared): Compared {
  return {
    columns: rows.map(({ label, differs }) => ({ label, differs })),
    rows: columns.map(({ label, differs }, at) => ({
      label,
      differs,
      cells: rows.map(({ cells }) => cells[at] ?? MISSING),
    })),
    rest,
    finer,
  };
}

interface Sides {
  sides: Side[];
  rest: Figure[];
}

/** The cases of one answer: one column for each of them. */
function ofCases(answer: Answer): Sides {
  const sides = new Map<string, Side>();
  const rest: Figure[] = [];
  for (const { figure, name, label } of casesOf(answer)) {
    if (name === null) {
      rest.push(figure);
      continue;
    }
    const side = sides.get(name) ?? {
      name,
      figures: new Map(),
      missing: MISSING,
    };
    side.figures.set(figure.key + label, { label, figure });
    sides.set(name, side);
  }
  return { sides: [...sides.values()], rest };
}

/** The parts of an answer to one question about several places or persons, each with its cases. */
function ofParts({ figures, parts }: Answer): Sides {
  const none = { sides: [], rest: [] };
  const [first] = parts;
  if (!first || parts.some(({ intent }) => intent !== first.intent))
    return none;
  const isCommon = (slot: string, value: unknown): boolean =>
    parts.every(({ conditions }) =>
      conditions.some((one) => one.slot === slot && one.value === value),
    );
  const sides = parts.flatMap((part) => {
    const name = part.conditions
      .filter(({ slot, value }) => !isCommon(slot, value))
      .map(({ label }) => label)
      .join(" ");
    return sidesOf(part, name);
  });
  if (new Set(sides.map(({ name }) => name)).size < sides.length) return none;
  // The difference of the sides; that of two cases of one side stays with it.
  const rest = figures.filter(
    ({ key, label }) =>
      key.endsWith(".difference") &&
      !parts.some((part) => part.figures.some((one) => one.label === label)),
  );
  return { sides, rest };
}

/** A part as one side, or as one for each of its cases where all its figures are of cases. */
function sidesOf(part: Answer, name: string): Side[] {
  const missing = UNDECIDED[part.status] ?? MISSING;
  const figures = part.figures.filter(
    ({ key }) => !key.endsWith(".difference"),
  );
  const cases = ofCases({ ...part, figures });
  if (cases.sides.length > 1 && cases.rest.length === 0)
    return cases.sides.map((side) => ({
      ...side,
      name: `${name} ${side.name}`,
      missing,
    }));
  const all = figures.map((figure): [string, Told] => [
    figure.key + figure.label,
    { label: figure.label, figure },
  ]);
  return [{ name, figures: new Map(all), missing }];
}
