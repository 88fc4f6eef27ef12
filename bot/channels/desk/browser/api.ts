/** What the page asks the server for: answers from the public API, the rest from the desk's own requests. */
import type { Answer } from "../../../answer.js";
import type { NoticeText } from "../../api/schemas.js";

/** A refusal in the server's words. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export interface Me {
  account: string;
  role: "agent" | "supervisor";
  csrf: string;
  today: string;
  own_numbers: string[];
  /** Chinese names of facts and figures. */
  labels: Record<string, string>;
}

export interface Settled {
  id: string;
  at: string;
  on: string;
  said: string[];
  answer: Answer;
}

let csrf = "";
let signedOut: () => void = () => undefined;

/** Called when the server no longer knows the session. */
export function onSignedOut(listener: () => void): void {
  signedOut = listener;
}

async function request(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Response> {
  let reply: Response;
  try {
    reply = await fetch(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(path.startsWith("/desk/") ? { "x-csrf-token": csrf } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refused(0, "连不上服务器，请检查网络后再试");
  }
  if (reply.ok) return reply;
  const told = (await reply.json().catch(() => null)) as {
    error?: { code: string; message: string };
  } | null;
  if (told?.error?.code === "signed_out") signedOut();
  throw new Refused(reply.status, told?.error?.message ?? "服务暂时出错");
}

async function json<T>(...given: Parameters<typeof request>): Promise<T> {
  return (await (await request(...given)).json()) as T;
}

async function session(method: string, body?: unknown): Promise<Me> {
  const me = await json<Me>(method, "/desk/api/session", body);
  csrf = me.csrf;
  return me;
}

export const whoAmI = (): Promise<Me> => session("GET");
export const signIn = (account: string, password: string): Promise<Me> =>
  session("POST", { account, password });
export const signOut = (): Promise<Response> =>
  request("DELETE", "/desk/api/session");

/** The answer to the last of what was said; nothing is kept. */
export function ask(
  said: readonly string[],
  on: string,
  signal?: AbortSignal,
): Promise<Answer> {
  const body = { earlier: said.slice(0, -1), text: said.at(-1), on };
  return json("POST", "/api/ask", body, signal);
}

const texts = new Map<string, Promise<NoticeText>>();

/** A notice, clause by clause; asked for once. */
export function notice(id: string): Promise<NoticeText> {
  const known = texts.get(id);
  if (known) return known;
  const asked = json<NoticeText>(
    "GET",
    `/api/notices/${encodeURIComponent(id)}`,
  );
  texts.set(id, asked);
  asked.catch(() => texts.delete(id));
  return asked;
}

/** Keeps the answer, so that it has a number. */
export const settle = (said: readonly string[], on: string): Promise<Settled> =>
  json("POST", "/desk/api/answers", { said, on });
export const settled = (id: string): Promise<Settled> =>
  json("GET", `/desk/api/answers/${encodeURIComponent(id)}`);
export const mark = (id: string, remark: string): Promise<Response> =>
  request("POST", `/desk/api/answers/${id}/marks`, { remark });

export interface CaseLine {
  conversation: string;
  message: string;
  state: string;
  owner: string;
  reason: string;
  remark: string | null;
  markedBy: string | null;
  complaint: string | null;
  channel: string;
  at: string;
  on: string;
  text: string;
  status: string;
  intent: string;
  place: string | null;
  first_line: string;
}
export interface TalkLine {
  message: string;
  at: string;
  on: string;
  text: string;
  answer: string;
}
export interface EndingLine {
  notice: string;
  title: string;
  number: string | null;
  place: string;
  to: string;
  stated: boolean;
}
export interface AuditLine {
  at: string;
  account: string;
  action: string;
  subject: string;
  address: string;
}

export const cases = async (): Promise<CaseLine[]> =>
  (await json<{ cases: CaseLine[] }>("GET", "/desk/api/cases")).cases;
export const decide = (
  turns: readonly { conversation: string; message: string }[],
  decision: { state: string; owner: string; reason: string },
): Promise<Response> =>
  request("PATCH", "/desk/api/cases", {
    turns: turns.map(({ conversation, message }) => ({
      conversation,
      message,
    })),
    ...decision,
  });
export const talk = async (id: string): Promise<TalkLine[]> =>
  (
    await json<{ turns: TalkLine[] }>(
      "GET",
      `/desk/api/conversations/${encodeURIComponent(id)}`,
    )
  ).turns;
export const exportScripts = async (
  conversations: readonly string[],
): Promise<string> =>
  (await request("POST", "/desk/api/export", { conversations })).text();
export const ending = (): Promise<{ today: string; ending: EndingLine[] }> =>
  json("GET", "/desk/api/ending");
export const audit = async (): Promise<AuditLine[]> =>
  (await json<{ lines: AuditLine[] }>("GET", "/desk/api/audit")).lines;
