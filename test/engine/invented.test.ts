/** Three invented notices of invented places with the shapes that other cities' notices have: data only. */
import { describe, expect, it } from "vitest";
import { calculate } from "../../engine/calculate.js";
import { parseRequest } from "../../engine/parse.js";
import { checkCases } from "../../knowledge/cases.js";
import { cleanText } from "../../knowledge/clean.js";
import { readSource } from "../../knowledge/files.js";
import { loadKnowledge } from "../../knowledge/load.js";
import { flaws } from "./ask.js";

const FOLDER = "test/engine/invented";
const knowledge = loadKnowledge([FOLDER]);
const invented = [...knowledge.notices.values()].filter(({ title }) =>
  title.startsWith("虚构"),
);

describe("a notice of another shape", () => {
  it("is one of three, each with worked examples", () => {
    expect(invented).toHaveLength(3);
    for (const { cases } of invented) expect(cases.length).toBeGreaterThan(5);
  });

  it.each(invented)("$id: every worked example comes out", (notice) => {
    const notices = new Map([[notice.id, notice]]);
    const { passed, problems } = checkCases({ notices }, (request) => {
      const parsed = parseRequest(request, knowledge);
      if ("error" in parsed) return parsed;
      const result = calculate(parsed.request, knowledge);
      expect(flaws(result)).toEqual([]);
      return result;
    });
    expect(problems).toEqual([]);
    expect(passed).toBe(notice.cases.length);
  });

  it.each(invented)("$id: its text is its source", ({ id, source, clean }) => {
    const found = readSource(FOLDER, source.file);
    expect(found?.sha256).toBe(source.sha256);
    const text = cleanText(found?.text ?? "", clean).markdown;
    for (const { text: clause } of knowledge.notices.get(id)!.clauses)
      for (const line of clause.split("\n")) expect(text).toContain(line);
  });
});

it("shows what the first class left of a deductible", () => {
  const parsed = parseRequest(
    {
      benefit: "inpatient",
      jurisdiction: "虚构丙市",
      on: "2031-06-01",
      facts: { class_a: "50", class_b: "1000" },
    },
    knowledge,
  );
  if ("error" in parsed) throw new Error(parsed.error.message);
  const { steps, figures } = calculate(parsed.request, knowledge);
  expect(figures[0]?.value).toBe("385.00");
  expect(steps.map(({ expression }) => expression)).toEqual(
    expect.arrayContaining(["500 − 50", "1000 − 450", "550 × 70%"]),
  );
});
