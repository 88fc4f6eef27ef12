/** What is said without asking the notices: greeting, and messages that cannot be read. */
import type { Greeting } from "../greeting.js";
import { plain, sayLink } from "./links.js";

/** The greeting with examples to tap. */
export function greetingText({ text, examples }: Greeting): string {
  const links = examples.map((words, at) => sayLink(words, at + 1));
  return [plain(text), ...links].join("\n");
}

/** Spoken words come without their text: how to send them as text. */
export const VOICE =
  "我听不到语音。请长按这条语音，点“转文字”，再复制文字发给我；也可以点输入法键盘上的话筒，说完直接发文字。";

const UNREAD: Readonly<Record<string, string>> = {
  image: "图片",
  video: "视频",
  shortvideo: "视频",
  location: "位置",
  link: "链接",
};

/** A message of a kind that cannot be read. */
export function unreadText(type: string): string {
  return `我看不了${UNREAD[type] ?? "这类消息"}。请用文字说地方和要问的事，比如要交多少钱、门诊能报多少。`;
}

/** A menu key that the menu file does not name. */
export const UNKNOWN_MENU =
  "这个菜单还没有对应的问题。请直接用文字说地方和要问的事。";

/** A person writes faster than anyone can. */
export const TOO_FAST = "您发得太快了，这一条没有处理，请过几秒再发。";

/** The last of WeChat's tries is running out, and there is no other way to answer. */
export const STILL_WORKING =
  "这个问题查得久了一点。请过一会儿回复“再说一遍”，我把答案发给您。";
