/** The pages and their files, sent so that a browser loads nothing from elsewhere. */
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Knowledge } from "../../../knowledge/knowledge.js";
import type { Greeting } from "../greeting.js";
import { HttpError } from "../http/errors.js";
import { type Assets, chatPage, noticeListPage, noticePage } from "./pages.js";

export interface WebParts {
  knowledge: Knowledge;
  greeting: Greeting;
  /** Days after which an untouched conversation is deleted. */
  keptDays: number;
}

/** Where the build put the browser's files: dist/web, seen from dist or from the sources. */
const FOLDER = [
  new URL("../../../web/", import.meta.url),
  new URL("../../../dist/web/", import.meta.url),
].find((folder) => existsSync(new URL("assets.json", folder)));

/** Mounts the pages at the root of the server. */
export async function web(
  server: FastifyInstance,
  { knowledge, greeting, keptDays }: WebParts,
): Promise<void> {
  if (!FOLDER) throw new Error("缺少网页文件，请先运行 npm run build");
  const names = readFileSync(new URL("assets.json", FOLDER), "utf8");
  const assets = JSON.parse(names) as Assets;
  await server.register(fastifyStatic, {
    root: fileURLToPath(new URL("assets/", FOLDER)),
    prefix: "/assets/",
    preCompressed: true,
    immutable: true,
    maxAge: "365d",
    index: false,
  });
  const page = (request: FastifyRequest, reply: FastifyReply, text: string) =>
    reply
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-cache")
      .header("content-security-policy", policy(request.host))
      .header("referrer-policy", "no-referrer")
      .header("x-content-type-options", "nosniff")
      .send(text);

  const chat = chatPage(assets, greeting, keptDays);
  server.get("/", async (request, reply) => page(request, reply, chat));
  const list = noticeListPage(assets, knowledge);
  server.get("/notices", async (request, reply) => page(request, reply, list));
  server.get("/notices/:id", async (request, reply) => {
    const { id } = request.params as { id: string };
    const notice = knowledge.notices.get(id);
    if (!notice) throw new HttpError(404, "not_found", "没有收录这份文件");
    return page(request, reply, noticePage(assets, notice, knowledge));
  });
}

/** Nothing from elsewhere. Not every browser counts WebSockets to the page's own host as 'self'. */
function policy(host: string): string {
  const sockets = /^[\w.:[\]-]+$/.test(host)
    ? ` ws://${host} wss://${host}`
    : "";
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self' blob:${sockets}`,
    "font-src 'self' data:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
