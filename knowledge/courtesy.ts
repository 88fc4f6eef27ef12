/** What people say around a question and that says nothing of it, from `courtesy.yaml`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { builtInFolder } from "./files.js";
import { KnowledgeError, type Problem } from "./problems.js";
import { fit, readYaml } from "./read.js";

const FILE = "courtesy.yaml";
const words = z.array(z.string().min(1)).min(1);
const courtesyFile = z.strictObject({
  /** Said before a question, with or without a sign behind it. */
  before: words,
  /** The same, where a sign or a space follows. */
  before_comma: words,
  /** Said behind a question. */
  after: words,
  /** Said behind a question, where a sign or a space stands before it. */
  after_comma: words,
  /** A clause that is made of these and of `filler` is idle talk. */
  idle: words,
  filler: words,
  /** A clause with one of these and none of `matter` tells of something else. */
  talk: words,
  matter: words,
  /** 累死了: no death, whatever `matter` has. */
  figurative: words,
  /** Whom 他 or 她 in a later clause may mean. */
  someone: words,
  /** What else money is earned by, spent on or owed for, and others' figures: no bill, and not the year asked about. */
  other_money: words,
  /** Where the rest has one of these, a wage is none. */
  of_wages: words,
  /** Before whom or what a clause is about. */
  leads: words,
  /** Other people, who may be asked about, too. */
  others: words,
  /** Relatives: what is told of them stays, as far as an answer may depend on it. */
  kin: words,
  /** Another name of the same thing, and the one that is read for it; none of `unless` may occur. */
  plainly: z.array(
    z.strictObject({ said: z.string(), means: z.string(), unless: words }),
  ),
  surnames: words,
  titles: words,
  /** Where something passed on comes from. */
  sources: words,
  /** Where the rest has one of these, it asks about what is passed on. */
  verifies: words,
  /** Illness and accidents: never beside the question. */
  health: words,
  /** Ends of sentences that say nothing of what is asked. */
  particles: words,
  /** Replies: where only one of these is left, the message is read as it is. */
  alone: words,
});

export type Courtesy = z.output<typeof courtesyFile>;

/** Reads the file of the built-in folder; throws KnowledgeError naming what to mend. */
export function loadCourtesy(): Courtesy {
  const problems: Problem[] = [];
  const text = readFileSync(join(builtInFolder(), FILE), "utf8");
  const file = fit(
    courtesyFile,
    readYaml(text, FILE, problems),
    FILE,
    problems,
  );
  if (file === undefined || problems.length > 0)
    throw new KnowledgeError(problems);
  return file;
}
