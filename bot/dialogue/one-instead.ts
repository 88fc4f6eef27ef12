/** 要是重残呢, 那个重残的是特困, 改回低保: one of a family that was counted is something else, and the others stay. */
import type { Meaning, Person } from "../../nlu/meaning.js";
import { headsOf } from "./counted-family.js";
import { isOrdinary } from "./person.js";
import { said } from "./slots.js";
import type { Frame } from "./state.js";

/** What is supposed or set right of somebody told of before. */
const INSTEAD =
  /^(那么?)?([他她]|那个人?|这个人?)?(要是|如果|假如|若是?)|(换|改|变)(成|回|为|作)|其实|才是|应该是/;
/** Between what somebody was said to be and what they are. */
const RATHER =
  /^(的|那个|那位|户|人|对象|人员)*(那个|那位)?(其实|应该|实际|现在|要是|如果)*(也|就)?(是|算|[换改变](成|回|为|作)|成了?)(了)?$/;
/** 都改成低保, 全是: of everybody. */
const ALL = /都|全/;
/** 再加一个: who comes to them is another. */
const MORE = /再[加来有多]|另外?|还有|加上|多一个/;

/** 要是一个低保呢: so many of them, and not who of them. */
const ONE = /[一1][个位名口]/;

/** Whether the message says so; where it leaves open of whom, that is asked. */
export function sayInstead(frame: Frame, meaning: Meaning): boolean {
  const before = frame.people?.value ?? [];
  const { people, household, plain, compare, amounts, places } = meaning;
  const counted =
    frame.task === "contribution" &&
    frame.household?.total === true &&
    (headsOf(before) > 1 || (frame.household.size ?? 1) > 1);
  const meant =
    counted &&
    people.length > 0 &&
    people.every(
      ({ label, tags, tier, count }) =>
        label === "" && tags.length > 0 && !tier && (count ?? 1) === 1,
    ) &&
    (household?.size ?? null) === null &&
    !compare &&
    amounts.length + places.length === 0 &&
    !ALL.test(plain) &&
    !MORE.test(plain);
  if (!meant) return false;
  const change = changeIn(meaning, before);
  if (change) {
    frame.people = said(replaced(before, change.at, change.to));
    return true;
  }
  const [told, more] = people;
  if (!told || more || told.count !== undefined || ONE.test(plain))
    return false;
  if (!INSTEAD.test(plain) && !meaning.correction) return false;
  if (told.circumstances) return false;
  const apart = before.flatMap((one, at) =>
    one.tags.length > 0 && !isOrdinary(one) ? [at] : [],
  );
  const [at, other] = apart;
  const size = frame.household?.size ?? headsOf(before);
  const count = before[at ?? -1]?.count ?? 1;
  const open = other !== undefined || (count > 1 && count < size);
  if (at === undefined) return false;
  if (open) frame.openChange = [...told.tags];
  else frame.people = said(replaced(before, at, told.tags));
  return true;
}

/** 那个重残的是特困: who of them, by what was said before, and what they are instead. */
function changeIn(
  { plain, mentions }: Meaning,
  before: readonly Person[],
): { at: number; to: string[] } | null {
  const [from, to, more] = mentions
    .filter(({ facet, negated }) => facet === "identity" && !negated)
    .sort((a, b) => a.span[0] - b.span[0]);
  if (!from || !to || more) return null;
  if (!RATHER.test(plain.slice(from.span[1], to.span[0]))) return null;
  const at = before.findIndex(({ tags }) => tags.includes(from.value));
  return at < 0 || before[at]?.tags.includes(to.value)
    ? null
    : { at, to: [to.value] };
}

/** One of several alike is told apart from the others only by a count: all of them change. */
function replaced(
  before: readonly Person[],
  at: number,
  tags: readonly string[],
): Person[] {
  return before.map((one, index) =>
    index === at
      ? { ...one, tags: [...tags], denied: [], circumstances: undefined }
      : one,
  );
}
