/** “三级呢” after a person with a graded disability means that grade, not the level of a hospital. */
import type { State } from "./state.js";

/** The identities that come in grades: what their names have in common, and what follows the grade. */
const GRADED = ["残疾", "伤残军人"];
const GRADE = "[一二三四五六七八九十]级";
const WHO =
  "[我俺咱他她]?[家]?[爸妈爹娘爷奶哥姐弟妹儿女叔姨舅婆公]{1,2}|[我他她]";
const ONLY_GRADE = new RegExp(
  `^((?:那么?)?(?:(?:${WHO})是?)?)(${GRADE})(的)?呢?[？?。]?$`,
);
/** 不对，是二级: the grade said before was wrong. */
const OTHER_GRADE = new RegExp(
  `^((?:哦|噢|啊|诶|那个|[，,\\s])*(?:不对|不是|我?(?:刚才|刚刚)?[说看听搞记讲弄]?错了))([，,\\s]*(?:是|应该是)?)(${GRADE})(的)?[。了]?$`,
);

/** The message with the grade spelt out where the last question was about a graded disability. */
export function withGrade({ frames, pending }: State, text: string): string {
  const people = frames.at(-1)?.people?.value ?? [];
  const graded = GRADED.find((name) =>
    people.some(({ tags }) => tags.some((tag) => tag.includes(name))),
  );
  return graded !== undefined && pending === null
    ? text
        .replace(ONLY_GRADE, `$1$2${graded}呢`)
        .replace(OTHER_GRADE, `$1$2$3${graded}`)
    : text;
}
