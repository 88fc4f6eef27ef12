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
  insurance: "'resident'",
  institution: "'grassroots'",
  "family doctor": "non",
  "grass-roots": { valeur: "institution = 'grassroots'" },
  county: {
    "une de ces conditions": [
      "institution = 'level1'",
      "institution = 'level2'",
    ],
  },
  pooled: {
    "toutes ces conditions": [
      "insurance = 'resident'",
      { "une de ces conditions": ["grass-roots", "county"] },
      { "une de ces conditions": ["year = 2022", "year = 2023"] },
    ],
  },
  points: {
    "applicable si": {
      "toutes ces conditions": ["grass-roots", "family doctor"],
    },
    valeur: "20%",
  },
  "rate a": {
    somme: [
      {
        variations: [
          { si: "grass-roots", alors: "60%" },
          { si: "county", alors: "55%" },
        ],
      },
      "points",
    ],
  },
  "rate b": {
    somme: [
      {
        variations: [
          { si: "grass-roots", alors: "50%" },
          { si: "county", alors: "45%" },
        ],
      },
      "points",
    ],
  },
  limit: {
    variations: [
      { si: "year = 2022", alors: 230 },
      { si: "year = 2023", alors: 250 },
    ],
  },
  "day left": { valeur: "50 - paid today", plancher: 0 },
  "year left": { valeur: "limit - paid this year", plancher: 0 },
  paid: { somme: ["class a * rate a", "class b * rate b"] },
  fund: {
    "applicable si": "pooled",
    "le minimum de": ["paid", "day left", "year left"],
    arrondi: "2 décimales",
  },
  self: { valeur: "class a + class b - fund" },
  left: { valeur: "year left - fund" },
};

/** A function from the facts of a visit (元) to the figures that the calculator gives for it. */
export function publicodesVisit() {
  const engine = new Publicodes(MODEL, { logger: SILENT });
  const value = (rule) => engine.evaluate(rule).nodeValue;
  return (facts) => {
    engine.setSituation({
      "class a": facts.class_a,
      "class b": facts.class_b,
      "paid today": facts.paid_today,
      "paid this year": facts.paid_this_year,
      institution: `'${facts.institution}'`,
      "family doctor": facts.family_doctor ? "oui" : "non",
    });
    return {
      fund: value("fund"),
      self: value("self"),
      left: value("left"),
      limit: value("limit"),
    };
  };
}
