/** Questions whose kind of care or matter is not said: which of two or three is meant. */
import { reply, type Reply } from "../../phrasing/compose.js";
import { clarifyCare, clarifyMatter } from "../../phrasing/unclear.js";
import { matterOpen, notWritten } from "../../phrasing/matters.js";
import { matterOf } from "../matters.js";
import type { Context } from "../context.js";

/** 能报多少, without saying of what. */
export function reimburse(context: Context): Reply {
  const { lead, choices } = clarifyCare(context.placeLabel, context.frame.text);
  return reply("clarify", "reimburse", lead, { suggestions: choices });
}

/** Only a place or a person was said. */
export function unsaid(context: Context): Reply {
  const tags = context.people.flatMap((person) => context.tagsOf(person));
  const who = tags
    .map((tag) => context.knowledge.vocabulary.label("identity", tag))
    .join("、");
  const { lead, choices } = clarifyMatter(context.placeLabel, who);
  return reply("clarify", "unclear", lead, { suggestions: choices });
}

/** How something is done, where and with which papers: the held notices leave it to the agencies. */
export function procedure({ frame, knowledge, placeLabel }: Context): Reply {
  const matter = matterOf(frame.about, knowledge);
  return reply(
    "not_stipulated",
    "procedure",
    matter
      ? matterOpen(placeLabel, matter, knowledge)
      : notWritten(placeLabel, "怎么办理、去哪里办、带什么材料", knowledge),
  );
}
