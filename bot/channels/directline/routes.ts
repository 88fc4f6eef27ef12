/** Direct Line 3.0 under /v3/directline: what the web chat and any other client speak. */
import websocket from "@fastify/websocket";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { guard, type RateLimit } from "../http/rate-limit.js";
import { type ConversationParts, Conversations } from "./conversations.js";

export type DirectLineParts = ConversationParts & {
  /** By address. */
  limits: { start: RateLimit; post: RateLimit; read: RateLimit };
};

/** Longer frames from a client than its empty ping have no meaning. */
const LONGEST_FRAME = 4096;

/** Mounts the protocol; the prefix is given by who registers it. */
export async function directLine(
  server: FastifyInstance,
  parts: DirectLineParts,
): Promise<void> {
  await server.register(websocket, { options: { maxPayload: LONGEST_FRAME } });
  acceptEmptyBodies(server);
  server.addHook("onSend", async (_request, reply) => {
    void reply.header("cache-control", "no-store");
  });
  const calls = new Conversations(parts);
  // Streams are ended before the server waits for its connections to close.
  server.addHook("preClose", async () => calls.close());
  const start = guard(parts.limits.start);
  const post = guard(parts.limits.post);
  const read = guard(parts.limits.read);

  server.post("/tokens/generate", start, calls.generate);
  server.post("/tokens/refresh", read, calls.refresh);
  server.post("/conversations", start, calls.start);
  server.get("/conversations/:id", read, calls.reconnect);
  server.get("/conversations/:id/activities", read, calls.read);
  server.post("/conversations/:id/activities", post, calls.post);
  server.post("/conversations/:id/upload", post, calls.upload);
  server.get("/session/getsessionid", read, async () => ({}));
  server.get(
    "/conversations/:id/stream",
    { ...read, websocket: true, preValidation: calls.admit },
    calls.stream,
  );
}

/** Clients post without a body, and some name a content type all the same. */
function acceptEmptyBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser("error", "error");
  server.removeContentTypeParser("application/json");
  server.addContentTypeParser(
    ["application/json", "application/x-www-form-urlencoded"],
    { parseAs: "string" },
    (request: FastifyRequest, body, done) => {
      if (body === "") done(null, {});
      else parse(request, body as string, done);
    },
  );
}
