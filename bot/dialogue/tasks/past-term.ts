/** 过了六个月还能用吗: a statement tells how long something holds, and no clause what comes after. */
import type { Figure } from "../../../engine/result.js";
import type { Meaning } from "../../../nlu/meaning.js";
import type { Reply } from "../../phrasing/compose.js";
import { whomToAsk } from "../../phrasing/fixed.js";
import type { Context } from "../context.js";

/** The condition under which a frame asks for what comes after. */
export const PAST_TERM = "past_term";

const OVER =
  /(有效期|期限)(已经|都)?(过|到|满)了?|(过|超|满)了?(这|那)?个?(期|有效期|期限|时间)|到了?期|期满|失效|作废|用完了?期|重新(备|办|登记)|再(备|办)一?[次个遍]?|续(备|期|办)/;
const AFTER_SO_LONG = /过了|超过|超了|满了|以后|之后|过后|开外/;
/** 多久过期, 几个月失效 ask for the length itself. */
const HOW_LONG =
  /(失效|作废|过期|到期)了?[吗么嘛不没]|多久|多长|多少|好久|几个?月|几天|几年|什么时候|啥时候|哪天/;

/** Whether the words speak of the time after it ran out. */
export function tellsPastTerm({ plain, counts }: Meaning): boolean {
  const length = counts.some(({ kind }) => kind === "period");
  const over = OVER.test(plain) || (length && AFTER_SO_LONG.test(plain));
  return over && !HOW_LONG.test(plain);
}

const UNITS: readonly string[] = ["个月", "月", "天", "日", "年"];
const isLength = ({ type, unit }: Figure): boolean =>
  type === "count" && UNITS.includes(unit);

/** The statement with that nothing is said of afterwards; as it is where it tells no such length. */
export function afterTerm(context: Context, told: Reply): Reply {
  const { frame, knowledge } = context;
  const asked = frame.flags[PAST_TERM] === true;
  const [figure, more] = told.figures;
  if (!asked || told.status !== "answered" || !figure || more) return told;
  if (!isLength(figure)) return told;
  return {
    ...told,
    lead: [
      `过了有效期以后还能不能用、要不要重新办，收录的${context.placeLabel}文件没有写。`,
      ...told.lead,
      whomToAsk(knowledge),
    ],
  };
}
