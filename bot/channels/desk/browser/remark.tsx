/** 口径有问题: the answer goes to the supervisors with a remark. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import * as api from "./api.js";

export function Remark({
  settled,
  done,
}: {
  /** The answer that is marked, as soon as it has a number. */
  settled: Promise<api.Settled | null>;
  done: (told: string) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState("");
  useLayoutEffect(() => field.current?.focus(), []);
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    try {
      const kept = await settled;
      if (!kept) return setFault("没有保存成功，请再试一次");
      await api.mark(kept.id, field.current?.value ?? "");
      done("已转给主管");
    } catch (error) {
      setFault((error as Error).message);
    }
    return undefined;
  };
  return (
    <form class="remark" onSubmit={send}>
      <label for="remark">哪里有问题（不要写来电人的个人信息）</label>
      <input
        id="remark"
        ref={field}
        maxLength={500}
        required
        autocomplete="off"
      />
      <button type="submit">转给主管</button>
      <button type="button" onClick={() => done("")}>
        取消
      </button>
      <span role="alert">{fault}</span>
    </form>
  );
}
