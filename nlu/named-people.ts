/** The persons that a message names, wherever and however: 我妈, 两个娃, 老两口, 她. */
import { isCountedBehind, withCountsBehind } from "./counts-behind.js";
import { countBefore, smallCount } from "./household.js";
import type { Span } from "./meaning.js";
import { HOME, SELF, type Who } from "./payers.js";

/** A concept and where it stands. */
export interface ConceptHit {
  concept: string;
  span: Span;
}

const PREFIX = "person.";
/** What a child is by the very word. */
export const MINOR = "未成年人";
const AGED_PERSON = "60岁以上老年人";
/** Names of two persons. */
export const PAIRS: readonly string[] = ["父母", "夫妻"];
/** Persons that words.yaml does not name: only where they are counted or told a tier, or as a couple. */
const COUPLE =
  /老[两俩]口|小[两俩]口|[两俩]口子|夫妻俩|夫妻两个|夫妻二人|公婆|岳父岳母/g;
/** 我一档她二档: 她 is the one named last. */
const PRONOUN =
  /[他她](?=(是|选|要|交|买|想|也是?)?([一二12]档|低保|低收|特困|五保|孤儿|残疾|重[残度]|[一二三四]级|普通|边缘|易返|易致|返贫|脱贫|稳定脱|监测|优抚|失独))/g;
const OLD = /老人家?/g;
const COUNTED_ONLY = /大人|(?<!未)成年人|年轻[人的]?|学生娃|小的|老的|大的/g;
/** 老的比小的少多少: the two are set side by side. */
const OLD_AND_YOUNG =
  /老的[^，,。；;]{0,4}(比|和|跟|与|、)小的|小的[^，,。；;]{0,4}(比|和|跟|与|、)老的/;
/** Children told in one word to be two. */
const TWINS = /双胞胎|龙凤胎/g;
/** 老大重残，老二普通: children by their rank, where they were not counted before. */
const BY_RANK = /(?<!年)老([大二三])(?![爷妈娘婆难不远]|一笔|个)/g;
const OF_RANK: Readonly<Record<string, string>> = {
  大: "大孩子",
  二: "二孩子",
  三: "三孩子",
};
/** 大娃重残小娃普通: the other one. */
const YOUNGER = /^小的?(娃|孩)/;
const CHILDREN_COUNTED =
  /[\d两二三四五俩仨]个?(孩子|小孩|娃|崽|儿子|女儿|闺女|小子|丫头|都)|兄弟|姐妹|姊妹/;
/** 男的一档女的二档. */
const BY_SEX = /[男女](的|方)/g;
/** 不要算我, 不包括我妈. */
const LEFT_OUT = /(不要?|不用|别|没|未|不包)(算|含|包括|括)(上|进)?$/;
/** 不算我爸呢, and nothing before it: who of those told before is left out. */
const ONLY_LEFT_OUT =
  /^(那|那么|要是|如果|假如)?(不要?|不用|别|不包)(算|含|包括|括)(?!.*[，,。；;])/;
const PAIR_COUNTED = /(公婆|爸妈|爹娘|爹妈|父母|夫妻|两口子?)[两俩二]个?人?$/;
/** 我男人前年走了, 我爸不在了: who is dead pays nothing. */
const GONE =
  /^(前年|去年|早年|今年|上个?月|前几年|\d{0,2}[几两三五十]?年前|早就?|已经|刚|就|都|也)*(走了(?!之)|跑了|改嫁了?|去世|过世|不在了|没了|病故|病逝|死了|走得早)/;
/** 我姐出嫁了不算; 我哥分家了，不算他: who is told to be left out behind the name. */
const NOT_COUNTED =
  /^[^，,。；;！!？?\s我俺咱]{0,8}((不|不用|别|不要)算(他|她)?|不包括(在内|在里面)?|不在内|除外)(了|上|进去|在内)?(?=[，,。；;！!？?\s]|$)|^[^，,。；;！!？?\s我俺咱]{0,8}[，,\s](不要?|不用|别|不包)(算|含|包括|括)(上|进)?[他她](?!们)/;
/** 我姐嫁出去了，家里就剩我爸妈跟我: who has left the home is none of those who are left of it. */
const LEFT_HOME =
  /^(早就?|已经|去年|前年|今年|刚|都)*(出嫁|嫁出去|嫁人|嫁走|嫁了|嫁到|分家|分出去|另过|单过|迁走|迁出去|户口[迁转]|改嫁)[^。；;]{0,12}(剩|[我俺咱](和|跟)|家里?(还有?|就|只|现在)|现在(家里)?(就|只))/;
/** 除了我姐，我爸妈和我三个人; not 除了我都是低保, nor 除了我妈还有我爸. */
const BESIDES = /(除了|除开|除去|抛开|刨开|刨去|撇开)$/;
const THOSE_BESIDE =
  /^(自己|本人)?(以外|之外|外)?[，,\s]*(?![^，,。；;！!？?]{0,6}(都|全|均))(?!还|也|另外)[我俺咱家其剩余]/;
/** 我大伯还用替我交钱不: who pays for the one who asks is none of those insured. */
const PAYS =
  /^(还|也|都|用|要|得|就|能|不|该|每年|今年|明年)*[替帮给][我俺]们?(去)?[交缴出付]/;
/** 大人二档: whose tier is told is a person, too. */
const TIER_NEXT = /^(们|都|全|选|交|买|是|要)*第?[一二12]档/;
/** 大人和两个娃; 那大人呢; 和大人比. */
const WITH_OTHERS =
  /^(和|跟|与|加|带|、)(上|着)?(我|我家|家里)?[\d一两二三四五六]个|^呢[？?]?$|^们?(的)?(比|相比|差)/;
/** 两大两小: how many grown-ups and how many children. */
const BIG_AND_SMALL =
  /([\d一两二三四五六])个?大([\d一两二三四五六])个?小(?!学|区|时)/;
const HOMES =
  /(我们?|咱们?)(家|屋头|屋里)(?!属(?!于)|长|门|里人口)|[我咱]们(?=[都全也]?[是算吃拿领享](?!说|问|想|要))|全家|一家人?(?=[^，,。\s]{0,4}(普通|低保|都|口|人))|家里人?|屋头|其他人?|其余的?人?|剩下的?(人|几个)?|别的人/g;

/** 我想问低保户…, 我说的是二档: who asks is not who is asked about. */
const ASKING =
  /^我(就|再|还|也|先)?(是?想|要|来)?(请?问|咨询|了解|知道|打听|查一?下|请教|搞清楚|(说|问|指|讲)的?(就|都)?是|(说|写|记|打|搞|弄|讲|看|算)错)/;

/** 听邻居说政策变了: who told it is not asked about. */
const HEARD = /听[^，,。；;！!？?\s]{0,3}$/;
const TELLS = /^们?(说|讲|提)/;
/** 我老伴让我问问, 邻居家也问过这个事: who asks or sends somebody to ask is not asked about. */
const SENDS =
  /^(家|们|那边|他们)?(昨天|今天|前天|刚才|刚刚|刚|也|还|都|就|老|又|一直|非|总)*(说)?((让|叫|喊|托|要|催|请)我(们)?(来|去|再|帮忙|帮着|打电话|过来|上网)*(问|打听|咨询|查|看)(问|一?下|一问)?(?!.{0,8}[他她])|(问|打听|咨询)(过|了)?(这个?(事|问题)|过|了一?遍)|(想知道|想问|在问|不清楚|不知道|不晓得|不懂)(呢|这个?事?)?(?=[，,。；;！!？?\s]|$))/;
/** 我老公单位交了: of who is insured elsewhere nothing is asked, where others are. */
const INSURED_ELSEWHERE =
  /^们?[，,\s]?(他们?|她们?)?(现在|都|全|已经|早就?|也|是)*(有职工医保|单位(上)?(给)?(交|缴|买|上)(了|的)?(职工)?(医保|社保)?)(了|的)?(?=[，,。；;\s])/;
const COUNTED_NAMES: Readonly<Record<string, string>> = {
  大人: "大人",
  成年人: "大人",
  大的: "大人",
  年轻: "大人",
  年轻人: "大人",
  年轻的: "大人",
  老的: "老人",
};

/** The persons that a message names, in order, each with the count before the name. */
export function persons(plain: string, concepts: readonly ConceptHit[]): Who[] {
  const found: Who[] = [];
  const taken = new Set<number>();
  const add = (label: string, [from, to]: Span, least = false): void => {
    if (label === SELF && ASKING.test(plain.slice(from))) return;
    if (HEARD.test(plain.slice(0, from)) && TELLS.test(plain.slice(to))) return;
    if (label !== SELF && SENDS.test(plain.slice(to))) return;
    for (let at = from; at < to; at++) if (taken.has(at)) return;
    // 公婆两个公公特困: the two are the pair.
    const counted = PAIR_COUNTED.test(plain.slice(0, from))
      ? null
      : countBefore(plain, from);
    const told =
      counted !== null ||
      isCountedBehind(plain, to) ||
      TIER_NEXT.test(plain.slice(to)) ||
      WITH_OTHERS.test(plain.slice(to));
    if (least && !told) return;
    const pair = PAIRS.includes(label) ? 2 : undefined;
    const home = label === SELF || label === HOME ? null : homeOf(plain, to);
    const start = counted && label !== SELF ? counted.from : from;
    for (let at = start; at < to; at++) taken.add(at);
    found.push({
      label,
      span: [start, home?.to ?? to],
      word: [from, to],
      byName: [],
      count:
        home?.count ?? pair ?? (label === SELF ? undefined : counted?.count),
    });
  };
  const spoken = concepts
    .filter(({ concept }) => concept.startsWith(PREFIX))
    .map(({ concept, span }) => ({
      label: concept.slice(PREFIX.length),
      span,
    }));
  const elder = spoken.some(({ label }) => label === OF_RANK.大);
  for (const { label, span } of spoken)
    if (label !== SELF)
      add(elder && YOUNGER.test(plain.slice(...span)) ? "小孩子" : label, span);
  for (const match of plain.matchAll(COUPLE))
    add(
      /公婆|岳父/.test(match[0]) || /^老[两俩]口/.test(match[0])
        ? "父母"
        : "夫妻",
      [match.index, match.index + match[0].length],
    );
  for (const match of plain.matchAll(HOMES))
    add(HOME, [match.index, match.index + match[0].length]);
  for (const match of plain.matchAll(TWINS)) {
    add("孩子", [match.index, match.index + match[0].length]);
    const twins = found.at(-1);
    if (twins?.word[0] === match.index) twins.count ??= 2;
  }
  for (const { index, 0: word, 1: rank = "" } of plain.matchAll(BY_RANK))
    if (!CHILDREN_COUNTED.test(plain.slice(0, index)))
      add(OF_RANK[rank] ?? "孩子", [index, index + word.length]);
  for (const { index } of plain.matchAll(/娃/g)) {
    add("孩子", [index, index + 1]);
    const child = found.at(-1);
    if (child?.word[0] === index) child.byName.push(MINOR);
  }
  for (const { label, span } of spoken) if (label === SELF) add(label, span);
  for (const { index } of plain.matchAll(/我(?!国)/g))
    add(SELF, [index, index + 1]);
  for (const match of plain.matchAll(OLD))
    add("老人", [match.index, match.index + match[0].length]);
  for (const { index } of plain.matchAll(PRONOUN)) {
    const meant = found.filter(
      ({ label, span }) => span[1] <= index && label !== SELF && label !== HOME,
    );
    const last = meant.sort((a, b) => a.span[0] - b.span[0]).at(-1);
    if (last) add(last.label, [index, index + 1]);
  }
  const oldAndYoung = OLD_AND_YOUNG.test(plain);
  for (const match of plain.matchAll(COUNTED_ONLY)) {
    const both = oldAndYoung && /[老小]的/.test(match[0]);
    add(
      COUNTED_NAMES[match[0]] ?? "孩子",
      [match.index, match.index + match[0].length],
      !both,
    );
    const last = found.at(-1);
    if (both && last?.word[0] === match.index)
      last.byName.push(match[0] === "小的" ? MINOR : AGED_PERSON);
  }
  for (const match of plain.matchAll(BY_SEX))
    add(match[0], [match.index, match.index + match[0].length], true);
  countBigAndSmall(plain, found);
  const all = withCountsBehind(
    plain,
    withoutDescribed(
      plain,
      inLaws(
        plain,
        found.sort((a, b) => a.span[0] - b.span[0]),
      ),
    ),
  );
  const counted = all.filter(
    ({ span }) => !LEFT_OUT.test(plain.slice(0, span[0])),
  );
  const only = ONLY_LEFT_OUT.test(plain);
  const named = possessed(plain, only ? all : counted);
  const outside = labelsOutside(plain, named);
  // Only now: the 我 of 我公公去年没了 belongs to him who is dead, too.
  const living = named.filter(({ label, span }) => {
    const after = plain.slice(span[1]);
    return !(
      GONE.test(after) ||
      PAYS.test(after) ||
      (label !== SELF && INSURED_ELSEWHERE.test(after))
    );
  });
  const left = living.length > 0 ? living : named;
  return left.every(({ label }) => outside.has(label))
    ? left
    : left.map((one) =>
        outside.has(one.label) ? { ...one, out: true as const } : one,
      );
}

/** Who is told to be none of those asked about: 我哥不算, 我姐嫁出去了家里就剩我们, 除了我姐，我们三个. */
function labelsOutside(
  plain: string,
  all: readonly Who[],
): ReadonlySet<string> {
  const isOutside = ({ span: [from, to] }: Who): boolean => {
    const before = plain.slice(0, from).replace(/[我俺咱](们?家?的?)?$/, "");
    const after = plain.slice(to);
    return (
      NOT_COUNTED.test(after) ||
      LEFT_HOME.test(after) ||
      (BESIDES.test(before) && THOSE_BESIDE.test(after))
    );
  };
  return new Set(all.filter(isOutside).map(({ label }) => label));
}

/** 俺男人没了，他爹是低保: the parents of husband or wife are the asker's in-laws; others may be named between where the in-law is named, too. */
const inLaws = (plain: string, all: readonly Who[]): readonly Who[] =>
  all.map((who, at) => {
    if (!/^[他她]/.test(plain.slice(who.word[0]))) return who;
    const inLaw = ({ label }: Who): string | undefined =>
      IN_LAWS[`${label}的${who.label}`];
    // 男人救人走了，他爹…，俺公公: a man of whom no word tells whose he is.
    const man = HUSBAND.test(plain.slice(0, who.word[0]))
      ? [{ label: IN_LAWS[`丈夫的${who.label}`], next: false }]
      : [];
    const label = [
      ...man,
      ...all
        .slice(0, at)
        .map((one, place) => ({ label: inLaw(one), next: place === at - 1 })),
    ].findLast(
      (one) =>
        one.label !== undefined &&
        (one.next || all.some((other) => other.label === one.label)),
    )?.label;
    return label ? { ...who, label } : who;
  });
const HUSBAND = /(?<![大的个])男人(?!的|婆)/;
const IN_LAWS: Readonly<Record<string, string>> = {
  丈夫的爸爸: "公公",
  丈夫的妈妈: "婆婆",
  妻子的爸爸: "岳父",
  妻子的妈妈: "岳母",
};

/** 我妈是低保老人, 我弟属于低收入家庭的孩子: the noun tells what somebody is, and is nobody else. */
function withoutDescribed(plain: string, all: readonly Who[]): Who[] {
  return all.filter(({ label, count, span }, at) => {
    const before = all[at - 1];
    const described = DESCRIBING[label];
    if (!before || !described || count !== undefined) return true;
    const named = all
      .slice(0, at)
      .findLast((one) => one.label !== SELF && one.label !== HOME);
    if (label === "老人" && named && isSameElder(plain, named, span))
      return false;
    return (
      !described.test(plain.slice(before.span[1], span[0])) ||
      ANOTHER.test(plain.slice(span[1]))
    );
  });
}
/** 我奶奶82，低收入家庭的老人: the old one is she who was named; 家里老人, 还有个老人 would be somebody else. */
function isSameElder(plain: string, before: Who, [from, to]: Span): boolean {
  const between = plain.slice(before.span[1], from);
  const several = before.count !== undefined || isCountedBehind(plain, to);
  if (several || OTHER_ELDER.test(between)) return false;
  if (GRANDPARENTS.includes(before.label)) return true;
  const parent = PARENTS.includes(before.label);
  return (
    parent && (between.endsWith("的") || plain.slice(from, to).endsWith("家"))
  );
}
const GRANDPARENTS = ["爷爷", "奶奶", "外公", "外婆", "公公", "婆婆"];
const PARENTS = ["爸爸", "妈妈", "岳父", "岳母"];
/** Who may be meant by 老人, where they are named. */
export const ELDERS: readonly string[] = [...GRANDPARENTS, ...PARENTS];
const OTHER_ELDER =
  /(和|跟|与|、|还有|另外|另|别的|其他|家里?的?|有个?|比|[一两二三四五几]个|每个|俩|普通|一般)$|比|呢/;
const IS =
  "^(现在|都|也|就|还|应该|一直|本来)*(是|算是?|属于?)(个|一个|那种|了)?";
const DESCRIBING: Readonly<Record<string, RegExp>> = {
  老人: new RegExp(`${IS}[^，,。；;！!？?\\s档]{1,8}$`),
  孩子: new RegExp(`${IS}[^，,。；;！!？?\\s档]{1,8}的$`),
};
/** 我是低保老人是残疾: somebody else after all. */
const ANOTHER = /^家?(是|属于|也|都|呢|有)/;

/** 媳妇娘家三口低保: so many of the home of the one named, who is one of them. */
function homeOf(
  plain: string,
  at: number,
): { count: number; to: number } | null {
  const told = THEIR_HOME.exec(plain.slice(at));
  const count = told && smallCount(told[1] ?? "");
  return told && count !== null ? { count, to: at + told[0].length } : null;
}
const THEIR_HOME =
  /^(?:娘|婆)?家(?:里|一家|一共|总共|有|是|那边)*([两二三四五六七八九\d])口(?:之家|人)?/;

function countBigAndSmall(plain: string, people: readonly Who[]): void {
  const told = BIG_AND_SMALL.exec(plain);
  if (!told) return;
  for (const [label, count] of [
    ["大人", smallCount(told[1] ?? "")],
    ["孩子", smallCount(told[2] ?? "")],
  ] as const) {
    const who = people.find((one) => one.label === label);
    if (who && count !== null) who.count ??= count;
  }
}

/** 我老婆, 我家孩子, 我们老两口: 我 is no person of its own. */
function possessed(plain: string, all: Who[]): Who[] {
  return all.filter((who, at) => {
    const next = all[at + 1];
    if (who.label !== SELF && who.label !== HOME) return true;
    if (who.label === SELF && plain.slice(who.span[1]).startsWith("们"))
      return false;
    if (!next) return true;
    const gap = plain.slice(who.span[1], next.span[0]);
    return !/^(们|的|家|家里|屋头|那个?)?$/.test(gap);
  });
}
