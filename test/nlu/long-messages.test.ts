/** Understanding takes time in proportion to the length of a message, however often it asks. */
import { expect, test } from "vitest";
import { loadKnowledge } from "../../knowledge/load.js";
import { understandingOf } from "../../nlu/understand.js";

const understanding = understandingOf(loadKnowledge());

/** The least processor time of some runs, in milliseconds. */
function spent(text: string): number {
  const times = Array.from({ length: 15 }, () => {
    const before = process.cpuUsage();
    understanding.understand(text, "2023-03-15");
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

test.each(["1、医保怎么交", "我妈低保，", "重庆一档和", "3万，", "1块"])(
  "%s, over and over, takes no more than its length",
  (unit) => {
    const of = (length: number): string => unit.repeat(length).slice(0, length);
    spent(of(500));
    const [short, long] = [spent(of(500)), spent(of(2000))];
    // Four times as long; quadratic would be sixteen times.
    expect(long).toBeLessThan(Math.max(10 * short, 20));
  },
);
