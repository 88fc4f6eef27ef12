/** What Direct Line clients may send, and how it is refused otherwise. */
import { z } from "zod";
import { HttpError } from "../http/errors.js";

/** Fields we do not use are dropped unread: they are neither stored nor echoed. */
const postedActivity = z.object({
  type: z.string().max(64),
  text: z.string().optional(),
  name: z.string().max(64).optional(),
  value: z.unknown().optional(),
  channelData: z
    .object({ clientActivityID: z.string() })
    .optional()
    .catch(undefined),
});
export type PostedActivity = z.infer<typeof postedActivity>;

const feedbackValue = z.object({
  subject: z.string().max(200),
  helpful: z.boolean(),
  reason: z.string().max(500).default(""),
});
export type FeedbackValue = z.infer<typeof feedbackValue>;

const userBody = z.object({ user: z.object({ id: z.string() }) });

/** The ids that clients make up are short and plain. */
const CLIENT_ID = /^[\w.:|-]{1,100}$/;
const USER_ID = /^[\w.:@-]{1,64}$/;

/** The posted activity, checked. */
export function parseActivity(body: unknown): PostedActivity {
  return parsed(postedActivity, body, "消息");
}

/** What a person said of an answer. */
export function parseFeedback(value: unknown): FeedbackValue {
  return parsed(feedbackValue, value, "反馈");
}

/** The client's own id of the activity, when it has one that can be kept. */
export function clientActivityId(activity: PostedActivity): string | null {
  const id = activity.channelData?.clientActivityID;
  return id !== undefined && CLIENT_ID.test(id) ? id : null;
}

/** The user id that a client asks for, when it is a plain one. */
export function requestedUser(body: unknown): string | null {
  const request = userBody.safeParse(body);
  return request.success && USER_ID.test(request.data.user.id)
    ? request.data.user.id
    : null;
}

/** The position that a watermark stands for; none means from the beginning. */
export function parseWatermark(watermark: unknown): number {
  if (watermark === undefined || watermark === "" || watermark === "-")
    return 0;
  if (typeof watermark === "string" && /^\d{1,9}$/.test(watermark))
    return Number.parseInt(watermark, 10);
  // Clients write what they do not have as a word.
  if (watermark === "null" || watermark === "undefined") return 0;
  throw new HttpError(400, "bad_request", "watermark 不对", "watermark");
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path.join(".") ?? "";
  throw new HttpError(
    400,
    "bad_request",
    `${what}的格式不对${path ? `：${path}` : ""}`,
    path,
  );
}
