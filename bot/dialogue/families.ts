/** Which slots are carried from one task to another: declared here, once. */

/** Tasks of one family share tier, institution and the like. */
const FAMILY: Readonly<Record<string, string>> = {
  contribution: "paying",
  subsidy: "paying",
  enrolment: "paying",
  newborn: "paying",
  waiting_period: "paying",
  graduate: "paying",
  outpatient: "care",
  inpatient: "care",
  chronic: "care",
  catastrophic: "layers",
  assistance: "layers",
  special_assistance: "layers",
  ceiling: "layers",
  settlement: "layers",
  monitoring: "layers",
};

/** Whether two tasks belong to one family. */
export function sameFamily(a: string, b: string): boolean {
  return a === b || (FAMILY[a] !== undefined && FAMILY[a] === FAMILY[b]);
}

/** Matters that no held notice decides, whatever the place. */
export const UNDECIDED_ABOUT: readonly string[] = [
  "生育和分娩",
  "药品和项目能不能报",
  "退休和缴费年限",
];
