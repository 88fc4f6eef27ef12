/** Open WebSocket streams: each sends what follows its position, in order and once. */
import type { WebSocket } from "ws";
import type { Store } from "../../store/port.js";

/** Activities in one frame; a long history comes in several. */
const PER_FRAME = 50;
/** A client that does not read is dropped before its backlog hurts. */
const MOST_BUFFERED = 1_000_000;

export class Streams {
  private readonly open = new Map<string, Set<Stream>>();

  constructor(
    private readonly store: Store,
    private readonly report: (error: unknown) => void,
  ) {}

  /** How many streams a conversation has. */
  count(conversation: string): number {
    return this.open.get(conversation)?.size ?? 0;
  }

  /** Sends the conversation to the socket from a position on, until it closes. */
  add(conversation: string, socket: WebSocket, after: number): void {
    const stream = new Stream(this.store, conversation, socket, after);
    const streams = this.open.get(conversation) ?? new Set();
    this.open.set(conversation, streams.add(stream));
    socket.on("close", () => {
      streams.delete(stream);
      if (streams.size === 0) this.open.delete(conversation);
    });
    socket.on("error", () => socket.terminate());
    // Clients ping with an empty text; nothing else comes this way.
    socket.on("message", () => undefined);
    stream.pump().catch(this.report);
  }

  /** There is something new in the conversation. */
  notify(conversation: string): void {
    for (const stream of this.open.get(conversation) ?? [])
      stream.pump().catch(this.report);
  }

  /** Ends every stream; clients come back to where they were. */
  close(): void {
    for (const streams of this.open.values())
      for (const stream of streams) stream.end(1001);
  }

  /** The conversation is over: its streams end. */
  end(conversation: string): void {
    for (const stream of this.open.get(conversation) ?? []) stream.end();
  }
}

class Stream {
  private pumping = false;
  private more = false;

  constructor(
    private readonly store: Store,
    private readonly conversation: string,
    private readonly socket: WebSocket,
    private position: number,
  ) {}

  /** Sends everything new. Calls during a run only make it look once more. */
  async pump(): Promise<void> {
    this.more = true;
    if (this.pumping) return;
    this.pumping = true;
    try {
      while (this.more && this.socket.readyState === this.socket.OPEN) {
        this.more = await this.frame();
      }
    } finally {
      this.pumping = false;
    }
  }

  private async frame(): Promise<boolean> {
    this.more = false;
    const activities = await this.store.activities(
      this.conversation,
      this.position,
      PER_FRAME,
    );
    const last = activities.at(-1);
    if (!last) return this.more;
    this.position = last.position;
    if (this.socket.bufferedAmount > MOST_BUFFERED) this.socket.terminate();
    else this.socket.send(frameText(activities, last.position));
    return true;
  }

  end(code = 1000): void {
    this.socket.close(code);
  }
}

/** The stored activities go out byte for byte. */
export function frameText(
  activities: readonly { json: string }[],
  watermark: number,
): string {
  const list = activities.map((activity) => activity.json).join(",");
  return `{"activities":[${list}],"watermark":"${watermark}"}`;
}
