/** Who of a family pays: the persons named, and those whom only the head count tells of. */
import type { Person } from "../../../nlu/meaning.js";
import type { Context } from "../context.js";

/** One payer of a family, or several alike. */
export interface Payer {
  person: Person;
  tags: string[];
  count: number;
  /** Nothing was said of them: counted by the head count alone. */
  unnamed: boolean;
}

export type Members =
  | { kind: "members"; payers: Payer[] }
  /** The head count is not exact, or does not fit the persons named. */
  | { kind: "ask"; named: number; size: number | null };

const NOBODY: Person = { label: "", tags: [], denied: [], age: null };

/** The payers whose sum is asked; null where the question is not about several persons together. */
export function membersOf(context: Context): Members | null {
  const { frame } = context;
  const counted = frame.household ?? null;
  const people = frame.people?.value ?? [];
  const several = people.some(({ count }) => (count ?? 1) > 1);
  if (people.some(({ year }) => year !== undefined)) return null;
  const average = counted?.average === true && (several || people.length > 1);
  if (counted?.each && !average) return null;
  if (!(counted?.total || several || average)) return null;
  const home = people.find(({ label, count }) => label === "" && !count);
  const named = people.filter((person) => person !== home);
  const sum = named.reduce((all, { count }) => all + (count ?? 1), 0);
  const size = counted?.size ?? null;
  if (counted?.vague || counted?.clash)
    return { kind: "ask", named: sum, size };
  if (size === null && people.length === 0) return null;
  if (size === null && people.length < 2 && !several) return null;
  if (size !== null && sum > size) return { kind: "ask", named: sum, size };
  const payers = named.map((person) =>
    payerOf(
      context,
      isSilent(person) && home ? { ...home, ...called(person) } : person,
    ),
  );
  const rest = (size ?? sum + (home ? 1 : 0)) - sum;
  if (rest > 0)
    payers.push({
      ...payerOf(context, { ...(home ?? NOBODY), count: rest }),
      unnamed: home === undefined,
    });
  return { kind: "members", payers };
}

const isSilent = ({ tags, denied, age }: Person): boolean =>
  tags.length + denied.length === 0 && age === null;

/** The name, number and tier of a person. */
const called = ({ label, count, tier }: Person): Partial<Person> => ({
  label,
  ...(count === undefined ? {} : { count }),
  ...(tier === undefined ? {} : { tier }),
});

/** A person as a payer, with the identities that count. */
export function payerOf(context: Context, person: Person): Payer {
  return {
    person,
    tags: context.tagsOf(person),
    count: person.count ?? 1,
    unnamed: false,
  };
}
