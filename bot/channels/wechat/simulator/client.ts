/** Plays WeChat's side of the webhook: signs, seals, waits five seconds, tries again. */
import { randomBytes } from "node:crypto";
import { decrypt, encrypt } from "../cipher.js";
import { isSignature, signatureOf } from "../signature.js";
import { element, numberElement, readXml, xml } from "../xml.js";

export interface Account {
  /** Address of the webhook. */
  url: string;
  token: string;
  appId: string;
  /** The key of safe mode; null plays plain mode. */
  key: Buffer | null;
  now: () => Date;
  /** How long a try may take, in milliseconds; five seconds in WeChat. */
  waitMs?: number | undefined;
}

/** What came back for a message. */
export interface Received {
  /** HTTP status of the last try; 0 when none was answered in time. */
  status: number;
  /** The text that the person reads; null for success, an error or nothing. */
  text: string | null;
  /** The body as it came. */
  body: string;
  tries: number;
}

/** A message or event by its fields, without sender, receiver and time. */
export type Fields = Readonly<Record<string, string>>;

const WAIT_MS = 5000;
const MOST_TRIES = 3;

/** The account's own id. */
const ACCOUNT = "gh_mingbai";

export class WechatClient {
  private lastId: bigint;

  constructor(private readonly account: Account) {
    this.lastId = BigInt(account.now().getTime()) * 1_000_000n;
  }

  /** WeChat's check of the address; whether it was answered as it must be. */
  async check(): Promise<boolean> {
    const echo = randomBytes(12).toString("base64");
    const url = this.address({ echostr: echo });
    const reply = await fetch(url, { headers: { connection: "close" } });
    return reply.status === 200 && (await reply.text()) === echo;
  }

  /** A number that no other message has; larger than a JavaScript number can hold. */
  nextId(): string {
    this.lastId += 1n;
    return this.lastId.toString();
  }

  /** The document of a message as WeChat writes it. */
  document(person: string, fields: Fields): string {
    const seconds = Math.floor(this.account.now().getTime() / 1000);
    return xml([
      element("ToUserName", ACCOUNT),
      element("FromUserName", person),
      numberElement("CreateTime", String(seconds)),
      ...Object.entries(fields).map(([name, value]) =>
        name === "MsgId" ? numberElement(name, value) : element(name, value),
      ),
    ]);
  }

  /** A person's text. */
  say(person: string, text: string, id = this.nextId()): Promise<Received> {
    return this.send(
      this.document(person, { MsgType: "text", Content: text, MsgId: id }),
    );
  }

  /** An event such as subscribe or CLICK. */
  event(person: string, name: string, key = ""): Promise<Received> {
    return this.send(
      this.document(person, { MsgType: "event", Event: name, EventKey: key }),
    );
  }

  /** Sends a document until it is answered in time, at most three times. */
  async send(document: string): Promise<Received> {
    let last: Received = { status: 0, text: null, body: "", tries: 0 };
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      const given = await this.try(document);
      last = { ...(given ?? last), tries };
      if (given && given.status < 500) return last;
    }
    return last;
  }

  /** One try; null when it took too long or the connection broke. */
  async try(document: string): Promise<Omit<Received, "tries"> | null> {
    const { url, body } = this.sealed(document);
    try {
      const reply = await fetch(url, {
        method: "POST",
        headers: { "content-type": "text/xml" },
        body,
        signal: AbortSignal.timeout(this.account.waitMs ?? WAIT_MS),
      });
      const text = await reply.text();
      return {
        status: reply.status,
        text: reply.status === 200 ? this.opened(text) : null,
        body: text,
      };
    } catch {
      return null;
    }
  }

  private sealed(document: string): { url: string; body: string } {
    const { key, appId } = this.account;
    if (key === null) return { url: this.address({}), body: document };
    const random = randomBytes(16);
    const sealed = encrypt(key, { text: document, appId }, random);
    const body = xml([
      element("ToUserName", ACCOUNT),
      element("Encrypt", sealed),
    ]);
    return { url: this.address({ encrypt_type: "aes" }, sealed), body };
  }

  /** The signed address; with a sealed text its signature, too. */
  private address(more: Record<string, string>, sealed?: string): string {
    const { url, token, now } = this.account;
    const timestamp = Math.floor(now().getTime() / 1000).toString();
    const nonce = randomBytes(5).readUIntBE(0, 5).toString();
    const query = new URLSearchParams({
      signature: signatureOf([token, timestamp, nonce]),
      timestamp,
      nonce,
      ...more,
      ...(sealed === undefined
        ? {}
        : { msg_signature: signatureOf([token, timestamp, nonce, sealed]) }),
    });
    return `${url}?${query.toString()}`;
  }

  /** The text of a reply; a sealed one is checked as WeChat does. Throws when it is not as it must be. */
  private opened(body: string): string | null {
    if (body === "success" || body === "") return null;
    const { key, token, appId } = this.account;
    if (key === null) return contentOf(body);
    const fields = readXml(body);
    const value = (name: string): string => fields.get(name) ?? "";
    const sealed = value("Encrypt");
    const parts = [token, value("TimeStamp"), value("Nonce"), sealed];
    if (!isSignature(value("MsgSignature"), parts))
      throw new Error("回复的签名不对");
    const opened = decrypt(key, sealed);
    if (opened.appId !== appId) throw new Error("回复的 appid 不对");
    return contentOf(opened.text);
  }
}

function contentOf(reply: string): string {
  const fields = readXml(reply);
  const content = fields.get("Content");
  if (fields.get("MsgType") !== "text" || content === undefined)
    throw new Error("回复不是文字消息");
  return content;
}
