/** A wait of months, which no notice held sets, on a copy of a notice held. */
import { describe, expect, it } from "vitest";
import { calculate } from "../../engine/calculate.js";
import { Knowledge } from "../../knowledge/knowledge.js";
import type { Provision } from "../../knowledge/schema.js";
import { byKey, flaws, knowledge } from "./ask.js";

const held = knowledge.notices.get("taiyuan-2022")!;
const exempt = held.provisions.find(
  ({ id }) => id === "waiting-after-employee",
)!;
const { where: _, ...open } = exempt;
const length: Provision = {
  ...open,
  where: {},
  id: "length",
  key: "taiyuan-2022/length",
  topic: "waiting.length",
  value: {
    kind: "wait",
    exempt: false,
    months: 3,
    per_missed_year: 1,
    per_repaid_year: 1,
    at_least: 3,
    at_most: 12,
  },
};
const world = new Knowledge({
  ...knowledge,
  notices: [{ ...held, provisions: [...held.provisions, length] }],
});

function wait(facts: Record<string, unknown>) {
  return calculate(
    {
      benefit: "waiting_period",
      jurisdiction: "taiyuan",
      on: "2022-10-08",
      facts: { joined_on: "2022-03-31", ...facts },
    },
    world,
  );
}

describe("a waiting period in months", () => {
  it.each([
    [0, 0, "3", "2022-07-01"],
    [2, 0, "5", "2022-09-01"],
    [2, 1, "4", "2022-08-01"],
    [2, 5, "3", "2022-07-01"],
    [20, 0, "12", "2023-04-01"],
  ])(
    "%i years missed, %i of them paid afterwards: %s months, benefits from %s",
    (missed_years, repaid_years, months, from) => {
      const result = wait({ missed_years, repaid_years });
      expect(byKey(result)).toEqual({
        "waiting_period.exempt": "false",
        "waiting_period.months": months,
        "benefit.from": from,
      });
      expect(flaws(result)).toEqual([]);
    },
  );

  it("asks for the years it depends on", () => {
    expect(wait({}).missing).toEqual(["missed_years"]);
    expect(wait({ missed_years: 2 }).missing).toEqual(["repaid_years"]);
  });

  it("gives way to an exemption", () => {
    expect(byKey(wait({ employee_interrupted_on: "2022-01-01" }))).toEqual({
      "waiting_period.exempt": "true",
    });
  });
});
