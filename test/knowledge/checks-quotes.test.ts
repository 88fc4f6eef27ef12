import { PROVISIONS, provisions, type Row, tells } from "./told.js";

const QUOTATIONS: Row[] = [
  [
    "words that are not in the clause",
    provisions("quote: 甲类项目报销60%，", "quote: 甲类项目报销65%，"),
    PROVISIONS,
    "provisions › class-a › quote",
    ["“二”", "5%，乙类", "0%，乙类"],
  ],
  [
    "a quotation of another clause",
    provisions("id: class-a\n    clause: 二", "id: class-a\n    clause: 一"),
    PROVISIONS,
    "provisions › class-a › quote",
    ["“一”", "它在“二”里"],
  ],
  [
    "a clause that does not exist",
    provisions("id: class-a\n    clause: 二", "id: class-a\n    clause: 九"),
    PROVISIONS,
    "provisions › class-a › clause",
    ["没有“九”这一条"],
  ],
  [
    "words that stand twice",
    provisions(
      "quote: 政策范围内住院费用报销比例稳定在75%左右。",
      "quote: 备案有效期为六个月。",
    ),
    PROVISIONS,
    "provisions › target › quote",
    ["2 处"],
  ],
  [
    "half a sentence",
    provisions(
      "quote: 政策范围内住院费用报销比例稳定在75%左右。",
      "quote: 报销比例稳定在75%左右。",
    ),
    PROVISIONS,
    "provisions › target › quote",
    ["半句", "住院费用"],
  ],
  [
    "a sentence that is not finished",
    provisions(
      "quote: 政策范围内住院费用报销比例稳定在75%左右。",
      "quote: 政策范围内住院费用报销比例稳定在75%",
    ),
    PROVISIONS,
    "provisions › target › quote",
    ["半句", "左右"],
  ],
  [
    "an `at` outside the quotation",
    provisions("at: 一档400元", "at: 三档400元"),
    PROVISIONS,
    "provisions › fee-1 › at",
    ["三档400元", "不在引文里"],
  ],
  [
    "a context that is not in its clause",
    provisions(
      "context: [{ clause: 一, quote: 2031年度个人",
      "context: [{ clause: 二, quote: 2031年度个人",
    ),
    PROVISIONS,
    "provisions › aid-destitute › context",
    ["“二”"],
  ],
  [
    "a passage quoted only that is not there",
    provisions(
      "quote: 备案有效期为六个月。, reason",
      "quote: 备案有效期为八个月。, reason",
    ),
    PROVISIONS,
    "quoted_only › 第1项",
    ["备案有效期为八个月"],
  ],
];

const NUMBERS: Row[] = [
  [
    "an amount that is not in the quotation",
    provisions(
      'where: { tier: "2" }\n    value: { kind: amount, amount: "800"',
      'where: { tier: "2" }\n    value: { kind: amount, amount: "880"',
    ),
    PROVISIONS,
    "provisions › fee-2 › value › amount",
    ["880", "800元"],
  ],
  [
    "an amount outside `at`",
    provisions("at: 一档400元", "at: 二档800元"),
    PROVISIONS,
    "provisions › fee-1 › value › amount",
    ["400", "800元", "请改 at"],
  ],
  [
    "a ratio that is not in the quotation",
    provisions('ratio: "0.75"', 'ratio: "0.70"'),
    PROVISIONS,
    "provisions › target › value › ratio",
    ["0.7", "75%"],
  ],
  [
    "a band that is not in the quotation",
    provisions('to: null, ratio: "0.6"', 'to: null, ratio: "0.65"'),
    PROVISIONS,
    "provisions › bands › value › bands › ratio",
    ["0.65", "五成"],
  ],
  [
    "a wording with a number of its own",
    provisions(
      "says: 自2030年1月1日起施行。",
      "says: 自2030年1月1日起施行，个人缴费500元。",
    ),
    PROVISIONS,
    "provisions › in-force › value › says",
    ["500元"],
  ],
  [
    "a figure of a fact that is not quoted",
    provisions('value: "2030-01-01"', 'value: "2030-02-01"'),
    PROVISIONS,
    "provisions › in-force › value › figures › notice.from",
    ["2030-02-01"],
  ],
];

tells("quotations", QUOTATIONS);
tells("numbers", NUMBERS);
