/** What the JSON API takes and gives, as schemas: they check requests and make the OpenAPI document. */
import { z } from "zod";
import { isDate } from "../../../knowledge/dates.js";
import { HttpError } from "../http/errors.js";

/** Ids that callers choose for their conversations. */
const LONGEST_ID = 100;
/** Far above what is answered (2,000 characters); longer ones are not even looked at. */
const LONGEST_TEXT = 50_000;

/** Earlier messages that a request may bring along. */
const MOST_EARLIER = 20;

export const askRequest = z.strictObject({
  conversation: z
    .string("应是文字")
    .min(1, "不能为空")
    .max(LONGEST_ID, `不能超过${LONGEST_ID}个字`)
    .optional()
    .meta({ description: "对话编号，由调用方定；不写则自成一次对话" }),
  text: z
    .string({
      error: ({ input }) => (input === undefined ? "要写" : "应是文字"),
    })
    .max(LONGEST_TEXT, "太长")
    .meta({ description: "用户的话" }),
  earlier: z
    .array(z.string("应是文字").max(LONGEST_TEXT, "太长"), "应是文字的列表")
    .max(MOST_EARLIER, `不能超过${MOST_EARLIER}句`)
    .optional()
    .meta({
      description:
        "同一次对话里前面说过的话；写了它（哪怕是空的），这次请求自成一体，什么都不保存，不能同时写 conversation",
    }),
  on: z
    .string("应是日期，如 2022-10-08")
    .refine(isDate, "应是日期，如 2022-10-08")
    .optional()
    .meta({ description: "按哪一天回答，默认今天（北京时间）" }),
  at: z.iso
    .datetime({ offset: true, error: "应是带时区的时间" })
    .optional()
    .meta({ description: "这句话说出的时间；不写则对话中没有时间流逝" }),
});
export type AskRequest = z.infer<typeof askRequest>;

export const errorReply = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string(),
    path: z.string().optional(),
  }),
});

export const stateReply = z.strictObject({ status: z.literal("ok") });

export const noticeSummary = z.strictObject({
  id: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  place: z.string(),
  place_name: z.string(),
  kind: z.string(),
  issuers: z.array(z.string()),
  issued: z.string().nullable(),
  effective: z.strictObject({
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
  status: z.string(),
  form: z.string(),
  copy: z.string(),
});
export type NoticeSummary = z.infer<typeof noticeSummary>;

export const noticeList = z.strictObject({
  notices: z.array(noticeSummary),
});

export const noticeText = noticeSummary.extend({
  supersession: z.string().nullable(),
  clauses: z.array(
    z.strictObject({ clause: z.string(), text: z.string(), url: z.string() }),
  ),
});
export type NoticeText = z.infer<typeof noticeText>;

/** Far longer than anybody asks for. */
const LONGEST_QUERY = 200;

/** An empty field of a form is a field left out. */
const optionalText = z
  .string("只能写一次")
  .transform((text) => (text.trim() === "" ? undefined : text.trim()));

export const searchRequest = z.strictObject({
  q: z
    .string("应是要找的话，写一次")
    .trim()
    .min(1, "不能为空")
    .max(LONGEST_QUERY, `不能超过${LONGEST_QUERY}个字`)
    .meta({ description: "要找的话，用平常的说法" }),
  place: optionalText
    .optional()
    .meta({ description: "地方的编号或名称，只找它自己、它的省和全国的文件" }),
  notice: optionalText.optional().meta({ description: "只在这份文件里找" }),
  year: optionalText
    .refine(
      (text) => text === undefined || /^(19|20)\d{2}$/.test(text),
      "应是四位数的年份，如 2023",
    )
    .optional()
    .meta({ description: "只找这一年里有效的文件" }),
});

export const foundClause = noticeSummary.extend({
  clause: z.string(),
  text: z.string(),
  url: z.string(),
});
export type FoundClause = z.infer<typeof foundClause>;

export const searchResult = z.strictObject({
  clauses: z.array(foundClause),
});

/** The body, checked; a fault is refused with its path. */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue?.code === "unrecognized_keys") {
    const key = issue.keys[0] ?? "";
    throw new HttpError(400, "unknown_key", `没有“${key}”这一项`, key);
  }
  const path = issue?.path.join(".") ?? "";
  const message =
    path === "" ? "请求应是一个 JSON 对象" : `${path}：${issue?.message ?? ""}`;
  throw new HttpError(400, "bad_request", message, path);
}
