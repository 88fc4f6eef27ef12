/** Where clauses end. */

/** Whether the clause ends there: end of text, space or punctuation. */
export function isClauseEnd(t: string, at: number): boolean {
  return (
    at >= t.length || ' ，。,.;；:!！?？、）)】」”"…~\n'.includes(t.charAt(at))
  );
}
