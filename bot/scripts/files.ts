/** The script files behind the paths of a command. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Fault } from "./fault.js";

export interface ScriptFile {
  path: string;
  text: string;
}

/** Files as they are, folders searched to the bottom for .yaml and .yml, in order of their names. */
export function scriptFiles(paths: readonly string[]): {
  files: ScriptFile[];
  faults: Fault[];
} {
  const files: ScriptFile[] = [];
  const faults: Fault[] = [];
  for (const path of paths) {
    if (!existsSync(path)) {
      faults.push({
        file: path,
        line: 1,
        message: "没有这个文件或文件夹，请检查路径",
      });
      continue;
    }
    const found = statSync(path).isDirectory() ? inFolder(path) : [path];
    if (found.length === 0)
      faults.push({ file: path, line: 1, message: "文件夹里没有 .yaml 文件" });
    for (const file of found) {
      const text = utf8(readFileSync(file));
      if (text === undefined)
        faults.push({
          file,
          line: 1,
          message:
            "文件不是 UTF-8 编码的文字；在记事本里另存为，编码选 UTF-8，再运行",
        });
      else files.push({ path: file, text });
    }
  }
  return { files, faults };
}

function inFolder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return inFolder(path);
      return /\.ya?ml$/i.test(entry.name) ? [path] : [];
    });
}

/** The text of a file; undefined for another encoding and for what is no text. */
function utf8(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}
