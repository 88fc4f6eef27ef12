/** Meanings that a pattern of words tells, where no fixed word does. */
import { levelsNamed } from "./levels.js";
import type { ConceptHit } from "./mentions.js";

/** 还能交医保吗, 还能不能参保, 现在能交明年的了吗, 来得及不: whether a window is open; not 现在能交几档. */
const STILL =
  /还(能不能|可不可以|能|可以|可|得)(再)?(交|缴|买|补|参|办|上)|(现在|今天|目前|眼下|如今|这会儿)(就|都|也)?(能不能|可不可以|能|可以)(交|缴|参保|买)(?!几|多少|好多|哪)|来得及|赶得上|交得(上|了)|还收(?=不|没|吗|着|明年|今年|20\d\d|医保|居民|[，,。？?]|$)/;

/** 还剩几天, 几天截止: how long a window still is open. */
const DAYS_LEFT =
  /(还|只|就|离|距)[^，,。；;]{0,12}(有|差|剩下?|余)(多少|几|好多)天(?![^，,。；;]{0,4}[报假])|(几|多少|好多)天(就|才)?(截止|到期|结束|关门)/;

/** 过期了还能交不, 没赶上: the window is spoken of as missed. */
const MISSED =
  /(错过|没赶上|没赶到)|(?<!备案|有效期)(过期|逾期|超期)(了|的话|还|就|能|会|怎|咋)/;

/** 高多少, 低好多: how far apart, but not 提高多少 and 最高多少. */
const APART = /(?<![提最增升])[高低](出)?(多少|好多)/;

/** 是不是比大医院高. */
const HIGHER =
  /比(?![例率]|重(?![残度病]))[^，,。；;]{1,10}(高|低|多|少|贵|便宜)/;

/** 差几多, 比多几块, 多几百, 多掏几块; 五个人省多少钱. */
const BY_HOW_MUCH =
  /差几多|[多少][交缴掏出花付]几[百十块元多]|[比谁]多几[百十块]|[，,\s]多几[百十块]|人[^，,。；;省]{0,6}省多少钱/;

/** 两档差多少: every tier of the place. */
const BOTH_TIERS = /[两俩]个?档/;

/** 签约能多报多少: the points that are added. */
const MORE_PAID = /多报(多少|好多|几)/;

/** 4口 vs 5口, 三口人比四口人: head counts side by side. */
const HEADS_COMPARED =
  /[\d一两二三四五六七八九](口|个人)[^，,。；;\d]{0,8}(比|vs|和|跟|与)[^，,。；;\d]{0,8}[\d一两二三四五六七八九](口|个人)/i;

/** 选一档省多少, 能省多少, 省了多少; not 中央多少省多少. */
const SAVED =
  /省[了下](多少|好多|几)|(档[^，,。；;省]{0,4}|[能会可以节共]|[一每]年|每人|各)省(下|得|了)?(多少|好多|几)/;

/** 住三甲医院, 住进县医院, 住的是社区卫生院; not 住在医院附近. */
const IN_HOSPITAL =
  /(?<![居常])住(的是|的|进|了|过|到|在)?([一二三123](级|甲|乙)|[^，,。；;？?\s]{0,4}(医院|卫生院))(?![^，,。]{0,2}(附近|旁|对面|边|隔壁))/;

/** 大病自己先垫好多才开始报: what is paid before anything is reimbursed. */
const PAID_FIRST =
  /((先|自己|自个儿?|个人)(要|得|需要|必须)?(垫|掏|付|出|花|承担)(够|满|到|付)?|过了?|超过了?|满了?)(多少|好多|几[千万百块])[^，,。；;]{0,6}才(开始|能|给|可以|会|有)*(报|进|赔|管)/;

/** 2021年补助涨了多少: the treasury's part rises, not the person's. */
const SUBSIDY_RAISED =
  /补[助贴](费|款|标准|今年|比[^，,。；;]{1,6}|20\d\d年)?(又|也|都|是不是|是否|有没有)*(涨|提高|增加|新增|上调|多了)/;

/** 国家一年给每人补多少: what the treasury pays. */
const SUBSIDY_ASKED =
  /(国家|政府|财政|中央|省里|市里|县里|上面|公家)[^，,。；;报门住院]{0,8}补(助|贴)?了?(给)?(我们|咱们|大家|个人|一个人|每人|每个人)?(多少|好多|几|\d{2,3}(?!\d|[元块]?能报))/;

/** 阳曲县2023年的补助, 医保补助呢: named by itself, it is what the treasury pays. */
const SUBSIDY_NAMED =
  /(年|年度|[县区市]|医保|居民|农合|合作医疗|20\d\d)的?补[助贴](标准)?(?=$|[，,。；;！!？?\s]|呢|有|是?多少|好多|怎么|咋|各级|分别)/;

/** 加上门诊自付1万, 门诊还自付了1万: one more amount. */
const ADDED = /(再|还|外)?加上|再加|另外|(还|又|再)(自付|自费|付|花|掏|有)/;

/** 他还是低保, 她还有残疾证: one more of the same person; not 低保还是特困. */
const FURTHER =
  /(^|[他她我您]|[妈爸爷奶公婆儿女娃]|[，,。；;])(今年|另外|其实|同时|而且|还)*(还(是|有|算|属于|带)|又是|也算)(个|着)?(?!没|多少|几|什么|啥|哪|不)/;

/** 加上我妈呢, 再加门诊1万, 加一个大学生: one more person or amount of the same question. */
const PLUS =
  /加上|再加|算上|连上|带上|连同|[加添](了)?[一两二三四五1-9][个位口](?!百分|点|月)/;

/** 哪个交得少, 谁要多交: which of two pays more. */
const WHO_PAYS_MORE =
  /(哪个|哪边|哪种|哪头|谁)(要|更)?((交|缴|出|掏)(得|的)(更|最)?([高低多少贵]|便宜)|[多少](交|缴|出|掏))/;

/** 一年个人负担最多多少, 最多自己掏多少; not 个人自付部分最多能报多少. */
const BORNE_AT_MOST =
  /(个人|自己|本人)[^，,。；;报救补]{0,6}(负担|承担|自付|掏|付)[^，,。；;报救补]{0,4}(最多|顶多|封顶|上限)(?![^，,。；;]{0,4}[报救补])|(最多|顶多)[^，,。；;报救补]{0,4}(个人|自己)[^，,。；;报救补]{0,3}(负担|承担|掏|付)|(个人|自己|本人)[^，,。；;报救补]{0,4}(最多|顶多)[^，,。；;报救补交缴]{0,3}(负担|承担|掏|付)/;

/** 低保给280那句话原文: what is given, told to find the words of it. */
const GIVES =
  /[给减免补发]\d{2,4}(元|块)?钱?的?[^，,。；;]{0,6}(原文|原话|出处|[咋怎]么?写|哪一?条|哪一?句|依据)/;

/** 文件里不是说70%左右吗, 文件上咋说的: what the document says. */
const DOCUMENT_SAYS =
  /(文件|通知|意见|方案|办法|政策|规定)(里|上|中)?(头|面)?[^，,。；;]{0,3}(不是|明明|(怎么|咋个?|如何|到底))(说|写|规定|讲|要求)/;

/** 个人还要付4万, 自己又出了2万. */
const OWN_PART =
  /(个人|自己|本人|我)(还|又|另|实际)?(要|得|需要|需)?再?(付|出|掏|拿|承担)(了|的)?/;

/** 大病保险后还剩20万，医疗救助后…: the amount stands before medical assistance. */
const BEFORE_ASSISTANCE =
  /(大病|保险|医保)[^，,。；;救]{0,8}(后|完|了)[^，,。；;救]{0,12}[\d一二两三四五六七八九十]+[^。；;？?救]*(医疗救助|救助(都|也|给)?(完|了|过|后|以后|之后))/;

/** 医保报销60000: what the fund paid, said by a number right behind. */
const FUND_PAID =
  /(医保|基金|统筹|保险)(给|已经|已)?(报销|报|支付|付|赔)(了)?(?=\d|[一二三四五六七八九十两][\d一二三四五六七八九十百千万])/;

/** 谁给出的钱, 政府给交多少: who pays the contribution for somebody; not 谁给报. */
const PAID_FOR =
  /(谁|政府|国家|公家|财政|民政)(来|给|替|帮)[^，,。；;报救补门住]{0,3}[出交缴掏垫](?!院)/;
/** 比上年多多少: how far it rose; not 比一档多多少. */
const RISEN_SINCE =
  /比(去|上|前|头)一?年(度)?(的)?(同期)?(要|会)?(多|高|涨|增加|提高|增|贵)(了|出|交|缴|补)?(了|些|点)?(多少|好多|几|[吗没不么]([，,。？?\s]|$))/;

/** 自己还要出6万合理费用，封顶多出来多少: what lies above the most that a person bears. */
const ABOVE_CEILING =
  /(自己|个人|负担|合理)[^。；;？?]{0,24}(封顶(线|额)?(多|超)出|(超过|超出|高出|多出)(来)?了?(的)?封顶)/;

/** 保险报完剩25万, 医保大病都报过了自己还有3万: what the insurances left. */
const LEFT_BY_INSURANCE =
  /(保险|医保|大病|该报的)(都|全|也|给|已经|已)*(报|赔)(销)?(完|过|了)(了|以后|之后|后)?[^，,。；;\d]{0,6}(还)?(剩|余|自己|自付|个人)/;

/** 涨幅一样吗, 涨得一样多吗, 哪档涨得多, 都涨了30吗: how far each rose, and not how far they lie apart. */
const RISES =
  /涨幅[^，,。；;]{0,4}(一样|相同|同样|哪|谁|差)|(哪|谁)[^，,。；;]{0,4}涨幅|(涨|提高|上涨|上调|增加|加)[了得的]*(钱|数|金额|幅度)?(都|是)*(一样|相同|一个样|同样)|(一样|相同|同样)(地|的)?(涨|提高|上涨|上调)|(哪|谁)[^，,。；;涨提]{0,4}(涨|提高|上涨|上调)[了得的]*(最|更)?(多|少|快|狠|凶|厉害|高)(?!少)|(涨|提高)[得的](更|还|要)?(多|少|快|狠|凶)(?!少)/;

/** Whether it is set against each other how far two payments rose over the years. */
export const setsRises = (plain: string): boolean => RISES.test(plain);

/** 12月1号以后收的是哪年的钱, 现在交的是哪一年的医保: which coverage year is collected. */
const WHICH_YEAR =
  /[交缴收买][^，,。；;？?到]{0,8}(哪一?年|哪个年度|几几年)(度)?的?(?!文件|通知|规定)/;

/** 重庆居民医保比太原贵吗, 这边医保和那边的差多少: what it costs, where no care is named. */
const DEARER =
  /比[^，,。；;药院报大]{1,10}(贵|便宜)|医保(费)?[^，,。；;报药院门住大起封]{0,8}(?<!提高|增加)(差|相差)(了)?(多少|好多|几多)/;

/** 自付5000，超过起付线多少: the part above. */
const ASKS_ABOVE =
  /(超过?|高出|多出|超出)了?(的)?(起付线|起付标准|门槛费?|线|标准)(了)?(多少|好多|几)|(起付线|起付标准|门槛费?)(超|多|高)(了|出|过)*(多少|好多|几)/;

/** 自付多少能拿满6万, 要花到多少才能封顶: from which amount on the most is paid. */
const ASKS_FOR_MOST =
  /(自付|自己|自费|个人|花|掏|出)[^，,。；;！!？?]{0,8}(多少|好多|几多)[^，,。；;！!？?]{0,6}(才|就|能|可以|会)+[^，,。；;！!？?]{0,6}(满|够|封顶|到顶|顶格|最高|上限)/;

/** 现在补医保能接上不, 这会儿去参居民的: joined on the day of the question. */
const JOINS_NOW =
  /(现在|这会儿|这时候|眼下|如今|今天|马上|目前)(才|再|去|来|想|要|能|给|就|社区|村里|街道)*(补|参保|参加|参居民|办|交|缴|买|入|续|转成?(?=居民))/;

/** 灵活就业医保: the insurance of the employed, which they may join; 灵活就业的 alone may be insured as residents. */
const OF_FLEXIBLE = /灵活就业?(人员)?的?(医保|医疗|保险|社保)/;

/** 今年已经报了250，还剩多少没用: what was paid, and what is left of it. */
const CLAIMED_SO_FAR =
  /报(销)?(了|过|掉了?)(?=[\d一二两三四五六七八九])[^。；;？?]{1,14}(还?剩|余)/;

/** 出生多少天内, 几个月以内: the length of time that a rule leaves. */
const WITHIN_HOW_LONG =
  /((多少|好多|几)(天|日|个月)|[多好]久|多长时间)(之|以)?内/;

/** 不交医保会咋样, 今年不交行不行: what follows from not paying; not 不交钱能报吗. */
const UNPAID =
  /(?<!要|能|可以|用|必|是)不(交|缴|买|参加|参保|续)(居民|城乡|新农合|农合|合作医疗|医疗|社会)?(医保|医疗保险|保险|农合|费)?了?(的话)?([^，,。；;多几]{0,4}(咋|怎么(样|报)|能报|后果|影响|如何|要不要紧)|会[^，,。；;]{0,2}怎么?样|[行可]以?[不没吗么])/;

/** 国家补的加上自己交的一共多少: what is raised for a head. */
const TREASURY_SHARE = "(国家|政府|财政|公家|上面)(给)?(补|出|贴)(助|贴)?的?";
const OWN_SHARE =
  "(自己|自家|个人|我们?)(要|得|该)?(交|出|掏|缴|付)(费|钱)?的?([一二高低]档)?的?";
const BOTH_TOGETHER =
  "[^，,。；;？?]{0,10}(一共|总共|合计|加起来|合起来|拢共|合在一起)";
const PLUS_SHARE = "(钱|部分|那份)?(再)?(加上?|和|跟|同|连|及|与)";
const RAISED_FOR_HEAD = new RegExp(
  `(${TREASURY_SHARE}${PLUS_SHARE}${OWN_SHARE}|${OWN_SHARE}${PLUS_SHARE}${TREASURY_SHARE})${BOTH_TOGETHER}`,
);

/** 和普通人比, 跟去年比起来呢: set against whom or what is named. */
const AGAINST_NAMED =
  /^(那么?|要是|如果)?(和|跟|与|同)[^，,。；;？?]{1,10}(比|比一比|比一下|比起来|相比|对比|比较)(一下|的话|起来|呢|咋样|怎么样|如何)*[？?。！!\s]*$/;

const PATTERNS: readonly (readonly [concept: string, pattern: RegExp])[] = [
  ["raised_for_head", RAISED_FOR_HEAD],
  ["still", STILL],
  ["which_year", WHICH_YEAR],
  ["days_left", DAYS_LEFT],
  ["missed", MISSED],
  ["unpaid_asked", UNPAID],
  ["compare", APART],
  ["pay", DEARER],
  ["joins_now", JOINS_NOW],
  ["asks_above", ASKS_ABOVE],
  ["asks_for_most", ASKS_FOR_MOST],
  ["within_how_long", WITHIN_HOW_LONG],
  ["reimburse", CLAIMED_SO_FAR],
  ["of_flexible", OF_FLEXIBLE],
  ["compare", HIGHER],
  ["compare", SAVED],
  ["compare", AGAINST_NAMED],
  ["compare", BY_HOW_MUCH],
  ["compare", WHO_PAYS_MORE],
  ["both_tiers", BOTH_TIERS],
  ["heads_compared", HEADS_COMPARED],
  ["more_paid", MORE_PAID],
  ["inpatient", IN_HOSPITAL],
  ["subsidy", SUBSIDY_RAISED],
  ["subsidy", SUBSIDY_ASKED],
  ["subsidy_named", SUBSIDY_NAMED],
  ["aid", PAID_FOR],
  ["added", ADDED],
  ["role_fund", FUND_PAID],
  ["before_assistance", BEFORE_ASSISTANCE],
  ["deductible", PAID_FIRST],
  ["increase", RISEN_SINCE],
  ["increase", RISES],
  ["compare", RISES],
  ["rises", RISES],
  ["ceiling", ABOVE_CEILING],
  ["left_by_insurance", LEFT_BY_INSURANCE],
  ["ceiling", BORNE_AT_MOST],
  ["source_cue", DOCUMENT_SAYS],
  ["aid", GIVES],
  ["addition", FURTHER],
  ["plus", PLUS],
  ["role_self", OWN_PART],
];

/** The concepts that patterns find, with their spans. */
export function patterned(plain: string): ConceptHit[] {
  const levels = levelsNamed(plain).flatMap(({ span }) =>
    ["subsidy", "split"].map((concept) => ({
      concept,
      span,
      denied: false,
      questioned: false,
    })),
  );
  const words = PATTERNS.flatMap(([concept, pattern]) => {
    const match = pattern.exec(plain);
    if (!match) return [];
    const span: [number, number] = [match.index, match.index + match[0].length];
    return [{ concept, span, denied: false, questioned: false }];
  });
  return [...levels, ...words];
}
