/** A number was asked and a statement gives another one. */
import type { Reply } from "../phrasing/compose.js";
import type { Context } from "./context.js";
import type { Frame } from "./state.js";

/** 高血压拿药报几成: a statement whose numbers are no ratio gives none; its words say what is open. */
export function withoutRatio(
  { task, aspects, asksNumber }: Frame,
  stated: Reply,
): Reply | null {
  const [only, more] = aspects;
  const open =
    task === "fact" &&
    asksNumber &&
    only === "ratio" &&
    more === undefined &&
    stated.status === "answered" &&
    stated.figures.every(({ type }) => type !== "ratio");
  return open
    ? {
        ...stated,
        status: "not_stipulated",
        figures: [],
        reference: stated.figures,
      }
    : null;
}

/** 额度没用完的钱转哪去: an amount, a limit belong to the statement itself. */
export function isOfAmounts({ frame, knowledge }: Context): boolean {
  const { topics } = knowledge.vocabulary.file;
  return frame.topics.some((topic) => topics[topic]?.of_amounts === true);
}

/** 大病保险筹资标准是多少: another number of the same insurance is no answer. */
export function ofItsOwn({ frame, knowledge }: Context): boolean {
  const { topics } = knowledge.vocabulary.file;
  return frame.topics.some((topic) => topics[topic]?.quantity === true);
}
