/** “有严重并发症” after a disease is said of that disease: 糖尿病有严重并发症. */
import type { State } from "./state.js";

const COMPLICATED =
  /^(那|要是|如果|就|已经|现在|[他她我]|是)*(?<said>(合并|伴|带|有|出现)了?(严重|很重)?(的)?并发症(严重|很重)?)(的|了|呢|啊)*[。！!？?]*$/;

/** The message with the disease named, where the question before named one. */
export function withComplication({ frames }: State, text: string): string {
  const word = frames.at(-1)?.diseaseWord;
  const said = COMPLICATED.exec(text.trim())?.groups?.said;
  return word !== undefined && said !== undefined ? `${word}${said}呢` : text;
}
