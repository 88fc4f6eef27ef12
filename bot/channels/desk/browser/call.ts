/** One call: the question, the facts filled in, the day, and what they come to. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../../../answer.js";
import type { NoteEntry } from "../../../phrasing/call-note.js";
import * as api from "./api.js";

/** Answers follow the typing at this distance. */
const PAUSE_MS = 150;

export interface Scenario {
  said: string[];
  on: string;
  answer: Answer;
}

export interface Call {
  text: string;
  facts: string[];
  on: string;
  /** The answer to what stands in the fields now; null while it is asked for. */
  answer: Answer | null;
  /** The latest answer, perhaps to what stood there a moment ago: to look at, not to copy. */
  latest: Answer | null;
  /** The kept answer, once it has a number and as long as nothing is changed. */
  settled: api.Settled | null;
  entries: NoteEntry[];
  pinned: Scenario[];
  /** What went wrong last. */
  fault: string;
  setText(text: string, composing: boolean): void;
  addFact(fact: string): void;
  removeFact(at: number): void;
  setDay(on: string): void;
  /** Keeps the answer, so that it has a number; null when there is nothing to keep. */
  settle(): Promise<api.Settled | null>;
  open(id: string): Promise<void>;
  pin(): boolean;
  unpin(at: number): void;
  /** Forgets everything: the next caller. */
  clear(today: string): void;
}

const MOST_PINNED = 3;

interface State {
  text: string;
  facts: string[];
  on: string;
  composing: boolean;
}

/** The state of the call that is under way. */
export function useCall(today: string): Call {
  const [state, setState] = useState<State>(empty(today));
  const [latest, setLatest] = useState<{ name: string; answer: Answer } | null>(
    null,
  );
  const [held, setHeld] = useState<{ name: string; found: api.Settled } | null>(
    null,
  );
  const [entries, setEntries] = useState<NoteEntry[]>([]);
  const [pinned, setPinned] = useState<Scenario[]>([]);
  const [fault, setFault] = useState("");
  // What comes back for an earlier call must not appear in the next one.
  const call = useRef(0);
  const said = [state.text.trim(), ...state.facts].filter((one) => one !== "");
  const name = nameOf(said, state.on);
  const answer = latest?.name === name ? latest.answer : null;
  const kept = held?.name === name ? held.found : null;
  const current = useRef(name);
  current.current = name;
  const settling = useRef<{ name: string; done: Promise<api.Settled> } | null>(
    null,
  );

  useEffect(() => {
    if (state.composing || kept) return undefined;
    if (state.text.trim() === "") {
      setLatest(null);
      return undefined;
    }
    const control = new AbortController();
    const timer = setTimeout(() => {
      api.ask(said, state.on, control.signal).then(
        (answer) => {
          if (control.signal.aborted) return;
          setLatest({ name, answer });
          setFault("");
        },
        (error: Error) => {
          if (!control.signal.aborted) setFault(error.message);
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [name, state.composing, kept === null]);

  const change = (part: Partial<State>): void =>
    setState((before) => ({ ...before, ...part }));

  /** Keeps it under what was asked; what comes back has personal numbers masked. */
  const take = (asked: string, found: api.Settled): void => {
    setHeld({ name: asked, found });
    // The typing may have gone on meanwhile, and have an answer of its own.
    if (current.current === asked)
      setLatest({ name: asked, answer: found.answer });
    setFault("");
    setEntries((before) => [
      ...before.filter(({ id }) => id !== found.id),
      { ...found, time: clock(found.at) },
    ]);
  };

  return {
    ...state,
    answer,
    latest: latest?.answer ?? null,
    settled: kept,
    entries,
    pinned,
    fault,
    setText: (text, composing) => {
      if (text === state.text) setState({ ...state, composing });
      // What was filled in for one question does not belong to another.
      else if (isEdit(state.text, text)) change({ text, composing });
      else change({ text, composing, facts: [] });
    },
    addFact: (fact) => change({ facts: [...state.facts, fact] }),
    removeFact: (at) =>
      change({ facts: state.facts.filter((_one, index) => index !== at) }),
    setDay: (on) => change({ on }),
    async settle() {
      if (kept) return kept;
      if (state.text.trim() === "") return null;
      const now = call.current;
      if (settling.current?.name !== name)
        settling.current = { name, done: api.settle(said, state.on) };
      try {
        const found = await settling.current.done;
        if (call.current === now) take(name, found);
        return found;
      } catch (error) {
        settling.current = null;
        if (call.current === now) setFault((error as Error).message);
        return null;
      }
    },
    async open(id) {
      try {
        const found = await api.settled(id);
        const [text = "", ...facts] = found.said;
        setState({ text, facts, on: found.on, composing: false });
        current.current = nameOf(found.said, found.on);
        take(nameOf(found.said, found.on), found);
      } catch (error) {
        setFault((error as Error).message);
      }
    },
    pin() {
      if (!answer || pinned.length >= MOST_PINNED) return false;
      setPinned([...pinned, { said, on: state.on, answer }]);
      return true;
    },
    unpin: (at) => setPinned(pinned.filter((_one, index) => index !== at)),
    clear(day) {
      call.current += 1;
      settling.current = null;
      setState(empty(day));
      setLatest(null);
      setHeld(null);
      setEntries([]);
      setPinned([]);
      setFault("");
    },
  };
}

/** Whether the new words are the old ones mended or continued, and not others. */
function isEdit(before: string, after: string): boolean {
  if (after.trim() === "") return false;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end))
    end += 1;
  return (start + end) * 3 >= Math.max(before.length, after.length);
}

/** What an answer is the answer to. */
function nameOf(said: readonly string[], on: string): string {
  return JSON.stringify([said, on]);
}

function empty(on: string): State {
  return { text: "", facts: [], on, composing: false };
}

/** China's time, whatever the machine is set to. */
export function clock(at: string): string {
  const moment = new Date(Date.parse(at) + 8 * 60 * 60 * 1000).toISOString();
  return `${moment.slice(0, 10)} ${moment.slice(11, 16)}`;
}
