/**
 * Word segmentation by nodejieba with a dictionary of the project's own: the
 * 60,000 most frequent words of jieba's, those of the notices, and every word of the vocabulary.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createRequire } from "node:module";

interface Jieba {
  DEFAULT_HMM_DICT: string;
  load(files: Record<string, string>): void;
  cut(text: string, hmm: boolean): string[];
  cutForSearch(text: string, hmm: boolean): string[];
  insertWord(word: string): boolean;
}
const jieba = createRequire(import.meta.url)("nodejieba") as Jieba;
const known = new Set<string>();
let loaded = false;

/** The folder with the dictionaries that the build writes. */
function dictionaryFolder(): string {
  const beside = fileURLToPath(new URL("../dictionary/", import.meta.url));
  return existsSync(beside)
    ? beside
    : fileURLToPath(new URL("../dist/dictionary/", import.meta.url));
}

/** A missing dictionary would abort the whole process inside the native code. */
function load(): void {
  const folder = dictionaryFolder();
  const files = {
    dict: `${folder}main.utf8`,
    userDict: `${folder}user.utf8`,
    idfDict: `${folder}idf.utf8`,
    stopWordDict: `${folder}stop.utf8`,
    hmmDict: jieba.DEFAULT_HMM_DICT,
  };
  for (const file of Object.values(files))
    if (!existsSync(file))
      throw new Error(`缺少分词词典 ${file}，请先运行 npm run build`);
  jieba.load(files);
  loaded = true;
}

/** Makes the segmenter keep these words whole. */
export function teach(words: Iterable<string>): void {
  if (!loaded) load();
  for (const word of words) {
    if (known.has(word) || word.length < 2) continue;
    known.add(word);
    jieba.insertWord(word);
  }
}

/** The words of a text, in order. */
export function cut(text: string): string[] {
  if (!loaded) load();
  return text === "" ? [] : jieba.cut(text, true);
}

/** The words of the dictionaries alone, none guessed. */
export function cutPlainly(text: string): string[] {
  if (!loaded) load();
  return text === "" ? [] : jieba.cut(text, false);
}

/** Words and their parts, for the search index. */
export function cutForSearch(text: string): string[] {
  if (!loaded) load();
  return text === "" ? [] : jieba.cutForSearch(text, true);
}
