/**
 * `npm run knowledge:clean [-- folder or notice id…]`: writes text.md of the
 * notices from their untouched sources. A word that is a folder on the disk is
 * a knowledge folder of its own; any other word is a notice to do alone.
 */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cleanText, RecipeError } from "./clean.js";
import {
  builtInFolder,
  type Folder,
  inFolder,
  readFolder,
  readSource,
} from "./files.js";
import { type Problem, problemLine } from "./problems.js";
import { fit, readYaml } from "./read.js";
import { noticeHead } from "./schema.js";

/** Writes the texts of the notices wanted in one folder; returns how many. */
function cleanFolder(
  folder: Folder,
  wanted: readonly string[],
  problems: Problem[],
): number {
  let written = 0;
  for (const path of folder.notices) {
    const name = inFolder(path, "notice.yaml");
    const yaml = folder.files.get(name);
    const value = yaml && readYaml(yaml.text, name, problems);
    const head =
      value === undefined ? undefined : fit(noticeHead, value, name, problems);
    if (!head || (wanted.length > 0 && !wanted.includes(head.id))) continue;
    const source = readSource(folder.path, head.source.file);
    if (!source) {
      problems.push({
        file: name,
        entry: "source",
        message: `没有源文件 sources/${head.source.file}`,
      });
      continue;
    }
    if (source.sha256 !== head.source.sha256)
      problems.push({
        file: name,
        entry: "source",
        message: `sha256 应写 ${source.sha256}`,
      });
    try {
      const { markdown } = cleanText(source.text, head.clean);
      writeFileSync(join(folder.path, inFolder(path, "text.md")), markdown);
      written += 1;
    } catch (error) {
      if (!(error instanceof RecipeError)) throw error;
      problems.push({ file: name, entry: "clean", message: error.message });
    }
  }
  return written;
}

function main(words: readonly string[]): number {
  const folders = words.filter((word) => existsSync(word));
  const wanted = words.filter((word) => !existsSync(word));
  const problems: Problem[] = [];
  let written = 0;
  for (const path of folders.length > 0 ? folders : [builtInFolder()])
    written += cleanFolder(readFolder(path), wanted, problems);
  for (const problem of problems) console.error(problemLine(problem));
  console.log(`写出 ${written} 份文件的正文`);
  return problems.length > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
