/** Numerals in Arabic digits: 12000, 12,000.50, 1 2000元, １２，０００. */

/** A numeral in digits. */
export interface Digits {
  readonly to: number;
  /** Digits and perhaps one point, no separators. */
  readonly text: string;
  /** Only digits: no point, comma or space. */
  readonly pure: boolean;
}

/** More digits than this are no number that a question is about. */
const MOST_DIGITS = 12;

/** The place after the run of ASCII digits. */
export function endOfDigits(t: string, at: number): number {
  let to = at;
  for (
    let code = t.charCodeAt(to);
    code >= 48 && code <= 57;
    code = t.charCodeAt(to)
  )
    to++;
  return to;
}

/** Reads the numeral in digits that starts there; undefined when it is too long. */
export function readDigits(
  t: string,
  at: number,
  raw: string,
): Digits | undefined {
  const first = endOfDigits(t, at);
  if (first === at || first - at > MOST_DIGITS) return undefined;
  let text = t.slice(at, first);
  let to = first;
  if (first - at <= 3) {
    for (
      let next = groupEnd(t, to, raw);
      next > 0 && text.length <= MOST_DIGITS;
      next = groupEnd(t, to, raw)
    ) {
      text += t.slice(to + 1, next);
      to = next;
    }
    if (to === first) {
      const spaced = slippedEnd(t, at, first);
      if (spaced > 0) {
        text += t.slice(first + 1, spaced);
        to = spaced;
      }
    }
    if (text.length > MOST_DIGITS) return undefined;
  }
  const fraction = fractionEnd(t, to);
  if (fraction > 0)
    return { to: fraction, text: text + t.slice(to, fraction), pure: false };
  return { to, text, pure: to === first };
}

/** The end of ",ddd" after a group; a full-width comma counts only between full-width digits, or before 0 (12，000), which begins no number of its own. */
function groupEnd(t: string, at: number, raw: string): number {
  const mark = t.charAt(at);
  if (
    mark !== "," &&
    !(
      mark === "，" &&
      isWide(raw, at - 1) === isWide(raw, at + 1) &&
      (isWide(raw, at + 1) || t.charAt(at + 1) === "0")
    )
  )
    return 0;
  return endOfDigits(t, at + 1) === at + 4 ? at + 4 : 0;
}

/** Whether a full-width digit was typed there. */
function isWide(raw: string, at: number): boolean {
  const code = raw.charCodeAt(at);
  return code >= 0xff10 && code <= 0xff19;
}

/**
 * The end of a second group after a slipped space or a comma at 万: "1 2000元",
 * "12 000元", "5,0000元". Only with 元 or 块 behind, and never for two groups
 * of three (350 725元).
 */
function slippedEnd(t: string, at: number, first: number): number {
  const mark = t.charAt(first);
  if (first - at > 2 || t.charAt(at) === "0") return 0;
  const end = endOfDigits(t, first + 1);
  const size = end - first - 1;
  const fits =
    mark === " " ? size === 3 || size === 4 : mark === "," && size === 4;
  const unit = t.charAt(end);
  return fits && (unit === "元" || unit === "块") ? end : 0;
}

/** The end of ".dd"; a second point makes it a date or a version, no fraction. */
function fractionEnd(t: string, at: number): number {
  if (t.charAt(at) !== ".") return 0;
  const end = endOfDigits(t, at + 1);
  if (end === at + 1 || end - at > 9) return 0;
  if (t.charAt(end) === "." && endOfDigits(t, end + 1) > end + 1) return 0;
  return end;
}
