/** What Direct Line clients read: the person's message echoed, the answer, the greeting. */
import type { Change } from "../../phrasing/changes.js";
import type { ActivityMaker, TurnRecord } from "../../store/port.js";
import type { Greeting } from "../greeting.js";

/** The bot as clients see it. */
const BOT = { id: "mingbai", name: "医保明白", role: "bot" };

interface Heading {
  conversation: string;
  at: string;
}

/** The greeting with which a conversation begins. */
export function greetingActivity(
  heading: Heading,
  { text, examples }: Greeting,
): ActivityMaker {
  return (first) => [entry(first, heading, message(text, examples))];
}

/**
 * The two activities of a turn. Clients match the echo with the bubble they
 * drew themselves by `clientActivityID`; without it theirs stays “unsent”.
 */
export function turnActivities(
  turn: TurnRecord,
  user: string,
  clientId: string | null,
  changes: readonly Change[],
): ActivityMaker {
  const heading = { conversation: turn.conversation, at: turn.at };
  return (first) => [
    entry(first, heading, {
      type: "message",
      from: { id: user, role: "user" },
      text: turn.text,
      textFormat: "plain",
      locale: "zh-CN",
      ...(clientId === null
        ? {}
        : { channelData: { clientActivityID: clientId } }),
    }),
    entry(
      first + 1,
      { ...heading, at: later(turn.at) },
      {
        ...message(turn.answer.text, turn.answer.suggestions),
        replyToId: activityId(turn.conversation, first),
        channelData: {
          answer: turn.answer,
          changes,
          // What Web Chat reads out: the conclusion, not the whole card.
          "webchat:fallback-text": turn.answer.text.split("\n", 1)[0],
        },
      },
    ),
  ];
}

/** The id of the activity at a position. */
export function activityId(conversation: string, position: number): string {
  return `${conversation}|${String(position).padStart(7, "0")}`;
}

function message(text: string, suggestions: readonly string[]): object {
  return {
    type: "message",
    from: BOT,
    text,
    textFormat: "plain",
    locale: "zh-CN",
    inputHint: "acceptingInput",
    ...(suggestions.length === 0
      ? {}
      : {
          suggestedActions: {
            to: [],
            actions: suggestions.map((title) => ({
              type: "imBack",
              title,
              value: title,
            })),
          },
        }),
  };
}

function entry(
  position: number,
  { conversation, at }: Heading,
  activity: object,
): { id: string; json: string } {
  const id = activityId(conversation, position);
  const json = JSON.stringify({
    id,
    timestamp: at,
    channelId: "directline",
    conversation: { id: conversation },
    ...activity,
  });
  return { id, json };
}

/** Clients sort by time: the answer is a millisecond younger than its question. */
function later(at: string): string {
  return new Date(Date.parse(at) + 1).toISOString();
}
