/** What a place does not tell apart: a tier said where there is none, counties compared. */

/** What tells it. */
export const WITHOUT_TIERS = "不分档";

/** 某市不分档。 */
export const withoutTiersText = (place: string): string =>
  `${place}${WITHOUT_TIERS}。`;

/** 某市的个人缴费标准不分区县。 */
export const withoutAreasText = (place: string): string =>
  `${place}的个人缴费标准，文件没有分区县，各区县一样。`;
