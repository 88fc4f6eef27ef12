/** The webhook: WeChat's calls checked, opened, answered and sealed. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { WechatStore } from "../../store/wechat.js";
import { HttpError } from "../http/errors.js";
import { CipherError } from "./cipher.js";
import {
  checkAddress,
  openLetter,
  type Query,
  Refused,
  sealReply,
} from "./envelope.js";
import { type Message, MessageError, readMessage } from "./messages.js";
import type { Replies } from "./replies.js";
import type { WechatSettings } from "./settings.js";
import { element, numberElement, xml, XmlError } from "./xml.js";

export interface WebhookParts {
  settings: WechatSettings;
  wechat: WechatStore;
  replies: Replies;
  now: () => Date;
  /** Told of refusals, for the log; never gets what stands in a message. */
  report: (error: unknown) => void;
}

/** Taken note of, nothing to say. */
const NOTHING = "success";

export class Webhook {
  constructor(private readonly parts: WebhookParts) {}

  /** WeChat's check of the address: its text comes back byte for byte. */
  check = async (
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string> => {
    const { settings, now } = this.parts;
    void reply.type("text/plain; charset=utf-8");
    return this.refusing(request, async () =>
      checkAddress(readQuery(request), settings, now()),
    );
  };

  /** A message, or one of its further tries. */
  receive = async (
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string> => {
    const { settings, replies } = this.parts;
    const { message, key } = await this.refusing(request, () =>
      this.open(request),
    );
    const text = await replies.to(message, this.base(request));
    if (text === null) {
      void reply.type("text/plain; charset=utf-8");
      return NOTHING;
    }
    void reply.type("application/xml; charset=utf-8");
    return sealReply(replyXml(message, text), key, settings, message.createdAt);
  };

  private async open(
    request: FastifyRequest,
  ): Promise<{ message: Message; key: Buffer | null }> {
    const { settings, wechat, now } = this.parts;
    const query = readQuery(request);
    const { fields, key } = openLetter(bodyOf(request), query, settings, now());
    const message = readMessage(fields);
    // A plain signature does not cover the body: it is good for one message and its tries.
    if (key === null) {
      const bound = await wechat.bindSignature(
        query.signature ?? "",
        `${message.person} ${message.id}`,
        now().toISOString(),
      );
      if (!bound) throw new Refused("签名用在了另一条消息上");
    }
    return { message, key };
  }

  /** Turns what is wrong with a call into its status; the reason stays in the log. */
  private async refusing<T>(
    request: FastifyRequest,
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const status = statusOf(error);
      if (status === null) throw error;
      this.parts.report(refusal(request, status, (error as Error).message));
      throw status === 403
        ? new HttpError(403, "forbidden", "签名没有通过")
        : new HttpError(400, "bad_request", "消息读不懂");
    }
  }

  /** Where people reach this server: as set, or as WeChat called it. */
  private base(request: FastifyRequest): string {
    const { publicUrl } = this.parts.settings;
    if (publicUrl !== null) return publicUrl;
    const secure =
      request.protocol === "https" ||
      request.headers["x-forwarded-proto"] === "https";
    const host = /^[\w.:[\]-]+$/.test(request.host)
      ? request.host
      : "localhost";
    return `${secure ? "https" : "http"}://${host}`;
  }
}

/** A refusal as it is logged: why and how large, never what. */
export function refusal(
  request: FastifyRequest,
  status: number,
  why: string,
): string {
  const bytes = request.headers["content-length"] ?? "0";
  return `微信：拒绝一个请求（${String(status)}，${why}，${bytes}字节）`;
}

function statusOf(error: unknown): 400 | 403 | null {
  if (error instanceof Refused) return 403;
  const unreadable =
    error instanceof CipherError ||
    error instanceof XmlError ||
    error instanceof MessageError;
  return unreadable ? 400 : null;
}

/** The reply, the same for each try: its time is the message's own. */
function replyXml(
  { person, account, createdAt }: Message,
  text: string,
): string {
  return xml([
    element("ToUserName", person),
    element("FromUserName", account),
    numberElement("CreateTime", createdAt),
    element("MsgType", "text"),
    element("Content", text),
  ]);
}

/** The parts of the address; of one that comes twice, the last. A plus sign stays one. */
function readQuery(request: FastifyRequest): Query {
  const url = request.raw.url ?? "";
  const search = url.includes("?") ? url.slice(url.indexOf("?") + 1) : "";
  const query: Record<string, string> = Object.create(null) as Record<
    string,
    string
  >;
  for (const pair of search.split("&")) {
    const [name = "", ...value] = pair.split("=");
    query[decoded(name)] = decoded(value.join("="));
  }
  return query;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refused("地址读不懂");
  }
}

function bodyOf({ body }: FastifyRequest): string {
  if (!Buffer.isBuffer(body)) throw new XmlError("没有内容");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw new XmlError("不是 UTF-8");
  }
}
