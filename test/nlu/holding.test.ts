import { describe, expect, it } from "vitest";
import { holdingOf } from "../../nlu/holding.js";

describe("holdingOf", () => {
  it.each([
    "天津药店报65%是从哪年开始的",
    "什么时候改成这样的",
    "黄石12万从什么时候开始的",
    "哪天施行",
    "哪年起取消备案的",
    "这是哪年的标准",
    "从什么时候开始报65%",
  ])("hears since when a rule holds: %s", (text) => {
    expect(holdingOf(text)?.end).toBe("since");
  });

  it.each(["有效期到什么时候", "执行到哪年", "什么时候废止的", "管到哪年"])(
    "hears until when: %s",
    (text) => {
      expect(holdingOf(text)?.end).toBe("until");
    },
  );

  it.each([
    "什么时候开始交医保",
    "几号开始收费",
    "什么时候能报",
    "宝宝什么时候开始享受待遇",
    "什么时候会涨",
    "啥时候开始参保的",
    "从几月开始报名",
  ])("leaves what the insured do to its own task: %s", (text) => {
    expect(holdingOf(text)).toBeNull();
  });

  it("is linear in the length of the message", () => {
    const long = "从哪年什么时候起开始".repeat(200);
    const start = performance.now();
    holdingOf(long);
    expect(performance.now() - start).toBeLessThan(200);
  });
});
