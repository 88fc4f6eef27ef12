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

/** Of what an amount is to be paid: the question once more, with each layer. */
export function clarifyLayer(
  place: string,
  text: string,
): { lead: string[]; choices: string[] } {
  const said = text.replace(/[。！？!?\s]+$/g, "");
  return {
    lead: [`您想知道${place}的哪一样能报、能救助多少？`],
    choices: ["大病保险能报多少", "医疗救助能救助多少", "门诊能报多少"].map(
      (asked) => `${said}，${asked}`,
    ),
  };
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
