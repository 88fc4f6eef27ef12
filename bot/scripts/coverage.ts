/** What the played scripts touched of the notices and of the contract, and what they did not. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Provision } from "../../knowledge/schema.js";
import { squeeze } from "../../knowledge/text.js";
import { caveatCode, type Citation, status } from "../../engine/result.js";
import type { Answer } from "../answer.js";
import type { ScriptNames } from "./naming.js";
import { formsOf } from "./text-numbers.js";

interface Item {
  /** How it is listed when no script touches it. */
  name: string;
  /** File in the knowledge folder that holds it; empty for items of the contract. */
  place: string;
}

/** Items of one kind: all there are, and those touched. */
class Tally {
  private readonly touched = new Set<string>();

  constructor(
    readonly kind: string,
    private readonly all: ReadonlyMap<string, Item>,
  ) {}

  touch(id: string): void {
    if (this.all.has(id)) this.touched.add(id);
  }

  lines(): string[] {
    const missed = [...this.all].filter(([id]) => !this.touched.has(id));
    return [
      `${this.kind}：共 ${this.all.size}，问到 ${this.touched.size}，没问到 ${missed.length}`,
      ...missed.map(
        ([, { name, place }]) =>
          `  没问到 ${place === "" ? "" : `${place} `}${name}`,
      ),
    ];
  }
}

/** Collects answers and reports what is left. */
export class Coverage {
  private readonly intents: Tally;
  private readonly statuses: Tally;
  private readonly caveats: Tally;
  private readonly provisions: Tally;
  private readonly clauses: Tally;
  private readonly slots: Tally;

  constructor(
    private readonly knowledge: Knowledge,
    names: ScriptNames,
  ) {
    const plain = (ids: Iterable<string>, name: (id: string) => string) =>
      new Map(
        [...ids].map((id) => [id, { name: `${name(id)}（${id}）`, place: "" }]),
      );
    const intents = new Set(
      [...names.intents.words].map((word) => names.intents.id(word) ?? word),
    );
    this.intents = new Tally(
      "意图",
      plain(intents, (id) => names.intents.name(id)),
    );
    this.statuses = new Tally(
      "状态",
      plain(status.options, (id) => names.statuses.name(id)),
    );
    this.caveats = new Tally(
      "提示",
      plain(caveatCode.options, (id) => names.caveats.name(id)),
    );
    this.slots = new Tally("条件的值", slotItems(knowledge));
    const clauses = new Map<string, Item>();
    const provisions = new Map<string, Item>();
    for (const notice of knowledge.notices.values()) {
      // Commentary is never cited.
      if (notice.kind === "commentary") continue;
      for (const clause of notice.clauses)
        clauses.set(`${notice.id}/${clause.id}`, {
          name: clause.id,
          place: `${notice.folder}/text.md`,
        });
      for (const provision of notice.provisions)
        provisions.set(provision.key, {
          name: provision.id,
          place: `${notice.folder}/provisions.yaml`,
        });
    }
    this.provisions = new Tally("规定", provisions);
    this.clauses = new Tally("条款", clauses);
  }

  /** Counts what an answer, or one of its parts, rests on. */
  add(answer: Answer): void {
    this.intents.touch(answer.intent);
    this.statuses.touch(answer.status);
    for (const { code } of answer.caveats) this.caveats.touch(code);
    for (const { slot, value } of answer.conditions)
      this.slots.touch(`${slot}/${String(value)}`);
    answer.citations.forEach((citation, at) => {
      this.clauses.touch(`${citation.notice}/${citation.clause}`);
      for (const key of this.provisionsOf(citation, answer, at))
        this.provisions.touch(key);
    });
    for (const part of answer.parts) this.add(part);
  }

  /** The provisions behind a citation: where several share a sentence, those whose number is stated. */
  private provisionsOf(
    citation: Citation,
    answer: Answer,
    at: number,
  ): string[] {
    const quote = squeeze(citation.quote);
    const sharing = (
      this.knowledge.notices.get(citation.notice)?.provisions ?? []
    ).filter(
      (provision) =>
        provision.clause === citation.clause &&
        squeeze(provision.quote) === quote,
    );
    if (sharing.length < 2) return sharing.map(({ key }) => key);
    const stated = new Set(
      [...answer.figures, ...answer.steps, ...answer.reference]
        .filter(({ citations }) => citations.includes(at))
        .flatMap(({ value }) => [value, ...formsOf(value)]),
    );
    return sharing
      .filter((provision) => {
        const own = valuesOf(provision);
        return own.length === 0 || own.some((value) => stated.has(value));
      })
      .map(({ key }) => key);
  }

  lines(): string[] {
    return [
      this.statuses,
      this.intents,
      this.caveats,
      this.provisions,
      this.clauses,
      this.slots,
    ].flatMap((tally) => tally.lines());
  }
}

function slotItems(knowledge: Knowledge): Map<string, Item> {
  const items = new Map<string, Item>();
  for (const [facet, { label, values }] of Object.entries(
    knowledge.vocabulary.file.facets,
  ))
    for (const [id, value] of Object.entries(values))
      items.set(`${facet}/${id}`, {
        name: `${label} ${value.label}`,
        place: "words.yaml",
      });
  for (const [id, { name }] of knowledge.jurisdictions.all)
    if (knowledge.noticesOf(id).some(({ kind }) => kind !== "commentary"))
      items.set(`jurisdiction/${id}`, {
        name: `地区 ${name}`,
        place: "jurisdictions.yaml",
      });
  return items;
}

/** The numbers and days that a provision states, in every form an answer may give them. */
function valuesOf({ value }: Provision): string[] {
  switch (value.kind) {
    case "amount":
    case "deductible":
    case "cap":
      return value.amount === null ? [] : formsOf(value.amount);
    case "ratio":
      return formsOf(value.ratio);
    case "points":
      return formsOf(value.points);
    case "aid":
      return formsOf(value.amount ?? value.share ?? "");
    case "bands":
      return value.bands.flatMap(({ ratio }) => formsOf(ratio));
    case "window":
      return [value.from, value.to].filter((day) => day !== null);
    case "text":
      return value.figures.flatMap((figure) => [
        figure.value,
        ...formsOf(figure.value),
      ]);
    default:
      return [];
  }
}
