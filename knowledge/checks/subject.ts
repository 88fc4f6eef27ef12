/** One notice under check: its clauses without white space, and the way to report a problem. */
import { inFolder } from "../files.js";
import type { KnowledgeParts } from "../knowledge.js";
import type { Problem } from "../problems.js";
import type { Notice, Provision } from "../schema.js";
import { squeeze } from "../text.js";

export class Subject {
  private readonly squeezed = new Map<string, string>();

  constructor(
    readonly notice: Notice,
    readonly parts: KnowledgeParts,
    private readonly problems: Problem[],
  ) {
    for (const { id, text } of notice.clauses)
      this.squeezed.set(id, squeeze(text));
  }

  /** The clause without white space; undefined when there is none of that name. */
  clause(id: string): string | undefined {
    return this.squeezed.get(id);
  }

  /** The provision of this notice with the id. */
  provision(id: string): Provision | undefined {
    return this.notice.provisions.find((one) => one.id === id);
  }

  /** A problem of one provision; `part` is the item of the entry that is to be mended. */
  provisionProblem(entry: Provision, part: string, message: string): void {
    this.report(
      "provisions.yaml",
      `provisions › ${entry.id} › ${part}`,
      message,
    );
  }

  headProblem(part: string, message: string): void {
    this.report("notice.yaml", part, message);
  }

  report(file: string, entry: string, message: string): void {
    this.problems.push({
      file: inFolder(this.notice.folder, file),
      entry,
      message,
    });
  }
}

/** The quotation and its further passages, without white space, own first. */
export function passagesOf(provision: Provision): string[] {
  let all = passages.get(provision);
  if (!all)
    passages.set(
      provision,
      (all = [
        provision.quote,
        ...provision.context.map(({ quote }) => quote),
      ].map(squeeze)),
    );
  return all;
}
const passages = new WeakMap<Provision, string[]>();

/** A text cut to its first characters, for messages. */
export function brief(text: string, length = 24): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
