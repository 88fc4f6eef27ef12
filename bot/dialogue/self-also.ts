/** 我也是, 把我也改了: the asker is what the one spoken of last is. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { State } from "./state.js";

const ALSO =
  /^(再|那么?|要是|如果|假如|还有|把|给|[，,\s])*[我俺](自己|本人)?也(是|一样|是一样|同样|((改|换|变)(了|掉|过来|一下|成这样)?))(的|了|呢|吧|呗|嘛|啊|算|[。！!？?])*$/;

/** The message with what the asker is, too: the identities, or the tier, of the last one of the question before. */
export function withSelfAlso(
  { frames, pending }: State,
  text: string,
  { vocabulary }: Knowledge,
): string {
  const model = frames.at(-1)?.people?.value.at(-1);
  if (pending || !model || model.label === "" || !ALSO.test(text)) return text;
  const names = model.tags.map((tag) => vocabulary.label("identity", tag));
  if (names.length > 0) return `我也是${names.join("、")}`;
  return model.tier === undefined
    ? text
    : `我也是${vocabulary.label("tier", model.tier)}`;
}
