/** `mingbai check`: validates the knowledge and prints what is modelled, when it holds, and whether the examples come out. */
import { calculate } from "../../engine/calculate.js";
import { parseRequest } from "../../engine/parse.js";
import { type CasesReport, checkCases } from "../../knowledge/cases.js";
import { type CoveredFigure, coverageOf } from "../../knowledge/coverage.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import { loadKnowledge } from "../../knowledge/load.js";
import { KnowledgeError, problemLine } from "../../knowledge/problems.js";
import type { Notice } from "../../knowledge/schema.js";
import { TOPICS } from "../../knowledge/topics.js";
import { type TopicDays, walkDays } from "../../knowledge/walk.js";

export interface CheckArguments {
  /** Folders that add to the built-in knowledge. */
  knowledge: readonly string[];
}

/**
 * Prints problems, or coverage. Exit code 0 when nothing is wrong, 1 when the
 * knowledge has a problem, a figure is missed, two rules hold on one day, or
 * a worked example does not come out.
 */
export async function checkCommand(
  { knowledge: folders }: CheckArguments,
  output: NodeJS.WritableStream,
): Promise<number> {
  const line = (text: string): void => void output.write(`${text}\n`);
  let knowledge: Knowledge;
  try {
    knowledge = loadKnowledge(folders);
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    for (const problem of error.problems) line(problemLine(problem));
    line(`${error.problems.length} 处要改，改完再运行一次`);
    return 1;
  }
  line("一、各文件的数字");
  const figures = [...knowledge.notices.values()].map((notice) =>
    printNotice(notice, knowledge, line),
  );
  line("\n二、各地各事项有规定的日子");
  const days = walkDays(knowledge);
  for (const one of days) printDays(one, knowledge, line);
  line("\n三、算例");
  const cases = runCases(knowledge);
  for (const problem of cases.problems) line(problemLine(problem));
  line(`${cases.passed} 个相符，${cases.problems.length} 个不符`);
  return summary(figures.flat(), days, cases, line);
}

const SIGNS = { modelled: "已建模", quoted: "只引用", missed: "遗漏" } as const;

function printNotice(
  notice: Notice,
  knowledge: Knowledge,
  line: (text: string) => void,
): CoveredFigure[] {
  const figures = coverageOf(notice, knowledge);
  const { provisions } = notice;
  const force = (name: string): number =>
    provisions.filter((one) => one.force === name).length;
  const count = (how: CoveredFigure["how"]): number =>
    figures.filter((one) => one.how === how).length;
  line(
    `\n${notice.id} 《${notice.title}》${notice.number ?? ""}：规则 ${force("rule")}、目标 ${force("target")}、指导 ${force("bound")}；数字 ${figures.length}：已建模 ${count("modelled")}，只引用 ${count("quoted")}，遗漏 ${count("missed")}`,
  );
  for (const { clause, around, how, by } of figures)
    line(
      `  〔${clause}〕${around} ${SIGNS[how]}${by.length > 0 ? `：${by.slice(0, 3).join("、")}${by.length > 3 ? " 等" : ""}` : "；请写一项规定，或者在 quoted_only 里写明理由"}`,
    );
  return figures;
}

function printDays(
  { jurisdiction, topic, rules, spans, twice }: TopicDays,
  { jurisdictions, vocabulary }: Knowledge,
  line: (text: string) => void,
): void {
  const label =
    TOPICS[topic]?.label ?? vocabulary.file.topics[topic]?.label ?? topic;
  const when = spans.map(({ from, to }) => `${from} 至 ${to}`).join("；");
  line(`${jurisdictions.label(jurisdiction)} ${label}（${rules} 项）：${when}`);
  for (const { day, rules: keys } of twice)
    line(`  ${day} 有两项规定：${keys.join(" 和 ")}；请改期间或者条件`);
}

function runCases(knowledge: Knowledge): CasesReport {
  return checkCases(knowledge, (request) => {
    const parsed = parseRequest(request, knowledge);
    return "error" in parsed ? parsed : calculate(parsed.request, knowledge);
  });
}

function summary(
  figures: readonly CoveredFigure[],
  days: readonly TopicDays[],
  cases: CasesReport,
  line: (text: string) => void,
): number {
  const missed = figures.filter(({ how }) => how === "missed").length;
  const twice = days.reduce((sum, one) => sum + one.twice.length, 0);
  const wrong = cases.problems.length;
  line(
    `\n数字 ${figures.length} 个，遗漏 ${missed} 个；${days.length} 个地区事项，同日两项规定 ${twice} 处；算例 ${cases.passed + wrong} 个，不符 ${wrong} 个`,
  );
  return missed + twice + wrong > 0 ? 1 : 0;
}
