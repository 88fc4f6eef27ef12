/** What a group of persons was told, and how a fact comes to it. */
import type { Fact, Group, Who } from "./payers.js";

/** A group of whom nothing is told yet. */
export const newGroup = (label: string): Group => ({
  label,
  tags: [],
  denied: [],
  age: null,
  tiers: [],
  count: undefined,
  byName: [],
  linked: false,
  part: false,
});

/** Names that may be those of several persons. */
export const SEVERAL: readonly string[] = [
  "老人",
  "孩子",
  "大人",
  "儿子",
  "女儿",
];
/** 老人两个二档: whether the name may be that of several. */
export const isSeveral = ({ label, count }: Group): boolean =>
  SEVERAL.includes(label) && count === undefined;

/** 两个孩子一个三岁一个上初中，两个孩子都一档: those told apart before, named together again; none where others are meant. */
export function toldApart(
  groups: readonly Group[],
  { label, count }: Who,
): Group[] {
  const parts = groups.filter((one) => one.part && one.label === label);
  const whole = groups.some((one) => !one.part && one.label === label);
  const heads = parts.reduce((sum, one) => sum + (one.count ?? 1), 0);
  const again =
    label !== "" && !whole && heads > 1 && (count ?? heads) === heads;
  return again ? parts : [];
}

/** Whether the group was told a fact of this kind. */
export function has(group: Group, { facet }: Fact): boolean {
  if (facet === "age") return group.age !== null;
  const list =
    facet === "tier" ? group.tiers : [...group.tags, ...group.denied];
  return list.length > 0;
}

/** Tells the fact of each of the groups. */
export function give(
  owners: readonly Group[],
  { facet, value, negated }: Fact,
): void {
  for (const owner of owners) {
    if (facet === "age") owner.age = value;
    else {
      const list =
        facet === "tier" ? owner.tiers : negated ? owner.denied : owner.tags;
      if (!list.includes(value)) list.push(value);
    }
  }
}

/** A group of whom nothing is told but the name. */
export const isBare = ({ tags, denied, age, tiers, count }: Group): boolean =>
  tags.length + denied.length + tiers.length === 0 &&
  age === null &&
  count === undefined;
