/** Whose each figure of an answer is, where it answers for several persons, tiers or years. */
import type { Figure } from "../../../../engine/result.js";
import type { Answer } from "../../../answer.js";

export interface CaseFigure {
  figure: Figure;
  /** Whose it is; null for a figure of all. */
  name: string | null;
  /** What it is, without whose. */
  label: string;
}

/** The figures, each with the case that it belongs to. */
export function casesOf(answer: Answer): CaseFigure[] {
  const slot = comparedSlot(answer);
  const valueOf = ({ figure }: CaseFigure): string =>
    (slot !== null && figure.for?.[slot]) || "";
  const bare = answer.figures.map((figure): CaseFigure => {
    const value = slot === null ? undefined : figure.for?.[slot];
    if (slot === null || value === undefined)
      return { figure, name: null, label: figure.label };
    const name = nameOf(slot, value, answer);
    return { figure, name, label: without(figure.label, name) };
  });
  const named = bare.map((one) => namedByLabel(one, bare));
  // What one figure of a case tells of its name holds for its others.
  return named.map((one) => {
    const { figure, label } = one;
    const name = named.find(
      (other) => other.name !== one.name && valueOf(other) === valueOf(one),
    )?.name;
    return label === figure.label && name && label.startsWith(name)
      ? { figure, name, label: without(label, name) }
      : one;
  });
}

/** The slot in which the figures differ: the person where several were counted, one with several values said, else the last. */
function comparedSlot({ figures, conditions }: Answer): string | null {
  const values = new Map<string, Set<string>>();
  for (const { for: whose } of figures)
    for (const [slot, value] of Object.entries(whose ?? {}))
      values.set(slot, (values.get(slot) ?? new Set()).add(value));
  const slots = [...values.keys()].filter(
    (slot) => (values.get(slot)?.size ?? 0) > 1,
  );
  if (slots.includes("member")) return "member";
  const said = slots.find(
    (slot) =>
      conditions.filter((one) => one.slot === slot && one.source === "said")
        .length > 1,
  );
  return said ?? slots.at(-1) ?? null;
}

/** How a value is called that no condition names. */
const NAMES: Readonly<Record<string, (value: string) => string>> = {
  year: (value) => `${value}年度`,
  tier: (value) => `${"零一二三四五"[Number(value)] ?? value}档`,
  day: (value) => `第${value}天`,
};

function nameOf(slot: string, value: string, { conditions }: Answer): string {
  const condition = conditions.find(
    (one) => one.slot === slot && String(one.value) === value,
  );
  return condition?.label ?? NAMES[slot]?.(value) ?? value;
}

/** A label without the name; as it is where that is only a part of another name: 妈妈（城乡低保对象）. */
function without(label: string, name: string): string {
  if (label.includes(`（${name}`)) return label;
  return label.replace(name, "").replace(/^[：、的]+/, "") || label;
}

/** 妈妈（城乡低保对象）个人实缴, beside a 个人实缴 of somebody else: the whole before it is the name. */
function namedByLabel(one: CaseFigure, all: readonly CaseFigure[]): CaseFigure {
  const { figure, name, label } = one;
  if (name === null || label !== figure.label) return one;
  const base = all.find(
    (other) =>
      other.figure.key === figure.key &&
      other.label !== other.figure.label &&
      label.endsWith(other.label),
  )?.label;
  if (base === undefined || base === label) return one;
  return { figure, name: label.slice(0, -base.length), label: base };
}
