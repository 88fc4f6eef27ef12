/** 要是两样都占呢, after what two identities pay: somebody who has both of them. */
import type { Meaning, Person } from "../../nlu/meaning.js";
import { looksAt } from "./families.js";
import { said } from "./slots.js";
import type { Frame, State } from "./state.js";

const BOTH =
  /^(那|那么|要是|如果|假如|万一|我|他|她|这|人家|同时|一个人)*(两|俩|2)(样|个|种|头|项|者|边)?(身份|条件|情况)?(同时|全|都)+(占|是|有|算|符合|沾|够|具备|满足)(了|的|上|着|得上)*(话)?(呢|咋办|怎么办|怎么算|咋算|交多少|报多少)*[？?。！!\s]*$/;

/** The last question of one person with the identities of the one before; null where two are not told. */
export function bothAtOnce(
  { previous }: State,
  { plain, mentions }: Meaning,
  last: Frame,
): Frame | null {
  if (!BOTH.test(plain) || mentions.length > 0) return null;
  if (!looksAt(last.task, "identity")) return null;
  const now = last.people?.value ?? [];
  const told =
    now.length === 2 ? now : [...(previous?.people?.value ?? []), ...now];
  const [first, second, more] = told;
  if (!first || !second || more || last.household) return null;
  const alike = first.label === "" || first.label === second.label;
  const tags = [...new Set([...first.tags, ...second.tags])];
  if (!alike || tags.length < 2) return null;
  const person: Person = { ...second, tags, denied: [], excludes: undefined };
  return { ...last, compare: false, people: said([person]) };
}
