/** The agent's view: one box, the checklist, four panes, comparison and note. */
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "preact/hooks";
import type { JSX } from "preact";
import { renderings } from "../../../phrasing/renderings.js";
import type * as api from "./api.js";
import type { Me } from "./api.js";
import { useCall } from "./call.js";
import { Checklist } from "./checklist.js";
import { Clauses } from "./clauses.js";
import { Compare } from "./compare.js";
import { copy } from "./copy.js";
import { type Command, composing, useKeys } from "./keys.js";
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
  const call = useCall(me.today);
  const [told, setTold] = useState("");
  const [marking, setMarking] = useState<Promise<api.Settled | null> | null>(
    null,
  );
  const noteState = useState("");
  const [note, setNote] = noteState;
  const nextSms = useRef(0);
  const box = useRef<HTMLInputElement>(null);
  useDraft(call, me.own_numbers, noteState);
  const { answer } = call;
  const made = useMemo(
    () =>
      answer && renderings(answer, { on: call.on, ownNumbers: me.own_numbers }),
    [answer, call.on, me],
  );
  useLayoutEffect(() => {
    if (active) box.current?.focus();
  }, [active]);
  useEffect(() => {
    nextSms.current = 0;
  }, [made]);
  useEffect(() => {
    const id = new URLSearchParams(location.search).get("a");
    if (id) void call.open(id);
  }, []);

  const tell = (name: string, done: boolean): void =>
    setTold(done ? `已复制${name}` : `没有复制成功，请选中后手动复制`);
  const copyAnswer = (name: string, text: string | undefined): void => {
    if (text === undefined) return setTold("还没有回答可以复制");
    tell(name, copy(text));
    // What was given out has a number and stands in the note.
    void call.settle();
  };
  const copySms = (): void => {
    const parts = made?.sms ?? [];
    const at = nextSms.current % Math.max(parts.length, 1);
    nextSms.current = at + 1;
    copyAnswer(
      parts.length > 1 ? `短信第${at + 1}条，共${parts.length}条` : "短信",
      parts[at],
    );
  };
  const copyLink = (): void => {
    if (!call.settled) return setTold("请先按回车确定这个回答");
    tell("链接", copy(`${location.origin}/desk?a=${call.settled.id}`));
  };
  const next = (): void => {
    call.clear(me.today);
    setTold("新来电，前面的都清掉了");
    setMarking(null);
    history.replaceState(null, "", "/desk");
    box.current?.focus();
    // A shift may last past midnight.
    void refresh().then((fresh) => {
      if (fresh && fresh.today !== me.today) call.setDay(fresh.today);
    });
  };
  const remark = (): void => {
    if (!answer) return setTold("还没有回答可以标记");
    return setMarking(call.settle());
  };
  const commands: Command[] = [
    { key: "F2", name: "新来电", run: next },
    {
      key: "F4",
      name: "复制口述",
      run: () => copyAnswer("口述", made?.spoken),
    },
    { key: "F8", name: "复制完整", run: () => copyAnswer("完整", made?.full) },
    { key: "F9", name: "复制短信", run: copySms },
    {
      key: "Shift+F2",
      name: "固定对比",
      run: () =>
        setTold(call.pin() ? "已固定" : "没有回答，或已固定三个，不能再加"),
    },
    {
      key: "Shift+F4",
      name: "复制记录",
      run: () => tell("通话记录", note !== "" && copy(note)),
    },
    { key: "Shift+F8", name: "复制链接", run: copyLink },
    { key: "Shift+F9", name: "口径有问题", run: remark },
    {
      key: "Escape",
      name: "回到问题框",
      run: () => {
        setMarking(null);
        box.current?.focus();
        box.current?.select();
      },
    },
  ];
  useKeys(commands, active);
  const later = call.on !== me.today;

  return (
    <main class="desk" hidden={!active}>
      <form
        class="ask"
        role="search"
        onSubmit={(event) => event.preventDefault()}
      >
        <label for="question">来电问题</label>
        <input
          id="question"
          ref={box}
          autocomplete="off"
          spellcheck={false}
          value={call.text}
          placeholder="太原 低保 2023年 交多少"
          onInput={(event) =>
            call.setText(event.currentTarget.value, event.isComposing)
          }
          onCompositionEnd={(event) =>
            call.setText(event.currentTarget.value, false)
          }
          onKeyDown={(event) => {
            if (composing(event)) return;
            if (event.key === "Enter") void call.settle();
            if (event.key === "ArrowDown") {
              event.preventDefault();
              document.getElementById("fact")?.focus();
            }
          }}
        />
        <label for="day" class={later ? "other-day" : ""}>
          业务发生日{later ? "（不是今天）" : ""}
        </label>
        <input
          id="day"
          type="date"
          class={later ? "other-day" : ""}
          value={call.on}
          onInput={(event) =>
            call.setDay(event.currentTarget.value || me.today)
          }
        />
      </form>
      <p class="told" role="status">
        {call.fault || told}
        {call.settled ? `　回答编号 ${call.settled.id}` : ""}
      </p>
      <Checklist call={call} me={me} />
      {marking && (
        <Remark
          settled={marking}
          done={(words) => {
            setMarking(null);
            setTold(words);
            box.current?.focus();
          }}
        />
      )}
      <div class={`panes${call.latest && !answer ? " waiting" : ""}`}>
        <Pane name="结论">
          {call.latest ? (
            <Conclusion answer={call.latest} ownNumbers={me.own_numbers} />
          ) : (
            <p class="faint">写下来电人的问题，边写边出结果；回车确定。</p>
          )}
        </Pane>
        <Pane name="计算步骤">
          {call.latest && <Steps answer={call.latest} />}
        </Pane>
        <Pane name="条款原文">
          {call.latest && <Clauses citations={call.latest.citations} />}
        </Pane>
        <Pane name="话术">
          {made && <Scripts made={made} onCopy={copyAnswer} />}
        </Pane>
      </div>
      <Compare call={call} ownNumbers={me.own_numbers} />
      <Note
        note={note}
        setNote={setNote}
        onCopy={() => tell("通话记录", note !== "" && copy(note))}
      />
      <footer class="keys">
        {commands.map(({ key, name, run }) => (
          <button type="button" key={key} onClick={run}>
            <kbd>{key}</kbd> {name}
          </button>
        ))}
      </footer>
    </main>
  );
}

function Pane({
  name,
  children,
}: {
  name: string;
  children: JSX.Element | null | false;
}) {
  return (
    // A pane scrolls by itself, so the keyboard must be able to reach it.
    <section class="pane" aria-label={name} tabIndex={0}>
      <h2>{name}</h2>
      {children}
    </section>
  );
}
