/** What a person reads and taps in an answer, in a real browser. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openSqliteStore } from "../../bot/store/sqlite.js";
import {
  Chat,
  DESKTOP,
  executablePath,
  PHONE,
  QUESTION,
  violations,
} from "./chat-browser.js";
import type { Activity } from "./server.js";

describe.skipIf(!executablePath)("an answer in a browser", () => {
  const chat = Chat.start();

  test.each([
    [PHONE, "light"],
    [DESKTOP, "dark"],
  ] as const)("an answer at %o, %s", async (viewport, colours) => {
    chat.faults.length = 0;
    const page = await chat.open(viewport, colours);
    await chat.say(page, QUESTION);
    const card = chat.cards(page).last();
    expect(await card.innerText()).toContain("70元");
    await card.locator(".steps summary").click();
    const steps = await card.locator(".steps").innerText();
    expect(steps).toContain("350 × 80%");
    expect(steps).toContain("350 − 280");
    const clause = card.locator("details").filter({ hasText: "一（三）1" });
    await clause.locator("summary").click();
    expect(await clause.innerText()).toContain("即每人每年资助280元");
    expect(await chat.width(page)).toBe(viewport.width);
    expect(await violations(page)).toEqual([]);
    expect(chat.faults).toEqual([]);
    await page.context().close();
  });

  test("a condition is changed by tapping it", async () => {
    const page = await chat.open();
    await chat.say(page, "重庆2023年度一档要交多少钱");
    await tapChange(page, "二档");
    expect(await chat.cards(page).last().innerText()).toContain("725元");
    await tapChange(page, "2022年");
    expect(await chat.cards(page).last().innerText()).toContain("695元");
    await page.context().close();
  });

  /** A new answer is scrolled to; a tap on what still moves would miss it. */
  async function settled(page: Page): Promise<void> {
    await page.waitForFunction(
      () => {
        const card = [...document.querySelectorAll(".card")].at(-1);
        const at = card?.getBoundingClientRect().top;
        const all = globalThis as unknown as { at?: number; still?: number };
        all.still = at === all.at ? (all.still ?? 0) + 1 : 0;
        all.at = at;
        return all.still > 3;
      },
      undefined,
      { polling: 100 },
    );
  }

  async function tapChange(page: Page, to: string): Promise<void> {
    const count = await chat.cards(page).count();
    const choice = chat
      .cards(page)
      .last()
      .locator(".conditions li", {
        has: page.getByRole("button", {
          name: to,
          exact: true,
          includeHidden: true,
        }),
      });
    await settled(page);
    await choice.locator("summary").click();
    await choice.getByRole("button", { name: to, exact: true }).click();
    await chat.cards(page).nth(count).waitFor();
  }

  test("two years stand side by side, and what differs is marked", async () => {
    const page = await chat.open();
    await chat.say(page, "重庆一档2022年和2023年交的钱差多少");
    const card = chat.cards(page).last();
    expect(await card.locator(".figures").innerText()).toContain("30元");
    const table = await card.locator("table").innerText();
    for (const text of ["2022年", "2023年", "320元", "350元"])
      expect(table).toContain(text);
    expect(await card.locator("tr.differs").count()).toBeGreaterThan(0);
    expect(await chat.width(page)).toBe(PHONE.width);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test("what a person thinks of an answer is kept with it", async () => {
    const page = await chat.open();
    await chat.say(page, QUESTION);
    await chat.say(page, "那重度残疾呢");
    const first = chat.cards(page).first().locator(".opinion");
    await first.getByRole("button", { name: "有用" }).click();
    await first.locator("output:not(:empty)").waitFor();
    const second = chat.cards(page).last().locator(".opinion");
    await second.locator("summary").click();
    await second.locator("input").fill("没说去哪里办");
    expect(await violations(page)).toEqual([]);
    await second.locator("input").press("Enter");
    await second.locator("output:not(:empty)").waitFor();
    expect(await chat.box(page).inputValue()).toBe("");
    const { conversationId } = await page.evaluate(
      () =>
        JSON.parse(localStorage.getItem("mingbai.session") ?? "") as {
          conversationId: string;
        },
    );
    const store = openSqliteStore(join(chat.running.data, "mingbai.db"));
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

  test("the choices of a question back are shown once", async () => {
    const page = await chat.open();
    await chat.say(page, "住院花了三万能报多少");
    const choice = page.getByRole("button", { name: "太原市", exact: true });
    await choice.waitFor();
    expect(await choice.count()).toBe(1);
    await page.context().close();
  });

  test("what is typed is shown as text", async () => {
    const page = await chat.open();
    const typed = '<img src="https://example.org/a.png"> ![a](b) <b>报</b>';
    await chat.say(page, typed);
    expect(await page.locator("#chat").innerText()).toContain(typed);
    expect(await page.locator("#chat img, #chat b").count()).toBe(
      await page.locator(".card b").count(),
    );
    await page.context().close();
  });

  test("a family is a table of its members on a phone", async () => {
    const page = await chat.open();
    await chat.say(
      page,
      "我家四口人，我是普通居民，我妈低保，我爸重度残疾，孩子特困，在太原2023年要交多少",
    );
    const card = chat.cards(page).last();
    expect(await card.locator(".figures").innerText()).toContain("420元");
    expect(await card.locator("tbody tr").count()).toBe(4);
    expect(await card.locator("td.differs").count()).toBeGreaterThan(0);
    const widths = await card
      .locator("tbody th")
      .evaluateAll((all) => all.map((one) => one.clientWidth));
    for (const width of widths) expect(width).toBeGreaterThan(60);
    expect(await chat.width(page)).toBe(PHONE.width);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test("every layer of the chain is seen in the bar", async () => {
    const page = await chat.open();
    await chat.say(
      page,
      "杭州低保2023年住院各种保险报完自己负担30万，最终自己掏多少，负担仍较重",
    );
    const card = chat.cards(page).last();
    const widths = await card
      .locator(".bar rect")
      .evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect().width),
      );
    const whole = widths.reduce((sum, width) => sum + width, 0);
    expect(widths.map((width) => Math.round((width / whole) * 12))).toEqual([
      6, 3, 2, 1,
    ]);
    expect(await card.locator(".payers li").count()).toBe(4);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test("whom to call in need is called by a tap", async () => {
    const page = await chat.open();
    await chat.say(page, "我不想活了，药费太贵了");
    const links = chat.cards(page).last().locator("a[href^='tel:']");
    const numbers = await links.evaluateAll((all) =>
      all.map((one) => one.getAttribute("href")),
    );
    expect(numbers).toEqual(["tel:120", "tel:110", "tel:12356"]);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});
