/** `npm run knowledge:clean [notice id…]`: writes text.md of the notices from their untouched sources. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { cleanText, RecipeError } from "./clean.js";
import { builtInFolder, inFolder, readFolder, readSource } from "./files.js";
import { type Problem, problemLine } from "./problems.js";
import { fit, readYaml } from "./read.js";
import { noticeHead } from "./schema.js";

function main(wanted: readonly string[]): number {
  const folder = readFolder(builtInFolder());
  const problems: Problem[] = [];
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
        message: `没有源文件 ${head.source.file}`,
      });
      continue;
    }
    try {
      const { markdown } = cleanText(source.text, head.clean);
      writeFileSync(join(folder.path, inFolder(path, "text.md")), markdown);
      written += 1;
    } catch (error) {
      if (!(error instanceof RecipeError)) throw error;
      problems.push({ file: name, entry: "clean", message: error.message });
    }
  }
  for (const problem of problems) console.error(problemLine(problem));
  console.log(`写出 ${written} 份文件的正文`);
  return problems.length > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
