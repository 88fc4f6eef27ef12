/** What a card shows of an answer: the table of cases, who pays what, the numbers to dial. */
import { describe, expect, test } from "vitest";
import type { Answer } from "../../bot/answer.js";
import { compared } from "../../bot/channels/web/browser/compared.js";
import { payers } from "../../bot/channels/web/browser/payers.js";
import { initialState, step } from "../../bot/dialogue/step.js";
import { phoneStretches } from "../../bot/phrasing/phones.js";
import { knowledge } from "./server.js";

const ask = (text: string, on = "2023-03-08"): Answer =>
  step(initialState(), { text }, { knowledge, on }).answer;

describe("a table of what is compared", () => {
  const tableOf = (question: string) => {
    const table = compared(ask(question));
    if (!table) throw new Error("no table");
    const { columns, rows } = table;
    const row = (label: string) => rows.find((one) => one.label === label);
    return {
      ...table,
      columns: columns.map(({ label }) => label),
      differing: columns.filter((one) => one.differs).map((one) => one.label),
      names: rows.map(({ label }) => label),
      row,
    };
  };

  test("two identities stand beside each other, what differs is marked", () => {
    const { columns, row } = tableOf("太原低保户和重度残疾2023年各交多少");
    expect(columns).toEqual(["城乡低保对象", "重度残疾人"]);
    expect(row("个人实缴")).toMatchObject({
      cells: ["70元", "0元"],
      differs: true,
    });
    expect(row("个人缴费标准")).toMatchObject({ differs: false });
  });

  test("a family is a table of its members, the sum stands before it", () => {
    const table = tableOf(
      "我家四口人，我是普通居民，我妈低保，我爸重度残疾，孩子特困，在太原2023年要交多少",
    );
    expect(table.rest.map(({ key }) => key)).toEqual(["contribution.total"]);
    expect(table.names).toHaveLength(4);
    const nets = table.columns.indexOf("个人实缴");
    expect(table.rows.map(({ cells }) => cells[nets])).toEqual([
      "350元",
      "70元",
      "0元",
      "0元",
    ]);
    expect(table.differing).toEqual(["个人实缴", "资助金额"]);
    expect(table.finer.map(({ value }) => value)).toEqual(["175.00", "175.00"]);
  });

  test("persons of whom one has an identity keep all their figures", () => {
    const { columns, row, names } = tableOf(
      "太原2023年我妈低保我爸普通各交多少",
    );
    expect(columns).toHaveLength(2);
    expect(row("个人实缴")?.cells).toEqual(["70元", "350元"]);
    expect(row("资助金额")?.cells).toEqual(["280元", "—"]);
    expect(names).toHaveLength(3);
  });

  test("tiers that nobody named stand beside each other", () => {
    const { columns, row } = tableOf("重庆2023年居民医保交多少");
    expect(columns).toEqual(["一档", "二档"]);
    expect(row("个人实缴")?.cells).toEqual(["350元", "725元"]);
  });

  test("of two places the tiers of one stand beside the other", () => {
    const { columns, row } = tableOf("重庆和太原2023年居民医保各交多少");
    expect(columns).toEqual(["重庆市 一档", "重庆市 二档", "太原市"]);
    expect(row("个人实缴")?.cells).toEqual(["350元", "725元", "350元"]);
  });

  test("a place that decides nothing says so beside the other", () => {
    const { row } = tableOf("太原低保和重庆低保2023年交的钱比一比");
    expect(row("个人实缴")).toMatchObject({
      cells: ["70元", "没有规定"],
      differs: true,
    });
  });

  test("one case alone is no table", () => {
    expect(compared(ask("太原低保户2023年要交多少钱"))).toBeNull();
  });
});

describe("who pays what", () => {
  const shares = (question: string) =>
    payers(ask(question).figures).map(({ payer, amount }) => [payer, amount]);

  test("every layer of the chain has its part, up to what is above the ceiling", () => {
    const parts = payers(
      ask(
        "杭州低保2023年住院各种保险报完自己负担30万，最终自己掏多少，负担仍较重",
      ).figures,
    );
    expect(parts.map(({ payer, amount }) => [payer, amount])).toEqual([
      ["aid", "150000.00"],
      ["aid", "75000.00"],
      ["person", "50000.00"],
      ["above", "25000.00"],
    ]);
    const whole = parts.reduce((sum, { percent }) => sum + percent, 0);
    expect(whole).toBeCloseTo(100, 6);
    expect(new Set(parts.map(({ who }) => who)).size).toBe(4);
  });

  test("aid and person share a contribution", () => {
    expect(shares("太原低保户2023年要交多少钱")).toEqual([
      ["aid", "280.00"],
      ["person", "70.00"],
    ]);
  });

  test("of several persons no bar is drawn", () => {
    expect(shares("太原低保户和重度残疾2023年各交多少")).toEqual([]);
  });
});

describe("numbers to dial", () => {
  const dialled = (question: string): string[] =>
    phoneStretches(ask(question).text, knowledge.contacts).flatMap(
      ({ phone }) => phone ?? [],
    );

  test.each([
    ["我不想活了，药费太贵了", ["120", "110", "12356"]],
    ["新疆居民医保交多少", ["12393"]],
    ["有人打电话说我医保卡异常让我转账", ["12393", "110"]],
  ])("%s", (question, numbers) => {
    expect(dialled(question)).toEqual(expect.arrayContaining(numbers));
  });

  test("an amount is no number to dial, and no word is lost", () => {
    const text = "报销 120元，共 12393元；请拨打医疗急救电话 120。";
    const stretches = phoneStretches(text, knowledge.contacts);
    expect(stretches.map((one) => one.text).join("")).toBe(text);
    expect(stretches.filter((one) => one.phone)).toHaveLength(1);
  });
});
