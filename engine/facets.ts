/** The facets of a case that its facts state. */
import type { Facts } from "./request.js";
import type { FacetValues } from "./select.js";

/** A yes or no, or a count, as facet values are written. */
const written = (value: boolean | number | undefined): string | undefined =>
  value === undefined ? undefined : String(value);

/** Facet values as the facts give them; what was left out is unknown. */
export function facetsOf(facts: Facts, area: string | undefined): FacetValues {
  return {
    tier: facts.tier,
    institution: facts.institution,
    insurance: facts.insurance,
    employment: facts.employment,
    disease: facts.disease,
    payer: facts.payer,
    group: facts.group,
    area,
    family_doctor: written(facts.family_doctor),
    admission: written(facts.admission),
    category: facts.category,
    out_of_region: written(facts.out_of_region),
  };
}
