/** What each Direct Line call does. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { randomBytes, randomUUID } from "node:crypto";
import type { WebSocket } from "ws";
import type { Change } from "../../phrasing/changes.js";
import type { State } from "../../dialogue/state.js";
import type { BotHost } from "../../host/host.js";
import type { Store, TurnRecord } from "../../store/port.js";
import type { Greeting } from "../greeting.js";
import { HttpError } from "../http/errors.js";
import type { RateLimit } from "../http/rate-limit.js";
import { type Access, bearer, type Ticket } from "./access.js";
import { greetingActivity, turnActivities } from "./activities.js";
import {
  clientActivityId,
  parseActivity,
  parseFeedback,
  parseWatermark,
  type PostedActivity,
  requestedUser,
} from "./requests.js";
import { frameText, Streams } from "./streams.js";
import type { Claims } from "./token.js";

export interface ConversationParts {
  host: BotHost;
  store: Store;
  access: Access;
  greeting: Greeting;
  /** How fast may be posted in one conversation. */
  talk: RateLimit;
  /** What may be changed in an answer with a few words, tried on the state after it. */
  changes: (turn: TurnRecord, state: State) => Change[];
  /** Takes personal numbers out of a text. */
  mask: (text: string) => string;
  now: () => Date;
  report: (error: unknown) => void;
}

type Started = Ticket & { streamUrl: string };

/** Activities in one polled page. */
const PER_PAGE = 200;
/** Tabs that show one conversation at the same time. */
const MOST_STREAMS = 20;

export class Conversations {
  private readonly streams: Streams;

  constructor(private readonly parts: ConversationParts) {
    this.streams = new Streams(parts.store, parts.report);
  }

  /** A token for a conversation that is yet to begin. */
  generate = async (request: FastifyRequest): Promise<Ticket> =>
    this.parts.access.ticket({
      conversation: randomBytes(16).toString("base64url"),
      user:
        requestedUser(request.body) ??
        `dl_${randomBytes(12).toString("base64url")}`,
    });

  /** A newer token for a good one, or for one that has expired not long ago. */
  refresh = async (request: FastifyRequest): Promise<Ticket> => {
    const { access } = this.parts;
    return access.ticket(access.refreshable(bearer(request)));
  };

  /** Begins the token's conversation; a second call finds it begun. */
  start = async (
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Started> => {
    const { store, now, greeting, access } = this.parts;
    const claims = access.claims(bearer(request));
    const id = claims.conversation;
    const known = await store.conversation(id);
    if (!known) {
      const at = now().toISOString();
      await store.open(
        { id, channel: "directline", at },
        greetingActivity({ conversation: id, at }, greeting),
      );
    }
    void reply.status(known ? 200 : 201);
    return {
      ...access.ticket(claims),
      streamUrl: access.streamUrl(request, claims, 0),
    };
  };

  /** The way back into a conversation after a reload or a lost network. */
  reconnect = async (request: FastifyRequest): Promise<Started> => {
    const { access } = this.parts;
    const claims = await access.member(request);
    const streamUrl = access.streamUrl(request, claims, watermark(request));
    return { ...access.ticket(claims), streamUrl };
  };

  /** The activities after a watermark. */
  read = async (
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string> => {
    const { store, access } = this.parts;
    const { conversation } = await access.member(request);
    const after = watermark(request);
    const activities = await store.activities(conversation, after, PER_PAGE);
    const last =
      activities.at(-1)?.position ??
      Math.min(after, await store.lastPosition(conversation));
    void reply.type("application/json; charset=utf-8");
    return frameText(activities, last);
  };

  /** A message, an opinion on an answer, or the end of the conversation. */
  post = async (request: FastifyRequest): Promise<{ id: string }> => {
    const claims = await this.parts.access.member(request);
    this.parts.talk.guard(claims.conversation);
    const activity = parseActivity(request.body);
    switch (activity.type) {
      case "message":
        return { id: await this.message(claims, activity) };
      case "event":
        if (activity.name === "feedback")
          await this.feedback(claims, activity.value);
        return { id: randomUUID() };
      case "endOfConversation":
        await this.parts.store.remove(claims.conversation);
        this.streams.end(claims.conversation);
        return { id: randomUUID() };
      default:
        // Typing signs and the like are taken note of and mean nothing here.
        return { id: randomUUID() };
    }
  };

  private async message(
    { conversation, user }: Claims,
    activity: PostedActivity,
  ): Promise<string> {
    const clientId = clientActivityId(activity);
    const text =
      activity.text ??
      (typeof activity.value === "string" ? activity.value : "");
    const { activities } = await this.parts.host.receive(
      {
        channel: "directline",
        conversation,
        message: clientId ?? randomUUID(),
        text,
        at: this.parts.now().toISOString(),
      },
      {
        compose: (turn, state) =>
          turnActivities(
            turn,
            user,
            clientId,
            state ? this.parts.changes(turn, state) : [],
          ),
        deliver: () => this.streams.notify(conversation),
      },
    );
    const [echo] = activities;
    if (!echo) throw new Error("存下的消息没有编号");
    return echo.id;
  }

  private async feedback(
    { conversation }: Claims,
    value: unknown,
  ): Promise<void> {
    const { subject, helpful, reason } = parseFeedback(value);
    const { store, mask, now } = this.parts;
    await store.addFeedback({
      conversation,
      subject: mask(subject),
      helpful,
      reason: mask(reason),
      at: now().toISOString(),
    });
  }

  /** Files are not taken: nobody reads them, and they would hold personal data. */
  upload = async (request: FastifyRequest): Promise<never> => {
    await this.parts.access.member(request);
    throw new HttpError(
      415,
      "unsupported_media_type",
      "不接收文件，请用文字说明",
    );
  };

  /** Lets a WebSocket in, or refuses the upgrade with a plain HTTP status. */
  admit = async (request: FastifyRequest): Promise<void> => {
    watermark(request);
    const { t } = request.query as { t?: string };
    const { conversation } = await this.parts.access.member(
      request,
      t ?? bearer(request),
    );
    if (this.streams.count(conversation) >= MOST_STREAMS)
      throw new HttpError(429, "too_many_requests", "同时打开的窗口太多");
  };

  stream = (socket: WebSocket, request: FastifyRequest): void => {
    const { id } = request.params as { id: string };
    this.streams.add(id, socket, watermark(request));
  };

  /** Ends every stream, for a server that stops. */
  close(): void {
    this.streams.close();
  }
}

function watermark(request: FastifyRequest): number {
  const { watermark } = request.query as { watermark?: unknown };
  return parseWatermark(watermark);
}
