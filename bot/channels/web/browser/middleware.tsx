/** Puts our card in the place of the text of an answer. */
import type { ReactElement } from "react";
import { AnswerCard, type CardTools } from "./card.js";
import type { AttachmentProps } from "./webchat.js";

type Render = (props: AttachmentProps) => ReactElement | null;

/** Web Chat's attachment middleware. */
export function answerCards(tools: CardTools) {
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
          tools={tools}
        />
      ) : (
        next(props)
      );
    };
}
