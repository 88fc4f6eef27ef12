/** The sentences of an answer; whom it names to be called is called by a tap. */
import { type Phone, phoneStretches } from "../../../phrasing/phones.js";

/** Characters of an answer's sentences that are shown before the rest is folded. */
const SHOWN = 240;

interface LinesProps {
  lines: readonly string[];
  contacts: readonly Phone[];
}

/** Sentences; a long run of them is folded after its beginning. */
export function Lines({ lines, contacts }: LinesProps) {
  const count = fitting(lines);
  const rest = lines.slice(count);
  return (
    <>
      <Paragraphs lines={lines.slice(0, count)} contacts={contacts} />
      {rest.length > 0 && (
        <details className="more">
          <summary>展开其余{rest.length}段</summary>
          <Paragraphs lines={rest} contacts={contacts} />
        </details>
      )}
    </>
  );
}

/** How many lines are shown; a single one is never left to be folded. */
function fitting(lines: readonly string[]): number {
  let room = SHOWN;
  const end = lines.findIndex((line) => (room -= line.length) < 0);
  return end < 0 || end >= lines.length - 1 ? lines.length : Math.max(end, 1);
}

function Paragraphs({ lines, contacts }: LinesProps) {
  return (
    <>
      {lines.map((line, at) => (
        <p key={at}>
          <Text text={line} contacts={contacts} />
        </p>
      ))}
    </>
  );
}

export function Text({
  text,
  contacts,
}: {
  text: string;
  contacts: readonly Phone[];
}) {
  return (
    <>
      {phoneStretches(text, contacts).map((one, at) =>
        one.phone === undefined ? (
          one.text
        ) : (
          <a key={at} className="phone" href={`tel:${one.phone}`}>
            {one.text}
          </a>
        ),
      )}
    </>
  );
}
