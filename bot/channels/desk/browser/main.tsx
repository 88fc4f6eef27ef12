/** The desk in the browser: signing in, then the agent's view, and the supervisors' beside it. */
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import * as api from "./api.js";
import { Desk } from "./desk.js";
import { Login } from "./login.js";
import { Supervisor } from "./supervisor.js";

const VIEWS = [
  ["desk", "接电话"],
  ["cases", "待查的问题"],
  ["ending", "到期的文件"],
  ["audit", "记录"],
] as const;

function App() {
  const [me, setMe] = useState<api.Me | null>(null);
  const [out, setOut] = useState<boolean | null>(null);
  const [view, setView] = useState("desk");
  const refresh = async (): Promise<api.Me | null> => {
    try {
      const fresh = await api.whoAmI();
      setMe(fresh);
      setOut(false);
      return fresh;
    } catch {
      return null;
    }
  };
  useEffect(() => {
    api.onSignedOut(() => setOut(true));
    void refresh().then((found) => found || setOut(true));
  }, []);
  const entered = (fresh: api.Me): void => {
    // Another person begins afresh; the same one goes on where the session ended.
    if (me && me.account !== fresh.account) return location.reload();
    setMe(fresh);
    setOut(false);
    return undefined;
  };
  const leave = (): void =>
    void api.signOut().then(
      () => location.replace("/desk"),
      () => setOut(true),
    );
  return (
    <>
      {out && <Login done={entered} />}
      {me && (
        <div class="app" inert={out === true}>
          <header>
            <h1>坐席工作台</h1>
            {me.role === "supervisor" && (
              <nav>
                {VIEWS.map(([id, name]) => (
                  <button
                    type="button"
                    key={id}
                    aria-current={view === id ? "page" : undefined}
                    onClick={() => setView(id)}
                  >
                    {name}
                  </button>
                ))}
              </nav>
            )}
            <span>{me.account}</span>
            <button type="button" onClick={leave}>
              退出
            </button>
          </header>
          <Desk
            me={me}
            refresh={refresh}
            active={view === "desk" && out !== true}
          />
          {view !== "desk" && <Supervisor key={view} view={view} me={me} />}
        </div>
      )}
    </>
  );
}

render(<App />, document.getElementById("desk")!);
