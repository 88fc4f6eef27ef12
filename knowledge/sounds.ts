/** Characters that are typed for one another, from `sounds.yaml`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { builtInFolder } from "./files.js";
import { KnowledgeError, type Problem } from "./problems.js";
import { fit, readYaml } from "./read.js";

const FILE = "sounds.yaml";
const soundsFile = z.strictObject({
  /** Concepts of words.yaml whose words are recognised with such a character, too. */
  concepts: z.array(z.string()),
  /** Groups of characters that look alike. */
  alike: z.array(z.string().min(2)),
  /** Characters by the sound they share. */
  sounds: z.record(z.string(), z.string().min(2)),
});

export interface Sounds {
  readonly concepts: readonly string[];
  /** Groups of characters that stand for one another. */
  readonly groups: readonly string[];
}

/** Reads the file of the built-in folder; throws KnowledgeError naming what to mend. */
export function loadSounds(): Sounds {
  const problems: Problem[] = [];
  const text = readFileSync(join(builtInFolder(), FILE), "utf8");
  const file = fit(soundsFile, readYaml(text, FILE, problems), FILE, problems);
  if (file === undefined || problems.length > 0)
    throw new KnowledgeError(problems);
  return {
    concepts: file.concepts,
    groups: [...Object.values(file.sounds), ...file.alike],
  };
}
