/** The settings of the official account, from the environment. */
import { decodeKey } from "./cipher.js";

export interface WechatSettings {
  token: string;
  /** Empty where neither safe mode nor customer messages are used. */
  appId: string;
  /** Keys of safe mode, the present one first, then the previous one; none: plain mode. */
  keys: readonly Buffer[];
  /** For late answers by customer messages; null: they wait for the next try. */
  service: { secret: string; apiBase: string } | null;
  /** Where people reach this server, https://…; null: the host that WeChat called. */
  publicUrl: string | null;
  /** File of the menu keys; null: the built-in one. */
  menuFile: string | null;
}

const API = "https://api.weixin.qq.com";

/** The settings, or null without a token. Throws a line that names the setting at fault, never its value. */
export function readWechatSettings(
  environment: Readonly<Record<string, string | undefined>>,
): WechatSettings | null {
  const value = (name: string): string => environment[name]?.trim() ?? "";
  const token = value("MINGBAI_WECHAT_TOKEN");
  if (token === "") return null;
  const appId = value("MINGBAI_WECHAT_APP_ID");
  const keys = readKeys(value("MINGBAI_WECHAT_AES_KEY"));
  const secret = value("MINGBAI_WECHAT_APP_SECRET");
  if (appId === "" && (keys.length > 0 || secret !== ""))
    throw new Error(
      "设置了 MINGBAI_WECHAT_AES_KEY 或 MINGBAI_WECHAT_APP_SECRET，还要设置 MINGBAI_WECHAT_APP_ID",
    );
  const apiBase = readUrl("MINGBAI_WECHAT_API_BASE", value) ?? API;
  return {
    token,
    appId,
    keys,
    service: secret === "" ? null : { secret, apiBase },
    publicUrl: readUrl("MINGBAI_PUBLIC_URL", value),
    menuFile: value("MINGBAI_WECHAT_MENU") || null,
  };
}

/** One key, or the present and the previous one with a comma between. */
function readKeys(value: string): Buffer[] {
  if (value === "") return [];
  const encoded = value.split(",").map((one) => one.trim());
  if (encoded.length > 2)
    throw new Error("MINGBAI_WECHAT_AES_KEY 最多写两个：现用的和上一个");
  try {
    return encoded.map(decodeKey);
  } catch (error) {
    throw new Error(
      `MINGBAI_WECHAT_AES_KEY 不对：${(error as Error).message}`,
      { cause: error },
    );
  }
}

function readUrl(name: string, value: (name: string) => string): string | null {
  const text = value(name);
  if (text === "") return null;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new Error(`${name} 应是 http:// 或 https:// 开头的网址`);
  return text.replace(/\/+$/, "");
}
