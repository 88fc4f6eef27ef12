/** The words of an answer that no script could name: keys of figures, slots, intents. */
import type { Answer } from "../../bot/answer.js";
import type { ScriptNames } from "../../bot/scripts/naming.js";

export function unknownIn(answer: Answer, names: ScriptNames): string[] {
  return [
    ...[...answer.figures, ...answer.reference].flatMap(({ key }) =>
      names.figures.id(key) === undefined ? [`figure ${key}`] : [],
    ),
    ...[
      ...answer.missing,
      ...answer.conditions.map(({ slot }) => slot),
    ].flatMap((slot) =>
      names.slots.id(slot) === undefined ? [`slot ${slot}`] : [],
    ),
    ...(names.intents.id(answer.intent) === undefined
      ? [`intent ${answer.intent}`]
      : []),
    ...answer.parts.flatMap((part) => unknownIn(part, names)),
  ];
}
