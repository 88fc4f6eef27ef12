/** The pages and their files. */
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { fileURLToPath } from "node:url";
import type { Knowledge } from "../../../knowledge/knowledge.js";
import type { Greeting } from "../greeting.js";
import { HttpError } from "../http/errors.js";
import {
  chatPage,
  missingNoticePage,
  noticeListPage,
  noticePage,
} from "./pages.js";
import { searchPage } from "./search-page.js";
import { builtFiles, sendPage } from "./send.js";

export interface WebParts {
  knowledge: Knowledge;
  greeting: Greeting;
  /** Days after which an untouched conversation is deleted. */
  keptDays: number;
}

/** Mounts the pages at the root of the server. */
export async function web(
  server: FastifyInstance,
  { knowledge, greeting, keptDays }: WebParts,
): Promise<void> {
  const { folder, assets } = builtFiles();
  await server.register(fastifyStatic, {
    root: fileURLToPath(new URL("assets/", folder)),
    prefix: "/assets/",
    preCompressed: true,
    immutable: true,
    maxAge: "365d",
    index: false,
  });
  const chat = chatPage(assets, greeting, {
    keptDays,
    contacts: knowledge.contacts,
  });
  server.get("/", async (request, reply) => sendPage(request, reply, chat));
  const list = noticeListPage(assets, knowledge);
  server.get("/notices", async (request, reply) => {
    const { q } = request.query as { q?: unknown };
    const asked = typeof q === "string" && q.trim() !== "";
    const page = asked ? searchPage(assets, q.trim(), knowledge) : list;
    return sendPage(request, reply, page);
  });
  const missing = missingNoticePage(assets);
  server.get("/notices/:id", async (request, reply) => {
    const { id } = request.params as { id: string };
    const notice = knowledge.notices.get(id);
    if (!notice) {
      if (!request.headers.accept?.includes("text/html"))
        throw new HttpError(404, "not_found", "没有收录这份文件");
      return sendPage(request, reply.status(404), missing);
    }
    return sendPage(request, reply, noticePage(assets, notice, knowledge));
  });
}
