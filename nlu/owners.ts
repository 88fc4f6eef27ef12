/** Binds facts to persons: 我妈低保, 低保户我妈, 我和老婆都普通, 我爸是低保我不是. */
import { HOME, type Fact, type Group, type Who } from "./payers.js";

type Token = { who: Who; fact?: undefined } | { fact: Fact; who?: undefined };

const BREAK = /[，,。；;！!？?\s]/;
const LINK =
  /^(和|跟|与|及|、|加上?|还有|以及|同|，和)?(我的?|我们|我家|一?个)?$/;
const JOINED = /^(的|且|又|户|家庭|人员|对象|也|是|还是|加上?|和|、)*$/;
/** 低保的我妈和重残的我爸: what follows begins anew. */
const BEGINS = /(和|跟|与|及|、|加上?|有|有个)$/;
const LEADS = /^(的|户|家庭|对象|人员|身份|人)*(是|那个)?$/;
const ALL = /都|均|全是|全部/;
const NOT_SO =
  /^(自己|本人|就|却|也|还|都|家|倒)*(不是|没有|不算|没得)(?=[，,。；;！？?\s我他她孩老爸妈了]|$)/;
const LIKEWISE =
  /^(们)?(也是|也一样|也都是|同样|一样|[跟和同][他她]也?一样)(?=[，,。；;！？?\s]|$)/;
const ASKED =
  /^(自己|本人|呢)?[，,\s]?(20\d\d年?度?|今年|明年|后年|去年|现在|的话)?(的?(居民)?(医保|保险|参保)费?)?(自己|应该|一年)?(要|得|该|需要|应该|应|是)?(交|缴|出|掏|付|给)?(多少|好多|几多|几块|不?用?(交|缴)|多钱)/;

const ONE_OF_THEM =
  /(^|[^\d一二三四五六七八九十])(一个|另外?一个|老大|老二|老三|大的|小的)[^一二两三俩]*$/;

const spanOf = (token: Token) => (token.who ?? token.fact).span;

/** What was bound, and the names of those whose payment alone is asked. */
export interface Bound {
  groups: Group[];
  asked: string[];
}

/** Every fact with the person or persons that it belongs to. */
export function bind(
  plain: string,
  people: readonly Who[],
  facts: readonly Fact[],
): Bound {
  const tokens: Token[] = [
    ...people.map((who) => ({ who })),
    ...facts.map((fact) => ({ fact })),
  ].sort((a, b) => spanOf(a)[0] - spanOf(b)[0]);
  return new Binding(plain, tokens).run();
}

class Binding {
  private readonly groups: Group[] = [];
  private readonly asked: string[] = [];
  private readonly forwardFirst: boolean;
  /** Persons named since the last fact. */
  private cluster: Group[] = [];
  /** Those at the end of the cluster that are linked to one another. */
  private linked: Group[] = [];
  /** Whom the last facts belong to. */
  private owners: Group[] = [];
  /** A person was named since the last break. */
  private named = false;
  private forward: Fact[] = [];
  private hanging: Fact[] = [];
  private last: Group[] = [];
  private fresh = false;
  /** 两个孩子，一个重残一个普通: how many are still to be told apart. */
  private open: { parent: Group; left: number } | null = null;

  constructor(
    private readonly plain: string,
    private readonly tokens: readonly Token[],
  ) {
    this.forwardFirst = alternates(plain, tokens);
  }

  run(): Bound {
    this.tokens.forEach((token, at) => {
      const before = this.tokens[at - 1];
      const gap = before
        ? this.plain.slice(spanOf(before)[1], spanOf(token)[0])
        : "";
      if (BREAK.test(gap)) this.named = false;
      if (token.who) this.name(token.who, before, gap);
      else this.tell(token.fact, at, gap);
    });
    for (const fact of [...this.forward, ...this.hanging]) this.settle(fact);
    return { groups: this.groups, asked: this.asked };
  }

  private group(label: string): Group {
    const known = this.groups.find((one) => one.label === label && !one.part);
    if (known) return known;
    const group: Group = {
      label,
      tags: [],
      denied: [],
      age: null,
      tiers: [],
      count: undefined,
      byName: [],
      linked: false,
      part: false,
    };
    this.groups.push(group);
    return group;
  }

  private name(who: Who, before: Token | undefined, gap: string): void {
    const group = this.group(who.label);
    group.count ??= who.count;
    group.byName.push(
      ...who.byName.filter((one) => !group.byName.includes(one)),
    );
    const tight = before?.who !== undefined && LINK.test(gap);
    if (!before?.who) this.cluster = [];
    if (!tight) this.linked = [];
    this.cluster.push(group);
    if (!this.linked.includes(group)) this.linked.push(group);
    if (tight && who.label !== HOME)
      for (const one of this.cluster.slice(-2)) one.linked = true;
    this.owners = this.linked;
    this.named = true;
    this.fresh = true;
    this.open =
      group.count !== undefined && group.count > 1
        ? { parent: group, left: group.count }
        : null;
    for (const fact of this.forward) give([group], fact);
    this.forward = [];
    this.elliptic(who, group);
  }

  private elliptic({ label, word }: Who, group: Group): void {
    const after = this.plain.slice(word[1]);
    const model = this.last[0];
    if (ASKED.test(after)) this.asked.push(label);
    if (!model) return;
    if (NOT_SO.test(after)) {
      group.denied.push(
        ...model.tags.filter((tag) => !group.denied.includes(tag)),
      );
    } else if (LIKEWISE.test(after)) {
      for (const one of this.cluster) {
        one.tags.push(...model.tags.filter((tag) => !one.tags.includes(tag)));
        one.tiers.push(...model.tiers);
      }
    }
  }

  private tell(fact: Fact, at: number, gap: string): void {
    const around = this.tokens.slice(0, at).find(({ who }) => holds(who, fact));
    if (around?.who) {
      this.assign([this.group(around.who.label)], fact);
      return;
    }
    if (this.fresh && ALL.test(gap)) this.owners = this.cluster;
    const next = this.tokens[at + 1];
    // 62岁家里低收入: a home has no age.
    const tightNext =
      next?.who !== undefined &&
      !(fact.facet === "age" && next.who.label === HOME) &&
      LEADS.test(this.plain.slice(fact.span[1], next.who.span[0]));
    const count = fact.count ?? (this.open && this.oneOfThem(fact) ? 1 : null);
    const ofNext = tightNext && !this.toldItself(at + 1, fact);
    if (ofNext && count !== null) {
      // 一个低保的妈, 两个重残的孩子: the count is that of the person named next.
      if (count > 1) next.who.count ??= count;
      this.forward.push(fact);
      return;
    }
    if (count !== null && this.counted(fact, count, gap)) return;
    const adjoins = at > 0 && JOINED.test(gap);
    if (tightNext && BEGINS.test(gap) && !this.toldItself(at + 1, fact))
      this.forward.push(fact);
    else if (
      this.named ||
      (adjoins && this.last.length > 0 && !this.fresh && !this.forwardFirst)
    )
      this.assign(this.owners.length > 0 ? this.owners : this.last, fact);
    else if (
      (tightNext && !this.toldItself(at + 1, fact)) ||
      (this.forwardFirst && next?.who)
    )
      this.forward.push(fact);
    else if (this.owners.length > 0) this.assign(this.owners, fact);
    else this.hanging.push(fact);
  }

  /** Whether the person named there is followed by a fact of the same kind. */
  private toldItself(at: number, { facet }: Fact): boolean {
    const who = this.tokens[at]?.who;
    const next = this.tokens[at + 1]?.fact;
    if (who === undefined || next?.facet !== facet) return false;
    const gap = this.plain.slice(who.span[1], next.span[0]);
    return !BREAK.test(gap) && !BEGINS.test(gap);
  }

  private assign(owners: Group[], fact: Fact): void {
    give(owners, fact);
    this.last = owners;
    this.fresh = false;
    this.open = null;
  }

  /** 两个娃，一个在重庆上大学: the fact is told of one of them. */
  private oneOfThem({ span }: Fact): boolean {
    const before = this.plain.slice(0, span[0]).split(BREAK).at(-1) ?? "";
    return ONE_OF_THEM.test(before);
  }

  /** 两个低保: persons without a name, or the part of those just named. */
  private counted(fact: Fact, count: number, gap: string): boolean {
    const clustered = this.cluster.reduce(
      (sum, group) => sum + (group.count ?? 1),
      0,
    );
    if (
      this.fresh &&
      clustered === count &&
      (gap === "" || ALL.test(this.plain.slice(...fact.span)))
    ) {
      this.assign(this.cluster, fact);
      return true;
    }
    const parent =
      this.open && count <= this.open.left ? this.open.parent : null;
    const group: Group = {
      label: parent?.label ?? "",
      tags: [],
      denied: [],
      age: null,
      tiers: [],
      count,
      byName: [...(parent?.byName ?? [])],
      linked: true,
      part: true,
    };
    give([group], fact);
    if (this.open && parent) this.split(this.open, group, count);
    else this.groups.push(group);
    this.last = [group];
    this.owners = [group];
    this.fresh = false;
    this.cluster = [];
    return true;
  }

  private split(
    open: { parent: Group; left: number },
    part: Group,
    count: number,
  ): void {
    open.left -= count;
    open.parent.count = open.left;
    this.groups.splice(this.groups.indexOf(open.parent), 0, part);
    if (open.left > 0) return;
    this.groups.splice(this.groups.indexOf(open.parent), 1);
    this.open = null;
  }

  /** A fact said before any person: of the first one without such a fact, else of nobody named. */
  private settle(fact: Fact): void {
    const owner = this.groups.find(
      (one) => one.label !== "" && !one.part && !has(one, fact),
    );
    give([owner ?? this.group("")], fact);
  }
}

/** 一个在重庆上大学的娃, 老人二档两个: the fact stands between the person and the count. */
function holds(who: Who | undefined, { span }: Fact): boolean {
  return who !== undefined && who.span[0] <= span[0] && span[1] <= who.span[1];
}

function has(group: Group, { facet }: Fact): boolean {
  if (facet === "age") return group.age !== null;
  const list =
    facet === "tier" ? group.tiers : [...group.tags, ...group.denied];
  return list.length > 0;
}

function give(owners: readonly Group[], { facet, value, negated }: Fact): void {
  for (const owner of owners) {
    if (facet === "age") owner.age = value;
    else {
      const list =
        facet === "tier" ? owner.tiers : negated ? owner.denied : owner.tags;
      if (!list.includes(value)) list.push(value);
    }
  }
}

/** “低保户 我妈 重残 我”: each fact stands before its person. */
function alternates(plain: string, tokens: readonly Token[]): boolean {
  const kinds: string[] = [];
  tokens.forEach((token, at) => {
    const before = tokens[at - 1];
    const kind = token.who ? "P" : "F";
    const apart =
      !before || BREAK.test(plain.slice(spanOf(before)[1], spanOf(token)[0]));
    if (apart) kinds.push(kind);
    else kinds.push((kinds.pop() ?? "") + kind);
  });
  return /^F P F P( |$)/.test(kinds.join(" "));
}
