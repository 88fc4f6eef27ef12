/** The tree of places: country › province › city, with the counties and districts (areas) of a city. */
import { z } from "zod";

const area = z.strictObject({
  id: z.string(),
  names: z.array(z.string()).default([]),
  /** Names that mean the area only where its city is spoken of: 小店. */
  short: z.array(z.string()).default([]),
});
/** A university of the place: its students are insured there; `of` says whose it is, where the place's rules tell that apart. */
const university = z.strictObject({
  names: z.array(z.string()).min(1),
  of: z.string().optional(),
});
export const jurisdictionEntry = z.strictObject({
  id: z.string().regex(/^[a-z]+$/),
  name: z.string(),
  /** How answers name the place, where it differs from `name`. */
  shown_as: z.string().optional(),
  /** What is said beside every figure of the place's notices. */
  remark: z.string().optional(),
  names: z.array(z.string()).default([]),
  level: z.enum(["country", "province", "city"]),
  parent: z.string().nullable(),
  /** What a text governs without naming the place, or an essay that governs none: no question resolves to it. */
  unnamed: z
    .enum(["true", "false"])
    .default("false")
    .transform((text) => text === "true"),
  areas: z.array(area).default([]),
  universities: z.array(university).default([]),
});
export const jurisdictionsFile = z.strictObject({
  jurisdictions: z.array(jurisdictionEntry).default([]),
  /** Places that people name and that no notice governs: known so that they are not mistaken for something else. */
  not_held: z.array(z.string()).default([]),
});
export type Jurisdiction = z.infer<typeof jurisdictionEntry>;

/** A name that people use for a place, and what it stands for. */
export interface PlaceName {
  name: string;
  /** The id, or null for a place that no notice governs. */
  jurisdiction: string | null;
  area: string | null;
}

export class Jurisdictions {
  readonly all: ReadonlyMap<string, Jurisdiction>;
  /** Every name of every place, longest first. */
  readonly names: readonly PlaceName[];
  private readonly byName = new Map<string, PlaceName>();

  constructor(entries: readonly Jurisdiction[], notHeld: readonly string[]) {
    this.all = new Map(entries.map((entry) => [entry.id, entry]));
    for (const entry of entries) this.addEntry(entry);
    for (const name of notHeld)
      this.addName({ name, jurisdiction: null, area: null });
    this.names = [...this.byName.values()].sort(
      (a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1),
    );
  }

  private addEntry(entry: Jurisdiction): void {
    if (entry.unnamed) return;
    for (const name of [entry.id, entry.name, ...entry.names])
      this.addName({ name, jurisdiction: entry.id, area: null });
    for (const part of entry.areas)
      for (const name of [part.id, ...part.names])
        this.addName({ name, jurisdiction: entry.id, area: part.id });
  }

  /** The first entry that claims a name keeps it. */
  private addName(place: PlaceName): void {
    if (!this.byName.has(place.name)) this.byName.set(place.name, place);
  }

  private readonly chains = new Map<string, readonly string[]>();

  get(id: string): Jurisdiction | undefined {
    return this.all.get(id);
  }

  /** The place that a name or id stands for; the province may stand before a place of it (山西太原). */
  find(name: string): PlaceName | undefined {
    const wanted = name.trim();
    const known = this.byName.get(wanted);
    if (known) return known;
    for (let at = 2; at < wanted.length - 1; at += 1) {
      const above = this.byName.get(wanted.slice(0, at))?.jurisdiction;
      const place = this.byName.get(wanted.slice(at));
      if (above && place?.jurisdiction && above !== place.jurisdiction)
        if (this.chain(place.jurisdiction).includes(above)) return place;
    }
    return undefined;
  }

  /** How answers name the place. */
  label(id: string): string {
    const entry = this.all.get(id);
    return entry ? (entry.shown_as ?? entry.name) : id;
  }

  /** The place, then its province, then the country. */
  chain(id: string): readonly string[] {
    const known = this.chains.get(id);
    if (known) return known;
    const chain: string[] = [];
    for (
      let entry = this.all.get(id);
      entry && !chain.includes(entry.id);
      entry = entry.parent === null ? undefined : this.all.get(entry.parent)
    )
      chain.push(entry.id);
    this.chains.set(id, chain);
    return chain;
  }
}
