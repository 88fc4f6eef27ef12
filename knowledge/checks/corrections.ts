/** Source errors that a notice records, read as recorded: `1月I日` as 1月1日. */
import type { Notice } from "../schema.js";
import { squeeze } from "../text.js";

/**
 * The text with the recorded errors of its clause mended, for reading numbers
 * only. Errors whose mending would move the other characters stay.
 */
export function correct(notice: Notice, clause: string, text: string): string {
  let mended = text;
  for (const error of notice.source_errors) {
    const found = squeeze(error.found);
    const readAs = squeeze(error.read_as);
    if (error.clause === clause && found.length === readAs.length)
      mended = mended.replace(found, readAs);
  }
  return mended;
}
