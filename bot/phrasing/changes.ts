/** Words with which a person changes one condition of an answer. */

/** Another value of a condition, and the words that lead to it. */
export interface Choice {
  label: string;
  say: string;
}

/** The slot of a condition with the other values that it may take. */
export interface Change {
  slot: string;
  /** What the slot is called. */
  name: string;
  choices: Choice[];
}

/** What a slot is called where its condition may be changed. */
export const SLOT_NAMES: Readonly<Record<string, string>> = {
  jurisdiction: "地区",
  area: "区县",
  year: "年度",
  identity: "身份",
  tier: "档次",
  insurance: "险种",
  institution: "医院",
  disease: "病种",
  employment: "在职或退休",
};

/** “那重庆呢”, “那2022年呢”, “那二档呢”. */
export function changeText(slot: string, name: string): string {
  return slot === "year" ? `那${name}年呢` : `那${name}呢`;
}

/** The label of a value; one of which the notices decide nothing says so. */
export function verdictLabel(label: string, status: string): string {
  switch (status) {
    case "not_stipulated":
      return `${label}（没有规定）`;
    case "not_held":
      return `${label}（没有收录）`;
    default:
      return label;
  }
}
