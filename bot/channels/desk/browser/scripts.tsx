/** What the agent says or sends, each copied with one key. */
import { HALF_MINUTE } from "../../../phrasing/half-minute.js";
import type { Renderings } from "../../../phrasing/renderings.js";

export function Scripts({
  made,
  onCopy,
}: {
  made: Renderings;
  onCopy: (name: string, text: string) => void;
}) {
  return (
    <>
      <Script
        name="口述"
        keyName="F4"
        text={made.spoken}
        kind="spoken"
        long={seconds(made.spoken)}
        onCopy={onCopy}
      />
      {made.sms.map((text, at) => (
        <Script
          key={at}
          name={
            made.sms.length > 1 ? `短信 ${at + 1}/${made.sms.length}` : "短信"
          }
          keyName={at === 0 ? "F9" : "再按 F9"}
          text={text}
          onCopy={onCopy}
        />
      ))}
      <Script name="完整" keyName="F8" text={made.full} onCopy={onCopy} />
    </>
  );
}

/** How long it takes to say it. */
function seconds(text: string): string {
  return `约${Math.ceil((text.length * 30) / HALF_MINUTE)}秒`;
}

function Script({
  name,
  keyName,
  text,
  kind = "",
  long = `${text.length}字`,
  onCopy,
}: {
  name: string;
  keyName: string;
  text: string;
  kind?: string;
  long?: string;
  onCopy: (name: string, text: string) => void;
}) {
  return (
    <div class={`script ${kind}`}>
      <h3>
        {name} <small>{long}</small>
        <button
          type="button"
          aria-label={`复制 ${keyName}：${name}`}
          onClick={() => onCopy(name, text)}
        >
          复制 <kbd>{keyName}</kbd>
        </button>
      </h3>
      <p>{text}</p>
    </div>
  );
}
