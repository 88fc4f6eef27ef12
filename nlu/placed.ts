/** What was found in a text, by where it begins: a stretch is asked for its own without looking at all others. */
import type { Span } from "./meaning.js";

export class Placed<T extends { span: Span }> {
  private readonly at = new Map<number, T[]>();

  constructor(readonly all: readonly T[]) {
    for (const one of all) {
      const here = this.at.get(one.span[0]);
      if (here) here.push(one);
      else this.at.set(one.span[0], [one]);
    }
  }

  /** Those that lie wholly within a stretch, from left to right. */
  inside([from, to]: Span): T[] {
    const found: T[] = [];
    for (let place = from; place < to; place++)
      for (const one of this.at.get(place) ?? [])
        if (one.span[1] <= to) found.push(one);
    return found;
  }
}
