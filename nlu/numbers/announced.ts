/** Words before a bare number that say what it is: money, an age, the number of a thing. */
import { isClauseEnd } from "./clause.js";
import { endsAt, lengthBefore, type WordTable, words } from "./words.js";

const MONEY = words(`
  花 费 付 掏 缴 交 款 价 额 金 线 钱 账 扣 欠 赔 补 收 涨 降 药 类 用 剩 垫 退 甲 乙
  合计 共计 总计 支出 收入 工资 基数 开销 消费 发票 账单 剩下
  每天 每次 每月 每年 每人 一天 一次 一个月 一年 一人 挂号 报了 报销了 给了 最多报 最高报 每天报 一天报 每次报
  报过 报掉 已报 已经报 报销过 救助了 救助过 给过 领过 拿过 用过 刷过 领了 拿了
`);
/** May stand between such a word and the number. */
const BETWEEN = words(`
  差不多 一共 总共 大概 大约 将近 接近 左右 人民币 不到 超过 达到
  项目 药品 部分 里面 占 掉
  了 过 是 为 共 有 约 近 就 才 只 要 得 快 在 到 满 的 : ： = ¥
`);
/** Things that are numbered: a number behind them is never an amount. */
const NUMBERED = words(`
  电话 热线 拨打 拨 打 号码 卡号 编号 编码 代码 尾号 邮编 验证码 学号 工号
  病案号 单号 密码 微信 qq 座机 手机 号 新冠 第 初 高 大 周 星期 礼拜 - / .
`);
/** Words that end like one of those and announce nothing of the kind. */
const NOT_NUMBERED = words("最高 提高 不高 最大 多大 自负 负担");

/** A minus before an amount; 自负3000 is 自付. */
const MINUS = words("- 负");
const NO_MINUS = words("自负 担负 抱负 欠负 肩负");
/** Before a dash these make it a mark between two numbers. */
const BEFORE_DASH = "0123456789元块万千百亿w";

const AGE = words(`
  年龄 年纪 年满 今年 年过 年逾 年近 岁数 现年 虚岁 周岁 刚满 已满 不满 未满
`);
const AGE_BETWEEN = words("都 才 快 已经 刚 满 有 是 就 该 要 为 ： :");
const KIN = words(`
  爸 妈 爹 娘 爷 奶 公 婆 父 母 哥 姐 弟 妹 叔 姨 舅 姑 父亲 母亲 老人 老人家
  老伴 老爷子 老太太 儿子 女儿 孩子
`);
const SELF = words("我 俺 他 她 本人");
const SELF_BETWEEN = words("都 都快 快 已经 都已经 现在");
const KIN_BETWEEN = words("都 才 快 已经 刚 今年 现在 也 有");

/** Whether a word of money stands before, perhaps with 了, 是, 大概 between. */
export function announcesMoney(t: string, at: number): boolean {
  return (
    announces(t, at, MONEY, BETWEEN) ||
    EACH_TIME.test(t.slice(Math.max(0, at - EACH_TIME_LENGTH), at))
  );
}
/** 第一次50第二次40: what each of several visits or days came to; 甲类乙类各60: each of both classes. */
const EACH_TIME =
  /第[一二三四五六七八九十\d]{1,2}[次回趟天]$|[甲乙]类?(的|药品?|项目|都)*各(自|有|是)?$/;
const EACH_TIME_LENGTH = 9;

/** Whether a class of the catalogue is said of the number: 40是甲类, 60的乙类药. */
export function isOfClass(t: string, to: number): boolean {
  return /^(?:都?是|的|属于|为)?[甲乙]类/.test(t.slice(to, to + 5));
}

/** Whether a word for an age stands before, perhaps with 都, 已经 between. */
export function announcesAge(t: string, at: number): boolean {
  return announces(t, at, AGE, AGE_BETWEEN);
}

/** Whether 我 or 他 opens the clause before, perhaps with 都, 已经 between: 我62，…, 我都78了. */
export function opensWithSelf(t: string, at: number): boolean {
  const to = at - lengthBefore(t, at, SELF_BETWEEN);
  const length = lengthBefore(t, to, SELF);
  return length > 0 && (to === length || isClauseEnd(t, to - length - 1));
}

/** Whether a relative stands before, perhaps with 都, 快 between. */
export function followsPerson(t: string, at: number): boolean {
  return announces(t, at, KIN, KIN_BETWEEN);
}

/** Whether the number is that of a telephone, a card, a place in a row. */
export function isNumbered(t: string, at: number): boolean {
  return !endsAt(t, at, NOT_NUMBERED) && endsAt(t, at, NUMBERED);
}

/** Whether a minus stands before: such an amount is not read at all. */
export function isNegative(t: string, at: number): boolean {
  if (!endsAt(t, at, MINUS) || endsAt(t, at, NO_MINUS)) return false;
  const before = t.charAt(at - 2);
  return before === "" || !BEFORE_DASH.includes(before);
}

/** Looks back over spaces and at most four words between. */
function announces(
  t: string,
  at: number,
  wanted: WordTable<true>,
  between: WordTable<true>,
): boolean {
  let to = at;
  for (let skipped = 0; skipped <= 4; skipped++) {
    if (t.charAt(to - 1) === " ") to--;
    if (endsAt(t, to, wanted)) return true;
    const length = lengthBefore(t, to, between);
    if (length === 0) return false;
    to -= length;
  }
  return false;
}
