/** Puts our card in the place of the text of an answer. */
import type { ReactElement } from "react";
import { AnswerCard, type CardActions } from "./card.js";
import type { AttachmentProps } from "./webchat.js";

type Render = (props: AttachmentProps) => ReactElement | null;

/** Web Chat's attachment middleware. */
export function answerCards(actions: CardActions) {
  return () =>
    (next: Render): Render =>
    (props) => {
      const { id, channelData } = props.activity;
      return channelData?.answer &&
        props.attachment.contentType === "text/plain" ? (
        <AnswerCard
          id={id ?? ""}
          answer={channelData.answer}
          changes={channelData.changes ?? []}
          actions={actions}
        />
      ) : (
        next(props)
      );
    };
}
