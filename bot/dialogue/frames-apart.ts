/** One question that is several: of each disease, of each place; and whom another question of the message is about. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Ask, Meaning } from "../../nlu/meaning.js";
import { isPayer } from "./place-said.js";
import type { Frame } from "./state.js";

/** 明年交多少，新生儿要交吗: whom another question alone is about, this one is not. */
export function withoutAskedApart(
  meaning: Meaning,
  ask: Ask,
  asks: readonly Ask[],
): Meaning {
  const apart = asks.some(
    (one) =>
      one !== ask && one.task === "newborn" && one.span[0] >= ask.span[1],
  );
  if (!apart || ask.task === "newborn") return meaning;
  return {
    ...meaning,
    people: meaning.people.filter(
      ({ label, tags }) => label !== "" || tags.join() !== NEWBORN,
    ),
  };
}
const NEWBORN = "新生儿";

/** 糖尿病并发症一个月多少，透析呢: each disease by itself, but where the place has a rule for the second of one person. */
export function byDisease(frame: Frame, knowledge: Knowledge): Frame[] {
  const { disease } = frame.facets;
  const several =
    frame.task === "chronic" && disease?.source === "said" ? disease.value : [];
  const place = frame.place?.value ?? "";
  const second = knowledge.provisions(place, "chronic.second").length > 0;
  if (several.length < 2 || second) return [frame];
  return several.map((one) => ({
    ...frame,
    facets: { ...frame.facets, disease: { value: [one], source: "said" } },
  }));
}

/** Several places in one question are answered one by one; 中央给太原补多少 names one and its payer. */
export function byPlace(meaning: Meaning, frame: Frame): Frame[] {
  const places = [
    ...new Set(
      meaning.places
        .filter(
          ({ negated, away, span }) =>
            !negated && !away && !isPayer(frame, meaning, span),
        )
        .map(({ jurisdiction, name }) => jurisdiction ?? `?${name}`),
    ),
  ];
  if (places.length < 2 || frame.area) return [frame];
  return places.map((value) => ({
    ...frame,
    place: { value, source: "said" as const },
  }));
}
