/** Files for the browser: named after their content, compressed once here instead of at every request. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Writes the file with a name that changes with its content, and its compressed forms; returns the name. */
export function writeAsset(
  folder: string,
  name: string,
  content: Buffer,
): string {
  mkdirSync(folder, { recursive: true });
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const dot = name.lastIndexOf(".");
  const file = `${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
  const path = join(folder, file);
  if (written(path, content)) return file;
  writeFileSync(path, content);
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  return file;
}

/** Compressing the bundle takes seconds; what an earlier build wrote is kept. */
function written(path: string, content: Buffer): boolean {
  return (
    existsSync(`${path}.br`) &&
    existsSync(`${path}.gz`) &&
    existsSync(path) &&
    readFileSync(path).equals(content)
  );
}
