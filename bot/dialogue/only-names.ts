/** A message that names and asks nothing. */
import type { Meaning } from "../../nlu/meaning.js";

/** 太原低收入家庭的小孩 2023: places, persons and a year, and nothing said of them. */
export function onlyNames({
  plain,
  places,
  mentions,
  dates,
  people,
}: Meaning): boolean {
  const characters = [...plain];
  for (const { span } of [
    ...places,
    ...mentions,
    ...dates.map(({ reading }) => reading),
  ])
    characters.fill(" ", span[0], span[1]);
  const ages = people.some(({ age }) => age !== null) ? /\d{1,3}岁?/g : /岁/g;
  const rest = characters.join("").replace(ages, "").replace(NO_WORD, "");
  return rest.length === 0;
}
/** With the short names of relatives: 我爸是五保户, 老婆残疾二级. */
const NO_WORD =
  /[的，,、。.？?！!\s了呢吧是在有我家里们人户年度个她他俺咱老爸妈爹娘爷奶公婆儿子女娃弟妹哥姐]/g;
