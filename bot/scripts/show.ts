/** A failing turn as people read it: the conversation so far, expected beside found, the whole answer. */
import { passed, type PlayedTurn } from "./play.js";
import type { Script } from "./script.js";

/** All failing turns of a played script, as lines. */
export function failureLines(
  script: Script,
  turns: readonly PlayedTurn[],
): string[] {
  const lines = [`✗ ${script.file} 第${script.line}行「${script.title}」`];
  turns.forEach((turn, at) => {
    if (passed(turn)) return;
    lines.push(`  第${at + 1}轮（第${turn.line}行）`);
    for (const earlier of turns.slice(0, at))
      lines.push(
        `    用户：${earlier.user}`,
        `    明白：${firstLine(earlier.answer.text)}`,
      );
    lines.push(
      `    用户：${turn.user}`,
      ...turn.answer.text
        .split("\n")
        .map((line, row) => `    ${row === 0 ? "明白：" : "　　　"}${line}`),
    );
    for (const { key, expected, found } of turn.mismatches)
      lines.push(`    ${key}：期望 ${expected}；实际 ${found}`);
    for (const fault of turn.broken) lines.push(`    不合规则：${fault}`);
    lines.push(
      "    完整的回答（JSON）：",
      ...indented(JSON.stringify(turn.answer, null, 1)),
    );
  });
  return lines;
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}

function indented(text: string): string[] {
  return text.split("\n").map((line) => `      ${line}`);
}
