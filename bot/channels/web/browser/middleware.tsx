/** Puts our card in the place of the text of an answer. */
import type { ReactElement } from "react";
import { AnswerCard } from "./card.js";
import type { AttachmentProps } from "./webchat.js";

type Render = (props: AttachmentProps) => ReactElement | null;

/** Web Chat's attachment middleware; `say` sends a message as if it were typed. */
export function answerCards(say: (text: string) => void) {
  return () =>
    (next: Render): Render =>
    (props) => {
      const answer = props.activity.channelData?.answer;
      return answer && props.attachment.contentType === "text/plain" ? (
        <AnswerCard answer={answer} say={say} />
      ) : (
        next(props)
      );
    };
}
