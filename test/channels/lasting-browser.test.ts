/** The conversation lasts: over a lost network, restarts, reloads and tabs, in a real browser. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import {
  Chat,
  executablePath,
  PHONE,
  QUESTION,
  violations,
} from "./chat-browser.js";
import { startServer } from "./server.js";

describe.skipIf(!executablePath)("a conversation in a browser", () => {
  const chat = Chat.start();

  /** From now on notes each number of cards on the screen, so that a card that vanishes for a moment is seen. */
  async function watchCards(page: Page): Promise<() => Promise<number[]>> {
    await page.evaluate(() => {
      const seen: number[] = [];
      const note = (): void => {
        const count = document.querySelectorAll(".card").length;
        if (seen.at(-1) !== count) seen.push(count);
      };
      note();
      const all = { childList: true, subtree: true };
      new MutationObserver(note).observe(document.body, all);
      Object.assign(globalThis, { seen });
    });
    return () =>
      page.evaluate(() => (globalThis as unknown as { seen: number[] }).seen);
  }

  test("what is said while the server is down is answered once it is back", async () => {
    const page = await chat.open();
    await chat.say(page, QUESTION);
    await chat.cards(page).first().locator(".steps summary").click();
    const seen = await watchCards(page);
    await chat.running.stop();
    await chat.box(page).fill("那重度残疾呢");
    await chat.box(page).press("Enter");
    await page.locator("#notice:not(:empty)").waitFor();
    await chat.box(page).fill("还没写完");
    chat.running = await startServer(chat.running);
    await chat.cards(page).nth(1).waitFor();
    await page.locator("#notice:empty").waitFor({ state: "attached" });
    expect(await chat.box(page).inputValue()).toBe("还没写完");
    const said = page.locator(".webchat__bubble--from-user");
    expect(await said.count()).toBe(2);
    await chat.say(page, "依据是什么");
    expect(await seen()).toEqual([1, 2, 3]);
    expect(await chat.cards(page).first().locator(".steps[open]").count()).toBe(
      1,
    );
    await expectAllSent(page);
    await page.context().close();
  });

  test.each(["light", "dark"] as const)(
    "what is said without a network is answered when it is back, %s",
    async (colours) => {
      const page = await chat.open(PHONE, colours);
      const seen = await watchCards(page);
      await page.context().setOffline(true);
      await chat.box(page).fill(QUESTION);
      await chat.box(page).press("Enter");
      await page.locator("#notice:not(:empty)").waitFor();
      expect(await violations(page)).toEqual([]);
      await page.context().setOffline(false);
      await chat.cards(page).first().waitFor();
      await page.locator("#notice:empty").waitFor({ state: "attached" });
      // A second answer shows that the connection is a new one that works.
      await chat.say(page, "那重度残疾呢");
      expect(await seen()).toEqual([0, 1, 2]);
      await expectAllSent(page);
      await page.context().close();
    },
  );

  /** No bubble says that it is being sent or was not sent. */
  async function expectAllSent(page: Page): Promise<void> {
    await page.waitForFunction(
      () => !/正在发送|发送失败|无法发送/.test(document.body.innerText),
    );
  }

  test("the conversation is there after a reload, in a second tab, and after a restart of the server", async () => {
    const page = await chat.open();
    await chat.say(page, QUESTION);
    await page.reload();
    await chat.ready(page);
    await chat.cards(page).first().waitFor();
    const second = await page.context().newPage();
    await second.goto(chat.running.url);
    await chat.cards(second).first().waitFor();
    await chat.say(second, "那重度残疾呢");
    await chat.cards(page).nth(1).waitFor();
    await chat.running.stop();
    chat.running = await startServer(chat.running);
    await page.reload();
    await chat.ready(page);
    await chat.cards(page).nth(1).waitFor();
    await chat.say(page, "依据是什么");
    expect(await chat.cards(page).count()).toBe(3);
    await page.context().close();
  });

  test("a question of the greeting can be tapped, and a cleared conversation is empty", async () => {
    const page = await chat.open();
    await page.locator(".webchat__suggested-action").first().click();
    await chat.cards(page).first().waitFor();
    page.on("dialog", (dialog) => void dialog.accept());
    await page.locator("#clear").click();
    await chat.cards(page).first().waitFor({ state: "detached" });
    await page.locator(".webchat__suggested-action").first().waitFor();
    await page.context().close();
  });
});
