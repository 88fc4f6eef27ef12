/** The one box and the day; everything else on the page follows from them. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
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
      <Day call={call} today={today} />
    </form>
  );
}

/** A year that is still being typed: 0002, 0020, 0202. */
const HALF_TYPED = /^0/;

/**
 * The day of what happened. While it is being typed there is none for a
 * moment; the field is left alone then, or what was typed would be lost.
 */
function Day({ call, today }: { call: Call; today: string }) {
  const field = useRef<HTMLInputElement>(null);
  const show = (): void => {
    const input = field.current;
    if (input && input.value !== call.on) input.value = call.on;
  };
  useLayoutEffect(show, [call.on]);
  const other = call.on === today ? "" : "other-day";
  return (
    <>
      <label for="day" class={other}>
        业务发生日{other ? "（不是今天）" : ""}
      </label>
      <input
        id="day"
        ref={field}
        type="date"
        class={other}
        onInput={({ currentTarget: { value } }) => {
          if (value !== "" && !HALF_TYPED.test(value)) call.setDay(value);
        }}
        onBlur={show}
      />
    </>
  );
}
