/** “那如果不是呢”, “不是监测对象呢”: the other answer to a question of ours that was answered before. */
import type { Meaning } from "../../nlu/meaning.js";
import { FLAGS } from "./flag-told.js";
import type { Frame, State } from "./state.js";

const CONTRARY =
  /^(那么?)?(要是|如果|假如|假设|万一)?(他|她|我|我们|家里)?(都|也)?(?<no>不是|没有|没|不算|不属于|没登记|没办|没认定)?(?<yes>是|有|算|属于|登记了|办了|认定了)?(的话)?(呢|怎么办|又怎么样|怎么样|会怎样|咋办|咋说)?$/;

/** The question with the last of our questions answered the other way; null where nothing of the kind is said. */
export function otherwise(
  { frames, pending }: State,
  { plain }: Meaning,
): Frame | null {
  const last = frames.at(-1);
  if (!last || pending !== null) return null;
  const bare = plain.replace(/[\s，,。！!?？]/g, "");
  if (!/^(那么?)?(要是|如果|假如|假设|万一)|呢$/.test(bare)) return null;
  const { no, yes } = CONTRARY.exec(bare)?.groups ?? {};
  if ((no === undefined) === (yes === undefined)) return null;
  const slot = Object.keys(last.flags).findLast((one) => FLAGS.includes(one));
  return slot === undefined
    ? null
    : { ...last, flags: { ...last.flags, [slot]: no === undefined } };
}
