/**
 * Loads the built-in knowledge and further folders, checks all of it, and
 * builds the index. Folders add, never override.
 */
import { checkKnowledge } from "./checks.js";
import {
  builtInFolder,
  type Folder,
  hashOf,
  inFolder,
  readFolder,
} from "./files.js";
import { contactsFile, interpretationsFile } from "./interpretations.js";
import {
  type Jurisdiction,
  Jurisdictions,
  jurisdictionsFile,
} from "./jurisdictions.js";
import { type Matter, mattersFile } from "./matters.js";
import { type Contact, type Interpretation, Knowledge } from "./knowledge.js";
import { loadNotice } from "./load-notice.js";
import { KnowledgeError, type Problem } from "./problems.js";
import { fit, readYaml } from "./read.js";
import type { Notice } from "./schema.js";
import { supersede } from "./supersede.js";
import { Vocabulary, type WordsFile, wordsFile } from "./vocabulary.js";

/**
 * The knowledge base of the built-in folder and the further ones. Throws one
 * KnowledgeError with every problem found.
 */
export function loadKnowledge(dirs: readonly string[] = []): Knowledge {
  const folders = [builtInFolder(), ...dirs].map(readFolder);
  const problems: Problem[] = [];
  const notices = loadNotices(folders, problems);
  const jurisdictions = loadJurisdictions(folders, problems);
  const vocabulary = new Vocabulary(loadWords(folders, problems));
  const interpretations = loadInterpretations(folders, problems);
  const contacts = loadContacts(folders, problems);
  const matters = loadMatters(folders, problems);
  if (problems.length > 0) throw new KnowledgeError(problems);
  const parts = {
    hash: hashOf(folders),
    jurisdictions,
    vocabulary,
    interpretations,
    contacts,
    matters,
    notices: supersede(notices),
  };
  problems.push(...checkKnowledge(parts));
  if (problems.length > 0) throw new KnowledgeError(problems);
  return new Knowledge(parts);
}

/** Notices in order of their start: by entry into force, then issue, then id. */
function loadNotices(
  folders: readonly Folder[],
  problems: Problem[],
): Notice[] {
  const notices: Notice[] = [];
  for (const folder of folders)
    for (const path of folder.notices) {
      const notice = loadNotice(folder, path, problems);
      if (!notice) continue;
      const other = notices.find((one) => one.id === notice.id);
      if (other)
        problems.push({
          file: inFolder(path, "notice.yaml"),
          entry: "id",
          message: `文件编号 ${notice.id} 已被 ${other.folder} 使用，请换一个`,
        });
      else notices.push(notice);
    }
  return notices.sort((a, b) => (startKey(a) < startKey(b) ? -1 : 1));
}

function startKey(notice: Notice): string {
  const start = notice.in_force.from ?? notice.issued ?? "0000-00-00";
  return `${start} ${notice.issued ?? "0000-00-00"} ${notice.id}`;
}

/** Reads one kind of top-level file from every folder that has it. */
function* topFiles(
  folders: readonly Folder[],
  name: string,
  problems: Problem[],
): Generator<{ value: unknown; name: string }> {
  for (const folder of folders) {
    const file = folder.files.get(name);
    if (!file) continue;
    const value = readYaml(file.text, name, problems);
    if (value !== undefined) yield { value, name };
  }
}

function loadJurisdictions(
  folders: readonly Folder[],
  problems: Problem[],
): Jurisdictions {
  const entries = new Map<string, Jurisdiction>();
  const notHeld: string[] = [];
  for (const { value, name } of topFiles(
    folders,
    "jurisdictions.yaml",
    problems,
  )) {
    const file = fit(jurisdictionsFile, value, name, problems);
    for (const entry of file?.jurisdictions ?? [])
      if (entries.has(entry.id)) problems.push(clash(name, entry.id));
      else entries.set(entry.id, entry);
    notHeld.push(...(file?.not_held ?? []));
  }
  for (const entry of entries.values())
    if (entry.parent !== null && !entries.has(entry.parent))
      problems.push({
        file: "jurisdictions.yaml",
        entry: entry.id,
        message: `上级地区 ${entry.parent} 没有登记`,
      });
  return new Jurisdictions([...entries.values()], notHeld);
}

function loadWords(folders: readonly Folder[], problems: Problem[]): WordsFile {
  const all: WordsFile = {
    facets: {},
    concepts: {},
    topics: {},
    terms: {},
    keep: [],
    spoken: {},
  };
  for (const { value, name } of topFiles(folders, "words.yaml", problems)) {
    const file = fit(wordsFile, value, name, problems);
    if (!file) continue;
    for (const [id, facet] of Object.entries(file.facets)) {
      const known = all.facets[id];
      if (known) addNew(known.values, facet.values, name, problems);
      else all.facets[id] = facet;
    }
    for (const [id, words] of Object.entries(file.concepts))
      all.concepts[id] = [...(all.concepts[id] ?? []), ...words];
    addNew(all.topics, file.topics, name, problems);
    addNew(all.terms, file.terms, name, problems);
    all.keep.push(...file.keep);
    for (const [part, others] of Object.entries(file.spoken))
      all.spoken[part] = [...(all.spoken[part] ?? []), ...others];
  }
  return all;
}

function addNew<T>(
  into: Record<string, T>,
  from: Readonly<Record<string, T>>,
  name: string,
  problems: Problem[],
): void {
  for (const [id, item] of Object.entries(from))
    if (id in into) problems.push(clash(name, id));
    else into[id] = item;
}

function loadInterpretations(
  folders: readonly Folder[],
  problems: Problem[],
): Map<string, Interpretation> {
  const all = new Map<string, Interpretation>();
  for (const { value, name } of topFiles(
    folders,
    "interpretations.yaml",
    problems,
  ))
    for (const entry of fit(interpretationsFile, value, name, problems)
      ?.interpretations ?? [])
      if (all.has(entry.id)) problems.push(clash(name, entry.id));
      else all.set(entry.id, entry);
  return all;
}

function loadContacts(
  folders: readonly Folder[],
  problems: Problem[],
): Contact[] {
  const all: Contact[] = [];
  for (const { value, name } of topFiles(folders, "contacts.yaml", problems))
    all.push(...(fit(contactsFile, value, name, problems)?.contacts ?? []));
  return all;
}

function loadMatters(
  folders: readonly Folder[],
  problems: Problem[],
): Map<string, Matter> {
  const all = new Map<string, Matter>();
  for (const { value, name } of topFiles(folders, "matters.yaml", problems))
    for (const [id, entry] of Object.entries(
      fit(mattersFile, value, name, problems)?.matters ?? {},
    ))
      if (all.has(id)) problems.push(clash(name, id));
      else all.set(id, entry);
  return all;
}

function clash(file: string, id: string): Problem {
  return {
    file,
    entry: id,
    message: `编号 ${id} 已经有了，只能增加，不能改写`,
  };
}
