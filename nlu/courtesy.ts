/** The question of a message without what is said around it: greetings, thanks, haste, idle talk, the same words twice. */
import type { Asides } from "./asides.js";
import type { Courtesy } from "../knowledge/courtesy.js";

/** Pictures in the text and what WeChat writes for them: 🙏, [微笑]. */
const PICTURES =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|\[\p{Script=Han}{1,4}\]/gu;
/** Signs at either end that say nothing; a bracket or a title keeps its own. */
const EDGES = /^[\s，,。.、；;！!？?~～…·]+|[\s，,。、；;！!~～…·]+$/g;
/** 多少？？？ asks no more than 多少？ */
const REPEATED = /([，,。；;！!？?~～…])\1+/g;
/** The whole message in quotation marks. */
const QUOTED = /^[“"「『']([^“”"「」『』']+)[”"」』']$/;
/** Where a clause ends. */
const CLAUSES = /(?<=[，,。；;！!？?\s])(?![，,。；;！!？?\s])/;
/** A question that a word asks needs no mark; 二级？ says 二级, and 自付？ asks for the word. */
const NEEDLESS_MARK =
  /(?<=[呢吗么嘛咋啥哪几]|多少|怎|什么)(?<said>[^?？]*)[?？]+$|(?<=^(?=[^?？]{0,3}[\d一二两三四五六])[^?？]{1,4}|^(再加|再添|((今天|当天|同一天|上午|下午|晚上)*又)|其中|不对|[一两二三四五六\d]个?(选|改|换|要))[^?？]{0,12})[?？]+$/u;
/** 一共交多少呢 asks in full; only 二档呢 leans on what was asked before. */
const NEEDLESS_NE =
  /(?<=(多少|好多|几多|怎么|怎样|咋|啥|什么|何时|哪[天年个里儿]|几[号块天年月个])(?:(?!没|不|未|要是|如果|假如|那|户|档|低保|特困|重残)[^，,。；;！!？?\s]){0,8})呢(?=[，,。；;！!？?\s]|$)/g;
/** ２０１９年, Ａ档: as typed with another keyboard. */
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]/g;
/** 2,744元: its comma ends no clause. */
const THOUSANDS = /(?<![\d,])\d{1,3}(,\d{3})+(?=元|块)/g;
const SIGNS = "[\\s，,。.、；;：:！!？?~～…·]";
/** A clause that ends in a question mark asks and is no idle talk. */
const STOPS = SIGNS.replace("？?", "");
const PARTICLES = "[吧啊呀哦哈嘛呗了的啦呢哟咯]*";
/** A question this short is not cut into halves that are alike. */
const LEAST_TWICE = 4;
const MOST_SIGNS = 3;
/** Longer clauses are no idle talk. */
const LONGEST_IDLE = 24;
const MOST_THANKS = 8;
const LONGEST_TALK = 30;
/** 用微信行不, 能在微信上弄. */
const ASKS = /[?？]\s*$|[不没][，,\s]*$|能|可(?!要)/;
/** When something else was; the year that is asked about is told with what is asked. */
const YEARS = /(?:\d{2,4}|[去前今明后这那每几两三])年/g;
/** 报那个多少, 要交那个啥: hesitating before what is asked. */
const HESITATION =
  /(嗯+那个|那个嗯|那个那个|就是说)(?=\p{Script=Han})|那个(?=多少|好多|几多|怎么|咋|要不要|能不能|是不是|啥时候|什么时候)/gu;

/** Long words first, so that 谢谢您 is not read as 谢谢 and a rest. */
function anyOf(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|");
}

/** Reads messages without what is said around the question. */
export class WithoutCourtesy {
  private readonly before: RegExp;
  private readonly after: RegExp;
  private readonly idle: RegExp;
  private readonly particles: RegExp;
  private readonly talk: RegExp;
  private readonly matter: RegExp;
  private readonly figurative: RegExp;
  private readonly someone: RegExp;
  private readonly otherMoney: RegExp;
  private readonly ofWages: RegExp;
  private readonly alone: ReadonlySet<string>;
  private readonly plainly: Courtesy["plainly"];

  /** `asides` leaves out what is told of others and of other matters; `places` are the names of the places that are known: a clause that names one is never dropped. */
  constructor(
    courtesy: Courtesy,
    places: readonly string[],
    private readonly asides: Asides,
  ) {
    const { before, before_comma, after, after_comma } = courtesy;
    const { idle, filler, alone } = courtesy;
    this.before = new RegExp(
      `^(?:(?:${anyOf(before)})${PARTICLES}${SIGNS}*|(?:${anyOf(before_comma)})${PARTICLES}${SIGNS}+)+`,
    );
    this.after = new RegExp(
      `(?:${anyOf(after)}|(?<=${SIGNS})(?:${anyOf(after_comma)}))${PARTICLES}$`,
    );
    this.idle = new RegExp(
      `^(?:${anyOf(filler)})*(?:${anyOf(idle)})(?:${anyOf([...idle, ...filler])})*${STOPS}*$`,
    );
    this.particles = new RegExp(
      `(?<=.)(?:${anyOf(courtesy.particles)})+(?=[?？]?$)`,
      "u",
    );
    this.talk = new RegExp(anyOf(courtesy.talk));
    this.matter = new RegExp(anyOf([...courtesy.matter, ...places]));
    this.figurative = new RegExp(anyOf(courtesy.figurative), "g");
    this.someone = new RegExp(anyOf(courtesy.someone));
    this.otherMoney = new RegExp(anyOf(courtesy.other_money));
    this.ofWages = new RegExp(anyOf(courtesy.of_wages));
    this.alone = new Set(alone);
    this.plainly = courtesy.plainly;
  }

  /** The text of the question; the text as it is where nothing but courtesy would be left. */
  read(text: string): string {
    const said = this.inPlainNames(text);
    const plain = this.bare(once(withoutSigns(said)));
    return this.saysSomething(plain) ? plain : said;
  }

  private inPlainNames(typed: string): string {
    const text = typed
      .replace(FULL_WIDTH, (sign) => sign.normalize("NFKC"))
      .replace(THOUSANDS, (amount) => amount.replaceAll(",", ""));
    return this.plainly.reduce(
      (read, { said, means, unless }) =>
        read.includes(said) && !unless.some((word) => read.includes(word))
          ? read.replaceAll(said, means)
          : read,
      text,
    );
  }

  private bare(text: string): string {
    const clauses = text
      .replace(HESITATION, "")
      .replace(NEEDLESS_NE, "")
      .split(CLAUSES)
      .filter((one, at, all) => !this.isIdle(one) && !this.isTalk(at, all));
    const kept = this.asides.without(clauses).join("").replace(EDGES, "");
    return this.withoutThanks(kept.replace(this.before, ""))
      .replace(this.particles, "")
      .replace(NEEDLESS_MARK, "$<said>");
  }

  private isIdle(clause: string): boolean {
    return clause.length <= LONGEST_IDLE && this.idle.test(clause);
  }

  /** 昨天下雨，我邻居也问过这个事，: of something else; not where 她 may mean the one named there. */
  private isTalk(at: number, clauses: readonly string[]): boolean {
    const clause = clauses[at] ?? "";
    if (clauses.length === 1 || clause.length > LONGEST_TALK) return false;
    if (ASKS.test(clause)) return false;
    return (
      !this.matter.test(
        clause.replace(YEARS, "").replace(this.figurative, ""),
      ) &&
      ((this.talk.test(clause) && !/\d/.test(clause)) ||
        this.isOfElse(at, clauses)) &&
      !this.isMeantLater(at, clauses)
    );
  }

  /** 我邻居…，她交多少: somebody of the clause is spoken of later. */
  private isMeantLater(at: number, clauses: readonly string[]): boolean {
    return (
      this.someone.test(clauses[at] ?? "") &&
      clauses
        .slice(at + 1)
        .some((one) => /[他她]/.test(one) && !this.talk.test(one))
    );
  }

  /** 装修花了8万, 我2019年就在这边了: figures that no rule is asked for; a wage is one where the rest may need it. */
  private isOfElse(at: number, clauses: readonly string[]): boolean {
    return (
      this.otherMoney.test(clauses[at] ?? "") &&
      !this.ofWages.test(clauses.join(""))
    );
  }

  /** One word after the other, so that no text takes long to read. */
  private withoutThanks(text: string): string {
    let rest = text;
    for (let left = MOST_THANKS; left > 0; left--) {
      const shorter = rest.replace(this.after, "").replace(EDGES, "");
      if (shorter === rest) break;
      rest = shorter;
    }
    return rest;
  }

  private saysSomething(rest: string): boolean {
    const said = rest.replace(/[^\p{L}\p{N}]/gu, "");
    return said !== "" && !this.alone.has(said.toLowerCase());
  }
}

function withoutSigns(text: string): string {
  return text
    .replace(PICTURES, "")
    .replace(REPEATED, "$1")
    .replace(EDGES, "")
    .replace(QUOTED, "$1");
}

/** The same question sent twice in one message is one question. */
function once(text: string): string {
  const sentences = text.split(/[。！!？?\n]+/).map((one) => one.trim());
  const said = sentences.filter((one) => one !== "");
  const first = said[0] ?? "";
  return said.length > 1 && said.every((one) => one === first)
    ? first
    : halved(text);
}

/** 太原低保交多少太原低保交多少, with or without a sign between. */
function halved(text: string): string {
  for (let between = 0; between <= MOST_SIGNS; between++) {
    const half = (text.length - between) / 2;
    if (half < LEAST_TWICE || !Number.isInteger(half)) continue;
    const first = text.slice(0, half);
    const signs = text.slice(half, half + between);
    if (first !== text.slice(half + between) || !/\p{Script=Han}/u.test(first))
      continue;
    if (!/[\p{L}\p{N}]/u.test(signs)) return first;
  }
  return text;
}
