/** What is still to be asked of the caller, and what it comes to meanwhile. */
import { useEffect, useState } from "preact/hooks";
import type { Answer } from "../../../answer.js";
import { dateText, trimZeros } from "../../../phrasing/format.js";
import { leadOf } from "../../../phrasing/renderings.js";
import * as api from "./api.js";
import { between, type Between } from "./between.js";
import type { Call } from "./call.js";
import { composing } from "./keys.js";

interface Props {
  call: Call;
  me: api.Me;
}

export function Checklist({ call, me }: Props) {
  const { answer, facts } = call;
  const asks = answer?.status === "needs_info" ? answer : null;
  if (!asks && facts.length === 0) return null;
  return (
    <section class="checklist" aria-label="要问来电人的">
      {facts.map((fact, at) => (
        <span class="chip said" key={`${fact} ${at}`}>
          {fact}
          <button
            type="button"
            aria-label={`去掉“${fact}”`}
            onClick={() => call.removeFact(at)}
          >
            ×
          </button>
        </span>
      ))}
      {asks && <Question asks={asks} call={call} me={me} />}
    </section>
  );
}

function Question({ asks, call, me }: Props & { asks: Answer }) {
  const [typed, setTyped] = useState("");
  const fill = (fact: string): void => {
    if (fact.trim() === "") return;
    setTyped("");
    call.addFact(fact.trim());
  };
  const label = (id: string): string => me.labels[id] ?? id;
  const others = asks.missing.slice(1).map(label);
  return (
    <>
      <label for="fact">{leadOf(asks, me.own_numbers).join("")}</label>
      <input
        id="fact"
        value={typed}
        autocomplete="off"
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || composing(event)) return;
          event.preventDefault();
          fill(event.currentTarget.value);
        }}
      />
      {asks.suggestions.map((choice) => (
        <button type="button" key={choice} onClick={() => fill(choice)}>
          {choice}
        </button>
      ))}
      {others.length > 0 && <p>接着还要问：{others.join("、")}</p>}
      <Range asks={asks} call={call} label={label} />
    </>
  );
}

/** From … to …, depending on …: as the answer says, or as its choices turn out. */
function Range({
  asks,
  call,
  label,
}: {
  asks: Answer;
  call: Call;
  label: (id: string) => string;
}) {
  const [found, setFound] = useState<Between[]>([]);
  const [slot = ""] = asks.missing;
  const choices = asks.suggestions.join("\n");
  useEffect(() => {
    setFound([]);
    // A place is no fact that results depend on: it has to be asked.
    if (asks.range || choices === "" || slot === "jurisdiction")
      return undefined;
    const control = new AbortController();
    const said = [call.text.trim(), ...call.facts];
    Promise.all(
      asks.suggestions.map((choice) =>
        api.ask([...said, choice], call.on, control.signal),
      ),
    ).then(
      (answers) => setFound(between(answers)),
      () => undefined,
    );
    return () => control.abort();
  }, [asks, choices]);
  const lines = asks.range
    ? asks.range.map(({ key, from, to, depends_on }) => ({
        label: label(key),
        from,
        to,
        on: depends_on.map(label).join("、"),
      }))
    : found.map((one) => ({ ...one, on: label(slot) }));
  if (lines.length === 0) return null;
  return (
    <ul class="range">
      {lines.map((line) => (
        <li key={line.label}>
          {line.label}：从 {shown(line.from)} 到 {shown(line.to)}，取决于
          {line.on}
        </li>
      ))}
    </ul>
  );
}

function shown(value: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return dateText(value);
  return /^-?\d+\.\d\d$/.test(value) ? `${trimZeros(value)}元` : value;
}
