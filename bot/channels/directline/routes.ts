/** Direct Line 3.0 under /v3/directline: what the web chat and any other client speak. */
import websocket from "@fastify/websocket";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { randomBytes, randomUUID } from "node:crypto";
import type { BotHost } from "../../host/host.js";
import type { Store } from "../../store/port.js";
import type { Greeting } from "../greeting.js";
import { HttpError } from "../http/errors.js";
import type { RateLimit } from "../http/rate-limit.js";
import { activityId, greetingActivity, turnActivities } from "./activities.js";
import {
  clientActivityId,
  parseActivity,
  parseFeedback,
  parseWatermark,
  type PostedActivity,
  requestedUser,
} from "./requests.js";
import { frameText, Streams } from "./streams.js";
import {
  type Claims,
  REFRESH_GRACE_SECONDS,
  TOKEN_SECONDS,
  type Tokens,
} from "./token.js";

export interface DirectLineParts {
  host: BotHost;
  store: Store;
  tokens: Tokens;
  greeting: Greeting;
  mask: (text: string) => string;
  now: () => Date;
  limits: { start: RateLimit; post: RateLimit; read: RateLimit };
  report: (error: unknown) => void;
}

type ConversationParams = { Params: { id: string } };

/** Activities in one polled page. */
const PER_PAGE = 200;
/** Tabs that show one conversation at the same time. */
const MOST_STREAMS = 20;
/** Longer frames from a client than its empty ping have no meaning. */
const LONGEST_FRAME = 4096;

/** Mounts the protocol; the prefix is given by who registers it. */
export async function directLine(
  server: FastifyInstance,
  parts: DirectLineParts,
): Promise<void> {
  await server.register(websocket, { options: { maxPayload: LONGEST_FRAME } });
  acceptEmptyBodies(server);
  server.addHook("onSend", async (_request, reply) => {
    void reply.header("cache-control", "no-store");
  });
  const routes = new DirectLineRoutes(parts);
  const startGuard = guard(parts.limits.start);
  const postGuard = guard(parts.limits.post);
  const readGuard = guard(parts.limits.read);

  server.post("/tokens/generate", startGuard, routes.generate);
  server.post("/tokens/refresh", readGuard, routes.refresh);
  server.post("/conversations", startGuard, routes.start);
  server.get("/conversations/:id", readGuard, routes.reconnect);
  server.get("/conversations/:id/activities", readGuard, routes.read);
  server.post("/conversations/:id/activities", postGuard, routes.post);
  server.post("/conversations/:id/upload", postGuard, routes.upload);
  server.get("/session/getsessionid", readGuard, async () => ({}));
  server.get(
    "/conversations/:id/stream",
    {
      websocket: true,
      preValidation: async (request: FastifyRequest) => {
        parts.limits.read.guard(request.ip);
        await routes.admitStream(request as FastifyRequest<ConversationParams>);
      },
    },
    (socket, request) =>
      routes.stream(socket, request as FastifyRequest<ConversationParams>),
  );
}

function guard(limit: RateLimit): {
  onRequest: (request: FastifyRequest) => Promise<void>;
} {
  return { onRequest: async (request) => limit.guard(request.ip) };
}

/** Clients post without a body, and some name a content type all the same. */
function acceptEmptyBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser("error", "error");
  server.removeContentTypeParser("application/json");
  server.addContentTypeParser(
    ["application/json", "application/x-www-form-urlencoded"],
    { parseAs: "string" },
    (request, body, done) => {
      if (body === "") done(null, {});
      else parse(request, body as string, done);
    },
  );
}

class DirectLineRoutes {
  private readonly streams: Streams;

  constructor(private readonly parts: DirectLineParts) {
    this.streams = new Streams(parts.store, parts.report);
  }

  /** A token for a conversation that is yet to begin. */
  generate = async (request: FastifyRequest) =>
    this.ticket({
      conversation: randomBytes(16).toString("base64url"),
      user:
        requestedUser(request.body) ??
        `dl_${randomBytes(12).toString("base64url")}`,
    });

  /** A newer token for a good one, or for one that has expired not long ago. */
  refresh = async (request: FastifyRequest) => {
    const check = this.parts.tokens.check(bearer(request));
    if (check.kind === "forged") throw unauthorized();
    if (check.kind === "expired" && check.secondsAgo > REFRESH_GRACE_SECONDS)
      throw expired();
    return this.ticket(check.claims);
  };

  /** Begins the token's conversation; a second call finds it begun. */
  start = async (request: FastifyRequest, reply: FastifyReply) => {
    const claims = this.claims(bearer(request));
    const { store, now, greeting } = this.parts;
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
      ...this.ticket(claims),
      streamUrl: this.streamUrl(request, claims, 0),
    };
  };

  /** The way back into a conversation after a reload or a lost network. */
  reconnect = async (request: FastifyRequest<ConversationParams>) => {
    const claims = await this.member(request);
    const { watermark } = request.query as { watermark?: unknown };
    const after = parseWatermark(watermark);
    return {
      ...this.ticket(claims),
      streamUrl: this.streamUrl(request, claims, after),
    };
  };

  /** The activities after a watermark. */
  read = async (
    request: FastifyRequest<ConversationParams>,
    reply: FastifyReply,
  ) => {
    const { conversation } = await this.member(request);
    const { watermark } = request.query as { watermark?: unknown };
    const after = parseWatermark(watermark);
    const { store } = this.parts;
    const activities = await store.activities(conversation, after, PER_PAGE);
    const last = activities.at(-1)?.position;
    void reply.type("application/json; charset=utf-8");
    return frameText(
      activities,
      last ?? Math.min(after, await store.lastPosition(conversation)),
    );
  };

  /** A message, an opinion on an answer, or the end of the conversation. */
  post = async (request: FastifyRequest<ConversationParams>) => {
    const claims = await this.member(request);
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
    const result = await this.parts.host.receive(
      {
        channel: "directline",
        conversation,
        message: clientId ?? randomUUID(),
        text,
        at: this.parts.now().toISOString(),
      },
      {
        compose: (turn) => turnActivities(turn, user, clientId),
        deliver: () => this.streams.notify(conversation),
      },
    );
    return result.activities[0]?.id ?? activityId(conversation, 0);
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
  upload = async (request: FastifyRequest<ConversationParams>) => {
    await this.member(request);
    throw uploadRefused();
  };

  /** Lets a WebSocket in, or refuses the upgrade with a plain HTTP status. */
  async admitStream(
    request: FastifyRequest<ConversationParams>,
  ): Promise<void> {
    const { t, watermark } = request.query as {
      t?: string;
      watermark?: string;
    };
    parseWatermark(watermark);
    const { conversation } = await this.member(request, t ?? bearer(request));
    if (this.streams.count(conversation) >= MOST_STREAMS)
      throw new HttpError(429, "too_many_requests", "同时打开的窗口太多");
  }

  stream(
    socket: import("ws").WebSocket,
    request: FastifyRequest<ConversationParams>,
  ): void {
    const { watermark } = request.query as { watermark?: string };
    this.streams.add(request.params.id, socket, parseWatermark(watermark));
  }

  /** Who speaks, provided that the conversation in the address is theirs and not over. */
  private async member(
    request: FastifyRequest<ConversationParams>,
    token: string = bearer(request),
  ): Promise<Claims> {
    const claims = this.claims(token);
    if (claims.conversation !== request.params.id)
      throw new HttpError(403, "forbidden", "这个令牌不属于这次对话");
    if (!(await this.parts.store.conversation(claims.conversation)))
      throw new HttpError(404, "conversation_over", "这次对话不存在或已结束");
    return claims;
  }

  private claims(token: string): Claims {
    const check = this.parts.tokens.check(token);
    if (check.kind === "forged") throw unauthorized();
    if (check.kind === "expired") throw expired();
    return check.claims;
  }

  private ticket(claims: Claims) {
    return {
      conversationId: claims.conversation,
      token: this.parts.tokens.issue(claims),
      expires_in: TOKEN_SECONDS,
    };
  }

  private streamUrl(request: FastifyRequest, claims: Claims, after: number) {
    const scheme = request.protocol === "https" ? "wss" : "ws";
    const path = `/v3/directline/conversations/${claims.conversation}/stream`;
    const token = this.parts.tokens.issue(claims);
    return `${scheme}://${request.host}${path}?watermark=${after || "-"}&t=${token}`;
  }
}

function bearer(request: FastifyRequest): string {
  const match = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "");
  if (!match?.[1]) throw unauthorized();
  return match[1];
}

function unauthorized(): HttpError {
  return new HttpError(401, "unauthorized", "缺少有效的令牌");
}

function expired(): HttpError {
  return new HttpError(403, "token_expired", "令牌已过期，请刷新后再试");
}

function uploadRefused(): HttpError {
  return new HttpError(
    415,
    "unsupported_media_type",
    "不接收文件，请用文字说明",
  );
}
