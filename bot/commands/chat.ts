/** `mingbai chat`: a conversation in the terminal, or JSON lines in and out. */
import { createInterface } from "node:readline";
import { z } from "zod";
import { isDate } from "../../knowledge/dates.js";
import type { Answer } from "../answer.js";
import { openTalk, type Talk, type TalkParts } from "./talk.js";

export interface ChatArguments extends TalkParts {
  /** The day of the questions where a line names none. */
  on: string;
  jsonl: boolean;
}

/** Longer lines are refused unread. */
const LONGEST_LINE = 1_000_000;

const line = z.strictObject({
  conversation: z
    .string({ error: () => "conversation 应是文字" })
    .min(1, { error: () => "conversation 不能是空的" })
    .max(200, { error: () => "conversation 最多200个字符" })
    .optional(),
  text: z.string({ error: () => "text 应是文字" }),
  on: z
    .string({ error: () => "on 应是日期" })
    .refine(isDate, {
      error: () => "on 应是存在的日期，写成 2023-01-31 的样子",
    })
    .optional(),
  at: z
    .string({ error: () => "at 应是时间" })
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, {
      error: () => "at 应是时间，写成 2023-01-31T09:30:00+08:00 的样子",
    })
    .optional(),
});

/** Answers line by line, in order; a bad line is answered in its place and the stream goes on. */
export async function chatCommand(
  { on, jsonl, ...parts }: ChatArguments,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<number> {
  const talk = openTalk(parts);
  const say = async (text: string): Promise<void> => {
    if (!output.write(`${text}\n`))
      await new Promise((resolve) => output.once("drain", resolve));
  };
  try {
    if (!jsonl) await say("请说您的情况和想问的事，空行或 Ctrl+D 结束。");
    for await (const typed of createInterface({ input, crlfDelay: Infinity })) {
      if (jsonl) await say(JSON.stringify(await answerLine(talk, typed, on)));
      else if (typed.trim() === "") break;
      else
        await say(
          `${shown(await talk.answer({ conversation: "terminal", text: typed, on }))}\n`,
        );
    }
  } finally {
    await talk.close();
  }
  return 0;
}

function shown({ text, suggestions }: Answer): string {
  return suggestions.length > 0
    ? `${text}\n（可以接着说：${suggestions.join(" / ")}）`
    : text;
}

interface Refused {
  error: { code: string; message: string; path?: string };
}

async function answerLine(
  talk: Talk,
  typed: string,
  on: string,
): Promise<Answer | Refused> {
  if (typed.length > LONGEST_LINE)
    return { error: { code: "too_long", message: "这一行太长，没有读" } };
  let value: unknown;
  try {
    value = JSON.parse(typed.replace(/^\uFEFF/, ""));
  } catch {
    return {
      error: {
        code: "bad_json",
        message: '这一行不是 JSON，应写成 {"text":"…"} 的样子',
      },
    };
  }
  const read = line.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    const path = issue?.path.join(".") ?? "";
    const unknown =
      issue?.code === "unrecognized_keys"
        ? `不认识的键：${issue.keys.join("、")}`
        : undefined;
    return {
      error: {
        code: "bad_request",
        message:
          unknown ??
          (issue?.path.length === 0
            ? "这一行应是一个对象"
            : (issue?.message ?? "")),
        ...(path === "" ? {} : { path }),
      },
    };
  }
  const { conversation = "", text, on: day = on, at } = read.data;
  return talk.answer({ conversation, text, on: day, at });
}
