/** The results as text: wrong figures first. */

const share = (part, all) =>
  all === 0 ? "—" : `${((100 * part) / all).toFixed(1)}%（${part}/${all}）`;
const pad = (text, width) => text + " ".repeat(Math.max(0, width - wide(text)));
/** Chinese characters take two columns. */
const wide = (text) =>
  [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0xff ? 2 : 1), 0);
const table = (rows) => {
  const widths = rows[0].map((_, at) =>
    Math.max(...rows.map((row) => wide(row[at]))),
  );
  return rows.map((row) => row.map((c, at) => pad(c, widths[at])).join("  "));
};

/** What was answered, in one line. */
export function inShort(answer) {
  const figures = answer.figures.map(({ key, value }) => `${key}=${value}`);
  const conditions = answer.conditions.map(
    ({ slot, value }) => `${slot}:${value}`,
  );
  const kind = answer.scope ?? answer.intent;
  return [answer.status, kind, conditions.join(" "), figures.join(" ")]
    .filter((part) => part !== "")
    .join(" | ");
}

function expected({ status, intent, scope, values, never, year }) {
  return [
    status.join("/"),
    (scope ?? intent ?? []).join("/"),
    year === undefined ? "" : `year:${year}`,
    values.join(" "),
    never.length > 0 ? `不得有 ${never.join(" ")}` : "",
  ]
    .filter((part) => part !== "")
    .join(" | ");
}

function wrong(results) {
  return results.flatMap(({ question, answer, faults, wrongFigure }) => [
    `  ${question.text}　[${question.on}]　${wrongFigure ?? faults.join("、")}`,
    `      应是 ${expected(question)}`,
    `      得到 ${inShort(answer)}`,
  ]);
}

function perKind(results) {
  const judged = results.filter(({ expectedKind }) => expectedKind !== null);
  const kinds = [
    ...new Set(
      judged.flatMap(({ expectedKind, kind }) => [expectedKind, kind]),
    ),
  ].sort();
  const rows = kinds.map((one) => {
    const meant = judged.filter(({ expectedKind }) => expectedKind === one);
    const given = judged.filter(({ kind }) => kind === one);
    const right = meant.filter(({ kind }) => kind === one).length;
    return [one, share(right, given.length), share(right, meant.length)];
  });
  return table([["意图", "精确率", "召回率"], ...rows]);
}

/** Rows are what was meant, columns what was understood; only kinds that were confused. */
function confusion(results) {
  const off = results.filter(
    ({ expectedKind, kind }) => expectedKind !== null && expectedKind !== kind,
  );
  if (off.length === 0) return ["没有混淆"];
  const columns = [...new Set(off.map(({ kind }) => kind))].sort();
  const meant = [
    ...new Set(off.map(({ expectedKind }) => expectedKind)),
  ].sort();
  const count = (row, column) =>
    results.filter((r) => r.expectedKind === row && r.kind === column).length;
  return table([
    ["本意＼理解成", "（对）", ...columns],
    ...meant.map((row) => [
      row,
      String(count(row, row)),
      ...columns.map((c) => (c === row ? "·" : String(count(row, c) || ""))),
    ]),
  ]);
}

function slots(results) {
  return ["place", "year"].map((name) => {
    const judged = results.filter((one) => one.slots[name] !== undefined);
    const right = judged.filter((one) =>
      one.slots[name].includes(String(one.question[name])),
    );
    return `${name === "place" ? "地区" : "年度"} ${share(right.length, judged.length)}`;
  });
}

function refusals(results) {
  const of = (wanted) =>
    results.filter(({ question }) => wanted(question.status));
  const should = of(
    (status) => status.length === 1 && status[0] === "answered",
  );
  const never = of((status) => !status.includes("answered"));
  const refused = should.filter(({ answer }) => answer.status !== "answered");
  const answered = never.filter(({ answer }) => answer.status === "answered");
  const asked = refused.filter(({ answer }) =>
    ["needs_info", "clarify"].includes(answer.status),
  );
  return [
    `该答而没答 ${share(refused.length, should.length)}，其中反问 ${asked.length}`,
    `不该答而答了 ${share(answered.length, never.length)}`,
  ];
}

/** The whole report on the labelled questions. */
export function report(results) {
  const figures = results.filter(({ wrongFigure }) => wrongFigure !== null);
  const others = results.filter(
    ({ wrongFigure, faults }) => wrongFigure === null && faults.length > 0,
  );
  const right = results.length - figures.length - others.length;
  return [
    `标注题 ${results.length}：全对 ${share(right, results.length)}，数字错 ${figures.length}，其他错 ${others.length}`,
    "",
    `数字错（${figures.length}）`,
    ...wrong(figures),
    "",
    `其他错（${others.length}）`,
    ...wrong(others),
    "",
    "各意图",
    ...perKind(results),
    "",
    "混淆",
    ...confusion(results),
    "",
    "条件",
    ...slots(results),
    "",
    "拒答",
    ...refusals(results),
  ].join("\n");
}

/** What each real question got, as a table to read. */
export function realReport(answers) {
  const counts = new Map();
  for (const { answer } of answers) {
    const key = `${answer.status} ${answer.scope ?? answer.intent}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [
    `真实问题 ${answers.length}`,
    ...[...counts]
      .sort((a, b) => b[1] - a[1])
      .map(([key, count]) => `  ${String(count).padStart(4)}  ${key}`),
    "",
    ...answers.map(
      ({ text, topic, answer }) =>
        `[${topic}] ${[...text.replace(/\s+/g, " ")].slice(0, 80).join("")}\n      ${inShort(answer)}`,
    ),
  ].join("\n");
}
