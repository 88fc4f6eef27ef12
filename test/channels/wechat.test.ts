import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encrypt, decodeKey } from "../../bot/channels/wechat/cipher.js";
import { linkedWords } from "../../bot/channels/wechat/links.js";
import { signatureOf } from "../../bot/channels/wechat/signature.js";
import { WechatClient } from "../../bot/channels/wechat/simulator/client.js";
import { element, xml } from "../../bot/channels/wechat/xml.js";
import { startServer } from "./server.js";
import {
  AES_KEY,
  APP_ID,
  SAFE,
  type Started,
  startWechat,
  TOKEN,
} from "./wechat-server.js";

const QUESTION = "太原低保户2023年要交多少钱";
let open: Started;
let safe: Started;
beforeAll(async () => {
  open = await startWechat();
  safe = await startWechat({ settings: SAFE });
});
afterAll(async () => {
  await open.remove();
  await safe.remove();
});

/** A signed query; what is given replaces its parts. */
function query(
  server: Started,
  more: Record<string, string> = {},
  sealed?: string,
): string {
  const timestamp = more.timestamp ?? String(server.clock.now.getTime() / 1000);
  const nonce = more.nonce ?? Math.random().toString().slice(2);
  const parts = [TOKEN, timestamp, nonce];
  return new URLSearchParams({
    signature: signatureOf(parts),
    timestamp,
    nonce,
    ...(sealed === undefined
      ? {}
      : { msg_signature: signatureOf([...parts, sealed]) }),
    ...more,
  }).toString();
}

function post(server: Started, search: string, body: string | Buffer) {
  return fetch(`${server.url}?${search}`, { method: "POST", body });
}

/** A sealed body and its signed query. */
function postSealed(
  server: Started,
  document: string,
  { appId = APP_ID, key = AES_KEY } = {},
) {
  const opened = { text: document, appId };
  const sealed = encrypt(decodeKey(key), opened, Buffer.alloc(16, 1));
  return post(server, query(server, {}, sealed), envelope(sealed));
}

const envelope = (sealed: string): string => xml([element("Encrypt", sealed)]);
const text = (words: string, id = "1", person = "someone"): string =>
  open.client.document(person, { MsgType: "text", Content: words, MsgId: id });

test("without a token there is no account", async () => {
  const server = await startServer();
  for (const method of ["GET", "POST"])
    expect((await fetch(`${server.url}/wechat`, { method })).status).toBe(404);
  expect((await fetch(`${server.url}/wechat/answers/x`)).status).toBe(404);
  await server.remove();
});

describe("the check of the address", () => {
  test("a signed text comes back byte for byte", async () => {
    for (const echostr of ["7210953873", "a+b/c==&?", "<b>中文</b>"]) {
      const reply = await fetch(`${open.url}?${query(open, { echostr })}`);
      expect(reply.status).toBe(200);
      expect(reply.headers.get("content-type")).toContain("text/plain");
      expect(await reply.text()).toBe(echostr);
    }
    expect(await safe.client.check()).toBe(true);
    const raw = await fetch(`${open.url}?${query(open)}&echostr=a+b?c`);
    expect(await raw.text()).toBe("a+b?c");
  });

  test.each([
    ["a wrong signature", { signature: "0".repeat(40) }],
    ["an empty signature", { signature: "" }],
    ["an old timestamp", { timestamp: "1409659589" }],
    ["a timestamp that is none", { timestamp: "now" }],
  ])("%s is refused", async (_, more) => {
    const search = query(open, { echostr: "1", ...more });
    const reply = await fetch(`${open.url}?${search}`);
    expect(reply.status).toBe(403);
  });

  test("no signature at all is refused", async () => {
    expect((await fetch(open.url)).status).toBe(403);
    expect((await fetch(`${open.url}?echostr=1`)).status).toBe(403);
    expect((await fetch(`${open.url}?%E0%A4%A=1`)).status).toBe(403);
  });
});

describe("messages, plain and sealed", () => {
  test("a question is answered, a follow-up continues it, persons are kept apart", async () => {
    for (const { client } of [open, safe]) {
      const first = await client.say("anna", QUESTION);
      expect(first.text).toContain("70元");
      expect(first.text).toContain("并医保发〔2022〕27号");
      expect((await client.say("anna", "那重度残疾呢")).text).toContain("0元");
      const other = await client.say("berta", "那重度残疾呢");
      expect(other.text).not.toContain("0元");
    }
  });

  test("kinds that cannot be read get one helpful line", async () => {
    for (const type of ["image", "video", "shortvideo", "location", "link"]) {
      const fields = { MsgType: type, MsgId: open.client.nextId() };
      const reply = await open.client.send(
        open.client.document("anna", fields),
      );
      expect(reply.text).toContain("请用文字");
    }
  });

  test("a voice without words is told how to become text; one with words is answered", async () => {
    const voice = (Recognition: string) =>
      safe.client.send(
        safe.client.document("carla", {
          MsgType: "voice",
          MsgId: safe.client.nextId(),
          Recognition,
        }),
      );
    expect((await voice("")).text).toContain("转文字");
    const reply = await voice(QUESTION);
    expect(reply.text).toContain("70元");
    expect(reply.text).toContain(`听到的是：${QUESTION}`);
  });

  test("subscribing is greeted, with examples that can be tapped", async () => {
    const { text: greeted } = await safe.client.event("dora", "subscribe");
    const examples = linkedWords(greeted ?? "");
    expect(examples.length).toBeGreaterThan(2);
    const { text: answered } = await safe.client.say("dora", examples[0] ?? "");
    expect(answered).not.toBeNull();
  });

  test("a menu key asks its question; an unknown one is told what to do", async () => {
    const human = await safe.client.event("emil", "CLICK", "human");
    expect(human.text).toContain("12393");
    const unknown = await safe.client.event("emil", "CLICK", "nothing");
    expect(unknown.text).toContain("请直接用文字");
  });

  test("all else is taken note of", async () => {
    for (const name of ["SCAN", "VIEW", "LOCATION", "TEMPLATESENDJOBFINISH"])
      expect((await safe.client.event("emil", name)).body).toBe("success");
    const odd = safe.client.document("emil", { MsgType: "hologram" });
    expect((await safe.client.send(odd)).body).toBe("success");
  });

  test("emoji, the end of a section, markup and nothing at all are texts like others", async () => {
    for (const words of [
      "😀👨‍👩‍👧",
      "a]]>b]]>",
      "<a href='x'>太原</a>&amp;",
      "",
      " ",
    ]) {
      const reply = await safe.client.say("frida", words);
      expect(reply.status).toBe(200);
      expect(reply.text).not.toBeNull();
      expect(reply.text).not.toContain("<a href='x'>");
    }
  });

  test("personal numbers are neither kept nor sent back", async () => {
    const number = "140105199003074512";
    const reply = await open.client.say("gerda", `${number} ${QUESTION}`);
    expect(reply.text).not.toContain(number);
    const turns = await open.store.turns("wechat:gerda");
    expect(JSON.stringify(turns)).not.toContain(number);
  });

  test("after a change of the key the previous one still opens and seals", async () => {
    const old = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    const server = await startWechat({
      settings: { APP_ID, AES_KEY: `${AES_KEY},${old}` },
    });
    expect((await server.client.say("hans", QUESTION)).text).toContain("70元");
    const before = new WechatClient({
      url: server.url,
      token: TOKEN,
      appId: APP_ID,
      key: decodeKey(old),
      now: () => server.clock.now,
    });
    expect((await before.say("ida", QUESTION)).text).toContain("70元");
    await server.remove();
  });
});

describe("what is refused", () => {
  test("signatures: wrong, missing, stale, of another message", async () => {
    const body = text(QUESTION);
    const stale = { timestamp: "1409659589" };
    const wrong = { signature: "0".repeat(40) };
    expect((await post(open, query(open, wrong), body)).status).toBe(403);
    expect((await post(open, query(open, stale), body)).status).toBe(403);
    expect((await post(open, "", body)).status).toBe(403);
    const once = query(open);
    expect((await post(open, once, text("你好", "11"))).status).toBe(200);
    expect((await post(open, once, text("你好", "11"))).status).toBe(200);
    expect((await post(open, once, text("你好", "12"))).status).toBe(403);
    const sealed = encrypt(
      decodeKey(AES_KEY),
      { text: body, appId: APP_ID },
      Buffer.alloc(16),
    );
    const search = query(safe, { msg_signature: "0".repeat(40) }, sealed);
    expect((await post(safe, search, envelope(sealed))).status).toBe(403);
    const swapped = query(safe, {}, "another");
    expect((await post(safe, swapped, envelope(sealed))).status).toBe(403);
    const old = query(safe, stale, sealed);
    expect((await post(safe, old, envelope(sealed))).status).toBe(403);
  });

  test("plain bodies in safe mode, other accounts' messages, sealed ones without a key", async () => {
    expect((await post(safe, query(safe), text(QUESTION))).status).toBe(403);
    const appId = "wx0000000000000000";
    expect((await postSealed(safe, text(QUESTION), { appId })).status).toBe(
      403,
    );
    expect((await postSealed(open, text(QUESTION))).status).toBe(400);
  });

  test("cipher texts that are cut, damaged, or of another key", async () => {
    const opened = { text: text(QUESTION), appId: APP_ID };
    const good = encrypt(decodeKey(AES_KEY), opened, Buffer.alloc(16));
    const other = encrypt(
      decodeKey(`B${AES_KEY.slice(1)}`),
      opened,
      Buffer.alloc(16),
    );
    const flipped = `${good.slice(0, -6)}AAAA${good.slice(-2)}`;
    for (const sealed of [
      good.slice(0, -24),
      good.slice(0, 10),
      flipped,
      other,
      "",
      "%%%",
    ]) {
      const reply = await post(safe, query(safe, {}, sealed), envelope(sealed));
      expect([400, 403]).toContain(reply.status);
    }
  });

  test("bodies that are no message", async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><xml><Content>&b;</Content></xml>';
    const without = (name: string): string =>
      text(QUESTION).replace(new RegExp(`<${name}>.*</${name}>`), "");
    for (const body of [
      bomb,
      "",
      "{}",
      "<xml></xml>",
      "<xml>",
      text(QUESTION).slice(0, -10),
      without("MsgId"),
      without("FromUserName"),
      without("CreateTime"),
      text(QUESTION, "12a"),
      text(QUESTION, "9".repeat(30)),
      Buffer.from([0x3c, 0xff, 0xfe, 0x3e]),
    ])
      expect((await post(open, query(open), body)).status).toBe(400);
    expect((await postSealed(safe, bomb)).status).toBe(400);
  });

  test("a body of a megabyte", async () => {
    const body = text("大".repeat(350_000));
    expect((await post(open, query(open), body)).status).toBe(413);
    expect(open.reports.at(-1)).toContain("413");
  });

  test("ids beyond the numbers of JavaScript stay what they are", async () => {
    const a = "9007199254740993";
    const b = "9007199254740992";
    const [first, second] = [
      await open.client.say("jan", QUESTION, a),
      await open.client.say("jan", "那重度残疾呢", b),
    ];
    expect(first.text).not.toBe(second.text);
    const turns = await open.store.turns("wechat:jan");
    expect(turns.map(({ message }) => message)).toEqual([a, b]);
  });

  test("refusals are told in the shape of all errors, and noted without content", async () => {
    const before = open.reports.length;
    const secret = "别人看不到的话";
    const reply = await post(
      open,
      query(open, { signature: "x" }),
      text(secret),
    );
    expect(await reply.json()).toEqual({
      error: { code: "forbidden", message: expect.any(String) as string },
    });
    const noted = open.reports.slice(before).join("\n");
    expect(noted).toContain("403");
    expect(noted).not.toContain(secret);
    expect(noted).not.toContain("someone");
  });
});

describe("leaving", () => {
  test("everything of the person is deleted, and of nobody else", async () => {
    const server = await startWechat();
    const { client, store, clock, data } = server;
    const page = async (person: string): Promise<string> => {
      const { text: reply } = await client.say(person, QUESTION);
      return /href="(http[^"]*)"/.exec(reply ?? "")?.[1] ?? "";
    };
    const gone = await page("klara");
    const kept = await page("lena");
    const late = client.document("klara", {
      MsgType: "text",
      Content: QUESTION,
      MsgId: client.nextId(),
    });
    clock.now = new Date(clock.now.getTime() + 2000);
    expect((await client.event("klara", "unsubscribe")).body).toBe("success");
    expect(await store.conversation("wechat:klara")).toBeNull();
    expect(await store.turns("wechat:klara")).toEqual([]);
    for (const name of await readdir(data)) {
      const bytes = await readFile(join(data, name));
      expect(bytes.includes("klara")).toBe(false);
    }
    expect((await fetch(gone)).status).toBe(404);
    expect((await fetch(kept)).status).toBe(200);
    expect(await store.turns("wechat:lena")).toHaveLength(1);
    // A further try of what was written before must not bring the data back.
    expect((await client.send(late)).body).toBe("success");
    expect(await store.conversation("wechat:klara")).toBeNull();
    // Who comes back begins anew.
    clock.now = new Date(clock.now.getTime() + 60_000);
    expect((await client.say("klara", QUESTION)).text).toContain("70元");
    await server.remove();
  });
});

describe("the page with the whole answer", () => {
  test("shows steps and clauses word for word, until it expires", async () => {
    const { text: reply } = await safe.client.say("maria", QUESTION);
    const address = /href="(http[^"]*)"/.exec(reply ?? "")?.[1] ?? "";
    expect(address).toMatch(/\/wechat\/answers\/[\w-]{22}$/);
    const page = await fetch(address);
    expect(page.headers.get("content-security-policy")).toContain("'none'");
    expect(page.headers.get("cache-control")).toContain("no-store");
    const shown = await page.text();
    expect(shown).toContain("350 × 80% = ");
    expect(shown).toContain("即每人每年资助280元");
    expect(shown).toContain("个人 70元");
    // Each part of the picture has a colour.
    const style = /href="(\/assets\/[^"]*\.css)"/.exec(shown)?.[1] ?? "";
    const css = await (await fetch(new URL(style, address))).text();
    const shares = [...shown.matchAll(/<rect\s+class="([^"]*)"/g)];
    expect(shares).toHaveLength(2);
    for (const [, name] of shares) expect(css).toContain(`.${name ?? ""}`);
    expect(shown).not.toContain("maria");
    const before = safe.clock.now;
    safe.clock.now = new Date(before.getTime() + 8 * 24 * 60 * 60 * 1000);
    expect((await fetch(address)).status).toBe(404);
    safe.clock.now = before;
  });

  test("no other address shows anything", async () => {
    for (const name of ["x", "A".repeat(22), "%00", "..%2f..", "'%20or%201=1"])
      expect((await fetch(`${safe.url}/answers/${name}`)).status).toBe(404);
  });
});
