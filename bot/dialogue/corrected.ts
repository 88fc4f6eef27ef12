/** What a correction changed in a question, told to the person who made it. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import { changedTo, corrected } from "../phrasing/fixed.js";
import type { FacetSlot, Frame } from "./state.js";

/** What is told of by the identity or insurance beside it. */
const UNTOLD: readonly FacetSlot[] = ["family_doctor", "care", "group"];

/** One line that names what stood in the question and what stands there now; none where nothing changed. */
export function correctedLine(
  before: Frame,
  after: Frame,
  knowledge: Knowledge,
): string[] {
  const [old, now] = [labelsOf(before, knowledge), labelsOf(after, knowledge)];
  const changes = [...now.entries()].flatMap(([slot, label]) => {
    const was = old.get(slot) ?? "";
    return label === was || label === "" ? [] : [changedTo(was, label)];
  });
  return changes.length > 0 ? [corrected(changes)] : [];
}

/** The slots of a question that a correction can change, in words. */
function labelsOf(frame: Frame, knowledge: Knowledge): Map<string, string> {
  const { jurisdictions, vocabulary } = knowledge;
  const place = frame.place?.value ?? "";
  const facets = Object.keys(frame.facets) as FacetSlot[];
  return new Map([
    [
      "place",
      place === "" || place.startsWith("?")
        ? place.slice(1)
        : jurisdictions.label(place),
    ],
    ["area", frame.area?.value ?? ""],
    ["year", list((frame.years?.value ?? []).map((year) => `${year}年`))],
    ["tier", named("tier", frame.tiers?.value)],
    ...facets
      .filter((facet) => !UNTOLD.includes(facet))
      .map((facet): [string, string] => [
        facet,
        named(facet, frame.facets[facet]?.value),
      ]),
    [
      "identity",
      named("identity", [
        ...new Set((frame.people?.value ?? []).flatMap(({ tags }) => tags)),
      ]),
    ],
    ["amount", list(frame.amounts.map(({ text }) => bare(text)))],
  ]);

  function named(facet: string, values: readonly string[] = []): string {
    return list(values.map((value) => vocabulary.label(facet, value)));
  }
}

const list = (labels: readonly string[]): string => labels.join("、");

/** An amount as it was typed, without the unit: no figure of the answer. */
const bare = (text: string): string => text.replace(/(人民币|元|块钱?)+$/, "");
