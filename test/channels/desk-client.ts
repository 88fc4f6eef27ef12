/** A browser at the desk, as plain as one can be: it keeps its cookie and its token. */
import { join } from "node:path";
import { hashPassword } from "../../bot/channels/desk/passwords.js";
import type { Role } from "../../bot/store/desk.js";
import { openSqliteDeskStore } from "../../bot/store/sqlite-desk.js";
import { json, type Running } from "./server.js";

export const PASSWORD = "长一点的密码12";

export async function addAccount(
  { data }: Running,
  name: string,
  role: Role,
): Promise<void> {
  const store = openSqliteDeskStore(join(data, "mingbai.db"));
  const password = await hashPassword(PASSWORD);
  await store.addAccount({ name, role, password });
  await store.close();
}

export class DeskClient {
  cookie = "";
  csrf = "";

  constructor(readonly running: Running) {}

  static async signedIn(running: Running, name: string): Promise<DeskClient> {
    const client = new DeskClient(running);
    await client.signIn(name);
    return client;
  }

  async signIn(account: string, password = PASSWORD): Promise<Response> {
    const reply = await this.call("POST", "/session", { account, password });
    if (reply.status !== 200) return reply;
    this.cookie = (reply.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    this.csrf = (await json<{ csrf: string }>(reply.clone())).csrf;
    return reply;
  }

  call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return fetch(`${this.running.url}/desk/api${path}`, {
      method,
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(this.csrf ? { "x-csrf-token": this.csrf } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  }
}
