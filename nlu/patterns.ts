/** Meanings that a pattern of words tells, where no fixed word does. */
import type { ConceptHit } from "./mentions.js";

/** 还能交医保吗, 还可以买吗, 来得及不: whether a window is still open. */
const STILL =
  /还(能|可以|可|得)(再)?(交|缴|买|补|参|办|上)|来得及|赶得上|交得(上|了)/;

/** 高多少, 低好多: how far apart, but not 提高多少 and 最高多少. */
const APART = /(?<![提最增升])[高低](出)?(多少|好多)/;

/** 是不是比大医院高. */
const HIGHER = /比[^，,。；;]{1,10}(高|低|多|少|贵|便宜)/;

/** 住三甲医院, 住进县医院, 住的是社区卫生院; not 住在医院附近. */
const IN_HOSPITAL =
  /(?<![居常])住(的是|的|进|了|过|到|在)?([一二三123](级|甲|乙)|[^，,。；;？?\s]{0,4}(医院|卫生院))(?![^，,。]{0,2}(附近|旁|对面|边|隔壁))/;

/** 2021年补助涨了多少: the treasury's part rises, not the person's. */
const SUBSIDY_RAISED =
  /补[助贴](费|款|标准|又|今年|比[^，,。；;]{1,6}|20\d\d年)?(涨|提高|增加|新增|上调|多了)/;

/** 加上门诊自付1万, 门诊还自付了1万: one more amount. */
const ADDED = /(再|还|外)?加上|另外|(还|又|再)(自付|自费|付|花|掏|有)/;

const PATTERNS: readonly (readonly [concept: string, pattern: RegExp])[] = [
  ["still", STILL],
  ["compare", APART],
  ["compare", HIGHER],
  ["inpatient", IN_HOSPITAL],
  ["subsidy", SUBSIDY_RAISED],
  ["added", ADDED],
];

/** The concepts that patterns find, with their spans. */
export function patterned(plain: string): ConceptHit[] {
  return PATTERNS.flatMap(([concept, pattern]) => {
    const match = pattern.exec(plain);
    if (!match) return [];
    const span: [number, number] = [match.index, match.index + match[0].length];
    return [{ concept, span, denied: false, questioned: false }];
  });
}
