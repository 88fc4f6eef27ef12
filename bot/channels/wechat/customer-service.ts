/** Customer messages over WeChat's API: the access in one place, every refusal told apart. */
import { z } from "zod";
import type { WechatStore } from "../../store/wechat.js";

export interface ServiceParts {
  appId: string;
  secret: string;
  apiBase: string;
  store: WechatStore;
  now: () => Date;
  /** Told of refusals, for the log; never gets a person's words or id. */
  report: (error: unknown) => void;
}

/** It is out; WeChat will never take it; it may work later. */
export type Sent = "sent" | "refused" | "later";

const tokenReply = z.union([
  z.object({ access_token: z.string().min(1), expires_in: z.number() }),
  z.object({ errcode: z.number() }),
]);
const sendReply = z.object({ errcode: z.number() });

const CALL_MS = 5000;
/** The access is renewed this long before it ends. */
const EARLY_MS = 5 * 60 * 1000;
/** How long others wait for the one that renews the access. */
const LEASE_MS = 10_000;
const LOOK_AGAIN_MS = 200;
/** The access has ended or was replaced. */
const BAD_ACCESS = [40001, 40014, 42001];
/** WeChat is busy; everything else that it refuses stays refused. */
const BUSY = -1;

/** The API could not be reached, or did not answer as it should. */
class Unreachable extends Error {}

export class CustomerService {
  private renewal: Promise<string> | null = null;

  constructor(private readonly parts: ServiceParts) {}

  /** Sends a text to a person. Fails only when the store does. */
  async send(person: string, text: string): Promise<Sent> {
    try {
      const token = await this.access();
      const code = await this.post(token, person, text);
      if (!BAD_ACCESS.includes(code)) return this.outcome(code);
      await this.parts.store.dropAccess(this.parts.appId, token);
      return this.outcome(await this.post(await this.access(), person, text));
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      this.parts.report(`微信客服消息：${error.message}`);
      return "later";
    }
  }

  private outcome(code: number): Sent {
    if (code === 0) return "sent";
    this.parts.report(`微信客服消息：没有发出，错误码 ${String(code)}`);
    return code === BUSY || BAD_ACCESS.includes(code) ? "later" : "refused";
  }

  private async post(
    token: string,
    touser: string,
    content: string,
  ): Promise<number> {
    const path = `/cgi-bin/message/custom/send?access_token=${encodeURIComponent(token)}`;
    const body = JSON.stringify({ touser, msgtype: "text", text: { content } });
    const reply = sendReply.safeParse(await this.call(path, body));
    if (!reply.success) throw new Unreachable("回复的格式不对");
    return reply.data.errcode;
  }

  /** The access that all share; whoever finds it ended renews it, once. */
  private access(): Promise<string> {
    this.renewal ??= this.found().finally(() => {
      this.renewal = null;
    });
    return this.renewal;
  }

  private async found(): Promise<string> {
    const { appId, store, now } = this.parts;
    const from = now().getTime();
    for (let waited = 0; waited <= LEASE_MS; waited += LOOK_AGAIN_MS) {
      const held = await store.access(appId);
      if (held && Date.parse(held.expiresAt) > now().getTime())
        return held.token;
      const until = new Date(now().getTime() + LEASE_MS).toISOString();
      if (await store.leaseAccess(appId, now().toISOString(), until))
        return this.renewed(from);
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
    throw new Unreachable("一直没有得到 access_token");
  }

  private async renewed(from: number): Promise<string> {
    const { appId, secret, store } = this.parts;
    const query = new URLSearchParams({
      grant_type: "client_credential",
      appid: appId,
      secret,
    });
    const reply = tokenReply.safeParse(
      await this.call(`/cgi-bin/token?${query.toString()}`),
    );
    if (!reply.success) throw new Unreachable("access_token 的格式不对");
    if ("errcode" in reply.data)
      throw new Unreachable(
        `没有得到 access_token，错误码 ${String(reply.data.errcode)}`,
      );
    const { access_token: token, expires_in } = reply.data;
    const lasts = Math.max(expires_in * 1000 - EARLY_MS, LEASE_MS);
    const expiresAt = new Date(from + lasts).toISOString();
    await store.saveAccess(appId, { token, expiresAt });
    return token;
  }

  private async call(path: string, body?: string): Promise<unknown> {
    try {
      const response = await fetch(`${this.parts.apiBase}${path}`, {
        ...(body === undefined
          ? {}
          : {
              method: "POST",
              headers: { "content-type": "application/json" },
              body,
            }),
        redirect: "error",
        signal: AbortSignal.timeout(CALL_MS),
      });
      return await response.json();
    } catch {
      // The message of the failure may hold the address, and with it the secret.
      throw new Unreachable("接口没有回应");
    }
  }
}
