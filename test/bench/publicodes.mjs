/**
 * The general outpatient rules that engine.mjs computes with, as a publicodes
 * model: the peer that the calculator is compared with. It computes in floating
 * point and cites no clause.
 */
import Publicodes from "publicodes";

const SILENT = { log() {}, warn() {}, error() {} };
const MODEL = {
  "class a": 0,
  "class b": 0,
  "paid today": 0,
  "paid this year": 0,
  year: 2023,
  institution: "'grassroots'",
  "family doctor": "non",
  "grass-roots": { valeur: "institution = 'grassroots'" },
  points: {
    "applicable si": {
      "toutes ces conditions": ["grass-roots", "family doctor"],
    },
    valeur: "20%",
  },
  "rate a": {
    somme: [
      { variations: [{ si: "grass-roots", alors: "60%" }, { sinon: "55%" }] },
      "points",
    ],
  },
  "rate b": {
    somme: [
      { variations: [{ si: "grass-roots", alors: "50%" }, { sinon: "45%" }] },
      "points",
    ],
  },
  "year cap": {
    variations: [
      { si: "year = 2022", alors: 230 },
      { si: "year = 2023", alors: 250 },
    ],
  },
  "day left": { valeur: "50 - paid today", plancher: 0 },
  "year left": { valeur: "year cap - paid this year", plancher: 0 },
  paid: { somme: ["class a * rate a", "class b * rate b"] },
  fund: {
    "le minimum de": ["paid", "day left", "year left"],
    arrondi: "2 décimales",
  },
  self: { valeur: "class a + class b - fund" },
  left: { valeur: "year left - fund" },
};

/** A function from the expenses of classes A and B (元) to what the fund and the person pay, and what is left of the year. */
export function publicodesVisit() {
  const engine = new Publicodes(MODEL, { logger: SILENT });
  return ({ class_a, class_b, paid_today, paid_this_year }) => {
    engine.setSituation({
      "class a": class_a,
      "class b": class_b,
      "paid today": paid_today,
      "paid this year": paid_this_year,
      "family doctor": "oui",
    });
    return {
      fund: engine.evaluate("fund").nodeValue,
      self: engine.evaluate("self").nodeValue,
      left: engine.evaluate("left").nodeValue,
    };
  };
}
