/** What the desk's routes share: what they work with, and the session of a request. */
import type { FastifyRequest } from "fastify";
import type { Knowledge } from "../../../knowledge/knowledge.js";
import type { BotHost } from "../../host/host.js";
import type { DeskStore, Session } from "../../store/desk.js";
import type { Store } from "../../store/port.js";
import { HttpError } from "../http/errors.js";
import type { RateLimit } from "../http/rate-limit.js";

export interface DeskParts {
  host: BotHost;
  store: Store;
  desk: DeskStore;
  knowledge: Knowledge;
  /** Takes personal numbers out of a text. */
  mask: (text: string) => string;
  now: () => Date;
  limits: { signIn: RateLimit; work: RateLimit };
}

const sessions = new WeakMap<FastifyRequest, Session>();

/** Keeps the session that a request came with. */
export function rememberSession(
  request: FastifyRequest,
  session: Session,
): void {
  sessions.set(request, session);
}

/** The session that the request came with. */
export function sessionOf(request: FastifyRequest): Session {
  const session = sessions.get(request);
  if (!session) throw new HttpError(401, "signed_out", "请先登录");
  return session;
}
