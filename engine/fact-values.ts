/** How the value of a fact is read: what is taken, and what is said of what is not. */
import { z } from "zod";
import { isDate } from "../knowledge/dates.js";

/** The largest amount that is taken seriously: below ten hundred million 元. */
export const LARGEST_AMOUNT = "999999999.99";

type Fail = (code: string, message: string) => never;

/** A value read by `read`, its faults reported as issues with our own codes. */
function reader<T>(
  label: string,
  unit: string,
  schema: z.ZodType,
  read: (value: unknown, fail: Fail) => T,
) {
  return schema
    .transform((value, context): T => {
      let fault: { code: string; message: string } | undefined;
      try {
        return read(value, (code, message) => {
          fault = { code, message };
          throw fault;
        });
      } catch (thrown) {
        if (!fault || thrown !== fault) throw thrown;
        context.issues.push({
          code: "custom",
          input: value,
          message: `${label}${fault.message}`,
          params: { code: fault.code },
        });
        return z.NEVER;
      }
    })
    .meta({ title: label, description: unit });
}

function readMoney(value: unknown, fail: Fail): string {
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string")
    return fail("not_a_number", '应是金额，如 "350.00"');
  if (text.trim().startsWith("-")) return fail("negative", "不能是负数");
  if (/^\d+(\.\d+)?e\+?\d+$/i.test(text))
    return fail("too_large", `最大为 ${LARGEST_AMOUNT} 元`);
  if (!/^\d+(\.\d+)?$/.test(text))
    return fail("not_a_number", '应只写数字，如 "350.00"，不带单位和逗号');
  const [whole = "", cents = ""] = text.replace(/^0+(?=\d)/, "").split(".");
  if (whole.length > 9) return fail("too_large", `最大为 ${LARGEST_AMOUNT} 元`);
  if (cents.length > 2 && /[^0]/.test(cents.slice(2)))
    return fail(
      "too_precise",
      `读作 ${whole}.${cents} 元；金额最多两位小数（精确到分）`,
    );
  return cents === "" ? whole : `${whole}.${cents.slice(0, 2)}`;
}

/** An amount in 元: a decimal string, at most two decimals. */
export const money = (label: string) =>
  reader(
    label,
    "元",
    z.union([z.string(), z.number()], {
      error: () => `${label}应是金额，如 "350.00"`,
    }),
    readMoney,
  ).optional();

/** A whole number within bounds. */
export const whole = (
  label: string,
  unit: string,
  least: number,
  most: number,
) =>
  reader(
    label,
    unit,
    z.union([z.string(), z.number()], { error: () => `${label}应是整数` }),
    (value, fail): number => {
      const text = String(value).trim();
      if (/^-\d/.test(text)) return fail("negative", "不能是负数");
      if (!/^\d+$/.test(text)) return fail("not_a_number", "应是整数");
      const number = text.length > 7 ? most + 1 : Number.parseInt(text, 10);
      if (number < least || number > most)
        return fail("out_of_range", `应在 ${least} 到 ${most} 之间`);
      return number;
    },
  ).optional();
/** A calendar year. */
export const year = (label: string) => whole(label, "年", 1949, 2100);

/** A day, ISO. */
export const date = (label: string) =>
  reader(
    label,
    "日期",
    z.string({ error: () => `${label}应是日期，写成 2023-01-31 的样子` }),
    (value, fail): string => {
      const text = String(value).trim();
      if (!isDate(text))
        return fail("not_a_date", "应是存在的日期，写成 2023-01-31 的样子");
      if (text < "1900-01-01" || text > "2100-12-31")
        return fail("out_of_range", "应在 1900 年到 2100 年之间");
      return text;
    },
  ).optional();

/** A month, YYYY-MM. */
export const month = (label: string) =>
  reader(
    label,
    "年月",
    z.string({ error: () => `${label}应写成 2022-10 的样子` }),
    (value, fail): string => {
      const text = String(value).trim();
      if (!/^\d{4}-\d{2}$/.test(text) || !isDate(`${text}-01`))
        return fail("not_a_month", "应写成 2022-10 的样子");
      return text;
    },
  ).optional();

/** Two years in a row. */
export const schoolYear = (label: string) =>
  reader(
    label,
    "学年",
    z.string({ error: () => `${label}应写成 2022-2023 的样子` }),
    (value, fail): string => {
      const parts = /^(\d{4})-(\d{4})$/.exec(String(value).trim());
      if (
        !parts ||
        Number.parseInt(parts[2]!, 10) !== Number.parseInt(parts[1]!, 10) + 1
      )
        return fail("not_a_school_year", "应写成前后相连的两年，如 2022-2023");
      return parts[0];
    },
  ).optional();

/** Yes or no. */
export const flag = (label: string) =>
  z
    .boolean({ error: () => `${label}应是 true 或 false` })
    .optional()
    .meta({ title: label, description: "是否" });

/** A short text. */
export const name = (label: string) =>
  z
    .string({ error: () => `${label}应是文字` })
    .min(1, { error: () => `${label}不能是空的` })
    .max(60, { error: () => `${label}太长，最多 60 个字` });

/** A value of the vocabulary's facet, by id or any Chinese name; resolved in parse.ts. */
export const word = (label: string) =>
  z
    .union([name(label), z.number().int()], {
      error: () => `${label}应是一个词`,
    })
    .transform((value) => String(value).trim())
    .optional()
    .meta({ title: label, description: "词表中的编号或名称" });
/** Several words of the vocabulary. */
export const words = (label: string) =>
  z
    .array(name(label), { error: () => `${label}应是词的列表` })
    .min(1, { error: () => `${label}不能是空的列表` })
    .max(20, { error: () => `${label}最多 20 个` })
    .optional()
    .meta({ title: label, description: "词表中的编号或名称" });
