/** The telephone numbers in a text, so that a channel can make them be dialled by a tap. */

/** Whom to ask. */
export interface Phone {
  name: string;
  phone: string;
}

/** A stretch of text; with a number where it names whom to call. */
export interface Stretch {
  text: string;
  phone?: string;
}

/** “医疗急救电话 120”, as every answer writes it. */
export function phoneText({ name, phone }: Phone): string {
  return `${name} ${phone}`;
}

/** The text cut where it names one of the contacts; a number that merely looks like one stays text. */
export function phoneStretches(
  text: string,
  contacts: readonly Phone[],
): Stretch[] {
  let stretches: Stretch[] = [{ text }];
  for (const contact of contacts)
    stretches = stretches.flatMap((one) =>
      one.phone === undefined ? cut(one.text, contact) : [one],
    );
  return stretches.filter((one) => one.text !== "");
}

function cut(text: string, contact: Phone): Stretch[] {
  const named = phoneText(contact);
  return text
    .split(named)
    .flatMap((before, at): Stretch[] =>
      at === 0
        ? [{ text: before }]
        : [{ text: named, phone: contact.phone }, { text: before }],
    );
}
