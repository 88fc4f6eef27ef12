/** What a person reads when a turn could not be worked out: calm, and always the same. */
import type { Answer } from "../answer.js";

/** The fixed answer to a message whose processing failed. */
export function failureAnswer(): Answer {
  return {
    status: "out_of_scope",
    intent: "failure",
    conditions: [],
    text: "抱歉，这条消息没有处理成功，情况已经记录。请换个说法再问一次，或拨打 12393 医保服务热线咨询。",
    figures: [],
    steps: [],
    citations: [],
    missing: [],
    caveats: [],
    reference: [],
    range: null,
    parts: [],
    scope: "other",
    suggestions: [],
  };
}
