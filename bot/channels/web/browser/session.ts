/** Which conversation this browser is in: kept over reloads, begun anew when it is over. */

import type { Unsent } from "./outbox.js";

const DIRECT_LINE = "/v3/directline";
const KEY = "mingbai.session";

/** Where Web Chat finds the server. */
export const domain = new URL(DIRECT_LINE, location.href).href;

export interface Session {
  conversationId: string;
  token: string;
  /** The server has the conversation already. */
  resumed: boolean;
}

/** The conversation of before, when it still stands; otherwise a new one. Throws without a network. */
export async function openSession(): Promise<Session> {
  const saved = load();
  return (saved && (await resume(saved))) ?? (await begin());
}

/** Deletes the conversation on the server and forgets it here. */
export async function clearSession({
  conversationId,
  token,
}: Session): Promise<void> {
  await call("POST", `/conversations/${conversationId}/activities`, token, {
    type: "endOfConversation",
  });
  store(null);
}

/** Posts what a lost connection has kept back; the server takes each id once. */
export async function postUnsent(
  { conversationId, token }: Session,
  { clientActivityID, text }: Unsent,
): Promise<void> {
  await call("POST", `/conversations/${conversationId}/activities`, token, {
    type: "message",
    text,
    channelData: { clientActivityID },
  });
}

/** What a person thinks of an answer. */
export interface Opinion {
  /** Id of the answer's activity. */
  subject: string;
  helpful: boolean;
  reason: string;
}

/** Hands an opinion in. Throws when it was not taken. */
export async function postOpinion(
  { conversationId, token }: Session,
  opinion: Opinion,
): Promise<void> {
  const path = `/conversations/${conversationId}/activities`;
  const body = { type: "event", name: "feedback", value: opinion };
  const response = await call("POST", path, token, body);
  if (!response.ok) throw new Error(`status ${response.status}`);
}

async function resume(saved: Session): Promise<Session | null> {
  const refreshed = await call("POST", "/tokens/refresh", saved.token);
  if (!refreshed.ok) return null;
  const session = { ...(await ticket(refreshed)), resumed: true };
  const path = `/conversations/${session.conversationId}`;
  if (!(await call("GET", path, session.token)).ok) return null;
  store(session);
  return session;
}

async function begin(): Promise<Session> {
  const generated = await call("POST", "/tokens/generate");
  if (!generated.ok) throw new Error(`status ${generated.status}`);
  const session = { ...(await ticket(generated)), resumed: false };
  store(session);
  return session;
}

async function ticket(
  response: Response,
): Promise<{ conversationId: string; token: string }> {
  const { conversationId, token } = (await response.json()) as Session;
  return { conversationId, token };
}

/** Throws without a network, and when the server is in trouble: neither says that the conversation is over. */
async function call(
  method: string,
  path: string,
  token?: string,
  body?: unknown,
): Promise<Response> {
  const response = await fetch(DIRECT_LINE + path, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (response.status >= 500 || response.status === 429)
    throw new Error(`status ${response.status}`);
  return response;
}

function load(): Session | null {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return isSession(saved) ? saved : null;
  } catch {
    return null;
  }
}

/** A browser that keeps nothing still has its conversation until the page is left. */
function store(session: Session | null): void {
  try {
    if (session) localStorage.setItem(KEY, JSON.stringify(session));
    else localStorage.removeItem(KEY);
  } catch {
    return;
  }
}

function isSession(value: unknown): value is Session {
  return (
    typeof value === "object" &&
    value !== null &&
    "token" in value &&
    typeof value.token === "string"
  );
}
