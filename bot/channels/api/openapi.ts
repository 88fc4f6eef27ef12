/** The OpenAPI document, made from the schemas that the routes check with. */
import { z } from "zod";
import { jsonSchema, pairOf } from "../../../engine/schema.js";
import type { Knowledge } from "../../../knowledge/knowledge.js";
import { answer } from "../../answer.js";
import {
  askRequest,
  errorReply,
  noticeList,
  noticeText,
  searchRequest,
  searchResult,
} from "./schemas.js";

const SCHEMAS = {
  AskRequest: askRequest,
  Answer: answer,
  NoticeList: noticeList,
  Notice: noticeText,
  SearchResult: searchResult,
  Error: errorReply,
} as const;
type Name =
  | keyof typeof SCHEMAS
  | "CalcRequest"
  | "CalcResult"
  | "CalcComparisonRequest"
  | "CalcComparison";

/** Refusals that every operation may give. */
const REFUSALS = {
  "400": "请求有误，path 指出是哪一项",
  "429": "请求太频繁，retry-after 头写明过几秒再试",
  "500": "服务出错，请带上 x-request-id 头里的编号报告",
} as const;
/** … and those of operations that take a body. */
const BODY_REFUSALS = {
  "413": "请求内容太大",
  "415": "只接受 JSON",
} as const;
/** … and those that name what they want. */
const MISSING = { "404": "没有这一项" } as const;

/** The description of the JSON API, OpenAPI 3.1. */
export function openApi(knowledge: Knowledge): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "医保明白",
      version: "1",
      description:
        "用中文回答医疗保险问题，每个数字都附政府文件的原文条款。金额和比例都写成十进制的文字。每个回复的 x-request-id 头是这次请求的编号。",
    },
    paths: {
      "/api/ask": {
        post: {
          operationId: "ask",
          summary: "问一句，得一个回答",
          requestBody: { required: true, content: json("AskRequest") },
          responses: responses("回答", "Answer", BODY_REFUSALS),
        },
      },
      "/api/calc": {
        post: {
          operationId: "calc",
          summary: "按事实计算，不经过语言",
          requestBody: {
            required: true,
            content: json("CalcRequest", "CalcComparisonRequest"),
          },
          responses: responses(
            "结果",
            ["CalcResult", "CalcComparison"],
            BODY_REFUSALS,
          ),
        },
      },
      "/api/notices": {
        get: {
          operationId: "listNotices",
          summary: "收录的文件",
          responses: responses("清单", "NoticeList"),
        },
      },
      "/api/notices/{id}": {
        get: {
          operationId: "readNotice",
          summary: "一份文件的逐条原文",
          parameters: [
            {
              name: "id",
              in: "path",
              required: true,
              description: "文件编号",
              schema: { type: "string" },
            },
          ],
          responses: responses("原文", "Notice", MISSING),
        },
      },
      "/api/search": {
        get: {
          operationId: "search",
          summary: "用平常的话找条款",
          parameters: Object.entries(searchRequest.shape).map(
            ([name, schema]) => ({
              name,
              in: "query",
              required: name === "q",
              description: schema.meta()?.description,
              schema: { type: "string" },
            }),
          ),
          responses: responses("条款，最合的在前", "SearchResult"),
        },
      },
    },
    components: { schemas: components(knowledge) },
  };
}

/** What an operation gives, and how it may refuse. */
function responses(
  description: string,
  name: Name | [Name, ...Name[]],
  refusals: Readonly<Record<string, string>> = {},
): object {
  const all = { ...REFUSALS, ...refusals };
  return {
    "200": reply(description, ...[name].flat()),
    ...Object.fromEntries(
      Object.entries(all).map(([status, why]) => [status, reply(why, "Error")]),
    ),
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
  return {
    ...schemas,
    CalcRequest: $defs.request,
    CalcResult: $defs.result,
    CalcComparisonRequest: pairOf(ref("CalcRequest").$ref),
    CalcComparison: $defs.comparison,
  };
}

const ref = (name: Name) => ({ $ref: `#/components/schemas/${name}` });

/** The content of one schema, or of one of several. */
function json(first: Name, ...others: Name[]): object {
  const schema =
    others.length === 0
      ? ref(first)
      : { oneOf: [first, ...others].map((name) => ref(name)) };
  return { "application/json": { schema } };
}

function reply(description: string, ...names: Name[]): object {
  const [first, ...others] = names as [Name, ...Name[]];
  return { description, content: json(first, ...others) };
}
