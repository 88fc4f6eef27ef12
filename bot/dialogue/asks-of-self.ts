/** 我明年交多少, after what 我爸 pays: the asker is who pays, and no word of the message only leads to the question. */
import type { Meaning } from "../../nlu/meaning.js";
import { SELF } from "../../nlu/payers.js";
import type { Frame } from "./state.js";

const I_PAY =
  /^(那么?|请问|再问一?下)*[，,\s]*[我俺](自己|本人|个人)?[，,\s]*(今年|明年|后年|去年|20\d\d年|一年|现在|呢|又|也|这边)*(的话)?(要|得|该|需要|应该|应)*(交|缴|掏|出)(多少|好多|几多|几块|多钱)/;

/** Whether what the one who asks has to pay is asked, and nobody else is named. */
export const asksOfSelf = ({ plain, people }: Meaning): boolean =>
  people.length === 0 && I_PAY.test(plain);

/** The question before without what was said of relatives, where the asker asks for themselves. */
export function withoutRelatives(before: Frame, meaning: Meaning): Frame {
  const told = before.people?.value ?? [];
  const ofOthers =
    told.length > 0 &&
    !before.household &&
    told.every(({ label }) => label !== "" && label !== SELF);
  return ofOthers && asksOfSelf(meaning)
    ? { ...before, people: null, tiers: null }
    : before;
}
