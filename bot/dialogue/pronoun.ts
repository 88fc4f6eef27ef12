/** 她选二档我选一档, 我是返贫他是低保, after what 我妈 pays: 她 is the one spoken of, where only one is. */
import { SELF } from "./known.js";
import type { State } from "./state.js";

/** Who is told a tier or an identity beside somebody else, and named by no word of the message. */
const PRONOUN =
  /[他她](?=(?:才|就|还|也|该|应该)*(?:(?:是|选|要|交|买|改|换|上)*[一二12]档|是(?!不是|说|怎|啥|谁|哪|几|多)))/gu;
const BESIDE =
  /我(?:自己)?(?=(?:才|就|还|也|该|应该)*(?:是|选|要|交|买|改|换|上|[一二12]档))/;

/** The message with the name of the one who is meant. */
export function withPronoun({ frames }: State, text: string): string {
  const named = [
    ...new Set(
      frames
        .flatMap(({ people }) => people?.value ?? [])
        .flatMap(({ label }) => (label === "" || label === SELF ? [] : label)),
    ),
  ];
  const [only, more] = named;
  return only !== undefined && more === undefined && BESIDE.test(text)
    ? text.replace(PRONOUN, only)
    : text;
}
