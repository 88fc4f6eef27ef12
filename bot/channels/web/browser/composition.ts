/** Chinese is typed by an input method: its Enter takes what is being spelled and must not send it. */

/** What browsers give as the code of a key that the input method takes. Safari says it after the composition has ended. */
const TAKEN_BY_INPUT_METHOD = 229;

/** Keeps Enter from whatever is inside the element while something is being composed there. */
export function guardComposition(within: HTMLElement): void {
  let composing = false;
  within.addEventListener("compositionstart", () => (composing = true), true);
  within.addEventListener("compositionend", () => (composing = false), true);
  within.addEventListener(
    "keydown",
    (event) => {
      const taken = event.keyCode === TAKEN_BY_INPUT_METHOD;
      if (event.key !== "Enter" && event.code !== "Enter") return;
      if (!composing && !event.isComposing && !taken) return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
}
