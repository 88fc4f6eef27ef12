/** `mingbai desk`: the accounts of the hotline desk, and who signed in when. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { hashPassword, passwordFault } from "../channels/desk/passwords.js";
import type { DeskStore, Role } from "../store/desk.js";
import { openSqliteDeskStore } from "../store/sqlite-desk.js";
import { UsageError } from "./usage.js";

export interface DeskArguments {
  action: string | undefined;
  name: string | undefined;
  role: Role;
  /** Folder of the data that `serve` uses. */
  data: string;
}

const MOST_AUDIT = 1000;
/** What stands in the audit where a command did it. */
const HERE = "命令行";

/** Carries out one action; exit code 0 when it was done, 1 when the account is not as it should be. */
export async function deskCommand(
  { action, name, role, data }: DeskArguments,
  input: NodeJS.ReadStream,
  output: NodeJS.WritableStream,
  trouble: NodeJS.WritableStream,
): Promise<number> {
  if (action !== "audit") checkAction(action, name);
  mkdirSync(data, { recursive: true });
  const store = openSqliteDeskStore(join(data, "mingbai.db"));
  try {
    if (action === "audit") {
      for (const line of await store.audit(MOST_AUDIT))
        output.write(
          `${[line.at, line.account, line.action, line.subject, line.address].join("\t")}\n`,
        );
      return 0;
    }
    const account = (name ?? "").normalize("NFKC");
    const fault = await ACTIONS[action as Action](store, {
      name: account,
      role,
      password: () => readPassword(input, trouble),
    });
    if (fault !== null) {
      trouble.write(`${fault}\n`);
      return 1;
    }
    await store.addAudit({
      at: new Date().toISOString(),
      account: HERE,
      action: DONE[action as Action],
      subject: account,
      address: "",
    });
    output.write(`${DONE[action as Action]}：${account}\n`);
    return 0;
  } finally {
    await store.close();
  }
}

type Action = "add-user" | "set-password" | "remove-user";

const DONE: Readonly<Record<Action, string>> = {
  "add-user": "已增加账号",
  "set-password": "已改密码",
  "remove-user": "已删除账号",
};

interface Wanted {
  name: string;
  role: Role;
  password(): Promise<string>;
}

/** Each gives what stood in its way, or null. */
const ACTIONS: Readonly<
  Record<Action, (store: DeskStore, wanted: Wanted) => Promise<string | null>>
> = {
  async "add-user"(store, { name, role, password }) {
    if (await store.account(name))
      return `已有账号“${name}”，改密码用 mingbai desk set-password`;
    const hash = await hashPassword(await password());
    const added = await store.addAccount({ name, role, password: hash });
    return added ? null : `已有账号“${name}”`;
  },
  async "set-password"(store, { name, password }) {
    if (!(await store.account(name))) return `没有账号“${name}”`;
    await store.setPassword(name, await hashPassword(await password()));
    return null;
  },
  async "remove-user"(store, { name }) {
    return (await store.removeAccount(name)) ? null : `没有账号“${name}”`;
  },
};

function checkAction(action: string | undefined, name: string | undefined) {
  if (action === undefined || !(action in ACTIONS))
    throw new UsageError(
      "请写要做什么：add-user、set-password、remove-user 或 audit",
    );
  if (name === undefined || !/^[\p{L}\p{N}._@-]{2,32}$/u.test(name))
    throw new UsageError("请写账号名：2到32个字母、数字或汉字");
}

/** One line from the input; typed into a terminal it is not shown. */
async function readPassword(
  input: NodeJS.ReadStream,
  prompt: NodeJS.WritableStream,
): Promise<string> {
  const hidden = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = input.isTTY === true;
  if (terminal) prompt.write("密码：");
  const lines = createInterface({ input, output: hidden, terminal });
  const line = await new Promise<string>((resolve) => {
    lines.once("line", resolve);
    lines.once("close", () => resolve(""));
  });
  lines.close();
  if (terminal) prompt.write("\n");
  const fault = passwordFault(line);
  if (fault !== null) throw new UsageError(fault);
  return line;
}
