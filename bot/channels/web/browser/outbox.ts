/** What was said and has not come back from the server: it is said again after a lost connection. */

export interface Unsent {
  clientActivityID: string;
  text: string;
}

/** An action of Web Chat's store about a message of the person. */
export interface PostAction {
  type: string;
  payload?: {
    activity?: { type?: string; text?: string };
  };
  meta?: { clientActivityID?: string };
}

/** Without an echo after so long, the stream is taken to be dead. */
const PATIENCE_MS = 3000;

const POST = "DIRECT_LINE/POST_ACTIVITY_";

export class Outbox {
  private readonly waiting = new Map<string, string>();

  /** `lost` is called when a message does not get through. */
  constructor(private readonly lost: () => void) {}

  /** Follows the store's actions. */
  watch({ type, payload, meta }: PostAction): void {
    const id = meta?.clientActivityID;
    const activity = payload?.activity;
    if (!type.startsWith(POST) || id === undefined) return;
    if (type === `${POST}PENDING` && activity?.type === "message")
      this.add(id, activity.text ?? "");
    else if (type === `${POST}FULFILLED`) this.waiting.delete(id);
    else if (type === `${POST}REJECTED` && this.waiting.has(id)) this.lost();
  }

  private add(id: string, text: string): void {
    // Sent once more by hand: the first one is not sent again by us.
    for (const [earlier, said] of this.waiting)
      if (said === text) this.waiting.delete(earlier);
    this.waiting.set(id, text);
    setTimeout(() => {
      if (this.waiting.has(id)) this.lost();
    }, PATIENCE_MS);
  }

  /** What has not come back, oldest first. */
  get unsent(): Unsent[] {
    return [...this.waiting].map(([clientActivityID, text]) => ({
      clientActivityID,
      text,
    }));
  }

  /** The server has it. */
  done(id: string): void {
    this.waiting.delete(id);
  }
}
