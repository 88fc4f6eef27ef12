/** The keys of the desk: function keys only, so that no letter, input method or browser command is in the way. */
import { useEffect, useRef } from "preact/hooks";

export interface Command {
  /** As `event.key`, with Shift+ before it where that is held. */
  key: string;
  name: string;
  run(): void;
}

/** Whether the key belongs to an input method that is composing. */
export function composing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Listens for the commands wherever the focus is. */
export function useKeys(commands: readonly Command[], on: boolean): void {
  const current = useRef(commands);
  current.current = commands;
  useEffect(() => {
    if (!on) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (composing(event) || event.ctrlKey || event.altKey || event.metaKey)
        return;
      const key = `${event.shiftKey ? "Shift+" : ""}${event.key}`;
      const command = current.current.find((one) => one.key === key);
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [on]);
}
