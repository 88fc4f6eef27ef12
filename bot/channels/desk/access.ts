/** Who may do what at the desk: signing in with lock-out, sessions, roles, and the audit of it. */
import { createHash, randomBytes } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { DeskStore, Role, Session } from "../../store/desk.js";
import { HttpError } from "../http/errors.js";
import { isPassword } from "./passwords.js";

const MINUTE_MS = 60 * 1000;
/** So many wrong passwords in a row lock an account … */
const MOST_TRIES = 5;
/** … for so long; tries further apart do not count together. */
const LOCKED_MS = 15 * MINUTE_MS;
/** A session ends when nobody used it for so long, and after a long shift in any case. */
export const IDLE_MS = 2 * 60 * MINUTE_MS;
const SHIFT_MS = 12 * 60 * MINUTE_MS;
/** How often the last use is written down. */
const TOUCH_MS = MINUTE_MS;

const COOKIE = "mingbai_desk";

export interface SignedIn {
  session: Session;
  /** The value of Set-Cookie. */
  cookie: string;
}

export class DeskAccess {
  constructor(
    private readonly store: DeskStore,
    private readonly now: () => Date,
  ) {}

  /** A new session, or a refusal that does not tell whether the account exists. */
  async signIn(
    typed: string,
    password: string,
    request: FastifyRequest,
  ): Promise<SignedIn> {
    const at = this.now();
    const name = typed.normalize("NFKC").trim();
    const account = await this.store.account(name);
    // What was typed where a name belongs may be a password: only known names are written down.
    const audited = account?.name ?? "（没有这个账号）";
    const until = await this.store.beginTry(name, at.toISOString(), {
      most: MOST_TRIES,
      lockedUntil: later(at, LOCKED_MS),
      since: later(at, -LOCKED_MS),
    });
    if (until !== null) {
      const seconds = Math.ceil((Date.parse(until) - at.getTime()) / 1000);
      throw new HttpError(
        429,
        "locked",
        `密码错了多次，账号已锁定，请过 ${Math.ceil(seconds / 60)} 分钟再试`,
        undefined,
        seconds,
      );
    }
    if (!(await isPassword(password, account?.password ?? null)) || !account) {
      await this.audit(request, audited, "登录失败");
      throw new HttpError(401, "wrong_password", "账号或密码不对");
    }
    await this.store.clearTries(name);
    const token = randomBytes(32).toString("base64url");
    const session = {
      token: digest(token),
      account: account.name,
      role: account.role,
      csrf: randomBytes(32).toString("base64url"),
      startedAt: at.toISOString(),
      seenAt: at.toISOString(),
    };
    await this.store.addSession(session);
    await this.audit(request, account.name, "登录");
    return { session, cookie: cookie(request, token, SHIFT_MS) };
  }

  /** Ends the session; the value of Set-Cookie that removes it from the browser. */
  async signOut(request: FastifyRequest, session: Session): Promise<string> {
    await this.store.removeSession(session.token);
    await this.audit(request, session.account, "退出");
    return cookie(request, "", 0);
  }

  /** The session of a request, or 401. */
  async session(request: FastifyRequest): Promise<Session> {
    const token = cookieOf(request);
    const session = token ? await this.store.session(digest(token)) : null;
    if (!session) throw new HttpError(401, "signed_out", "请先登录");
    const at = this.now();
    const idle = at.getTime() - Date.parse(session.seenAt);
    const open = at.getTime() - Date.parse(session.startedAt);
    if (idle > IDLE_MS || open > SHIFT_MS) {
      await this.store.removeSession(session.token);
      throw new HttpError(401, "signed_out", "登录已过期，请重新登录");
    }
    if (idle > TOUCH_MS)
      await this.store.touchSession(session.token, at.toISOString());
    return session;
  }

  /** One line on what was done; the subject holds no one's words. */
  async audit(
    request: FastifyRequest,
    account: string,
    action: string,
    subject = "",
  ): Promise<void> {
    const at = this.now().toISOString();
    const address = request.ip;
    await this.store.addAudit({ at, account, action, subject, address });
  }
}

/** Refuses what another site's page sends. */
export function refuseForeign(request: FastifyRequest): void {
  const { origin, "sec-fetch-site": site } = request.headers;
  const foreign =
    (origin !== undefined && !isOwn(origin, request.host)) ||
    (site !== undefined && site !== "same-origin" && site !== "none");
  if (foreign)
    throw new HttpError(403, "foreign_origin", "不接受别的网站发来的请求");
}

/** Refuses a change without the session's own token. */
export function refuseForged(request: FastifyRequest, session: Session): void {
  refuseForeign(request);
  const given = request.headers["x-csrf-token"];
  // Hashes are compared, so that the time taken tells nothing.
  if (typeof given !== "string" || digest(given) !== digest(session.csrf))
    throw new HttpError(403, "bad_csrf", "页面已过期，请刷新后再试");
}

/** Refuses who has another role. */
export function requireRole(session: Session, role: Role): void {
  if (session.role !== role)
    throw new HttpError(403, "forbidden", "这一页只有主管能看");
}

function isOwn(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

function later(at: Date, ms: number): string {
  return new Date(at.getTime() + ms).toISOString();
}

function digest(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** Not readable by scripts; only sent over TLS where the page came over TLS. */
function cookie(request: FastifyRequest, token: string, ms: number): string {
  const proxied = request.headers["x-forwarded-proto"];
  const secure = request.protocol === "https" || proxied === "https";
  return [
    `${COOKIE}=${token}`,
    "Path=/desk",
    "HttpOnly",
    "SameSite=Lax",
    `Max-Age=${Math.floor(ms / 1000)}`,
    ...(secure ? ["Secure"] : []),
  ].join("; ");
}

function cookieOf(request: FastifyRequest): string | undefined {
  const pairs = (request.headers.cookie ?? "").split(";");
  const found = pairs.find((pair) => pair.trim().startsWith(`${COOKIE}=`));
  return found?.trim().slice(COOKIE.length + 1);
}
