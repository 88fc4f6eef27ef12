/** The desk's page in a real browser, used by its keys. */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launch } from "./chat-browser.js";
import { addAccount, PASSWORD } from "./desk-client.js";
import { type Running, startServer } from "./server.js";

export const SMALL = { width: 1366, height: 768 };
export const LARGE = { width: 1920, height: 1080 };

/** A server with an agent and a supervisor, and a browser, for the tests of one file. */
export class DeskPage {
  running!: Running;
  private browser!: Browser;
  readonly faults: string[] = [];

  /** To be called where the tests are described. */
  static start(): DeskPage {
    const desk = new DeskPage();
    beforeAll(async () => {
      desk.running = await startServer(undefined, { desk: true });
      await addAccount(desk.running, "zuoxi", "agent");
      await addAccount(desk.running, "zhuguan", "supervisor");
      desk.browser = await launch();
    });
    afterAll(async () => {
      await desk.browser?.close();
      await desk.running?.remove();
    });
    return desk;
  }

  /** Signs in by keyboard; the page's own policy stays in force unless the checker is to be put in. */
  async open(
    account: string,
    viewport = SMALL,
    bypassCSP = false,
  ): Promise<Page> {
    const context = await this.browser.newContext({ viewport, bypassCSP });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    page.on("console", (message) => {
      // Asking who is signed in is answered with 401 before somebody is.
      if (message.type() === "error" && !message.text().includes("401"))
        this.faults.push(message.text());
    });
    page.on("pageerror", (error) => this.faults.push(error.message));
    await page.goto(`${this.running.url}/desk`);
    await page.locator("input[name=account]").waitFor();
    await page.keyboard.type(account);
    await page.keyboard.press("Tab");
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await page.locator("#question").waitFor();
    return page;
  }
}

export const pane = (page: Page, name: string): Locator =>
  page.locator(`section[aria-label="${name}"]`);

/** Where the desk says what was done. */
export const status = (page: Page): Locator => page.locator(".told");

/** Collects what is copied, as the page puts it on the clipboard. */
export async function collect(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const all = globalThis as unknown as { copied: string };
    all.copied = "";
    addEventListener("copy", (event) => {
      all.copied = event.clipboardData?.getData("text/plain") ?? "";
    });
  });
  return () =>
    page.evaluate(() => (globalThis as unknown as { copied: string }).copied);
}
