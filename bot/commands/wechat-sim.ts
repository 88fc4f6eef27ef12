/** `mingbai wechat-sim`: talks to a webhook as WeChat does, line by line. */
import { createInterface } from "node:readline";
import type { WechatSettings } from "../channels/wechat/settings.js";
import { linkedWords } from "../channels/wechat/links.js";
import {
  type Received,
  WechatClient,
} from "../channels/wechat/simulator/client.js";
import {
  actionOf,
  shownReply,
  SIMULATOR_HELP,
} from "../channels/wechat/simulator/lines.js";

export interface SimulatorArguments {
  /** Address of the webhook. */
  url: string;
  settings: WechatSettings;
  /** The openid to play. */
  person: string;
  /** Send every message twice at the same time. */
  twice: boolean;
  /** Print how to use it, for people at a terminal. */
  help: boolean;
}

/**
 * Reads lines until the end. Exit code 1 when a message was refused, was not
 * answered in time, or was answered differently when it came twice.
 */
export async function wechatSimCommand(
  { url, settings, person, twice, help }: SimulatorArguments,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<number> {
  const { token, appId, keys } = settings;
  const client = new WechatClient({
    url,
    token,
    appId,
    key: keys[0] ?? null,
    now: () => new Date(),
  });
  const player = new Player(client, person, twice);
  if (help) output.write(`${SIMULATOR_HELP}\n`);
  let failed = false;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === "") continue;
    const { told, good } = await player.play(line);
    failed ||= !good;
    output.write(`${told}\n\n`);
  }
  return failed ? 1 : 0;
}

interface Played {
  told: string;
  good: boolean;
}

class Player {
  private links: string[] = [];
  private last: string | null = null;

  constructor(
    private readonly client: WechatClient,
    private readonly person: string,
    private readonly twice: boolean,
  ) {}

  async play(line: string): Promise<Played> {
    const action = actionOf(line, this.links);
    switch (action.kind) {
      case "check": {
        const good = await this.client.check().catch(() => false);
        return { told: good ? "网址验证通过" : "网址验证没有通过", good };
      }
      case "unknown":
        return { told: `没有这个指令。${SIMULATOR_HELP}`, good: true };
      case "again":
        if (this.last === null)
          return { told: "前面还没有发过消息", good: true };
        return this.deliver(this.last);
      case "fields": {
        const event = action.fields.MsgType === "event";
        const id = event ? {} : { MsgId: this.client.nextId() };
        const fields = { ...action.fields, ...id };
        this.last = this.client.document(this.person, fields);
        return this.deliver(this.last);
      }
    }
  }

  private async deliver(document: string): Promise<Played> {
    const sent = [this.client.send(document)];
    if (this.twice) sent.push(this.client.send(document));
    const [first, second] = await Promise.all(sent);
    if (!first) throw new Error("没有发出消息");
    if (second && second.body !== first.body)
      return { told: "同一条消息同时发了两次，回复不一样", good: false };
    this.links = linkedWords(first.text ?? "");
    return shown(first);
  }
}

function shown({ status, text, tries }: Received): Played {
  const again = tries > 1 ? `（第${String(tries)}次才收到）` : "";
  if (status === 0) return { told: "三次都没有在5秒内得到回复", good: false };
  if (status !== 200)
    return { told: `被拒绝，状态 ${String(status)}`, good: false };
  return {
    told: again + (text === null ? "（没有回复）" : shownReply(text)),
    good: true,
  };
}
