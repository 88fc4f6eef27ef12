/** The JSON Schema of requests and results, with the Chinese label and unit of every fact. */
import { z } from "zod";
import type { Knowledge } from "../knowledge/knowledge.js";
import { requestHead } from "./parse.js";
import { calcOutput } from "./receipt.js";
import { comparison } from "./serve.js";
import { BENEFIT_LABELS, BENEFITS, FACT_SCHEMAS } from "./request.js";

type Json = Record<string, unknown>;

/** Facts whose values are those of a facet of the vocabulary. */
const FACETS = [
  "tier",
  "institution",
  "insurance",
  "disease",
  "payer",
  "employment",
  "group",
  "identity",
];

/** Descriptions of facts that are units; others say how the fact is written. */
const UNITS = ["元", "年", "人", "次", "岁"];

const toJson = (schema: z.ZodType): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: "input",
  }) as Json;
  return json;
};

/** Names the unit of a fact and, for facets, some allowed values. */
function described(knowledge: Knowledge, facts: Json): Json {
  const properties = facts["properties"] as Record<string, Json>;
  for (const [id, fact] of Object.entries(properties)) {
    const unit = fact["description"];
    if (typeof unit === "string" && UNITS.includes(unit)) {
      fact["unit"] = unit;
      fact["description"] = `单位：${unit}`;
    }
    const values = knowledge.vocabulary.file.facets[id]?.values;
    if (values && FACETS.includes(id)) fact["examples"] = Object.keys(values);
  }
  return facts;
}

/** Two requests to compare; `ref` is where the schema of a request stands. */
export function pairOf(ref: string): Json {
  const compare = {
    type: "array",
    items: { $ref: ref },
    minItems: 2,
    maxItems: 2,
  };
  return {
    title: "对比两个请求",
    type: "object",
    properties: { compare },
    required: ["compare"],
    additionalProperties: false,
  };
}

/** One schema with `$defs.request` (one variant for each benefit), `$defs.result`, and those of comparing two requests. */
export function jsonSchema(knowledge: Knowledge): Json {
  const head = toJson(requestHead);
  const requests = BENEFITS.map((benefit) => {
    const properties = head["properties"] as Record<string, Json>;
    return {
      ...head,
      title: BENEFIT_LABELS[benefit],
      properties: {
        ...properties,
        benefit: { const: benefit, title: BENEFIT_LABELS[benefit] },
        facts: {
          ...described(knowledge, toJson(FACT_SCHEMAS[benefit])),
          title: "事实",
        },
      },
    };
  });
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "mingbai calc",
    $defs: {
      request: { title: "请求", oneOf: requests },
      comparison_request: pairOf("#/$defs/request"),
      result: { ...toJson(calcOutput), title: "结果" },
      comparison: { ...toJson(comparison), title: "对比" },
    },
    oneOf: [
      { $ref: "#/$defs/request" },
      { $ref: "#/$defs/comparison_request" },
      { $ref: "#/$defs/result" },
      { $ref: "#/$defs/comparison" },
    ],
  };
}
