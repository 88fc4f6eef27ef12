/** The numbers that a provision states as its own, with the words that may stand for a nought or a whole. */
import type { FigureKind } from "../figures.js";
import { plain } from "../numerals.js";
import type { Provision, Value } from "../schema.js";

export interface Stated {
  /** Item of the entry, for messages. */
  part: string;
  /** Kinds of figures in a text that may state it. */
  kinds: readonly FigureKind[];
  value: string;
  /** Words that state it without a numeral. */
  words?: RegExp;
  /** Numbers of rules are bound to their tier, year and person; others only have to stand there. */
  bound: boolean;
}

const NOTHING = /不缴费|不设|取消|免缴|免除|不收/;
const WHOLE = /全额|全部|超过/;
const NO_LIMIT = /取消|不设|不再设/;
const MONEY: readonly FigureKind[] = ["money"];
const RATIO: readonly FigureKind[] = ["ratio"];
const POINTS: readonly FigureKind[] = ["points"];
const COUNT: readonly FigureKind[] = ["period", "count", "age"];
const DATE: readonly FigureKind[] = ["date", "month", "year", "day"];

function money(part: string, value: string): Stated {
  return {
    part,
    kinds: MONEY,
    value: plain(value),
    bound: true,
    ...(plain(value) === "0" ? { words: NOTHING } : {}),
  };
}

function ratio(part: string, value: string): Stated {
  return {
    part,
    kinds: RATIO,
    value: plain(value),
    bound: true,
    ...(plain(value) === "1" ? { words: WHOLE } : {}),
  };
}

const count = (part: string, value: number | string): Stated => ({
  part,
  kinds: COUNT,
  value: plain(String(value)),
  bound: false,
});

/** The numbers of a provision that must stand in its quotation; none for derived ones. */
export function statedNumbers({ value, derived }: Provision): Stated[] {
  if (derived) return [];
  switch (value.kind) {
    case "amount":
    case "deductible":
      return [money("amount", value.amount)];
    case "cap":
      return value.amount === null
        ? [
            {
              part: "amount",
              kinds: [],
              value: "不设限额",
              words: NO_LIMIT,
              bound: false,
            },
          ]
        : [money("amount", value.amount)];
    case "ratio":
      return [ratio("ratio", value.ratio)];
    case "points":
      return [{ ...ratio("points", value.points), kinds: POINTS }];
    case "aid":
      return ofAid(value);
    case "bands":
      return value.bands.flatMap((band) => [
        ...(plain(band.over) === "0" ? [] : [money("bands › over", band.over)]),
        ...(band.to === null ? [] : [money("bands › to", band.to)]),
        ratio("bands › ratio", band.ratio),
      ]);
    case "deductible_change":
      return [
        ...(value.factor === undefined ? [] : [ratio("factor", value.factor)]),
        ...(value.minus === undefined ? [] : [money("minus", value.minus)]),
        ...(value.to_amount === undefined
          ? []
          : [money("to_amount", value.to_amount)]),
      ];
    case "window":
      return [
        ...(value.from === null ? [] : [date("from", value.from)]),
        ...(value.to === null ? [] : [date("to", value.to)]),
      ];
    case "monthly":
      return [
        { ...count("until_day", value.until_day), kinds: [...COUNT, "day"] },
      ];
    case "wait":
      return [
        ...(value.within_months === undefined
          ? []
          : [count("within_months", value.within_months)]),
        ...(value.within_days === undefined
          ? []
          : [count("within_days", value.within_days)]),
        ...benefitFrom(value.benefit_from),
      ];
    case "text":
      return value.figures.flatMap(ofFigure);
  }
}

type Aid = Extract<Value, { kind: "aid" }>;

function ofAid(value: Aid): Stated[] {
  const numbers: Stated[] = [];
  if (value.mode === "share" && value.share !== undefined)
    numbers.push(ratio("share", value.share));
  if (value.payers)
    for (const { amount } of value.payers)
      numbers.push(money("payers", amount));
  else if (value.amount !== undefined)
    numbers.push(money("amount", value.amount));
  if (value.floor !== undefined) numbers.push(money("floor", value.floor));
  return numbers;
}

const date = (part: string, value: string): Stated => ({
  part,
  kinds: DATE,
  value,
  bound: false,
});

function benefitFrom(day: string | undefined): Stated[] {
  if (day === undefined) return [];
  if (day === "birth")
    return [
      {
        part: "benefit_from",
        kinds: [],
        value: "出生之日",
        words: /出生之日/,
        bound: false,
      },
    ];
  return /^\d{2}-\d{2}$/.test(day) ? [date("benefit_from", day)] : [];
}

type Fact = Extract<Value, { kind: "text" }>["figures"][number];

function ofFigure({ key, type, value }: Fact): Stated[] {
  const part = `figures › ${key}`;
  switch (type) {
    case "money":
      return [{ ...money(part, value), bound: false }];
    case "ratio":
      return [
        { ...ratio(part, value), kinds: ["ratio", "points"], bound: false },
      ];
    case "count":
      return [{ ...count(part, value), kinds: [...COUNT, "ratio"] }];
    case "date":
      return [date(part, value)];
    case "boolean":
      return [];
  }
}
