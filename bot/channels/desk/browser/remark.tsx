/** 口径有问题: the answer goes to the supervisors with a remark. */
import { useEffect, useRef, useState } from "preact/hooks";
import * as api from "./api.js";

export function Remark({
  id,
  done,
}: {
  id: string;
  done: (told: string) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState("");
  useEffect(() => field.current?.focus(), []);
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    try {
      await api.mark(id, field.current?.value ?? "");
      done("已转给主管");
    } catch (error) {
      setFault((error as Error).message);
    }
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
