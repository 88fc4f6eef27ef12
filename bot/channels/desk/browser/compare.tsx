/** Up to three scenarios side by side; what differs is marked. */
import { comparison } from "../../../phrasing/comparison.js";
import { leadOf } from "../../../phrasing/lead.js";
import type { Call } from "./call.js";

export function Compare({
  call: { pinned, unpin },
  ownNumbers,
}: {
  call: Call;
  ownNumbers: readonly string[];
}) {
  if (pinned.length === 0) return null;
  const rows = comparison(pinned.map(({ answer }) => answer));
  return (
    <section class="compare" aria-label="对比">
      <table>
        <caption>对比（标 ≠ 的行不同）</caption>
        <thead>
          <tr>
            <td />
            {pinned.map(({ said, on }, at) => (
              <th scope="col" key={at}>
                <button
                  type="button"
                  aria-label={`取消第${at + 1}个`}
                  onClick={() => unpin(at)}
                >
                  ×
                </button>
                {said.join("；")} <small>{on}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">结论</th>
            {pinned.map(({ answer }, at) => (
              <td key={at}>{leadOf(answer, ownNumbers)[0]}</td>
            ))}
          </tr>
          {rows.map(({ label, cells, differs }, row) => (
            <tr key={row} class={differs ? "differs" : ""}>
              <th scope="row">
                {differs ? "≠ " : ""}
                {label}
              </th>
              {cells.map((cell, at) => (
                <td key={at}>{cell === "" ? "—" : cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
