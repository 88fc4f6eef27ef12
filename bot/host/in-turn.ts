/** Work of one conversation is done one after the other, in the order in which it came. */

export class InTurn {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Runs the work when everything of the same name that came before it is done. */
  run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(name) ?? Promise.resolve();
    const result = before.then(work);
    const done = result
      .catch(() => undefined)
      .then(() => {
        if (this.last.get(name) === done) this.last.delete(name);
      });
    this.last.set(name, done);
    return result;
  }
}
