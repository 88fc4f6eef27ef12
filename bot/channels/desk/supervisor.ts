/** What supervisors see: questions to look into, their conversations, scripts of them, notices that run out. */
import type { FastifyInstance } from "fastify";
import { addDays } from "../../../knowledge/dates.js";
import { todayInShanghai } from "../../host/today.js";
import { recordedScript } from "../../scripts/recorded.js";
import { ScriptNames } from "../../scripts/naming.js";
import type { CaseEntry } from "../../store/desk.js";
import { checked } from "../api/schemas.js";
import { HttpError } from "../http/errors.js";
import type { DeskAccess } from "./access.js";
import { endingNotices } from "./ending.js";
import { type DeskParts, sessionOf } from "./parts.js";
import { deciding, exporting } from "./schemas.js";

/** More than anybody reads through; the newest come first. */
const MOST_CASES = 500;
const MOST_AUDIT = 200;
/** Notices that end within a quarter are worth replacing now. */
const SOON_DAYS = 90;

/** Mounts the supervisors' requests; who registers it lets only supervisors in. */
export function supervisor(
  server: FastifyInstance,
  parts: DeskParts & { access: DeskAccess },
): void {
  const { store, desk, knowledge, access, now } = parts;
  const names = new ScriptNames(knowledge);

  server.get("/api/cases", async () => ({
    cases: (await desk.cases(MOST_CASES)).map((entry) => shown(entry, names)),
  }));

  server.patch("/api/cases", async (request, reply) => {
    const { turns, ...decision } = checked(deciding, request.body);
    if (await desk.decide(turns, decision)) return reply.status(204).send();
    throw new HttpError(404, "not_found", "选中的问题有的已经不在了", "turns");
  });

  server.get("/api/conversations/:id", async (request) => {
    const { id } = request.params as { id: string };
    const turns = await store.turns(id);
    if (turns.length === 0)
      throw new HttpError(404, "not_found", "没有这个对话", "id");
    return {
      turns: turns.map(({ message, text, answer, at, on }) => ({
        message,
        at,
        on,
        text,
        status: answer.status,
        answer: answer.text,
      })),
    };
  });

  server.post("/api/export", async (request, reply) => {
    const { conversations } = checked(exporting, request.body);
    const today = todayInShanghai(now());
    const texts: string[] = [];
    for (const id of conversations) {
      const turns = await store.turns(id);
      if (turns.length === 0)
        throw new HttpError(404, "not_found", "没有这个对话", "conversations");
      const title = `对话 ${id}`;
      texts.push(
        recordedScript(title, turns, { knowledge, names, today }).text,
      );
    }
    await access.audit(
      request,
      sessionOf(request).account,
      "导出",
      `${conversations.length}个对话`,
    );
    return reply
      .type("text/yaml; charset=utf-8")
      .header("content-disposition", 'attachment; filename="questions.yaml"')
      .send(texts.join("---\n"));
  });

  server.get("/api/ending", async () => {
    const today = todayInShanghai(now());
    const until = addDays(today, SOON_DAYS);
    return { today, until, ending: endingNotices(knowledge, until) };
  });

  server.get("/api/audit", async () => ({
    lines: await desk.audit(MOST_AUDIT),
  }));
}

/** A case as the list shows it; grouped by what was asked and how it ended. */
function shown(
  { turn, case: decided, complaint }: CaseEntry,
  { intents }: ScriptNames,
) {
  const { answer } = turn;
  const place = answer.conditions.find(({ slot }) => slot === "jurisdiction");
  return {
    ...decided,
    channel: turn.channel,
    at: turn.at,
    on: turn.on,
    text: turn.text,
    status: answer.status,
    intent: intents.name(answer.intent),
    scope: answer.scope,
    place: place?.label ?? null,
    first_line: answer.text.split("\n", 1)[0] ?? "",
    complaint,
  };
}
