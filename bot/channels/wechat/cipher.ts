/**
 * Safe mode: AES-256-CBC over 16 random bytes, the length of the text in four
 * bytes, the text, and the account's id, padded to 32 bytes (PKCS#7).
 */
import { createCipheriv, createDecipheriv, createHmac } from "node:crypto";

/** A cipher text that was not made with this key, or was damaged. */
export class CipherError extends Error {}

export interface Opened {
  text: string;
  appId: string;
}

const BLOCK = 32;
const AES_BLOCK = 16;
const RANDOM = 16;
const LENGTH = 4;

/** The 32 bytes of an EncodingAESKey (43 characters). Throws when it is none. */
export function decodeKey(encoded: string): Buffer {
  if (!/^[A-Za-z0-9+/]{43}$/.test(encoded))
    throw new Error("EncodingAESKey 应是43个字母或数字");
  return Buffer.from(`${encoded}=`, "base64");
}

/** Opens a cipher text; every byte of the padding and the length are checked. Throws CipherError. */
export function decrypt(key: Buffer, encoded: string): Opened {
  const sealed = base64(encoded);
  if (sealed.length === 0 || sealed.length % AES_BLOCK !== 0)
    throw new CipherError("密文长度不对");
  const decipher = createDecipheriv(
    "aes-256-cbc",
    key,
    key.subarray(0, AES_BLOCK),
  ).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(sealed), decipher.final()]);
  const plain = unpad(padded);
  if (plain.length < RANDOM + LENGTH) throw new CipherError("密文太短");
  const from = RANDOM + LENGTH;
  const to = from + plain.readUInt32BE(RANDOM);
  if (to > plain.length) throw new CipherError("密文里的长度不对");
  return {
    text: utf8(plain.subarray(from, to)),
    appId: utf8(plain.subarray(to)),
  };
}

/** Seals a text for the account. */
export function encrypt(
  key: Buffer,
  { text, appId }: Opened,
  random: Buffer,
): string {
  const body = Buffer.from(text, "utf8");
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(body.length);
  const plain = Buffer.concat([random, length, body, Buffer.from(appId)]);
  const count = BLOCK - (plain.length % BLOCK);
  const cipher = createCipheriv(
    "aes-256-cbc",
    key,
    key.subarray(0, AES_BLOCK),
  ).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(count, count)])),
    cipher.final(),
  ]).toString("base64");
}

/**
 * The 16 “random” bytes of a reply. They follow from the key and the text, so
 * that a retry gets the very same bytes, and nobody without the key can tell
 * them from random ones.
 */
export function replyRandom(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest().subarray(0, RANDOM);
}

function unpad(padded: Buffer): Buffer {
  const count = padded.at(-1) ?? 0;
  if (count < 1 || count > BLOCK || count > padded.length)
    throw new CipherError("补位不对");
  const kept = padded.length - count;
  if (padded.subarray(kept).some((byte) => byte !== count))
    throw new CipherError("补位不对");
  return padded.subarray(0, kept);
}

function base64(encoded: string): Buffer {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encoded) || encoded.length % 4 !== 0)
    throw new CipherError("密文不是 base64");
  return Buffer.from(encoded, "base64");
}

function utf8(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new CipherError("解开的内容不是 UTF-8");
  }
}
