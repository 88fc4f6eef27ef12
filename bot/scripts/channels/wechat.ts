/** Talks to mingbai as a WeChat user: every message sealed, sent, and sent once more. */
import { MOST_BYTES } from "../../channels/wechat/answer-text.js";
import { byteLength } from "../../channels/wechat/clip.js";
import { cardText } from "../../channels/web/browser/card-text.js";
import { linkedWords, plain } from "../../channels/wechat/links.js";
import { conversationOf } from "../../channels/wechat/messages.js";
import type { WechatClient } from "../../channels/wechat/simulator/client.js";
import type { Answer } from "../../answer.js";
import type { Store } from "../../store/port.js";
import type { Heard, Partner } from "./partner.js";

export class WechatPartner implements Partner {
  constructor(
    private readonly client: WechatClient,
    private readonly store: Store,
  ) {}

  async say(person: string, text: string): Promise<Heard> {
    const id = this.client.nextId();
    const fields = { MsgType: "text", Content: text, MsgId: id };
    const document = this.client.document(person, fields);
    const first = await this.client.send(document);
    const again = await this.client.send(document);
    const turn = await this.store.turn(conversationOf({ person }), id);
    if (!turn)
      throw new Error(`微信渠道没有回答（状态 ${String(first.status)}）`);
    const { answer } = turn;
    const faults = first.text === null ? ["没有收到回复"] : [];
    if (first.text !== null) faults.push(...textFaults(first.text, answer));
    if (again.text !== first.text)
      faults.push("同一条消息再发一次，回复不一样");
    return { answer, faults };
  }
}

/** What the text on the phone must have of the answer. */
function textFaults(text: string, answer: Answer): string[] {
  const faults: string[] = [];
  if (byteLength(text) > MOST_BYTES) faults.push("微信回复超过2048字节");
  const [first = answer] = answer.parts;
  if (!text.startsWith(plain(cardText(first).conclusion)))
    faults.push("微信回复不是先说结论");
  const words = linkedWords(text);
  if (
    words.length > 3 ||
    words.some((one) => !answer.suggestions.includes(one))
  )
    faults.push("微信回复里可点的话不是回答的建议");
  const named = answer.citations.every(({ title }) => text.includes(title));
  const clipped = text.includes("……");
  if (!named && !clipped) faults.push("微信回复缺少依据的文件");
  return faults;
}
