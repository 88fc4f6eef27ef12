/** What channels talk to: a message goes in, the saved answer comes out through their sink. */
import type { Activity } from "botframework-schema";
import type { Answer } from "../answer.js";
import { ChannelAdapter } from "./adapter.js";
import type { Composer, Incoming, TurnLoop, TurnResult } from "./loop.js";

/** Delivers the answer of a turn in the manner of a channel. */
export interface Delivery {
  /** Makes the activities to be stored together with the turn, for channels that are read by position. */
  compose?: Composer;
  /** Called once the turn is saved, also for a repeated message. */
  deliver(result: TurnResult): Promise<void> | void;
}

export class BotHost {
  private readonly adapter = new ChannelAdapter();

  constructor(private readonly loop: TurnLoop) {}

  /** Takes one message through the SDK's middleware and the turn loop. */
  async receive(incoming: Incoming, delivery: Delivery): Promise<TurnResult> {
    let result: TurnResult | undefined;
    const sink = {
      deliver: async () => {
        if (result) await delivery.deliver(result);
      },
    };
    await this.adapter.receive(toActivity(incoming), sink, async (context) => {
      result = await this.loop.answer(incoming, delivery.compose);
      await context.sendActivity(toReply(result));
    });
    if (!result) throw new Error("消息被中间件拦下，没有得到回答");
    return result;
  }

  /** Answers without keeping anything; see TurnLoop. */
  rehearse(incoming: Incoming, earlier: readonly string[]): Answer {
    return this.loop.rehearse(incoming, earlier);
  }
}

/** The message as the Activity protocol writes it. */
function toActivity(incoming: Incoming): Partial<Activity> {
  return {
    type: "message",
    id: incoming.message,
    channelId: incoming.channel,
    conversation: {
      id: incoming.conversation,
      isGroup: false,
      conversationType: "",
      name: "",
    },
    from: { id: "user", name: "" },
    recipient: { id: "mingbai", name: "医保明白" },
    text: incoming.text,
  };
}

/** The answer as the Activity protocol writes it; the whole answer object rides along. */
function toReply({ turn }: TurnResult): Partial<Activity> {
  return {
    type: "message",
    text: turn.answer.text,
    textFormat: "plain",
    channelData: { answer: turn.answer },
  };
}
