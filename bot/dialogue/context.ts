/** What a task gets: the frame, the world, and short ways to the usual questions about them. */
import { calculate } from "../../engine/calculate.js";
import type { CalcRequest, Facts } from "../../engine/request.js";
import type { CalcResult } from "../../engine/result.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Person } from "../../nlu/meaning.js";
import { ORDINARY } from "../../nlu/person-facts.js";
import type { Condition } from "../answer.js";
import type { FacetSlot, Frame, Slot } from "./state.js";

export interface World {
  knowledge: Knowledge;
  /** The day of the question, YYYY-MM-DD. */
  on: string;
  /** Jurisdiction id that the account or hotline serves; used as assumed. */
  place?: string | undefined;
}

/** Facets of which the last value said counts: 职工医保断了，现在参加居民医保. */
const LAST_COUNTS: readonly FacetSlot[] = [
  "insurance",
  "employment",
  "disease",
];

export class Context {
  constructor(
    readonly frame: Frame,
    readonly world: World,
    readonly conditions: Condition[] = [],
  ) {}

  /** The same question read otherwise; what it rests on is told of both. */
  reading(frame: Frame): Context {
    return new Context(frame, this.world, this.conditions);
  }

  /** The same for a frame that is only tried: what is noted on the way is noted nowhere. */
  trying(frame: Frame): Context {
    return new Context(frame, this.world, [...this.conditions]);
  }

  get knowledge(): Knowledge {
    return this.world.knowledge;
  }

  get on(): string {
    return this.world.on;
  }

  get onYear(): number {
    return Number.parseInt(this.world.on.slice(0, 4), 10);
  }

  /** The jurisdiction id; only called where a held place is known. */
  get place(): string {
    return this.frame.place?.value ?? "";
  }

  get placeLabel(): string {
    return this.knowledge.jurisdictions.label(this.place);
  }

  /** Runs the calculator for this place and day, where said for its county; null asks of the whole place. */
  calc(
    benefit: CalcRequest["benefit"],
    facts: Facts,
    area: string | null = this.frame.area?.value ?? null,
  ): CalcResult {
    return calculate(
      {
        benefit,
        jurisdiction: this.place,
        area: area ?? undefined,
        on: this.on,
        facts,
      },
      this.knowledge,
    );
  }

  /** The value of a facet, where one alone was said. */
  facet(name: FacetSlot): string | undefined {
    const values = this.facets(name);
    return values.length === 1 || LAST_COUNTS.includes(name)
      ? values.at(-1)
      : undefined;
  }

  /** The same question with a facet that another one states: 退休的 are a group of their own. */
  withFacet(name: FacetSlot, value: string): Context {
    const slot: Slot<string[]> = { value: [value], source: "said" };
    const facets = { ...this.frame.facets, [name]: slot };
    return this.reading({ ...this.frame, facets });
  }

  /** Every value of a facet that was said. */
  facets(name: FacetSlot): readonly string[] {
    return this.frame.facets[name]?.value ?? [];
  }

  /** Whether the person was asked for the slot and could not tell. */
  cannotTell(slot: string): boolean {
    return this.frame.unknown.includes(slot);
  }

  /** The persons the question is about; one without a name and facts where nobody was named. */
  get people(): readonly Person[] {
    const people = this.frame.people?.value ?? [];
    return people.length > 0
      ? people
      : [{ label: "", tags: [], denied: [], age: null }];
  }

  /** Identity tags of a person: those said, and those that the age states. */
  tagsOf({ tags, denied, age }: Person): string[] {
    const years = age === null ? null : Number.parseInt(age, 10);
    const all = tags.filter(
      (tag) =>
        !denied.some((one) => this.excluded(tag, one)) &&
        tag !== ORDINARY &&
        (years === null || this.ofAge(tag, years) !== false),
    );
    if (years !== null)
      for (const id of Object.keys(this.identities))
        if (!all.includes(id) && !denied.includes(id) && this.ofAge(id, years))
          all.push(id);
    return all;
  }

  /** Whether a tag falls with one that is denied; 五保户 stands where somebody is 不是特困, though it now counts as that. */
  private excluded(tag: string, denied: string): boolean {
    if (this.identities[tag]?.because !== undefined) return tag === denied;
    return this.implied([tag]).tags.includes(denied);
  }

  /** The age in whole years: said, or right below the group of the old where that was denied (不到60岁, 都不是). */
  ageOf(person: Person): number | null {
    const { age, denied } = person;
    const years = age === null ? null : Number.parseInt(age, 10);
    if (denied.length === 0) return years;
    const groups = Object.entries(this.identities).flatMap(([id, { ages }]) =>
      ages ? [{ id, ages }] : [],
    );
    const aged = this.tagsOf(person).some((tag) =>
      groups.some(({ id }) => id === tag),
    );
    const over = groups.flatMap(({ id, ages }) =>
      denied.includes(id) && ages.from !== undefined
        ? [Number.parseInt(ages.from, 10)]
        : [],
    );
    const least = Math.min(...over);
    if (aged || over.length === 0 || (years !== null && years < least))
      return years;
    return least - 1;
  }

  /** The tags with those that hold as well, and on what grounds. */
  implied(tags: readonly string[]): { tags: string[]; because: string[] } {
    const all = new Set(tags);
    const because: string[] = [];
    for (const tag of all) {
      const value = this.identities[tag];
      for (const other of value?.implies ?? []) all.add(other);
      if (value?.because !== undefined) because.push(value.because);
    }
    return { tags: [...all], because };
  }

  /** Whether the age states the identity; null where no age does. */
  private ofAge(id: string, years: number): boolean | null {
    const ages = this.identities[id]?.ages;
    if (!ages) return null;
    const from = Number.parseInt(ages.from ?? "0", 10);
    const below = Number.parseInt(ages.below ?? "1000", 10);
    return years >= from && years < below;
  }

  private get identities() {
    return this.knowledge.vocabulary.file.facets.identity?.values ?? {};
  }

  /** Whether the person was said to have no special identity. */
  get saysOrdinary(): boolean {
    return this.people.some(({ tags }) => tags.includes(ORDINARY));
  }

  /** Records a facet that the answer rests on, with its label. */
  restsOn(name: FacetSlot): void {
    const slot = this.frame.facets[name];
    for (const value of slot?.value ?? [])
      this.note(
        name,
        value,
        this.knowledge.vocabulary.label(name, value),
        slot?.source ?? "said",
      );
  }

  /** Records a slot that the answer rests on. */
  rests<T extends string | number | boolean>(
    slot: string,
    held: Slot<T> | null | undefined,
    label: string,
  ): void {
    if (held) this.note(slot, held.value, label, held.source);
  }

  /** Records identities that the answer rests on. */
  noteIdentities(tags: Iterable<string>): void {
    for (const tag of tags)
      this.note(
        "identity",
        tag,
        this.knowledge.vocabulary.label("identity", tag),
        this.frame.people?.source ?? "said",
      );
  }

  note(
    slot: string,
    value: string | number | boolean,
    label: string,
    source: Condition["source"],
  ): void {
    if (
      !this.conditions.some((one) => one.slot === slot && one.value === value)
    )
      this.conditions.push({ slot, value, label, source });
  }
}
