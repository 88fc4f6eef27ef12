/** 加上我弟, after single members of a family that was added up were asked about: he comes to all of them. */
import type { Meaning } from "../../nlu/meaning.js";
import { TOGETHER } from "./member-told.js";
import { payersOf } from "./points.js";
import { said } from "./slots.js";
import type { Frame, State } from "./state.js";

/** Notes that the one asked about now is of the family added up before. */
export function markOfFamily(frame: Frame, before: Frame): void {
  const family = before.household?.total === true;
  const now = frame.people?.value ?? [];
  const were = (before.people?.value ?? []).map(({ label }) => label);
  const [only, more] = now;
  const alone = !frame.household && only !== undefined && !more;
  if (family && alone && were.length > 1 && were.includes(only.label))
    frame.ofFamily = true;
  else if (!alone) delete frame.ofFamily;
}

/** The family with whoever comes to it, and what all of them pay; else the frame as it is. */
export function withFamily(
  frame: Frame,
  { frames, points }: State,
  { concepts }: Meaning,
): Frame {
  const before = frames.at(-1);
  const joins = before?.ofFamily === true && concepts.includes("plus");
  if (!joins || !points || frame.household?.total !== true) return frame;
  const now = frame.people?.value ?? [];
  const others = payersOf(points).filter(
    ({ label }) => label !== "" && now.every((one) => one.label !== label),
  );
  const { asksPayer: _, ...rest } = frame;
  return {
    ...rest,
    aspects: ["amount"],
    household: TOGETHER,
    people: said([
      ...others.map(({ label, tags, denied, age, tier, count }) => ({
        label,
        tags,
        denied,
        age,
        ...(tier === undefined ? {} : { tier }),
        ...(count === undefined ? {} : { count }),
      })),
      ...now,
    ]),
  };
}
