/**
 * From any value to a request: the schema first, then names to ids, then
 * contradictions. A fault says where it is and what is allowed; a value that
 * exists but that a notice does not list is none.
 */
import { z } from "zod";
import { isDate } from "../knowledge/dates.js";
import type { Knowledge } from "../knowledge/knowledge.js";
import { checkContradictions } from "./contradictions.js";
import { Fault, pathText, type RequestFault } from "./fault.js";
import { readIdentity } from "./identity.js";
import { checkLimits } from "./limits.js";
import {
  type Benefit,
  BENEFIT_FACTS,
  BENEFIT_LABELS,
  BENEFITS,
  type CalcRequest,
  FACT_SCHEMAS,
  factLabel,
  type Facts,
} from "./request.js";

const text = (label: string) =>
  z
    .string({ error: () => `${label}应是文字` })
    .min(1, { error: () => `${label}不能是空的` })
    .max(60, { error: () => `${label}太长` });

/** The request around the facts. */
export const requestHead = z.strictObject({
  benefit: z
    .enum(BENEFITS, {
      error: () =>
        `待遇应是其中之一：${BENEFITS.map((id) => `${id}（${BENEFIT_LABELS[id]}）`).join("、")}`,
    })
    .meta({ title: "待遇" }),
  jurisdiction: text("地区").meta({
    title: "地区",
    description: "地区编号或中文名称",
  }),
  area: text("县（市、区）")
    .optional()
    .meta({ title: "县（市、区）", description: "名称" }),
  on: z
    .string({ error: () => "on 应是日期，写成 2023-01-31 的样子" })
    .refine(isDate, {
      error: () => "on 应是存在的日期，写成 2023-01-31 的样子",
    })
    .optional()
    .meta({ title: "问的那一天", description: "日期" }),
  facts: z
    .record(z.string(), z.unknown(), {
      error: () => "facts 应是各项事实的对象",
    })
    .optional()
    .meta({ title: "事实" }),
  changes: z
    .boolean({ error: () => "changes 应是 true 或 false" })
    .optional()
    .meta({ title: "同时算出什么会改变结果", description: "是否" }),
});

export type Parsed = { request: CalcRequest } | { error: RequestFault };

/** Reads a request; `on` is the day of the question where the request names none. */
export function parseRequest(
  value: unknown,
  knowledge: Knowledge,
  on?: string,
): Parsed {
  try {
    return { request: read(value, knowledge, on) };
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    const { code, message, path } = thrown;
    return { error: { code, message, path } };
  }
}

function read(
  value: unknown,
  knowledge: Knowledge,
  otherwise: string | undefined,
): CalcRequest {
  const head = fitting(requestHead, value, []);
  const { benefit } = head;
  const on = head.on ?? otherwise;
  if (on === undefined) throw new Fault("missing", "缺少问的那一天", "on");
  const facts = fitting(FACT_SCHEMAS[benefit], head.facts ?? {}, ["facts"], {
    of: benefit,
  }) as Facts;
  const place = readPlace(knowledge, head.jurisdiction, head.area, facts.area);
  const resolved = resolveFacts(knowledge, benefit, facts);
  checkContradictions(knowledge.vocabulary, resolved);
  const { area } = place;
  const request = {
    benefit,
    jurisdiction: place.jurisdiction,
    ...(area === undefined ? {} : { area }),
    on,
    facts: area === undefined ? resolved : { ...resolved, area },
  };
  checkLimits(knowledge, request);
  return request;
}

/** The value as the schema reads it; throws the first fault with its path. */
function fitting<T extends z.ZodType>(
  schema: T,
  value: unknown,
  at: readonly PropertyKey[],
  facts?: { of: Benefit },
): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (!issue) throw new Fault("invalid", "请求无法读取", pathText(at));
  const path = [...at, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    const [key = ""] = issue.keys;
    throw new Fault(
      "unknown_key",
      unknownKey(key, facts?.of),
      pathText([...path, key]),
    );
  }
  if (issue.path.length === 0)
    throw new Fault("wrong_type", "应是一个 JSON 对象", pathText(at));
  const own = issue.code === "custom" ? issue.params?.["code"] : undefined;
  const code =
    typeof own === "string"
      ? own
      : isMissing(value, issue.path)
        ? "missing"
        : "wrong_type";
  const [name = ""] = issue.path;
  const message =
    code === "missing" && typeof name === "string"
      ? `缺少 ${name}：${issue.message}`
      : issue.message;
  throw new Fault(code, message, pathText(path));
}

function isMissing(value: unknown, path: readonly PropertyKey[]): boolean {
  const [key] = path;
  return (
    path.length === 1 &&
    key !== undefined &&
    (value as Record<PropertyKey, unknown>)[key] === undefined
  );
}

function unknownKey(key: string, benefit: Benefit | undefined): string {
  if (benefit === undefined)
    return `没有“${key}”这一项，可以写的是 ${Object.keys(requestHead.shape).join("、")}`;
  const known = BENEFIT_FACTS[benefit].map((id) => `${id}（${factLabel(id)}）`);
  return `${BENEFIT_LABELS[benefit]}没有“${key}”这一项，可以写的是 ${known.join("、")}`;
}

function heldPlaces(knowledge: Knowledge): string[] {
  return [...knowledge.jurisdictions.all.values()]
    .filter(({ id }) => knowledge.noticesOf(id).length > 0)
    .filter(({ id }) => knowledge.jurisdictions.find(id))
    .map(({ id, name }) => `${id}（${name}）`);
}

/** The place and its county; a place known to be without notices stays as it was named. */
function readPlace(
  knowledge: Knowledge,
  name: string,
  area: string | undefined,
  factArea: string | undefined,
): { jurisdiction: string; area?: string | undefined } {
  const { jurisdictions } = knowledge;
  const place = jurisdictions.find(name);
  if (!place)
    throw new Fault(
      "unknown_value",
      `不认识的地区“${name}”，有文件的是 ${heldPlaces(knowledge).join("、")}`,
      "jurisdiction",
    );
  if (place.jurisdiction === null) return { jurisdiction: name.trim() };
  const wanted = area ?? factArea;
  if (wanted === undefined)
    return {
      jurisdiction: place.jurisdiction,
      ...(place.area === null ? {} : { area: place.area }),
    };
  const path = area === undefined ? "facts.area" : "area";
  const own = jurisdictions
    .get(place.jurisdiction)
    ?.areas.find(({ id, names }) => [id, ...names].includes(wanted.trim()));
  if (!own) {
    const all = jurisdictions.get(place.jurisdiction)?.areas ?? [];
    throw new Fault(
      "unknown_value",
      `${jurisdictions.label(place.jurisdiction)}没有登记“${wanted}”，可以写的是 ${all.map(({ id }) => id).join("、") || "（没有登记县区）"}`,
      path,
    );
  }
  if (place.area !== null && place.area !== own.id)
    throw new Fault(
      "contradiction",
      `“${name}”与“${wanted}”不是同一个县区`,
      path,
    );
  return { jurisdiction: place.jurisdiction, area: own.id };
}

/** Facts that are values of a facet of the same name. */
const FACET_FACTS = [
  "tier",
  "institution",
  "insurance",
  "disease",
  "payer",
  "employment",
  "category",
] as const;

/** The facets in which a group may be named, by benefit. */
const GROUP_FACETS: Partial<Record<Benefit, readonly string[]>> = {
  subsidy: ["student_of", "identity"],
  waiting_period: ["group", "identity"],
  monitoring: ["group", "insurance", "identity"],
};

function resolveFacts(
  knowledge: Knowledge,
  benefit: Benefit,
  facts: Facts,
): Facts {
  const resolved: Facts = { ...facts };
  for (const fact of FACET_FACTS) {
    const name = facts[fact];
    // A disease that nobody listed is no fault: no clause speaks of it.
    if (fact === "disease" && name !== undefined)
      resolved[fact] = knowledge.vocabulary.resolve(fact, name)?.id ?? name;
    else if (name !== undefined)
      resolved[fact] = valueIn(knowledge, [fact], name, `facts.${fact}`);
  }
  if (facts.group !== undefined) {
    const facets = GROUP_FACETS[benefit] ?? ["group"];
    resolved.group = valueIn(knowledge, facets, facts.group, "facts.group");
  }
  if (facts.identity !== undefined)
    checkIdentity(knowledge, facts.identity, "facts.identity");
  for (const [at, name] of (facts.identities ?? []).entries())
    checkIdentity(knowledge, name, `facts.identities[${at}]`);
  if (facts.members)
    resolved.members = facts.members.map((member, at) => {
      const path = `facts.members[${at}]`;
      if (member.identity !== undefined)
        checkIdentity(knowledge, member.identity, `${path}.identity`);
      for (const [index, name] of (member.identities ?? []).entries())
        checkIdentity(knowledge, name, `${path}.identities[${index}]`);
      return member.tier === undefined
        ? member
        : {
            ...member,
            tier: valueIn(knowledge, ["tier"], member.tier, `${path}.tier`),
          };
    });
  return resolved;
}

/** The id of a value by any of its names, in the first facet that knows it. */
function valueIn(
  { vocabulary }: Knowledge,
  facets: readonly string[],
  name: string,
  path: string,
): string {
  for (const facet of facets) {
    const value = vocabulary.resolve(facet, name);
    if (value) return value.id;
  }
  const [facet = ""] = facets;
  const known = Object.entries(vocabulary.file.facets[facet]?.values ?? {});
  throw new Fault(
    "unknown_value",
    `不认识的${vocabulary.facetLabel(facet)}“${name}”，可以写的是 ${known.map(([id, { label }]) => (id === label ? id : `${id}（${label}）`)).join("、")}`,
    path,
  );
}

function checkIdentity(
  { vocabulary }: Knowledge,
  name: string,
  path: string,
): void {
  if (readIdentity(vocabulary, name)) return;
  const known = Object.values(vocabulary.file.facets["identity"]?.values ?? {});
  throw new Fault(
    "unknown_value",
    `不认识的身份“${name}”，可以写的是 ${known.map(({ label }) => label).join("、")}，也可以合起来写`,
    path,
  );
}
