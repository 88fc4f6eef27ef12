/** 低保户国家给出多少: asked of a person whose fee is partly paid, the aid is meant and not the subsidy that everybody gets. */
import { Context, type World } from "./context.js";
import type { Frame } from "./state.js";
import { paymentYears } from "./years.js";

/** The question about a subsidy as one about aid, where the notices aid one of the persons named. */
export function withAid(frame: Frame, world: World): Frame {
  if (frame.task !== "subsidy") return frame;
  const context = new Context(frame, world);
  const aided = context.people.some((person) => {
    const identities = context.tagsOf(person);
    if (identities.length === 0) return false;
    const { figures } = context.calc("contribution", {
      coverage_year: paymentYears(context).value[0],
      identities,
    });
    return figures.some(({ key }) => key === "contribution.aid");
  });
  if (!aided) return frame;
  return { ...frame, task: "contribution", aspects: ["aid"] };
}
