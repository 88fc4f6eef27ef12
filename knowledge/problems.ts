/** What is wrong with a knowledge folder, told to the person who can mend it. */

export interface Problem {
  /** File, relative to the knowledge folder it belongs to. */
  file: string;
  /** Id of the entry, or its place in the file. */
  entry: string;
  /** Plain Chinese: what was looked for and what stands there. */
  message: string;
}

/** One line for people. */
export function problemLine(problem: Problem): string {
  const entry = problem.entry === "" ? "" : `〔${problem.entry}〕`;
  return `${problem.file}${entry}：${problem.message}`;
}

/** All problems of a load at once; nothing is loaded when there is one. */
export class KnowledgeError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(problemLine).join("\n"));
    this.name = "KnowledgeError";
    this.problems = problems;
  }
}
