/** 第一个, A, 前面那个: a message that picks one of the replies offered with the question just asked. */
import { ORDINARY } from "../../nlu/person-facts.js";
import type { World } from "./context.js";
import { demandedBeside } from "./demanded.js";
import { perform } from "./perform.js";
import type { State } from "./state.js";

/** What may stand around the pick. */
const AROUND =
  /^(我?(就|那|要|想|选|选择|是|属于|应该|问的?)+)|(吧|的|啊|呀|哦|嘛|哈|[，,。！!\s])+$/g;
const NTH =
  /^(第?([一二三四五1-5])(个|种|项|类|条|样)?|([a-eA-E])(选?项)?|([①②③④⑤]))$/;
const NUMERALS = ["一二三四五", "12345", "abcde", "①②③④⑤"];
const FIRST =
  /^(前|上)(面|边|一|头)?(那|这)?(一)?(个|者|种)$|^(前者|前面|上面)$/;
const LAST =
  /^(后|下|最后)(面|边|一|头)?(那|这)?(一)?(个|者|种)$|^(后者|后面|下面)$/;
/** 都不是, of the groups asked for. */
const NONE =
  /^(这些|以上|上面)?(都|全都?)(不是|不属于|不算|没有)$|^一(个|样|种)(都|也)不(是|属于|算)$/;
/** Longer messages say what they mean. */
const LONGEST = 10;

/** The reply that the message picks, as if it had been typed; any other message as it is. */
export function picked(state: State, text: string, world: World): string {
  if (text.length > LONGEST) return text;
  const bare = text.trim().replace(AROUND, "").replace(AROUND, "");
  if (state.pending?.slot === "identity" && NONE.test(bare))
    return asksBeside(state, world) ? text : ORDINARY;
  const nth = NTH.exec(bare);
  const first = FIRST.test(bare);
  const last = LAST.test(bare);
  if (!nth && !first && !last) return text;
  const choices = offered(state, world);
  if (choices.length < 2) return text;
  if (first) return choices[0] ?? text;
  if (last) return choices.at(-1) ?? text;
  const sign = (nth?.[2] ?? nth?.[4] ?? nth?.[6] ?? "").toLowerCase();
  const at = NUMERALS.map((list) => list.indexOf(sign)).find((one) => one >= 0);
  return choices[at ?? -1] ?? text;
}

/** Asked what a 低收入家庭 has besides: who has none of it is no resident of no group. */
function asksBeside({ frames }: State, { knowledge }: World): boolean {
  const { place, people } = frames.at(-1) ?? {};
  return (people?.value ?? []).some(
    ({ tags }) =>
      demandedBeside(knowledge, place?.value ?? "", tags).length > 0,
  );
}

/** The replies offered with the open question, or the readings of the one that had several. */
function offered(state: State, world: World): readonly string[] {
  if (state.pending) return state.pending.choices;
  const last = state.frames.at(-1);
  if (!last) return [];
  const { reply } = perform(last, world);
  return reply.status === "clarify" ? reply.suggestions : [];
}
