/** 比例多少, 封顶呢: of which care it is asked, by the question before. */
import type { World } from "./context.js";
import { perform } from "./perform.js";
import type { Frame } from "./state.js";

/** Tasks of which 比例, 起付线, 封顶 may be asked on. */
const CARE_TASKS = [
  "outpatient",
  "inpatient",
  "chronic",
  "catastrophic",
  "assistance",
  "special_assistance",
];

/** The question before as one about a care; after a statement the care whose figure it told. */
export function careAskedOn(last: Frame, world: World): Frame | null {
  if (CARE_TASKS.includes(last.task)) return last;
  if (last.task !== "fact") return null;
  const [figure] = perform(last, world).reply.figures;
  const task = figure?.key.split(".")[0] ?? "";
  return CARE_TASKS.includes(task) ? { ...last, task, topics: [] } : null;
}
