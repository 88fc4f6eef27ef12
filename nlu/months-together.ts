/** 半年能报多少, 一个季度呢, 三个月最多报多少: for how many months together a monthly amount is asked. */

const LENGTH =
  "(?<![了过满断停前后\\d一二三四五六七八九十])(?:(?<half>半年)|(?<months>[两二三四五六七八九十]|1?\\d)个月|(?<quarters>[一两二三四1-4])?个?季度)";
const ASKED =
  "(?:下来|定额|额度|限额|标准|里|内|总共|一共|合计|加起来|最多|顶多|拢共|总的|的话|居民|职工|医保|能|可以|可|会|该|给|就|[，, ])*(?:(?:报|补|领|拿|给|得|有|是)(?:销|得|到|回|下来)*(?:多少|好多|几)|(?:多少|好多)(?:钱|元|块)?|呢|咧|哩|喃)";
const TOGETHER = new RegExp(`${LENGTH}${ASKED}`);
const DIGITS = "一二三四五六七八九十";

/** How many months are asked about together, more than one; null where none are. */
export function monthsTogether(plain: string): number | null {
  const { half, months, quarters } = TOGETHER.exec(plain)?.groups ?? {};
  if (half !== undefined) return 6;
  if (months !== undefined) return more(numberOf(months));
  return TOGETHER.test(plain) ? 3 * numberOf(quarters ?? "一") : null;
}

const more = (months: number): number | null => (months > 1 ? months : null);

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number.parseInt(text, 10);
  return text === "两" ? 2 : DIGITS.indexOf(text) + 1;
}
