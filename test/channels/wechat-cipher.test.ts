import fc from "fast-check";
import { createCipheriv } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  CipherError,
  decodeKey,
  decrypt,
  encrypt,
} from "../../bot/channels/wechat/cipher.js";
import {
  isFresh,
  isSignature,
  signatureOf,
} from "../../bot/channels/wechat/signature.js";

describe("Tencent's samples", () => {
  const key = decodeKey("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");
  const appId = "wxb11529c136998cb6";
  const sealed =
    "jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==";

  test("a text is sealed to the very bytes", () => {
    const opened = { text: "我是中文abcd123", appId };
    expect(encrypt(key, opened, Buffer.from("aaaabbbbccccdddd"))).toBe(sealed);
    expect(decrypt(key, sealed)).toEqual(opened);
  });

  test("a signature and the text behind it", () => {
    const echo =
      "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";
    const parts = ["QDG6eK", "1409659589", "263014780", echo];
    expect(signatureOf(parts)).toBe("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3");
    const other = decodeKey("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C");
    expect(decrypt(other, echo)).toEqual({
      text: "1616140317555161061",
      appId: "wx5823bf96d3bd56c7",
    });
  });
});

describe("what was tampered with", () => {
  const key = decodeKey("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");

  /** Seals bytes as they are, without padding. */
  function raw(plain: Buffer): string {
    const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16));
    cipher.setAutoPadding(false);
    return Buffer.concat([cipher.update(plain), cipher.final()]).toString(
      "base64",
    );
  }
  const padded = (body: Buffer, count: number, last = count): Buffer =>
    Buffer.concat([
      body,
      Buffer.alloc(count - 1, last === count ? count : 7),
      Buffer.from([last]),
    ]);
  const length = (bytes: number): Buffer => {
    const four = Buffer.alloc(4);
    four.writeUInt32BE(bytes);
    return four;
  };
  const head = Buffer.alloc(16);

  test.each([
    ["no base64", "§§§"],
    ["nothing", ""],
    ["cut off in a block", raw(Buffer.alloc(32, 32)).slice(0, 24)],
    ["a padding of zero", raw(Buffer.alloc(32, 0))],
    ["a padding longer than a block", raw(Buffer.alloc(64, 33))],
    ["padding bytes that differ", raw(padded(Buffer.alloc(24), 8, 9))],
    ["nothing but padding", raw(Buffer.alloc(32, 32))],
    [
      "a length beyond the end",
      raw(padded(Buffer.concat([head, length(999)]), 12)),
    ],
    [
      "a length of four billion",
      raw(padded(Buffer.concat([head, length(0xffffffff)]), 12)),
    ],
    [
      "bytes that are no text",
      raw(
        padded(Buffer.concat([head, length(2), Buffer.from([0xff, 0xfe])]), 10),
      ),
    ],
  ])("%s is refused", (_, sealed) => {
    expect(() => decrypt(key, sealed)).toThrow(CipherError);
  });

  test("a key that is none is refused", () => {
    expect(() => decodeKey("too-short")).toThrow();
    expect(() => decodeKey(`${"a".repeat(42)}!`)).toThrow();
  });

  test("whatever is sealed comes out the same", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 300 }),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        (text, random) => {
          const opened = { text: Buffer.from(text).toString(), appId: "wx1" };
          const sealed = encrypt(key, opened, Buffer.from(random));
          expect(decrypt(key, sealed)).toEqual(opened);
        },
      ),
      { numRuns: 50 },
    );
  });
});

test("signatures match in full or not at all", () => {
  const parts = ["token", "1", "2"];
  const good = signatureOf(parts);
  expect(isSignature(good, parts)).toBe(true);
  expect(isSignature(good.slice(0, -1), parts)).toBe(false);
  expect(isSignature(`${good}0`, parts)).toBe(false);
  expect(isSignature(good.toUpperCase(), parts)).toBe(false);
  expect(isSignature("", parts)).toBe(false);
});

test("a timestamp holds for ten minutes on either side", () => {
  const now = new Date("2022-10-08T02:00:00Z");
  const seconds = now.getTime() / 1000;
  expect(isFresh(String(seconds - 600), now)).toBe(true);
  expect(isFresh(String(seconds + 600), now)).toBe(true);
  expect(isFresh(String(seconds - 601), now)).toBe(false);
  expect(isFresh(String(seconds + 601), now)).toBe(false);
  for (const odd of ["", "now", "1e9", "-1", `${seconds}.5`, "9".repeat(40)])
    expect(isFresh(odd, now)).toBe(false);
});
