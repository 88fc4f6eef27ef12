/** The official account under /wechat: the webhook, and the pages with whole answers. */
import type { FastifyInstance } from "fastify";
import { randomBytes } from "node:crypto";
import type { BotHost } from "../../host/host.js";
import { todayInShanghai } from "../../host/today.js";
import type { Store } from "../../store/port.js";
import type { WechatStore } from "../../store/wechat.js";
import type { Greeting } from "../greeting.js";
import { guard, type Rate, RateLimit } from "../http/rate-limit.js";
import { builtFiles, sendPage } from "../web/send.js";
import { answerPage, gonePage } from "./answer-page.js";
import { CustomerService } from "./customer-service.js";
import { LateAnswers } from "./late.js";
import { readMenu } from "./menu.js";
import { Replies } from "./replies.js";
import type { WechatSettings } from "./settings.js";
import { Turns } from "./turns.js";
import { refusal, Webhook } from "./webhook.js";

export interface WechatParts {
  settings: WechatSettings;
  store: Store;
  wechat: WechatStore;
  host: BotHost;
  greeting: Greeting;
  mask: (text: string) => string;
  now: () => Date;
  report: (error: unknown) => void;
  /** How long a try may take, in milliseconds. */
  patienceMs?: number | undefined;
  /** How fast one person may write. */
  pace?: Rate | undefined;
}

/** WeChat waits for five seconds; the way there and back takes its part. */
const PATIENCE_MS = 4000;
/** Far above what anybody writes: no message of a busy person is lost, a runaway program is slowed down. */
const PERSON = { burst: 500, perSecond: 200 };
const PAGE = { burst: 1000, perSecond: 100 };
const PAGE_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;
/** How often promises of other processes are looked for, and old notes removed. */
const ROUND_MS = 15_000;
/** Signatures are good for ten minutes around their time. */
const NOTES_KEPT_MS = 25 * 60 * 1000;

/** Mounts the account; the prefix is given by who registers it. */
export async function wechat(
  server: FastifyInstance,
  parts: WechatParts,
): Promise<void> {
  const { settings, now, report } = parts;
  const turns = new Turns(parts.host, () =>
    randomBytes(16).toString("base64url"),
  );
  const late = lateAnswers(parts, turns);
  const replies = new Replies({
    ...parts,
    turns,
    late,
    menu: readMenu(settings.menuFile),
    limit: new RateLimit(parts.pace ?? PERSON, now),
    patienceMs: parts.patienceMs ?? PATIENCE_MS,
  });
  const webhook = new Webhook({ ...parts, replies });

  // Bodies are taken as bytes, whatever they are called.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", { parseAs: "buffer" }, (_, body, done) => {
    done(null, body);
  });
  server.addHook("onSend", async (_request, reply) => {
    void reply.header("x-content-type-options", "nosniff");
  });
  // What the server refuses before the webhook sees it is noted all the same.
  server.addHook("onError", async (request, _reply, { code, statusCode }) => {
    if (code === "FST_ERR_CTP_BODY_TOO_LARGE")
      report(refusal(request, statusCode ?? 413, "太大"));
  });
  server.get("/", webhook.check);
  server.post("/", webhook.receive);
  pages(server, parts);

  const round = async (): Promise<void> => {
    const before = new Date(now().getTime() - NOTES_KEPT_MS);
    await parts.wechat.forget(before.toISOString());
    await late?.resume();
  };
  const timer = setInterval(() => void round().catch(report), ROUND_MS);
  timer.unref();
  server.addHook("onReady", () => round().catch(report));
  server.addHook("onClose", async () => {
    clearInterval(timer);
    await late?.settle();
  });
}

function lateAnswers(parts: WechatParts, turns: Turns): LateAnswers | null {
  const { service, appId } = parts.settings;
  if (service === null) return null;
  const { wechat: store, now, report } = parts;
  const api = new CustomerService({ appId, ...service, store, now, report });
  return new LateAnswers({ ...parts, turns, service: api });
}

/** The whole answers, each for a week at an address that only its person knows. */
function pages(
  server: FastifyInstance,
  { wechat: notes, now }: WechatParts,
): void {
  const { assets } = builtFiles();
  const limited = guard(new RateLimit(PAGE, now));
  server.get("/answers/:name", limited, async (request, reply) => {
    const { name } = request.params as { name: string };
    const turn = /^[\w-]{22}$/.test(name)
      ? await notes.turnOfActivity(name)
      : null;
    const end = turn ? Date.parse(turn.at) + PAGE_DAYS * DAY_MS : 0;
    if (!turn || end <= now().getTime())
      return sendPage(request, reply.status(404), gonePage(assets));
    const until = todayInShanghai(new Date(end));
    const page = answerPage(assets, { answer: turn.answer, until });
    return sendPage(request, reply, page, "private, no-store");
  });
}
