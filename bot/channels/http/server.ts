/** All HTTP surfaces on one server. */
import Fastify, { type FastifyInstance } from "fastify";
import { randomUUID } from "node:crypto";
import type { Knowledge } from "../../../knowledge/knowledge.js";
import { changesOf } from "../../dialogue/changes.js";
import { initialState } from "../../dialogue/step.js";
import { BotHost } from "../../host/host.js";
import { type Step, TurnLoop } from "../../host/loop.js";
import { todayInShanghai } from "../../host/today.js";
import type { DeskStore } from "../../store/desk.js";
import type { Store } from "../../store/port.js";
import { openApi } from "../api/openapi.js";
import { apiPage } from "../api/page.js";
import { api } from "../api/routes.js";
import { desk } from "../desk/routes.js";
import { Access } from "../directline/access.js";
import { directLine } from "../directline/routes.js";
import { Tokens } from "../directline/token.js";
import { greeting } from "../greeting.js";
import { web } from "../web/routes.js";
import { builtFiles, sendPage } from "../web/send.js";
import { wechat, type WechatParts } from "../wechat/routes.js";
import { HttpError, installErrors, refuseUnreadable } from "./errors.js";
import { type Rate, RateLimit } from "./rate-limit.js";

export interface ServerParts {
  knowledge: Knowledge;
  store: Store;
  step: Step;
  /** Takes personal numbers out of a text. */
  mask: (text: string) => string;
  now: () => Date;
  /** Signs the tokens of Direct Line. */
  secret: Buffer;
  place?: string | undefined;
  keptDays: number;
  /** Reverse proxies that are believed when they say who called; the others are the callers themselves. */
  proxies?: string[] | undefined;
  /** The official account; without it /wechat does not exist. */
  wechat?:
    | Pick<WechatParts, "settings" | "wechat" | "patienceMs" | "pace">
    | undefined;
  /** The hotline desk; without it /desk does not exist. */
  desk?: DeskStore | undefined;
  /** Told of failures, for the log. */
  report: (error: unknown) => void;
}

/** 20,000 characters of any script, and what stands around them. */
const LARGEST_BODY = 256 * 1024;

/** A whole office, or a city behind one gateway, may share an address; a flood is far above these. */
const RATES = {
  start: { burst: 1000, perSecond: 20 },
  post: { burst: 2000, perSecond: 100 },
  // In one conversation; nobody writes faster.
  talk: { burst: 200, perSecond: 20 },
  read: { burst: 2000, perSecond: 500 },
  api: { burst: 1000, perSecond: 100 },
  // A shift signs in at once; passwords are not tried faster than this.
  signIn: { burst: 60, perSecond: 0.5 },
} as const satisfies Record<string, Rate>;

/** Whether a question that comes out of the blue today is answered. */
function isAnswered(
  text: string,
  { step, knowledge, now }: ServerParts,
): boolean {
  const world = { knowledge, on: todayInShanghai(now()) };
  const { answer } = step(initialState(), { text }, world);
  return answer.status === "answered";
}

/** The server, ready to listen; closing it leaves the store open. */
export async function buildServer(
  parts: ServerParts,
): Promise<FastifyInstance> {
  const { knowledge, store, mask, now, report } = parts;
  const server = Fastify({
    bodyLimit: LARGEST_BODY,
    genReqId: () => randomUUID(),
    trustProxy: parts.proxies?.length ? parts.proxies : false,
    frameworkErrors: refuseUnreadable,
  });
  server.removeContentTypeParser("text/plain");
  server.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  installErrors(server, report);
  const host = new BotHost(new TurnLoop(parts));
  const welcome = greeting(knowledge, (question) =>
    isAnswered(question, parts),
  );
  const limit = (rate: Rate): RateLimit => new RateLimit(rate, now);

  server.get("/healthz", async () => ({ status: "ok" }));
  server.get("/readyz", async () => {
    if (await store.ready()) return { status: "ok" };
    throw new HttpError(503, "not_ready", "数据库没有准备好");
  });
  const description = openApi(knowledge, RATES.api);
  server.get("/openapi.json", async () => description);
  const described = apiPage(builtFiles().assets, description);
  server.get("/api/docs", async (request, reply) =>
    sendPage(request, reply, described),
  );

  await server.register(directLine, {
    prefix: "/v3/directline",
    host,
    store,
    access: new Access(new Tokens(parts.secret, now), store),
    greeting: welcome,
    talk: limit(RATES.talk),
    changes: ({ answer, on }, state) =>
      changesOf(state, answer, { knowledge, on, place: parts.place }),
    mask,
    now,
    report,
    limits: {
      start: limit(RATES.start),
      post: limit(RATES.post),
      read: limit(RATES.read),
    },
  });
  await server.register(api, {
    prefix: "/api",
    host,
    knowledge,
    now,
    limit: limit(RATES.api),
  });
  await server.register(web, {
    knowledge,
    greeting: welcome,
    keptDays: parts.keptDays,
  });
  if (parts.desk)
    await server.register(desk, {
      prefix: "/desk",
      host,
      store,
      desk: parts.desk,
      knowledge,
      mask,
      now,
      limits: { signIn: limit(RATES.signIn), work: limit(RATES.api) },
    });
  if (parts.wechat)
    await server.register(wechat, {
      prefix: "/wechat",
      ...parts.wechat,
      store,
      host,
      greeting: welcome,
      mask,
      now,
      report,
    });
  return server;
}
