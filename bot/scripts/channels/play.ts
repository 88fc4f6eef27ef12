/** Plays scripts through a whole channel: a real server on a port of its own, and a client of the channel. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { maskPersonalNumbers } from "../../../nlu/mask.js";
import { buildServer } from "../../channels/http/server.js";
import type { WechatSettings } from "../../channels/wechat/settings.js";
import { WechatClient } from "../../channels/wechat/simulator/client.js";
import { step } from "../../dialogue/step.js";
import { failureAnswer } from "../../host/failure.js";
import type { Step } from "../../host/loop.js";
import { openSqliteStore } from "../../store/sqlite.js";
import { openSqliteWechatStore } from "../../store/sqlite-wechat.js";
import { mismatches } from "../expect.js";
import { answerFaults } from "../invariants.js";
import type { PlayedTurn, PlayWorld } from "../play.js";
import type { Script } from "../script.js";
import { DirectLinePartner } from "./directline.js";
import type { Heard, Partner } from "./partner.js";
import { WechatPartner } from "./wechat.js";

export type ChannelName = "wechat" | "directline";

export interface ChannelPlayer {
  play(script: Script): Promise<PlayedTurn[]>;
  /** Stops the server and removes what it kept. */
  close(): Promise<void>;
}

/** The day, time and place of the turn being played; a channel itself knows only the clock. */
interface Scene {
  on: string;
  at: string | undefined;
  place: string | undefined;
}

const SECOND_MS = 1000;

/** Starts a server for the channel, on a data folder of its own. */
export async function channelPlayer(
  channel: ChannelName,
  world: PlayWorld,
): Promise<ChannelPlayer> {
  const scene: Scene = { on: world.today, at: undefined, place: world.place };
  // Each turn is a second later than the last, so that no rate limit is met.
  let clock = Date.now();
  const now = (): Date => new Date(clock);
  const data = await mkdtemp(join(tmpdir(), "mingbai-test-"));
  const store = openSqliteStore(join(data, "mingbai.db"));
  const wechat = openSqliteWechatStore(join(data, "mingbai.db"));
  const settings = accountSettings();
  const inScene: Step = (state, { text }, { knowledge }) =>
    step(state, scene.at === undefined ? { text } : { text, at: scene.at }, {
      knowledge,
      on: scene.on,
      place: scene.place,
    });
  const server = await buildServer({
    knowledge: world.knowledge,
    store,
    step: inScene,
    mask: maskPersonalNumbers,
    now,
    secret: randomBytes(32),
    keptDays: 1,
    report: () => undefined,
    wechat: { settings, wechat },
  });
  await server.listen({ port: 0, host: "127.0.0.1" });
  const { port } = server.server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${String(port)}`;
  const partner: Partner =
    channel === "directline"
      ? new DirectLinePartner(origin)
      : new WechatPartner(client(origin, settings, now), store);
  let conversations = 0;
  return {
    async play(script) {
      conversations += 1;
      const played: PlayedTurn[] = [];
      for (const at of script.turns.keys()) {
        clock += SECOND_MS;
        setScene(scene, script, at, world);
        const turn = await playTurn(
          partner,
          `script-${String(conversations)}`,
          { script, at },
          world,
        );
        played.push(turn);
      }
      return played;
    },
    async close() {
      await server.close();
      await wechat.close();
      await store.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

function setScene(
  scene: Scene,
  script: Script,
  at: number,
  world: PlayWorld,
): void {
  const turn = script.turns[at];
  scene.on = turn?.on ?? script.on ?? world.today;
  scene.at = turn?.at;
  scene.place = script.place ?? world.place;
}

/** One turn; a channel that fails is a finding, too. */
async function playTurn(
  partner: Partner,
  conversation: string,
  { script, at }: { script: Script; at: number },
  world: PlayWorld,
): Promise<PlayedTurn> {
  const { user = "", expect } = script.turns[at] ?? {};
  const said = script.turns.slice(0, at + 1).map((turn) => turn.user);
  const { answer, faults } = await partner
    .say(conversation, user)
    .catch((error: unknown): Heard => {
      const why = error instanceof Error ? error.message : String(error);
      return { answer: failureAnswer(), faults: [why] };
    });
  return {
    user,
    line: script.turnLines[at] ?? script.line,
    answer,
    mismatches: expect ? mismatches(answer, expect, world.names) : [],
    broken: [
      ...faults,
      ...answerFaults(answer, world.knowledge, said.join("\n")),
    ],
  };
}

/** An account for one run: safe mode, with a key that nobody else knows. */
function accountSettings(): WechatSettings {
  return {
    token: randomBytes(12).toString("hex"),
    appId: "wx0000000000000000",
    keys: [randomBytes(32)],
    service: null,
    publicUrl: null,
    menuFile: null,
  };
}

function client(
  origin: string,
  { token, appId, keys }: WechatSettings,
  now: () => Date,
): WechatClient {
  const key = keys[0] ?? null;
  return new WechatClient({ url: `${origin}/wechat`, token, appId, key, now });
}
