/** The OpenAPI document, made from the schemas that the routes check with. */
import { z } from "zod";
import { jsonSchema, pairOf } from "../../../engine/schema.js";
import type { Knowledge } from "../../../knowledge/knowledge.js";
import type { Rate } from "../http/rate-limit.js";
import { answer } from "../../answer.js";
import {
  askRequest,
  errorReply,
  noticeList,
  noticeText,
  searchRequest,
  searchResult,
  stateReply,
} from "./schemas.js";

const SCHEMAS = {
  AskRequest: askRequest,
  Answer: answer,
  NoticeList: noticeList,
  Notice: noticeText,
  SearchResult: searchResult,
  State: stateReply,
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
  "405": "这个地址不接受这种请求，allow 头写明接受哪种",
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

/** The description of the JSON API, OpenAPI 3.1, with the rate that it is held to. */
export function openApi(
  knowledge: Knowledge,
  { burst, perSecond }: Rate,
): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "医保明白",
      version: "1",
      description:
        "用中文回答医疗保险问题，每个数字都附政府文件的原文条款。金额和比例都写成十进制的文字。每个回复的 x-request-id 头是这次请求的编号。" +
        `同一个地址可以一下子发${burst}次请求，此后每秒${perSecond}次；再多的得 429。` +
        "不允许别的网站的网页跨域调用。",
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
              schema: plain(schema),
            }),
          ),
          responses: responses("条款，最合的在前", "SearchResult"),
        },
      },
      ...STATE,
    },
    components: { schemas: components(knowledge) },
  };
}

/** Whether the service runs and can answer, and this description. */
const STATE = {
  "/healthz": {
    get: {
      operationId: "health",
      summary: "服务是否在运行",
      responses: { "200": reply("在运行", "State") },
    },
  },
  "/readyz": {
    get: {
      operationId: "readiness",
      summary: "服务是否能回答",
      responses: {
        "200": reply("能回答", "State"),
        "503": reply("数据库没有准备好", "Error"),
      },
    },
  },
  "/openapi.json": {
    get: {
      operationId: "describe",
      summary: "这份说明",
      responses: {
        "200": {
          description: "OpenAPI 3.1",
          content: { "application/json": { schema: { type: "object" } } },
        },
      },
    },
  },
};

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

function ref(name: Name): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

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

/** The schema alone; what it is about stands beside it. */
function plain(schema: z.ZodType): object {
  const all = z.toJSONSchema(schema, { io: "input" });
  const beside = ["$schema", "description"];
  return Object.fromEntries(
    Object.entries(all).filter(([key]) => !beside.includes(key)),
  );
}
