/** 低保的补280 返贫的补315，差几块: what each pays or is given is told, and how far it lies apart is asked once. */
import type { Mention, Money } from "./meaning.js";

const PAID = "(补|交|缴|掏|出|资助)(助|了)?";

/** Between the two who are told of. */
export const TOLD_EACH = new RegExp(
  `^(的|户|家庭|人员|对象|人口)*(一年|每人|才|要|得|是)*${PAID}\\d+(元|块)?[，,\\s]*(那|而)?$`,
);

/** Whether the amounts are such payments of several, and no bills to be computed one by one. */
export const areFeesCompared = (
  plain: string,
  amounts: readonly Money[],
  mentions: readonly Mention[],
): boolean =>
  mentions.filter(({ facet }) => facet === "identity").length > 1 &&
  amounts.every(({ span }) => LAST.test(plain.slice(0, span[0]))) &&
  /差|[多少][交缴补掏]|比/.test(plain.slice(amounts.at(-1)?.span[1] ?? 0));
const LAST = new RegExp(`${PAID}$`);
