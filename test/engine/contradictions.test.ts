/** Facts that cannot be true together are refused with the path of the fault; nothing is computed. */
import { expect, it } from "vitest";
import { faultOf } from "./ask.js";

it.each([
  [
    "inpatient",
    "黄石",
    { eligible: "11000", above_deductible: "9000", regular_deductible: "1000" },
    "above_deductible",
  ],
  [
    "inpatient",
    "黄石",
    {
      eligible: "11000",
      above_deductible: "10500",
      regular_deductible: "1000",
    },
    "above_deductible",
  ],
  [
    "outpatient",
    "太原",
    { class_a: "60", class_b: "20", eligible: "100" },
    "eligible",
  ],
  [
    "outpatient",
    "太原",
    { class_a: "60", paid_today: "30", paid_this_year: "10" },
    "paid_today",
  ],
  [
    "assistance",
    "杭州",
    {
      identity: "低保",
      inpatient_left: "1",
      assisted_this_year: "100",
      assisted_outpatient_this_year: "200",
    },
    "assisted_outpatient_this_year",
  ],
  [
    "assistance",
    "杭州",
    { identity: "低保", inpatient_left: "1", assisted_this_year: "150000.01" },
    "assisted_this_year",
  ],
  [
    "assistance",
    "杭州",
    {
      identity: "低保",
      general_outpatient_left: "1",
      assisted_outpatient_this_year: "20000.01",
    },
    "assisted_outpatient_this_year",
  ],
  [
    "special_assistance",
    "杭州",
    { identity: "低保", special_assisted_this_year: "100000.01" },
    "special_assisted_this_year",
  ],
  [
    "catastrophic",
    "天津",
    { eligible_self_paid: "50000", eligible_expense: "40000" },
    "eligible_self_paid",
  ],
  [
    "assistance",
    "太原",
    { monitored: false, identity: "监测对象" },
    "monitored",
  ],
])("%s in %s with %o", (benefit, jurisdiction, facts, fact) => {
  const on = "2023-06-01";
  expect(faultOf({ benefit, jurisdiction, on, facts })).toEqual({
    code: "contradiction",
    path: `facts.${fact}`,
  });
});
