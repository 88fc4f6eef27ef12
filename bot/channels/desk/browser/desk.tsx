/** The agent's view: one box, the checklist, four panes, comparison and note. */
import type { JSX } from "preact";
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "preact/hooks";
import { type Renderings, renderings } from "../../../phrasing/renderings.js";
import { type Actions, useActions } from "./actions.js";
import type { Me } from "./api.js";
import { AskBox } from "./ask-box.js";
import { type Call, useCall } from "./call.js";
import { Checklist } from "./checklist.js";
import { Clauses } from "./clauses.js";
import { Compare } from "./compare.js";
import { useKeys } from "./keys.js";
import { Note, useDraft } from "./note.js";
import { Conclusion, Steps } from "./panes.js";
import { Remark } from "./remark.js";
import { Scripts } from "./scripts.js";

interface Props {
  me: Me;
  /** Asks for the session again; the day may have changed. */
  refresh: () => Promise<Me | null>;
  /** Whether this view is the one that is used now. */
  active: boolean;
}

export function Desk({ me, refresh, active }: Props) {
  const { today, own_numbers: ownNumbers } = me;
  const call = useCall(today);
  const noteState = useState("");
  const [note, setNote] = noteState;
  const box = useRef<HTMLInputElement>(null);
  const { answer, on, settled } = call;
  const made = useMemo(
    () => answer && renderings(answer, { on, ownNumbers }),
    [answer, on, me],
  );
  const actions = useActions({ call, made, note, today, refresh, box });
  useDraft(call, ownNumbers, noteState);
  useKeys(actions.commands, active);
  useLayoutEffect(() => {
    if (active) box.current?.focus();
  }, [active]);
  useEffect(() => {
    const id = new URLSearchParams(location.search).get("a");
    if (id) void call.open(id);
  }, []);
  return (
    <main class="desk" hidden={!active}>
      <AskBox call={call} today={today} box={box} />
      <p class="told" role="status">
        {call.fault || actions.told}
        {settled ? `　回答编号 ${settled.id}` : ""}
      </p>
      <Checklist call={call} me={me} />
      {actions.marking && (
        <Remark settled={actions.marking} done={actions.marked} />
      )}
      <Panes
        call={call}
        made={made}
        ownNumbers={ownNumbers}
        onCopy={actions.copyAnswer}
      />
      <div class="below">
        <Compare call={call} ownNumbers={ownNumbers} />
        <Note note={note} setNote={setNote} onCopy={actions.copyNote} />
      </div>
      <footer class="keys">
        {actions.commands.map(({ key, name, run }) => (
          <button type="button" key={key} onClick={run}>
            <kbd>{key}</kbd> {name}
          </button>
        ))}
      </footer>
    </main>
  );
}

/** The four panes. A moment after a change they still show the answer before it, pale, without the scripts. */
function Panes({
  call: { answer, latest },
  made,
  ownNumbers,
  onCopy,
}: {
  call: Call;
  made: Renderings | null;
  ownNumbers: readonly string[];
  onCopy: Actions["copyAnswer"];
}) {
  return (
    <div class={`panes${latest && !answer ? " waiting" : ""}`}>
      <Pane name="结论">
        {latest ? (
          <Conclusion answer={latest} ownNumbers={ownNumbers} />
        ) : (
          <p class="faint">写下来电人的问题，边写边出结果；回车确定。</p>
        )}
      </Pane>
      <Pane name="计算步骤">{latest && <Steps answer={latest} />}</Pane>
      <Pane name="条款原文">
        {latest && <Clauses citations={latest.citations} />}
      </Pane>
      <Pane name="话术">{made && <Scripts made={made} onCopy={onCopy} />}</Pane>
    </div>
  );
}

function Pane({
  name,
  children,
}: {
  name: string;
  children: JSX.Element | null;
}) {
  return (
    // A pane scrolls by itself, so the keyboard must be able to reach it.
    <section class="pane" aria-label={name} tabIndex={0}>
      <h2>{name}</h2>
      {children}
    </section>
  );
}
