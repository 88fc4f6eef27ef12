/** Links in the text of a WeChat message, and the text around them. */

/** Text that stands beside links: what looks like markup is shown, not obeyed. */
export function plain(text: string): string {
  return text.replaceAll("<", "＜").replaceAll(">", "＞");
}

/** A link that sends its words as a message when it is tapped. */
export function sayLink(words: string, id: number): string {
  const content = words.replace(/[%&#+"<>\s]/g, encodeURIComponent);
  return `<a href="weixin://bizmsgmenu?msgmenucontent=${content}&msgmenuid=${id}">${plain(words)}</a>`;
}

/** A link to a page; the address is made here and holds no mark that would end it. */
export function pageLink(address: string, words: string): string {
  return `<a href="${address}">${words}</a>`;
}

/** The words that a tapped link sends. */
export function linkedWords(text: string): string[] {
  return [
    ...text.matchAll(
      /<a href="weixin:\/\/bizmsgmenu\?msgmenucontent=([^"&]*)&msgmenuid=\d+">/g,
    ),
  ].map((match) => decodeURIComponent(match[1] ?? ""));
}
