/** Amounts as people say them on the telephone: 650元 → 六百五十元, 80% → 百分之八十. */

const DIGITS = "零一二三四五六七八九";
const PLACES = ["", "十", "百", "千"] as const;
const GROUPS = ["", "万", "亿", "万亿"] as const;

/** All amounts in 元, percentages and percentage points of a text in words; everything else stays. */
export function spoken(text: string): string {
  return text
    .replace(
      /(\d[\d,]*)(?:\.(\d+))?(万|亿)?元/g,
      (_all, whole: string, fraction = "", unit = "") =>
        unit === ""
          ? spokenMoney(whole, fraction)
          : `${spokenDecimal(whole, fraction)}${unit}元`,
    )
    .replace(
      /(\d[\d,]*)(?:\.(\d+))?%/g,
      (_all, whole: string, fraction = "") =>
        `百分之${whole === "100" && fraction === "" ? "百" : spokenDecimal(whole, fraction)}`,
    )
    .replace(
      /(\d[\d,]*)(?:\.(\d+))?(?=个百分点)/g,
      (_all, whole: string, fraction = "") => spokenDecimal(whole, fraction),
    );
}

/** 元 with 角 and 分; finer fractions are read digit by digit. */
function spokenMoney(whole: string, fraction: string): string {
  const cents = fraction.replace(/0+$/, "");
  if (cents.length > 2) return `${spokenDecimal(whole, fraction)}元`;
  const yuan = plain(whole);
  const [jiao = "0", fen = "0"] = cents;
  const small = [
    ...(jiao === "0" ? [] : [`${digit(jiao)}角`]),
    ...(fen === "0" ? [] : [`${digit(fen)}分`]),
  ].join("");
  if (small === "") return `${alone(yuan)}元`;
  if (yuan === "") return small;
  const gap = jiao === "0" ? "零" : "";
  return `${alone(yuan)}元${gap}${small}`;
}

function spokenDecimal(whole: string, fraction: string): string {
  const digits = fraction.replace(/0+$/, "");
  const after = digits === "" ? "" : `点${[...digits].map(digit).join("")}`;
  return `${spokenWhole(plain(whole))}${after}`;
}

/** 2 of something is 两. */
function alone(digits: string): string {
  return digits === "2" ? "两" : spokenWhole(digits);
}

/** Digits without commas and leading zeros; nothing is zero. */
function plain(digits: string): string {
  return digits.replace(/,/g, "").replace(/^0+/, "");
}

/** A whole number of up to sixteen digits in words; longer ones digit by digit. */
function spokenWhole(digits: string): string {
  if (digits === "") return "零";
  if (digits.length > 16) return [...digits].map(digit).join("");
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 4)
    groups.unshift(digits.slice(end < 4 ? 0 : end - 4, end));
  let text = "";
  let gap = false;
  groups.forEach((group, at) => {
    const bare = group.replace(/^0+/, "");
    gap ||= text !== "" && group.startsWith("0");
    if (bare === "") return;
    const unit = GROUPS[groups.length - 1 - at] ?? "";
    const said = bare === "2" && unit !== "" ? "两" : spokenGroup(bare);
    text += `${gap ? "零" : ""}${said}${unit}`;
    gap = false;
  });
  return text.replace(/^一十/, "十");
}

/** Up to four digits without leading zeros: 1050 → 一千零五十. */
function spokenGroup(digits: string): string {
  let text = "";
  let gap = false;
  [...digits].forEach((one, at) => {
    if (one === "0") {
      gap = true;
      return;
    }
    const place = PLACES[digits.length - 1 - at] ?? "";
    const said = one === "2" && place === "千" ? "两" : digit(one);
    text += `${gap ? "零" : ""}${said}${place}`;
    gap = false;
  });
  return text;
}

function digit(one: string): string {
  return DIGITS.charAt("0123456789".indexOf(one));
}
