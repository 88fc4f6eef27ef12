/** What a line typed into the simulator does, and how a reply is shown in a terminal. */

export type Action =
  | { kind: "fields"; fields: Readonly<Record<string, string>> }
  | { kind: "again" }
  | { kind: "check" }
  | { kind: "unknown" };

export const SIMULATOR_HELP = `直接打字就是发文字；数字 1、2、3 是点回复里的链接。其他：
/关注  /取消关注  /菜单 KEY  /语音 识别出的文字  /图片  /视频  /位置  /链接
/重发（同一条消息再发一次）  /检查（微信后台的网址验证）`;

const EVENTS: Readonly<Record<string, string>> = {
  "/关注": "subscribe",
  "/取消关注": "unsubscribe",
  "/菜单": "CLICK",
};
const KINDS: Readonly<Record<string, string>> = {
  "/图片": "image",
  "/视频": "video",
  "/位置": "location",
  "/链接": "link",
};

/** Reads a line; `links` are the words that the last reply's links send. */
export function actionOf(line: string, links: readonly string[]): Action {
  const [word = "", ...rest] = line.trim().split(/\s+/);
  const argument = rest.join(" ");
  const event = EVENTS[word];
  const kind = KINDS[word];
  if (event !== undefined) {
    const fields = { MsgType: "event", Event: event, EventKey: argument };
    return { kind: "fields", fields };
  }
  if (kind !== undefined) return { kind: "fields", fields: { MsgType: kind } };
  if (word === "/语音") {
    const fields = { MsgType: "voice", MediaId: "m", Recognition: argument };
    return { kind: "fields", fields };
  }
  if (word === "/重发") return { kind: "again" };
  if (word === "/检查") return { kind: "check" };
  if (word.startsWith("/")) return { kind: "unknown" };
  const tapped = /^[1-9]$/.test(line.trim())
    ? links[Number.parseInt(line, 10) - 1]
    : undefined;
  const text = tapped ?? line;
  return { kind: "fields", fields: { MsgType: "text", Content: text } };
}

/** A reply without markup: links to say something numbered, addresses written out. */
export function shownReply(text: string): string {
  let number = 0;
  return text
    .replace(/<a href="weixin:[^"]*">([^<]*)<\/a>/g, (_, words: string) => {
      number += 1;
      return `  [${String(number)}] ${words}`;
    })
    .replace(/<a href="([^"]*)">([^<]*)<\/a>/g, "$2：$1");
}
