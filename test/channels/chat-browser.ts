/** The chat page in a real browser: Debian's chromium, where there is one. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  type Browser,
  chromium,
  type Locator,
  type Page,
} from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { type Running, startServer } from "./server.js";

export const executablePath = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path && existsSync(path));
if (!executablePath)
  console.warn(
    "没有找到 chromium，跳过浏览器测试（Debian：apt install chromium）",
  );

const axe = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

/** Debian's chromium as the tests run it. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executablePath!,
    args: ["--no-sandbox"],
  });

/** What the accessibility checker finds on the page; the page's policy must let it in. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string }[] }> };
    };
    return (await axe.run()).violations.map(({ id }) => id);
  });
}

export const QUESTION = "太原低保户2023年要交多少钱";
export const PHONE = { width: 375, height: 720 };
export const DESKTOP = { width: 1280, height: 800 };

/** A server and a browser for the tests of one file. */
export class Chat {
  running!: Running;
  browser!: Browser;
  /** What went wrong while a page was open: errors, and requests to elsewhere. */
  readonly faults: string[] = [];

  /** To be called where the tests are described. */
  static start(): Chat {
    const chat = new Chat();
    beforeAll(async () => {
      chat.running = await startServer();
      chat.browser = await launch();
    });
    afterAll(async () => {
      await chat.browser?.close();
      await chat.running?.remove();
    });
    return chat;
  }

  async open(
    viewport = PHONE,
    colorScheme: "light" | "dark" = "light",
  ): Promise<Page> {
    // The checker is put into the page; the policy itself is tested in page.test.ts.
    const context = await this.browser.newContext({
      viewport,
      colorScheme,
      bypassCSP: true,
    });
    const page = await context.newPage();
    const own = new URL(this.running.url).host;
    page.on("console", (message) => {
      if (message.type() === "error") this.faults.push(message.text());
    });
    page.on("pageerror", (error) => this.faults.push(error.message));
    page.on("request", (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol !== "data:" && protocol !== "blob:" && host !== own)
        this.faults.push(request.url());
    });
    await page.goto(this.running.url);
    await this.ready(page);
    return page;
  }

  ready(page: Page): Promise<void> {
    return page.locator("#start").waitFor({ state: "hidden" });
  }

  box(page: Page): Locator {
    return page.locator("#chat form input[type=text]");
  }

  cards(page: Page): Locator {
    return page.locator(".card");
  }

  async say(page: Page, text: string): Promise<void> {
    const before = await this.cards(page).count();
    await this.box(page).fill(text);
    await this.box(page).press("Enter");
    await this.cards(page).nth(before).waitFor();
  }

  width(page: Page): Promise<number> {
    return page.evaluate(() => document.documentElement.scrollWidth);
  }
}
