/** The signing secret of an installation: made once, kept beside the data. */
import { randomBytes } from "node:crypto";
import {
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

const BYTES = 32;

/**
 * The secret in the data folder, made on first use. It is written aside and
 * linked into place, so two processes that start together agree on one.
 */
export function loadSecret(folder: string): Buffer {
  const file = join(folder, "directline.key");
  const known = read(file);
  if (known) return known;
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(BYTES).toString("hex"), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const made = read(file);
  if (!made) throw new Error(`${file}：读不出令牌密钥`);
  return made;
}

function read(file: string): Buffer | null {
  try {
    const secret = Buffer.from(readFileSync(file, "utf8").trim(), "hex");
    if (secret.length !== BYTES)
      throw new Error(`${file}：令牌密钥已损坏，删除该文件后会重新生成`);
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
