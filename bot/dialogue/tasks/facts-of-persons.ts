/** Statements about some kinds of persons: those that reach the person asked about. */
import { reaches } from "../../../engine/fit.js";
import type { Provision } from "../../../knowledge/schema.js";
import type { Context } from "../context.js";

/**
 * The statements that hold for the persons of the question, the narrowest
 * ones where there are any; all of them where no person was told or one
 * statement alone speaks of persons; none where they reach nobody told now.
 */
export function ofPersons(
  context: Context,
  rules: readonly Provision[],
): Provision[] {
  const people = context.people.map((one) =>
    context.tagsOf(one).length > 0
      ? new Set(context.implied(context.tagsOf(one)).tags)
      : null,
  );
  const told = people.filter((tags) => tags !== null);
  const apart = rules.length > 1 && rules.every(({ who }) => isSome(who));
  if (!apart || told.length === 0) return [...rules];
  const reached = rules.filter(({ who }) =>
    told.some((tags) => reaches(who, tags)),
  );
  if (reached.length === 0)
    return context.frame.people?.source === "said" ? [] : [...rules];
  const narrow = reached.filter(({ who }) => who.all !== undefined);
  return narrow.length > 0 ? narrow : reached;
}

const isSome = ({ all, any }: Provision["who"]): boolean =>
  (all ?? []).length + (any ?? []).length > 0;
