/**
 * 有用 or 没帮到 with a reason. The form keeps its state in its own elements:
 * the card is drawn without hooks.
 */
import type { FormEvent, KeyboardEvent } from "react";
import type { Opinion } from "./session.js";

/** Hands an opinion in; fails when it was not taken. */
export type Rate = (opinion: Opinion) => Promise<void>;

const REASONS = ["数字不对", "没答到我问的", "看不懂", "我的情况没考虑到"];
const LONGEST_REASON = 200;

export function OpinionForm({
  subject,
  rate,
}: {
  subject: string;
  rate: Rate;
}) {
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const button = submitter as HTMLButtonElement | null;
    const typed = form.querySelector("input")?.value.trim() ?? "";
    void handIn(form, {
      subject,
      helpful: button?.name === "helpful",
      reason: button?.value || typed,
    });
  };
  async function handIn(
    form: HTMLFormElement,
    opinion: Opinion,
  ): Promise<void> {
    const told = form.querySelector("output");
    const fields = form.querySelector("fieldset");
    if (!told || !fields) return;
    try {
      await rate(opinion);
      fields.hidden = true;
      told.textContent = opinion.helpful
        ? "已记下：有用。谢谢。"
        : "已记下：没帮到。谢谢，我们会看。";
    } catch {
      told.textContent = "没有记下，请稍后再试。";
    }
  }
  return (
    <form className="opinion" onSubmit={submit} onKeyDown={keep}>
      <fieldset>
        <legend>这个回答</legend>
        <button name="helpful">有用</button>
        <details>
          <summary>没帮到</summary>
          <div className="choices">
            {REASONS.map((reason) => (
              <button key={reason} name="unhelpful" value={reason}>
                {reason}
              </button>
            ))}
            <label>
              别的原因
              <input maxLength={LONGEST_REASON} />
            </label>
            <button name="unhelpful" value="">
              提交
            </button>
          </div>
        </details>
      </fieldset>
      <output></output>
    </form>
  );
}

/** Web Chat takes keys pressed in its transcript for the message box; those typed here stay here. */
function keep(event: KeyboardEvent): void {
  const { target, key } = event;
  if (!(target instanceof HTMLInputElement) || key === "Escape") return;
  event.stopPropagation();
  // Enter would press the first button of the form, which means the opposite.
  if (key === "Enter" && !event.nativeEvent.isComposing) {
    event.preventDefault();
    target
      .closest("form")
      ?.querySelector<HTMLButtonElement>("button[value='']")
      ?.click();
  }
}
