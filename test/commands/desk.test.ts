import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isPassword } from "../../bot/channels/desk/passwords.js";
import { deskCommand } from "../../bot/commands/desk.js";
import type { Role } from "../../bot/store/desk.js";
import { openSqliteDeskStore } from "../../bot/store/sqlite-desk.js";

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "mingbai-desk-"));
});
afterEach(() => rm(data, { recursive: true, force: true }));

async function run(
  action: string,
  name?: string,
  typed = "",
  role: Role = "agent",
): Promise<{ code: number; out: string }> {
  const [input, output, trouble] = [0, 0, 0].map(() => new PassThrough());
  input!.end(typed);
  const code = await deskCommand(
    { action, name, role, data },
    input as unknown as NodeJS.ReadStream,
    output!,
    trouble!,
  );
  return { code, out: String(output!.read() ?? "") };
}

async function account(name: string) {
  const store = openSqliteDeskStore(join(data, "mingbai.db"));
  const found = await store.account(name);
  await store.close();
  return found;
}

test("an account is added once, with a role, and its password is not kept as it is", async () => {
  const secret = "长一点的密码12";
  expect(
    (await run("add-user", "张三", `${secret}\n`, "supervisor")).code,
  ).toBe(0);
  const kept = await account("张三");
  expect(kept?.role).toBe("supervisor");
  expect(kept?.password).not.toContain(secret);
  expect(await isPassword(secret, kept?.password ?? null)).toBe(true);
  expect((await run("add-user", "张三", `${secret}\n`)).code).toBe(1);
  const { out } = await run("audit");
  expect(out).toContain("张三");
  expect(out).not.toContain(secret);
});

test("a password can be changed, an account removed", async () => {
  await run("add-user", "lisi", "first-password\n");
  await run("set-password", "lisi", "second-password\n");
  const kept = (await account("lisi"))?.password ?? null;
  expect(await isPassword("first-password", kept)).toBe(false);
  expect(await isPassword("second-password", kept)).toBe(true);
  expect((await run("remove-user", "lisi")).code).toBe(0);
  expect(await account("lisi")).toBeNull();
  expect((await run("remove-user", "lisi")).code).toBe(1);
});

test.each([
  ["add-user", "zuoxi", "short\n"],
  ["add-user", "zuoxi", ""],
  ["add-user", "a b", "long-password\n"],
  ["add-user", undefined, "long-password\n"],
  ["fly", "zuoxi", "long-password\n"],
])("%s %s with %j is refused", async (action, name, typed) => {
  await expect(run(action, name, typed)).rejects.toThrow(/\p{Script=Han}/u);
  expect(await account("zuoxi")).toBeNull();
});
