/** What is right and wrong in an answer to a labelled question. */

/** Numbers are compared as numbers, days and yes or no as they are written. */
export function sameValue(a, b) {
  if (/^-?\d+(\.\d+)?$/.test(a) && /^-?\d+(\.\d+)?$/.test(b))
    return plain(a) === plain(b);
  return a === b;
}

function plain(number) {
  return number.includes(".") ? number.replace(/\.?0+$/, "") : number;
}

/** The kind of an answer: its intent, or the kind of its refusal. */
export function kindOf({ status, intent, scope }) {
  if (status === "out_of_scope") return `拒答:${scope}`;
  return status === "handoff" ? "转人工" : intent;
}

/** The kinds that are right for a question; null where none is labelled. */
function rightKinds({ status, intent, scope }) {
  if (status[0] === "out_of_scope" && scope)
    return scope.map((one) => `拒答:${one}`);
  if (status[0] === "handoff") return ["转人工"];
  return status.includes("out_of_scope") ? null : intent;
}

const whole = (answer) => [answer, ...answer.parts];

/** The verdict on one answer: every point on which it was labelled, and the figures that are wrong. */
export function judge(question, answer) {
  const faults = [];
  const figures = answer.figures.map(({ value }) => value);
  const statusRight = question.status.includes(answer.status);
  if (!statusRight) faults.push("状态");
  const kinds = rightKinds(question);
  const got = kindOf(answer);
  const all = whole(answer).map(kindOf);
  const kindRight = kinds === null || all.some((one) => kinds.includes(one));
  if (!kindRight) faults.push("意图");
  const slots = {
    ...(question.place ? { place: slot(answer, "jurisdiction") } : {}),
    ...(question.year === undefined ? {} : { year: slot(answer, "year") }),
  };
  for (const name of Object.keys(slots))
    if (!slots[name].includes(String(question[name])))
      faults.push(name === "place" ? "地区" : "年度");
  const missing = leftOver(question.values, figures);
  if (question.status[0] === "answered" && answer.status === "answered") {
    if (missing.length > 0) faults.push("数值");
    for (const code of question.caveats)
      if (!answer.caveats.some((one) => one.code === code)) faults.push("提示");
  }
  return {
    question,
    answer,
    faults,
    expectedKind: kinds === null ? null : kindRight ? got : kinds[0],
    kind: got,
    slots,
    wrongFigure: wrongFigure(question, answer, missing),
  };
}

/** The expected values that no figure is left for; equal values need as many figures. */
function leftOver(values, figures) {
  const left = [...figures];
  return values.filter((value) => {
    const at = left.findIndex((figure) => sameValue(value, figure));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Why a figure that is stated as an answer is wrong; null where none is. */
function wrongFigure({ status, never }, answer, missing) {
  if (answer.status !== "answered" || answer.figures.length === 0) return null;
  const figures = answer.figures.map(({ value }) => value);
  const banned = never.filter((one) => figures.some((f) => sameValue(one, f)));
  if (banned.length > 0) return `不该有 ${banned.join("、")}`;
  if (!status.includes("answered")) return "不该有数字";
  return missing.length > 0 ? `缺 ${missing.join("、")}` : null;
}

/** Every value of a slot in the answer and its parts. */
function slot(answer, name) {
  return whole(answer)
    .flatMap(({ conditions }) => conditions)
    .filter((one) => one.slot === name)
    .map(({ value }) => String(value));
}
