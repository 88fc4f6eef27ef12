/** 要是办了呢, after the answer for who has not: the same condition, met; 不稳定的呢, after 稳定脱贫人口. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Frame } from "./state.js";

const DONE =
  /^(那|那么|要是|如果|假如|若)*(已经)?(办|签|有|弄|找|搞)(了|过|好了|上了)?(的|的话)?呢?[？?。！!\s]*$/;
const NOT_DONE =
  /^(那|那么|要是|如果|假如|若)*(还)?(没有?|未)(办|签|有|弄|找|搞)?(过)?(的|的话)?呢[？?。！!\s]*$/;

/** The message in the words of the condition that the question before was answered for. */
export function withFlip(last: Frame | undefined, text: string): string {
  const doctor = last?.facets.family_doctor?.value[0];
  if (doctor === "false" && DONE.test(text)) return "签了家庭医生呢";
  if (doctor === "true" && NOT_DONE.test(text)) return "没签家庭医生呢";
  return text;
}

const DENIED =
  /^(?:那|那么|要是|如果|假如|若|是)*不(?:算|是|够)?(?<said>[\u4e00-\u9fff]{2,4}?)(?:的|户|人|人口|了|那种|家庭|的话)*呢?[？?。！!\s]*$/u;

/** 要是不稳定的呢, after what holds for 稳定脱贫人口: the identity whose name says so. */
export function withDenial(
  last: Frame | undefined,
  text: string,
  vocabulary: Knowledge["vocabulary"],
): string {
  const said = DENIED.exec(text.trim())?.groups?.said;
  const [person, more] = last?.people?.value ?? [];
  if (said === undefined || !person || more) return text;
  const label = (tag: string): string => vocabulary.label("identity", tag);
  if (!person.tags.some((tag) => label(tag).includes(said))) return text;
  const others = Object.keys(vocabulary.file.facets.identity?.values ?? {})
    .map(label)
    .filter((name) => name.includes(`不${said}`));
  return others.length === 1 ? `那${others[0]}呢` : text;
}
