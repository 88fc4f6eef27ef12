/** What the desk's own requests look like. */
import { z } from "zod";
import { isDate } from "../../../knowledge/dates.js";
import { CASE_STATES } from "../../store/desk.js";

const words = (label: string, most: number) =>
  z.string(`${label}应是文字`).max(most, `${label}最多${most}个字`);

export const signIn = z.strictObject({
  account: words("账号", 64).min(1, "请写账号"),
  password: words("密码", 1000).min(1, "请写密码"),
});

export const settle = z.strictObject({
  said: z
    .array(words("问题", 50_000), "应是文字的列表")
    .min(1, "没有问题")
    .max(20, "最多20句"),
  on: z.string("应是日期").refine(isDate, "应是日期，如 2022-10-08"),
});

export const marking = z.strictObject({
  remark: words("说明", 500).min(1, "请写哪里有问题"),
});

const turns = z
  .array(
    z.strictObject({
      conversation: words("对话编号", 300),
      message: words("消息编号", 300),
    }),
    "应是列表",
  )
  .min(1, "没有选中问题")
  .max(500, "最多500条");

export const deciding = z.strictObject({
  turns,
  state: z.enum(CASE_STATES, `状态应是${CASE_STATES.join("、")}之一`),
  owner: words("负责人", 32),
  reason: words("原因", 500),
});

export const exporting = z.strictObject({
  conversations: z
    .array(words("对话编号", 300), "应是列表")
    .min(1, "没有选中对话")
    .max(100, "一次最多导出100个对话"),
});
