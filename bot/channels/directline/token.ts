/**
 * Direct Line tokens: one conversation and one user each, signed with a secret
 * of this installation. Written as JWT (HS256), as Direct Line clients read
 * the user's id from them.
 */
import { createHmac, timingSafeEqual } from "node:crypto";

/** What a token stands for. */
export interface Claims {
  conversation: string;
  user: string;
}

export type TokenCheck =
  | { kind: "valid"; claims: Claims }
  | { kind: "expired"; claims: Claims; secondsAgo: number }
  | { kind: "forged" };

/** A page left open or closed for a week comes back to its conversation. */
export const TOKEN_SECONDS = 7 * 24 * 60 * 60;
/** An expired token is still exchanged for a new one for this long. */
export const REFRESH_GRACE_SECONDS = 7 * 24 * 60 * 60;

const HEADER = encode({ alg: "HS256", typ: "JWT" });
/** No genuine token comes near this; longer ones are not even decoded. */
const LONGEST = 1024;

export class Tokens {
  constructor(
    private readonly secret: Buffer,
    private readonly now: () => Date,
  ) {}

  /** A fresh token. */
  issue(claims: Claims): string {
    const body = encode({
      conv: claims.conversation,
      user: claims.user,
      exp: this.seconds() + TOKEN_SECONDS,
    });
    return `${HEADER}.${body}.${this.sign(body)}`;
  }

  /** Whether the token is ours and still good, and for whom it speaks. */
  check(token: string): TokenCheck {
    const [header, body, signature, ...rest] = token.split(".");
    if (
      token.length > LONGEST ||
      header !== HEADER ||
      !body ||
      !signature ||
      rest.length > 0 ||
      !equal(signature, this.sign(body))
    )
      return { kind: "forged" };
    // The signature holds, so the body is one that we wrote ourselves.
    const { conv, user, exp } = JSON.parse(
      Buffer.from(body, "base64url").toString("utf8"),
    ) as { conv: string; user: string; exp: number };
    const claims = { conversation: conv, user };
    const secondsAgo = this.seconds() - exp;
    return secondsAgo < 0
      ? { kind: "valid", claims }
      : { kind: "expired", claims, secondsAgo };
  }

  private sign(body: string): string {
    return createHmac("sha256", this.secret)
      .update(`${HEADER}.${body}`)
      .digest("base64url");
  }

  private seconds(): number {
    return Math.floor(this.now().getTime() / 1000);
  }
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function equal(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
