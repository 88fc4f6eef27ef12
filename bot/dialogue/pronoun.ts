/** 她选二档我选一档, 我是返贫他是低保, after what 我妈 pays: 她 is the one spoken of, where only one is. */
import type { Knowledge } from "../../knowledge/knowledge.js";
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

/** 他家小孩呢, 那他们家的老人呢, 邻居家娃呢: one of the home of the one spoken of. */
const THEIR_HOME =
  /^(?<head>(?:那么?|要是|如果)*)(?<whose>他们?|她们?|那|这|那户人|这户人|人|[\u4e00-\u9fff]{2,3}?)家(?:里|里头)?的?(?=(?:老|小|大|孩|娃|儿|女|闺|媳|爱|爸|妈|父|母|爷|奶|另外|其他|别的|其余))/u;

/** The message with what the home is, where that is granted to a whole home. */
export function withTheirHome(
  { frames }: State,
  text: string,
  { vocabulary }: Knowledge,
): string {
  const [person, more] = frames.at(-1)?.people?.value ?? [];
  const { head = "", whose = "" } = THEIR_HOME.exec(text)?.groups ?? {};
  if (!person || more || person.label === SELF || whose === "") return text;
  // Somebody else's home is named.
  if (!THEIRS.test(whose) && whose !== person.label) return text;
  const { values = {} } = vocabulary.file.facets.identity ?? {};
  const granted = person.tags.find((tag) => values[tag]?.of_home);
  return granted === undefined
    ? text
    : text.replace(
        THEIR_HOME,
        `${head}${vocabulary.label("identity", granted)}的`,
      );
}
const THEIRS = /^(?:他们?|她们?|那|这|那户人|这户人|人)$/u;
