/** 我妈低保，我们俩各交多少: what each of so many pays is asked, and those of whom nothing was told are some of them, too. */
import type { Household, Person } from "./meaning.js";
import { SELF } from "./payers.js";

/** 我们俩, 我跟我妈两个: who asks is one of them. */
const WITH_SELF = /[我咱俺]们?([俩仨]|[两二三四五六七八九\d]个|家)/;

/** The persons named and the others of the head count, where each one's payment is asked. */
export function withOthersOfEach(
  people: Person[],
  household: Household | null,
  plain: string,
): Person[] {
  const heads = people.reduce((sum, { count }) => sum + (count ?? 1), 0);
  const rest = (household?.size ?? 0) - heads;
  const told = people.some(({ tags, tier }) => tags.length > 0 || tier);
  if (!household?.each || household.total || !told || rest < 1) return people;
  const nobody = { tags: [], denied: [], age: null };
  const asker =
    WITH_SELF.test(plain) && people.every(({ label }) => label !== SELF);
  return rest === 1 && asker
    ? [...people, { ...nobody, label: SELF, linked: true }]
    : [...people, { ...nobody, label: "", count: rest }];
}
