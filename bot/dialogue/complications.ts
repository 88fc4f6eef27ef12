/** “有严重并发症” after a disease is said of that disease: 糖尿病有严重并发症. */
import type { State } from "./state.js";

const COMPLICATED =
  /^(那|要是|如果|就|已经|现在|[他她我]|是)*(?<said>(合并|伴|带|有|出现)了?(严重|很重)?(的)?并发症(严重|很重)?)(的|了|呢|啊)*[。！!？?]*$/;

/** 糖尿病的呢, after the quota of another disease: the one that has a quota, too. */
const BARE =
  /^(那|那么|要是|如果|换成)*(?<word>糖尿病)(人|患者|病人|的)*(呢|多少|好多|一个月|每月)+[？?]*$/;
const NO_QUOTA = "两病";

/** The message with the disease named, where the question before named one. */
export function withComplication({ frames }: State, text: string): string {
  const last = frames.at(-1);
  const other = last?.task === "chronic" ? last.facets.disease?.value[0] : null;
  const bare = BARE.exec(text.trim())?.groups?.word;
  if (bare !== undefined && other && other !== NO_QUOTA)
    return text.replace(bare, `${bare}合并严重并发症`);
  const word = frames.at(-1)?.diseaseWord;
  const said = COMPLICATED.exec(text.trim())?.groups?.said;
  return word !== undefined && said !== undefined ? `${word}${said}呢` : text;
}
