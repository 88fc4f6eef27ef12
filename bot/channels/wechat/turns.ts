/** A person's words through the host; what they read is stored with the turn, byte for byte. */
import type { BotHost } from "../../host/host.js";
import type { TurnRecord } from "../../store/port.js";
import { answerText } from "./answer-text.js";

export interface Words {
  conversation: string;
  /** WeChat's id of the message. */
  message: string;
  text: string;
  /** When it was received, ISO time. */
  at: string;
  /** Where the person reaches our pages, https://… */
  base: string;
  /** They were spoken, and WeChat wrote them down. */
  spoken?: boolean | undefined;
}

/** Where an answer's page is, below the address of this server. */
export const PAGES = "/wechat/answers";

export class Turns {
  constructor(
    private readonly host: BotHost,
    /** Makes the part of a page's address that nobody can guess. */
    private readonly secretName: () => string,
  ) {}

  /** The reply to a message; the same for each of its tries. */
  async take({ base, spoken, ...words }: Words): Promise<string> {
    const compose = (turn: TurnRecord) => () => {
      const id = this.secretName();
      const text = answerText(turn.answer, {
        page: `${base}${PAGES}/${id}`,
        heard: spoken ? turn.text : undefined,
      });
      return [{ id, json: JSON.stringify({ text }) }];
    };
    const { activities } = await this.host.receive(
      { channel: "wechat", ...words },
      { compose, deliver: () => undefined },
    );
    const [stored] = activities;
    if (!stored) throw new Error("存下的回答没有正文");
    return (JSON.parse(stored.json) as { text: string }).text;
  }
}
