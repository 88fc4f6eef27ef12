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
      <Several
        name="口述"
        keyName="F4"
        texts={made.spoken}
        kind="spoken"
        long={seconds}
        onCopy={onCopy}
      />
      <Several name="短信" keyName="F9" texts={made.sms} onCopy={onCopy} />
      <Script name="完整" keyName="F8" text={made.full} onCopy={onCopy} />
    </>
  );
}

/** What is said or sent one after the other: the same key copies the next. */
function Several({
  name,
  keyName,
  texts,
  kind = "",
  long = (text) => `${text.length}字`,
  onCopy,
}: {
  name: string;
  keyName: string;
  texts: readonly string[];
  kind?: string;
  long?: (text: string) => string;
  onCopy: (name: string, text: string) => void;
}) {
  return (
    <>
      {texts.map((text, at) => (
        <Script
          key={at}
          name={texts.length > 1 ? `${name} ${at + 1}/${texts.length}` : name}
          keyName={at === 0 ? keyName : `再按 ${keyName}`}
          text={text}
          kind={kind}
          long={long(text)}
          onCopy={onCopy}
        />
      ))}
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
