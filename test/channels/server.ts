/** A real server on a port of its own, with a real store in a folder of its own. */
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import WebSocket from "ws";
import { loadSecret } from "../../bot/channels/directline/secret.js";
import { closeServer } from "../../bot/channels/http/close.js";
import { buildServer } from "../../bot/channels/http/server.js";
import { step } from "../../bot/dialogue/step.js";
import { openSqliteDeskStore } from "../../bot/store/sqlite-desk.js";
import { openSqliteStore } from "../../bot/store/sqlite.js";
import { loadKnowledge } from "../../knowledge/load.js";
import { maskPersonalNumbers } from "../../nlu/mask.js";

export const knowledge = loadKnowledge();

export interface Running {
  url: string;
  data: string;
  reports: unknown[];
  /** Moves the server's clock. */
  clock: { now: Date };
  /** Stops the server and leaves its data. */
  stop(): Promise<void>;
  /** Stops the server and removes its data. */
  remove(): Promise<void>;
}

/** Starts a server; the data of an earlier one makes it a restart. */
export async function startServer(
  before?: Running,
  on: { desk?: boolean; proxies?: string[] } = {},
): Promise<Running> {
  const data =
    before?.data ?? (await mkdtemp(join(tmpdir(), "mingbai-server-")));
  const clock = before?.clock ?? { now: new Date("2022-10-08T02:00:00Z") };
  const reports: unknown[] = [];
  const store = openSqliteStore(join(data, "mingbai.db"));
  const desk = on.desk
    ? openSqliteDeskStore(join(data, "mingbai.db"))
    : undefined;
  const server = await buildServer({
    desk,
    knowledge,
    store,
    step,
    mask: maskPersonalNumbers,
    now: () => clock.now,
    secret: loadSecret(data),
    keptDays: 30,
    proxies: on.proxies,
    report: (error) => reports.push(error),
  });
  const port = before ? Number.parseInt(new URL(before.url).port, 10) : 0;
  await server.listen({ port, host: "127.0.0.1" });
  const address = server.server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    await closeServer(server);
    await desk?.close();
    await store.close();
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    data,
    reports,
    clock,
    stop,
    async remove() {
      await stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

export interface Ticket {
  conversationId: string;
  token: string;
  expires_in: number;
  streamUrl: string;
}

export interface Activity {
  id: string;
  type: string;
  text: string;
  timestamp: string;
  from: { id: string; role: string };
  replyToId?: string;
  channelData?: {
    clientActivityID?: string;
    answer?: { status: string; figures: { key: string; value: string }[] };
  };
  suggestedActions?: { actions: { type: string; value: string }[] };
}

export interface Page {
  activities: Activity[];
  watermark: string;
}

/** A Direct Line client, as plain as one can be. */
export class Client {
  constructor(
    readonly url: string,
    public ticket: Ticket,
  ) {}

  /** A client in a conversation of its own. */
  static async begin({ url }: Running): Promise<Client> {
    const client = new Client(url, {} as Ticket);
    client.ticket = await json(await client.call("POST", "/tokens/generate"));
    client.ticket = await json(await client.call("POST", "/conversations"));
    return client;
  }

  get path(): string {
    return `/conversations/${this.ticket.conversationId}`;
  }

  call(
    method: string,
    path: string,
    body?: unknown,
    token = this.ticket.token,
  ): Promise<Response> {
    return fetch(`${this.url}/v3/directline${path}`, {
      method,
      headers: {
        // A connection kept from before a restart would fail the next call.
        connection: "close",
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  post(text: string, clientActivityID?: string): Promise<Response> {
    return this.call("POST", `${this.path}/activities`, {
      type: "message",
      from: { id: "u" },
      text,
      ...(clientActivityID ? { channelData: { clientActivityID } } : {}),
    });
  }

  async read(watermark = ""): Promise<Page> {
    const path = `${this.path}/activities?watermark=${watermark}`;
    return json(await this.call("GET", path));
  }
}

export async function json<T>(response: Response): Promise<T> {
  return (await response.json()) as T;
}

/** An open stream that collects what arrives. */
export class Stream {
  readonly pages: Page[] = [];
  private constructor(readonly socket: WebSocket) {
    socket.on("message", (data) =>
      this.pages.push(JSON.parse(String(data)) as Page),
    );
  }

  static async open(url: string): Promise<Stream> {
    const socket = new WebSocket(url);
    const stream = new Stream(socket);
    await new Promise((resolve, reject) => {
      socket.on("open", resolve);
      socket.on("error", reject);
    });
    return stream;
  }

  get activities(): Activity[] {
    return this.pages.flatMap(({ activities }) => activities);
  }

  /** Waits until so many activities have come. */
  async until(count: number): Promise<Activity[]> {
    while (this.activities.length < count)
      await new Promise((resolve) => this.socket.once("message", resolve));
    return this.activities;
  }
}
