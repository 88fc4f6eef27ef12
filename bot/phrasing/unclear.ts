/** Asks which of two or three readings is meant; each choice is a full question. */

/** The kinds of care that 报销 may be about. */
export function clarifyCare(
  place: string,
  text: string,
): { lead: string[]; choices: string[] } {
  const asked = text.replace(/[。！？!?\s]+$/g, "");
  const cares = ["门诊", "住院", "大病保险"];
  const choices =
    asked !== "" && asked.length <= 60
      ? cares.map((care) => `${asked}（${care}）`)
      : cares.map((care) => `${place}${care}能报多少`);
  return { lead: ["您问的是门诊、住院，还是大病保险？"], choices };
}

/** What a person may want to know of a place. */
export function clarifyMatter(
  place: string,
  who: string,
): { lead: string[]; choices: string[] } {
  return {
    lead: [`您想知道${place}${who}的哪一样？`],
    choices: [
      `${place}${who}要交多少钱`,
      who === "" ? `${place}门诊能报多少` : `${place}${who}医疗救助报多少`,
      `${place}大病保险起付线是多少`,
    ],
  };
}
