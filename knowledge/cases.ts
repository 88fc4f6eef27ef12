/** The worked examples of the notices (cases.yaml), run through a calculator that is handed in. */
import { inFolder } from "./files.js";
import type { Knowledge } from "./knowledge.js";
import type { Problem } from "./problems.js";
import type { Notice, NoticeCase } from "./schema.js";

/** What comes back for one request: a result, or what is wrong with the request. */
export type CaseOutcome =
  | {
      status: string;
      figures: readonly { key: string; value: string }[];
    }
  | { error: { message: string; path: string } };

/** Answers the request of a worked example. */
export type Calculate = (request: unknown) => CaseOutcome;

export interface CasesReport {
  passed: number;
  problems: Problem[];
}

/** Runs every worked example; a problem says what was expected and what came out. */
export function checkCases(
  { notices }: Pick<Knowledge, "notices">,
  calculate: Calculate,
): CasesReport {
  const report: CasesReport = { passed: 0, problems: [] };
  for (const notice of notices.values())
    for (const one of notice.cases) {
      const message = wrongWith(one, calculate(meant(one.request)));
      if (message === null) report.passed += 1;
      else report.problems.push(problem(notice, one, message));
    }
  return report;
}

function problem(
  { folder }: Notice,
  { name }: NoticeCase,
  message: string,
): Problem {
  return { file: inFolder(folder, "cases.yaml"), entry: name, message };
}

function wrongWith(wanted: NoticeCase, got: CaseOutcome): string | null {
  if ("error" in got)
    return `请求不能用：${got.error.path} ${got.error.message}`;
  if (got.status !== wanted.status)
    return `应为 ${wanted.status}，算出的是 ${got.status}`;
  const missed = Object.entries(wanted.figures).filter(
    ([key, value]) =>
      !got.figures.some((one) => one.key === key && one.value === value),
  );
  if (missed.length === 0) return null;
  const found = got.figures.map(({ key, value }) => `${key} ${value}`);
  return `应有 ${missed.map(([key, value]) => `${key} ${value}`).join("、")}，算出的是 ${found.join("、") || "没有数字"}`;
}

/** The files hold text only: what says true or false is meant as such. */
function meant(value: unknown): unknown {
  if (value === "true" || value === "false") return value === "true";
  if (Array.isArray(value)) return value.map(meant);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, meant(inner)]),
  );
}
