/** Words before a bare number that say what it is: money, an age, the number of a thing. */
import { endsWithAny } from "./scan.js";

/** 花了, 自付, 药费, 起付线 … */
const MONEY = [
  "花",
  "费",
  "付",
  "掏",
  "缴",
  "交",
  "款",
  "价",
  "额",
  "金",
  "线",
  "钱",
  "账",
  "扣",
  "欠",
  "赔",
  "补",
  "收",
  "涨",
  "降",
  "合计",
  "共计",
  "总计",
  "支出",
  "收入",
  "工资",
  "基数",
  "药",
  "类",
  "开销",
  "发票",
  "账单",
  "用",
  "报了",
  "报销了",
  "给了",
  "剩",
  "剩下",
  "还剩",
  "最多报",
  "最高报",
  "每天报",
  "一天报",
  "每次报",
  "消费",
  "垫",
  "退",
];
/** May stand between such a word and the number. */
const BETWEEN = [
  "差不多",
  "一共",
  "总共",
  "大概",
  "大约",
  "将近",
  "接近",
  "左右",
  "人民币",
  "不到",
  "超过",
  "达到",
  "了",
  "过",
  "是",
  "为",
  "共",
  "有",
  "约",
  "近",
  "就",
  "才",
  "只",
  "要",
  "得",
  "快",
  "在",
  "到",
  "满",
  "的",
  ":",
  "：",
  " ",
  "=",
  "¥",
];
/** Things that are numbered: a number behind them is never an amount. */
const NUMBERED = [
  "电话",
  "热线",
  "拨打",
  "拨",
  "打",
  "号码",
  "卡号",
  "编号",
  "编码",
  "代码",
  "尾号",
  "邮编",
  "验证码",
  "学号",
  "工号",
  "病案号",
  "单号",
  "密码",
  "微信",
  "qq",
  "座机",
  "手机",
  "号",
  "新冠",
  "第",
  "初",
  "高",
  "大",
  "周",
  "星期",
  "礼拜",
  "-",
  "/",
  ".",
  "负",
];
/** Words that end like one of those and announce nothing of the kind. */
const NOT_NUMBERED = ["最高", "提高", "不高", "最大", "多大", "自负", "负担"];

const AGE = [
  "年龄",
  "年纪",
  "年满",
  "今年",
  "年过",
  "年近",
  "岁数",
  "现年",
  "虚岁",
  "周岁",
  "刚满",
  "已满",
  "不满",
  "未满",
];
const AGE_BETWEEN = [
  "都",
  "才",
  "快",
  "已经",
  "刚",
  "满",
  "有",
  "是",
  "就",
  "该",
  "要",
  "为",
  "：",
  ":",
  " ",
];
/** A person right before a number that ends a clause: 我爸62，…. */
const KIN = [
  "爸",
  "妈",
  "爹",
  "娘",
  "爷",
  "奶",
  "公",
  "婆",
  "爷爷",
  "奶奶",
  "父",
  "母",
  "父亲",
  "母亲",
  "老人",
  "老人家",
  "老伴",
  "老爷子",
  "老太太",
  "丈母娘",
  "岳父",
  "岳母",
  "儿子",
  "女儿",
  "孩子",
  "哥",
  "姐",
  "弟",
  "妹",
  "叔",
  "姨",
  "舅",
  "姑",
];

/** Whether a word of money stands before, perhaps with 了, 是, 大概 between. */
export function announcesMoney(t: string, at: number): boolean {
  return announces(t, at, MONEY, BETWEEN);
}

/** Whether a word for an age stands before, perhaps with 都, 已经 between. */
export function announcesAge(t: string, at: number): boolean {
  return announces(t, at, AGE, AGE_BETWEEN);
}

/** Whether a person stands right before. */
export function followsPerson(t: string, at: number): boolean {
  return endsWithAny(t, at, KIN) > 0;
}

/** Whether the number is that of a telephone, a card, a place in a row. */
export function isNumbered(t: string, at: number): boolean {
  return (
    endsWithAny(t, at, NOT_NUMBERED) === 0 && endsWithAny(t, at, NUMBERED) > 0
  );
}

/** Looks back over at most four words between. */
function announces(
  t: string,
  at: number,
  words: readonly string[],
  between: readonly string[],
): boolean {
  let to = at;
  for (let i = 0; i < 4; i++) {
    if (endsWithAny(t, to, words) > 0) return true;
    const length = endsWithAny(t, to, between);
    if (length === 0) return false;
    to -= length;
  }
  return endsWithAny(t, to, words) > 0;
}
