/** The desk's page: a frame that the script fills; no word of a caller or an answer is in it. */
import type { FastifyReply } from "fastify";
import { html } from "../web/html.js";
import { builtFiles } from "../web/send.js";

/** Only our own files, and nothing inline. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

export function sendDeskPage(reply: FastifyReply): FastifyReply {
  const { deskScript, deskStyle } = builtFiles().assets;
  const page = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>坐席工作台 · 医保明白</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/${deskStyle}" />
        <script defer src="/assets/${deskScript}"></script>
      </head>
      <body>
        <noscript>工作台需要浏览器允许脚本。</noscript>
        <div id="desk"></div>
      </body>
    </html> `.text;
  return reply
    .type("text/html; charset=utf-8")
    .header("content-security-policy", POLICY)
    .header("referrer-policy", "no-referrer")
    .header("x-content-type-options", "nosniff")
    .send(page);
}
