/** What was said and has not come back from the server: it is said again after a lost connection. */

export interface Unsent {
  clientActivityID: string;
  text: string;
}

/** An action of Web Chat's store about a message of the person. */
export interface PostAction {
  type: string;
  payload?: {
    activity?: {
      type?: string;
      text?: string;
      channelData?: { clientActivityID?: string };
    };
  };
  meta?: { clientActivityID?: string };
}

/** Without an echo after so long, the stream is taken to be dead. */
const PATIENCE_MS = 3000;

const POST = "DIRECT_LINE/POST_ACTIVITY_";

export class Outbox {
  private readonly waiting = new Map<string, string>();
  /** Posted by us, where Web Chat has given up. */
  private readonly posted = new Set<string>();

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
    this.posted.add(id);
  }

  /** For the echo of a message that we posted: the action that takes Web Chat's mark of failure off it. */
  delivered({ type, payload }: PostAction): PostAction | null {
    const activity = payload?.activity;
    const id = activity?.channelData?.clientActivityID ?? "";
    return type === "DIRECT_LINE/INCOMING_ACTIVITY" && this.posted.has(id)
      ? {
          type: `${POST}FULFILLED`,
          meta: { clientActivityID: id },
          payload: { activity: activity! },
        }
      : null;
  }
}
