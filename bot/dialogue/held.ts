/** Which places the held notices speak for. */
import type { Knowledge } from "../../knowledge/knowledge.js";

/** Whether a notice of the place itself is held. */
export function hasNotice(place: string, knowledge: Knowledge): boolean {
  return knowledge.noticesOf(place).length > 0;
}

/** Whether a notice of the place itself or of its province is held; a question about the whole country is about the centre's. */
export function isHeld(place: string, knowledge: Knowledge): boolean {
  const { jurisdictions } = knowledge;
  return jurisdictions
    .chain(place)
    .some(
      (id) =>
        (id === place || jurisdictions.get(id)?.level !== "country") &&
        knowledge.noticesOf(id).length > 0,
    );
}
