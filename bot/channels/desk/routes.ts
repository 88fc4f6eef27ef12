/** The desk: its page, signing in, the answers that agents gave, and marking them as doubtful. */
import { randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyReply } from "fastify";
import { todayInShanghai } from "../../host/today.js";
import { FACTS, factLabel } from "../../../engine/request.js";
import { FIGURE_NAMES, type Names } from "../../scripts/names.js";
import type { Session } from "../../store/desk.js";
import type { TurnRecord } from "../../store/port.js";
import { checked } from "../api/schemas.js";
import { HttpError } from "../http/errors.js";
import { guard } from "../http/rate-limit.js";
import {
  DeskAccess,
  refuseForeign,
  refuseForged,
  requireRole,
} from "./access.js";
import { sendDeskPage } from "./page.js";
import { marking, settle, signIn } from "./schemas.js";
import { type DeskParts, rememberSession, sessionOf } from "./parts.js";
import { supervisor } from "./supervisor.js";

/** An answer as an agent settled it. */
export interface SettledAnswer {
  /** What the call note and the permalink name it by. */
  id: string;
  at: string;
  on: string;
  /** The question and the facts filled in, personal numbers masked. */
  said: string[];
  answer: TurnRecord["answer"];
}

/** Mounts the desk; the prefix is given by who registers it. */
export async function desk(
  server: FastifyInstance,
  parts: DeskParts,
): Promise<void> {
  const access = new DeskAccess(parts.desk, parts.now);
  server.addHook("onRequest", async (_request, reply) => {
    reply.header("cache-control", "no-store");
  });
  server.get("/", async (_request, reply) => sendDeskPage(reply));
  signing(server, parts, access);
  await server.register(async (inside) => {
    inside.addHook("onRequest", async (request) => {
      parts.limits.work.guard(request.ip);
      const session = await access.session(request);
      if (request.method !== "GET") refuseForged(request, session);
      rememberSession(request, session);
    });
    answers(inside, parts);
    await inside.register(async (upper) => {
      upper.addHook("onRequest", async (request) =>
        requireRole(sessionOf(request), "supervisor"),
      );
      supervisor(upper, { ...parts, access });
    });
  });
}

/** Signing in and out, and what the page needs to know at the start. */
function signing(
  server: FastifyInstance,
  { knowledge, now, limits }: DeskParts,
  access: DeskAccess,
): void {
  const labels = chineseNames();
  const told = (session: Session) => ({
    account: session.account,
    role: session.role,
    csrf: session.csrf,
    today: todayInShanghai(now()),
    // An agent is the service that these numbers lead to.
    own_numbers: knowledge.contacts
      .filter(({ purpose }) => purpose === "insurance")
      .map(({ phone }) => phone),
    labels,
  });

  server.post("/api/session", guard(limits.signIn), async (request, reply) => {
    refuseForeign(request);
    const { account, password } = checked(signIn, request.body);
    const made = await access.signIn(account, password, request);
    reply.header("set-cookie", made.cookie);
    return told(made.session);
  });

  server.get("/api/session", guard(limits.work), async (request) =>
    told(await access.session(request)),
  );

  server.delete(
    "/api/session",
    guard(limits.work),
    async (request, reply): Promise<FastifyReply> => {
      const session = await access.session(request);
      refuseForged(request, session);
      reply.header("set-cookie", await access.signOut(request, session));
      return reply.status(204).send();
    },
  );
}

/** What facts and figures are called. */
function chineseNames(): Record<string, string> {
  const named = (names: Names): [string, string][] =>
    Object.entries(names).map(([id, [first = id]]) => [id, first]);
  return Object.fromEntries([
    ...named(FIGURE_NAMES),
    ...Object.keys(FACTS).map((id): [string, string] => [id, factLabel(id)]),
  ]);
}

/** Settled answers: each is a conversation of its own, kept like all others. */
function answers(
  server: FastifyInstance,
  { host, store, desk, mask }: DeskParts,
): void {
  server.post("/api/answers", async (request): Promise<SettledAnswer> => {
    const { said, on } = checked(settle, request.body);
    const id = randomBytes(6).toString("hex");
    for (const [at, text] of said.entries())
      await host.receive(
        {
          channel: "desk",
          conversation: `desk:${id}`,
          message: `${id}-${at + 1}`,
          text,
          on,
        },
        { deliver: () => undefined },
      );
    return find(id);
  });

  server.get("/api/answers/:id", async (request): Promise<SettledAnswer> => {
    const { id } = request.params as { id: string };
    return find(id);
  });

  server.post("/api/answers/:id/marks", async (request, reply) => {
    const { id } = request.params as { id: string };
    const { remark } = checked(marking, request.body);
    const { turns } = await found(id);
    const last = turns.at(-1)!;
    await desk.mark(last, mask(remark), sessionOf(request).account);
    return reply.status(204).send();
  });

  async function found(id: string): Promise<{ turns: TurnRecord[] }> {
    const turns = await store.turns(`desk:${id}`);
    if (turns.length === 0)
      throw new HttpError(
        404,
        "not_found",
        "没有这个编号的回答，可能已过保存期",
        "id",
      );
    return { turns };
  }

  async function find(id: string): Promise<SettledAnswer> {
    const { turns } = await found(id);
    const { at, on, answer } = turns.at(-1)!;
    return { id, at, on, said: turns.map(({ text }) => text), answer };
  }
}
