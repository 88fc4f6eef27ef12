/** What the keys of the desk do. */
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Renderings } from "../../../phrasing/renderings.js";
import type { Me, Settled } from "./api.js";
import type { Call } from "./call.js";
import { copy } from "./copy.js";
import type { Command } from "./keys.js";

interface Parts {
  call: Call;
  /** The answer in words; null while there is none. */
  made: Renderings | null;
  note: string;
  today: string;
  /** Asks for the session again; the day may have changed. */
  refresh: () => Promise<Me | null>;
  box: RefObject<HTMLInputElement | null>;
}

export interface Actions {
  /** What was done last, in words. */
  told: string;
  /** The answer that a remark is being written on. */
  marking: Promise<Settled | null> | null;
  /** Ends the remark, saying what came of it. */
  marked(words: string): void;
  copyAnswer(name: string, text: string | undefined): void;
  copyNote(): void;
  commands: Command[];
}

export function useActions(parts: Parts): Actions {
  const { call, made, note, today, refresh, box } = parts;
  const [told, setTold] = useState("");
  const [marking, setMarking] = useState<Actions["marking"]>(null);

  // What was done to the question before says nothing about this one.
  useEffect(() => {
    if (call.text !== "") setTold("");
  }, [call.text, call.on, call.facts]);

  const tell = (name: string, done: boolean): void =>
    setTold(done ? `已复制${name}` : "没有复制成功，请选中后手动复制");
  const copyAnswer = (name: string, text: string | undefined): void => {
    if (text === undefined) return setTold("还没有回答可以复制");
    tell(name, copy(text));
    // What was given out has a number and stands in the note.
    void call.settle();
  };
  const copySpoken = useNext("口述", "段", made?.spoken, copyAnswer);
  const copySms = useNext("短信", "条", made?.sms, copyAnswer);
  const copyNote = (): void => {
    if (note === "") return setTold("还没有记录，请先按回车确定回答");
    tell("通话记录", copy(note));
  };
  const copyLink = (): void => {
    if (!call.settled) return setTold("请先按回车确定这个回答");
    tell("链接", copy(`${location.origin}/desk?a=${call.settled.id}`));
  };
  const pin = (): void =>
    setTold(call.pin() ? "已固定" : "没有回答，或已固定三个，不能再加");
  const next = (): void => {
    call.clear(today);
    setTold("新来电，前面的都清掉了");
    setMarking(null);
    history.replaceState(null, "", "/desk");
    box.current?.focus();
    // A shift may last past midnight.
    void refresh().then((fresh) => {
      if (fresh && fresh.today !== today) call.setDay(fresh.today);
    });
  };
  const mark = (): void => {
    if (!call.answer) return setTold("还没有回答可以标记");
    return setMarking(call.settle());
  };
  const back = (): void => {
    setMarking(null);
    box.current?.focus();
    box.current?.select();
  };
  const commands: Command[] = [
    { key: "F2", name: "新来电", run: next },
    { key: "F4", name: "复制口述", run: copySpoken },
    { key: "F8", name: "复制完整", run: () => copyAnswer("完整", made?.full) },
    { key: "F9", name: "复制短信", run: copySms },
    { key: "Shift+F2", name: "固定对比", run: pin },
    { key: "Shift+F4", name: "复制记录", run: copyNote },
    { key: "Shift+F8", name: "复制链接", run: copyLink },
    { key: "Shift+F9", name: "口径有问题", run: mark },
    { key: "Escape", name: "回到问题框", run: back },
  ];
  const marked = (words: string): void => {
    setMarking(null);
    setTold(words);
    box.current?.focus();
  };
  return { told, marking, marked, copyAnswer, copyNote, commands };
}

/** Each press copies the next of several; a new answer begins with the first. */
function useNext(
  name: string,
  unit: string,
  parts: readonly string[] = [],
  copyAnswer: Actions["copyAnswer"],
): () => void {
  const next = useRef(0);
  const all = parts.join("\n");
  useEffect(() => {
    next.current = 0;
  }, [all]);
  return () => {
    const at = next.current % Math.max(parts.length, 1);
    next.current = at + 1;
    const which =
      parts.length > 1
        ? `${name}第${at + 1}${unit}，共${parts.length}${unit}`
        : name;
    copyAnswer(which, parts[at]);
  };
}
