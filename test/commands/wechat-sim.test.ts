import { PassThrough } from "node:stream";
import { text as textOf } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readWechatSettings } from "../../bot/channels/wechat/settings.js";
import {
  actionOf,
  shownReply,
} from "../../bot/channels/wechat/simulator/lines.js";
import { pageLink, sayLink } from "../../bot/channels/wechat/links.js";
import { wechatSimCommand } from "../../bot/commands/wechat-sim.js";
import {
  AES_KEY,
  APP_ID,
  SAFE,
  type Started,
  startWechat,
  TOKEN,
} from "../channels/wechat-server.js";

let server: Started;
beforeAll(async () => {
  server = await startWechat({ settings: SAFE });
  server.clock.now = new Date();
});
afterAll(() => server.remove());

/** Plays lines against the server; what was printed, and the exit code. */
async function play(
  lines: readonly string[],
  more: Record<string, string> = {},
): Promise<{ printed: string; code: number }> {
  const settings = readWechatSettings({
    MINGBAI_WECHAT_TOKEN: TOKEN,
    MINGBAI_WECHAT_APP_ID: APP_ID,
    MINGBAI_WECHAT_AES_KEY: AES_KEY,
    ...more,
  });
  if (!settings) throw new Error("no token");
  server.clock.now = new Date();
  const input = new PassThrough();
  input.end(lines.join("\n"));
  const output = new PassThrough();
  const printed = textOf(output);
  const code = await wechatSimCommand(
    { url: server.url, settings, person: "anna", twice: true, help: false },
    input,
    output,
  );
  output.end();
  return { printed: await printed, code };
}

test("a conversation in safe mode: greeting, a link tapped, a repeat, leaving", async () => {
  const { printed, code } = await play([
    "/检查",
    "/关注",
    "1",
    "/重发",
    "/图片",
    "/取消关注",
  ]);
  expect(printed).toContain("网址验证通过");
  expect(printed).toContain("请用文字");
  expect(printed).not.toContain("<a ");
  expect(code).toBe(0);
  expect(await server.store.conversation("wechat:anna")).toBeNull();
});

test("with another token everything is refused, and the exit code says so", async () => {
  const { printed, code } = await play(["你好"], {
    MINGBAI_WECHAT_TOKEN: "another",
  });
  expect(printed).toContain("403");
  expect(code).toBe(1);
});

test("lines become messages", () => {
  expect(actionOf("/菜单 human", [])).toEqual({
    kind: "fields",
    fields: { MsgType: "event", Event: "CLICK", EventKey: "human" },
  });
  const tapped = actionOf("2", ["一", "二"]);
  expect(tapped).toMatchObject({ fields: { Content: "二" } });
  expect(actionOf("2", [])).toMatchObject({ fields: { Content: "2" } });
  expect(actionOf("/没有", [])).toEqual({ kind: "unknown" });
});

test("a reply is shown without markup", () => {
  const reply = `结论。\n${pageLink("https://a.example/1", "完整")}\n${sayLink("那二档呢", 1)}`;
  expect(shownReply(reply)).toBe(
    "结论。\n完整：https://a.example/1\n  [1] 那二档呢",
  );
});

test.each([
  [{ MINGBAI_WECHAT_AES_KEY: "short" }, "MINGBAI_WECHAT_AES_KEY"],
  [{ MINGBAI_WECHAT_APP_ID: "" }, "MINGBAI_WECHAT_APP_ID"],
  [{ MINGBAI_WECHAT_API_BASE: "ftp://x" }, "MINGBAI_WECHAT_API_BASE"],
  [{ MINGBAI_PUBLIC_URL: "x" }, "MINGBAI_PUBLIC_URL"],
])(
  "a setting that cannot be used is named, without its value",
  (more, name) => {
    const environment = {
      MINGBAI_WECHAT_TOKEN: TOKEN,
      MINGBAI_WECHAT_APP_ID: APP_ID,
      MINGBAI_WECHAT_AES_KEY: AES_KEY,
      ...more,
    };
    expect(() => readWechatSettings(environment)).toThrow(name);
    expect(readWechatSettings({})).toBeNull();
  },
);
