/** How the subsidy is split between the levels of government: by county, and for students by university. */
import type { Facts } from "../../../engine/request.js";
import type { CalcResult, Figure } from "../../../engine/result.js";
import type { Context } from "../context.js";
import { join } from "../results.js";

/** The levels of government that pay a part, as the figure keys name them. */
export const PARTS: readonly string[] = [
  "central",
  "province",
  "city",
  "county",
];

/** Asked for the parts, the sum alone is no answer: it stands beside as a reference. */
export function partsOrNone(result: CalcResult): CalcResult {
  const parts = PARTS.map((part) => `subsidy.${part}`);
  if (
    result.status !== "answered" ||
    result.figures.some(({ key }) => parts.includes(key))
  )
    return result;
  return {
    ...result,
    status: "not_stipulated",
    figures: [],
    steps: [],
    reference: result.figures,
  };
}

/** The tag of a student of whatever university. */
const STUDENT = "大学生";

/** Whose universities the students attend: as said, or every kind that the place's splits tell apart. */
export function studentsOf(context: Context): string[] {
  const said = context.facets("student_of");
  if (said.length > 0) return [...said];
  const student = context.people.some((person) =>
    context.tagsOf(person).includes(STUDENT),
  );
  if (!student) return [];
  const told = context.knowledge
    .provisions(context.place, "subsidy.part")
    .flatMap(({ where }) => where.student_of ?? []);
  return [...new Set(told)];
}

/** The split for everybody asked about: students by their universities, others by county. */
export function bySplit(context: Context, year: number): CalcResult {
  const { vocabulary } = context.knowledge;
  const students = studentsOf(context);
  const area = context.frame.area ? { area: context.frame.area.value } : {};
  if (students.length === 0) return byCounty(context, { year, ...area });
  const results = students.map((group) => {
    const result = context.calc("subsidy", { year, group, ...area });
    return students.length === 1
      ? result
      : marked(result, vocabulary.label("student_of", group), {
          student_of: group,
        });
  });
  return { ...join(results), status: results[0]?.status ?? "not_stipulated" };
}

/** Where the split differs by county and none was said, every group of counties. */
function byCounty(context: Context, facts: Facts): CalcResult {
  const whole = context.calc("subsidy", facts);
  if (facts.area !== undefined) return whole;
  const groups = areaGroups(context);
  const complete = whole.status === "answered" && partsOrNone(whole) === whole;
  if (complete || groups.length === 0) return whole;
  const results = groups.map(({ area, name }) =>
    marked(context.calc("subsidy", { ...facts, area }), name, { area: name }),
  );
  return { ...join(results), status: results[0]?.status ?? whole.status };
}

/** The result with the name of whom or where it holds for on every figure. */
function marked(
  result: CalcResult,
  name: string,
  mark: Record<string, string>,
): CalcResult {
  const figure = (one: Figure): Figure => ({
    ...one,
    label: `${name}${one.label}`,
    for: { ...one.for, ...mark },
  });
  return { ...result, figures: result.figures.map(figure) };
}

/** One county of each group that the rules tell apart, the largest group being the ordinary ones; none where they tell none apart. */
function areaGroups(context: Context): { area: string; name: string }[] {
  const groups = new Map<string, string[]>();
  for (const { where } of context.knowledge.provisions(
    context.place,
    "subsidy.part",
  ))
    if (where.area) groups.set([...where.area].sort().join(), where.area);
  if (groups.size === 0) return [];
  const ordered = [...groups.values()].sort((a, b) => b.length - a.length);
  const known = new Set(ordered.flat());
  const rest = (context.knowledge.jurisdictions.get(context.place)?.areas ?? [])
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => id);
  const all = rest.length > 0 ? [rest, ...ordered] : ordered;
  const { areas } = context.frame;
  if (areas) return ofThose(all, areas);
  return all.flatMap((areas, at) => {
    const [area] = areas;
    const name =
      at === 0 && all.length > 1 ? "其他县（市、区）" : areas.join("、");
    return area === undefined ? [] : [{ area, name }];
  });
}

/** 娄烦县和阳曲县各补多少: the groups of the counties named, each by those of it that were named. */
function ofThose(
  groups: readonly string[][],
  named: readonly string[],
): { area: string; name: string }[] {
  const groupOf = (id: string): number =>
    groups.findIndex((areas) => areas.includes(id));
  return [...new Set(named.map(groupOf))].flatMap((group) => {
    const own = named.filter((id) => groupOf(id) === group);
    const [area] = own;
    return area === undefined ? [] : [{ area, name: own.join("、") }];
  });
}
