/** 小店呢, where its city is spoken of: the district that people call so there, and no shop. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { State } from "./state.js";

const HEAD = "(那么?|要是|如果|换成|我们?|我家|我?(?:是|在|住))*";
/** 小店的省里呢: of the subsidy that a level of government pays there. */
const LEVEL =
  "(中央|国家|[省市县区])(里|级)?(财政)?(给|补|出|掏|拿)?(多少|好多|几多)?";
const TAIL = `(?=(区|这边|那边|的)*(人|参保|${LEVEL})?(呢|呀|吗|的)?[？?。！!\\s]*$)`;

/** The message with the short name of a county or district of the city spelt out. */
export function withShortArea(
  { frames, place }: State,
  text: string,
  { jurisdictions }: Knowledge,
): string {
  const city = frames.at(-1)?.place?.value ?? place;
  const areas = (city && jurisdictions.get(city)?.areas) || [];
  for (const { id, short } of areas)
    for (const name of short) {
      if (!text.includes(name)) continue;
      const named = new RegExp(`^${HEAD}${name}${TAIL}`);
      if (named.test(text) && !text.includes(id)) return text.replace(name, id);
    }
  return text;
}
