/** On no day do two rules of one place decide the same matter for the same person. */
import type { KnowledgeParts } from "../knowledge.js";
import type { Problem } from "../problems.js";
import type { Provision } from "../schema.js";
import { inFolder } from "../files.js";

export function checkOverlaps(
  parts: KnowledgeParts,
  problems: Problem[],
): void {
  const folders = new Map(parts.notices.map(({ id, folder }) => [id, folder]));
  for (const rules of rulesByMatter(
    parts.notices.flatMap(({ provisions }) => provisions),
  ).values())
    rules.forEach((rule, index) => {
      for (const other of rules.slice(0, index))
        if (together(rule, other))
          problems.push({
            file: inFolder(
              folders.get(rule.notice.id) ?? "",
              "provisions.yaml",
            ),
            entry: `provisions › ${rule.id} › period`,
            message: `与 ${other.key} 对同一事项、同样的人在同一时间都作了规定（${span(rule)} 与 ${span(other)}）；请改期间，或者核对条件`,
          });
    });
}

/**
 * Rules that could decide the same thing, by what they rule on. Statements of
 * fact may stand beside each other.
 */
export function rulesByMatter(
  provisions: readonly Provision[],
): Map<string, Provision[]> {
  const all = new Map<string, Provision[]>();
  for (const provision of provisions) {
    if (provision.force !== "rule" || provision.value.kind === "text") continue;
    const key = JSON.stringify([
      provision.notice.jurisdiction,
      provision.topic,
      provision.period.of,
      shape(provision),
    ]);
    const list = all.get(key);
    if (list) list.push(provision);
    else all.set(key, [provision]);
  }
  return all;
}

/** What lets two values of one topic stand side by side: a day's cap and a year's. */
function shape({ value }: Provision): unknown[] {
  switch (value.kind) {
    case "cap":
      return [value.kind, value.per, value.on];
    case "amount":
    case "deductible":
      return [value.kind, value.per];
    case "deductible_change":
      return [value.kind, value.from_count ?? null, value.to_count ?? null];
    default:
      return [value.kind];
  }
}

/** Whether both hold on some day for some same case. */
export function together(a: Provision, b: Provision): boolean {
  const within =
    a.period.from <= (b.period.to ?? "9999") &&
    b.period.from <= (a.period.to ?? "9999");
  return within && sameCase(a.where, b.where) && samePerson(a, b);
}

type Lists = Readonly<Record<string, readonly string[] | undefined>>;

/** The same facets with a value in common; a rule with fewer facets is the general one. */
function sameCase(a: Lists, b: Lists): boolean {
  const facets = Object.keys(a);
  return (
    facets.length === Object.keys(b).length &&
    facets.every((facet) =>
      a[facet]?.some((value) => b[facet]?.includes(value)),
    )
  );
}

/** Several identities of one person are answered one by one; one identity has one rule. */
function samePerson(a: Provision, b: Provision): boolean {
  const all = (one: Provision): string =>
    [...(one.who.all ?? [])].sort().join();
  const none = (one: Provision, other: Provision): boolean =>
    (one.who.none ?? []).some((tag) =>
      [...(other.who.all ?? []), ...(other.who.any ?? [])].includes(tag),
    );
  if (all(a) !== all(b) || none(a, b) || none(b, a)) return false;
  if (a.who.any === undefined || b.who.any === undefined)
    return a.who.any === b.who.any;
  return a.who.any.some((tag) => b.who.any?.includes(tag));
}

const span = ({ period }: Provision): string =>
  `${period.from} 至 ${period.to ?? "今后"}`;
