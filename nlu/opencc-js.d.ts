/** OpenCC's character table, traditional to simplified: "乾 干|亂 乱|…" (opencc-js ships no types for its tables). */
declare module "opencc-js/dict/TSCharacters" {
  const table: string;
  export default table;
}
