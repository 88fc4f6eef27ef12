/** How slots are filled: said now, or carried from the question before. */
import type { Slot } from "./state.js";

/** A slot that the message fills. */
export const said = <T>(value: T): Slot<T> => ({ value, source: "said" });

/** A slot of the question before; what was assumed stays assumed. */
export function carried<T>(slot: Slot<T> | null | undefined): Slot<T> | null {
  return slot
    ? {
        value: slot.value,
        source: slot.source === "assumed" ? "assumed" : "carried",
      }
    : null;
}
