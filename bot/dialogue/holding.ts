/** “从哪年开始的”: what is asked about, with the day from which or until which it holds asked for. */
import { statedFigures } from "../../engine/reference.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Where } from "../../knowledge/schema.js";
import type { Meaning } from "../../nlu/meaning.js";
import { readNumbers } from "../../nlu/numbers/index.js";
import { understandingOf } from "../../nlu/understand.js";
import type { Reply } from "../phrasing/compose.js";
import type { World } from "./context.js";
import { sameAmount, withoutSayings } from "./held-days.js";
import { VAGUE } from "./matters.js";
import { performAll } from "./perform-all.js";
import { emptyFrame, type Frame, type State } from "./state.js";
import { CARE } from "./tasks/care.js";

type Read = (
  state: State,
  meaning: Meaning,
  world: World,
) => { frames: Frame[] } | { scope: string } | null;

/** Tasks that answer with a rule; the others have days of their own: a window, the start of benefits. */
const OF_RULES: readonly string[] = [
  "contribution",
  "subsidy",
  ...Object.keys(CARE),
  // Of no care named, where the place states one alone.
  "reimburse",
  "monitoring",
];
/** A statement may say itself how long it holds: 备案有效期. */
const OF_STATEMENTS: readonly string[] = ["fact", "found", "document"];

/** Words that name nothing: 那这个比例是从哪年开始的. */
const NOTHING_ELSE =
  /^(那|那么|这|个|条|项|它|的|是|又|就|都|呢|吗|啊|呀|嘛|规定|政策|标准|比例|数|钱|待遇|改|现在|这样|这么|报|会|能|\s|[，,。？?！!])*$/;

/** The question before with its day asked for, or what the message names beside the words that ask for the day. */
export function holdingFrames(
  state: State,
  meaning: Meaning,
  world: World,
  read: Read,
): Frame[] | null {
  const { holding, plain, documents } = meaning;
  if (!holding) return null;
  const rest = without(plain, [holding.span]);
  if (NOTHING_ELSE.test(rest))
    return asked(state.frames, { end: holding.end, of: [] });
  const numbers = readNumbers(rest, world.on).filter(({ span, about }) => {
    const inName = documents.some(
      (one) => span[0] >= one.span[0] && span[1] <= one.span[1],
    );
    return !inName && !about;
  });
  const quoted = numbers.filter(({ kind }) =>
    ["amount", "ratio"].includes(kind),
  );
  const matter = understandingOf(world.knowledge).understand(
    without(
      rest,
      quoted.filter(({ kind }) => kind === "amount").map(({ span }) => span),
    ),
    world.on,
  );
  if (holding.end === "until" && quoted.length === 0) return null;
  const howMuch = HOW_MUCH.test(rest);
  const day = {
    end: holding.end,
    of: quoted.map(({ value }) => value),
    ...(howMuch ? { also: true as const } : {}),
  };
  const found = matter.asks.length > 0 ? read(state, matter, world) : null;
  const frames = found && "frames" in found ? found.frames : [];
  const clear = frames
    .filter(({ task }) => !VAGUE.includes(task))
    .map((frame) => (howMuch ? frame : { ...frame, asksNumber: false }));
  const told = asked(clear, day);
  return told && performAll(told, world).replies.some(restsOnRules)
    ? told
    : (asked(stating(state, meaning, day.of, world.knowledge), day) ?? told);
}

const restsOnRules = ({ citations }: Reply): boolean => citations.length > 0;

/** The figure itself is asked for, too: 筹资多少，从哪年起. */
const HOW_MUCH = /多少|好多|几多|几(块|元|成|个点)/;

/** The text without some stretches of it. */
function without(
  text: string,
  spans: readonly (readonly [number, number])[],
): string {
  let left = text;
  for (const [from, to] of [...spans].sort(([a], [b]) => b - a))
    left = left.slice(0, from) + left.slice(to);
  return left;
}

/** 舟山的5.5%从哪年起: the provisions of the place that state the figure, of the cases named where some are. */
function stating(
  state: State,
  { places, people, mentions }: Meaning,
  values: readonly string[],
  knowledge: Knowledge,
): Frame[] {
  const said = places.find(({ negated, away }) => !negated && !away);
  const place = said ? said.jurisdiction : state.place;
  if (!place || values.length === 0) return [];
  const rules = knowledge
    .noticesOf(place)
    .flatMap(({ provisions }) => provisions)
    .filter(
      (rule) =>
        mentions.every(({ facet, value, negated }) => {
          const named = rule.where[facet as keyof Where];
          return negated || !named || named.includes(value);
        }) &&
        statedFigures(knowledge, rule).some(({ value }) =>
          values.some((one) => sameAmount(one, value)),
        ),
    );
  const tags = people.flatMap((person) => person.tags);
  const theirs = rules.filter(({ who }) =>
    [...(who.any ?? []), ...(who.all ?? [])].some((tag) => tags.includes(tag)),
  );
  const keys = withoutSayings(theirs.length > 0 ? theirs : rules).map(
    ({ key }) => key,
  );
  if (keys.length === 0 || keys.length > MOST) return [];
  return [
    {
      ...emptyFrame("found"),
      topics: keys,
      place: { value: place, source: said ? "said" : "carried" },
    },
  ];
}
/** A figure that more rules state than these points to none of them. */
const MOST = 4;

/** The frames with the day that the message asks for, where they have none of their own. */
export function withHolding(frames: Frame[], { holding }: Meaning): Frame[] {
  if (!holding || frames.some((frame) => frame.holding !== undefined))
    return frames;
  return asked(frames, { end: holding.end, of: [] }) ?? frames;
}

/** The frames with the day asked for; null where one of them has days of its own. */
function asked(
  frames: readonly Frame[],
  day: NonNullable<Frame["holding"]>,
): Frame[] | null {
  const fits = ({ task }: Frame): boolean =>
    OF_RULES.includes(task) ||
    (day.end === "since" && OF_STATEMENTS.includes(task));
  return frames.length > 0 && frames.every(fits)
    ? frames.map((frame) => ({
        ...frame,
        ofDocument: frame.ofDocument || frame.years === null,
        holding: day,
      }))
    : null;
}
