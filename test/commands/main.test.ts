/** The command line as it is installed: real processes of the built program. */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

const MAIN = resolve("dist/bot/main.js");
const folder = mkdtempSync(join(tmpdir(), "mingbai-main-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  code: number | null;
  out: string;
  err: string;
}

function start(args: string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
  });
}

async function mingbai(
  args: string[],
  env: Record<string, string> = {},
  input = "",
): Promise<Run> {
  const child = start(args, env);
  let out = "";
  let err = "";
  child.stdout?.on("data", (text) => (out += String(text)));
  child.stderr?.on("data", (text) => (err += String(text)));
  child.stdin?.end(input);
  const code = await new Promise<number | null>((done) =>
    child.on("close", done),
  );
  return { code, out, err };
}

const QUESTION = "太原低保户2023年要交多少钱";

test("a question gets an answer in text, and with --json the object", async () => {
  const text = await mingbai(["ask", QUESTION, "--on", "2022-10-08"]);
  expect(text).toMatchObject({ code: 0, err: "" });
  expect(text.out).toContain("70元");
  expect(text.out).toContain("并医保发〔2022〕27号");
  const object = await mingbai(["ask", QUESTION, "--json"]);
  expect(object.code).toBe(0);
  const { figures } = JSON.parse(object.out) as {
    figures: { value: string }[];
  };
  expect(figures[0]?.value).toBe("70.00");
});

test("the place that is served stands in for one that is not said", async () => {
  const question = ["ask", "低保户2023年要交多少钱", "--json"];
  const conditions = async (run: Promise<Run>): Promise<unknown> =>
    (JSON.parse((await run).out) as { conditions: unknown }).conditions;
  const assumed = expect.arrayContaining([
    expect.objectContaining({ value: "taiyuan", source: "assumed" }),
  ]);
  expect(await conditions(mingbai([...question, "--place", "太原"]))).toEqual(
    assumed,
  );
  expect(
    await conditions(mingbai(question, { MINGBAI_PLACE: "taiyuan" })),
  ).toEqual(assumed);
});

test.each([
  [["nonsense"], "nonsense"],
  [["ask"], "问"],
  [["ask", "问", "--nonsense"], "--nonsense"],
  [["ask", "问", "--on", "2022-02-30"], "2022-02-30"],
  [["ask", "问", "--on"], "--on"],
  [["ask", "问", "--place", "亚特兰蒂斯"], "亚特兰蒂斯"],
  [["ask", "问", "--knowledge", "no-such-folder"], "no-such-folder"],
  [["chat", "多余"], "多余"],
  [["serve", "--port", "99999"], "99999"],
  [["serve", "--port", "x"], "--port"],
  [["test"], "脚本"],
  [["export"], "对话"],
])("%j is refused in one line that says what is wrong", async (args, what) => {
  const { code, out, err } = await mingbai(args);
  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err.trimEnd().split("\n")).toHaveLength(1);
  expect(err).toContain(what);
  expect(err).toMatch(/\p{Script=Han}/u);
});

test("every command explains itself", async () => {
  const { code, out } = await mingbai(["--help"]);
  expect(code).toBe(0);
  const names = [...out.matchAll(/mingbai ([a-z-]+)/g)].map(
    ([, name]) => name!,
  );
  expect(names).toEqual(
    expect.arrayContaining(
      "serve ask chat calc test check export numbers".split(" "),
    ),
  );
  for (const name of names)
    expect(await mingbai([name, "--help"])).toMatchObject({ code: 0, err: "" });
});

test("a broken notice stops the start, with file, place and reason", async () => {
  const broken = join(folder, "broken");
  cpSync("knowledge/notices/taiyuan/taiyuan-2022", broken, { recursive: true });
  writeFileSync(join(broken, "provisions.yaml"), "provisions: 不是清单\n");
  const { code, err } = await mingbai(["ask", "问", "--knowledge", broken]);
  expect(code).toBe(2);
  expect(err).toContain("provisions.yaml");
});

test("a reader that stops reading is no failure", async () => {
  const child = start(["ask", QUESTION]);
  child.stdout?.destroy();
  let err = "";
  child.stderr?.on("data", (text) => (err += String(text)));
  const code = await new Promise((done) => child.on("close", done));
  expect([code, err]).toEqual([0, ""]);
});

test("the server says where it is, answers, and ends when it is told to", async () => {
  const data = join(folder, "data");
  const child = start(["serve", "--port", "0", "--data", data]);
  const line = await new Promise<string>((done, fail) => {
    child.stdout?.once("data", (text) => done(String(text)));
    child.once("close", () => fail(new Error("没有启动")));
  });
  const [address] = /http:\/\/\S+/.exec(line) ?? [];
  const reply = await fetch(`${address}api/ask`, {
    method: "POST",
    headers: { "content-type": "application/json", connection: "close" },
    body: JSON.stringify({ text: QUESTION }),
  });
  const { status } = (await reply.json()) as { status: string };
  expect(status).toBe("answered");
  child.kill("SIGTERM");
  expect(await new Promise((done) => child.on("close", done))).toBe(0);
});

test("a port that is taken is said to be taken", async () => {
  const data = join(folder, "data");
  const first = start(["serve", "--port", "0", "--data", data]);
  const line = await new Promise<string>((done) =>
    first.stdout?.once("data", (text) => done(String(text))),
  );
  const port = /:(\d+)\//.exec(line)?.[1] ?? "";
  const { code, err } = await mingbai([
    "serve",
    "--port",
    port,
    "--data",
    data,
  ]);
  expect(code).toBe(2);
  expect(err).toContain(port);
  expect(err).toMatch(/\p{Script=Han}/u);
  first.kill("SIGTERM");
  await new Promise((done) => first.on("close", done));
});
