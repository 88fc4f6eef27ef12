/** WeChat's signatures: SHA-1 over the sorted parts, and a timestamp that must be fresh. */
import { createHash, timingSafeEqual } from "node:crypto";

/** A request older or younger than this is a replay or comes from a wrong clock. */
const WINDOW_SECONDS = 10 * 60;

/** SHA-1 over the parts in the order of their bytes, in hex. */
export function signatureOf(parts: readonly string[]): string {
  const bytes = parts.map((part) => Buffer.from(part, "utf8"));
  return createHash("sha1")
    .update(Buffer.concat(bytes.sort(Buffer.compare)))
    .digest("hex");
}

/** Whether the signature given is the one expected; takes as long for a near miss as for a far one. */
export function isSignature(given: string, parts: readonly string[]): boolean {
  const expected = Buffer.from(signatureOf(parts), "ascii");
  const found = Buffer.from(given, "utf8");
  return found.length === expected.length && timingSafeEqual(found, expected);
}

/** Whether a timestamp (seconds since 1970) is within ten minutes of now. */
export function isFresh(timestamp: string, now: Date): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  const seconds = Number.parseInt(timestamp, 10);
  return Math.abs(now.getTime() / 1000 - seconds) <= WINDOW_SECONDS;
}
