/** Reading arguments: every fault is told in one Chinese line. */
import { isIP } from "node:net";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { isDate } from "../../knowledge/dates.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import { loadKnowledge } from "../../knowledge/load.js";
import { todayInShanghai } from "../host/today.js";

/** Arguments that cannot be used; the message says which and why. */
export class UsageError extends Error {}

/** A command as the table lists it. */
export interface Command {
  /** What `--help` prints. */
  help: string;
  run(args: string[]): Promise<number>;
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** The arguments, or a UsageError that names the one which is wrong. */
export function readArguments<O extends Options>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(inChinese(error as NodeJS.ErrnoException));
  }
}

/** Node says which option it is in its English message, between quotes. */
function inChinese({ code, message }: NodeJS.ErrnoException): string {
  const option = /'(-[^' <]*)/.exec(message)?.[1] ?? "";
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION")
    return `没有“${option}”这个选项，用 --help 查看`;
  const takesNone = message.includes("does not take");
  return takesNone
    ? `选项 ${option} 后面不带内容`
    : `选项 ${option} 后面缺少内容`;
}

/** The day given, or today in Asia/Shanghai. */
export function readDay(on: string | undefined): string {
  if (on === undefined) return todayInShanghai(new Date());
  if (!isDate(on))
    throw new UsageError(`--on 应是日期，如 2022-10-08，不能是“${on}”`);
  return on;
}

/** The TCP port; 0 lets the system choose. */
export function readPort(port: string): number {
  const number = /^\d{1,5}$/.test(port) ? Number.parseInt(port, 10) : 65536;
  if (number > 65535)
    throw new UsageError(`--port 应是 0 到 65535 的整数，不能是“${port}”`);
  return number;
}

/** The further knowledge folders, from the options or the environment. */
export function knowledgeFolders(given: string[] | undefined): string[] {
  const named = process.env.MINGBAI_KNOWLEDGE?.split(":") ?? [];
  return given ?? named.filter((folder) => folder !== "");
}

/** The knowledge base with the further folders. */
export function readKnowledge(given: string[] | undefined): Knowledge {
  return loadKnowledge(knowledgeFolders(given));
}

/** The id of the place that the account serves, when one is set. */
export function readPlace(
  given: string | undefined,
  { jurisdictions }: Knowledge,
): string | undefined {
  const name = given ?? (process.env.MINGBAI_PLACE || undefined);
  if (name === undefined) return undefined;
  const place = jurisdictions.find(name);
  if (!place?.jurisdiction || place.area !== null)
    throw new UsageError(
      `--place 不认识“${name}”，可用：${[...jurisdictions.all.keys()].join(" ")}`,
    );
  return place.jurisdiction;
}

/** The reverse proxies whose word about a caller's address is taken, from MINGBAI_PROXY; mostly none. */
export function readProxies(): string[] {
  const proxies = (process.env.MINGBAI_PROXY ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const wrong = proxies.find((one) => isIP(one) === 0);
  if (wrong !== undefined)
    throw new UsageError(
      `MINGBAI_PROXY 应是反向代理的 IP 地址，如 127.0.0.1，不能是“${wrong}”`,
    );
  return proxies;
}

/** The channel that scripts are played through, when one is named. */
export function readChannel(
  given: string | undefined,
): "wechat" | "directline" | undefined {
  if (given === undefined || given === "wechat" || given === "directline")
    return given;
  throw new UsageError(`--channel 应是 wechat 或 directline，不能是“${given}”`);
}

/** The folder of the data: as given, or as the environment says. */
export function dataFolder(given: string | undefined): string {
  return given ?? (process.env.MINGBAI_DATA || "data");
}

/** Arguments that the command has no use for. */
export function refuse([first]: string[]): void {
  if (first !== undefined) throw new UsageError(`多余的参数“${first}”`);
}

/** A property that is left out when there is nothing to give. */
export function given<K extends string, V>(
  key: K,
  value: V | undefined,
): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}
