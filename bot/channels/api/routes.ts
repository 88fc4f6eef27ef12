/** The JSON API under /api: questions, the calculator, the notices clause by clause, and search in them. */
import type { FastifyInstance } from "fastify";
import { randomUUID } from "node:crypto";
import { serve } from "../../../engine/serve.js";
import type { Knowledge } from "../../../knowledge/knowledge.js";
import type { Answer } from "../../answer.js";
import type { BotHost } from "../../host/host.js";
import { todayInShanghai } from "../../host/today.js";
import { HttpError, refuseOtherMethods } from "../http/errors.js";
import { guard, type RateLimit } from "../http/rate-limit.js";
import { allNotices, fullText, summary } from "./notices.js";
import { askRequest, checked } from "./schemas.js";
import { found } from "./search.js";

export interface ApiParts {
  host: BotHost;
  knowledge: Knowledge;
  now: () => Date;
  limit: RateLimit;
}

/** The one method of each address. */
const METHODS = {
  "/ask": "POST",
  "/calc": "POST",
  "/notices": "GET",
  "/notices/:id": "GET",
  "/search": "GET",
} as const;

/** Mounts the API; the prefix is given by who registers it. */
export async function api(
  server: FastifyInstance,
  { host, knowledge, now, limit }: ApiParts,
): Promise<void> {
  const limited = guard(limit);
  for (const [url, method] of Object.entries(METHODS))
    refuseOtherMethods(server, url, method);

  server.post("/ask", limited, async (request): Promise<Answer> => {
    const { conversation, text, earlier, on, at } = checked(
      askRequest,
      request.body,
    );
    const incoming = {
      channel: "api",
      // Callers choose their ids; the prefix keeps them out of other channels' conversations.
      conversation: `api:${conversation ?? randomUUID()}`,
      message: request.id,
      text,
      on,
      at,
    };
    if (earlier === undefined) {
      const { turn } = await host.receive(incoming, {
        deliver: () => undefined,
      });
      return turn.answer;
    }
    if (conversation === undefined) return host.rehearse(incoming, earlier);
    throw new HttpError(
      400,
      "bad_request",
      "earlier 和 conversation 不能同时写",
      "earlier",
    );
  });

  server.post("/calc", limited, async (request) => {
    const today = todayInShanghai(now());
    const served = serve(request.body, knowledge, today);
    if ("output" in served) return served.output;
    const { code, message, path } = served.error;
    throw new HttpError(400, code, message, path);
  });

  server.get("/notices", limited, async () => ({
    notices: allNotices(knowledge).map((one) => summary(one, knowledge)),
  }));

  server.get("/notices/:id", limited, async (request) => {
    const { id } = request.params as { id: string };
    const notice = knowledge.notices.get(id);
    if (!notice)
      throw new HttpError(404, "not_found", "没有收录这份文件", "id");
    return fullText(notice, knowledge);
  });

  server.get("/search", limited, async (request) => ({
    clauses: found(request.query, knowledge),
  }));
}
