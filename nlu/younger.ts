/** 不到60岁, 还没满60: somebody is none of those who are that old. */
import type { Knowledge } from "../knowledge/knowledge.js";
import type { Mention } from "./meaning.js";

const YOUNGER =
  /(?:没有?|不|未|差[一点点几岁]*)(?:到|满|够)(\d{2,3})(周?岁)?(?![\d.万千百元块%天次个月年号点])/g;

/** The identities that an age not yet reached denies; without 岁 only where a person is named. */
export function youngerThan(
  plain: string,
  named: boolean,
  { vocabulary }: Knowledge,
): Mention[] {
  const told = [...plain.matchAll(YOUNGER)];
  if (told.length === 0) return [];
  const groups = Object.entries(
    vocabulary.file.facets.identity?.values ?? {},
  ).flatMap(([id, { ages }]) =>
    ages?.from === undefined ? [] : [{ id, from: ages.from }],
  );
  return told.flatMap(({ 0: text, 1: age, 2: unit, index }) =>
    unit === undefined && !named
      ? []
      : groups
          .filter(({ from }) => from === age)
          .map(({ id }) => ({
            facet: "identity",
            value: id,
            span: [index, index + text.length] as [number, number],
            negated: true,
            questioned: false,
          })),
  );
}
