/** Writes the segmenter's dictionaries into dist/dictionary: run by the build. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Knowledge } from "../knowledge/knowledge.js";
import { loadKnowledge } from "../knowledge/load.js";
import { Lexicon } from "./lexicon.js";

/** Rarer words stand in no question; those of the notices are kept all the same. */
const MAIN_WORDS = 60_000;
/** High enough to win against the parts of a word, measured on the vocabulary. */
const OWN_FREQUENCY = 2000;

interface Jieba {
  DEFAULT_DICT: string;
  cutForSearch(text: string, hmm: boolean): string[];
}
const jieba = createRequire(import.meta.url)("nodejieba") as Jieba;

/** The words of the notices, as jieba's own dictionary has them. */
function wordsOfNotices({ notices }: Knowledge): Set<string> {
  return new Set(
    [...notices.values()].flatMap(({ clauses }) =>
      clauses.flatMap(({ text }) => jieba.cutForSearch(text, false)),
    ),
  );
}

/** The most frequent words of jieba's own dictionary with those of the notices, in their original order. */
function mainDictionary(
  places: ReadonlySet<string>,
  kept: ReadonlySet<string>,
): string {
  const lines = readFileSync(jieba.DEFAULT_DICT, "utf8").trim().split("\n");
  const ranked = lines
    .map((line, order) => ({
      line,
      order,
      word: line.split(" ")[0] ?? "",
      frequency: Number.parseInt(line.split(" ")[1] ?? "0", 10),
    }))
    .filter(({ word }) => !swallowsPlace(word, places))
    .sort((a, b) => b.frequency - a.frequency || a.order - b.order)
    .filter(({ word }, rank) => rank < MAIN_WORDS || kept.has(word))
    .sort((a, b) => a.order - b.order);
  return ranked.map(({ line }) => line).join("\n") + "\n";
}

/** 重庆大学 would hide the place and the 大学生 in 重庆大学生. */
function swallowsPlace(word: string, places: ReadonlySet<string>): boolean {
  for (let end = 2; end < word.length; end++)
    if (places.has(word.slice(0, end))) return true;
  return false;
}

const folder = fileURLToPath(new URL("../dictionary/", import.meta.url));
mkdirSync(folder, { recursive: true });
const knowledge = loadKnowledge();
const places = new Set(knowledge.jurisdictions.names.map(({ name }) => name));
const own = [...new Lexicon(knowledge).words]
  .filter((word) => word.length > 1 && !/\s/.test(word))
  .sort((a, b) => (a < b ? -1 : 1));
writeFileSync(
  `${folder}main.utf8`,
  mainDictionary(places, wordsOfNotices(knowledge)),
);
writeFileSync(
  `${folder}user.utf8`,
  own.map((word) => `${word} ${OWN_FREQUENCY} n\n`).join(""),
);
writeFileSync(`${folder}idf.utf8`, "医保 1\n参保 1\n");
writeFileSync(`${folder}stop.utf8`, "的\n了\n");
