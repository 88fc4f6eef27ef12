/**
 * The Bot Framework side of the house. Only this folder knows the SDK: its
 * upstream has ended, and a successor with the same Activity protocol can
 * take its place here.
 */
import { BotAdapter, TurnContext } from "botbuilder-core";
import type { Activity, ResourceResponse } from "botframework-schema";

/** Where the activities of a turn go: one for each channel. */
export interface Sink {
  deliver(activity: Partial<Activity>): Promise<void>;
}

const SINK = Symbol("sink");

/** One adapter for all channels; what differs between them is the sink. */
export class ChannelAdapter extends BotAdapter {
  /** Runs the middleware and the bot's logic for one incoming activity. */
  async receive(
    activity: Partial<Activity>,
    sink: Sink,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const context = new TurnContext(this, activity);
    context.turnState.set(SINK, sink);
    await this.runMiddleware(context, logic);
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const sink = context.turnState.get<Sink>(SINK);
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      await sink.deliver(activity);
      responses.push({ id: activity.id ?? "" });
    }
    return responses;
  }

  /** Answers are final: what was sent is what was saved. */
  override async updateActivity(): Promise<void> {
    throw new Error("已发出的消息不能修改");
  }

  override async deleteActivity(): Promise<void> {
    throw new Error("已发出的消息不能撤回");
  }

  /** The bot speaks only when it is spoken to. */
  override async continueConversation(): Promise<void> {
    throw new Error("不支持主动发起消息");
  }
}
