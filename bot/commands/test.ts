/** `mingbai test`: plays conversation scripts and tells which turns are not as expected. */
import { cwd } from "node:process";
import { relative } from "node:path";
import type { Knowledge } from "../../knowledge/knowledge.js";
import { todayInShanghai } from "../host/today.js";
import { Coverage } from "../scripts/coverage.js";
import { type Fault, faultLine } from "../scripts/fault.js";
import { scriptFiles } from "../scripts/files.js";
import { ScriptNames } from "../scripts/naming.js";
import type { ChannelName } from "../scripts/channels/play.js";
import {
  passed,
  play,
  type PlayedTurn,
  type PlayWorld,
} from "../scripts/play.js";
import { readScripts } from "../scripts/read.js";
import type { Script } from "../scripts/script.js";
import { failureLines } from "../scripts/show.js";

export interface TestArguments {
  /** Files and folders. */
  paths: readonly string[];
  knowledge: Knowledge;
  /** Place id that the account serves; a script may name its own. */
  place?: string | undefined;
  /** Also list what no script touches. */
  coverage?: boolean | undefined;
  /** Play through a whole channel instead of the dialogue alone. */
  channel?: ChannelName | undefined;
}

interface Streams {
  output: NodeJS.WritableStream;
  trouble: NodeJS.WritableStream;
}

/** A word of progress after this many turns. */
const TURNS_PER_REPORT = 500;

/**
 * Runs every conversation of the paths. Exit code 0 when all passed, 1 when
 * one failed, 2 when a file could not be read; the others still run, and a
 * file that could not be read counts as one failure.
 */
export async function testCommand(
  { paths, knowledge, place, coverage, channel }: TestArguments,
  output: NodeJS.WritableStream,
  trouble: NodeJS.WritableStream = process.stderr,
): Promise<number> {
  if (paths.length === 0) {
    trouble.write("请写上脚本文件或文件夹，例如：mingbai test scripts/\n");
    return 2;
  }
  const names = new ScriptNames(knowledge);
  const world = { knowledge, names, place, today: todayInShanghai(new Date()) };
  const { scripts, faults } = readAll(paths, names);
  for (const fault of faults) trouble.write(`${faultLine(fault)}\n`);
  const player = await playerFor(channel, world);
  const tally = await runAll(
    scripts,
    player.play,
    { output, trouble },
    coverage ? new Coverage(knowledge, names) : null,
  ).finally(player.close);
  const unreadable = new Set(faults.map(({ file }) => file)).size;
  if (unreadable > 0)
    output.write(`${unreadable} 个文件读不懂，没有运行，各计一个失败\n`);
  output.write(`${tally.passed} passed, ${tally.failed + unreadable} failed\n`);
  if (unreadable > 0) return 2;
  return tally.failed > 0 ? 1 : 0;
}

function readAll(
  paths: readonly string[],
  names: ScriptNames,
): { scripts: Script[]; faults: Fault[] } {
  const { files, faults } = scriptFiles(paths);
  const scripts: Script[] = [];
  for (const { path, text } of files) {
    const read = readScripts(text, relative(cwd(), path) || path, names);
    if (read.kind === "faults") faults.push(...read.faults);
    else scripts.push(...read.scripts);
  }
  return { scripts, faults };
}

interface Player {
  play(script: Script): PlayedTurn[] | Promise<PlayedTurn[]>;
  close(): Promise<void>;
}

/** Plays against the dialogue alone, or through a whole channel. */
async function playerFor(
  channel: ChannelName | undefined,
  world: PlayWorld,
): Promise<Player> {
  if (channel === undefined)
    return { play: (script) => play(script, world), close: async () => {} };
  const { channelPlayer } = await import("../scripts/channels/play.js");
  return channelPlayer(channel, world);
}

async function runAll(
  scripts: readonly Script[],
  playOne: Player["play"],
  { output, trouble }: Streams,
  coverage: Coverage | null,
): Promise<{ passed: number; failed: number }> {
  const turnsInAll = scripts.reduce((sum, { turns }) => sum + turns.length, 0);
  const tally = { passed: 0, failed: 0 };
  let turns = 0;
  let reported = 0;
  for (const script of scripts) {
    const played = await playOne(script);
    if (played.every(passed)) tally.passed += 1;
    else {
      tally.failed += 1;
      for (const line of failureLines(script, played))
        output.write(`${line}\n`);
    }
    for (const { answer } of played) coverage?.add(answer);
    turns += played.length;
    if (turns - reported >= TURNS_PER_REPORT) {
      reported = turns;
      trouble.write(`已运行 ${turns}/${turnsInAll} 轮\n`);
    }
  }
  for (const line of coverage?.lines() ?? []) output.write(`${line}\n`);
  output.write(`共 ${scripts.length} 个对话，${turns} 轮问答\n`);
  return tally;
}
