/** The menu file: which question stands behind which CLICK key. */
import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

export type Menu = ReadonlyMap<string, string>;

const menu = z.record(z.string(), z.string().trim().min(1).max(200));

/** The file beside the sources, seen from there or from dist. */
const BUILT_IN = [
  new URL("menu.yaml", import.meta.url),
  new URL("../../../../bot/channels/wechat/menu.yaml", import.meta.url),
];

/** The menu of a file, or the built-in one. Throws a line that names the file. */
export function readMenu(file: string | null): Menu {
  const path = file ?? BUILT_IN.find((one) => existsSync(one));
  if (path === undefined) throw new Error("找不到内置的菜单文件 menu.yaml");
  try {
    const read = parse(readFileSync(path, "utf8"), { schema: "failsafe" });
    return new Map(Object.entries(menu.parse(read)));
  } catch (error) {
    throw new Error(
      `菜单文件 ${file ?? "menu.yaml"} 读不懂，应每行写成“key: 问题”`,
      { cause: error },
    );
  }
}
