/** 五口都二档，其中一个一档: one of those counted before, and nobody beside them. */
import type { Mention, Person } from "./meaning.js";
import { ORDINARY } from "./person-facts.js";

const OF_THEM =
  /其中|(?<!城|家|市|县)里面|里头|当中|之中|有[\d一二两三四五六俩仨]个?人?(现在|今年|已经)*不是[^，,。；;]{0,4}了/;
const TELLING: readonly string[] = ["identity", "tier"];

/** The persons, with those told behind 其中 taken out of the group before it. */
export function ofThem(
  plain: string,
  people: Person[],
  mentions: readonly Mention[],
): Person[] {
  const at = OF_THEM.exec(plain)?.index;
  const tiered = byTier(people);
  if (tiered) return tiered;
  const [group, ...parts] = people;
  const size = group?.count ?? 1;
  if (at === undefined || !group || group.label !== "" || size < 2)
    return people;
  const before = mentions.filter(
    ({ facet, span }) => TELLING.includes(facet) && span[1] <= at,
  );
  const ofGroup = before.every(
    ({ value }) => group.tier === value || group.tags.includes(value),
  );
  const heads = parts.reduce((sum, { count }) => sum + (count ?? 1), 0);
  const own = before.length > 0 && ofGroup && parts.length > 0;
  if (!own || heads >= size) return people;
  return [
    { ...group, count: size - heads },
    ...parts.map((part) => joined(group, part)),
  ];
}

/** 三个大学生，两个二档一个一档: as many as were counted, told apart by their tiers alone. */
function byTier(people: readonly Person[]): Person[] | null {
  const [group, ...parts] = people;
  const told =
    group?.label === "" &&
    group.tags.length > 0 &&
    group.tier === undefined &&
    parts.length > 0 &&
    parts.every(
      ({ label, tags, denied, age, tier }) =>
        label === "" &&
        tags.length + denied.length === 0 &&
        age === null &&
        tier !== undefined,
    );
  const heads = parts.reduce((sum, { count }) => sum + (count ?? 1), 0);
  return told && heads > 1 && heads === group.count
    ? parts.map((part) => joined(group, part))
    : null;
}

/** What holds for all of them holds for the part, but where what is told of it excludes that. */
function joined(group: Person, part: Person): Person {
  const shared = group.tags.filter(
    (tag) =>
      tag !== ORDINARY &&
      !part.tags.includes(tag) &&
      !part.tags.includes(ORDINARY) &&
      !part.denied.includes(tag) &&
      !(part.excludes ?? []).includes(tag),
  );
  const tier = part.tier ?? group.tier;
  return {
    ...part,
    count: part.count ?? 1,
    tags: [...shared, ...part.tags],
    ...(tier === undefined ? {} : { tier }),
  };
}
