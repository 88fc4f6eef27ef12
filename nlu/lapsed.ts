/** Facts that the words take back after naming them: 低保取消了, 以前是低保现在不是了, 二档不要. */
import type { Mention } from "./meaning.js";
import type { ConceptHit } from "./mentions.js";

/** 低保户资格去年被取消了; not 优抚对象，不享受公费医疗, which is of another cover. */
const LAPSED =
  /^(户|家庭|人员|对象|的|身份|资格|待遇|证){0,3}[，,\s]?(早就?|今年|去年|前年|上个?月|现在|刚刚?|已经|已|都|又|也|被|给|让人?|后来|结果|政府|社区){0,4}(取消|没了|没有了|没得了|没资格了|不是了|不算了|退出|退掉|退了|清退|到期|过期|失效|注销|停了|停掉|停发|断了|断掉|断的|不再?享受(?!公费|公务员|职工|单位)|不吃了|撤销|撤了|拿掉|除名|没批|没办下来|没评上|没通过|没下来)/;
/** 读大专毕业了的: who has left school is no student. */
const AT_SCHOOL = /^[读上念]/;
const LEFT_SCHOOL = /^(都|也|已经?|早就?|刚)*毕业/;
/** 低保取消资助了吗: the policy is asked about, not told of a person. */
const OF_POLICY =
  /^(了)?(的|对|参保|缴费)?(资助|补助|补贴|政策|优惠|减免)|^(了)?(吗|没|么)/;
const SO_LONG =
  /^(了|有|快|大概|差不多|整整)?[\d一二两三四五六七八九十半]+(个|年|天|月)/;
/** 以前是低保. */
const FORMERLY =
  /(以前|原来|之前|曾经|从前|过去|原先|早先|早年|前几年|去年|前年|本来)(我们?|家里?|都|也|还){0,3}(是|有|算|吃|享受|拿|领|属于|评过|办过|当过)(过|着)?(一个|个)?$/;
/** 去年 alone tells of one year; 现在不是了 ends it. */
const ENDED =
  /(现在|今年|如今|目前|后来)[^。；;！？!?]{0,10}(不是|没有|没了|不算|不吃|取消|退|不享受|脱|没得|普通)|不是了|没了|取消了|退出了/;
const STILL =
  /^[^。；;！？!?]{0,12}(现在|今年|如今|目前)[^，,。；;]{0,2}(也|还|仍|依然|照样)|一直/;
const GAVE_UP =
  /(不再是|不再算|不再享受|不再吃|退出了?|退了|取消了|脱离了?|失去了?|注销了|没了|(断|停|取消|丢)(了|掉)*的)(我们?家?的?|他的?|她的?)?$/;
/** 二档不要, but not 二档不要钱吗. */
const UNWANTED =
  /^(的)?(太?贵了?|的话)?[，,\s]?(我们?|咱)?(就|都|是)?(不要|不选|不买|不考虑|不想要|不想买|不想选|不想交|就算了|算了)(?!钱|吗|么|行|可以|会|紧|第?[一二12]档)/;

/** 没评上低保, 低保评不上, 够不上低保: it was not granted. */
const NOT_GRANTED =
  /(没(有|能)?|未能?|不能)(被|给)?(评|批|办|申请|认定|纳入|列入|选|够|轮|吃|拿|享受|领)(上|到|成|下来|为|进)?过?$|(评|批|办|申请|认|够|选|吃|拿)不(上|到|成|下来|进)$/;
const NOT_GRANTED_AFTER =
  /^(户|资格|证|待遇)?(要是|如果|万一)?(又|也|都|还)?(评|批|办|申请|认|够|吃|拿)不(上|到|成|下来)/;

/** 除了糖尿病别的病种, 糖尿病以外的: all but what is named. */
const EXCEPT = /除(了|去|开|却|掉)?$/;
const OTHERS = /^(之外|以外|外|的话)?[，,\s]?的?(别的|其[他它余]|剩下|另外的)/;
const BESIDES = /^(之外|以外)的?(?!还有|也)/;

/** Whether the words around a mention take it back. */
function takenBack(plain: string, { facet, span, negated }: Mention): boolean {
  if (negated) return false;
  const before = plain.slice(0, span[0]);
  const after = plain.slice(span[1]);
  if (facet === "disease")
    return (EXCEPT.test(before) && OTHERS.test(after)) || BESIDES.test(after);
  if (facet === "tier") return UNWANTED.test(after);
  if (facet !== "identity") return false;
  if (AT_SCHOOL.test(plain.slice(...span)) && LEFT_SCHOOL.test(after))
    return true;
  const lapsed = LAPSED.exec(after);
  const rest = after.slice(lapsed?.[0].length ?? 0);
  // 脱贫户断了四个月: the insurance was broken off for so long.
  const ofInsurance = /断[了掉]$/.test(lapsed?.[0] ?? "") && SO_LONG.test(rest);
  if (lapsed && !OF_POLICY.test(rest) && !ofInsurance) return true;
  if (NOT_GRANTED.test(before) || NOT_GRANTED_AFTER.test(after)) return true;
  if (GAVE_UP.test(before)) return true;
  const formerly = FORMERLY.exec(before);
  if (!formerly || STILL.test(after)) return false;
  return ENDED.test(after) || !/^[去前]年|^本来/.test(formerly[0]);
}

/** 边缘户 就是边缘易致贫那个: what is said behind tells which was meant. */
const NAMELY = /^(户|家庭|人员|的)?[，,：:（(\s]*也?就是(那个|那种|所谓的?)?$/;
const DOUBTED = /^[^，,。；;！!？?\s]{0,4}([吗么不?？]|对吧|是吧)/;

/** The mentions without the identities that the next one tells more exactly. */
export function withoutExplained(
  plain: string,
  mentions: readonly Mention[],
): Mention[] {
  const said = mentions.filter(({ facet }) => facet === "identity");
  const isExplained = ({ facet, span }: Mention): boolean =>
    facet === "identity" &&
    said.some(
      (next) =>
        next.span[0] >= span[1] &&
        NAMELY.test(plain.slice(span[1], next.span[0])) &&
        !DOUBTED.test(plain.slice(next.span[1])),
    );
  return mentions.filter((mention) => !isExplained(mention));
}

/** 低保去年停了: what broke off is the aid, no insurance. */
export function withoutLapsedBreak(
  concepts: readonly ConceptHit[],
  mentions: readonly Mention[],
): ConceptHit[] {
  const lapsed = mentions.filter(
    ({ facet, negated }) => facet === "identity" && negated,
  );
  return concepts.filter(
    ({ concept, span }) =>
      concept !== "interrupted" ||
      !lapsed.some(
        (one) => Math.max(one.span[0] - span[1], span[0] - one.span[1]) <= NEAR,
      ),
  );
}
const NEAR = 6;

/** The mentions, with those that are told as over or not wanted marked as denied. */
export function withoutLapsed(
  plain: string,
  mentions: readonly Mention[],
): Mention[] {
  return mentions.map((mention) =>
    takenBack(plain, mention) ? { ...mention, negated: true } : mention,
  );
}
