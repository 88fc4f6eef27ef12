/** Signing in; what stands behind it on the page stays as it is. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import * as api from "./api.js";

export function Login({ done }: { done: (me: api.Me) => void }) {
  const [fault, setFault] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    setBusy(true);
    try {
      done(
        await api.signIn(
          String(form.get("account")),
          String(form.get("password")),
        ),
      );
    } catch (error) {
      setFault((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <main class="login">
      <form onSubmit={submit}>
        <h1>坐席工作台</h1>
        <label>
          账号
          <input name="account" ref={field} autocomplete="username" required />
        </label>
        <label>
          密码
          <input
            name="password"
            type="password"
            autocomplete="current-password"
            required
          />
        </label>
        <button type="submit" disabled={busy}>
          登录
        </button>
        <p role="alert">{fault}</p>
      </form>
    </main>
  );
}
