/** Who may do what: a token speaks for one user in one conversation, and for nobody else. */
import type { FastifyRequest } from "fastify";
import type { Store } from "../../store/port.js";
import { HttpError } from "../http/errors.js";
import {
  type Claims,
  REFRESH_GRACE_SECONDS,
  TOKEN_SECONDS,
  type Tokens,
} from "./token.js";

/** A token as clients get it. */
export interface Ticket {
  conversationId: string;
  token: string;
  expires_in: number;
}

export class Access {
  constructor(
    private readonly tokens: Tokens,
    private readonly store: Store,
  ) {}

  /** Whom the request's token speaks for. Throws 401 without a genuine one, 403 when it has expired. */
  claims(token: string): Claims {
    const check = this.tokens.check(token);
    if (check.kind === "forged") throw unauthorized();
    if (check.kind === "expired") throw expired();
    return check.claims;
  }

  /** The same, also for a token that expired not long ago. */
  refreshable(token: string): Claims {
    const check = this.tokens.check(token);
    if (check.kind === "forged") throw unauthorized();
    if (check.kind === "expired" && check.secondsAgo > REFRESH_GRACE_SECONDS)
      throw expired();
    return check.claims;
  }

  /** Who speaks, provided that the conversation in the address is theirs and not over. */
  async member(
    request: FastifyRequest,
    token: string = bearer(request),
  ): Promise<Claims> {
    const claims = this.claims(token);
    const { id } = request.params as { id: string };
    if (claims.conversation !== id)
      throw new HttpError(403, "forbidden", "这个令牌不属于这次对话");
    if (!(await this.store.conversation(id)))
      throw new HttpError(404, "conversation_over", "这次对话不存在或已结束");
    return claims;
  }

  ticket(claims: Claims): Ticket {
    return {
      conversationId: claims.conversation,
      token: this.tokens.issue(claims),
      expires_in: TOKEN_SECONDS,
    };
  }

  /** Where the conversation's stream after a position is found, for the host that the client called. */
  streamUrl(request: FastifyRequest, claims: Claims, after: number): string {
    const secure =
      request.protocol === "https" ||
      request.headers["x-forwarded-proto"] === "https";
    const path = `/v3/directline/conversations/${claims.conversation}/stream`;
    const token = this.tokens.issue(claims);
    return `${secure ? "wss" : "ws"}://${request.host}${path}?watermark=${after || "-"}&t=${token}`;
  }
}

/** The token in the request's header. */
export function bearer(request: FastifyRequest): string {
  const match = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "");
  if (!match?.[1]) throw unauthorized();
  return match[1];
}

function unauthorized(): HttpError {
  return new HttpError(401, "unauthorized", "缺少有效的令牌");
}

function expired(): HttpError {
  return new HttpError(403, "token_expired", "令牌已过期，请刷新后再试");
}
