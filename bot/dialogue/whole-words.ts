/** What a short message leaves to the one before, put into words. */
import { picked } from "./choice.js";
import { withComplication } from "./complications.js";
import type { World } from "./context.js";
import { withContract } from "./contracted.js";
import { withInsurance } from "./cost-asked.js";
import { withExceeded } from "./exceeded.js";
import { withDenial, withFlip } from "./flipped.js";
import { withGrade } from "./grades.js";
import { withLevels } from "./levels-together.js";
import { withPronoun, withTheirHome } from "./pronoun.js";
import { withSelfAlso } from "./self-also.js";
import { withShortArea } from "./short-area.js";
import type { State } from "./state.js";
import { withWindow } from "./window-asked.js";

/** One kind after the other. */
const IN_WHOLE_WORDS: readonly ((
  state: State,
  text: string,
  world: World,
) => string)[] = [
  picked,
  (state, text, { knowledge }) => withShortArea(state, text, knowledge),
  withComplication,
  withGrade,
  withExceeded,
  withContract,
  withInsurance,
  withWindow,
  withPronoun,
  (state, text, { knowledge }) => withSelfAlso(state, text, knowledge),
  (state, text, { knowledge }) => withTheirHome(state, text, knowledge),
  (state, text, { knowledge }) => withLevels(state, text, knowledge),
  ({ frames }, text) => withFlip(frames.at(-1), text),
  ({ frames }, text, { knowledge }) =>
    withDenial(frames.at(-1), text, knowledge.vocabulary),
];

/** The message in whole words. */
export const inWholeWords = (
  state: State,
  text: string,
  world: World,
): string =>
  IN_WHOLE_WORDS.reduce(
    (words, complete) => complete(state, words, world),
    text,
  );
