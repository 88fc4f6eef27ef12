/** What we use of Web Chat's global. The bundle ships no types of its own for a page. */
import type { ReactElement } from "react";
import type { Answer } from "../../../answer.js";
import type { Change } from "../../../phrasing/changes.js";
import type { PostAction } from "./outbox.js";

/** An activity as Web Chat hands it to middleware. */
export interface WebChatActivity {
  type: string;
  id?: string;
  text?: string;
  from?: { role?: string };
  channelData?: { answer?: Answer; changes?: Change[] };
}

export interface Connection {
  connectionStatus$: {
    subscribe(next: (status: number) => void): { unsubscribe(): void };
  };
  end(): void;
}

export interface WebChatStore {
  dispatch(action: { type: string; payload?: unknown }): void;
  getState(): { sendBoxValue?: string };
}
type Next = (action: PostAction) => unknown;

export interface AttachmentProps {
  activity: WebChatActivity;
  attachment: { contentType: string };
}
type RenderAttachment = (props: AttachmentProps) => ReactElement | null;

interface WebChatGlobal {
  createDirectLine(options: {
    domain: string;
    token: string;
    conversationId?: string;
  }): Connection;
  createStore(
    initial: object,
    ...middleware: (() => (next: Next) => Next)[]
  ): WebChatStore;
  renderWebChat(
    props: {
      directLine: Connection;
      store: WebChatStore;
      locale: string;
      overrideLocalizedStrings: Readonly<Record<string, string>>;
      styleOptions: object;
      attachmentMiddleware: () => (next: RenderAttachment) => RenderAttachment;
    },
    element: Element,
  ): void;
}

declare global {
  interface Window {
    WebChat?: WebChatGlobal;
  }
}
