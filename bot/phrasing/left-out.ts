/** What a person said and the answer does not count, in one sentence. */
export function leftOut(words: readonly string[]): string {
  return `这个回答没有用到您说的${words.map((word) => `“${word}”`).join("、")}；如果要紧，请换个说法再问一次。`;
}
