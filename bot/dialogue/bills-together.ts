/** 他们俩一共能救多少: what the bills of several persons told one by one come to in all. */
import { sumOf } from "../../engine/compare.js";
import type { CalcResult } from "../../engine/result.js";
import type { Ask, Meaning } from "../../nlu/meaning.js";
import { figureText } from "../phrasing/format.js";
import type { Reply } from "../phrasing/compose.js";
import { looksAt } from "./families.js";
import { recall } from "./known.js";
import { SHORT } from "./narrower.js";
import { isEmpty } from "./person.js";
import { emptyResult, join } from "./results.js";
import { said } from "./slots.js";
import type { Frame, State } from "./state.js";

/** One question for each of them; null where the message asks for no sum, or the words leave open of whom. */
export function billsTogether(
  { known = [], frames: asked, previous }: State,
  meaning: Meaning,
  strong: readonly Ask[],
  last: Frame,
): Frame[] | null {
  if (!asksSum(meaning, strong, last)) return null;
  const size = meaning.household?.size ?? null;
  if (asked.length > 1 && asked.every(({ whose }) => whose !== undefined))
    return size === null || size === asked.length ? summed(asked) : null;
  const [person, more] = last.people?.value ?? [];
  if (!person || more || person.label === "") return null;
  const others = known.filter(
    ({ person: { label }, task, spent = [] }) =>
      label !== person.label && task === last.task && spent.length > 0,
  );
  const count = others.length + 1;
  const labels = [person, ...others.map((one) => one.person)].map(
    ({ label }) => label,
  );
  const named = meaning.people.map(({ label }) => label);
  const all =
    named.length === 0 ||
    (named.length === count && named.every((label) => labels.includes(label)));
  if (count < 2) return ofLastTwo(previous ?? {}, meaning, last);
  if (!all || (size !== null && size !== count)) return null;
  const frames = others.map((one) =>
    recall(
      {
        ...last,
        amounts: [],
        facets: {},
        flags: {},
        tiers: null,
        people: said([
          { label: one.person.label, tags: [], denied: [], age: null },
        ]),
      },
      known,
      { aboutSelf: false, adds: false, corrects: false, present: [] },
    ),
  );
  return summed([...frames, last]);
}

/** 我妈二档用了380，我爸一档用了100, 两个人一共还剩多少: the question before and the last one, of whom nothing but that was told. */
function ofLastTwo(
  previous: Partial<Frame>,
  { household, people: named }: Meaning,
  last: Frame,
): Frame[] | null {
  const [person, more] = previous.people?.value ?? [];
  const own = last.people?.value[0]?.label;
  const two =
    person !== undefined &&
    !more &&
    person.label !== "" &&
    person.label !== own &&
    (previous.amounts?.length ?? 0) > 0 &&
    named.length === 0 &&
    household?.size === 2;
  return two ? summed([{ ...last, ...previous }, last]) : null;
}

const summed = (frames: readonly Frame[]): Frame[] =>
  frames.map((frame) => ({
    ...frame,
    whose: frame.whose ?? frame.people?.value[0]?.label ?? "",
    billsSummed: true,
  }));

function asksSum(
  {
    household,
    text,
    places,
    amounts,
    mentions,
    people,
    dates,
    compare,
  }: Meaning,
  strong: readonly Ask[],
  { task, amounts: told }: Frame,
): boolean {
  const asked = household?.total === true && !household.vague;
  return (
    asked &&
    !compare &&
    looksAt(task, "amount") &&
    told.length > 0 &&
    text.length <= 2 * SHORT &&
    places.length + amounts.length + dates.length === 0 &&
    mentions.length === 0 &&
    people.every(isEmpty) &&
    strong.every((ask) =>
      [task, "reimburse", "contribution"].includes(ask.task),
    )
  );
}

/** What is left of the limit of a year, where no bill was told. */
const LEFT = ".year_left";

/** What the funds pay for all of them; null where not each has one payment. */
export function sumOfBills(
  replies: readonly Reply[],
): { result: CalcResult; lead: string[] } | null {
  if (replies.length < 2) return null;
  const each = replies.map(({ figures, status, summed }) => {
    const paid = figures.filter(({ key }) => key.endsWith(".fund"));
    const funds =
      paid.length > 0 ? paid : figures.filter(({ key }) => key.endsWith(LEFT));
    return summed && status === "answered" && funds.length === 1 ? funds : [];
  });
  const funds = each.flat();
  const [first] = funds;
  if (!first || funds.length < replies.length) return null;
  if (funds.some(({ key }) => key !== first.key)) return null;
  const { citations } = join(replies);
  const all = citations.map((_, at) => at);
  const label = `${replies.length}人一共`;
  const { figure, step } = sumOf(first.key, label, funds);
  return {
    result: {
      ...emptyResult("answered"),
      citations: [...citations],
      figures: [{ ...figure, citations: all }],
      steps: [{ ...step, citations: all }],
    },
    lead: [
      `${label}${first.key.endsWith(LEFT) ? "本年度还可支付" : "能报"}${figureText(figure)}。`,
    ],
  };
}
