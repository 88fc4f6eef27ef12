/** 如果不给补要交多少: the persons asked about, without what only an aid hangs on. */
import type { Person } from "../../../nlu/meaning.js";
import type { Reply } from "../../phrasing/compose.js";
import { withoutAidText } from "../../phrasing/contribution.js";
import type { Context } from "../context.js";

/** The same question as if no aid were given, and the groups left aside; null where none was put so, or nobody told is aided. */
export function withoutAid(
  context: Context,
): { context: Context; aside: string[] } | null {
  const { frame, knowledge } = context;
  if (!frame.withoutAid || frame.compare || !frame.people) return null;
  const values = knowledge.vocabulary.file.facets.identity?.values ?? {};
  const standing = knowledge
    .provisions(context.place, "contribution.standard")
    .flatMap(({ who }) => [...(who.any ?? []), ...(who.all ?? [])]);
  const plain = (one: Person): Person => ({
    ...one,
    tags: one.tags.filter((tag) => standing.includes(tag)),
    age: null,
  });
  const { value } = frame.people;
  const aside = value.flatMap(({ tags }) =>
    tags.filter(
      (tag) => !standing.includes(tag) && values[tag]?.circumstance !== true,
    ),
  );
  if (aside.length === 0) return null;
  return {
    context: context.reading({
      ...frame,
      aspects: ["amount"],
      flags: { ...frame.flags, asks_relief: false },
      people: { ...frame.people, value: value.map(plain) },
    }),
    aside: [...new Set(aside)].map((tag) =>
      knowledge.vocabulary.label("identity", tag),
    ),
  };
}

/** The answer, told to be that of nobody aided. */
export function toldUnaided(told: Reply, aside: readonly string[]): Reply {
  return told.status === "answered"
    ? {
        ...told,
        lead: [...told.lead, withoutAidText(aside)],
        caveats: told.caveats.filter(({ code }) => code !== "assumed"),
      }
    : told;
}
