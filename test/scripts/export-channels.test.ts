/** What people say over real sockets, in Direct Line and WeChat, exports as a script that passes. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { conversationOf } from "../../bot/channels/wechat/messages.js";
import { exportCommand } from "../../bot/commands/export.js";
import { testCommand } from "../../bot/commands/test.js";
import { Client, knowledge } from "../channels/server.js";
import { SAFE, startWechat, type Started } from "../channels/wechat-server.js";

const SECOND_MS = 1000;
const LAPSE = 40 * 60;
const PERSONAL = ["110101199003078515", "13800138000", "6222021234567890123"];

interface Said {
  text: string;
  /** Seconds after the message before. */
  after?: number;
  /** Sent twice under the same id. */
  twice?: boolean;
}

const CONVERSATIONS: Readonly<Record<string, readonly (string | Said)[]>> = {
  "several questions at once": [
    "太原低保户2023年要交多少钱，重庆一档大病起付线多少",
    "为什么",
    "那二档呢",
  ],
  "a comparison": ["重庆2023年一档和二档差多少", "那2022年呢"],
  "a range and an amount not known": [
    "杭州低保户住院自付三万，医疗救助能报多少",
    "不知道",
  ],
  "readings to choose from": ["重庆报多少", "第二个", "住院", "不知道"],
  corrections: [
    "太原大病自付三万报多少",
    "我说错了，是两万",
    "不对，是重庆",
    "不是低保，是特困",
  ],
  "a person asked for": ["重庆2023年一档多少钱", "转人工", "太原呢", "原文"],
  "personal numbers": [
    `我身份证${PERSONAL[0]}，电话${PERSONAL[1]}，太原低保户2023年要交多少钱`,
    `卡号${PERSONAL[2]}，那残疾呢`,
  ],
  "a message that comes twice": [
    "太原低保户2023年要交多少钱",
    { text: "那重度残疾呢", twice: true },
    "为什么",
  ],
  "a lapse": [
    "太原低保户2023年要交多少钱",
    { text: "那重度残疾呢", after: LAPSE },
    "2023年要交多少",
    { text: "二档呢", after: LAPSE },
  ],
};

let server: Started;
const folder = mkdtempSync(join(tmpdir(), "mingbai-"));
beforeAll(async () => {
  server = await startWechat({ settings: SAFE });
});
afterAll(async () => {
  await server.remove();
  rmSync(folder, { recursive: true });
});

const CHANNELS: Readonly<
  Record<string, (name: string) => Promise<[string, (said: Said) => unknown]>>
> = {
  async directline() {
    const client = await Client.begin({ ...server, url: server.origin });
    let count = 0;
    return [
      client.ticket.conversationId,
      async ({ text, twice }) => {
        count += 1;
        await client.post(text, `m${count}`);
        if (twice) await client.post(text, `m${count}`);
      },
    ];
  },
  async wechat(name) {
    const person = `person-${Object.keys(CONVERSATIONS).indexOf(name)}`;
    const { client } = server;
    return [
      conversationOf({ person }),
      async ({ text, twice }) => {
        const fields = {
          MsgType: "text",
          Content: text,
          MsgId: client.nextId(),
        };
        const document = client.document(person, fields);
        await client.send(document);
        if (twice) await client.send(document);
      },
    ];
  },
};

for (const [channel, begin] of Object.entries(CHANNELS))
  for (const [name, turns] of Object.entries(CONVERSATIONS))
    it(`${channel}: ${name}`, async () => {
      const [conversation, say] = await begin(name);
      for (const turn of turns) {
        const said = typeof turn === "string" ? { text: turn } : turn;
        server.clock.now = new Date(
          server.clock.now.getTime() + (said.after ?? 5) * SECOND_MS,
        );
        await say(said);
      }
      const { data } = server;
      const script = await told((out) =>
        exportCommand({ conversation, data, knowledge }, out),
      );
      expect(script.code).toBe(0);
      expect(script.out.match(/用户:/g)).toHaveLength(turns.length);
      expect(script.out).toContain("日期: 2022-10-08");
      for (const number of PERSONAL) expect(script.out).not.toContain(number);
      const file = join(folder, "exported.yaml");
      writeFileSync(file, script.out);
      const run = await told((out) =>
        testCommand({ paths: [file], knowledge }, out),
      );
      expect(run.out).toMatch(/\n1 passed, 0 failed\n$/);
    });

async function told(
  run: (out: PassThrough) => Promise<number>,
): Promise<{ code: number; out: string }> {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  const code = await run(stream);
  return { code, out: Buffer.concat(chunks).toString("utf8") };
}
