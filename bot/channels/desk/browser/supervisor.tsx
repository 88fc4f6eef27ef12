/** The supervisors' views: questions to look into, notices that run out, the audit. */
import { useEffect, useState } from "preact/hooks";
import * as api from "./api.js";
import { clock } from "./call.js";
import { Cases } from "./cases.js";

/** What a view loads when it is opened; the fault where it could not. */
function useLoaded<T>(load: () => Promise<T>): { found?: T; fault: string } {
  const [state, setState] = useState<{ found?: T; fault: string }>({
    fault: "",
  });
  useEffect(() => {
    load().then(
      (found) => setState({ found, fault: "" }),
      (error: Error) => setState({ fault: error.message }),
    );
  }, []);
  return state;
}

export function Supervisor({ view, me }: { view: string; me: api.Me }) {
  return (
    <main class="supervisor">
      {view === "cases" && <Cases me={me} />}
      {view === "ending" && <Ending />}
      {view === "audit" && <Audit />}
    </main>
  );
}

function Ending() {
  const { found, fault } = useLoaded(api.ending);
  return (
    <>
      <h2>快到期和已到期的文件</h2>
      <p role="alert">{fault}</p>
      {found?.ending.length === 0 && <p>九十天内没有到期的文件。</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">到期</th>
            <th scope="col">地区</th>
            <th scope="col">文件</th>
          </tr>
        </thead>
        <tbody>
          {found?.ending.map(({ notice, title, number, place, to, stated }) => (
            <tr key={notice} class={to < found.today ? "over" : ""}>
              <td>
                {to}
                {to < found.today ? "（已过）" : ""}
                {stated ? "" : "（所持文本只能证明到这一天）"}
              </td>
              <td>{place}</td>
              <td>
                <a href={`/notices/${encodeURIComponent(notice)}`}>{title}</a>{" "}
                {number}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Audit() {
  const { found, fault } = useLoaded(api.audit);
  return (
    <>
      <h2>登录和导出记录</h2>
      <p role="alert">{fault}</p>
      <table>
        <thead>
          <tr>
            {["时间", "账号", "做了什么", "对象", "地址"].map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found?.map(({ at, account, action, subject, address }, row) => (
            <tr key={row}>
              <td>{clock(at)}</td>
              <td>{account}</td>
              <td>{action}</td>
              <td>{subject}</td>
              <td>{address}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
