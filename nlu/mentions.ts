/** Chooses among the words found: which mentions stand, which are denied. */
import type { Hit, Lexicon, Sense } from "./lexicon.js";
import type { Mention, PlaceMention, Span } from "./meaning.js";

/** Words this long stand even where the segmenter cut differently. */
const STANDS_ALONE = 4;

/** Small words that the segmenter glues to the word after them: 念大二, 低保加重残, 买一档, 那大学生, 家里有大学生, 能交, 交了. */
const GLUED =
  /^(?:[念读加买].|[那比对有算当看交选按跟区县市省我你他她娃][大中上住]|比[重特低]|能[交缴]$|[交缴][了过完]$)/;

/** Small words that it glues to the word before them: 老人要交多少. */
const GLUED_BEHIND = /^(?:..+[要交能有在是会该得]|.+[选买给户])$/;

/** Word boundaries of the text, as the segmenter sees them. */
export function boundaries(words: readonly string[]): Set<number> {
  const edges = new Set<number>([0]);
  let at = 0;
  for (const [index, word] of words.entries()) {
    // 最|多掏多少: the words are 最多 and 掏.
    if (isMore(word) && AT_MOST.test(words[index - 1] ?? "")) edges.add(at + 1);
    if (GLUED.test(word)) edges.add(at + 1);
    if (GLUED_BEHIND.test(word)) edges.add(at + word.length - 1);
    edges.add((at += word.length));
  }
  return edges;
}

/**
 * The hits that count: from left to right the longest word that begins and
 * ends where words do, so that 低保 is not found in 降低保障.
 */
export function choose(
  hits: readonly Hit[],
  edges: ReadonlySet<number>,
): Hit[] {
  const byStart = new Map<number, Hit[]>();
  for (const hit of hits) {
    const list = byStart.get(hit.from);
    if (list) list.push(hit);
    else byStart.set(hit.from, [hit]);
  }
  const chosen: Hit[] = [];
  let free = 0;
  for (const start of [...byStart.keys()].sort((a, b) => a - b)) {
    if (start < free) continue;
    const fitting = (byStart.get(start) ?? [])
      .filter((hit) => stands(hit, edges))
      .sort(
        (a, b) => cutShort(a, edges) - cutShort(b, edges) || b.to - a.to,
      )[0];
    if (!fitting) continue;
    chosen.push(fitting);
    free = fitting.to;
  }
  return chosen;
}

/** 太原市 in 太原市属高校: a place that ends within a word. */
function cutShort({ to, senses }: Hit, edges: ReadonlySet<number>): number {
  return !edges.has(to) && senses.some(({ kind }) => kind === "place") ? 1 : 0;
}

function stands(hit: Hit, edges: ReadonlySet<number>): boolean {
  return (
    hit.word.length >= STANDS_ALONE ||
    (edges.has(hit.from) && hit.senses.some(({ kind }) => kind === "place")) ||
    (edges.has(hit.from) && edges.has(hit.to))
  );
}

const QUESTIONED =
  /(够不够|达没达到|到没到|超没超过?|是不是|算不算|属不属于|有没有|签没签|要不要|选不选|是否|能不能|可不可以|是否属于|算不算是)(一个|什么|个)?$/;
const DENIED =
  /(不是要|不是选|不是想要|不是|不全是|不都是|不算|不属于|没有|没得|并非|不要|不选|不用|不想要|不想选|不想|未签|没签|没办|没参加|未参加|不在|没在|没去|不去|不够|非|未|没|无|(?<=^|要是|如果|假如|[他她我妈爸家娘爹比跟和生]|家里|[也都又还]|[，,。；;\s])不|又不是|也不是|也没|都不是|别选|别跟我说|别给我说|别说|别提|不问|别)(什么|啥子|啥|过|有|办|签约|签订|签|选|是|买|上|参加|交|纳入|被|任何|的|那种|个)?$/;
/** 当年没办太原的医保: what was not done there; the place is meant all the same. */
const UNDONE =
  /户(口|籍)(也|都|又)?(不在|没在|不是)$|(没有?|未|不)(办|参加|交|缴|买|上|入)过?$/;
const JOINS = /^[、和或及跟与]也?$|^也不是$|^或者$|^还有$|^或者是$/;

/** A concept that is a denial already: 没签约. */
function isDenial(sense: Sense): boolean {
  return sense.kind === "concept" && sense.concept === "family_doctor_no";
}

/** How the words before a mention bear on it; denials before `spent` belong to other words. */
export function standing(
  text: string,
  from: number,
  spent = 0,
): "said" | "denied" | "questioned" {
  const before = text.slice(Math.max(spent, from - 9), from);
  const tail = before.replace(/^.*[，,。！？；;\s]/s, "");
  if (QUESTIONED.test(tail)) return "questioned";
  return DENIED.test(tail) ? "denied" : "said";
}

export interface ConceptHit {
  concept: string;
  span: Span;
  denied: boolean;
  questioned: boolean;
}

export interface Found {
  mentions: Mention[];
  places: PlaceMention[];
  concepts: ConceptHit[];
  notices: { notice: string; span: Span }[];
  terms: { term: string; span: Span }[];
}

/** Whom a university stands for. */
const STUDENT = "大学生";
const GRADUATE = "毕业生";

/** 山西医科大学第一医院, 重庆大学附近, 西南大学老师, 重庆大学生: no university, or one without its students. */
const NO_STUDENT =
  /^生(?!活)|^(的)?(附属|附[一二三中小]|第[一二三四]|[^，,。；;]{0,4}医院|附近|旁边|对面|门口|里面开|老师|教师|教授|职工|员工|保安|食堂|后勤|退休|上班|工作|教书)/;

/** Sorts the chosen hits by what they mean. */
export function sortHits(hits: readonly Hit[], text: string): Found {
  const found: Found = {
    mentions: [],
    places: [],
    concepts: [],
    notices: [],
    terms: [],
  };
  let denial: number | null = null;
  let spent = 0;
  for (const hit of hits) {
    const stand = standing(text, hit.from, spent);
    // 没签约社区医院: the 没 belongs to the contract.
    if (hit.senses.some(isDenial)) spent = hit.to;
    const joined: boolean =
      denial !== null && JOINS.test(text.slice(denial, hit.from));
    const denied: boolean = stand === "denied" || joined;
    const of = text.slice(0, hit.from);
    for (const sense of hit.senses)
      place(found, sense, hit, {
        negated: denied && !(sense.kind === "place" && UNDONE.test(of)),
        questioned: stand === "questioned",
        after: text.slice(hit.to),
      });
    if (hit.senses.some(({ kind }) => kind === "facet"))
      denial = denied ? hit.to : null;
  }
  return found;
}

/** How the words around a hit bear on it. */
interface Around {
  negated: boolean;
  questioned: boolean;
  after: string;
}

function place(
  found: Found,
  sense: Sense,
  hit: Hit,
  { negated, questioned, after }: Around,
): void {
  const span: Span = [hit.from, hit.to];
  switch (sense.kind) {
    case "facet":
      found.mentions.push({
        facet: sense.facet,
        value: sense.value,
        span,
        negated,
        questioned,
      });
      break;
    case "place":
      found.places.push({
        name: hit.word,
        jurisdiction: sense.jurisdiction,
        area: sense.area,
        span,
        negated,
        away: false,
      });
      break;
    case "university":
      if (!found.places.some((one) => one.name === hit.word))
        found.places.push({
          name: hit.word,
          jurisdiction: sense.jurisdiction,
          area: null,
          span,
          negated: false,
          away: false,
        });
      for (const [facet, value] of [
        ["identity", after.startsWith("毕业") ? GRADUATE : STUDENT],
        ["student_of", sense.of],
      ] as const)
        if (value !== null)
          found.mentions.push({
            facet,
            value,
            span,
            negated,
            questioned: false,
          });
      break;
    case "concept":
      found.concepts.push({
        concept: sense.concept,
        span,
        denied: negated,
        questioned,
      });
      break;
    case "notice":
      found.notices.push({ notice: sense.notice, span });
      break;
    case "term":
      found.terms.push({ term: sense.term, span });
      break;
  }
}

/** A term to explain is read apart: it may hold other words, as 政策范围内费用 does. */
function withSenses(hits: readonly Hit[], terms: boolean): Hit[] {
  return hits.flatMap((hit) => {
    const senses = hit.senses.filter(({ kind }) => (kind === "term") === terms);
    return senses.length > 0 ? [{ ...hit, senses }] : [];
  });
}

/** 多掏多少 asks for a difference; in 最多掏多少 it is no word of its own. */
const isMore = (word: string): boolean => /^[多少]/.test(word);
const AT_MOST = /[最至顶]$/;

/** 我老|公交: behind 我 a person ends where the name does, however the segmenter cuts. */
const OWN_PEOPLE = /[我你他她咱家和跟给替]$/;
const isPerson = (concept: string): boolean => concept.startsWith("person.");

/** The words of the question that the lexicon knows, by meaning. */
export function findMentions(
  lexicon: Lexicon,
  plain: string,
  words: readonly string[],
): Found & { present: Set<string>; hits: Hit[] } {
  const { hits, present } = lexicon.scan(plain);
  const edges = boundaries(words);
  for (const { senses, from, to, word } of hits)
    if (
      word.length > 1 &&
      edges.has(from) &&
      OWN_PEOPLE.test(plain.slice(0, from)) &&
      senses.some((one) => one.kind === "concept" && isPerson(one.concept))
    )
      edges.add(to);
  // 重庆 stands in 重庆大学附属医院.
  const meant = withSenses(hits, false).filter(
    ({ word, senses, from, to }) =>
      !(isMore(word) && AT_MOST.test(plain.slice(0, from))) &&
      (senses.every(({ kind }) => kind !== "university") ||
        !NO_STUDENT.test(plain.slice(to))),
  );
  const chosen = choose(meant, edges);
  const terms = choose(withSenses(hits, true), edges);
  const sorted = sortHits(chosen, plain);
  return {
    ...sorted,
    mentions: withShortTier(plain, sorted.mentions),
    terms: sortHits(terms, plain).terms,
    present,
    hits: chosen,
  };
}

/** 一二档, 一、二两档: the tier before another that has the word for both. */
const SHORT_TIER =
  /(?<![\d一二三四五六七八九十])[一1](?=[、和跟与]?[二2]两?个?[档挡])/g;

function withShortTier(plain: string, mentions: Mention[]): Mention[] {
  const second = mentions.filter(
    ({ facet, value }) => facet === "tier" && value === "2",
  );
  const short = [...plain.matchAll(SHORT_TIER)].flatMap(({ index }) => {
    const next = second.find(
      ({ span }) => span[0] > index && span[0] - index <= 2,
    );
    const own = mentions.some(({ span }) => span[0] === index);
    return next && !own
      ? [{ ...next, value: "1", span: [index, index + 1] as Span }]
      : [];
  });
  return short.length === 0
    ? mentions
    : [...mentions, ...short].sort((a, b) => a.span[0] - b.span[0]);
}
