/** Words that steer a conversation, and words that take up what was said before. */
import type { Command } from "./meaning.js";
import type { ConceptHit } from "./mentions.js";

const COMMANDS: readonly Command[] = [
  "restart",
  "human",
  "repeat",
  "unknown_reply",
  "yes",
  "no",
  "greet",
  "thanks",
  "bye",
  "explain",
  "why",
];

/** 不晓得归哪儿, 我也不清楚是哪类: what is not known may be named again. */
const LONGEST_UNKNOWN = 5;

/** 我也不晓得是哪种医院, 不清楚算什么身份. */
const UNKNOWN_WHICH =
  /^(这个?|那个?)?(我们?|俺|他们?|她们?)?(也|都|还|真|就)*(不|搞不|弄不|说不|没)[知晓清懂确][^，,。；;0-9]{1,4}(哪|什么|啥)[^，,。；;0-9]{0,5}$/;

/** The steering word that a message consists of, if it does. */
export function commandOf(
  plain: string,
  concepts: readonly ConceptHit[],
): Command | null {
  const bare = plain.replace(
    /[\s。！？!?，,、~～….·]+|[吧啊呀哦哈嘛呗了的啦呢吗]$/g,
    "",
  );
  // 可以补办吗, 涨了没 ask, and say no yes and no no.
  const asks = /[吗么？?]\s*$|.[了过到上]没有?[啊呀呢。]*$/.test(plain);
  const named = new Set(concepts.map(({ concept }) => concept));
  for (const command of COMMANDS) {
    const hits = concepts.filter(
      ({ concept }) =>
        concept === command ||
        (command === "explain" && concept === "explain_soft"),
    );
    const length = hits.reduce((sum, { span }) => sum + span[1] - span[0], 0);
    const rest = bare.length - length;
    if (rest > 0 && ["yes", "no"].includes(command) && asks) continue;
    // 忘了备案还能补吗, 要是忘了备案呢: a question of its own.
    const own = asks || SUPPOSES.test(plain);
    if (rest > 2 && command === "unknown_reply" && own) continue;
    // 依据是啥子 asks for the ground, and for no word.
    if (command === "explain" && named.has("source_cue")) continue;
    if (
      length > 0 &&
      (rest <= (command === "unknown_reply" ? LONGEST_UNKNOWN : 2) ||
        (command === "unknown_reply" && UNKNOWN_WHICH.test(bare)))
    )
      return command;
  }
  return null;
}

const SUPPOSES = /^(那么?)?(要是|如果|假如|万一)/;

/** Whether the message takes up what was said before: 那二档呢, 如果是大学生. */
export function isFollowup(plain: string): boolean {
  return (
    /^(那|那么|要是|如果|假如|换成|换作|改成|假设)/.test(plain) ||
    /呢[?？。！!\s]*$/.test(plain) ||
    // 二级医院也一样吗: 二级医院呢, and whether it is the same.
    /也(都|是|就)*(一样|一个样|相同)(的|多)?[吗么嘛不没][?？。！!\s]*$/.test(
      plain,
    ) ||
    ALSO_SO.test(plain)
  );
}

/** 特困也是这么报吗, 低保户也按这个算吗: of somebody else, and no more of the same person. */
export const ALSO_SO =
  /也(是|都|能|会|可以|就)*(这么|这样|那么|那样|照这个|照这样|按这个|按照这个)/;

const WHOM =
  "(那|那么|这|它们?|他们|她们|他俩|他们俩|两个?人?|俩人?|两者|两档|两年|两地|前后|中间|之间|一年|到底|一共|总共|具体|比以前|比之前|比刚才|比刚刚|比前面|比原来|比开始|跟刚才|和刚才|相比|加起来|这样|这么|这下|现在|等于|就)*";
const APART = new RegExp(
  `^${WHOM}(要|得)?(相差|差|涨|提高|提|增加|上调|多|高|贵|少|降|低|便宜|省|节省|差别|差距|区别|不同)(交|缴|报|出|下|花|救|补|拿|领)?(了|出)?(是|有)?(多少|好多|几多|多大|几块|几个点|几个百分点|什么|啥|哪些)(钱|块|元|个点|来)?$|^(那|这)?(涨幅|差额|差价)(是|有)?(多少|好多|多大)?$`,
);
const ALIKE =
  /^(那|那么|他们|她们|两个?人?|俩人?|两者|两档|两年|两地|这|报的?|交的?)*(都|是不是|是)?(一样|相同|一个样|有区别|有差别|有不同|有什么区别|有啥区别|(哪个|哪边|哪种|哪头|谁)(要|更)?(交|缴|出|掏|报)?(得|的)?(更|最)?([高低多少贵]|便宜))(多|的|些|一些|一点|点)?$/;
/** 多了还是少了, 涨了没: which way it went. */
const WHICH_WAY =
  /^(那|那么|这|到底|究竟|今年|现在|又|是|有)*((涨|多|高|贵|增加|提高|降|少|低|便宜|减少|变)(了|些|点)*(还是|或者?)(是)?(降|少|低|便宜|减少|没变|涨|多|高|贵|增加|一样|没涨)(了|些|点)*|(涨|变|升|降|提高|增加)(了|过)?(没有?|吗|么|不))$/;

/** 差多少, 涨了多少, 都一样吗: nothing but a comparison of what was answered. */
export function onlyCompares(plain: string): boolean {
  const said = plain.replace(/[\s。！？!?，,、~～….·]+/g, "");
  const bare = said.replace(
    /[吧啊呀哦哈嘛呗的啦呢吗么不嗦撒噻喃哇哟咯嘞]+$/,
    "",
  );
  return (
    APART.test(bare) ||
    ALIKE.test(bare) ||
    WHICH_WAY.test(said.replace(/[吧啊呀哦哈嘛呗啦呢嗦撒噻喃哇哟咯嘞]+$/, ""))
  );
}

/** 我爸也是, 我妈也一样. */
export function saysLikewise(plain: string): boolean {
  return /(也(是|一样|是一样|有|得了?|(改|换|变)(了|掉|过来|一下))|同样|一样)(的|呢|吧|这样|这个病)?([，,。；;？?！!\s]|$)/.test(
    plain,
  );
}

/** 以前呢, 原来是多少: what held before. */
export function asksBefore(plain: string): boolean {
  return /^(那|那么)?(在)?(以前|原来|之前|过去|从前|原先|早先|(调整|提高|改|变)(之?前)|老标准|旧标准|原标准)(的|呢|是|标准|比例|又|要|交|报|多少|好多|几|个点|个百分点|成|怎么|规定|钱|吗|\s|[？?。！!，,])*$/.test(
    plain,
  );
}

/** 改成65%之前那个是多少, 没涨到16901以前: what held before a change. */
export function asksBeforeChange(plain: string): boolean {
  return /(改成|改为|改到|调整?到|调整?为|调整?成|提高到|提到|涨到|涨成|降到|降成|变成|上调到)[^，,。；;？?]{0,12}(之前|以前)|(涨价?|上调|提高|调整|调高|调|改|变)(之前|以前|前)(?!年|几|两)/.test(
    plain,
  );
}
