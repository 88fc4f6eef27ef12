import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type ChannelPlayer,
  channelPlayer,
} from "../../bot/scripts/channels/play.js";
import { ScriptNames } from "../../bot/scripts/naming.js";
import { passed } from "../../bot/scripts/play.js";
import { readScripts } from "../../bot/scripts/read.js";
import type { Script } from "../../bot/scripts/script.js";
import { loadKnowledge } from "../../knowledge/load.js";

const knowledge = loadKnowledge();
const names = new ScriptNames(knowledge);
const world = { knowledge, names, today: "2023-03-15" };

function script(yaml: string): Script {
  const read = readScripts(yaml, "here.yaml", names);
  const first = read.kind === "scripts" ? read.scripts[0] : undefined;
  if (!first) throw new Error("the script cannot be read");
  return first;
}

const TALK = script(`
on: 2022-10-08
turns:
  - user: 太原低保户2023年要交多少钱
    expect: { status: answered, values: [70], says: [低保] }
  - user: 那重度残疾呢
    on: 2022-12-01
    expect: { status: answered, values: [0] }
  - user: ""
    expect: { status: out_of_scope }
`);
const PLACE = script(`
on: 2022-10-08
place: taiyuan
turns:
  - user: 低保户2023年要交多少钱
    expect: { values: [70] }
`);
const PAUSE = script(`
on: 2022-10-08
turns:
  - user: 太原低保户2023年要交多少钱
    at: 2022-10-08T09:00:00+08:00
  - user: 那重度残疾呢
    at: 2022-10-09T09:00:00+08:00
    expect: { never_says: [0元] }
`);
const WRONG = script(`
turns:
  - user: 太原低保户2023年要交多少钱
    expect: { values: [71] }
`);

describe.each(["wechat", "directline"] as const)("through %s", (channel) => {
  let player: ChannelPlayer;
  beforeAll(async () => {
    player = await channelPlayer(channel, world);
  });
  afterAll(() => player.close());

  it("the day, the place and the time of a script hold", async () => {
    for (const one of [TALK, PLACE, PAUSE]) {
      const turns = await player.play(one);
      expect(turns.map(passed)).toEqual(turns.map(() => true));
    }
  });

  it("what is not as expected fails", async () => {
    expect((await player.play(WRONG)).every(passed)).toBe(false);
  });
});
