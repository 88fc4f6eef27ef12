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
    for (const file of found)
      files.push({ path: file, text: readFileSync(file, "utf8") });
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
