/** What is commonly mistyped in YAML, told in the words of the person who typed it. */

/** A fault that the YAML reader found. */
export interface SyntaxFault {
  code: string;
  message: string;
  /** Line at which the reader stopped, from 1. */
  line: number;
}

/** Where the mistake was made, which may be before the reader stopped, and what to write instead. */
export function syntaxSlip(
  fault: SyntaxFault,
  source: readonly string[],
): { line: number; message: string } {
  const { code, message, line } = fault;
  const content = source[line - 1] ?? "";
  const key = keyOf(content);
  const named = key === undefined ? "" : `“${key}”`;
  if (code === "TAB_AS_INDENT")
    return { line, message: `${named}缩进用了制表符（Tab 键），请改用空格` };
  const open = unclosed(message, source, line);
  if (open) return open;
  const what = slip(content) ?? told(fault, source, named);
  return { line, message: what };
}

const UNREADABLE =
  "这一行的格式读不懂，请检查缩进、英文冒号加空格、括号和引号是否成对";

function told(
  { code, message, line }: SyntaxFault,
  source: readonly string[],
  named: string,
): string {
  const misaligned = `${named}缩进不对，请与同级的项目左边对齐`;
  switch (code) {
    case "DUPLICATE_KEY":
      return `同一个项目名${named}写了两次，请删去一个`;
    case "BAD_INDENT":
      return misaligned;
    case "MISSING_CHAR":
      return message.includes("without -")
        ? misaligned
        : "缺少引号、括号或冒号，请补上";
    case "BAD_SCALAR_START":
      return `${named}的内容以特殊符号开头，请给内容加英文双引号`;
    case "BLOCK_AS_IMPLICIT_KEY":
      return (source[line - 1] ?? "").split(/:(?:\s|$)/).length > 2
        ? `${named}这一行里有两个冒号，请给冒号后面的内容加英文双引号`
        : `${named}已有内容，下一行“${keyOf(source[line] ?? "") ?? ""}”却缩得更深，请左边对齐；每轮问答以“- 用户: ”开头`;
    case "MULTILINE_IMPLICIT_KEY":
      return "项目名后面缺少英文冒号加空格，或缩进不对";
    default:
      return UNREADABLE;
  }
}

/** A bracket or a quotation mark without its partner: the reader stops only at the end, the line that opened it is told. */
function unclosed(
  message: string,
  source: readonly string[],
  line: number,
): { line: number; message: string } | undefined {
  const bracket = /end with an? ([}\]])/.exec(message)?.[1];
  const mark = /Missing closing (["'])/.exec(message)?.[1];
  for (let at = Math.min(line, source.length); at > 0; at--) {
    const content = source[at - 1] ?? "";
    const count = (sign: string): number => content.split(sign).length - 1;
    if (bracket !== undefined) {
      const opening = bracket === "}" ? "{" : "[";
      if (count(opening) > count(bracket))
        return {
          line: at,
          message:
            slip(content) ??
            `“${opening}”没有配上“${bracket}”，请在这一项末尾补上`,
        };
    }
    if (mark !== undefined && count(mark) % 2 === 1)
      return { line: at, message: `引号 ${mark} 没有配成对，请补上另一个` };
  }
  return undefined;
}

const ITEM = String.raw`^\s*(?:-\s+)*`;
const WIDE = new RegExp(String.raw`${ITEM}([\p{L}_.]{1,20})：`, "u");
const TIGHT = new RegExp(String.raw`${ITEM}([\p{L}_.]{1,20}):(?=[^\s:])`, "u");
const KEY = new RegExp(String.raw`${ITEM}["']?([^\s:"'{[]+)["']?\s*:`, "u");

/** 津政发[2016]17号: the brackets of a document number are the format's own. */
const NUMBERED = /[\p{L}\d]+\[\d{4}\]\d*号?/u;

function keyOf(content: string): string | undefined {
  return KEY.exec(content)?.[1];
}

/** What is most likely meant where a line or a word is not what the format wants there. */
export function slip(content: string): string | undefined {
  if (/^ *[\u00a0\u2000-\u200b\u3000]/.test(content))
    return "缩进用了全角空格或别的特殊空格，请改用普通的空格";
  if (/^\s*[—–－]\s*[\p{L}_]{1,20}[:：]/u.test(content))
    return "短横请用英文的“-”，后面空一格";
  if (/^\s*-[\p{L}_]{1,20}[:：]/u.test(content))
    return "短横“-”后面要空一格再写内容";
  const wide = WIDE.exec(content);
  if (wide)
    return `“${wide[1] ?? ""}”后面是全角冒号“：”，请改成英文冒号加一个空格“: ”`;
  const tight = TIGHT.exec(content);
  if (tight) return `“${tight[1] ?? ""}:”后面要空一格再写内容`;
  if (/[【】｛｝]/.test(content)) return "方括号和花括号请用英文的 [ ] 和 { }";
  if (/[{[][^}\]]*[，、；][^}\]]*:/.test(content))
    return "括号里各项之间请用英文逗号“, ”隔开";
  const number = NUMBERED.exec(content.replace(/"[^"]*"/g, ""))?.[0];
  if (number !== undefined)
    return `内容里有方括号，请加英文双引号，写成 "${number}"`;
  return undefined;
}
