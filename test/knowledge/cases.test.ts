import { describe, expect, it } from "vitest";
import { calculate } from "../../engine/calculate.js";
import { parseRequest } from "../../engine/parse.js";
import { checkCases } from "../../knowledge/cases.js";
import { loadKnowledge } from "../../knowledge/load.js";

const knowledge = loadKnowledge(["test/knowledge/example"]);
const worked = [...knowledge.notices.values()].filter(
  ({ cases }) => cases.length > 0,
);

describe("the worked examples of the notices", () => {
  it.each(worked)("$id: all come out", (notice) => {
    const notices = new Map([[notice.id, notice]]);
    const { problems } = checkCases({ notices }, (request) => {
      const parsed = parseRequest(request, knowledge);
      return "error" in parsed ? parsed : calculate(parsed.request, knowledge);
    });
    expect(problems).toEqual([]);
  });
});
