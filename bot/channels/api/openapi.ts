/** The OpenAPI document, made from the schemas that the routes check with. */
import { z } from "zod";
import { jsonSchema } from "../../../engine/schema.js";
import type { Knowledge } from "../../../knowledge/knowledge.js";
import { answer } from "../../answer.js";
import { askRequest, errorReply, noticeList, noticeText } from "./schemas.js";

const SCHEMAS = {
  AskRequest: askRequest,
  Answer: answer,
  NoticeList: noticeList,
  Notice: noticeText,
  Error: errorReply,
} as const;
type Name = keyof typeof SCHEMAS | "CalcRequest" | "CalcResult";

/** The description of the JSON API, OpenAPI 3.1. */
export function openApi(knowledge: Knowledge): object {
  const failure = reply("出错：code 给程序，message 给人看", "Error");
  return {
    openapi: "3.1.0",
    info: {
      title: "医保明白",
      version: "1",
      description: "用中文回答医疗保险问题，每个数字都附政府文件的原文条款。",
    },
    paths: {
      "/api/ask": {
        post: {
          summary: "问一句，得一个回答",
          requestBody: { required: true, content: json("AskRequest") },
          responses: { "200": reply("回答", "Answer"), default: failure },
        },
      },
      "/api/calc": {
        post: {
          summary: "按事实计算，不经过语言",
          requestBody: { required: true, content: json("CalcRequest") },
          responses: { "200": reply("结果", "CalcResult"), default: failure },
        },
      },
      "/api/notices": {
        get: {
          summary: "收录的文件",
          responses: { "200": reply("清单", "NoticeList"), default: failure },
        },
      },
      "/api/notices/{id}": {
        get: {
          summary: "一份文件的逐条原文",
          parameters: [
            {
              name: "id",
              in: "path",
              required: true,
              schema: { type: "string" },
            },
          ],
          responses: { "200": reply("原文", "Notice"), default: failure },
        },
      },
    },
    components: { schemas: components(knowledge) },
  };
}

function components(knowledge: Knowledge): Record<string, unknown> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(SCHEMAS))
    registry.add(schema as z.ZodType, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io: "input",
    uri: (id) => `#/components/schemas/${id}`,
  });
  const { $defs } = jsonSchema(knowledge) as { $defs: Record<string, unknown> };
  return { ...schemas, CalcRequest: $defs.request, CalcResult: $defs.result };
}

function json(name: Name): object {
  return {
    "application/json": { schema: { $ref: `#/components/schemas/${name}` } },
  };
}

function reply(description: string, name: Name): object {
  return { description, content: json(name) };
}
