/** 以前呢: what held before the rule that was just told. */
import { yearOf } from "../../knowledge/dates.js";
import { understandingOf } from "../../nlu/understand.js";
import { Context, type World } from "./context.js";
import { states } from "./matters.js";
import { carried } from "./slots.js";
import { emptyFrame, type Frame } from "./state.js";
import { kindsMeant } from "./tasks/any-care.js";
import { CARE } from "./tasks/care.js";
import { topicsOf } from "./tasks/stated.js";
import { NAMES } from "./where.js";

/** What was asked of a benefit, in words. */
export const ASPECTS: Readonly<Record<string, string>> = {
  deductible: "起付线",
  ratio: "比例",
  limit: "封顶线",
};

/** A statement of a change tells what was before; else the last year in which another rule may have held is asked. */
export function asBefore(asked: Frame, world: World): Frame {
  // 以前多少, after from when it holds: how much, and no day.
  const { holding: _, ...frame } = asked;
  if (["fact", "found", "document"].includes(frame.task)) return frame;
  const [kind, more] =
    frame.task === "reimburse" && frame.place
      ? kindsMeant(new Context(frame, world))
      : [frame.task];
  const meant = kind && !more ? { ...frame, task: kind } : frame;
  return changeTold(meant, world) ?? earlier(meant, world);
}

/** 从3万元上调到12万元: what the place states of the change of the figure. */
function changeTold(frame: Frame, { knowledge, on }: World): Frame | null {
  const name = NAMES[frame.task];
  const place = frame.place?.value;
  if (name === undefined || place === undefined) return null;
  const matter = `${name}${frame.aspects.flatMap((one) => ASPECTS[one] ?? []).join("")}`;
  const read = (text: string): string[] =>
    understandingOf(knowledge)
      .understand(text, on)
      .asks.flatMap(({ topics }) => topics);
  const known = read(matter);
  const topics = read(`${matter}以前`).filter(
    (topic) =>
      topic.startsWith("fact.") &&
      !known.includes(topic) &&
      states(knowledge, place, [topic]),
  );
  return topics.length === 0
    ? null
    : {
        ...emptyFrame("fact"),
        topics,
        asksNumber: true,
        place: carried(frame.place),
        years: frame.years?.source === "said" ? carried(frame.years) : null,
      };
}

/** The year before; of a rule that has held for years, the year before it began. */
function earlier(frame: Frame, { on, knowledge }: World): Frame {
  const year = frame.years?.value[0] ?? yearOf(on);
  const care = CARE[frame.task];
  const place = frame.place?.value;
  const rules =
    care && place
      ? topicsOf(care, frame.aspects).flatMap((topic) =>
          knowledge
            .provisions(place, topic)
            .filter(
              ({ period: { from, to } }) =>
                yearOf(from) <= year && (to === null || yearOf(to) >= year),
            ),
        )
      : [];
  const begun = rules.map(({ period }) => yearOf(period.from));
  const before = begun.length > 0 ? Math.max(...begun) : year;
  return {
    ...frame,
    place: carried(frame.place),
    now: false,
    years: { value: [Math.min(before, year) - 1], source: "said" },
  };
}
