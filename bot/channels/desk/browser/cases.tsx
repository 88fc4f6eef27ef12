/** The questions without an answer, the marked and the unhelpful ones: grouped, decided, exported. */
import { useEffect, useState } from "preact/hooks";
import * as api from "./api.js";
import { clock } from "./call.js";

const STATES = ["新", "处理中", "已解决", "不处理"];

const CHANNELS: Readonly<Record<string, string>> = {
  directline: "网页",
  wechat: "微信",
  desk: "坐席",
  api: "接口",
  cli: "命令行",
};

/** Which list a case belongs to; the first that fits. */
const KINDS: readonly [string, (line: api.CaseLine) => boolean][] = [
  ["坐席标记", ({ remark }) => remark !== null],
  ["没帮到", ({ complaint }) => complaint !== null],
  ["没有规定", ({ status }) => status === "not_stipulated"],
  ["没有收录", ({ status }) => status === "not_held"],
  ["有两种理解", ({ status }) => status === "clarify"],
  ["不在范围", ({ status }) => status === "out_of_scope"],
  ["其他", () => true],
];

interface Group {
  name: string;
  lines: api.CaseLine[];
}

const idOf = ({ conversation, message }: api.CaseLine): string =>
  `${conversation} ${message}`;

/** By list, then by place and what was asked. */
function grouped(lines: readonly api.CaseLine[]): Group[] {
  const groups = new Map<string, Group>();
  for (const [kind] of KINDS)
    for (const line of lines) {
      if (KINDS.find(([, fits]) => fits(line))?.[0] !== kind) continue;
      const name = [kind, line.place, line.intent].filter(Boolean).join(" · ");
      const group = groups.get(name) ?? { name, lines: [] };
      group.lines.push(line);
      groups.set(name, group);
    }
  return [...groups.values()];
}

export function Cases({ me }: { me: api.Me }) {
  const [lines, setLines] = useState<api.CaseLine[]>([]);
  const [state, setState] = useState("新");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState("");
  const load = async (): Promise<void> => {
    try {
      setLines(await api.cases());
    } catch (error) {
      setTold((error as Error).message);
    }
  };
  useEffect(() => void load(), []);
  const shown = lines.filter((line) => state === "" || line.state === state);
  const picked = shown.filter((line) => chosen.has(idOf(line)));
  const pick = (all: readonly api.CaseLine[], on: boolean): void => {
    const next = new Set(chosen);
    for (const line of all)
      if (on) next.add(idOf(line));
      else next.delete(idOf(line));
    setChosen(next);
  };
  const attempt = async (
    words: string,
    work: () => Promise<unknown>,
  ): Promise<void> => {
    try {
      await work();
      setTold(words);
      setChosen(new Set());
      await load();
    } catch (error) {
      setTold((error as Error).message);
    }
  };
  return (
    <>
      <h2>待查的问题</h2>
      <label>
        状态
        <select
          value={state}
          onChange={(event) => {
            setState(event.currentTarget.value);
            setChosen(new Set());
          }}
        >
          <option value="">全部</option>
          {STATES.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <Decide
        count={picked.length}
        me={me}
        decide={(decision) =>
          void attempt("已保存", () => api.decide(picked, decision))
        }
        exportAll={() =>
          void attempt("已导出", async () => {
            const ids = new Set(picked.map((one) => one.conversation));
            save(await api.exportScripts([...ids]));
          })
        }
      />
      <p role="status">{told}</p>
      {shown.length === 0 && <p>没有这样的问题。</p>}
      {grouped(shown).map(({ name, lines: group }) => (
        <section key={name}>
          <h3>
            <label>
              <input
                type="checkbox"
                checked={group.every((line) => chosen.has(idOf(line)))}
                onChange={(event) => pick(group, event.currentTarget.checked)}
              />
              {name}（{group.length}）
            </label>
          </h3>
          <ul class="cases">
            {group.map((line) => (
              <CaseItem
                key={idOf(line)}
                line={line}
                chosen={chosen.has(idOf(line))}
                choose={(on) => pick([line], on)}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Decide({
  count,
  me,
  decide,
  exportAll,
}: {
  count: number;
  me: api.Me;
  decide: (decision: { state: string; owner: string; reason: string }) => void;
  exportAll: () => void;
}) {
  return (
    <form
      class="decide"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const field = (name: string): string => String(form.get(name));
        decide({
          state: field("state"),
          owner: field("owner"),
          reason: field("reason"),
        });
      }}
    >
      <span>选中 {count} 条</span>
      <label>
        改为
        <select name="state">
          {STATES.map((one) => (
            <option key={one} selected={one === "处理中"}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <label>
        负责人
        <input name="owner" maxLength={32} defaultValue={me.account} />
      </label>
      <label>
        原因
        <input name="reason" maxLength={500} />
      </label>
      <button type="submit" disabled={count === 0}>
        保存
      </button>
      <button type="button" disabled={count === 0} onClick={exportAll}>
        导出成对话脚本
      </button>
    </form>
  );
}

function CaseItem({
  line,
  chosen,
  choose,
}: {
  line: api.CaseLine;
  chosen: boolean;
  choose: (on: boolean) => void;
}) {
  const [turns, setTurns] = useState<api.TalkLine[] | null>(null);
  const [fault, setFault] = useState("");
  const open = (): void => {
    if (turns) return setTurns(null);
    api
      .talk(line.conversation)
      .then(setTurns, (error: Error) => setFault(error.message));
    return undefined;
  };
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={chosen}
          onChange={(event) => choose(event.currentTarget.checked)}
        />
        {line.text.trim() || "（没有文字）"}
      </label>
      <small>
        {clock(line.at)}　{CHANNELS[line.channel] ?? line.channel}　{line.state}
        {line.owner && `　${line.owner}`}
        {line.reason && `：${line.reason}`}
      </small>
      <p>{line.first_line}</p>
      {line.remark !== null && (
        <p class="caveat">
          {line.markedBy}：{line.remark}
        </p>
      )}
      {line.complaint !== null && (
        <p class="caveat">没帮到：{line.complaint}</p>
      )}
      <button type="button" aria-expanded={turns !== null} onClick={open}>
        前后的对话
      </button>
      <span role="alert">{fault}</span>
      {turns && (
        <ol class="talk">
          {turns.map(({ message, text, answer }) => (
            <li key={message} class={message === line.message ? "this" : ""}>
              <p>问：{text}</p>
              <p class="answer">{answer}</p>
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}

function save(text: string): void {
  const link = document.createElement("a");
  const address = URL.createObjectURL(new Blob([text], { type: "text/yaml" }));
  link.href = address;
  link.download = "questions.yaml";
  link.click();
  URL.revokeObjectURL(address);
}
