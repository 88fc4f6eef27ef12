/** A tier said of a place that has none. */

/** What tells it. */
export const WITHOUT_TIERS = "不分档";

/** 某市不分档。 */
export const withoutTiersText = (place: string): string =>
  `${place}${WITHOUT_TIERS}。`;
