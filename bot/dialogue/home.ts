/** 家里是低收入: what was said of the whole home holds for those of it who are named later. */
import type { Meaning, Person } from "../../nlu/meaning.js";
import { NOT_AT_HOME } from "../../nlu/homes.js";
import { ORDINARY } from "../../nlu/person-facts.js";
import { said } from "./slots.js";
import type { Frame } from "./state.js";

/** Somebody of the home of whom nothing else was said. */
export function ofHome(label: string, home: readonly string[]): Person {
  return { label, tags: [...home], denied: [], age: null };
}

/** Puts what the message says of the home into the frame, or what was said before to the persons it names. */
export function sayHome(frame: Frame, { home, people }: Meaning): void {
  if (home.length > 0) {
    frame.home = home;
    return;
  }
  const denied = people.flatMap((person) =>
    person.label === "" ? person.denied : [],
  );
  const before = frame.home?.filter((tag) => !denied.includes(tag));
  if (before && before.length > 0) frame.home = before;
  else delete frame.home;
  if (!before || !frame.people || people.length === 0) return;
  frame.people = said(
    frame.people.value.map((person) => {
      const outside =
        person.label === "" ||
        NOT_AT_HOME.includes(person.label) ||
        person.tags.includes(ORDINARY);
      if (outside) return person;
      const over = [...person.denied, ...(person.excludes ?? [])];
      const more = before.filter((tag) => !over.includes(tag));
      return { ...person, tags: [...new Set([...person.tags, ...more])] };
    }),
  );
}
