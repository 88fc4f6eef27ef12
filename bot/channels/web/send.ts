/** How pages are sent, and the names of the files that they load. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { existsSync, readFileSync } from "node:fs";
import type { Assets } from "./pages.js";

/** Where the build put the browser's files: dist/web, seen from dist or from the sources. */
const FOLDER = [
  new URL("../../../web/", import.meta.url),
  new URL("../../../dist/web/", import.meta.url),
].find((folder) => existsSync(new URL("assets.json", folder)));

/** The folder of the built files and the names in it. Throws when nothing was built. */
export function builtFiles(): { folder: URL; assets: Assets } {
  if (!FOLDER) throw new Error("缺少网页文件，请先运行 npm run build");
  const names = readFileSync(new URL("assets.json", FOLDER), "utf8");
  return { folder: FOLDER, assets: JSON.parse(names) as Assets };
}

/** Sends a page so that a browser loads nothing from elsewhere. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
  cache = "no-cache",
): FastifyReply {
  return reply
    .type("text/html; charset=utf-8")
    .header("cache-control", cache)
    .header("content-security-policy", policy(request.host))
    .header("referrer-policy", "no-referrer")
    .header("x-content-type-options", "nosniff")
    .send(text);
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
