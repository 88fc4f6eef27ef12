import { afterAll, beforeAll, expect, test } from "vitest";
import { noticeUrl } from "../../bot/channels/api/notices.js";
import { html } from "../../bot/channels/web/html.js";
import { knowledge, type Running, startServer } from "./server.js";

let running: Running;
beforeAll(async () => {
  running = await startServer();
});
afterAll(() => running.remove());

const load = (path: string, encoding = "br"): Promise<Response> =>
  fetch(running.url + path, { headers: { "accept-encoding": encoding } });

/** The addresses that a page loads or links to. */
function addresses(page: string): string[] {
  return [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, url]) => url!);
}

test("the page allows nothing from elsewhere and asks for nothing from there", async () => {
  const reply = await load("/");
  const policy = reply.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/\*|https?:|unsafe-eval/);
  const page = await reply.text();
  expect(page).toContain('lang="zh-CN"');
  for (const url of addresses(page)) expect(url).toMatch(/^(?:\/|data:,$)/);
});

test("the page's files come compressed and may be kept for ever", async () => {
  const files = addresses(await (await load("/")).text()).filter((url) =>
    url.startsWith("/assets/"),
  );
  expect(files).toHaveLength(3);
  for (const file of files)
    for (const encoding of ["br", "gzip"]) {
      const reply = await load(file, encoding);
      expect(reply.status).toBe(200);
      expect(reply.headers.get("content-encoding")).toBe(encoding);
      expect(reply.headers.get("cache-control")).toMatch(/immutable/);
    }
});

test("every clause has an address on its notice's page", async () => {
  const list = await (await load("/notices")).text();
  for (const notice of knowledge.notices.values()) {
    expect(addresses(list)).toContain(noticeUrl(notice.id));
    const page = await (await load(noticeUrl(notice.id))).text();
    for (const { id } of notice.clauses)
      expect(page).toContain(html`<section id="${id}"`.text);
  }
});

test("a notice that is not held is a page for people, JSON for programs", async () => {
  const get = (accept: string): Promise<Response> =>
    fetch(`${running.url}/notices/unknown`, { headers: { accept } });
  const page = await get("text/html,application/xhtml+xml,*/*;q=0.8");
  expect(page.status).toBe(404);
  expect(page.headers.get("content-type")).toMatch(/^text\/html/);
  expect(addresses(await page.text())).toContain("/notices");
  const json = await get("application/json");
  expect(json.status).toBe(404);
  expect(await json.json()).toMatchObject({ error: { code: "not_found" } });
});

test("text put into a page stays text", () => {
  const { text } = html`<p title="${`"'`}">${"<script>&"}</p>`;
  expect(text).toBe('<p title="&quot;&#39;">&lt;script&gt;&amp;</p>');
});

test("nothing outside the assets is given away", async () => {
  for (const path of [
    "/assets/../assets.json",
    "/assets/%2e%2e/assets.json",
    "/assets/",
    "/assets.json",
  ])
    expect((await load(path)).status).toBeGreaterThanOrEqual(400);
});
