/** Whom to ask, and for which places notices are held. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Provision } from "../../knowledge/schema.js";
import { phoneText } from "./phones.js";

/** Where to ask, from the contacts of the knowledge base. */
export function contactLine(knowledge: Knowledge, purpose: string): string {
  const found = knowledge.contacts.filter(
    (contact) => contact.purpose === purpose,
  );
  return found.map(phoneText).join("，");
}

/** Names of the places whose notices are held: those with the most rules first, provinces last. */
export function heldPlaces(knowledge: Knowledge): string[] {
  const { jurisdictions } = knowledge;
  const rules = (id: string): number =>
    knowledge
      .noticesOf(id)
      .reduce((sum, { provisions }) => sum + provisions.length, 0);
  return [...jurisdictions.all.values()]
    .filter(
      ({ id, level, unnamed }) =>
        level !== "country" && !unnamed && rules(id) > 0,
    )
    .sort((a, b) =>
      a.level === b.level
        ? rules(b.id) - rules(a.id)
        : a.level === "city"
          ? -1
          : 1,
    )
    .map(({ name }) => name);
}

/** How a list of the held places begins. */
export const HELD_PLACES = "收录的地方有：";
/** How a list of the places begins whose notices speak of what was asked. */
export const PLACES_THAT_SPEAK = "收录的文件里写到的地方有：";

/** Whether a sentence only lists places. */
export function listsPlaces(sentence: string): boolean {
  return [HELD_PLACES, PLACES_THAT_SPEAK].some((one) =>
    sentence.startsWith(one),
  );
}

/** Names of the held places whose own notices speak of one of the topics, for one of the years where some are given. */
export function placesWith(
  knowledge: Knowledge,
  topics: readonly string[],
  years: readonly number[] = [],
): string[] {
  const inTime = ({ period: { from }, trusted_to }: Provision): boolean =>
    years.length === 0 ||
    years.some(
      (year) => from <= `${year}-12-31` && trusted_to >= `${year}-01-01`,
    );
  const speaks = (id: string): boolean =>
    topics.some((topic) => knowledge.provisions(id, topic).some(inTime));
  return heldPlaces(knowledge).filter((name) => {
    const id = knowledge.jurisdictions.find(name)?.jurisdiction;
    return id !== null && id !== undefined && speaks(id);
  });
}
