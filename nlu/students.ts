/** 高校二档学生, 大学里选一档的学生: students whose school stands apart from them in one breath. */
import type { Mention } from "./meaning.js";

const STUDENT = "大学生";
const APART = /(高校|大学|学院)[^，,。；;！!？?\s]{0,6}(?<![大中小])学生/;

/** The student that the words tell, where no word of the vocabulary names one. */
export function studentsApart(
  plain: string,
  mentions: readonly Mention[],
): Mention[] {
  const found = APART.exec(plain);
  if (!found || mentions.some(({ value }) => value === STUDENT)) return [];
  const to = found.index + found[0].length;
  return [
    {
      facet: "identity",
      value: STUDENT,
      span: [to - "学生".length, to],
      negated: false,
      questioned: false,
    },
  ];
}
