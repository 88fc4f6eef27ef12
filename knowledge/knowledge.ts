/**
 * The loaded knowledge base: notices, places, vocabulary, and the index that
 * answers “which provisions are there for this place and topic?”. Built once
 * at load; nothing here grows with the number of notices per question.
 */
import type { Jurisdictions } from "./jurisdictions.js";
import type { Matter } from "./matters.js";
import type { Clause, Notice, Provision } from "./schema.js";
import type { Vocabulary } from "./vocabulary.js";

/** A reading of an unclear text, decided and recorded as data. */
export interface Interpretation {
  id: string;
  notice: string;
  clause: string;
  question: string;
  reading: string;
  /** Machine-readable choice where a calculator has more than one way. */
  choice?: string | undefined;
  other_readings: string[];
  decided_by: string;
  confirmed_by: string | null;
  date: string;
}

/** Whom to ask, with the source of the number. */
export interface Contact {
  place: string;
  purpose: string;
  name: string;
  phone: string;
  source: string;
  reviewed_on: string;
}

export interface KnowledgeParts {
  /** Hash over every file that was loaded; part of an answer's receipt. */
  hash: string;
  notices: readonly Notice[];
  jurisdictions: Jurisdictions;
  vocabulary: Vocabulary;
  interpretations: ReadonlyMap<string, Interpretation>;
  contacts: readonly Contact[];
  /** What people ask and the notices mostly leave open. */
  matters: ReadonlyMap<string, Matter>;
}

const NONE: readonly Provision[] = [];

export class Knowledge {
  readonly hash: string;
  readonly notices: ReadonlyMap<string, Notice>;
  readonly jurisdictions: Jurisdictions;
  readonly vocabulary: Vocabulary;
  readonly interpretations: ReadonlyMap<string, Interpretation>;
  readonly contacts: readonly Contact[];
  readonly matters: ReadonlyMap<string, Matter>;
  private readonly byPlaceAndTopic = new Map<
    string,
    Map<string, Provision[]>
  >();
  private readonly byKey = new Map<string, Provision>();
  private readonly clausesByAddress = new Map<string, Clause>();
  private readonly noticesByPlace = new Map<string, Notice[]>();

  constructor(parts: KnowledgeParts) {
    this.hash = parts.hash;
    this.notices = new Map(parts.notices.map((notice) => [notice.id, notice]));
    this.jurisdictions = parts.jurisdictions;
    this.vocabulary = parts.vocabulary;
    this.interpretations = parts.interpretations;
    this.contacts = parts.contacts;
    this.matters = parts.matters;
    for (const notice of parts.notices) this.addNotice(notice);
  }

  private addNotice(notice: Notice): void {
    append(this.noticesByPlace, notice.jurisdiction, notice);
    for (const clause of notice.clauses)
      this.clausesByAddress.set(`${notice.id}/${clause.id}`, clause);
    for (const provision of notice.provisions) {
      this.byKey.set(provision.key, provision);
      let topics = this.byPlaceAndTopic.get(notice.jurisdiction);
      if (!topics)
        this.byPlaceAndTopic.set(notice.jurisdiction, (topics = new Map()));
      append(topics, provision.topic, provision);
    }
  }

  /** Every provision of the place itself on the topic, of any force, in order of its notices' start. */
  provisions(jurisdiction: string, topic: string): readonly Provision[] {
    return this.byPlaceAndTopic.get(jurisdiction)?.get(topic) ?? NONE;
  }

  /** The provision with the key `notice/id`, if there is one. */
  provision(key: string): Provision | undefined {
    return this.byKey.get(key);
  }

  /** The clause at the address, if the notice has it. */
  clause(notice: string, clause: string): Clause | undefined {
    return this.clausesByAddress.get(`${notice}/${clause}`);
  }

  /** Notices issued for the place itself, oldest first. */
  noticesOf(jurisdiction: string): readonly Notice[] {
    return this.noticesByPlace.get(jurisdiction) ?? [];
  }
}

function append<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
