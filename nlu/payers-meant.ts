/** Whom a message is about, with what was told of each, and what is set against what. */
import type { Knowledge } from "../knowledge/knowledge.js";
import { agesOfBirth } from "./birth-years.js";
import { comparedPeople, sharing } from "./compared.js";
import type { HeardWords } from "./hearing.js";
import { ofOneHome } from "./homes.js";
import {
  excludedOf,
  identityKinds,
  type IdentityKinds,
  withNewborn,
} from "./identities.js";
import type { Meaning, Person, PlaceMention, Point } from "./meaning.js";
import { EACH_OF } from "./identities-apart.js";
import { ofThem } from "./of-them.js";
import { type PeopleNamed, readPeople } from "./people.js";
import { comparedIn, readPoints, yearsOfPersons } from "./points.js";
import { readSides, SUMMED } from "./sides.js";

export interface PayersMeant extends PeopleNamed {
  points: Point[];
  comparedIn: Meaning["comparedIn"];
}

/** 二级残疾和三级残疾; 低保70，那边缘户: between identities of two. */
const TWO = /那|^(的|户|人|家庭)?(和|跟|与|及|、|还有|以及)/;

const GRADUATE = "毕业生";
const STUDENT = "大学生";
/** 毕业了, 刚毕业: who was a student before is none any more; not 要是明年毕业了. */
const hasLeft = (plain: string): boolean =>
  /毕业了(?!以?后|之后|的话|呢)|(刚刚?|已经|早就?|都)毕业/.test(plain) &&
  !/(明年|后年|下个?月|下半年|将来|快要?|就要|马上|等|要是|如果|假如|万一)[^，,。；;]{0,8}毕业/.test(
    plain,
  );

/** 我在太原, 我现在住太原; 我是太原的, where nothing more follows of what one is: 我是太原的低保户 tells who is meant. */
const RESIDES = /[我俺](现在|目前|人|就|户口|也)*(?<how>在|住在?|是)?$/;
const OF_PLACE =
  /^(的?(人|本地人?)?|这边的?|这里的?)(?=[，,。；;！!？?\s我俺咱]|$)/;

/**
 * 我在太原，两个大人两个孩子: who tells where they live is not thereby one of
 * those asked about; 咱 tells as much of the place, and names nobody. Of two
 * places each is somebody's.
 */
function withoutResident(
  heard: HeardWords,
  places: readonly PlaceMention[],
): HeardWords {
  const { plain, found } = heard;
  const [only, ...more] = places;
  if (!only || only.negated || only.away) return heard;
  if (more.some((one) => one.jurisdiction !== only.jurisdiction)) return heard;
  const [from, to] = only.span;
  const told = RESIDES.exec(plain.slice(0, from));
  const lives = /[在住]/.test(told?.groups?.how ?? "");
  if (!told || !(lives || OF_PLACE.test(plain.slice(to)))) return heard;
  const at = told.index;
  return {
    ...heard,
    plain: `${plain.slice(0, at)}咱${plain.slice(at + 1)}`,
    found: {
      ...found,
      concepts: found.concepts.filter(({ span }) => span[0] !== at),
    },
  };
}

/** Reads the persons of messages with the identities of one knowledge base. */
export class PayersOf {
  private readonly kinds: IdentityKinds;
  private readonly excluded: ReadonlyMap<string, string[]>;

  constructor(private readonly knowledge: Knowledge) {
    this.kinds = identityKinds(knowledge);
    this.excluded = excludedOf(knowledge);
  }

  read(said: HeardWords, places: readonly PlaceMention[]): PayersMeant {
    const heard = withoutResident(said, places);
    const { plain, told, kept, dates, on, found, names } = heard;
    const payers = readPeople(
      plain,
      told,
      [...kept, ...agesOfBirth(dates, on, this.knowledge.vocabulary)],
      found.concepts,
      this.kinds,
    );
    const of = { named: payers.named, mentions: told, dates };
    const years = yearsOfPersons(plain, of);
    const people = payers.people.map((one) => ({
      ...this.withExcluded(
        this.withCircumstances(withNewborn(one, plain)),
        plain,
      ),
      ...years.get(one.label),
    }));
    const points = readPoints(plain, of);
    const compares = names.has("compare");
    const sides = this.sides(heard, payers, places);
    if (sides.length > 0)
      return {
        ...payers,
        people: sides,
        household: compares ? null : SUMMED,
        points: [],
        comparedIn: "who",
      };
    return {
      ...payers,
      people:
        sharing(plain, people, told) ??
        this.exclusive(
          heard,
          compares
            ? comparedPeople(plain, people, heard.mentions, points.length > 0)
            : ofThem(plain, people, told),
        ),
      points,
      comparedIn: compares ? comparedIn(plain, of) : null,
    };
  }

  /** Whole homes that are compared or added: 三口人和五口人差多少. */
  private sides(
    { plain, names, amounts, told, kept, found, dates }: HeardWords,
    { household }: PeopleNamed,
    places: readonly PlaceMention[],
  ): Person[] {
    const compares = names.has("compare");
    if (
      !(compares || household?.summed) ||
      amounts.length > 0 ||
      places.length > 1
    )
      return [];
    const whole = {
      mentions: told,
      readings: kept,
      concepts: found.concepts,
      dates,
      kinds: this.kinds,
    };
    return ofOneHome(readSides(plain, whole, { compares }), this.kinds).map(
      (one) => this.withCircumstances(one),
    );
  }

  /** 低保户交70，那边缘户呢: nobody is both, so that they are two persons. */
  private exclusive(
    { plain, told, names }: HeardWords,
    people: Person[],
  ): Person[] {
    const [only, more] = people;
    const [tag = "", other = "", third] = only?.tags ?? [];
    const apartEach =
      only?.label === "" &&
      !more &&
      EACH_OF.test(plain) &&
      only.tags.some((one) =>
        only.tags.some((two) => this.excluded.get(one)?.includes(two)),
      );
    // 低保特困监测户分别救助多少: nobody is all of them.
    if (apartEach)
      return only.tags.map((one) =>
        this.withExcluded({ ...only, tags: [one], excludes: undefined }),
      );
    const alone = only?.label === "" && !more && third === undefined;
    if (!alone || !this.excluded.get(tag)?.includes(other)) return people;
    const [first, second, further] = told.filter(
      ({ facet, negated }) => facet === "identity" && !negated,
    );
    if (!first || !second || further) return people;
    const between = plain.slice(first.span[1], second.span[0]);
    const apart = names.has("compare") ? /[，,。；;\s那]/ : TWO;
    return apart.test(between)
      ? [tag, other].map((one) =>
          this.withExcluded({ ...only, tags: [one], excludes: undefined }),
        )
      : people;
  }

  /** Tells which identities said before are then another's, or were wrong. */
  private withExcluded(person: Person, plain = ""): Person {
    const left = person.tags.includes(GRADUATE) && hasLeft(plain);
    const excludes = [
      ...new Set(person.tags.flatMap((tag) => this.excluded.get(tag) ?? [])),
      ...(left && !person.tags.includes(STUDENT) ? [STUDENT] : []),
    ];
    return excludes.length > 0 ? { ...person, excludes } : person;
  }

  /** Marks somebody of whom nothing was said but an age or a circumstance. */
  private withCircumstances(person: Person): Person {
    const { tags } = person;
    return tags.length > 0 &&
      tags.every((tag) => this.kinds.circumstances.has(tag))
      ? { ...person, circumstances: true }
      : person;
  }
}
