/** 不是自付，是总费用: a message that only says in which column of the bill an amount stands. */
import type { ConceptHit } from "./amount-roles.js";
import type { Column, Money } from "./meaning.js";

const COLUMNS: Readonly<Record<string, Column["role"]>> = {
  role_total: "total",
  role_eligible: "eligible",
  role_self: "self",
  role_outside: "outside",
};
/** Longer messages tell more than a column. */
const LONGEST = 30;
/** What may stand beside the column: denials and corrections, and what points to the amount. */
const BESIDE =
  /不对|说错了?|错了|搞错|弄错|不是|并不|是|就|那|这|个|都|全|我|刚才|前面|说|指|应该|其实|而|里面|金额|数字?|钱|元|块|的|了|哦|啊|呀|吧|嘛|哈|[，,。、；;！!\s]/g;
const DENIED = /不是(我|说|指)?$/;
/** 花了3万 may be any column; 总共, 总费用 name the whole bill. */
const WHOLE = /[总共合]/;

/** The column named, with nothing else said but the amount; null where several are named or none. */
export function columnSaid(
  plain: string,
  concepts: readonly ConceptHit[],
  amounts: readonly Money[],
): Column | null {
  if (plain.length > LONGEST || amounts.length > 1) return null;
  const hits = concepts.filter(({ concept }) => concept in COLUMNS);
  if (hits.length === 0) return null;
  const rest = plain.split("");
  for (const { span } of [...hits, ...amounts]) rest.fill("", ...span);
  if (rest.join("").replace(BESIDE, "") !== "") return null;
  const roles = new Set(
    hits
      .filter(({ span }) => !DENIED.test(plain.slice(0, span[0])))
      .map(({ concept }) => COLUMNS[concept] ?? "total"),
  );
  const whole = hits.some(
    ({ concept, span }) =>
      concept === "role_total" && WHOLE.test(plain.slice(...span)),
  );
  if (!whole) roles.delete("total");
  const eligible = roles.has("eligible");
  if (eligible && roles.size === 2 && roles.has("self"))
    return { role: "self", eligible };
  const [role, more] = roles;
  return role === undefined || more !== undefined ? null : { role, eligible };
}
