/**
 * What is told beside a question: of other people, of other matters, passed
 * on. It is left out where the question is whole without it; a fact that the
 * question lacks stays, whoever told it.
 */
import type { Courtesy } from "../knowledge/courtesy.js";
import type { Lexicon, Sense } from "./lexicon.js";
import { SETS_APART } from "./owner-words.js";
import { tellsOrdinary } from "./person-facts.js";

/** A clause that asks is no aside: 用微信行不, 能在微信上弄. */
const ASKS =
  /[?？]\s*$|[不没][，,\s]*$|能|可(?!要)|多少|好多(?![次年人天])|几多|几[块元成时号]|[吗嘛么呢][，,。\s]*$|怎么|咋|如何|多久|哪[里个些儿天边]|(\S)不\1/;
/** 好说歹说, 啥都不用交, 说不准: no question. */
const NO_QUESTION =
  /[啥什]么?都|谁也|怎么都|咋都|不可能|可能|能干|没能|不能|说不说/g;
/** Of whom 他 is said where nobody of the question is named before. */
const POINTS = /[他她](?!们?(地方|处))|人家|那边|那里|那儿|这边的人/;
/** 我家也是, 和她一样: what was told of another holds for the asker. */
const LIKENESS = /[也就都]是|一样|同样|[也都]算|[也都]有|跟着/;
const TWO_SIDES =
  /一档.*二档|二档.*一档|低保.*(特困|普通|残|脱贫)|(特困|普通|残|脱贫).*低保|去年|上年|(\d{2,4})年.*\d年/;
const OWN =
  /我(?!想|要问|问|来问|在[这那]|说)|咱|俺|家|自己|本人|孩子|娃|老人|爸|妈|爹|娘|爷|奶|老公|老婆|媳妇|儿子|女儿|闺女/;
const COMPUTES =
  /(报|救助|补偿|赔|给)[^，,。；;]{0,5}(多少|好多|几[百千万块])|进大病|进多少|自己(出|掏|付|还要)|个人(出|掏|付|负担)/;
const OF_TIME =
  /管到|过期|几时|什么时候|啥时候|哪天|几号|来得及|还能|能报|能用|算不算|等待|要等|断/;
const AMOUNT = /\d|[一二两三四五六七八九十]+[块元百千万]/;
const TIME =
  /(今|明|去|前|后|\d{2,4})年(?!的|度|那|医|缴|参|交)|昨天|今天|前天|上个?月|上周|前几天/;
const BIRTH =
  /生了|刚生|出生|怀孕|怀上|坐月子|[一二三]胎|满月|添了|生孩子|生娃/;
const OF_BIRTH = /新生|出生|孩|娃|宝宝|婴|落地|毛毛|儿子|女儿/;
/** 我明年交多少: asked of the asker. */
const OF_SELF =
  /我(自己|本人)?(的|那)?(居民)?(医保|保险)?(明年|今年|后年|20\d\d年?度?|一年)?(的)?(居民)?(医保|保险)?(要|得|该|应该)?[交缴]/;
/** Told as having come out, it is no question: 一分钱没掏, 交了380. */
const OUTCOME =
  /(交|缴|掏|付|收|花|报)了?(的?是)?\d|(不用|不要|没|没有|不)(交|缴|掏|花|出)|免费|不要钱|[交缴]得[多少]/;
/** 我同事说我家算低收入: of the asker, too. */
const OWN_TOO =
  /(?<!^.{0,6})(?<![让叫喊托催劝跟给告诉问骗帮])(我|咱|俺)(?!们?(单位|村|厂|班|小区|同|朋|邻))/;
/** 还有我妈, 想给爸妈办: whom the question is about. */
const JOINS = /还有|加上|给|帮|替|为|想|打算|准备|[和跟与]我|我[和跟与]/;
/** 我哥不算, 不算他: who is none of those asked about. */
const LEAVES_OUT = /[别要用不]算(?!贵|多|高|钱|账)|不包[含括]|不在内|除外/;
/** 一个人, 一下 say no number. */
const NUMERAL = /\d|[二两俩三仨四五六七八九十百千万半]/;
/** So much is said of something: shorter is no tale. */
const LEAST = 3;
const CONTENT =
  /[\d\s，,。；;!！了的我们就都也还一个块元钱多少年月号天今明去前后昨上下次这那]/g;

type Kind = string;

interface Clause {
  text: string;
  asks: boolean;
  facts: ReadonlySet<Kind>;
}

/** What a word tells besides itself; null where it says nothing that bears on an answer. */
function kindOf(sense: Sense): Kind | null {
  if (sense.kind === "facet") return sense.facet;
  if (sense.kind === "place") return "place";
  if (sense.kind === "university") return "identity";
  if (sense.kind !== "concept") return null;
  const { concept } = sense;
  if (concept.startsWith("person.") || NEUTRAL.has(concept)) return null;
  return concept;
}

const NEUTRAL = new Set(
  "yes no greet thanks bye followup correction unknown_reply addition explain_soft whether hearsay newly_added scope.small_talk scope.opinion scope.complaint".split(
    " ",
  ),
);
/** What a payment depends on. */
const OF_PAYER = ["identity", "tier", "employment", "of_family", "graduate"];
const OF_CARE = ["institution", "class", "disease", "care", "insurance"];
const CARES = [
  "outpatient",
  "inpatient",
  "catastrophic",
  "assistance",
  "chronic",
  "reimburse",
];
const TIED = ["place", "identity", "tier", "of_family", "birth"];
const REST = new Set(["amount", "time", "per_year", "per_month", "per_day"]);
/** Told of somebody, they ask nothing. */
const FACETS = new Set([...OF_PAYER, ...OF_CARE, "birth", "interrupted"]);
/** Words that only ask. */
const ASKING = new Set([
  "how_much",
  "when",
  "why",
  "compare",
  "deadline",
  "money_asked",
]);

/** Whose a clause is: another's, a relative's, passed on by others, or the asker's own. */
type Whose = "other" | "kin" | "heard" | "own";

/** Leaves out of a message what it tells beside its question. */
export class Asides {
  private readonly others: RegExp;
  private readonly anybody: RegExp;
  private readonly kin: RegExp;
  private readonly heard: RegExp;
  private readonly continued: RegExp;
  private readonly verifies: RegExp;
  private readonly health: RegExp;
  private readonly talk: RegExp;

  /** `mend` puts typing errors right. */
  constructor(
    courtesy: Courtesy,
    private readonly lexicon: Lexicon,
    private readonly mend: (text: string) => string,
  ) {
    const { leads, surnames, titles } = courtesy;
    const named = `[小老](?:${anyOf(surnames)})|(?:${anyOf(surnames)})(?:${anyOf(titles)})`;
    const lead = `^(?:${anyOf(leads)})*`;
    this.others = new RegExp(
      `${lead}(?:${anyOf(courtesy.others)}|${named})(?![和跟与同]我|们?[俩两])`,
    );
    this.anybody = new RegExp(anyOf(courtesy.others));
    this.kin = new RegExp(`${lead}(?:${anyOf(courtesy.kin)})`);
    this.heard = new RegExp(`${lead}(?:${anyOf(courtesy.sources)})`);
    this.continued = new RegExp(`${lead}(?:[他她]|人家|那边|那里|那儿)`);
    this.verifies = new RegExp(anyOf(courtesy.verifies));
    this.health = new RegExp(anyOf(courtesy.health));
    this.talk = new RegExp(anyOf([...courtesy.talk, ...courtesy.other_money]));
  }

  /** The clauses that belong to the question; all where nothing whole would be left. */
  without(pieces: readonly string[]): string[] {
    const texts = bySigns(pieces);
    if (texts.length < 2) return texts;
    const clauses = texts.map((text) => this.clause(text));
    const whose = this.whose(clauses);
    const rest = this.clause(
      texts.filter((_, at) => whose[at] === undefined).join(""),
    );
    if (rest.text === "" || !isWhole(rest)) return texts;
    return texts.filter((_, at) => {
      const [one, of] = [clauses[at], whose[at]];
      return !one || !of || this.bears(one, of, rest);
    });
  }

  private clause(text: string): Clause {
    const plain = this.mend(text);
    return { text: plain, asks: asksIn(plain), facts: this.factsOf(plain) };
  }

  private factsOf(plain: string): Set<Kind> {
    const facts = new Set<Kind>();
    for (const { senses } of this.lexicon.scan(plain).hits)
      for (const sense of senses) {
        const kind = kindOf(sense);
        if (kind !== null) facts.add(kind);
      }
    if (AMOUNT.test(plain)) facts.add("amount");
    if (TIME.test(plain)) facts.add("time");
    if (BIRTH.test(plain)) facts.add("birth");
    if (tellsOrdinary(plain)) facts.add("identity");
    return facts;
  }

  /** Whose each clause is that may be left out. */
  private whose(clauses: readonly Clause[]): (Whose | undefined)[] {
    let before: Whose | undefined;
    return clauses.map((one) => {
      before = one.asks ? undefined : this.ofWhom(one, before);
      return before;
    });
  }

  private ofWhom(one: Clause, before: Whose | undefined): Whose | undefined {
    const { text, facts } = one;
    if (facts.has("scope.crisis")) return undefined;
    if (this.heard.test(text)) return "heard";
    if (this.health.test(text)) return undefined;
    if (this.others.test(text)) return OWN_TOO.test(text) ? undefined : "other";
    if (this.kin.test(text)) return "kin";
    const goesOn = before === "other" || before === "heard";
    if (goesOn && this.continued.test(text)) return before;
    const silent = !/[我咱俺]/.test(text) && !TIED.some((of) => facts.has(of));
    if (goesOn && silent) return before;
    return this.isOwnMatter(one) || isOtherInsurance(one) ? "own" : undefined;
  }

  /** 我身份证丢了, 不是我抠门: nothing of what insurance asks for. */
  private isOwnMatter({ text, facts }: Clause): boolean {
    if (facts.size > 0 || NUMERAL.test(text) || JOINS.test(text)) return false;
    return text.replace(CONTENT, "").length >= LEAST;
  }

  /** Whether the question needs what a clause tells, or may be about it. */
  private bears(one: Clause, of: Whose, rest: Clause): boolean {
    if (LEAVES_OUT.test(one.text)) return true;
    // 妹妹刚生了孩子，我明年交多少: the birth is another's.
    if (of === "kin" && one.facts.has("birth") && OF_SELF.test(rest.text))
      return false;
    if (of !== "own" && pointsBack(rest.text)) return true;
    // 我邻居是低保户，我邻居交多少: asked of the very one.
    if (of === "other" && this.anybody.test(rest.text)) return true;
    // 别人都交350，我家是不是也350: the same number is asked about.
    const numbers = one.text.match(/\d+/g) ?? [];
    if (numbers.some((number) => rest.text.includes(number))) return true;
    // 起付线多少，听说涨了: of what is asked.
    if (of === "heard" && (this.verifies.test(rest.text) || isBareRise(one)))
      return true;
    if (of === "own")
      return (
        ownBears(one, rest) ||
        (one.facts.has(OTHER_INSURANCE) && OF_BOTH.test(rest.text))
      );
    const lacks = (kind: Kind): boolean =>
      one.facts.has(kind) && !rest.facts.has(kind);
    if (lacks("place") || this.lacksBirth(one, rest)) return true;
    const ofPayer = OF_PAYER.some(lacks);
    const tellsPayer = OF_PAYER.some((kind) => one.facts.has(kind));
    // 我姐重残，我低保: of relatives the payment may be asked, too.
    if (of === "kin" && (tellsPayer || [...one.facts].some(lacks))) return true;
    if (ofPayer && !this.hasOwnPayer(one, of, rest)) return true;
    if (SETS_APART.test(rest.text) && !TWO_SIDES.test(rest.text))
      if (tellsPayer || one.facts.has("place")) return true;
    const ofCare = CARES.some((kind) => rest.facts.has(kind));
    if (ofCare && OF_CARE.some(lacks)) return true;
    if (COMPUTES.test(rest.text) && lacks("amount")) return true;
    return OF_TIME.test(rest.text) && (lacks("time") || lacks("interrupted"));
  }

  /** 邻居是五保户，太原要交多少 is asked of him; not where he is told to have paid, or the asker is told of. */
  private hasOwnPayer(one: Clause, of: Whose, rest: Clause): boolean {
    if (LIKENESS.test(rest.text)) return false;
    return (
      rest.facts.has("identity") ||
      (of === "other" && (OUTCOME.test(one.text) || this.talk.test(one.text)))
    );
  }

  /** 我妹妹刚生了孩子，要交多少 is asked of the child; not 忙不过来, nor of a ratio. */
  private lacksBirth(one: Clause, rest: Clause): boolean {
    if (!one.facts.has("birth")) return false;
    if (OF_BIRTH.test(rest.text)) return true;
    return !(
      rest.facts.has("identity") ||
      CARES.some((kind) => rest.facts.has(kind)) ||
      this.talk.test(one.text)
    );
  }
}

/** 太原 低保 交多少: a space parts no tale from a question. */
const bySigns = (pieces: readonly string[]): string[] =>
  pieces.join("").split(/(?<=[，,。；;！!？?])(?![，,。；;！!？?\s])/);

const isBareRise = ({ facts }: Clause): boolean =>
  facts.size > 0 &&
  [...facts].every((kind) =>
    ["increase", "rises", "decrease", "time", "amount"].includes(kind),
  );

const asksIn = (text: string): boolean =>
  ASKS.test(text.replace(NO_QUESTION, ""));

/** 我养老保险一年交2000, 我买了个意外险: what is paid for another insurance, and nothing else. */
const isOtherInsurance = ({ facts }: Clause): boolean =>
  facts.has(OTHER_INSURANCE) &&
  [...facts].every(
    (kind) => kind === OTHER_INSURANCE || REST.has(kind) || PAYMENT.has(kind),
  );
const OTHER_INSURANCE = "scope.other_insurance";
const PAYMENT = new Set(["pay", "pay_soft", "domain"]);
/** 还要交吗, 能一起报吗: whether the one bears on the other is asked. */
const OF_BOTH =
  /还[要得用需能可]|一起|叠加|重复|冲突|两份|两个|同时|也[能可要得]|再[交缴买办报]|影响|扣|抵/;

/** Something of insurance is asked: 太原低保交多少, 太原低保2023缴费; not 太原的二档. */
const isWhole = ({ asks, facts }: Clause): boolean =>
  [...facts].some(
    (kind) =>
      !REST.has(kind) &&
      !ASKING.has(kind) &&
      kind !== "place" &&
      (asks || !FACETS.has(kind)),
  );

/** 他交多少, where nobody of the question is named before. */
function pointsBack(rest: string): boolean {
  const at = rest.search(POINTS);
  return at >= 0 && !OWN.test(rest.slice(0, at).replace(/我/g, ""));
}

/** 我妈在家，我家一共交多少: a person counts where a sum is asked. */
function ownBears({ text }: Clause, rest: Clause): boolean {
  const family = OWN.test(text.replace(/我|自己|家/g, ""));
  return (
    family &&
    (SETS_APART.test(rest.text) ||
      rest.facts.has("of_family") ||
      /[他她]/.test(rest.text))
  );
}

/** Long words first. */
function anyOf(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|");
}
