/** The note on the call: drafted from what was settled, then the agent's own. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { callNote } from "../../../phrasing/call-note.js";
import type { Call } from "./call.js";

/** Keeps the draft up to date; once it was edited, only what is new is added at its end. */
export function useDraft(
  { entries }: Call,
  ownNumbers: readonly string[],
  [note, setNote]: [string, (note: string) => void],
): void {
  const drafted = useRef({ count: 0, text: "" });
  // Before the number of the answer is seen: who sees it may copy the note.
  useLayoutEffect(() => {
    const before = drafted.current;
    const whole = callNote(entries, ownNumbers);
    const added = callNote(entries.slice(before.count), ownNumbers);
    drafted.current = { count: entries.length, text: whole };
    if (entries.length === 0) setNote("");
    else if (note === before.text) setNote(whole);
    else if (added !== "") setNote(`${note}\n\n${added}`);
  }, [entries]);
}

export function Note({
  note,
  setNote,
  onCopy,
}: {
  note: string;
  setNote: (note: string) => void;
  onCopy: () => void;
}) {
  return (
    <section class="note" aria-labelledby="note-title">
      <h2 id="note-title">
        通话记录 <small>只留在这一页，不上传</small>
        <button type="button" onClick={onCopy}>
          复制 <kbd>Shift+F4</kbd>
        </button>
      </h2>
      <textarea
        aria-labelledby="note-title"
        value={note}
        placeholder="按回车确定一个回答后，这里自动写好记录，可以改"
        onInput={(event) => setNote(event.currentTarget.value)}
      />
    </section>
  );
}
