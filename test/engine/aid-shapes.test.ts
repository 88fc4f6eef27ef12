/** Shapes of aid that the notices held do not use, on a copy of a notice held with other values. */
import { describe, expect, it } from "vitest";
import { calculate } from "../../engine/calculate.js";
import { Knowledge } from "../../knowledge/knowledge.js";
import type { Provision, Value } from "../../knowledge/schema.js";
import { byKey, flaws, knowledge } from "./ask.js";

type Aid = Extract<Value, { kind: "aid" }>;

const held = knowledge.notices.get("chongqing-2022")!;
const standard = held.provisions.find(
  ({ id }) => id === "contribution-2023-tier-1",
)!;

/** Chongqing's standards of 350 and 725 with this aid for 低保. */
function withAid(value: Omit<Aid, "kind">): Knowledge {
  const aid: Provision = {
    ...standard,
    id: "aid",
    key: "chongqing-2022/aid",
    topic: "contribution.aid",
    where: {},
    who: { any: ["低保对象"] },
    value: { kind: "aid", ...value },
  };
  const notice = { ...held, provisions: [...held.provisions, aid] };
  return new Knowledge({ ...knowledge, notices: [notice] });
}

function pays(value: Omit<Aid, "kind">, tier: "1" | "2") {
  const result = calculate(
    {
      benefit: "contribution",
      jurisdiction: "chongqing",
      on: "2022-10-08",
      facts: { coverage_year: 2023, tier, identity: "低保对象" },
    },
    withAid(value),
  );
  expect(result.status).toBe("answered");
  expect(flaws(result)).toEqual([]);
  const figures = byKey(result);
  return [figures["contribution.aid"], figures["contribution.net"]];
}

describe("aid", () => {
  it.each([
    ["a share", { mode: "share", share: "0.80" }, "1", "280.00", "70.00"],
    [
      "a share that ends in half a 分",
      { mode: "share", share: "0.3333" },
      "1",
      "116.66",
      "233.34",
    ],
    [
      "a share with a floor above it",
      { mode: "share", share: "0.20", floor: "100" },
      "1",
      "100.00",
      "250.00",
    ],
    [
      "a share with a floor below it",
      { mode: "share", share: "0.20", floor: "50" },
      "1",
      "70.00",
      "280.00",
    ],
    [
      "a floor above the standard",
      { mode: "share", share: "0.20", floor: "400" },
      "1",
      "350.00",
      "0.00",
    ],
    [
      "all of it, limited to tier 1",
      { mode: "full", limited_to_tier: "1" },
      "2",
      "350.00",
      "375.00",
    ],
    [
      "a share of tier 1 when tier 2 is chosen",
      { mode: "share", share: "0.50", limited_to_tier: "1" },
      "2",
      "175.00",
      "550.00",
    ],
    [
      "a fixed amount",
      { mode: "fixed", amount: "280" },
      "2",
      "280.00",
      "445.00",
    ],
    [
      "a fixed amount above the standard",
      { mode: "fixed", amount: "500" },
      "1",
      "350.00",
      "0.00",
    ],
    [
      "what the person pays",
      { mode: "payable", amount: "60" },
      "1",
      "290.00",
      "60.00",
    ],
    ["none", { mode: "none" }, "1", "0.00", "350.00"],
  ] as const)("%s", (_, value, tier, aid, net) => {
    expect(pays(value, tier)).toEqual([aid, net]);
  });
});
