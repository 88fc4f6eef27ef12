/** 他16了, after several persons: whose age it is. */
import type { Meaning } from "../../nlu/meaning.js";
import { joinPerson } from "./person.js";
import { said } from "./slots.js";
import type { Frame } from "./state.js";

/**
 * An age told of nobody by name is that of the one who was named alone: not of
 * 父母, who are two. The others stay as they were. False where it is open whose
 * it is, or more was told.
 */
export function sayAge(frame: Frame, { people, household }: Meaning): boolean {
  const [told, more] = people;
  const before = frame.people?.value ?? [];
  const bare =
    told !== undefined &&
    more === undefined &&
    told.label === "" &&
    told.age !== null &&
    told.tags.length + told.denied.length === 0 &&
    told.count === undefined;
  if (!bare || household !== null || before.length < 2) return false;
  const [meant, other] = before.filter(({ count }) => (count ?? 1) === 1);
  if (!meant || other) return false;
  frame.people = said(
    before.map((one) =>
      one === meant
        ? {
            ...joinPerson(one, { ...told, label: one.label }),
            count: one.count,
          }
        : one,
    ),
  );
  return true;
}
