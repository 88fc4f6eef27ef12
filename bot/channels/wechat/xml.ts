/** WeChat's XML: one level of named texts below <xml>, read without entities or DTD, written as CDATA. */
import { XMLParser } from "fast-xml-parser";

/** A body that is not the XML of WeChat. */
export class XmlError extends Error {}

export type Fields = ReadonlyMap<string, string>;

const TEXT = "#text";
const CDATA = "#cdata";

const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  textNodeName: TEXT,
  cdataPropName: CDATA,
});

/** The texts below <xml> by their names; deeper elements are passed over. Throws XmlError. */
export function readXml(body: string): Fields {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(withoutCdata(body)))
    throw new XmlError("不接受 DTD");
  const trimmed = body.replace(/^\uFEFF/, "").trim();
  if (!trimmed.startsWith("<") || !trimmed.endsWith("</xml>"))
    throw new XmlError("不是完整的 XML");
  const root = parsed(trimmed).xml;
  if (!isElement(root)) throw new XmlError("缺少 <xml>");
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(root)) {
    if (name === TEXT || name === CDATA) continue;
    if (Array.isArray(value)) throw new XmlError("同一项出现了两次");
    const text = textOf(value);
    if (text !== null) fields.set(name, text);
  }
  return fields;
}

/** What a person typed may look like markup; only what stands outside is. */
function withoutCdata(body: string): string {
  let kept = "";
  let at = 0;
  for (;;) {
    const from = body.indexOf("<![CDATA[", at);
    const to = from < 0 ? -1 : body.indexOf("]]>", from);
    if (to < 0) return kept + body.slice(at);
    kept += body.slice(at, from);
    at = to + 3;
  }
}

function parsed(body: string): Record<string, unknown> {
  try {
    return parser.parse(body) as Record<string, unknown>;
  } catch {
    throw new XmlError("XML 格式不对");
  }
}

function isElement(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text of an element, or null when it has elements below it. */
function textOf(value: unknown): string | null {
  if (typeof value === "string") return unescaped(value);
  if (!isElement(value)) return null;
  const names = Object.keys(value);
  if (names.some((name) => name !== TEXT && name !== CDATA)) return null;
  const sections = [value[CDATA] ?? []].flat().join("");
  const around = typeof value[TEXT] === "string" ? value[TEXT] : "";
  // Line breaks around a CDATA section belong to the layout.
  return around.trim() === "" ? sections : unescaped(around) + sections;
}

const PREDEFINED: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&apos;": "'",
};

/** XML's own five escapes; no other entity is ever resolved. */
function unescaped(text: string): string {
  return text.replace(
    /&(?:lt|gt|amp|quot|apos);/g,
    (escape) => PREDEFINED[escape] ?? escape,
  );
}

/** One element with a text; whatever the text, it cannot leave its CDATA section. */
export function element(name: string, text: string): string {
  const safe = withoutForbidden(text).replaceAll("]]>", "]]]]><![CDATA[>");
  return `<${name}><![CDATA[${safe}]]></${name}>`;
}

/** One element with a whole number. */
export function numberElement(name: string, value: string): string {
  return `<${name}>${value}</${name}>`;
}

/** A document of elements. */
export function xml(elements: readonly string[]): string {
  return `<xml>${elements.join("")}</xml>`;
}

/** Control characters and halves of characters have no place in XML. */
function withoutForbidden(text: string): string {
  return text.replace(
    /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu,
    "",
  );
}
