/** What is known of a case beside its amounts, as facts for the calculator. */
import type { Facts } from "../../../engine/request.js";
import type { Context } from "../context.js";
import { benefitYears } from "../years.js";

/** Year, insurance and persons of the question, as facts. */
export function known(context: Context): Facts {
  const facts: Facts = {};
  const years = benefitYears(context);
  const year = years.value[0] ?? context.onYear;
  facts.year = year;
  context.note("year", year, `${year}年`, years.source);
  const insurance = context.facet("insurance");
  if (insurance !== undefined) {
    facts.insurance = insurance;
    context.restsOn("insurance");
  }
  const tags = context.people.flatMap((person) => context.tagsOf(person));
  if (tags.length > 0) facts.identities = tags;
  context.noteIdentities(tags);
  return facts;
}
