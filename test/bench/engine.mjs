/**
 * How many results the calculator gives a second on one core: with trace, as
 * objects and serialised, beside the same computation written by hand with
 * decimal.js and without trace, and as a publicodes model.
 * Run after a build: node test/bench/engine.mjs
 */
import { Decimal } from "decimal.js";
import { calculate } from "../../dist/engine/calculate.js";
import { parseRequest } from "../../dist/engine/parse.js";
import { loadKnowledge } from "../../dist/knowledge/load.js";
import { publicodesVisit } from "./publicodes.mjs";

const SECONDS = 2;
const knowledge = loadKnowledge();
const amounts = Array.from({ length: 1000 }, (_, at) =>
  (((at * 7919) % 20000) / 100).toFixed(2),
);

const visit = (class_a) => ({
  benefit: "outpatient",
  jurisdiction: "taiyuan",
  on: "2023-03-05",
  facts: {
    institution: "grassroots",
    class_a,
    class_b: "30.02",
    family_doctor: true,
    paid_today: "3",
    paid_this_year: "120",
  },
});
const fee = () => ({
  benefit: "contribution",
  jurisdiction: "taiyuan",
  on: "2022-10-08",
  facts: { coverage_year: 2023, identity: "低保对象" },
});
const bands = (amount) => ({
  benefit: "catastrophic",
  jurisdiction: "tianjin",
  on: "2018-05-10",
  facts: { insurance: "resident", eligible_self_paid: `${amount}`, year: 2018 },
});

const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

/** The visit by hand: no notice, no trace, no citation. */
function byHand(class_a) {
  const a = new Exact(class_a);
  const b = new Exact("30.02");
  const points = new Exact("0.20");
  const paid = a
    .times(new Exact("0.60").plus(points))
    .plus(b.times(new Exact("0.50").plus(points)));
  const fund = Decimal.max(
    Decimal.min(
      paid,
      new Exact("50").minus("3"),
      new Exact("250").minus("120"),
    ),
    0,
  ).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  return {
    fund: fund.toFixed(2),
    self: a.plus(b).minus(fund).toFixed(2),
    left: new Exact("250").minus("120").minus(fund).toFixed(2),
  };
}

/** Seconds of processor time that this process has had; other processes on a shared machine do not count. */
function spent() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Runs for a while after warming up; gives the runs in a second of processor time. */
function rate(run) {
  const warm = spent();
  while (spent() - warm < 0.5) for (const amount of amounts) run(amount);
  const begin = spent();
  let runs = 0;
  while (spent() - begin < SECONDS)
    for (let at = 0; at < 100; at += 1, runs += 1)
      run(amounts[runs % amounts.length]);
  return Math.round(runs / (spent() - begin));
}

const inPublicodes = publicodesVisit();
const peer = (class_a) => inPublicodes(visit(class_a).facts);

/** All ways must agree before their speed is compared; the peer's floats may be one 分 off. */
for (const amount of amounts) {
  const { figures } = calculate(visit(amount), knowledge);
  const hand = byHand(amount);
  if (figures[0].value !== hand.fund || figures[1].value !== hand.self)
    throw new Error(`${amount}: ${figures[0].value}, by hand ${hand.fund}`);
  const floats = peer(amount).fund;
  if (new Exact(hand.fund).minus(floats).abs().gt("0.0101"))
    throw new Error(`${amount}: ${floats} in publicodes, by hand ${hand.fund}`);
}

const rows = [
  ["visit, object with trace", (a) => calculate(visit(a), knowledge)],
  [
    "visit, serialised to JSON",
    (a) => JSON.stringify(calculate(visit(a), knowledge)),
  ],
  [
    "visit, request read and checked too",
    (a) => calculate(parseRequest(visit(a), knowledge).request, knowledge),
  ],
  ["contribution with aid, object", () => calculate(fee(), knowledge)],
  ["catastrophic bands, object", (a) => calculate(bands(a), knowledge)],
  ["visit by hand, decimal.js, no trace", byHand],
  ["visit in publicodes, floats, no trace", peer],
];
const rates = rows.map(([name, run]) => {
  const runs = rate(run);
  console.log(`${runs.toString().padStart(9)} /s  ${name}`);
  return runs;
});
const [own] = rates;
const [hand, floats] = rates.slice(-2);
console.log(`visit with trace: ${(own / floats).toFixed(0)} times publicodes`);
console.log(`by hand: ${(hand / own).toFixed(2)} times the visit with trace`);
