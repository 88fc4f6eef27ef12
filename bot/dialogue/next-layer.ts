/** “剩下的4万还能再报吗” after what one layer paid: what the layer after it pays of the rest. */
import type { Meaning, Money } from "../../nlu/meaning.js";
import type { World } from "./context.js";
import { followUp } from "./merge.js";
import { perform } from "./perform.js";
import type { Frame } from "./state.js";

const NEXT: Readonly<Record<string, string>> = {
  inpatient: "catastrophic",
  catastrophic: "assistance",
  assistance: "special_assistance",
};
const REST = /剩|余下|剩余/;
const ONCE_MORE = /(还|再)(能|可以|可|会)?(再)?(报|救(?!护|命)|补|减|帮)/;
/** 剩下的呢: of what assistance left, which only a further assistance can pay. */
const BARE =
  /^(那|那么)?(剩下?|余下|剩余)的?(钱|部分|那部分)?(呢|怎么办|咋办|咋个办)?[？?。]?$/;

/** The question of the next layer on what the last answer left to the person; null where it left no one amount. */
export function ofTheRest(
  last: Frame,
  meaning: Meaning,
  world: World,
): Frame | null {
  const task = NEXT[last.task];
  if (task === undefined || last.amounts.length === 0) return null;
  const { plain, amounts, places, people, asks } = meaning;
  const bare = last.task === "assistance" && BARE.test(plain);
  if (!REST.test(plain) || !(bare || ONCE_MORE.test(plain))) return null;
  if (amounts.length > 1 || places.length + people.length > 0) return null;
  if (asks.some(({ task }) => task !== "reimburse")) return null;
  const [left, more] = perform(last, world).reply.figures.filter(
    ({ key }) => key === `${last.task}.self`,
  );
  if (!left || more) return null;
  const [said] = amounts;
  if (said && `${said.low}.00` !== left.value && said.low !== left.value)
    return null;
  const rest: Money = {
    role: "self",
    eligible: true,
    low: left.value.replace(/\.00$/, ""),
    high: null,
    about: false,
    remainder: false,
    span: [0, 0],
    text: said?.text ?? left.value.replace(/\.00$/, ""),
    year: null,
  };
  const heard = { ...meaning, amounts: [], aspects: [], column: null };
  return {
    ...followUp(heard, { ...last, task, aspects: ["amount"], amounts: [] }),
    amounts: [
      ...last.amounts.filter(({ role }) => role === "paid_this_year"),
      rest,
    ],
    text: "",
  };
}
