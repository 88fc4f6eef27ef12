/**
 * Fetches Microsoft's Web Chat. As a dependency it would bring 692 packages;
 * its own archive holds a ready bundle. The archive is checked against the
 * recorded hash, and only the bundle and its notice of licences are kept.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";

const PACKAGE = "botframework-webchat";
const VERSION = "4.18.1";
const SHA512 =
  "7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==";

/** The light bundle: 374 KB instead of 639 KB on the wire; our card needs nothing of the full one. */
export const BUNDLE = "webchat-minimal.js";
const LICENCES = `${BUNDLE}.LICENSE.txt`;

/**
 * The folder with the bundle, fetched when it is not there yet. Throws when
 * the registry cannot be reached or gives something else than recorded.
 */
export function webChatFolder(root: string): string {
  const folder = join(root, "vendor", `${PACKAGE}-${VERSION}`);
  if (existsSync(join(folder, BUNDLE)) && existsSync(join(folder, LICENCES)))
    return folder;
  mkdirSync(join(root, "vendor"), { recursive: true });
  const draft = mkdtempSync(join(root, "vendor", "fetch-"));
  try {
    const archive = pack(root, draft);
    verify(archive);
    unpack(archive, draft);
    rmSync(folder, { recursive: true, force: true });
    renameSync(join(draft, "package", "dist"), folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

/** Downloads the archive with npm, from whichever registry npm is set to. */
function pack(root: string, folder: string): string {
  const npm = process.env.npm_execpath;
  const [command, ...before] = npm?.endsWith(".js")
    ? [process.execPath, npm]
    : ["npm"];
  const spec = `${PACKAGE}@${VERSION}`;
  try {
    execFileSync(
      command,
      [...before, "pack", spec, "--pack-destination", folder, "--silent"],
      { cwd: root, stdio: ["ignore", "ignore", "inherit"] },
    );
  } catch {
    throw new Error(
      `下载 ${spec} 没有成功：请检查网络和 npm 的设置，再运行 npm run build`,
    );
  }
  return join(folder, `${PACKAGE}-${VERSION}.tgz`);
}

function verify(archive: string): void {
  const hash = createHash("sha512").update(readFileSync(archive));
  const found = hash.digest("base64");
  if (found !== SHA512)
    throw new Error(
      `${PACKAGE}@${VERSION} 的内容与记录的 sha512 不符（得到 ${found}），没有使用`,
    );
}

function unpack(archive: string, folder: string): void {
  const files = [BUNDLE, LICENCES].map((name) => `package/dist/${name}`);
  execFileSync("tar", ["-xzf", archive, "-C", folder, ...files]);
}
