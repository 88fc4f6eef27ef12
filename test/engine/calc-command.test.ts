import { once } from "node:events";
import { PassThrough, Readable, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { calcCommand } from "../../bot/commands/calc.js";
import { LONGEST_LINE } from "../../bot/commands/lines.js";
import packageFile from "../../package.json" with { type: "json" };
import { knowledge } from "./ask.js";

const { version } = packageFile;

/** A reader that takes its time: every write waits for the next turn of the loop. */
class Slow extends Writable {
  text = "";

  constructor() {
    super({ highWaterMark: 16 });
  }

  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString("utf8");
    setImmediate(done);
  }
}

async function run(
  input: Iterable<string | Buffer>,
  more: { file?: string; schema?: boolean } = {},
): Promise<{ code: number; lines: string[]; trouble: string }> {
  const output = new Slow();
  const trouble = new Slow();
  const code = await calcCommand(
    { ...more, knowledge, on: "2022-10-08" },
    Readable.from(input),
    output,
    trouble,
  );
  await new Promise((resolve) => output.end(resolve));
  return {
    code,
    lines: output.text.split("\n").slice(0, -1),
    trouble: trouble.text,
  };
}

const good = JSON.stringify({
  benefit: "contribution",
  jurisdiction: "taiyuan",
  facts: { coverage_year: 2023, identity: "低保" },
});

describe("requests line by line", () => {
  it("answers in order, a bad line in its place, and goes on", async () => {
    const { code, lines, trouble } = await run([
      `${good}\n{oops\n\n{"benefit":"contribution","jurisdiction":"火星"}\r\n${good}`,
    ]);
    expect(code).toBe(0);
    expect(trouble).toBe("");
    const results = lines.map((line) => JSON.parse(line));
    expect(results).toHaveLength(5);
    expect(results[0]).toEqual(results[4]);
    expect(results[0].figures[0]).toMatchObject({ value: "70.00" });
    expect(results[1].error).toMatchObject({ code: "invalid_json", line: 2 });
    expect(results[2].error).toMatchObject({ code: "invalid_json", line: 3 });
    expect(results[3].error).toMatchObject({ path: "jurisdiction" });
  });

  it("puts characters together that a chunk cuts in two", async () => {
    const bytes = Buffer.from(`${good}\n`);
    const cut = bytes.indexOf("低") + 1;
    const { lines } = await run([bytes.subarray(0, cut), bytes.subarray(cut)]);
    expect(lines[0]).toContain('"70.00"');
  });

  it("passes over a line that is too long", async () => {
    const long = "x".repeat(LONGEST_LINE / 2);
    const { lines } = await run([long, long, long, "\n", `${good}\n`]);
    expect(JSON.parse(lines[0] ?? "").error.code).toBe("too_long");
    expect(lines[1]).toContain('"70.00"');
  });

  it("says what a result was computed from", async () => {
    const { lines } = await run([`${good}\n`]);
    const { receipt } = JSON.parse(lines[0] ?? "");
    expect(receipt).toMatchObject({
      knowledge: knowledge.hash,
      engine: version,
      benefit: "contribution",
      jurisdiction: "taiyuan",
      on: "2022-10-08",
      facts: { coverage_year: 2023 },
    });
    const { benefit, jurisdiction, on, facts } = receipt;
    const again = JSON.stringify({ benefit, jurisdiction, on, facts });
    expect((await run([again])).lines).toEqual(lines);
  });

  it("gives every result the same bytes", async () => {
    const { lines } = await run([`${good}\n`.repeat(200)]);
    expect(new Set(lines).size).toBe(1);
    expect(lines).toHaveLength(200);
  });

  it("says that a file cannot be read", async () => {
    const { code, trouble } = await run([], { file: "no/such/file.jsonl" });
    expect(code).toBe(1);
    expect(trouble).toContain("no/such/file.jsonl");
  });

  it("prints the schema instead", async () => {
    const { lines } = await run([], { schema: true });
    expect(JSON.parse(lines.join("\n"))).toHaveProperty("$defs.request");
  });

  it("reports progress on a terminal", async () => {
    const output = new PassThrough();
    output.resume();
    const trouble = Object.assign(new Slow(), { isTTY: true });
    await calcCommand(
      { knowledge, on: "2022-10-08" },
      Readable.from([`${good}\n`.repeat(3)]),
      output,
      trouble,
    );
    expect(trouble.text).toContain("3");
  });

  it("says how far it came when interrupted, also while it waits for a line", async () => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      const input = new PassThrough();
      const output = new PassThrough();
      const trouble = new Slow();
      const ended = calcCommand(
        { knowledge, on: "2022-10-08" },
        input,
        output,
        trouble,
      );
      input.write(`${good}\n${good}\n`);
      await once(output, "data");
      await new Promise((resolve) => setTimeout(resolve, 20));
      process.emit(signal);
      expect(await ended).toBe(130);
      expect(trouble.text).toContain("2 行");
    }
  });
});
