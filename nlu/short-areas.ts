/** 小店和娄烦: a district by the short name that only stands for it beside another of its city. */
import type { Jurisdictions } from "../knowledge/jurisdictions.js";
import type { PlaceMention } from "./meaning.js";

/** What stands between two that are named side by side. */
const BESIDE =
  /^[区县市]?(人|那边|这边)?(补|给|出|拿|掏)?的?([和跟与比及、，,]|还有|同|对比)$/;

/** The places with the districts that are named beside a county or district of the same city. */
export function withShortAreas(
  plain: string,
  places: readonly PlaceMention[],
  jurisdictions: Jurisdictions,
): PlaceMention[] {
  const added = places.flatMap((one) => {
    const { jurisdiction, area, span } = one;
    if (jurisdiction === null || area === null) return [];
    const others = jurisdictions.get(jurisdiction)?.areas ?? [];
    return others.flatMap(({ id, short }) =>
      short.flatMap((name) => {
        const from = plain.indexOf(name);
        const to = from + name.length;
        const told = places.some((place) => place.area === id);
        if (from < 0 || told || plain.indexOf(name, to) >= 0) return [];
        const between =
          from < span[0]
            ? plain.slice(to, span[0])
            : plain.slice(span[1], from);
        return BESIDE.test(between)
          ? [{ ...one, name, area: id, span: [from, to] as [number, number] }]
          : [];
      }),
    );
  });
  return [...places, ...added].sort((a, b) => a.span[0] - b.span[0]);
}
