/** Years that a message tells of, and does not ask about. */
import type { Meaning } from "../../nlu/meaning.js";
import type { Reading } from "../../nlu/numbers/reading.js";

/** 去年摔了一跤住院花了好几万: the year of an illness is none for which a fee is asked. */
export function isTold(meaning: Meaning, { text, span }: Reading): boolean {
  const { plain, compare, aspects } = meaning;
  const after = plain.slice(span[1]);
  const set = compare || aspects.includes("increase");
  return (
    OF_CARE.test(after) ||
    OF_CHANGE.test(after) ||
    COLLECTS.test(after) ||
    (/^[上去前]/.test(text) &&
      (OF_STANDING.test(after) ||
        (!set && OF_AMOUNT.test(after)) ||
        (!set && OF_CHOICE.test(after) && !OF_BOTH.test(plain))))
  );
}
/** 两年一共, 分别多少: both years are asked about. */
const OF_BOTH = /一共|总共|两年|分别|各[交是要多]|加起来|合计/;
/** 去年交的一档，今年想改二档: which tier was paid then. */
const OF_CHOICE =
  /^(子|里)?(我们?|他|她|家里|都|就|也|是|才|一直|咱)*[交缴买选参上](的|了|过)?[^，,。；;\d]{0,12}第?[一二12][档挡][^。；;]{0,12}(今年|现在|明年|这次|这回)/;
/** 去年320今年要交多少: what was paid then, and no year asked about. */
const OF_AMOUNT =
  /^(我们?|都|才|就|是|收|要|只)*\d[\d.]*(元|块)?钱?[，,。；;\s]*(今年|现在|明年)/;
/** 今年收的明年的医保: when the fee of another year is collected. */
const COLLECTS =
  /^(就|要|正在|在|都|才)*(预)?[收交缴](取|的)*(就|是)*(明年|来年|下一?年|20\d\d)/;
const OF_CARE =
  /^[^，,。；;！!？?\s交缴]{0,10}(住院|住了|摔|病了|生病|得了|手术|看病|查出|确诊|车祸|去世|走了)/;
/** 今年回重庆了，明年的: what has changed in somebody's life then. */
const OF_CHANGE =
  /^[^，,。；;！!？?\s交缴]{0,6}(回|搬|嫁|结婚|离婚|辞|退休|下岗|失业|毕业)[^，,。；;！!？?\s交缴]{0,6}了[，,。；;\s]/;
/** 去年才断的低保, 去年的脱贫户, 去年交的280: what somebody was then, or paid then. */
const OF_STANDING =
  /^(的时候)?(我们?|家里?|他|她)?(都|就|才|刚刚?|被|给|也|已经|是)*(的?(脱贫|摘帽|退出|断|停|取消|评上|办的|认定)|[交缴]了?的?(是)?\d|(还|都|也|能|给|有|在)+(补|减|免|资助|优惠|享受)[^，,。；;\s交缴]{0,4}[，,。；;\s]?(今年|现在|如今|咋|怎么|为))/;
