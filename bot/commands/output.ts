/** Where a command says something: results to stdout, everything else to stderr. */
export interface Output {
  /** One line of the result. */
  out(line: string): void;
  /** One line of trouble or progress. */
  err(line: string): void;
}
