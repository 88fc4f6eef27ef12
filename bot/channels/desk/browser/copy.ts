/** Copying that also works on plain http, where the browser's clipboard interface is missing. */

/** Puts the text on the clipboard, plain and as paragraphs. Must be called while a key or a click is handled. */
export function copy(text: string): boolean {
  const before = document.activeElement as HTMLElement | null;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "off-screen";
  document.body.append(area);
  area.select();
  const both = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData("text/plain", text);
    event.clipboardData?.setData("text/html", paragraphs(text));
  };
  document.addEventListener("copy", both);
  try {
    return document.execCommand("copy");
  } finally {
    document.removeEventListener("copy", both);
    area.remove();
    before?.focus();
  }
}

function paragraphs(text: string): string {
  const box = document.createElement("div");
  for (const line of text.split("\n")) {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    box.append(paragraph);
  }
  return box.innerHTML;
}
