/** Binds facts to persons: 我妈低保, 低保户我妈, 我和老婆都普通, 我爸是低保我不是. */
import {
  AGED,
  BREAK,
  LINK,
  JOINED,
  BEGINS,
  LEADS,
  ALL,
  NOT_SO,
  LIKEWISE,
  IS_SO,
  ADDED,
  EXCEPT,
  OTHERS,
  ASKED,
} from "./owner-words.js";
import {
  alternates,
  holds,
  leadsOn,
  ofThem,
  spanOf,
  standsBetween,
  toldItself,
  type Token,
} from "./fact-order.js";
import { give, has, isSeveral, newGroup, toldApart } from "./groups.js";
import { ofHousehold } from "./homes.js";
import { HOME, SELF, type Fact, type Group, type Who } from "./payers.js";

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
  ofFamily: (fact: Fact) => boolean,
): Bound {
  const tokens: Token[] = [
    ...people.map((who) => ({ who })),
    ...facts.map((fact) => ({ fact })),
  ].sort((a, b) => spanOf(a)[0] - spanOf(b)[0]);
  return new Binding(plain, tokens, ofFamily).run();
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
  /** Facts of the family that led to the persons named last. */
  private ofHome: Fact[] = [];
  private hanging: Fact[] = [];
  private last: Group[] = [];
  private fresh = false;
  /** 两个孩子，一个重残一个普通: how many are still to be told apart. */
  private open: { parent: Group; left: number } | null = null;

  constructor(
    private readonly plain: string,
    private readonly tokens: readonly Token[],
    private readonly ofFamily: (fact: Fact) => boolean,
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
      if (token.who) this.name(token.who, at, gap);
      else this.tell(token.fact, at, gap);
    });
    for (const fact of [...this.forward, ...this.hanging]) this.settle(fact);
    return { groups: this.groups, asked: this.asked };
  }

  private group(label: string): Group {
    const known = this.groups.find((one) => one.label === label && !one.part);
    if (known) return known;
    const group = newGroup(label);
    this.groups.push(group);
    return group;
  }

  private name(who: Who, at: number, gap: string): void {
    const before = this.tokens[at - 1];
    const again = toldApart(this.groups, who);
    if (again.length > 0) {
      this.nameAgain(again, gap);
      return;
    }
    const group = this.group(who.label);
    group.count ??= who.count;
    group.byName.push(
      ...who.byName.filter((one) => !group.byName.includes(one)),
    );
    const tight = before?.who !== undefined && LINK.test(gap);
    // 爷爷70奶奶68都是低收入: an age between the two does not part them.
    const aged = before?.fact?.facet === "age" && AGED.test(gap);
    const ofHome = before?.who?.label === HOME;
    if ((!before?.who && !aged) || ofHome) this.cluster = [];
    if (!tight) this.linked = [];
    this.cluster.push(group);
    if (!this.linked.includes(group)) this.linked.push(group);
    // 再加上我自己: who comes to the others is one of those asked about.
    if (who.label === SELF && ADDED.test(this.plain.slice(0, who.span[0])))
      group.linked = true;
    if (tight && who.label !== HOME)
      for (const one of this.cluster.slice(-2)) one.linked = true;
    // 我和老婆普通，孩子还有我奶奶五保: where others were told apart before, of the last one alone.
    const apart =
      FURTHER.test(gap) && this.groups.some(({ tags }) => tags.length > 0);
    this.owners = apart ? [group] : this.linked;
    this.named = true;
    this.fresh = true;
    this.open =
      group.count !== undefined && group.count > 1
        ? { parent: group, left: group.count }
        : null;
    for (const fact of this.forward) give([group], fact);
    // 低收入家庭的老人和孩子: of both.
    if (tight && this.forward.length === 0)
      for (const fact of this.ofHome)
        if (!toldItself(this.plain, this.tokens, at, fact)) give([group], fact);
    this.ofHome = [
      ...(tight && this.forward.length === 0 ? this.ofHome : []),
      // 低保户我和我妈: nobody says so of themselves alone.
      ...this.forward.filter(
        (fact) =>
          this.ofFamily(fact) ||
          (who.label === SELF && fact.facet === "identity"),
      ),
    ];
    this.forward = [];
    this.elliptic(who, group);
  }

  /** Those told apart before: what is said now holds for each of them. */
  private nameAgain(parts: Group[], gap: string): void {
    this.cluster = LINK.test(gap) ? [...this.linked, ...parts] : parts;
    this.linked = this.cluster;
    this.owners = this.cluster;
    this.named = true;
    this.fresh = true;
    this.open = null;
    for (const fact of this.forward) give(parts, fact);
    this.forward = [];
  }

  private elliptic({ label, word }: Who, group: Group): void {
    const after = this.plain.slice(word[1]);
    const model = this.last[0];
    // 我妈和我爸交多少: of everybody linked there.
    if (ASKED.test(after))
      this.asked.push(label, ...this.linked.map((one) => one.label));
    if (!model) return;
    if (model.tags.length === 0 && IS_SO.test(after)) {
      group.tags.push(
        ...model.denied.filter((tag) => !group.tags.includes(tag)),
      );
    } else if (NOT_SO.test(after)) {
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
    if (this.excepted(at, fact)) return;
    const aged = this.tokens[at - 1]?.fact?.facet === "age";
    if ((this.fresh || aged) && ALL.test(gap)) this.owners = this.cluster;
    if (this.ofAll(fact, at)) {
      give([this.group(HOME)], fact);
      return;
    }
    if (this.leadTogether(fact, at, gap)) return;
    const next = this.tokens[at + 1];
    // 62岁家里低收入: a home has no age.
    const tightNext =
      next?.who !== undefined &&
      !(fact.facet === "age" && next.who.label === HOME) &&
      LEADS.test(this.plain.slice(fact.span[1], next.who.span[0]));
    // 老大上大学二档: one more fact of the one just told apart.
    const again = this.last[0]?.part === true && !BREAK.test(gap);
    const count =
      fact.count ?? (this.open && !again ? ofThem(this.plain, fact) : null);
    const ofNext =
      tightNext && !toldItself(this.plain, this.tokens, at + 1, fact);
    if (ofNext && count !== null) {
      // 一个低保的妈, 两个重残的孩子: the count is that of the person named next.
      if (count > 1) next.who.count ??= count;
      this.forward.push(fact);
      return;
    }
    if (count !== null && this.counted(fact, count, gap)) return;
    this.lead(fact, ofNext, at, gap);
  }

  /** 跟低收入70岁老妈: several facts lead to the one named after them. */
  private leadTogether(fact: Fact, at: number, gap: string): boolean {
    const begins =
      BEGINS.test(gap) || fact.count !== undefined || this.begins(gap);
    if (begins && leadsOn(this.plain, this.tokens, at)) {
      // 一个普通67岁老人: counted once, as the one named last.
      const who = this.tokens[at + 2]?.who;
      if (who && (fact.count ?? 1) > 1) who.count ??= fact.count;
      this.forward.push(fact);
      return true;
    }
    const more =
      this.forward.length > 0 && leadsOn(this.plain, this.tokens, at - 1);
    if (more) this.forward.push(fact);
    return more;
  }

  /** 我姐夫开出租，太原低收入70岁老汉: a clause of its own, after one about somebody else. */
  private begins(gap: string): boolean {
    return !this.named && this.fresh && BREAK.test(gap);
  }

  /** Gives the fact to those named before it, or keeps it for the one named next. */
  private lead(fact: Fact, ofNext: boolean, at: number, gap: string): void {
    const adjoins =
      at > 0 &&
      JOINED.test(gap) &&
      this.last.length > 0 &&
      !this.fresh &&
      !this.forwardFirst;
    const alternating = this.forwardFirst && this.tokens[at + 1]?.who;
    if (ofNext && BEGINS.test(gap)) this.forward.push(fact);
    else if (this.named || adjoins)
      this.assign(this.owners.length > 0 ? this.owners : this.last, fact);
    else if (ofNext || alternating) this.forward.push(fact);
    else if (this.owners.length > 0) this.assign(this.owners, fact);
    else this.hanging.push(fact);
  }

  /** 低收入家庭，爷爷70岁孙女10岁; 两口子62和58，低收入: said of the family before or after those told apart. */
  private ofAll(fact: Fact, at: number): boolean {
    if (!this.ofFamily(fact)) return false;
    const home = this.groups.some(({ label }) => label === HOME);
    if (this.groups.length > 0)
      return (
        (home && !this.named) ||
        this.groups.some(({ part }) => part) ||
        standsBetween(this.plain, this.tokens, fact, at)
      );
    const others = this.tokens.slice(at + 1).flatMap(({ who }) => who ?? []);
    return (
      new Set(others.map(({ label }) => label)).size > 1 &&
      !this.plain.startsWith("的", fact.span[1])
    );
  }

  /** 除了我都是低保: what is said holds for the others, and not for the one named. */
  private excepted(at: number, fact: Fact): boolean {
    const told = this.tokens.slice(0, at);
    const who = told.findLast((token) => token.who)?.who;
    const before = told.at(-1);
    if (!who || !before || fact.negated || fact.facet === "age") return false;
    const between = this.plain.slice(spanOf(before)[1], fact.span[0]);
    const meant =
      EXCEPT.test(this.plain.slice(0, who.span[0])) && OTHERS.test(between);
    if (!meant) return false;
    give([this.group(HOME)], fact);
    if (before.fact) return true;
    const one = this.group(who.label);
    one.linked = true;
    if (fact.facet === "identity") give([one], { ...fact, negated: true });
    this.last = [this.group(HOME)];
    this.fresh = false;
    return true;
  }

  private assign(owners: Group[], fact: Fact): void {
    give(owners, fact);
    this.last = owners;
    this.fresh = false;
    if (!owners.every(({ part }) => part)) this.open = null;
  }

  /** 两个低保: persons without a name, or the part of those just named. */
  private counted(fact: Fact, count: number, gap: string): boolean {
    // 我妈走了，我和我爸还有弟弟三个: of those linked to one another.
    const meant =
      this.linked.length > 1 && headsOf(this.linked) === count
        ? this.linked
        : this.cluster;
    if (
      this.fresh &&
      headsOf(meant) === count &&
      !meant.some(({ label }) => label === HOME) &&
      (gap === "" || ALL.test(this.plain.slice(...fact.span)))
    ) {
      this.assign(meant, fact);
      return true;
    }
    const [only, more] = this.cluster;
    if (this.fresh && only && !more && gap === "" && isSeveral(only)) {
      only.count = count;
      this.assign(this.cluster, { ...fact, count: undefined });
      return true;
    }
    const parent =
      this.open && count <= this.open.left ? this.open.parent : null;
    const group: Group = {
      ...newGroup(parent?.label ?? ""),
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
    if (
      (this.ofFamily(fact) || ofHousehold(this.plain, fact)) &&
      this.groups.length > 1
    ) {
      give([this.group(HOME)], fact);
      return;
    }
    const owner = this.groups.find(
      (one) => one.label !== "" && !one.part && !has(one, fact),
    );
    give([owner ?? this.group("")], fact);
  }
}

const FURTHER = /^(，)?(还有|以及)/;

const headsOf = (groups: readonly Group[]): number =>
  groups.reduce((sum, { count }) => sum + (count ?? 1), 0);
