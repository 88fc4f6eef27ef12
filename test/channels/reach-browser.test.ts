/** The page for everybody: by keyboard, by input method, in large letters, without scripts, in a real browser. */
import { describe, expect, test } from "vitest";
import {
  Chat,
  DESKTOP,
  executablePath,
  PHONE,
  QUESTION,
  violations,
} from "./chat-browser.js";

describe.skipIf(!executablePath)("the page in a browser", () => {
  const chat = Chat.start();

  test("the keyboard alone asks, opens the clause and goes on", async () => {
    const page = await chat.open();
    const focused = (selector: string): Promise<boolean> =>
      page.evaluate(
        (wanted) => document.activeElement?.matches(wanted) ?? false,
        selector,
      );
    const tabTo = async (selector: string, key = "Tab"): Promise<void> => {
      for (let presses = 0; !(await focused(selector)); presses++) {
        expect(presses).toBeLessThan(40);
        await page.keyboard.press(key);
      }
    };
    await tabTo("#chat form input[type=text]");
    await page.keyboard.type(QUESTION);
    await page.keyboard.press("Enter");
    await chat.cards(page).first().waitFor();
    // Web Chat's transcript is one stop; Enter goes into its last message.
    await tabTo("[role=feed], .webchat__basic-transcript", "Shift+Tab");
    await page.keyboard.press("Enter");
    await tabTo(".card summary");
    await page.keyboard.press("Enter");
    expect(await page.locator(".card details[open]").count()).toBe(1);
    await page.keyboard.press("Escape");
    await tabTo(".webchat__suggested-action");
    await page.keyboard.press("Enter");
    await chat.cards(page).nth(1).waitFor();
    await page.context().close();
  });

  test("Enter sends nothing while an input method composes", async () => {
    const page = await chat.open();
    await chat.box(page).focus();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Input.imeSetComposition", {
      text: "ni hao",
      selectionStart: 6,
      selectionEnd: 6,
    });
    await page.keyboard.press("Enter");
    await devtools.send("Input.insertText", { text: QUESTION });
    await page.waitForTimeout(300);
    expect(await chat.cards(page).count()).toBe(0);
    expect(await chat.box(page).inputValue()).toBe(QUESTION);
    await page.keyboard.press("Enter");
    await chat.cards(page).first().waitFor();
    expect(await page.locator("#chat").innerText()).not.toContain("ni hao");
    await page.context().close();
  });

  test("a very long message leaves its reply on the screen, and large letters fit", async () => {
    const page = await chat.open();
    await chat.say(page, "我".repeat(20_000));
    await page.waitForTimeout(500);
    const said = await page
      .locator(".webchat__bubble--from-user .webchat__bubble__content")
      .boundingBox();
    expect(said!.height).toBeLessThan(PHONE.height / 2);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    await chat.say(page, QUESTION);
    const actions = page.locator(".webchat__suggested-action");
    await actions.first().waitFor();
    for (const action of await actions.all())
      expect(
        await action.evaluate((one) => one.scrollHeight - one.clientHeight),
      ).toBeLessThanOrEqual(0);
    const overflow = await page
      .locator("main")
      .evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(overflow).toBe(0);
    await page.context().close();
  });

  test("the notices are read without scripts, and a citation leads to its clause", async () => {
    const page = await chat.open();
    await chat.say(page, QUESTION);
    const link = await page
      .locator(".card details", { hasText: "一（三）1" })
      .locator("a")
      .getAttribute("href");
    const context = await chat.browser.newContext({
      viewport: PHONE,
      javaScriptEnabled: false,
    });
    const plain = await context.newPage();
    await plain.goto(chat.running.url + link);
    expect(await plain.locator("section:target").innerText()).toContain(
      "即每人每年资助280元",
    );
    await context.close();
    await page.goto(chat.running.url + link);
    expect(await violations(page)).toEqual([]);
    expect(await chat.width(page)).toBe(PHONE.width);
    await page.context().close();
  });

  test("letters of twice the size leave the conversation most of a phone's screen", async () => {
    const context = await chat.browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Page.enable");
    await devtools.send("Page.setFontSizes", {
      fontSizes: { standard: 32, fixed: 26 },
    });
    await page.goto(chat.running.url);
    await chat.ready(page);
    const height = (selector: string): Promise<number> =>
      page.locator(selector).evaluate((one) => one.clientHeight);
    expect(await height(".chat-page > main")).toBeGreaterThan(
      PHONE.height * 0.8,
    );
    expect(await chat.width(page)).toBe(PHONE.width);
    await page.locator(".chat-page > footer").scrollIntoViewIfNeeded();
    expect(await page.locator(".chat-page > footer").isVisible()).toBe(true);
    await context.close();
  });

  test("the notices are searched without scripts and printed black on white", async () => {
    const context = await chat.browser.newContext({
      viewport: DESKTOP,
      javaScriptEnabled: false,
      colorScheme: "dark",
    });
    const page = await context.newPage();
    await page.goto(`${chat.running.url}/notices`);
    const field = page.getByRole("searchbox");
    expect((await field.boundingBox())!.width).toBeGreaterThan(400);
    await field.fill("低保 资助参保");
    await field.press("Enter");
    await page.getByRole("link", { name: "一（三）1" }).click();
    expect(await page.locator("section:target").innerText()).toContain(
      "即每人每年资助280元",
    );
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const colours = await page.locator("body").evaluate((body) => {
      const { color, backgroundColor } = getComputedStyle(body);
      return [color, backgroundColor];
    });
    expect(colours).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
    expect(await page.locator("nav").isVisible()).toBe(false);
    await context.close();
  });
});
