/** Builds what the pages need into dist/web: Web Chat, our scripts and styles, and the list of their names. */
import { build } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeAsset } from "./assets.js";
import { BUNDLE, webChatFolder } from "./webchat.js";

const root = fileURLToPath(new URL("../../../../../", import.meta.url));
const page = join(root, "bot", "channels", "web", "browser");
const desk = join(root, "bot", "channels", "desk", "browser");
const out = join(root, "dist", "web");
const assets = join(out, "assets");

async function bundle(sources: string, entry: string): Promise<Buffer> {
  const { outputFiles } = await build({
    entryPoints: [join(sources, entry)],
    bundle: true,
    write: false,
    minify: true,
    target: "es2020",
    legalComments: "inline",
    define: { "process.env.NODE_ENV": '"production"' },
    jsx: "automatic",
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`没有得到 ${entry} 的打包结果`);
  return Buffer.from(file.contents);
}

async function main(): Promise<void> {
  const webChat = readFileSync(join(webChatFolder(root), BUNDLE));
  const names = {
    webChat: writeAsset(assets, "webchat.js", webChat),
    script: writeAsset(assets, "page.js", await bundle(page, "main.ts")),
    style: writeAsset(assets, "page.css", await bundle(page, "style.css")),
    deskScript: writeAsset(assets, "desk.js", await bundle(desk, "main.tsx")),
    deskStyle: writeAsset(assets, "desk.css", await bundle(desk, "style.css")),
  };
  writeFileSync(join(out, "assets.json"), `${JSON.stringify(names)}\n`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
