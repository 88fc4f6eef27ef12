/** A webhook request as WeChat signs it: opened on the way in, sealed on the way out. */
import {
  CipherError,
  decrypt,
  encrypt,
  type Opened,
  replyRandom,
} from "./cipher.js";
import type { WechatSettings } from "./settings.js";
import { isFresh, isSignature, signatureOf } from "./signature.js";
import { element, type Fields, numberElement, readXml, xml } from "./xml.js";

/** What stands in the address of a call. */
export type Query = Readonly<Record<string, string | undefined>>;

/** A call that does not come from WeChat, or not now; the reason goes to the log. */
export class Refused extends Error {}

export interface Letter {
  fields: Fields;
  /** The key that it came with and that the reply goes back with; null in plain mode. */
  key: Buffer | null;
}

/** Answers WeChat's check of the address: the text to send back. Throws Refused. */
export function checkAddress(
  query: Query,
  { token }: WechatSettings,
  now: Date,
): string {
  checkPlainSignature(query, token, now);
  return query.echostr ?? "";
}

/** Throws Refused unless token, timestamp and nonce are signed and fresh. */
export function checkPlainSignature(
  { signature = "", timestamp = "", nonce = "" }: Query,
  token: string,
  now: Date,
): void {
  if (!isSignature(signature, [token, timestamp, nonce]))
    throw new Refused("签名不对");
  if (!isFresh(timestamp, now)) throw new Refused("时间戳过期");
}

/** Opens a posted body. Throws Refused, CipherError or XmlError. */
export function openLetter(
  body: string,
  query: Query,
  settings: WechatSettings,
  now: Date,
): Letter {
  if (settings.keys.length > 0) return openSealed(body, query, settings, now);
  checkPlainSignature(query, settings.token, now);
  return { fields: readXml(body), key: null };
}

function openSealed(
  body: string,
  query: Query,
  { token, keys, appId }: WechatSettings,
  now: Date,
): Letter {
  const { msg_signature = "", timestamp = "", nonce = "" } = query;
  if (msg_signature === "") throw new Refused("安全模式下收到明文");
  if (!isFresh(timestamp, now)) throw new Refused("时间戳过期");
  const sealed = readXml(body).get("Encrypt") ?? "";
  if (!isSignature(msg_signature, [token, timestamp, nonce, sealed]))
    throw new Refused("签名不对");
  const { key, opened } = decryptWithAny(keys, sealed, appId);
  return { fields: readXml(opened.text), key };
}

/** After a change of the key, messages sealed with the previous one still come in. */
function decryptWithAny(
  keys: readonly Buffer[],
  sealed: string,
  appId: string,
): { key: Buffer; opened: Opened } {
  let failure: Error | null = null;
  for (const key of keys) {
    try {
      const opened = decrypt(key, sealed);
      if (opened.appId === appId) return { key, opened };
      failure = new Refused("appid 不对");
    } catch (error) {
      if (!(error instanceof CipherError)) throw error;
      failure ??= error;
    }
  }
  throw failure ?? new CipherError("没有密钥");
}

/** The reply as it goes out: as it is, or sealed with the key of the message. */
export function sealReply(
  reply: string,
  key: Buffer | null,
  { token, appId }: WechatSettings,
  timestamp: string,
): string {
  if (key === null) return reply;
  const random = replyRandom(key, reply);
  const sealed = encrypt(key, { text: reply, appId }, random);
  const nonce = random.readUInt32BE(0).toString();
  return xml([
    element("Encrypt", sealed),
    element("MsgSignature", signatureOf([token, timestamp, nonce, sealed])),
    numberElement("TimeStamp", timestamp),
    element("Nonce", nonce),
  ]);
}
