/** What only a child can be, told beside those who raise it. */
import type { IdentityKinds } from "./identities.js";
import { MINOR } from "./named-people.js";
import { CHILDREN, HOME, SELF, type Group } from "./payers.js";

/** 有个娃跟着奶奶过，是事实无人抚养儿童: what only a child can be is the child's, whoever is named last. */
export function withChildren(
  groups: readonly Group[],
  { ofChildren }: IdentityKinds,
): readonly Group[] {
  const child =
    groups.find(({ byName }) => byName.includes(MINOR)) ??
    groups.find(({ label }) => YOUNG.includes(label)) ??
    raisedBy(groups);
  // 孩子是孤儿，妹妹也是孤儿: of a child told by itself, what is said of another is the other's.
  if (!child || child.tags.some((tag) => tag !== MINOR)) return groups;
  for (const other of groups) {
    if (["", SELF, HOME].includes(other.label) || other.byName.includes(MINOR))
      continue;
    if (other === child || YOUNG.includes(other.label)) continue;
    const moved = other.tags.filter((tag) => ofChildren.has(tag));
    other.tags = other.tags.filter((tag) => !moved.includes(tag));
    child.tags.push(...moved.filter((tag) => !child.tags.includes(tag)));
  }
  return groups;
}

/** 我侄儿他爸没了妈跑了: whose parents are spoken of. */
const YOUNG: readonly string[] = [
  ...CHILDREN,
  "侄子",
  "侄女",
  "外甥",
  "孙子",
  "弟弟",
  "妹妹",
  "表弟",
  "表妹",
  "堂弟",
  "堂妹",
];

/** 我跟着大伯过，民政给办了孤儿: whom an elder raises is the one who asks. */
const raisedBy = (groups: readonly Group[]): Group | undefined =>
  groups.every(({ label }) => label === SELF || ELDERS.includes(label))
    ? groups.find(({ label }) => label === SELF)
    : undefined;
const ELDERS: readonly string[] = [
  "父母",
  "爷爷",
  "奶奶",
  "外公",
  "外婆",
  "伯伯",
  "伯母",
  "叔叔",
  "舅舅",
  "舅妈",
  "姑姑",
  "姑父",
  "姨妈",
  "姨父",
];
