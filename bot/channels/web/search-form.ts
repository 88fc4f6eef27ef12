/** The field in which people look for a clause; it needs no script. */
import { type Html, html } from "./html.js";

/** The form with what was asked in it. */
export function searchForm(asked: string): Html {
  return html`<form action="/notices" role="search">
    <label
      >在文件里找<br /><input
        name="q"
        type="search"
        value="${asked}"
        maxlength="200"
        required
    /></label>
    <button>找</button>
  </form> `;
}
