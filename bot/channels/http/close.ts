/** Ends a server: what is under way is answered, what never asks is not waited for. */
import type { FastifyInstance } from "fastify";

const GRACE_MS = 5000;

/** Resolves once the server is closed; a connection over which nothing was ever asked would be waited for without end. */
export async function closeServer(server: FastifyInstance): Promise<void> {
  const grace = setTimeout(() => server.server.closeAllConnections(), GRACE_MS);
  await server.close();
  clearTimeout(grace);
}
