/** Where the question is about: the place of the message into the frame. */
import type { Ask, Meaning, Span } from "../../nlu/meaning.js";
import { said } from "./slots.js";
import type { Frame } from "./state.js";

/** The condition under which a frame is about care in another district of the same place. */
export const IN_CITY = "treated_in_city";

/** Puts the place and its counties into the frame; of several, that of the question's own part of the message. */
export function sayPlace(
  frame: Frame,
  meaning: Meaning,
  ask: Ask | null,
): void {
  const places = meaning.places.filter(
    ({ negated, away, span }) =>
      !negated && !away && !isPayer(frame, meaning, span),
  );
  const near = ask
    ? places.filter(
        ({ span }) => span[0] >= ask.span[0] && span[1] <= ask.span[1],
      )
    : [];
  const chosen =
    near[0] ??
    places.find(({ jurisdiction }) => jurisdiction !== null) ??
    places[0];
  if (!chosen) {
    if (meaning.otherAreas) {
      frame.area = null;
      delete frame.areas;
    }
    return;
  }
  frame.place = said(chosen.jurisdiction ?? `?${chosen.name}`);
  // 阳曲和娄烦以外的县: all groups of counties, of which those named are one.
  const besides = BESIDES.test(meaning.plain);
  const areas = new Set(
    (besides ? [] : places).flatMap(({ jurisdiction, area }) =>
      area !== null && jurisdiction === chosen.jurisdiction ? [area] : [],
    ),
  );
  const [area] = areas;
  // 阳曲县和小店区各补多少: what holds for each of them, by its name.
  frame.area = area !== undefined && areas.size === 1 ? said(area) : null;
  // 中央给阳曲补的比别的县多多少: every group of counties, side by side.
  if (meaning.otherAreas && meaning.compare && areas.size === 1)
    frame.area = null;
  if (areas.size === 1 && isMoreThanOthers(frame, meaning)) {
    frame.area = null;
    frame.compare = true;
  }
  if (areas.size > 1) frame.areas = [...areas];
  else delete frame.areas;
  const inCity = meaning.places.some(
    ({ away, negated, area, jurisdiction }) =>
      away && !negated && area !== null && jurisdiction === chosen.jurisdiction,
  );
  const { [IN_CITY]: _, ...flags } = frame.flags;
  frame.flags = inCity ? { ...flags, [IN_CITY]: true } : flags;
}

/** 阳曲县中央多补多少: one payer, no other year and nothing named beside it, so that the other counties are meant. */
function isMoreThanOthers(
  { task }: Frame,
  { plain, mentions }: Meaning,
): boolean {
  const payers = new Set(
    mentions.flatMap(({ facet, value }) => (facet === "payer" ? value : [])),
  );
  return (
    task === "subsidy" &&
    payers.size === 1 &&
    MORE_GIVEN.test(plain) &&
    !/[年比跟和与]|涨|提高|增加/.test(plain)
  );
}
const BESIDES = /(以外|之外|除外)的?(其[他它]的?)?各?(县|区)/;
const MORE_GIVEN = /[多少](补|出|给|拿|掏)了?(多少|好多|几)/;

/** 中央呢 after who pays a subsidy, 中央给太原补多少: a payer, no place. */
export function isPayer(
  { task, place }: Frame,
  { mentions, places }: Meaning,
  [from, to]: Span,
): boolean {
  const elsewhere = places.some(
    ({ negated, away, span }) => !negated && !away && span[0] !== from,
  );
  return (
    task === "subsidy" &&
    (place !== null || elsewhere) &&
    mentions.some(
      ({ facet, span }) =>
        facet === "payer" && span[0] <= from && span[1] >= to,
    )
  );
}
