/** A real server with an official account, and clients that play WeChat. */
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadSecret } from "../../bot/channels/directline/secret.js";
import { buildServer } from "../../bot/channels/http/server.js";
import type { Rate } from "../../bot/channels/http/rate-limit.js";
import { readWechatSettings } from "../../bot/channels/wechat/settings.js";
import { WechatClient } from "../../bot/channels/wechat/simulator/client.js";
import { step } from "../../bot/dialogue/step.js";
import type { Step } from "../../bot/host/loop.js";
import type { Store } from "../../bot/store/port.js";
import { openSqliteStore } from "../../bot/store/sqlite.js";
import { openSqliteWechatStore } from "../../bot/store/sqlite-wechat.js";
import type { WechatStore } from "../../bot/store/wechat.js";
import { maskPersonalNumbers } from "../../nlu/mask.js";
import { knowledge } from "./server.js";

export const TOKEN = "a-token-of-ours";
export const APP_ID = "wxb11529c136998cb6";
export const AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

export interface Started {
  /** Address of the webhook. */
  url: string;
  origin: string;
  data: string;
  store: Store;
  wechat: WechatStore;
  reports: string[];
  clock: { now: Date };
  /** Calls of the dialogue. */
  turns: { count: number };
  client: WechatClient;
  stop(): Promise<void>;
  remove(): Promise<void>;
}

export interface Choices {
  /** MINGBAI_WECHAT_… by the last part of their names. */
  settings?: Record<string, string>;
  /** Start on the data of another server, with its clock. */
  beside?: Started;
  patienceMs?: number;
  pace?: Rate;
  /** Puts something between the server and its store. */
  through?: (store: Store) => Store;
}

export const SAFE = { APP_ID, AES_KEY };

/** Starts a server with an account of its own, in plain mode unless a key is given. */
export async function startWechat(choices: Choices = {}): Promise<Started> {
  const { beside, through = (store) => store } = choices;
  const data =
    beside?.data ?? (await mkdtemp(join(tmpdir(), "mingbai-wechat-")));
  const clock = beside?.clock ?? { now: new Date("2022-10-08T02:00:00Z") };
  const named = Object.entries({ TOKEN, ...choices.settings });
  const settings = readWechatSettings(
    Object.fromEntries(
      named.map(([name, value]) => [`MINGBAI_WECHAT_${name}`, value]),
    ),
  );
  if (!settings) throw new Error("no token");
  const store = openSqliteStore(join(data, "mingbai.db"));
  const wechat = openSqliteWechatStore(join(data, "mingbai.db"));
  const reports: string[] = [];
  const turns = { count: 0 };
  const counted: Step = (...turn) => {
    turns.count += 1;
    return step(...turn);
  };
  const server = await buildServer({
    knowledge,
    store: through(store),
    step: counted,
    mask: maskPersonalNumbers,
    now: () => clock.now,
    secret: loadSecret(data),
    keptDays: 30,
    report: (error) => reports.push(String(error)),
    wechat: {
      settings,
      wechat,
      patienceMs: choices.patienceMs,
      pace: choices.pace,
    },
  });
  // The greeting tries its examples; only what people say counts from here.
  turns.count = 0;
  await server.listen({ port: 0, host: "127.0.0.1" });
  const { port } = server.server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const url = `${origin}/wechat`;
  const stop = async (): Promise<void> => {
    await server.close();
    await wechat.close();
    await store.close();
  };
  return {
    url,
    origin,
    data,
    store,
    wechat,
    reports,
    clock,
    turns,
    client: new WechatClient({
      url,
      token: TOKEN,
      appId: settings.appId,
      key: settings.keys[0] ?? null,
      now: () => clock.now,
    }),
    stop,
    async remove() {
      await stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}
