/** Search over the clauses, through the API and on the page. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { noticeUrl } from "../../bot/channels/api/notices.js";
import { json, knowledge, type Running, startServer } from "./server.js";

let running: Running;
beforeAll(async () => {
  running = await startServer();
});
afterAll(() => running.remove());

const get = (path: string, query: Record<string, string>): Promise<Response> =>
  fetch(`${running.url}${path}?${new URLSearchParams(query).toString()}`);

interface Found {
  id: string;
  clause: string;
  text: string;
  url: string;
}

test("a question in everyday words gets its clause, word for word", async () => {
  const reply = await get("/api/search", { q: "天津药店买药报多少" });
  expect(reply.status).toBe(200);
  const { clauses } = await json<{ clauses: Found[] }>(reply);
  expect(clauses[0]).toMatchObject({ id: "tianjin-2016", clause: "（十六）" });
  for (const { id, clause, text, url } of clauses) {
    expect(knowledge.clause(id, clause)?.text).toContain(text);
    expect(url).toBe(noticeUrl(id, clause));
  }
});

test("place, notice and year limit the search; an empty field does not", async () => {
  const ids = async (more: Record<string, string>): Promise<Set<string>> => {
    const reply = await get("/api/search", { q: "大病起付线", ...more });
    const { clauses } = await json<{ clauses: Found[] }>(reply);
    return new Set(clauses.map(({ id }) => id));
  };
  expect(await ids({ place: "太原市" })).toEqual(
    new Set(["taiyuan-2022", "shanxi-2017"]),
  );
  expect(await ids({ notice: "chongqing-2021" })).toEqual(
    new Set(["chongqing-2021"]),
  );
  expect(await ids({ place: "chongqing", year: "2012" })).toEqual(new Set());
  expect(await ids({ place: "", year: "" })).toEqual(await ids({}));
});

test.each([
  [{}, "q"],
  [{ q: " " }, "q"],
  [{ q: "报".repeat(201) }, "q"],
  [{ q: "报", place: "成都" }, "place"],
  [{ q: "报", notice: "none-such" }, "notice"],
  [{ q: "报", year: "23" }, "year"],
  [{ q: "报", page: "2" }, "page"],
])("faulty search %# is refused where it is faulty", async (query, path) => {
  const reply = await get("/api/search", query as Record<string, string>);
  expect(reply.status).toBe(400);
  const { error } = await json<{ error: { path: string; message: string } }>(
    reply,
  );
  expect(error.path).toBe(path);
  expect(error.message).toMatch(/\p{Script=Han}/u);
});

test("the page shows what was found with links to the clauses", async () => {
  const page = await (await get("/notices", { q: "天津药店报销" })).text();
  expect(page).toContain(`href="${noticeUrl("tianjin-2016", "（十六）")}"`);
  const list = await (await get("/notices", {})).text();
  expect(list).toContain('role="search"');
});

test("what was typed stays text on the page", async () => {
  const page = await (await get("/notices", { q: '"><script>x' })).text();
  expect(page).not.toContain("<script>x");
});
