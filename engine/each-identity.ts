/**
 * Several identities of one person: one result for each that a rule reaches,
 * never added together, since no notice says that they add up.
 */
import type { Knowledge } from "../knowledge/knowledge.js";
import { identityLabel, readIdentity } from "./identity.js";
import type { CalcRequest } from "./request.js";
import type { CalcResult, Citation, Figure } from "./result.js";

type Compute = (request: CalcRequest) => CalcResult;

/**
 * The results of each identity side by side, figures with `for`; undefined
 * where fewer than two identities decide by themselves, or where all of them
 * together decide something that none of them does.
 */
export function eachIdentity(
  knowledge: Knowledge,
  request: CalcRequest,
  compute: Compute,
): CalcResult | undefined {
  const { identity, identities = [] } = request.facts;
  const names = [...(identity === undefined ? [] : [identity]), ...identities];
  if (names.length < 2) return undefined;
  const own: { label: string; result: CalcResult }[] = [];
  for (const name of new Set(names)) {
    const facts = { ...request.facts, identity: name, identities: undefined };
    const result = compute({ ...request, facts });
    if (result.status === "needs_info") return undefined;
    const label = labelOf(knowledge, name);
    if (result.status === "answered" && own.every((one) => one.label !== label))
      own.push({ label, result });
  }
  if (own.length < 2) return undefined;
  const together = compute(request).figures[0]?.value;
  if (!own.some(({ result }) => result.figures[0]?.value === together))
    return undefined;
  return joined(own);
}

function labelOf({ vocabulary }: Knowledge, name: string): string {
  const tags = readIdentity(vocabulary, name)?.tags;
  return tags ? identityLabel(vocabulary, tags) : name;
}

function joined(
  own: readonly { label: string; result: CalcResult }[],
): CalcResult {
  const all: CalcResult = {
    status: "answered",
    figures: [],
    steps: [],
    citations: [],
    caveats: [],
    missing: [],
    reference: [],
    range: null,
  };
  for (const { label, result } of own) {
    const places = result.citations.map((one) => placeOf(all.citations, one));
    const moved = (citations: readonly number[]): number[] =>
      citations.map((at) => places[at] ?? at);
    for (const figure of result.figures)
      all.figures.push(ofPerson(figure, label, moved(figure.citations)));
    for (const step of result.steps)
      all.steps.push({
        ...step,
        label: `${label}：${step.label}`,
        citations: moved(step.citations),
      });
    for (const { code, text } of result.caveats)
      if (!all.caveats.some((one) => one.code === code && one.text === text))
        all.caveats.push({ code, text });
  }
  all.caveats.push({
    code: "identity_overlap",
    text: "同时有几种身份的，文件没有写可以叠加：各按一种身份列出，不相加。",
  });
  return all;
}

function placeOf(citations: Citation[], one: Citation): number {
  const at = citations.indexOf(one);
  return at >= 0 ? at : citations.push(one) - 1;
}

function ofPerson(figure: Figure, label: string, citations: number[]): Figure {
  return {
    ...figure,
    label: `${label}：${figure.label}`,
    citations,
    for: { ...figure.for, identity: label },
  };
}
