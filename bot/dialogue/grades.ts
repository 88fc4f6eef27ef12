/** “三级呢” after a person with a disability means the grade of the disability, not of a hospital. */
import type { State } from "./state.js";

const DISABILITY = "残疾";
const ONLY_GRADE = /^(那么?)?([一二三四]级)(的)?呢?[？?。]?$/;
/** 不对，是二级: the grade said before was wrong. */
const OTHER_GRADE =
  /^(不对|不是|错了|说错了|我说错了|搞错了)([，,\s]*(?:是|应该是)?)([一二三四]级)(的)?[。了]?$/;

/** The message with the grade spelt out where the last question was about a disability. */
export function withGrade({ frames, pending }: State, text: string): string {
  const people = frames.at(-1)?.people?.value ?? [];
  const disabled = people.some(({ tags }) =>
    tags.some((tag) => tag.startsWith(DISABILITY)),
  );
  return disabled && pending === null
    ? text
        .replace(ONLY_GRADE, `$1$2${DISABILITY}呢`)
        .replace(OTHER_GRADE, `$1$2$3${DISABILITY}`)
    : text;
}
