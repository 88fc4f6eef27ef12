/**
 * Numerals as documents write them: Arabic, full-width, Chinese, and with
 * 万 or 亿. Values are decimal strings without trailing zeros; nothing here is
 * ever a float.
 */

const DIGITS: Readonly<Record<string, bigint>> = {
  零: 0n,
  〇: 0n,
  一: 1n,
  二: 2n,
  两: 2n,
  三: 3n,
  四: 4n,
  五: 5n,
  六: 6n,
  七: 7n,
  八: 8n,
  九: 9n,
};
const UNITS: Readonly<Record<string, bigint>> = {
  十: 10n,
  百: 100n,
  千: 1000n,
};
const LARGE: Readonly<Record<string, number>> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  亿: 8,
};

/** Full-width digits, letters and signs of numbers as half-width; the length stays. */
export function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (sign) =>
    /[０-９Ａ-Ｚａ-ｚ．％：（）－，]/.test(sign)
      ? String.fromCharCode(sign.charCodeAt(0) - 0xfee0)
      : sign,
  );
}

/** A decimal string in its shortest form: `0.550` → `0.55`, `061` → `61`. */
export function plain(text: string): string {
  const [whole = "", part = ""] = text.split(".");
  const left = whole.replace(/^0+(?=\d)/, "") || "0";
  const right = part.replace(/0+$/, "");
  return right === "" ? left : `${left}.${right}`;
}

/** The decimal string times ten to the power of `by` (negative divides). */
export function shift(text: string, by: number): string {
  const [whole = "0", part = ""] = text.split(".");
  const digits = whole + part;
  const point = whole.length + by;
  if (point <= 0) return plain(`0.${"0".repeat(-point)}${digits}`);
  const padded = digits.padEnd(point, "0");
  return plain(`${padded.slice(0, point)}.${padded.slice(point) || "0"}`);
}

/** The value of an Arabic numeral with an optional 十, 百, 千, 万 or 亿 behind it. */
function readArabic(text: string): string | null {
  const match = /^(\d+(?:,\d{3})*(?:\.\d+)?)([十百千]?[万亿]?)$/.exec(text);
  if (!match) return null;
  const [, digits = "", large = ""] = match;
  let value = digits.replaceAll(",", "");
  for (const unit of large) value = shift(value, LARGE[unit] ?? 0);
  return plain(value);
}

/** The value of a Chinese numeral of whole numbers: 十五, 二百, 三万五千, 二〇二二. */
function readChinese(text: string): string | null {
  if (text.length > 1 && /^[零〇0一二三四五六七八九]+$/.test(text))
    return plain([...text].map((sign) => String(DIGITS[sign] ?? 0n)).join(""));
  if (!/^[零〇一二两三四五六七八九十百千万亿]+$/.test(text)) return null;
  let total = 0n;
  let section = 0n;
  let digit = 0n;
  for (const sign of text) {
    if (sign === "万" || sign === "亿") {
      const factor = sign === "万" ? 10_000n : 100_000_000n;
      total = (total + section + digit || 1n) * factor;
      section = 0n;
      digit = 0n;
    } else if (sign in UNITS) {
      section += (digit || 1n) * (UNITS[sign] ?? 1n);
      digit = 0n;
    } else digit = DIGITS[sign] ?? 0n;
  }
  return String(total + section + digit);
}

/** The value of a numeral, or null when the text is none. */
export function readNumeral(text: string): string | null {
  return readArabic(text) ?? readChinese(text);
}
