/** Which of the places named is the place of insurance, and which is only where somebody works or is treated. */
import type { Mention, PlaceMention } from "./meaning.js";

const GOING = /(在|去|到|往|跑|转到|转去|转院到)$/;
const STAYING =
  /^[^，,。；;！!？?]{0,6}?(打工|上班|工作|看病|看的|就医|住(上|了|进|着|过|的)?(医)?院|治|动手术|做手术|医院|读书|带孩子|带娃|居住(?!证)|生活|长住|生孩子|退休)/;

const STUDYING = /^[^，,。；;！!？?]{0,6}?读书/;
const STUDENT = "大学生";

/** 在大同交过职工医保, 以前在运城交的认不认, 大同的年限, 从大同转来: where somebody was insured before. */
const FORMER =
  /^(市|那边|那里|老家|本地)?(的?(参保|缴费|职工|居民|医保|社保)?年限|互认|[^，,。；;！!？?]{0,5}?(交过|缴过|参过|买过|办过|参保过|参加过|[交缴买参上]的[^，,。；;！!？?]{0,5}(认|作数|算数|互认)|[交缴买参]了.{0,3}年|转(过来|来|到|入|移|去)))/;

/** 户口湖南的，在重庆买的居民医保; 我老家是四川的: where somebody is registered or from, beside where the insurance is. */
const isHousehold = (plain: string, { span }: PlaceMention): boolean =>
  /(户口|户籍|老家|祖籍|籍贯|原籍)(还?[在是])?$/.test(
    plain.slice(0, span[0]),
  ) &&
  /^[^，,。；;\s]{0,4}(的|那边|这边|老家|人)?([，,。；;\s]|$|在)/.test(
    plain.slice(span[1]),
  );

/** 四川人在重庆有居住证, 四川户口想在太原参保: where somebody is from, before where they are. */
function isOrigin(
  plain: string,
  place: PlaceMention,
  places: readonly PlaceMention[],
): boolean {
  const { span } = place;
  return (
    isFrom(plain, place) &&
    places.some(
      (here) =>
        !here.away &&
        here.span[0] >= span[1] &&
        IS_HERE.test(plain.slice(span[1], here.span[0])) &&
        SETTLED.test(plain.slice(here.span[1])),
    )
  );
}
const FROM = /^省?市?(人(?![民员才数均口])|的?(农村|城镇)?户口|的?户籍)/;
/** 湖北人在重庆打工有居住证: who has a permit to live here is no mere guest. */
const settledHere = (
  plain: string,
  place: PlaceMention,
  all: readonly PlaceMention[],
): boolean =>
  /^[^。；;！!？?]{0,10}(居住证|暂住证)/.test(plain.slice(place.span[1])) &&
  all.some((other) => other.span[1] <= place.span[0] && isFrom(plain, other));
/** 在太原上班参的居民医保: who pays there is insured there. */
const INSURED_HERE =
  /^[^，,。；;！!？?\s]{0,8}?(参加?保?|[交缴买办]|上(?![班学]))(的|了)?(城乡)?(居民|医保)/;
const isFrom = (plain: string, { span }: PlaceMention): boolean =>
  FROM.test(plain.slice(span[1])) ||
  (/[我俺咱]们?(是|来自)$/.test(plain.slice(0, span[0])) &&
    /^(那边|过来|来)?的/.test(plain.slice(span[1])));
const IS_HERE = /^[^。；;！!？?妈爸爹娘娃儿女姐妹哥弟婆公爷奶]{0,14}[在到来]$/;
const SETTLED =
  /^[^，,。；;！!？?]{0,6}?(居住证|暂住证|参保|参加|[交缴买办上](?!学|班|过|了)|医保|定居|落户)/;

const FILED_FOR = /备(了|过|的|好|个)?案/;
/** 在太原备的案, 太原跨省看病备案: there it was filed. */
const FILED_AT =
  /^(市|这边|那边|这里|当地|人|的|，|,|\s)*(就|才|已经)?(备|跨省|外省|外地|异地|省外|跨区|跨市|市内|去|到)/;
/** 我在太原: where somebody lives is not where they go for care. */
const LIVES = /[我俺咱]们?(现在|目前|人|就)?(在|住在?)$/;

/** 我四川的，在重庆打工有居住证，医保交多少: who enrols with a permit does so where it was given, wherever they are from. */
const PERMITTED = "居住证持有人";
const ENROLS = /参保|参加|[交缴补买]|上医保|办医保/;

function byPermit(
  plain: string,
  places: readonly PlaceMention[],
  mentions: readonly Mention[],
): PlaceMention[] | null {
  const permit = mentions.find(
    ({ facet, value, negated }) =>
      facet === "identity" && value === PERMITTED && !negated,
  );
  const kept = places.every(
    ({ negated, span }) => !negated && !INSURED.test(plain.slice(span[1])),
  );
  if (!permit || !kept || !ENROLS.test(plain)) return null;
  const here =
    places.findLast(({ span }) => span[1] <= permit.span[0]) ?? places[0];
  const from = places.filter(
    ({ jurisdiction }) => jurisdiction !== here?.jurisdiction,
  );
  const [one, more] = from;
  return one && !more && COMES_FROM.test(plain.slice(one.span[1]))
    ? places.map((place) => ({ ...place, away: place === one }))
    : null;
}
/** 湖北人, 四川的，: where somebody is from. */
const COMES_FROM =
  /^(省|市)?(人|的|籍|户口|农村的?|那边的?|老家)*(?=[，,。；;\s]|$|[在来到现])/;

/** A place that is written but not told: 某市, XX县, A市, M2县, 西地省, 青*市, 我们县. */
const UNTOLD =
  /(?![在于从是到和及了的])[\u4e00-\u9fff]\*(?![\d年月日元万])[市县省区州]?|(?:某{1,2}|[x×*]{1,3}|[a-z]\d{0,2})(?:省|市|县|区|州|镇|乡)|西地省/g;

/** 兴化市, 我在大足县: a city or county that no list names; not 城市, 我们县, 贫困县, 市场. */
const UNLISTED =
  /(?<=^|[^\u4e00-\u9fff]|[在到去回是于住问询家为])(?:(?![本全我各外跨城超上门邻该这那某同省一二两几哪别其他们年个老农乡镇贫户在是到去回于和跟与的有])[\u4e00-\u9fff]){2,3}?[市县](?![场民价])/gu;

/** The places that a text masks, together as one. */
export function maskedPlace(plain: string): PlaceMention[] {
  return together([...plain.matchAll(UNTOLD)]);
}

/** The names of the places that a text masks. */
export function maskedPlaces(text: string): string[] {
  return [...text.matchAll(UNTOLD)].map(([name]) => name);
}

/** Whose insurance is spoken of: K市医保, 我们县的农合. */
const INSURED =
  /^(的|这边的?|本地的?)?(城乡|城镇|居民|职工)?(基本)?(医保|社保|农合|新农合|医疗保险|合作医疗|居民|职工|参保)/;

/** At most so many places are named back. */
const MOST_NAMED = 3;

/** The places that a message hides or masks, or that no list names, together as one; `known` are words that are no names. */
export function untoldPlace(
  plain: string,
  known: ReadonlySet<string>,
): PlaceMention[] {
  const masked = maskedPlace(plain);
  return masked.length > 0
    ? masked
    : together(
        [...plain.matchAll(UNLISTED)].filter(
          ([name]) => !known.has(name) && !known.has(name.slice(0, -1)),
        ),
      );
}

function together(found: readonly RegExpMatchArray[]): PlaceMention[] {
  const [first] = found;
  if (!first) return [];
  const names = [...new Set(found.map(([name]) => name.toUpperCase()))];
  return [
    {
      name: names.slice(0, MOST_NAMED).join("、"),
      jurisdiction: null,
      area: null,
      span: [first.index ?? 0, (first.index ?? 0) + first[0].length],
      negated: false,
      away: false,
    },
  ];
}

/** 原籍地重庆定居，咨询K市医保: the place whose insurance is named, though no list has it; those beside it are where somebody lives. */
function withMasked(
  plain: string,
  places: readonly PlaceMention[],
): readonly PlaceMention[] {
  const insured = (end: number): boolean => INSURED.test(plain.slice(end));
  const masked = [...plain.matchAll(UNTOLD)].filter(({ 0: name, index }) =>
    insured(index + name.length),
  );
  const [first] = masked;
  const listed = places.some(({ jurisdiction }) => jurisdiction !== null);
  if (!first || !listed || places.some(({ span }) => insured(span[1])))
    return places;
  return untoldPlace(first[0], new Set()).map((one) => ({
    ...one,
    span: [first.index, first.index + first[0].length] as [number, number],
  }));
}

/** 全国联网, 全国统一: no place is meant. */
const NATIONWIDE =
  /^(医保|社保)?(都|均|各地|联网|通用|统一|范围|异地|内|能用|可用)/;

/** 山西省省属高校: the province says whose the university is, not where somebody is insured. */
const BELONGING = /^的?(省属|属)/;

/** 重庆周边的遵义: the one beside which another lies. */
const BESIDE = /^(的)?(周边|附近|旁边|隔壁|邻近|边上)/;

/** 中央文件怎么说: the country is asked about, not one who pays. */
const OF_DOCUMENT = /^的?(文件|意见|规定|通知|政策|决定)/;

/** 娄烦的，中央出多少: beside a place the centre is one who pays, no place. */
function withoutPayers(
  plain: string,
  places: readonly PlaceMention[],
  mentions: readonly Mention[],
): PlaceMention[] {
  const pays = ({ span: [from, to] }: PlaceMention): boolean =>
    !OF_DOCUMENT.test(plain.slice(to)) &&
    mentions.some(
      ({ facet, span }) =>
        facet === "payer" && span[0] <= from && to <= span[1],
    );
  return places.every(pays) ? [...places] : places.filter((one) => !pays(one));
}

/** 那重庆…: the place of a question that begins anew. */
const ASKED_THEN = /[，,。；;！!？?\s]那(么|我们|咱们?)?$/;
/** 多少, 吗: the clause asks. */
const ASKS = /多少|好多|几多|几[块元成]|[吗呢么嘛不没]$|怎么|咋|如何/;

/** 太原低保交70，那重庆低保交多少: what is told of another place leads up to the question. */
function withoutTold(
  plain: string,
  places: readonly PlaceMention[],
): PlaceMention[] {
  const then = places.find(({ span }) =>
    ASKED_THEN.test(plain.slice(0, span[0])),
  );
  if (!then) return [...places];
  const before = plain.slice(0, then.span[0]).split(/[，,。；;！!？?\s]/);
  if (before.some((clause) => ASKS.test(clause))) return [...places];
  return places.filter(({ span }) => span[0] >= then.span[0]);
}

/** 我家在太原, 我是重庆的: where somebody is at home. */
const AT_HOME =
  /(我们?|俺们?|咱们?|自己|我家|俺家|咱家)(人|老?家)?(是|在|就在|住在?|户口在?)$/;
/** 听说重庆三百五一年, 朋友说: what is told of elsewhere. */
const HEARSAY =
  /听|说|人家|别人|网上|手机上|群里|看到|刷到|朋友|同事|亲戚|新闻|抖音|视频/;

/** 听说重庆三百五一年，我家在太原: hearsay of another place beside the own one is not asked about. */
function withoutHearsay(
  plain: string,
  places: readonly PlaceMention[],
): PlaceMention[] {
  const home = places.find(({ span }) => AT_HOME.test(plain.slice(0, span[0])));
  if (!home || places.length < 2 || COMPARES.test(plain)) return [...places];
  const clauses = [...plain.matchAll(/[^，,。；;！!？?\s]+/g)];
  const own = (span: PlaceMention["span"]): string =>
    clauses.find(
      ({ 0: words, index }) =>
        index <= span[0] && span[0] < index + words.length,
    )?.[0] ?? "";
  return places.filter(({ span }) => {
    if (span === home.span) return true;
    const clause = own(span);
    return !HEARSAY.test(clause) || ASKS.test(clause);
  });
}
const COMPARES = /比|差|多交|少交|一样|相同|区别|不同/;

/** The places, those marked that are not the place of insurance; one place alone is it. */
export function placesIn(
  plain: string,
  found: readonly PlaceMention[],
  mentions: readonly Mention[],
): PlaceMention[] {
  const named = withoutHearsay(
    plain,
    withoutTold(plain, withoutPayers(plain, found, mentions)),
  ).filter(
    ({ name, span }) =>
      name !== "全国" || !NATIONWIDE.test(plain.slice(span[1])),
  );
  const places = withMasked(plain, named);
  const belonging = ({ span }: PlaceMention): boolean =>
    BELONGING.test(plain.slice(span[1]).replace(/^省(?=属)/, "")) &&
    plain.slice(span[0], span[1] + 1).includes("省");
  const owners = places.every(belonging) ? [] : places.filter(belonging);
  const beside = ({ span }: PlaceMention): boolean =>
    places.length > 1 && BESIDE.test(plain.slice(span[1]));
  const told = places.filter(
    (place) => !owners.includes(place) && !beside(place),
  );
  const permitted = byPermit(plain, told, mentions);
  if (permitted) return permitted;
  // 大学生在重庆读书: students are insured where their school is.
  const student = mentions.some(
    ({ facet, value, negated }) =>
      facet === "identity" && value === STUDENT && !negated,
  );
  const marked = told.map((place) => ({
    ...place,
    away:
      (!settledHere(plain, place, told) &&
        !INSURED_HERE.test(plain.slice(place.span[1])) &&
        GOING.test(plain.slice(0, place.span[0])) &&
        STAYING.test(plain.slice(place.span[1])) &&
        !(student && STUDYING.test(plain.slice(place.span[1])))) ||
      FORMER.test(plain.slice(place.span[1])),
  }));
  const isElsewhere = (place: PlaceMention): boolean =>
    isHousehold(plain, place) || isOrigin(plain, place, marked);
  const insured = marked.some(
    (place) => !place.away && !place.negated && !isElsewhere(place),
  );
  if (insured)
    return marked.map((place) => ({
      ...place,
      away: place.away || isElsewhere(place),
    }));
  const home = marked.some(({ away, negated }) => !away && !negated);
  if (home) return marked;
  // 去北京看病备的案管多久: whoever files for care there is insured elsewhere.
  if (FILED_FOR.test(plain))
    return marked.map((place) => ({
      ...place,
      away:
        place.away &&
        !LIVES.test(plain.slice(0, place.span[0])) &&
        !FILED_AT.test(plain.slice(place.span[1])),
    }));
  return marked.map((place) => ({
    ...place,
    away: false,
    ...(STAYING.test(plain.slice(place.span[1]))
      ? { stay: true as const }
      : {}),
  }));
}

/** 山西太原: the province before its city says where the city lies, and is not asked about itself. */
export function withoutWhole(
  plain: string,
  places: readonly PlaceMention[],
  chain: (jurisdiction: string) => readonly string[],
): PlaceMention[] {
  return places.filter((whole, at) => {
    const part = places[at + 1];
    if (!part?.jurisdiction || whole.jurisdiction === null) return true;
    const between = plain.slice(whole.span[1], part.span[0]);
    return !(
      part.jurisdiction !== whole.jurisdiction &&
      chain(part.jurisdiction).includes(whole.jurisdiction) &&
      /^(省|市|的)*$/.test(between)
    );
  });
}

/** 其他县呢, 别的区县呢. */
export function otherAreas(plain: string): boolean {
  return /(其[他它余]|别的|剩下的?|另外的)(几个|各)?(县|区|市辖区|地方)/.test(
    plain,
  );
}
