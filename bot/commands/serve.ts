/** `mingbai serve`: all HTTP surfaces on one port, until it is told to stop. */
import type { FastifyInstance } from "fastify";
import { join } from "node:path";
import type { Knowledge } from "../../knowledge/knowledge.js";
import { maskPersonalNumbers } from "../../nlu/mask.js";
import { loadSecret } from "../channels/directline/secret.js";
import { closeServer } from "../channels/http/close.js";
import { buildServer } from "../channels/http/server.js";
import type { WechatSettings } from "../channels/wechat/settings.js";
import { step } from "../dialogue/step.js";
import type { Store } from "../store/port.js";
import type { DeskStore } from "../store/desk.js";
import { openSqliteDeskStore } from "../store/sqlite-desk.js";
import { openSqliteStore } from "../store/sqlite.js";
import { openSqliteWechatStore } from "../store/sqlite-wechat.js";
import { UsageError } from "./usage.js";

export interface ServeOptions {
  port: number;
  host: string;
  /** Folder of the conversations. */
  data: string;
  knowledge: Knowledge;
  place?: string | undefined;
  /** The official account; null leaves it off. */
  wechat: WechatSettings | null;
  /** Whether the hotline desk is on. */
  desk?: boolean | undefined;
  /** Addresses of the reverse proxies in front of the server. */
  proxies?: string[] | undefined;
}

/** A conversation that nobody has touched for this long is deleted. */
const KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Serves until SIGINT or SIGTERM, then answers what is under way and ends. Exit code 0. */
export async function serveCommand(
  { port, host, data, knowledge, place, wechat, desk, proxies }: ServeOptions,
  output: NodeJS.WritableStream,
  errorOutput: NodeJS.WritableStream,
): Promise<number> {
  const file = join(data, "mingbai.db");
  const store = openSqliteStore(file);
  const wechatStore = wechat && openSqliteWechatStore(file);
  const report = (error: unknown): void => {
    const text = error instanceof Error ? (error.stack ?? "") : String(error);
    errorOutput.write(`${maskPersonalNumbers(text)}\n`);
  };
  const deskStore = desk ? openSqliteDeskStore(file) : undefined;
  const server = await buildServer({
    knowledge,
    store,
    step,
    mask: maskPersonalNumbers,
    now: () => new Date(),
    secret: loadSecret(data),
    place,
    keptDays: KEPT_DAYS,
    proxies,
    report,
    desk: deskStore,
    ...(wechatStore && { wechat: { settings: wechat, wechat: wechatStore } }),
  });
  const stopped = new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  const address = await listen(server, port, host);
  output.write(
    `医保明白已启动，请在浏览器打开 ${address}/ （按 Ctrl+C 停止）\n`,
  );
  if (desk)
    output.write(
      `坐席工作台在 ${address}/desk （账号用 mingbai desk add-user 增加）\n`,
    );
  const sweeper = sweepDaily(store, deskStore, report);
  await stopped;
  clearInterval(sweeper);
  await closeServer(server);
  await wechatStore?.close();
  await deskStore?.close();
  await store.close();
  return 0;
}

/** The address that the server listens on. Throws a line for people when the port cannot be had. */
async function listen(
  server: FastifyInstance,
  port: number,
  host: string,
): Promise<string> {
  try {
    return await server.listen({ port, host });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE")
      throw new UsageError(`端口 ${port} 已被占用，请用 --port 换一个`);
    throw new UsageError(`不能在 ${host}:${port} 上启动（${code ?? message}）`);
  }
}

/** Deletes what is too old, now and once a day. */
function sweepDaily(
  store: Store,
  deskStore: DeskStore | undefined,
  report: (error: unknown) => void,
): NodeJS.Timeout {
  const sweep = (): void => {
    const before = new Date(Date.now() - KEPT_DAYS * DAY_MS);
    store.removeOlderThan(before.toISOString()).catch(report);
    const yesterday = new Date(Date.now() - DAY_MS).toISOString();
    deskStore?.sweep(yesterday, yesterday).catch(report);
  };
  sweep();
  return setInterval(sweep, DAY_MS);
}
