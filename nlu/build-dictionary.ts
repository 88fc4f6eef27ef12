/** Writes the segmenter's dictionaries into dist/dictionary: run by the build. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { loadKnowledge } from "../knowledge/load.js";
import { Lexicon } from "./lexicon.js";

const MAIN_WORDS = 100_000;
/** High enough to win against the parts of a word, measured on the vocabulary. */
const OWN_FREQUENCY = 2000;

/** The most frequent words of jieba's own dictionary, in their original order. */
function mainDictionary(): string {
  const { DEFAULT_DICT } = createRequire(import.meta.url)("nodejieba") as {
    DEFAULT_DICT: string;
  };
  const lines = readFileSync(DEFAULT_DICT, "utf8").trim().split("\n");
  const ranked = lines
    .map((line, order) => ({
      line,
      order,
      frequency: Number.parseInt(line.split(" ")[1] ?? "0", 10),
    }))
    .sort((a, b) => b.frequency - a.frequency || a.order - b.order)
    .slice(0, MAIN_WORDS)
    .sort((a, b) => a.order - b.order);
  return ranked.map(({ line }) => line).join("\n") + "\n";
}

const folder = fileURLToPath(new URL("../dictionary/", import.meta.url));
mkdirSync(folder, { recursive: true });
const own = [...new Lexicon(loadKnowledge()).words]
  .filter((word) => word.length > 1 && !/\s/.test(word))
  .sort((a, b) => (a < b ? -1 : 1));
writeFileSync(`${folder}main.utf8`, mainDictionary());
writeFileSync(
  `${folder}user.utf8`,
  own.map((word) => `${word} ${OWN_FREQUENCY} n\n`).join(""),
);
writeFileSync(`${folder}idf.utf8`, "医保 1\n参保 1\n");
writeFileSync(`${folder}stop.utf8`, "的\n了\n");
