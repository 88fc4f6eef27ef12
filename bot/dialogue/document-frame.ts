/** A question about a document: which clause, statement or particulars of which document are asked for. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Notice } from "../../knowledge/schema.js";
import type { DocumentMention, Meaning } from "../../nlu/meaning.js";
import { searchClauses } from "../../nlu/search.js";
import { readClause } from "../../nlu/documents.js";
import type { World } from "./context.js";
import { documentAskedOn } from "./document-on.js";
import {
  documentQuestion,
  documentsOfPlace,
  INSIDE,
  namedDocuments,
  ofDocument,
} from "./documents-meant.js";
import { onlyNoticeSaying, statementsFor } from "./found.js";
import { followUp } from "./merge.js";
import { perform } from "./perform.js";
import { emptyFrame, type Frame, type State } from "./state.js";

/** A question about the content has at least so many characters beside the document's name. */
const LEAST_CONTENT = 2;
/** A clause found by fewer words than this is not what was asked for. */
const LEAST_SCORE = 2;
/** Longer messages name what they ask about. */
const SHORT = 12;
/** At most so many documents are given to choose from. */
const MOST_CHOICES = 3;

/** The frame of a question about a document; null where no document is meant, or a task answers from it. */
export function documentFrame(
  state: State,
  meaning: Meaning,
  world: World,
): Frame | null {
  const named = namedDocuments(meaning, world.knowledge);
  const [first] = named;
  if (!first)
    return (
      ofPlace(state, meaning, world) ??
      documentAskedOn(state.frames.at(-1), meaning, world) ??
      pointedAt(state, meaning, world) ??
      sought(state, meaning, world)
    );
  const oneName = named.every(({ span }) => span[0] === first.span[0]);
  const ids = named.flatMap(({ notice }) => notice ?? []);
  return named.length > 1 && oneName
    ? choice(ids, meaning)
    : (sameMatter(state, first, meaning, world) ??
        aboutDocument(first, meaning, world));
}

/** “2004年那个文件呢”: what was asked of one document, asked of another. */
function sameMatter(
  { frames }: State,
  named: DocumentMention,
  meaning: Meaning,
  world: World,
): Frame | null {
  const { knowledge } = world;
  const last = frames.at(-1);
  const notice = knowledge.notices.get(named.notice ?? "");
  if (!last || !notice || !meaning.followup || named.clause !== null)
    return null;
  if (meaning.asks.length > 0 || meaning.mentions.length > 0) return null;
  const { data, overall } = documentQuestion(meaning);
  if (data || overall) return null;
  const computed = ofTask(last, named, meaning, world);
  if (computed) return computed;
  const topics = last.topics.map(
    (key) => knowledge.provision(key)?.topic ?? key,
  );
  const told = notice.provisions.filter(({ topic }) => topics.includes(topic));
  return told.length === 0
    ? null
    : {
        ...frameFor(named, meaning, knowledge),
        topics: told.map(({ key }) => key),
      };
}

/** “按2010年那个文件呢”: the question before as the document of its place answers it. */
function ofTask(
  last: Frame,
  { notice }: DocumentMention,
  meaning: Meaning,
  world: World,
): Frame | null {
  const place = world.knowledge.notices.get(notice ?? "")?.jurisdiction;
  const told = ["document", "fact", "found", "term"].includes(last.task);
  if (told || place === undefined || last.place?.value !== place) return null;
  const frame = followUp(meaning, { ...last, years: null, schoolYears: null });
  return ofDocument(meaning, { ...frame, ofDocument: true, now: false }, world);
}

/** The clause named, the document's particulars, or what it says of the matter. */
function aboutDocument(
  named: DocumentMention,
  meaning: Meaning,
  { knowledge }: World,
): Frame | null {
  const { data, when, overall, particular } = documentQuestion(meaning);
  const frame = frameFor(named, meaning, knowledge);
  const notice = knowledge.notices.get(named.notice ?? "");
  if (!notice || named.clause !== null) return frame;
  const strong = meaning.asks.filter(({ strength }) => strength === 2);
  const computes = strong.some(({ task }) => task !== "fact");
  const dated = strong.length > 0 && !when && WHEN.test(meaning.plain);
  // 149号文哪天生效: of the document itself, whatever 生效 is elsewhere.
  const standing =
    meaning.holding !== null || meaning.concepts.includes("status_cue");
  if (standing && besideHolding(meaning).length < LEAST_CONTENT) return frame;
  if (particular || (data && !computes && !dated)) return frame;
  if (overall && strong.length === 0) return frame;
  const content = contentOf(meaning);
  if (content.length < LEAST_CONTENT) return frame;
  const told = statementsIn(notice, content, meaning, knowledge);
  const table = told.length > 1 && told.some((key) => !isText(key, knowledge));
  if (told.length > 0 && !(computes && table))
    return { ...frame, topics: told };
  if (computes) return null;
  const [clause] = searchClauses(knowledge, content, {
    notice: notice.id,
    limit: 1,
  });
  return clause && clause.score >= LEAST_SCORE
    ? { ...frame, document: { ...named, clause: clause.clause } }
    : frame;
}

/** What the message says beside the document and the words that ask from when it holds. */
function besideHolding(meaning: Meaning): string {
  const { documents, holding, plain, places } = meaning;
  return without(plain, [
    ...documents.map(({ span }) => span),
    ...places.map(({ span }) => span),
    ...(holding ? [holding.span] : []),
  ])
    .replace(STANDING, "")
    .replace(/^(党|中共|中央|国务院|国家)+/, "")
    .replace(/[\s的是那这个份呢吗啊？?。！!，,]/g, "");
}

/** 现在还有效吗: whether it still holds. */
const STANDING =
  /(现在|目前|今天|如今)*(还|是否|是不是|有没有)*(在)?(有效|管用|作数|算数|失效|废止|作废|执行)了?/;

/** A statement in words; of figures by year or grade the task lists all. */
function isText(key: string, knowledge: Knowledge): boolean {
  return knowledge.provision(key)?.value.kind === "text";
}

function frameFor(
  document: DocumentMention,
  meaning: Meaning,
  knowledge: Knowledge,
): Frame {
  const place = knowledge.notices.get(document.notice ?? "")?.jurisdiction;
  const { when, effect } = documentQuestion(meaning);
  const end = meaning.holding?.end;
  return {
    ...emptyFrame("document"),
    document,
    place:
      place !== undefined && knowledge.jurisdictions.get(place)
        ? { value: place, source: "said" }
        : null,
    aspects: when ? ["when"] : effect ? ["start"] : ["amount"],
    asksNumber: meaning.asksNumber,
    ...(end ? { holding: { end, of: [] } } : {}),
  };
}

/** Keys of what the notice states on the matter: what the words clearly point to, else the topic they name; of the year said. */
function statementsIn(
  notice: Notice,
  content: string,
  { asks, dates }: Meaning,
  knowledge: Knowledge,
): string[] {
  let keys = statementsFor(knowledge, content, { notice: notice.id });
  const strong = asks.filter(({ strength }) => strength === 2);
  if (keys.length === 0 && strong.every(({ task }) => task === "fact")) {
    const topics = new Set(notice.provisions.map(({ topic }) => topic));
    const asked = strong
      .flatMap((ask) => ask.topics)
      .find((topic) => topics.has(topic));
    keys = notice.provisions
      .filter(({ topic }) => topic === asked)
      .map(({ key }) => key);
  }
  const years = dates
    .filter(({ role }) => role === "year")
    .map(({ reading }) => `${reading.from?.slice(0, 4)}年`);
  const ofYear = keys.filter((key) => {
    const value = knowledge.provision(key)?.value;
    return (
      value?.kind === "text" && years.some((year) => value.says.includes(year))
    );
  });
  return ofYear.length > 0 ? ofYear : keys;
}

/** The message without the document's name and the words that ask where something stands. */
function contentOf({ plain, documents }: Meaning): string {
  return without(
    plain,
    documents.map(({ span }) => span),
  )
    .replace(/[《》]/g, " ")
    .replace(
      /^\s*(按照?|根据)?\s*(里面?|中|上)?(说的?|写的?)?|[？?。！!\s]+$/g,
      "",
    )
    .replace(WHERE, " ")
    .trim();
}

/** From when it holds is a statement of the document. */
const WHEN = /什么时候|啥时候|何时|哪天|哪一天|几号|几月|哪年/;

/** Where it stands, and in which words: no part of the matter. */
const WHERE =
  /(是|在|写在)?(哪个|哪份|什么|啥)(文件|通知)(的|里)?((规定|说|讲|写|定)的?)?|(是|在|写在)?(第几|哪一?)(条|款)(里)?|(的)?原(文|话)(是|怎么)?(什么|啥|说的?|写的?)?|出处|写的|里面的?|那一段|(是)?怎么(说|写)的?(?=[？?]?$)/g;

/** The documents of a place: one is asked about, several are given to choose from, none is of the year said. */
function ofPlace(state: State, meaning: Meaning, world: World): Frame | null {
  const found = documentsOfPlace(state, meaning, world);
  if (!found) return null;
  const { clause, data, overall, noun } = documentQuestion(meaning);
  const asked =
    clause !== null || (noun !== null && (data || overall)) ? found : null;
  if (!asked) return null;
  if (asked.notices.length > 0)
    return choice(
      asked.notices.map(({ id }) => id),
      meaning,
    );
  const label = world.knowledge.jurisdictions.label(found.place);
  return {
    ...emptyFrame("document"),
    document: {
      number: `${label}${found.year ?? ""}年的文件`,
      notice: null,
      clause,
      span: [0, 0],
    },
  };
}

/** The text with a space for each character of the stretches. */
function without(
  text: string,
  spans: readonly (readonly [number, number])[],
): string {
  let left = text;
  for (const [from, to] of spans)
    left = left.slice(0, from) + " ".repeat(to - from) + left.slice(to);
  return left;
}

/** Which of several documents is meant; what was asked of it is kept in words. */
function choice(ids: readonly string[], meaning: Meaning): Frame {
  return {
    ...emptyFrame("document"),
    topics: ids.slice(0, MOST_CHOICES),
    text: restOf(meaning),
  };
}

/** What is asked, without the place and the words for the document. */
function restOf({ plain, places, documents, dates }: Meaning): string {
  return without(plain, [
    ...places.map(({ span }) => span),
    ...documents.map(({ span }) => span),
    ...dates
      .filter(({ role }) => role === "year")
      .map(({ reading }) => reading.span),
  ])
    .trim()
    .replace(/^的?(那个|这个|医保)*的?(文件|通知|方案|意见|号文)?的?/, "")
    .trim()
    .slice(0, 60);
}

/** “这个文件还有效吗”, “那第三条呢”: the document cited last. */
function pointedAt(state: State, meaning: Meaning, world: World): Frame | null {
  const last = state.frames.at(-1);
  if (!last || meaning.places.length > 0) return null;
  if (last.document?.notice && last.place === null && state.place === null)
    return aboutDocument(
      { ...last.document, clause: readClause(meaning.plain), span: [0, 0] },
      meaning,
      world,
    );
  const inside = saidInside(last, meaning, world);
  if (inside) return inside;
  const { noun, clause, data, effect, overall } = documentQuestion(meaning);
  const strong = meaning.asks.some(({ strength }) => strength === 2);
  const whole = data || (overall && !strong);
  // 还有效吗, after any answer: what it was cited from.
  const still =
    meaning.concepts.includes("status_cue") &&
    !effect &&
    meaning.plain.length <= SHORT;
  const pointed =
    noun !== null || meaning.concepts.includes("document")
      ? whole || clause !== null
      : (last.task === "document" || still) &&
        !strong &&
        (whole || clause !== null);
  if (!pointed) return null;
  const document =
    last.task === "document" ? last.document : citedLast(last, world);
  if (!document || document.notice === null) return null;
  return frameFor({ ...document, clause }, meaning, world.knowledge);
}

/** “里面骗保怎么处理”: what the document spoken of says of it, where it says anything. */
function saidInside(
  { task, document }: Frame,
  meaning: Meaning,
  world: World,
): Frame | null {
  if (task !== "document" || !document?.notice) return null;
  if (!INSIDE.test(meaning.plain)) return null;
  const named = { ...document, clause: null, span: [0, 0] as [number, number] };
  const frame = aboutDocument(named, meaning, world);
  return frame && frame.topics.length > 0 ? frame : null;
}

function citedLast(last: Frame, world: World): DocumentMention | null {
  const cited = perform(last, world).reply.citations[0];
  return cited
    ? {
        number: cited.number,
        notice: cited.notice,
        clause: null,
        span: [0, 0],
      }
    : null;
}

/** “…是哪个文件第几条” where no place is known: the one document that says it. */
function sought(state: State, meaning: Meaning, world: World): Frame | null {
  const { plain, places, concepts } = meaning;
  const asksWhere = concepts.includes("source_cue") && plain.search(WHERE) >= 0;
  if (!asksWhere || places.length > 0 || state.place !== null) return null;
  if (state.frames.length > 0) return null;
  const content = contentOf(meaning);
  const keys = onlyNoticeSaying(world.knowledge, content);
  const notice = world.knowledge.provision(keys[0] ?? "")?.notice;
  if (!notice) return null;
  const { id, number } = notice;
  return {
    ...frameFor(
      { number, notice: id, clause: null, span: [0, 0] },
      meaning,
      world.knowledge,
    ),
    topics: keys,
  };
}
