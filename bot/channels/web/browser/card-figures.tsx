/** The numbers of a card: the first one large, who pays what as a bar, cases side by side as a table. */
import type { Figure } from "../../../../engine/result.js";
import { figureText, trimZeros } from "../../../phrasing/format.js";
import type { Compared } from "./compared.js";
import { type Part, payers } from "./payers.js";

/** The first figure large; the others in the bar's legend where they make one sum, else as a list. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  const [first, ...others] = figures;
  if (!first) return null;
  const parts = payers(figures);
  const inBar = (figure: Figure): boolean =>
    parts.some(({ key }) => key === figure.key);
  return (
    <>
      <dl className="figures">
        {[first, ...others.filter((one) => !inBar(one))].map((figure, at) => (
          <div key={at}>
            <dt>{figure.label}</dt>
            <dd>{figureText(figure)}</dd>
          </div>
        ))}
      </dl>
      <Bar parts={parts} />
    </>
  );
}

/** The words of the legend say all that the drawing shows. */
function Bar({ parts }: { parts: readonly Part[] }) {
  if (parts.length === 0) return null;
  let from = 0;
  return (
    <div className="payers">
      <svg className="bar" aria-hidden="true">
        {parts.map(({ key, payer, percent }) => {
          const x = from;
          from += percent;
          return (
            <rect
              key={key}
              className={`paid-${payer}`}
              x={`${x}%`}
              width={`${percent}%`}
              height="100%"
            />
          );
        })}
      </svg>
      <ul aria-label="谁付多少">
        {parts.map(({ key, payer, who, amount }) => (
          <li key={key} className={`paid-${payer}`}>
            {who} {trimZeros(amount)}元
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The figures side by side, what is not the same for all marked; those too fine for it below. */
export function ComparisonTable({
  table: { columns, rows, finer },
}: {
  table: Compared;
}) {
  return (
    <>
      <div className="comparison" tabIndex={0} role="group" aria-label="对比表">
        <table>
          <thead>
            <tr>
              <td></td>
              {columns.map(({ label, differs }) => (
                <th key={label} scope="col">
                  {label}
                  {differs && <small>不同</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, cells, differs }) => (
              <tr key={label} className={differs ? "differs" : ""}>
                <th scope="row">
                  {label}
                  {differs && <small>不同</small>}
                </th>
                {cells.map((cell, at) => (
                  <td
                    key={at}
                    className={columns[at]?.differs ? "differs" : ""}
                  >
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {finer.length > 0 && (
        <ul className="finer">
          {finer.map((figure, at) => (
            <li key={at}>
              {figure.label} {figureText(figure)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
