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
      `${what}能报${figureText(first)}${selves[0] ? `，自己付${figureText(selves[0])}` : ""}。`,
    );
  else if (funds.length > 1)
    lines.push(`${what}：${funds.map(named).join("；")}。`);
  if (rest.length > 0) lines.push(`${rest.map(named).join("；")}。`);
  return lines;
}

const named = (figure: Figure): string =>
  `${figure.label}${figureText(figure)}`;
