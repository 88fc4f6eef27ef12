/** The page in a real browser: Debian's chromium, where there is one. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSqliteStore } from "../../bot/store/sqlite.js";
import { type Activity, type Running, startServer } from "./server.js";

const executablePath = [
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

const QUESTION = "太原低保户2023年要交多少钱";
const WITHIN = { timeout: 20_000, interval: 300 };
const PHONE = { width: 375, height: 720 };
const DESKTOP = { width: 1280, height: 800 };

describe.skipIf(!executablePath)("the page in a browser", () => {
  let running: Running;
  let browser: Browser;
  beforeAll(async () => {
    running = await startServer();
    browser = await chromium.launch({
      executablePath: executablePath!,
      args: ["--no-sandbox"],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await running?.remove();
  });

  /** What went wrong while a page was open: errors, and requests to elsewhere. */
  const faults: string[] = [];

  async function open(
    viewport = PHONE,
    colorScheme: "light" | "dark" = "light",
  ): Promise<Page> {
    // The checker is put into the page; the policy itself is tested in page.test.ts.
    const context = await browser.newContext({
      viewport,
      colorScheme,
      bypassCSP: true,
    });
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("request", (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol !== "data:" && protocol !== "blob:" && host !== own())
        faults.push(request.url());
    });
    await page.goto(running.url);
    await ready(page);
    return page;
  }

  const own = (): string => new URL(running.url).host;
  const ready = (page: Page): Promise<void> =>
    page.locator("#start").waitFor({ state: "hidden" });
  const box = (page: Page) => page.locator("#chat form input[type=text]");
  const cards = (page: Page) => page.locator(".card");

  async function say(page: Page, text: string): Promise<void> {
    const before = await cards(page).count();
    await box(page).fill(text);
    await box(page).press("Enter");
    await cards(page).nth(before).waitFor();
  }

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

  const width = (page: Page): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth);

  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    return page.evaluate(async () => {
      const run = (
        globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string }[] }> };
        }
      ).axe.run;
      return (await run()).violations.map(({ id }) => id);
    });
  }

  test.each([
    [PHONE, "light"],
    [DESKTOP, "dark"],
  ] as const)("an answer at %o, %s", async (viewport, colours) => {
    faults.length = 0;
    const page = await open(viewport, colours);
    await say(page, QUESTION);
    const card = cards(page).last();
    expect(await card.innerText()).toContain("70元");
    await card.locator(".steps summary").click();
    const steps = await card.locator(".steps").innerText();
    expect(steps).toContain("350 × 80%");
    expect(steps).toContain("350 − 280");
    const clause = card.locator("details").filter({ hasText: "一（三）1" });
    await clause.locator("summary").click();
    expect(await clause.innerText()).toContain("即每人每年资助280元");
    expect(await width(page)).toBe(viewport.width);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("a condition is changed by tapping it", async () => {
    const page = await open();
    await say(page, "重庆2023年度一档要交多少钱");
    await tapChange(page, "二档");
    expect(await cards(page).last().innerText()).toContain("725元");
    await tapChange(page, "2022年");
    expect(await cards(page).last().innerText()).toContain("695元");
    await page.context().close();
  });

  async function tapChange(page: Page, to: string): Promise<void> {
    const count = await cards(page).count();
    const choice = cards(page)
      .last()
      .locator(".conditions li", {
        has: page.getByRole("button", {
          name: to,
          exact: true,
          includeHidden: true,
        }),
      });
    const button = choice.getByRole("button", { name: to, exact: true });
    // Web Chat may draw a message anew just after it came: its list is then folded again.
    await expect
      .poll(async () => {
        if (!(await button.isVisible()))
          await choice.locator("summary").click();
        return button.isVisible();
      }, WITHIN)
      .toBe(true);
    await button.click();
    await cards(page).nth(count).waitFor();
  }

  test("two years stand side by side, and what differs is marked", async () => {
    const page = await open();
    await say(page, "重庆一档2022年和2023年交的钱差多少");
    const card = cards(page).last();
    expect(await card.locator(".figures").innerText()).toContain("30元");
    const table = await card.locator("table").innerText();
    for (const text of ["2022年", "2023年", "320元", "350元"])
      expect(table).toContain(text);
    expect(await card.locator("tr.differs").count()).toBeGreaterThan(0);
    expect(await width(page)).toBe(PHONE.width);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test("what a person thinks of an answer is kept with it", async () => {
    const page = await open();
    await say(page, QUESTION);
    await say(page, "那重度残疾呢");
    const first = cards(page).first().locator(".opinion");
    await first.getByRole("button", { name: "有用" }).click();
    await first.locator("output:not(:empty)").waitFor();
    const second = cards(page).last().locator(".opinion");
    await second.locator("summary").click();
    await second.locator("input").fill("没说去哪里办");
    expect(await violations(page)).toEqual([]);
    await second.locator("input").press("Enter");
    await second.locator("output:not(:empty)").waitFor();
    expect(await box(page).inputValue()).toBe("");
    const { conversationId } = await page.evaluate(
      () =>
        JSON.parse(localStorage.getItem("mingbai.session") ?? "") as {
          conversationId: string;
        },
    );
    const store = openSqliteStore(join(running.data, "mingbai.db"));
    const opinions = await store.feedback(conversationId);
    const activities = await store.activities(conversationId, 0, 100);
    await store.close();
    expect(opinions.map(({ helpful, reason }) => [helpful, reason])).toEqual([
      [true, ""],
      [false, "没说去哪里办"],
    ]);
    const answers = activities
      .map(({ json }) => JSON.parse(json) as Activity)
      .filter(({ replyToId }) => replyToId);
    expect(opinions.map(({ subject }) => subject)).toEqual(
      answers.map(({ id }) => id),
    );
    await page.context().close();
  });

  test("what is said while the server is down is answered once it is back", async () => {
    const page = await open();
    await say(page, QUESTION);
    await cards(page).first().locator(".steps summary").click();
    const seen = await watchCards(page);
    await running.stop();
    await box(page).fill("那重度残疾呢");
    await box(page).press("Enter");
    await page.locator("#notice:not(:empty)").waitFor();
    await box(page).fill("还没写完");
    running = await startServer(running);
    await cards(page).nth(1).waitFor();
    await page.locator("#notice:empty").waitFor({ state: "attached" });
    expect(await box(page).inputValue()).toBe("还没写完");
    const said = page.locator(".webchat__bubble--from-user");
    expect(await said.count()).toBe(2);
    await say(page, "依据是什么");
    expect(await seen()).toEqual([1, 2, 3]);
    expect(await cards(page).first().locator(".steps[open]").count()).toBe(1);
    await expectAllSent(page);
    await page.context().close();
  });

  test("what is said without a network is answered when it is back", async () => {
    const page = await open();
    const seen = await watchCards(page);
    await page.context().setOffline(true);
    await box(page).fill(QUESTION);
    await box(page).press("Enter");
    await page.locator("#notice:not(:empty)").waitFor();
    await page.context().setOffline(false);
    await cards(page).first().waitFor();
    await page.locator("#notice:empty").waitFor({ state: "attached" });
    // A second answer shows that the connection is a new one that works.
    await say(page, "那重度残疾呢");
    expect(await seen()).toEqual([0, 1, 2]);
    await expectAllSent(page);
    await page.context().close();
  });

  /** No bubble says that it is being sent or was not sent. */
  async function expectAllSent(page: Page): Promise<void> {
    await page.waitForFunction(
      () => !/正在发送|发送失败|无法发送/.test(document.body.innerText),
    );
  }

  test("the keyboard alone asks, opens the clause and goes on", async () => {
    const page = await open();
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
    await cards(page).first().waitFor();
    // Web Chat's transcript is one stop; Enter goes into its last message.
    await tabTo("[role=feed], .webchat__basic-transcript", "Shift+Tab");
    await page.keyboard.press("Enter");
    await tabTo(".card summary");
    await page.keyboard.press("Enter");
    expect(await page.locator(".card details[open]").count()).toBe(1);
    await page.keyboard.press("Escape");
    await tabTo(".webchat__suggested-action");
    await page.keyboard.press("Enter");
    await cards(page).nth(1).waitFor();
    await page.context().close();
  });

  test("Enter sends nothing while an input method composes", async () => {
    const page = await open();
    await box(page).focus();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Input.imeSetComposition", {
      text: "ni hao",
      selectionStart: 6,
      selectionEnd: 6,
    });
    await page.keyboard.press("Enter");
    await devtools.send("Input.insertText", { text: QUESTION });
    await page.waitForTimeout(300);
    expect(await cards(page).count()).toBe(0);
    expect(await box(page).inputValue()).toBe(QUESTION);
    await page.keyboard.press("Enter");
    await cards(page).first().waitFor();
    expect(await page.locator("#chat").innerText()).not.toContain("ni hao");
    await page.context().close();
  });

  test("the conversation is there after a reload, in a second tab, and after a restart of the server", async () => {
    const page = await open();
    await say(page, QUESTION);
    await page.reload();
    await ready(page);
    await cards(page).first().waitFor();
    const second = await page.context().newPage();
    await second.goto(running.url);
    await cards(second).first().waitFor();
    await say(second, "那重度残疾呢");
    await cards(page).nth(1).waitFor();
    await running.stop();
    running = await startServer(running);
    await page.reload();
    await ready(page);
    await cards(page).nth(1).waitFor();
    await say(page, "依据是什么");
    expect(await cards(page).count()).toBe(3);
    await page.context().close();
  });

  test("a question of the greeting can be tapped, and a cleared conversation is empty", async () => {
    const page = await open();
    await page.locator(".webchat__suggested-action").first().click();
    await cards(page).first().waitFor();
    page.on("dialog", (dialog) => void dialog.accept());
    await page.locator("#clear").click();
    await cards(page).first().waitFor({ state: "detached" });
    await page.locator(".webchat__suggested-action").first().waitFor();
    await page.context().close();
  });

  test("a very long message leaves its reply on the screen, and large letters fit", async () => {
    const page = await open();
    await say(page, "我".repeat(20_000));
    await page.waitForTimeout(500);
    const said = await page
      .locator(".webchat__bubble--from-user .webchat__bubble__content")
      .boundingBox();
    expect(said!.height).toBeLessThan(PHONE.height / 2);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    await say(page, QUESTION);
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

  test("the choices of a question back are shown once", async () => {
    const page = await open();
    await say(page, "住院花了三万能报多少");
    const choice = page.getByRole("button", { name: "太原市", exact: true });
    await choice.waitFor();
    expect(await choice.count()).toBe(1);
    await page.context().close();
  });

  test("what is typed is shown as text", async () => {
    const page = await open();
    const typed = '<img src="https://example.org/a.png"> ![a](b) <b>报</b>';
    await say(page, typed);
    expect(await page.locator("#chat").innerText()).toContain(typed);
    expect(await page.locator("#chat img, #chat b").count()).toBe(
      await page.locator(".card b").count(),
    );
    await page.context().close();
  });

  test("the notices are read without scripts, and a citation leads to its clause", async () => {
    const page = await open();
    await say(page, QUESTION);
    const link = await page
      .locator(".card details", { hasText: "一（三）1" })
      .locator("a")
      .getAttribute("href");
    const context = await browser.newContext({
      viewport: PHONE,
      javaScriptEnabled: false,
    });
    const plain = await context.newPage();
    await plain.goto(running.url + link);
    expect(await plain.locator("section:target").innerText()).toContain(
      "即每人每年资助280元",
    );
    await context.close();
    await page.goto(running.url + link);
    expect(await violations(page)).toEqual([]);
    expect(await width(page)).toBe(PHONE.width);
    await page.context().close();
  });
});
