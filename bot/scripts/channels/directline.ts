/** Talks to mingbai as a Direct Line client: token, conversation, activities by watermark. */
import { z } from "zod";
import { answer as answerShape } from "../../answer.js";
import type { Heard, Partner } from "./partner.js";

const ticket = z.object({ conversationId: z.string(), token: z.string() });
const page = z.object({
  activities: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      replyToId: z.string().optional(),
      channelData: z.object({ answer: answerShape.optional() }).optional(),
    }),
  ),
  watermark: z.string(),
});

interface Open {
  path: string;
  token: string;
  watermark: string;
}

export class DirectLinePartner implements Partner {
  private readonly open = new Map<string, Open>();

  constructor(private readonly origin: string) {}

  async say(conversation: string, text: string): Promise<Heard> {
    const talk = this.open.get(conversation) ?? (await this.begin());
    this.open.set(conversation, talk);
    const { id } = z.object({ id: z.string() }).parse(
      await this.call("POST", `${talk.path}/activities`, talk.token, {
        type: "message",
        from: { id: "script" },
        text,
      }),
    );
    const { activities, watermark } = page.parse(
      await this.call(
        "GET",
        `${talk.path}/activities?watermark=${talk.watermark}`,
        talk.token,
      ),
    );
    talk.watermark = watermark;
    const reply = activities.find(({ replyToId }) => replyToId === id);
    const answer = reply?.channelData?.answer;
    if (!reply || !answer) throw new Error("Direct Line 没有回答");
    const faults =
      reply.text === answer.text ? [] : ["Direct Line 的正文和回答不一样"];
    return { answer, faults };
  }

  private async begin(): Promise<Open> {
    const { token } = ticket.parse(
      await this.call("POST", "/tokens/generate", ""),
    );
    const begun = ticket.parse(
      await this.call("POST", "/conversations", token),
    );
    const path = `/conversations/${begun.conversationId}`;
    return { path, token: begun.token, watermark: "" };
  }

  private async call(
    method: string,
    path: string,
    token: string,
    body?: unknown,
  ): Promise<unknown> {
    const reply = await fetch(`${this.origin}/v3/directline${path}`, {
      method,
      headers: {
        ...(token === "" ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!reply.ok)
      throw new Error(`Direct Line 回了状态 ${String(reply.status)}`);
    return reply.json();
  }
}
