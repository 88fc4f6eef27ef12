/** Care outside the place of insurance. */
import type { Meaning } from "../../nlu/meaning.js";

/** Whether the message speaks of care elsewhere. */
export function isRemote({ concepts, places }: Meaning): boolean {
  return concepts.includes("remote") || places.some(({ away }) => away);
}
