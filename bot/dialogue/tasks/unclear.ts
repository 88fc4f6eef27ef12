/** Questions whose kind of care or matter is not said: which of two or three is meant. */
import { reply, type Reply } from "../../phrasing/compose.js";
import {
  clarifyCare,
  clarifyLayer,
  clarifyMatter,
} from "../../phrasing/unclear.js";
import {
  matterOpen,
  mattersBesides,
  notFound,
  notWritten,
} from "../../phrasing/matters.js";
import type { Matter } from "../../../knowledge/matters.js";
import { matterOf, mattersOf, states } from "../matters.js";
import type { Context } from "../context.js";
import { IN_CITY } from "../place-said.js";
import { benefitYears } from "../years.js";
import { factsReply } from "./facts.js";

/** 能报多少, without saying of what. */
export function reimburse(context: Context): Reply {
  const { lead, choices } = clarifyCare(nameOf(context), context.frame.text);
  return reply("clarify", "reimburse", lead, { suggestions: choices });
}

/** The plain name of the place, as people say it. */
const nameOf = ({ knowledge, place, placeLabel }: Context): string =>
  knowledge.jurisdictions.get(place)?.name ?? placeLabel;

/** A longer message says more than a place and a person: it asks something that is not found. */
const LONGEST_NAMING = 13;

/** Only a place or a person was said. */
export function unsaid(context: Context): Reply {
  const tags = context.people.flatMap((person) => context.tagsOf(person));
  const who = tags
    .map((tag) => context.knowledge.vocabulary.label("identity", tag))
    .join("、");
  const name = nameOf(context);
  const amount = context.frame.amounts.length > 0;
  const { lead, choices } = amount
    ? clarifyLayer(name, context.frame.text)
    : clarifyMatter(name, who);
  const { onlyNames = false, text } = context.frame;
  if (!amount && !onlyNames && text.length > LONGEST_NAMING)
    return reply(
      "not_stipulated",
      "unclear",
      notFound(context.placeLabel, context.knowledge),
      { suggestions: choices },
    );
  return reply("clarify", "unclear", lead, { suggestions: choices });
}

/** How something is done, where and with which papers: the held notices leave it to the agencies. */
export function procedure(context: Context): Reply {
  const { frame, knowledge, placeLabel } = context;
  const matter = matterOf(frame.about, knowledge);
  const inTown = betweenDistricts(context, matter);
  if (inTown) return inTown;
  if (!matter)
    return reply(
      "not_stipulated",
      "procedure",
      notWritten(placeLabel, "怎么办理、去哪里办、带什么材料", knowledge),
    );
  const told = besides(context, matter);
  const name = nameOf(context);
  return reply(
    "not_stipulated",
    "procedure",
    [
      ...matterOpen(placeLabel, matter, told, knowledge),
      ...mattersBesides(mattersOf(frame.besides ?? [], knowledge)),
    ],
    { suggestions: told.map((what) => `${name}${what}`) },
  );
}

/** 从万州到渝中住院要备案吗: two districts of one place, of whose way what the notices say is told. */
function betweenDistricts(
  context: Context,
  matter: Matter | null,
): Reply | null {
  const meant =
    context.frame.flags[IN_CITY] === true && matter?.topics.includes(REFERRAL);
  if (!meant) return null;
  const told = factsReply(context, "fact", [REFERRAL], benefitYears(context));
  return told.status === "answered" ? told : null;
}
const REFERRAL = "fact.referral_in_city";

/** How many of the things that the notices do say are offered. */
const OFFERED = 4;

/** What else of the matter the notices of the place do write of. */
function besides({ knowledge, place }: Context, { topics }: Matter): string[] {
  const { vocabulary } = knowledge;
  return topics
    .filter((topic) => states(knowledge, place, [topic]))
    .flatMap((topic) => vocabulary.file.topics[topic]?.label ?? [])
    .slice(0, OFFERED);
}
