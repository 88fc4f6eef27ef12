/** HTML by tagged template: everything put in is text unless it was made here. */

export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | readonly Html[];

/** Markup with every interpolated string escaped. */
export function html(markup: TemplateStringsArray, ...parts: Part[]): Html {
  let text = markup[0] ?? "";
  parts.forEach((part, at) => {
    text += render(part) + (markup[at + 1] ?? "");
  });
  return new Html(text);
}

function render(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === "string") return escape(part);
  return part.map((one) => one.text).join("");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark);
}
