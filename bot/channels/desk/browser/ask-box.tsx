/** The one box and the day; everything else on the page follows from them. */
import type { RefObject } from "preact";
import type { Call } from "./call.js";
import { composing } from "./keys.js";

export function AskBox({
  call,
  today,
  box,
}: {
  call: Call;
  today: string;
  box: RefObject<HTMLInputElement | null>;
}) {
  const typed = (event: KeyboardEvent): void => {
    if (composing(event)) return;
    if (event.key === "Enter") void call.settle();
    if (event.key === "ArrowDown") {
      event.preventDefault();
      document
        .querySelector<HTMLElement>(".checklist input, .checklist .choice")
        ?.focus();
    }
  };
  const other = call.on === today ? "" : "other-day";
  return (
    <form
      class="ask"
      role="search"
      onSubmit={(event) => event.preventDefault()}
    >
      <label for="question">来电问题</label>
      <input
        id="question"
        ref={box}
        autocomplete="off"
        spellcheck={false}
        value={call.text}
        placeholder="太原 低保 2023年 交多少"
        onInput={(event) =>
          call.setText(event.currentTarget.value, event.isComposing)
        }
        onCompositionEnd={(event) =>
          call.setText(event.currentTarget.value, false)
        }
        onKeyDown={typed}
      />
      <label for="day" class={other}>
        业务发生日{other ? "（不是今天）" : ""}
      </label>
      <input
        id="day"
        type="date"
        class={other}
        value={call.on}
        onInput={(event) => call.setDay(event.currentTarget.value || today)}
      />
    </form>
  );
}
