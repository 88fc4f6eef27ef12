/** Since when and until when something holds: 从哪年开始改的, 哪天施行, 有效期到什么时候. */
import type { Span } from "./meaning.js";

/** Which end of the time in which a rule or a document holds is asked for. */
export interface Holding {
  end: "since" | "until";
  /** The words that ask for it. */
  span: Span;
}

const WHEN =
  "(?:哪一?个?(?:年度?|天|日|月)|几几?年|几月份?|几号|什么时(?:候|间)|啥子?时(?:候|间)|何时|多会儿|几时|多久)";
/** What authorities do to a rule; what the insured do (交, 报名, 享受) asks for a window or for benefits. */
const ENACTED =
  "(?:施行|执行|实施|生效|实行|推行|启用|适用|有效|算|起效|作数|调|改|变|涨|提|降|降低|升|取消|放开|规定|定|建立|启动|开展|搞|搞起来|覆盖)";
const OF_PEOPLE =
  "(?!才?(?:就|能|可以|可|正式)*(?:交|缴|收(?!录)|报名|报得|报(?:销)?(?![\\d百]|几成|\\d)|办|登记|参保|享受|用|买|领|申请|受理|征|预收|续|上(?!调)|看))";

/** 从哪年开始, 哪天施行的, 什么时候改成这样的. */
const SINCE = new RegExp(
  [
    `(?:是|又是)?(?:从|自|打)?${WHEN}(?:就|才|正式|全面)*(?:起|开始|起算)(?:就|才|正式|全面)*${OF_PEOPLE}(?:${ENACTED}[成到为过]?(?:这样|这么|现在这样)?)?(?:的|了)?`,
    `(?:是|又是)?(?:从|自|打)?${WHEN}(?:就|才|正式|全面)*(?:施行|执行|实施|生效|实行|推行|启用|启动)(?:的|了)?`,
    `(?:是|又是)?(?:从|自|打)?${WHEN}(?:就|才)?${ENACTED}[成到为过]?(?:这样|这么|现在这样)?(?:的|了)`,
    `(?:从|自|打)${WHEN}${ENACTED}[成到为过]?(?:这样|这么|现在这样)?(?:的|了)?`,
    `(?:是)?(?:从|自|打)${WHEN}(?:$|(?=[\\s？?。！!]))`,
    // 是哪年的，哪个单位发的: asked of the issue.
    `是${WHEN}的(?:规定|标准|政策|规矩|数|价|$|(?=[\\s？?。！!])(?![\\s？?]*[是由]?(?:谁|哪个?[^\\s，,]{0,4})[发出印]))`,
  ].join("|"),
);

/** 有效期到什么时候, 执行到哪年, 什么时候失效. */
const UNTIL = new RegExp(
  [
    `有效期?(?:限)?(?:是)?(?:到|至)?(?:${WHEN}|几年|多长时间|多长)`,
    `(?:施行|执行|实施|生效|有效|管用|管|适用|维持|沿用|实行)(?:到|至)${WHEN}(?:为止|截止)?`,
    `${WHEN}(?:会|就|才)?(?:失效|作废|废止|到期|过期|停用|停止执行|为止)(?:的|了)?`,
    `(?:那|能|会)?(?:到|至)${WHEN}(?:为止|失效|结束|截止)`,
  ].join("|"),
);

/** 交了从哪天生效, 补缴了待遇从哪天算, 住院能报吗从哪天: what was paid for takes effect, and no rule. */
const OF_BENEFITS =
  /(参保|[交缴补买])[^。？?！!]*待遇(时间|期)?是?$|([今明昨]天|现在|[号日])(才|再|去|就)?[交缴买办](的|了)?(费|钱|医保|合疗|[今明]年的)*$|([交缴买办保](了|完|好|过|上|(费|钱)?(以|之|了)?后)(费|钱|医保|合疗)?|(能|可以|可|给)不?(能|可以)?(报|报销|享受|用|管)(了|得到)?)[，,\s]*(吗|嘛|不|么|没|的?话|那|又|是|要|得|，|,)*$/;

/** What is asked of the time in which something holds; null where nothing is. */
export function holdingOf(plain: string): Holding | null {
  const until = UNTIL.exec(plain);
  if (until) return { end: "until", span: spanOf(until) };
  const since = SINCE.exec(plain);
  const benefits = since && OF_BENEFITS.test(plain.slice(0, since.index));
  return since && !benefits ? { end: "since", span: spanOf(since) } : null;
}

function spanOf({ index, 0: text }: RegExpExecArray): Span {
  return [index, index + text.length];
}
