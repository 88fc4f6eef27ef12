/** What is wrong with a script, told to the person who wrote it. */

export interface Fault {
  file: string;
  /** From 1. */
  line: number;
  /** Plain Chinese: what stands there, and what to write instead. */
  message: string;
}

/** One line for people. */
export function faultLine({ file, line, message }: Fault): string {
  return `${file} 第${line}行：${message}`;
}
