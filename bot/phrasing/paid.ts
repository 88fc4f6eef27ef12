/** Sentences about what a fund pays and what stays with the person. */
import type { CalcResult, Figure } from "../../engine/result.js";
import { figureText } from "./format.js";

/** “门诊能报27.5元，自己付22.5元”; several cases, each with its name. */
export function paidLead(what: string, { figures }: CalcResult): string[] {
  const funds = figures.filter(({ key }) => key.endsWith(".fund"));
  const selves = figures.filter(({ key }) => key.endsWith(".self"));
  const rest = figures.filter(
    (figure) => !funds.includes(figure) && !selves.includes(figure),
  );
  const first = funds[0];
  const lines: string[] = [];
  if (funds.length === 1 && first?.for)
    lines.push(`${what}：${named(first)}。`);
  else if (funds.length === 1 && first)
    lines.push(
      `${what}能报${figureText(first)}${selves[0] ? `，${selfText(selves[0])}` : ""}。`,
    );
  else if (funds.length > 1)
    lines.push(`${what}：${funds.map(named).join("；")}。`);
  const beside = funds.length > 1 ? byMatter(rest) : rest.map(named);
  if (beside.length > 0) lines.push(`${beside.join("；")}。`);
  return lines;
}

/** Of several cases: what is the same for all of them once, the rest with its cases side by side. */
function byMatter(figures: readonly Figure[]): string[] {
  const matter = ({ label }: Figure): string => label.replace(/^.*：/, "");
  const all = [...new Set(figures.map(matter))];
  return all.map((name) => {
    const own = figures.filter((one) => matter(one) === name);
    const [first] = own;
    if (first && own.every(({ value }) => value === first.value))
      return `${name}${figureText(first)}`;
    return own.map(named).join("；");
  });
}

/** A limit on the expense is no payment: what is paid for as much. */
export const mostPaidLead = (funds: readonly Figure[]): string =>
  `一年最多能报：${funds.map(named).join("；")}。下面的限额限的是计入报销的费用，不是能报到手的钱。`;

const named = (figure: Figure): string =>
  `${figure.label}${figureText(figure)}`;

/** “自己付90元”; a part of what the person pays keeps its own name. */
function selfText(figure: Figure): string {
  const whole = /^个人(负担|自付|支付)$/.test(figure.label);
  return whole ? `自己付${figureText(figure)}` : named(figure);
}

/** The notices leave open at what ratio is paid. */
export const paymentOpen = (what: string): string =>
  `${what}按什么比例报，收录的文件没有写，所以能报多少我不能给您一个数。`;

/** Persons for whom no clause decides the assistance, beside others for whom one does. */
export const assistanceOpen = (
  place: string,
  labels: readonly string[],
  unmonitored: boolean,
): string =>
  `${labels.join("、")}${unmonitored ? "如果不是监测对象，" : "的"}医疗救助能报多少，收录的${place}文件没有规定。`;

/** Whether a person is watched for falling into poverty by illness. */
export function coveredText(
  covered: boolean,
  threshold: Figure | undefined,
): string {
  const line = threshold ? `（标准${figureText(threshold)}）` : "";
  return covered
    ? `达到监测预警标准${line}，属于监测范围。`
    : `没有达到监测预警标准${line}。`;
}
