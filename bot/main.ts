#!/usr/bin/env node
/** `mingbai`: reads the arguments and hands over to the command. Each command is loaded only when it is called. */
import { COMMANDS, HELP } from "./commands/table.js";
import { KnowledgeError, problemLine } from "../knowledge/problems.js";
import { UsageError } from "./commands/usage.js";

/** Whoever reads us may stop reading: that is no failure of ours. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

process.exitCode = await run(process.argv.slice(2));

async function run([name = "", ...args]: string[]): Promise<number> {
  if (["", "help", "--help", "-h"].includes(name)) {
    process.stdout.write(`${HELP}\n`);
    return name === "" ? 2 : 0;
  }
  try {
    const command = COMMANDS.get(name);
    if (!command)
      throw new UsageError(`没有“${name}”这个命令，用 mingbai --help 查看`);
    if (args.includes("--help") || args.includes("-h")) {
      process.stdout.write(`${command.help}\n`);
      return 0;
    }
    return await command.run(args);
  } catch (error) {
    process.stderr.write(`mingbai${name ? ` ${name}` : ""}：${told(error)}\n`);
    return 2;
  }
}

/** One line: what is wrong, and where. */
function told(error: unknown): string {
  if (error instanceof KnowledgeError) {
    const [first, ...others] = error.problems;
    const more =
      others.length > 0
        ? `（另有${others.length}处，用 mingbai check 查看全部）`
        : "";
    return `知识文件有误：${first ? problemLine(first) : ""}${more}`;
  }
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n", 1)[0] ?? "";
}
