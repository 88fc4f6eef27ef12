/** The page's script: connects Web Chat with the server, and keeps it connected. */
import type { Phone } from "../../../phrasing/phones.js";
import { guardComposition } from "./composition.js";
import { answerCards } from "./middleware.js";
import { Outbox } from "./outbox.js";
import {
  clearSession,
  domain,
  type Opinion,
  openSession,
  postOpinion,
  postUnsent,
  type Session,
} from "./session.js";
import { ownWords, styleOptions } from "./style-options.js";
import type { Connection, WebChatStore } from "./webchat.js";

/** Direct Line's states after which the client does not recover by itself. */
const EXPIRED = 3;
const FAILED = 4;
const ENDED = 5;

const LONGEST_PAUSE = 15_000;

const chat = element("chat");
const start = element("start");
const notice = element("notice");

interface Current {
  session: Session;
  connection: Connection;
  store: WebChatStore;
}
let current: Current | null = null;
/** Said before the chat was there. */
let waiting: string[] = [];
const contacts = JSON.parse(chat.dataset.contacts ?? "[]") as Phone[];
const attachmentMiddleware = answerCards({ say, rate, contacts });
/** A second call while one is on its way does nothing. */
let connecting = false;
const outbox = new Outbox(() => void connect());

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`#${id}`);
  return found;
}

function say(text: string): void {
  if (!current) waiting.push(text);
  else
    current.store.dispatch({
      type: "WEB_CHAT/SEND_MESSAGE",
      payload: { text },
    });
}

/** Opens the conversation, trying again with growing pauses until there is a network. */
async function connect(): Promise<void> {
  if (connecting) return;
  connecting = true;
  for (let pause = 1000; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      const session = await openSession();
      for (const unsent of outbox.unsent) {
        if (session.resumed) await postUnsent(session, unsent);
        else waiting.push(unsent.text);
        outbox.done(unsent.clientActivityID);
      }
      show(session);
      notice.textContent = "";
      break;
    } catch {
      notice.textContent =
        "连不上服务，正在重试。您发的话会留着，连上后接着发。";
      await pauseOrOnline(pause);
    }
  }
  connecting = false;
}

/** Waits, but no longer than until the browser says that there is a network again. */
function pauseOrOnline(pause: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, pause);
    function done(): void {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    }
    addEventListener("online", done);
  });
}

/** A conversation that goes on keeps its store, and with it everything on the screen: only the connection is another. */
function show(session: Session): void {
  const webChat = window.WebChat;
  if (!webChat) {
    notice.textContent = "页面没有加载完整，请刷新。";
    return;
  }
  current?.connection.end();
  const { conversationId, token, resumed } = session;
  const connection = webChat.createDirectLine({
    domain,
    token,
    ...(resumed ? { conversationId } : {}),
  });
  const goesOn = current?.session.conversationId === conversationId;
  const store = (goesOn && current?.store) || newStore(webChat);
  current = { session, connection, store };
  webChat.renderWebChat(
    {
      directLine: connection,
      store,
      locale: "zh-CN",
      overrideLocalizedStrings: ownWords,
      styleOptions,
      attachmentMiddleware,
    },
    chat,
  );
  connection.connectionStatus$.subscribe((status) => {
    if (current?.connection !== connection) return;
    if (status === EXPIRED || status === FAILED || status === ENDED)
      void connect();
  });
}

function newStore(webChat: NonNullable<typeof window.WebChat>): WebChatStore {
  const store = webChat.createStore({}, () => (next) => (action) => {
    if (current?.store === store) {
      if (action.type === "DIRECT_LINE/INCOMING_ACTIVITY") ready();
      outbox.watch(action);
    }
    const result = next(action);
    const delivered = outbox.delivered(action);
    if (delivered) next(delivered);
    return result;
  });
  return store;
}

/** Hands in what the person thinks of an answer. */
async function rate(opinion: Opinion): Promise<void> {
  if (!current) throw new Error("没有连接");
  await postOpinion(current.session, opinion);
}

/** The conversation is on the screen: the greeting that the page came with makes way. */
function ready(): void {
  start.hidden = true;
  chat.removeAttribute("inert");
  const texts = waiting;
  waiting = [];
  setTimeout(() => texts.forEach(say), 0);
}

async function clear(): Promise<void> {
  if (!current || !confirm("清空后这次对话会被删除，不能恢复。要清空吗？"))
    return;
  const { session } = current;
  try {
    await clearSession(session);
  } catch {
    notice.textContent = "没有清空：连不上服务，请稍后再试。";
    return;
  }
  await connect();
}

start.addEventListener("click", (event) => {
  const button =
    event.target instanceof Element && event.target.closest("button");
  if (button) say(button.textContent ?? "");
});
element("clear").addEventListener("click", () => void clear());
guardComposition(chat);
void connect();
