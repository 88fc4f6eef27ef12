/** `mingbai ask`: one question, one answer. */
import { openTalk, type TalkParts } from "./talk.js";

export interface AskArguments extends TalkParts {
  question: string;
  /** The day of the question, YYYY-MM-DD. */
  on: string;
  json: boolean;
}

/** Answers one question; exit code 0 also when the honest answer is that nothing is stipulated. */
export async function askCommand(
  { question, on, json, ...parts }: AskArguments,
  output: NodeJS.WritableStream,
): Promise<number> {
  const talk = openTalk(parts);
  try {
    const answer = await talk.answer({ conversation: "", text: question, on });
    output.write(`${json ? JSON.stringify(answer) : answer.text}\n`);
  } finally {
    await talk.close();
  }
  return 0;
}
