/** What an answer rests on, as chips; those that can be changed open a list of what to change them to. */
import type { MouseEvent } from "react";
import type { Condition } from "../../../answer.js";
import type { Change } from "../../../phrasing/changes.js";

/** Sends a message as if it were typed. */
export type Say = (text: string) => void;

const SOURCES = { said: "", carried: "沿用", assumed: "默认" } as const;

interface ConditionsProps {
  conditions: readonly Condition[];
  changes: readonly Change[];
  say: Say;
}

export function Conditions({ conditions, changes, say }: ConditionsProps) {
  if (conditions.length === 0) return null;
  const slots = [...new Set(conditions.map(({ slot }) => slot))];
  const unsaid = changes.filter(({ slot }) => !slots.includes(slot));
  return (
    <ul className="conditions" aria-label="依据的条件">
      {slots.map((slot) => {
        const own = conditions.filter((one) => one.slot === slot);
        const label = own.map((one) => one.label).join("、");
        const source = SOURCES[own[0]?.source ?? "said"];
        const change = changes.find((one) => one.slot === slot);
        const text = (
          <>
            {label}
            {source !== "" && <small>（{source}）</small>}
          </>
        );
        return (
          <li key={slot}>
            {change ? (
              <Changeable change={change} say={say}>
                {text}
              </Changeable>
            ) : (
              <span className="chip">{text}</span>
            )}
          </li>
        );
      })}
      {unsaid.map((change) => (
        <li key={change.slot} className="unsaid">
          <Changeable change={change} say={say}>
            选{change.name}
          </Changeable>
        </li>
      ))}
    </ul>
  );
}

interface ChangeableProps {
  change: Change;
  say: Say;
  children: React.ReactNode;
}

function Changeable({ change, say, children }: ChangeableProps) {
  const choose =
    (text: string) =>
    ({ currentTarget }: MouseEvent<HTMLButtonElement>): void => {
      currentTarget.closest("details")?.removeAttribute("open");
      say(text);
    };
  return (
    <details>
      <summary className="chip">{children}</summary>
      <div className="choices" role="group" aria-label={`换${change.name}`}>
        {change.choices.map(({ label, say: text }) => (
          <button key={text} type="button" onClick={choose(text)}>
            {label}
          </button>
        ))}
      </div>
    </details>
  );
}
