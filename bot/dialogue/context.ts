/** What a task gets: the frame, the world, and short ways to the usual questions about them. */
import type { Condition } from "../answer.js";
import type { CalcResult } from "../../engine/result.js";
import { calculate } from "../../engine/calculate.js";
import type { CalcRequest } from "../../engine/request.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Meaning } from "../../nlu/meaning.js";
import type { Frame, Slot } from "./state.js";

export interface World {
  knowledge: Knowledge;
  /** The day of the question, YYYY-MM-DD. */
  on: string;
  /** Jurisdiction id that the account or hotline serves; used as assumed. */
  place?: string;
}

export class Context {
  readonly conditions: Condition[] = [];

  constructor(
    readonly frame: Frame,
    readonly world: World,
    readonly meaning: Meaning,
  ) {}

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
    return this.knowledge.jurisdictions.label(this.place) + (this.frame.area?.value ?? "");
  }

  /** Runs the calculator for this place and day. */
  calc(benefit: CalcRequest["benefit"], facts: Record<string, unknown>): CalcResult {
    const area = this.frame.area?.value;
    return calculate(
      { benefit, jurisdiction: this.place, on: this.on, facts: { ...facts, ...(area !== undefined && benefit === "subsidy" ? { area } : {}) } } as CalcRequest,
      this.knowledge,
    );
  }

  /** Records a condition that the answer rests on. */
  rests<T extends string | number | boolean>(slot: string, held: Slot<T> | null | undefined, label: string): void {
    if (held) this.note(slot, held.value, label, held.source);
  }

  note(slot: string, value: string | number | boolean, label: string, source: Condition["source"]): void {
    if (!this.conditions.some((one) => one.slot === slot && one.value === value))
      this.conditions.push({ slot, value, label, source });
  }
}
