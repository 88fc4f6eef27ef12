import { join } from "node:path";
import type { z } from "zod";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answer } from "../../bot/answer.js";
import {
  errorReply,
  noticeList,
  noticeText,
  searchResult,
  stateReply,
} from "../../bot/channels/api/schemas.js";
import { calcLine } from "../../bot/commands/calc.js";
import { openTalk } from "../../bot/commands/talk.js";
import { openSqliteStore } from "../../bot/store/sqlite.js";
import { calcOutput } from "../../engine/receipt.js";
import { json, knowledge, type Running, startServer } from "./server.js";

let running: Running;
beforeAll(async () => {
  running = await startServer();
});
afterAll(() => running.remove());

function ask(body: unknown, type = "application/json"): Promise<Response> {
  return fetch(`${running.url}/api/ask`, {
    method: "POST",
    headers: { "content-type": type },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

test("a question gets the whole answer object", async () => {
  const reply = await ask({
    text: "太原低保户2023年要交多少钱",
    on: "2022-10-08",
  });
  expect(reply.status).toBe(200);
  const given = answer.parse(await reply.json());
  expect(given.status).toBe("answered");
  expect(given.figures[0]?.value).toBe("70.00");
  expect(given.citations.map(({ clause }) => clause)).toContain("一（三）1");
});

test("a named conversation is continued; without a name each is its own", async () => {
  const on = "2022-10-08";
  const talk = async (conversation?: string): Promise<string | undefined> => {
    await ask({ conversation, text: "太原低保户2023年要交多少钱", on });
    const reply = await ask({ conversation, text: "那重度残疾呢", on });
    return answer.parse(await reply.json()).figures[0]?.value;
  };
  expect(await talk("named")).toBe("0.00");
  expect(await talk()).toBeUndefined();
});

test.each([
  ["", 400, undefined],
  ["{", 400, undefined],
  ["[]", 400, ""],
  [{}, 400, "text"],
  [{ text: 1 }, 400, "text"],
  [{ text: "报", extra: 1 }, 400, "extra"],
  [{ text: "报", on: "2022-02-30" }, 400, "on"],
  [{ text: "报", on: "昨天" }, 400, "on"],
  [{ text: "报", at: "昨天" }, 400, "at"],
  [{ text: "报", conversation: "" }, 400, "conversation"],
  [{ text: "报", earlier: "低保" }, 400, "earlier"],
  [{ text: "报", earlier: [1] }, 400, "earlier.0"],
  [{ text: "报", earlier: [], conversation: "c" }, 400, "earlier"],
  [{ text: "报".repeat(100_000) }, 413, undefined],
])("the request %j is refused with its path", async (body, status, path) => {
  const reply = await ask(body);
  expect(reply.status).toBe(status);
  const { error } = await json<{
    error: { code: string; message: string; path?: string };
  }>(reply);
  expect(error.path).toBe(path);
  expect(error.message).toMatch(/\p{Script=Han}/u);
});

test("only JSON is taken", async () => {
  expect((await ask("text", "text/plain")).status).toBe(415);
});

test("the calculator takes a request and names the place of a fault", async () => {
  const calc = (facts: object): Promise<Response> =>
    fetch(`${running.url}/api/calc`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        benefit: "contribution",
        jurisdiction: "taiyuan",
        on: "2022-10-08",
        facts,
      }),
    });
  const good = await calc({ coverage_year: 2023, identity: "低保" });
  const { figures } = calcOutput.parse(await good.json());
  expect(figures).toContainEqual(
    expect.objectContaining({ key: "contribution.net", value: "70.00" }),
  );
  const bad = await calc({ coverage_year: "很久以前" });
  expect(bad.status).toBe(400);
  const refused = await bad.text();
  const { error } = JSON.parse(refused) as { error: { path: string } };
  expect(error.path).toBe("facts.coverage_year");
  const line = `{"benefit":"contribution","jurisdiction":"taiyuan","on":"2022-10-08","facts":{"coverage_year":"很久以前"}}`;
  expect(refused.trim()).toBe(
    JSON.stringify(calcLine(line, 1, { knowledge, on: "2022-10-08" })),
  );
});

test("every notice is listed and given clause by clause", async () => {
  const list = await json<{ notices: { id: string }[] }>(
    await fetch(`${running.url}/api/notices`),
  );
  expect(list.notices.map(({ id }) => id).sort()).toEqual(
    [...knowledge.notices.keys()].sort(),
  );
  for (const { id } of list.notices) {
    const reply = await fetch(`${running.url}/api/notices/${id}`);
    const { clauses } = await json<{
      clauses: { clause: string; text: string }[];
    }>(reply);
    expect(clauses.map(({ clause, text }) => [clause, text])).toEqual(
      knowledge.notices.get(id)?.clauses.map((one) => [one.id, one.text]),
    );
  }
});

test.each([
  ["GET", "/api/ask", "POST"],
  ["PUT", "/api/calc", "POST"],
  ["POST", "/api/search", "GET, HEAD"],
  ["DELETE", "/api/notices/taiyuan-2022", "GET, HEAD"],
])("%s %s is refused with what is allowed", async (method, path, allow) => {
  const reply = await fetch(running.url + path, { method });
  expect([reply.status, reply.headers.get("allow")]).toEqual([405, allow]);
  expect(errorReply.parse(await reply.json()).error.code).toBe(
    "method_not_allowed",
  );
});

test("an address that cannot be read is refused like everything else", async () => {
  const reply = await fetch(`${running.url}/api/notices/%ff`);
  expect(reply.status).toBe(400);
  expect(reply.headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
  expect(errorReply.parse(await reply.json()).error.code).toBe("bad_request");
});

test("what is given, good or refused, is what the description says", async () => {
  const { paths } = await json<{
    paths: Record<string, Record<string, { responses: object }>>;
  }>(await fetch(`${running.url}/openapi.json`));
  const post = (body: string, type = "application/json") => ({
    method: "POST",
    headers: { "content-type": type },
    body,
  });
  const question = JSON.stringify({ text: "太原低保交多少", on: "2022-10-08" });
  const contribution = JSON.stringify({
    benefit: "contribution",
    jurisdiction: "taiyuan",
    facts: { identity: "低保", coverage_year: 2023 },
  });
  const cases: [string, string, RequestInit, number, z.ZodType][] = [
    ["/api/ask", "/api/ask", post(question), 200, answer],
    ["/api/ask", "/api/ask", post("{"), 400, errorReply],
    ["/api/ask", "/api/ask", post("null"), 400, errorReply],
    ["/api/ask", "/api/ask", post(question, "text/plain"), 415, errorReply],
    ["/api/ask", "/api/ask", post("字".repeat(300_000)), 413, errorReply],
    ["/api/calc", "/api/calc", post(contribution), 200, calcOutput],
    ["/api/calc", "/api/calc", post("{}"), 400, errorReply],
    ["/api/notices", "/api/notices", {}, 200, noticeList],
    ["/api/notices/{id}", "/api/notices/tianjin-2016", {}, 200, noticeText],
    ["/api/notices/{id}", "/api/notices/none", {}, 404, errorReply],
    ["/api/search", "/api/search?q=低保", {}, 200, searchResult],
    ["/api/search", "/api/search", {}, 400, errorReply],
    ["/healthz", "/healthz", {}, 200, stateReply],
    ["/readyz", "/readyz", {}, 200, stateReply],
  ];
  for (const [path, url, init, status, schema] of cases) {
    const reply = await fetch(running.url + url, init);
    expect([url, reply.status]).toEqual([url, status]);
    schema.parse(await reply.json());
    const method = init.method === "POST" ? "post" : "get";
    const declared = Object.keys(paths[path]?.[method]?.responses ?? {});
    expect(declared).toContain(String(status));
  }
});

test("what is not there is said to be not there", async () => {
  for (const path of ["/api/notices/none-such", "/api/none", "/none"])
    expect((await fetch(running.url + path)).status).toBe(404);
});

test("health, readiness and the description are served", async () => {
  expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
  const description = await json<{
    openapi: string;
    paths: object;
    components: { schemas: Record<string, { properties?: object }> };
  }>(await fetch(`${running.url}/openapi.json`));
  expect(description.openapi).toMatch(/^3\.1\./);
  expect(Object.keys(description.paths)).toContain("/api/ask");
  const properties = description.components.schemas.Answer?.properties;
  expect(Object.keys(properties ?? {})).toContain("citations");
});

test("the answers are those of the commands, byte for byte", async () => {
  const on = "2022-10-08";
  const talk = openTalk({ knowledge });
  for (const text of [
    "太原低保户2023年要交多少钱",
    "今天天气怎么样",
    "居民医保交多少",
    "身份证140105199001011234能报多少",
  ]) {
    const answer = await talk.answer({ conversation: "", text, on });
    expect(await (await ask({ text, on })).text()).toBe(JSON.stringify(answer));
  }
  const request = {
    benefit: "contribution",
    jurisdiction: "taiyuan",
    on,
    facts: { coverage_year: 2023, identity: "低保" },
  };
  const reply = await fetch(`${running.url}/api/calc`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
  });
  expect(await reply.text()).toBe(
    JSON.stringify(calcLine(JSON.stringify(request), 1, { knowledge, on })),
  );
});

test("a request that brings its conversation along is answered like the kept one, and keeps nothing", async () => {
  const on = "2022-10-08";
  const [first, second] = ["太原低保户2023年要交多少钱", "那重度残疾呢"];
  await ask({ conversation: "kept", text: first, on });
  const kept = await (
    await ask({ conversation: "kept", text: second, on })
  ).text();
  const alone = await ask({ earlier: [first], text: second, on });
  expect(await alone.text()).toBe(kept);
  const store = openSqliteStore(join(running.data, "mingbai.db"));
  const id = alone.headers.get("x-request-id") ?? "";
  expect(id).toMatch(/^[\w-]{36}$/);
  expect((await store.turns("api:kept")).map((turn) => turn.text)).toEqual([
    first,
    second,
  ]);
  await store.close();
});

test("every request has its own number, also a refused one, and no foreign page may read a reply", async () => {
  const replies = [await ask("{"), await ask({ text: "报" })];
  const ids = replies.map(({ headers }) => headers.get("x-request-id"));
  expect(new Set(ids).size).toBe(2);
  const foreign = await fetch(`${running.url}/api/notices`, {
    headers: { origin: "https://example.org" },
  });
  expect(foreign.headers.get("access-control-allow-origin")).toBeNull();
});

test("the description is there to read, with every operation and every schema", async () => {
  const page = await (await fetch(`${running.url}/api/docs`)).text();
  const { paths, components } = await json<{
    paths: object;
    components: { schemas: object };
  }>(await fetch(`${running.url}/openapi.json`));
  for (const path of Object.keys(paths)) expect(page).toContain(path);
  for (const name of Object.keys(components.schemas))
    expect(page).toContain(`id="${name}"`);
});
