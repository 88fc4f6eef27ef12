/** Meanings that a pattern of words tells, where no fixed word does. */
import type { ConceptHit } from "./mentions.js";

/** 还能交医保吗, 还可以买吗, 来得及不: whether a window is still open. */
const STILL =
  /还(能|可以|可|得)(再)?(交|缴|买|补|参|办|上)|来得及|赶得上|交得(上|了)/;

/** The concepts that patterns find, with their spans. */
export function patterned(plain: string): ConceptHit[] {
  const still = STILL.exec(plain);
  if (!still) return [];
  return [
    {
      concept: "still",
      span: [still.index, still.index + still[0].length],
      denied: false,
      questioned: false,
    },
  ];
}
