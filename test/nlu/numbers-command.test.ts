import { PassThrough, Readable, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { numbersCommand } from "../../bot/commands/numbers.js";
import { LONGEST_LINE } from "../../bot/commands/lines.js";

const ON = "2022-10-08";

async function run(...chunks: (string | Uint8Array)[]): Promise<unknown[]> {
  const output = new PassThrough();
  const code = await numbersCommand(
    { on: ON },
    Readable.from(chunks.map((chunk) => Buffer.from(chunk as string))),
    output,
  );
  expect(code).toBe(0);
  const text = String(output.read() ?? "");
  return text
    .split("\n")
    .slice(0, -1)
    .map((line): unknown => JSON.parse(line));
}

describe("mingbai numbers", () => {
  it("prints one JSON line for each line, in order", async () => {
    expect(await run("去年花了2万6，报60%\n\n谢谢\n12月1号")).toMatchObject([
      [
        { span: [0, 2], text: "去年", kind: "year", value: "y=2021" },
        { text: "2万6", kind: "amount", value: "26000", about: false },
        { text: "60%", kind: "ratio", value: "0.6" },
      ],
      [],
      [],
      [{ text: "12月1号", kind: "date", value: "t=XXXX-12-01" }],
    ]);
  });

  it("puts a character together that came in two pieces", async () => {
    const bytes = Buffer.from("花了三万\n");
    const lines = await run(bytes.subarray(0, 7), bytes.subarray(7));
    expect(lines).toMatchObject([[{ text: "三万", value: "30000" }]]);
  });

  it("goes on after bytes that are no UTF-8", async () => {
    const bad = Buffer.concat([
      Buffer.from([0xff, 0xc3]),
      Buffer.from("8块\n"),
    ]);
    expect(await run(bad, "9块\r\n")).toMatchObject([
      [{ value: "8" }],
      [{ value: "9" }],
    ]);
  });

  it("answers an overlong line in its place", async () => {
    const long = "长".repeat(LONGEST_LINE / 3 + 1);
    const lines = await run(`${long}\n7元\n`);
    expect(lines).toMatchObject([
      { error: { code: "too_long" } },
      [{ value: "7" }],
    ]);
  });

  it("waits for a slow reader", async () => {
    let waiting = 0;
    let most = 0;
    const output = new Writable({
      highWaterMark: 64,
      write(_chunk, _encoding, done) {
        most = Math.max(most, output.writableLength);
        waiting++;
        setImmediate(done);
      },
    });
    const lines = Array.from({ length: 500 }, (_, i) => `花了${i + 100}元\n`);
    await numbersCommand({ on: ON }, Readable.from(lines), output);
    output.end();
    expect(waiting).toBeGreaterThan(0);
    expect(most).toBeLessThan(1000);
  });
});
