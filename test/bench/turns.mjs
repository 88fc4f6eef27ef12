/**
 * How long a turn takes in process, and understanding alone, on the labelled
 * questions and on long messages of the worst kinds; how soon the server
 * answers after its start, and how much memory it then has.
 * Run after a build: node test/bench/turns.mjs
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { initialState, step } from "../../dist/bot/dialogue/step.js";
import { loadKnowledge } from "../../dist/knowledge/load.js";
import { understandingOf } from "../../dist/nlu/understand.js";
import { labelledQuestions } from "../eval/questions.mjs";

const LONGEST = 2000;
const WORST = {
  "1块": "1块",
  零: "零",
  百: "百",
  甲类40乙类20: "甲类40乙类20",
  "2022年9月至": "2022年9月至",
  括号: "（(【",
  表情: "😀",
  十几万: "十几万",
  "太原低保户二档，": "太原低保户二档，",
  我妈和我爸: "我妈和我爸",
  第一条第二款: "第一条第二款",
  不是低保是残疾: "不是低保是残疾",
};

/** Processor time in milliseconds; other processes on a shared machine do not count. */
const milliseconds = (run) => {
  const begin = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1e3;
};
const at = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** Passes after which a running server's code is compiled; until then the compiler's own threads count as time of the turns. */
const WARM = 5;

const listed = (unsorted) => {
  const times = unsorted.sort((a, b) => a - b);
  const [median, most, longest] = [0.5, 0.99, 1].map((share) =>
    at(times, share).toFixed(2),
  );
  return `中位 ${median} ms，99% ${most} ms，最长 ${longest} ms`;
};

/** What each input takes: the first time, and in a server that has been running the quickest of five. */
function row(name, inputs, run) {
  const first = inputs.map((input) => milliseconds(() => run(input)));
  for (let pass = 0; pass < WARM; pass++)
    for (const input of inputs) run(input);
  const warm = inputs.map((input) =>
    Math.min(...[1, 2, 3, 4, 5].map(() => milliseconds(() => run(input)))),
  );
  console.log(
    `${name}：${listed(warm)}（${inputs.length} 句；刚启动的第一遍 ${listed(first)}）`,
  );
}

const knowledge = loadKnowledge();
const understanding = understandingOf(knowledge);
const questions = labelledQuestions();
const turn = ({ text, on }) =>
  step(initialState(), { text }, { knowledge, on });
row("理解一句", questions, ({ text, on }) =>
  understanding.understand(text, on),
);
row("一轮问答", questions, turn);
for (const [name, piece] of Object.entries(WORST)) {
  const text = piece.repeat(LONGEST).slice(0, LONGEST);
  row(`理解 ${LONGEST} 字的“${name}…”`, [text], () =>
    understanding.understand(text, "2022-10-08"),
  );
}
await started();

/** Starts the server as the README does, and asks it the first question. */
async function started() {
  const data = mkdtempSync(join(tmpdir(), "mingbai-bench-"));
  const begin = process.hrtime.bigint();
  const main = new URL("../../dist/bot/main.js", import.meta.url).pathname;
  const server = spawn(process.execPath, [
    main,
    "serve",
    "--port",
    "0",
    "--data",
    data,
  ]);
  try {
    const url = await new Promise((resolve, reject) => {
      let said = "";
      const hear = (chunk) => {
        said += chunk;
        const found = /http:\/\/[\d.]+:\d+/.exec(said);
        if (found) resolve(found[0]);
      };
      server.stdout.on("data", hear);
      server.stderr.on("data", hear);
      server.on("exit", () => reject(new Error(said)));
    });
    const asked = { text: "太原低保户2023年要交多少钱", on: "2022-10-08" };
    await fetch(`${url}/api/ask`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(asked),
    }).then((response) => response.json());
    const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
    const memory = /VmRSS:\s+(\d+)/.exec(
      readFileSync(`/proc/${server.pid}/status`, "utf8"),
    );
    console.log(`启动到第一个回答：${seconds.toFixed(2)} s`);
    console.log(`常驻内存：${(Number(memory[1]) / 1024).toFixed(0)} MB`);
  } finally {
    server.kill();
    rmSync(data, { recursive: true, force: true });
  }
}
