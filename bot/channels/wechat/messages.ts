/** What a person did in WeChat, from the fields of a message. */
import type { Fields } from "./xml.js";

/** Fields that every message must have are missing or not of their shape. */
export class MessageError extends Error {}

interface Heading {
  /** The person's id at this account (openid). */
  person: string;
  /** The account's own id. */
  account: string;
  /** When it was sent, seconds since 1970, digits as they came. */
  createdAt: string;
  /** Stays the same over WeChat's retries. */
  id: string;
}

export type Happening =
  | { kind: "text"; text: string }
  /** Spoken, and what WeChat understood; mostly nothing. */
  | { kind: "voice"; text: string }
  /** Something that cannot be read: a picture, a film, a place, a link. */
  | { kind: "unread"; type: string }
  | { kind: "subscribe" }
  | { kind: "unsubscribe" }
  | { kind: "menu"; key: string }
  | { kind: "other" };

export type Message = Heading & Happening;

const UNREAD = ["image", "video", "shortvideo", "location", "link"];

/** Reads a message. Throws MessageError. */
export function readMessage(fields: Fields): Message {
  const type = fields.get("MsgType") ?? "";
  const happening =
    type === "event" ? eventOf(fields) : contentOf(type, fields);
  return {
    person: required(fields, "FromUserName", /^[\w.:@-]{1,128}$/),
    account: required(fields, "ToUserName", /^[\w.:@-]{1,128}$/),
    createdAt: required(fields, "CreateTime", /^\d{1,12}$/),
    id: type === "event" ? eventId(fields) : messageId(fields, happening),
    ...happening,
  };
}

function contentOf(type: string, fields: Fields): Happening {
  if (type === "text")
    return { kind: "text", text: fields.get("Content") ?? "" };
  if (type === "voice")
    return { kind: "voice", text: fields.get("Recognition")?.trim() ?? "" };
  return UNREAD.includes(type) ? { kind: "unread", type } : { kind: "other" };
}

function eventOf(fields: Fields): Happening {
  switch (fields.get("Event")?.toLowerCase()) {
    case "subscribe":
      return { kind: "subscribe" };
    case "unsubscribe":
      return { kind: "unsubscribe" };
    case "click":
      return { kind: "menu", key: fields.get("EventKey") ?? "" };
    default:
      return { kind: "other" };
  }
}

/** MsgId has 64 bits: more than a number of JavaScript can hold, so it stays text. */
function messageId(fields: Fields, { kind }: Happening): string {
  return kind === "other"
    ? (fields.get("MsgId") ?? "")
    : required(fields, "MsgId", /^\d{1,20}$/);
}

/** Events have no id; the person is part of the conversation, what and when are named here. */
function eventId(fields: Fields): string {
  const parts = ["CreateTime", "Event", "EventKey"];
  return ["event", ...parts.map((name) => fields.get(name) ?? "")].join(":");
}

function required(fields: Fields, name: string, shape: RegExp): string {
  const value = fields.get(name) ?? "";
  if (!shape.test(value)) throw new MessageError(`${name} 缺少或不对`);
  return value;
}

/** The conversation of a person; the prefix keeps it out of other channels' conversations. */
export function conversationOf({ person }: { person: string }): string {
  return `wechat:${person}`;
}
