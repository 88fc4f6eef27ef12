/** From a word in a script to the id it stands for, with what the knowledge base knows by name. */
import { BENEFIT_LABELS, FACTS, factLabel } from "../../engine/request.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import { topicKey } from "../../engine/reference.js";
import { squeeze } from "../../knowledge/text.js";
import { TOPICS } from "../../knowledge/topics.js";
import {
  CAVEAT_NAMES,
  FIGURE_NAMES,
  INTENT_NAMES,
  type Names,
  SCOPE_NAMES,
  SLOT_NAMES,
  STATUS_NAMES,
} from "./names.js";

/** One vocabulary: words, the id each stands for, and the name that export writes. */
export class Naming {
  private readonly ids = new Map<string, string>();
  private readonly shown = new Map<string, string>();

  constructor(
    /** What the words name, for messages: 状态, 金额项目 … */
    readonly what: string,
    ...names: Names[]
  ) {
    for (const table of names)
      for (const [id, words] of Object.entries(table)) this.add(id, words);
  }

  /** The first word that claims a name keeps it. */
  add(id: string, words: readonly string[]): void {
    for (const word of [id, ...words])
      if (!this.ids.has(word)) this.ids.set(word, id);
    if (
      words[0] !== undefined &&
      this.ids.get(words[0]) === id &&
      !this.shown.has(id)
    )
      this.shown.set(id, words[0]);
  }

  id(word: string): string | undefined {
    return this.ids.get(word.trim());
  }

  /** The Chinese name of an id; the id itself without one. */
  name(id: string): string {
    return this.shown.get(id) ?? id;
  }

  get words(): Iterable<string> {
    return this.ids.keys();
  }
}

/** All vocabularies of scripts over one knowledge base. */
export class ScriptNames {
  readonly statuses = new Naming("状态", STATUS_NAMES);
  readonly caveats = new Naming("提示", CAVEAT_NAMES);
  readonly scopes = new Naming("拒答类别", SCOPE_NAMES);
  readonly intents = new Naming("意图");
  readonly slots = new Naming("条件", SLOT_NAMES);
  readonly figures = new Naming("金额项目", FIGURE_NAMES);
  readonly places = new Naming("地区");
  /** Of documents: numbers, titles and ids as they are written. */
  readonly noticeNames = new Naming("文件");
  private readonly noticeIds = new Map<string, string[]>();
  private readonly facetValues = new Map<string, Naming>();

  constructor(readonly knowledge: Knowledge) {
    for (const [id, label] of Object.entries(BENEFIT_LABELS))
      this.intents.add(id, [label]);
    for (const table of [INTENT_NAMES, SCOPE_NAMES])
      for (const [id, names] of Object.entries(table))
        this.intents.add(id, names);
    this.addSlots();
    this.addFigures();
    for (const [id, place] of knowledge.jurisdictions.all)
      this.places.add(id, [place.name, ...place.names]);
    for (const notice of knowledge.notices.values())
      for (const name of [
        notice.number,
        notice.title,
        notice.id,
        ...notice.names,
      ])
        if (name !== null) this.addNotice(name, notice.id);
    this.addFacetValues();
  }

  private addSlots(): void {
    const { facets } = this.knowledge.vocabulary.file;
    for (const [id, { label }] of Object.entries(facets))
      this.slots.add(id, [label]);
    for (const id of Object.keys(FACTS)) this.slots.add(id, [factLabel(id)]);
  }

  /** Figures named after a benefit, a payer, a topic or a stated fact. */
  private addFigures(): void {
    for (const [id, label] of Object.entries(BENEFIT_LABELS))
      this.figures.add(`${id}.difference`, [`${label}相差`]);
    this.figures.add("fact.difference", ["规定相差"]);
    const payers = this.knowledge.vocabulary.file.facets.payer?.values ?? {};
    for (const [id, { label }] of Object.entries(payers))
      this.figures.add(`contribution.aid.${id}`, [`${label}资助`]);
    for (const [topic, { label }] of Object.entries(TOPICS)) {
      const key = topicKey(topic);
      // A period is stated as two figures, of which the first day bears its name.
      this.figures.add(key.includes(".") ? key : `${key}.from`, [label, topic]);
    }
    for (const { provisions } of this.knowledge.notices.values())
      for (const { value } of provisions)
        if (value.kind === "text")
          for (const { key, label } of value.figures)
            this.figures.add(key, [label]);
  }

  private addFacetValues(): void {
    const { vocabulary } = this.knowledge;
    for (const [facet, { label, values }] of Object.entries(
      vocabulary.file.facets,
    )) {
      const naming = new Naming(label);
      for (const [id, value] of Object.entries(values))
        naming.add(id, [value.label]);
      for (const [name, { id }] of vocabulary.names(facet))
        naming.add(id, [name]);
      this.facetValues.set(facet, naming);
    }
  }

  private addNotice(name: string, id: string): void {
    this.noticeNames.add(id, [name]);
    const key = bare(name);
    const known = this.noticeIds.get(key) ?? [];
    if (!known.includes(id)) this.noticeIds.set(key, [...known, id]);
  }

  /** Ids of the notices that go by the name, number or id; empty when none does. */
  notices(name: string): readonly string[] {
    return this.noticeIds.get(bare(name)) ?? [];
  }

  /** Whether one of the notices of that name has the clause, however its number is written. */
  hasClause(notice: string, clause: string): boolean {
    const wanted = clauseName(clause);
    return this.notices(notice).some((id) =>
      this.knowledge.notices
        .get(id)
        ?.clauses.some((held) => clauseName(held.id) === wanted),
    );
  }

  /** Names of the places of which notices are held. */
  get placesHeld(): string[] {
    return [...this.knowledge.jurisdictions.all]
      .filter(([id]) => this.knowledge.noticesOf(id).length > 0)
      .map(([, { name }]) => name);
  }

  /** The values that a slot can have; undefined where they are no closed list. */
  slotValues(slot: string): Naming | undefined {
    return this.facetValues.get(slot);
  }

  /** The id of a slot's value; the word itself where the slot's values have no names. */
  slotValue(slot: string, word: string): string {
    if (slot === "jurisdiction") return this.places.id(word) ?? word;
    return this.knowledge.vocabulary.resolve(slot, word)?.id ?? word;
  }
}

/** A document's name without brackets' form, quotation marks and spaces. */
function bare(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[〔[【(]/g, "(")
    .replace(/[〕\]】)]/g, ")")
    .replace(/[《》\s]/g, "");
}

/** Full-width and half-width forms are one; white space does not count. */
export function folded(text: string): string {
  return squeeze(text.normalize("NFKC"));
}

/** 第二条, 二 and 一(三)1, 一（三）1 are the same clause. */
export function clauseName(clause: string): string {
  return folded(clause).replace(/^第(.+)条$/, "$1");
}
