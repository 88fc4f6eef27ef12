/**
 * A text cut down to what is said in half a minute: what matters stays, the
 * rest is announced. Where what matters is itself longer, it is said in turns
 * of half a minute.
 */
import { packed, pieces } from "./packing.js";

/** What is said in half a minute on the telephone, four and a half characters a second. */
export const HALF_MINUTE = 135;

export const GOES_ON = "还有，我接着说。";
export const BY_MESSAGE = "其余的我发短信给您。";

export interface Sayable {
  /** Each line in pieces that can be said alone after its first, which tells what it is about. */
  lines: readonly (readonly string[])[];
  /** Said in any case, before what is dropped is announced, and after it. */
  always: readonly string[];
  end: readonly string[];
  /** Whether a piece has to be said however long it gets. */
  matters: (piece: string) => boolean;
}

/** What is said, in turns of at most half a minute each; nearly always one. */
export function halfMinutes(sayable: Sayable): string[] {
  const [matter, end] = whatIsSaid(sayable);
  if (matter.length + end.length <= HALF_MINUTE) return [matter + end];
  const room = HALF_MINUTE - GOES_ON.length;
  const ending = end.length > room ? pieces(end, room) : [end];
  const turns = packed([...pieces(matter, room), ...ending], room);
  return turns.map((turn, at) =>
    at === turns.length - 1 ? turn : turn + GOES_ON,
  );
}

/** The whole if it is short enough; else what matters, and of the rest what there is time for. With it, what is said at the end. */
function whatIsSaid({
  lines,
  always,
  end,
  matters,
}: Sayable): [matter: string, end: string] {
  const whole = [...lines.flat(), ...always].join("");
  const last = end.join("");
  if (whole.length + last.length <= HALF_MINUTE) return [whole, last];
  const kept = lines.map((line, at) =>
    line.map((piece, place) => (at === 0 && place === 0) || matters(piece)),
  );
  for (const line of kept) if (line.includes(true)) line[0] = true;
  const fixed = [...always, BY_MESSAGE, ...end].join("").length;
  const length = (): number =>
    fixed +
    lines
      .flatMap((line, at) => line.filter((_piece, place) => kept[at]?.[place]))
      .join("").length;
  fill(lines, kept, length);
  const said = lines.map((line, at) => joined(line, kept[at] ?? []));
  const rest = kept.flat().every(Boolean) ? [] : [BY_MESSAGE];
  return [[...said, ...always].join(""), [...rest, ...end].join("")];
}

/** Adds pieces in their order as long as there is time, never one without those before it in its line. */
function fill(
  lines: readonly (readonly string[])[],
  kept: boolean[][],
  length: () => number,
): void {
  for (const [at, line] of lines.entries())
    for (const place of line.keys()) {
      const flags = kept[at];
      if (!flags || flags[place]) continue;
      flags[place] = true;
      if (length() <= HALF_MINUTE) continue;
      flags[place] = false;
      return;
    }
}

/** The pieces that are said, as a sentence; an open quotation is broken off visibly. */
function joined(line: readonly string[], kept: readonly boolean[]): string {
  const text = line.filter((_piece, place) => kept[place]).join("");
  if (kept.every(Boolean)) return text;
  if (text.split("“").length > text.split("”").length) return `${text}……”`;
  return text.replace(/；$/, "。");
}

/** A line at the ends of its statements. */
export function statements(line: string): string[] {
  return line.split(/(?<=[。；;！？]”?)(?!”)/).filter((piece) => piece !== "");
}
