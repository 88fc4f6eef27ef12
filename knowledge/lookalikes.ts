/** Words with characters of numerals that are no numbers, from `number-lookalikes.yaml`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { builtInFolder } from "./files.js";
import { KnowledgeError, type Problem } from "./problems.js";
import { fit, readYaml } from "./read.js";

const FILE = "number-lookalikes.yaml";
const words = z.array(z.string().min(2));
const lookalikesFile = z.strictObject({
  places: words,
  words,
  everyday: words,
  hotlines: z.array(z.string().regex(/^\d{3,8}$/, "应是电话号码，如 12393")),
});

/** The words, and the numbers that are called and not paid. */
export interface Lookalikes {
  readonly words: readonly string[];
  readonly hotlines: readonly string[];
}

/** Reads the file of the built-in folder; throws KnowledgeError naming what to mend. */
export function loadLookalikes(): Lookalikes {
  const problems: Problem[] = [];
  const text = readFileSync(join(builtInFolder(), FILE), "utf8");
  const file = fit(
    lookalikesFile,
    readYaml(text, FILE, problems),
    FILE,
    problems,
  );
  if (file === undefined || problems.length > 0)
    throw new KnowledgeError(problems);
  return {
    words: [...file.places, ...file.words, ...file.everyday],
    hotlines: file.hotlines,
  };
}
