/** The files of the knowledge folders; the only code in this folder that touches the disk. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { KnowledgeError } from "./problems.js";

/** One file with its path relative to its knowledge folder, written with `/`. */
export interface FoundFile {
  name: string;
  text: string;
}

/** One knowledge folder with everything that was read from it. */
export interface Folder {
  path: string;
  files: ReadonlyMap<string, FoundFile>;
  /** Folders of notices, relative, in order of their names. */
  notices: readonly string[];
}

/** The built-in knowledge folder: beside this module, or beside `dist/`. */
export function builtInFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  for (const path of [here, join(here, "..", "..", "knowledge")])
    if (existsSync(join(path, "notices"))) return path;
  throw new KnowledgeError([
    { file: "notices", entry: "", message: "找不到内置的知识文件夹 notices" },
  ]);
}

const TOP_FILES = [
  "jurisdictions.yaml",
  "words.yaml",
  "interpretations.yaml",
  "contacts.yaml",
  "matters.yaml",
];
const NOTICE_FILES = [
  "notice.yaml",
  "text.md",
  "provisions.yaml",
  "cases.yaml",
];

/** Everything of a knowledge folder; a folder that is itself a notice counts as one with one notice. */
export function readFolder(path: string): Folder {
  if (!existsSync(path) || !statSync(path).isDirectory())
    throw new KnowledgeError([
      { file: path, entry: "", message: "没有这个文件夹" },
    ]);
  const notices = existsSync(join(path, "notice.yaml"))
    ? [""]
    : noticeFolders(join(path, "notices")).map((found) =>
        slashed(relative(path, found)),
      );
  const names = [
    ...TOP_FILES,
    ...notices.flatMap((folder) =>
      NOTICE_FILES.map((file) => inFolder(folder, file)),
    ),
  ];
  const files = new Map<string, FoundFile>();
  for (const name of names) {
    const full = join(path, name);
    if (existsSync(full))
      files.set(name, { name, text: readFileSync(full, "utf8") });
  }
  return { path, files, notices };
}

/** Name of a file of a notice, relative to the knowledge folder. */
export function inFolder(folder: string, file: string): string {
  return folder === "" ? file : `${folder}/${file}`;
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}

function noticeFolders(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort((a, b) => (a < b ? -1 : 1))
    .flatMap((name) => {
      const path = join(root, name);
      return existsSync(join(path, "notice.yaml")) || holdsFiles(path)
        ? [path]
        : noticeFolders(path);
    });
}

function holdsFiles(path: string): boolean {
  return readdirSync(path, { withFileTypes: true }).some(
    (entry) => entry.isFile() && !entry.name.startsWith("."),
  );
}

/** The untouched source of a notice and its hash, or undefined when it is not there. */
export function readSource(
  folder: string,
  file: string,
): { text: string; sha256: string } | undefined {
  const path = join(folder, "sources", file);
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  return {
    text: bytes.toString("utf8"),
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

/** What the build writes beside this module in `dist/`. */
export const PARSED_FILE = "parsed.json";

/** The YAML texts that the build has parsed, as JSON by their hashes; none before a build. */
export function readParsed(): Readonly<Record<string, string>> {
  const here = dirname(fileURLToPath(import.meta.url));
  for (const folder of [here, join(here, "..", "dist", "knowledge")]) {
    const path = join(folder, PARSED_FILE);
    if (existsSync(path))
      return JSON.parse(readFileSync(path, "utf8")) as Record<string, string>;
  }
  return {};
}

/** Hash over all files in a fixed order. */
export function hashOf(folders: readonly Folder[]): string {
  const hash = createHash("sha256");
  for (const folder of folders)
    for (const file of folder.files.values())
      hash.update(`${file.name}\0${file.text}\0`);
  return hash.digest("hex");
}
