/** 不对，只有三个是, 要是只有我是呢: some of a counted family are what all were said to be, and the others are not. */
import { smallCount } from "../../nlu/household.js";
import type { Meaning, Person } from "../../nlu/meaning.js";
import { ORDINARY } from "../../nlu/person-facts.js";
import { headsOf } from "./counted-family.js";
import { SELF } from "./known.js";
import { isSilent } from "./person.js";
import { said } from "./slots.js";
import type { Frame } from "./state.js";

const ONLY_SO_MANY = /(只有?|就|才)([\d一二两三四五六七八九俩仨])个?人?(才)?是/;
const ONLY_NAMED =
  /只有?(?!多少)[^，,。；;\d]{1,8}?(一个)?人?才?(是|有|吃|享受|算)|除了[^，,。；;]{1,6}(都|其他人?)?(不是|没有|普通)/;

/** All of a counted family, of whom one thing was told. */
function groupOf({ people, household }: Frame): [Person, number] | null {
  const [all, more] = people?.value ?? [];
  const size = household?.size ?? all?.count ?? null;
  return all && !more && size !== null && !isSilent(all) ? [all, size] : null;
}

/** The message with what all were said to be told of those named: 只有我是. */
export function withOnlyNamed(meaning: Meaning, frame: Frame): Meaning {
  const { people, mentions, concepts, plain } = meaning;
  const group = frame.task === "contribution" ? groupOf(frame) : null;
  if (!group || mentions.length > 0 || !ONLY_NAMED.test(plain)) return meaning;
  const [{ tags, label }] = group;
  const self = people.length === 0 && concepts.includes(`person.${SELF}`);
  const named: readonly Person[] = self
    ? [{ label: SELF, tags: [], denied: [], age: null }]
    : people;
  const bare = named.every((one) => one.label !== "" && isSilent(one));
  return label === "" && named.length > 0 && bare
    ? { ...meaning, people: named.map((one) => ({ ...one, tags: [...tags] })) }
    : meaning;
}

/** Whether the message says so. */
export function sayOnlySome(frame: Frame, meaning: Meaning): boolean {
  const { plain, people, mentions } = meaning;
  const group = groupOf(frame);
  if (!group) return false;
  const [all, size] = group;
  const named = ofNamed(meaning, all);
  const count = smallCount(ONLY_SO_MANY.exec(plain)?.[2] ?? "");
  const counted =
    people.length + mentions.length === 0 && count !== null
      ? [{ ...all, count }]
      : null;
  const those = named ?? counted;
  const rest = size - headsOf(those ?? []);
  if (!those || rest <= 0) return false;
  frame.people = said([...those, { ...all, tags: [ORDINARY], count: rest }]);
  return true;
}

/** 只有我是低保: those named, who alone are what all were said to be. */
function ofNamed({ plain, people }: Meaning, all: Person): Person[] | null {
  const meant =
    ONLY_NAMED.test(plain) &&
    all.label === "" &&
    people.length > 0 &&
    people.every(
      ({ label, tags }) =>
        label !== "" &&
        tags.length > 0 &&
        tags.every((tag) => all.tags.includes(tag)),
    );
  return meant
    ? people.map((one) => ({
        ...one,
        count: one.count ?? 1,
        tier: one.tier ?? all.tier,
      }))
    : null;
}
