/** A document that a message names or points to: which clause or statement of it is asked for. */
import type { Meaning } from "../../nlu/meaning.js";
import { searchClauses } from "../../nlu/search.js";
import type { World } from "./context.js";
import { statementsFor } from "./found.js";
import { perform } from "./perform.js";
import { emptyFrame, type Frame, type State } from "./state.js";

/** A question about the content has at least so many characters beside the document's name. */
const LEAST_CONTENT = 4;

/** The frame of a question about a document; null where no document is meant, or a task answers from it. */
export function documentFrame(
  state: State,
  meaning: Meaning,
  world: World,
): Frame | null {
  const has = (concept: string): boolean => meaning.concepts.includes(concept);
  const named = meaning.documents[0];
  if (!named) return pointedAt(state, meaning, world);
  const frame = { ...emptyFrame("document"), document: named };
  if (named.notice === null || named.clause !== null || has("status_cue"))
    return frame;
  const content = contentOf(meaning);
  if (content.length < LEAST_CONTENT) return frame;
  const notice = named.notice;
  const told = statementsFor(world.knowledge, content, { notice });
  if (told.length > 0) return { ...frame, topics: told };
  if (meaning.asks.some(({ strength }) => strength === 2)) return null;
  const [clause] = searchClauses(world.knowledge, content, {
    notice,
    limit: 1,
  });
  return clause
    ? { ...frame, document: { ...named, clause: clause.clause } }
    : frame;
}

/** The message without the document's name. */
function contentOf({ plain, documents }: Meaning): string {
  let text = plain;
  for (const { span } of [...documents].sort((a, b) => b.span[0] - a.span[0]))
    text = text.slice(0, span[0]) + " " + text.slice(span[1]);
  return text.replace(
    /^\s*(按照?|根据)?\s*(里面?|中|上)?(说的?|写的?)?|[？?。！!\s]+$/g,
    "",
  );
}

/** “这个文件还有效吗”: the document cited last. */
function pointedAt(state: State, meaning: Meaning, world: World): Frame | null {
  const has = (concept: string): boolean => meaning.concepts.includes(concept);
  const last = state.frames.at(-1);
  const pointed =
    has("status_cue") && has("document") && meaning.places.length === 0;
  if (!pointed || !last) return null;
  const cited = perform(last, world).reply.citations[0];
  if (!cited) return null;
  const { number, notice } = cited;
  return {
    ...emptyFrame("document"),
    place: last.place,
    document: { number, notice, clause: null, span: [0, 0] },
  };
}
