/** The desk in a real browser: three calls from the first key to the copied note, by keyboard alone. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addAccount, PASSWORD } from "./desk-client.js";
import { type Running, startServer } from "./server.js";

const executablePath = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path && existsSync(path));
if (!executablePath)
  console.warn(
    "没有找到 chromium，跳过工作台的浏览器测试（Debian：apt install chromium）",
  );

const axe = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

const SMALL = { width: 1366, height: 768 };
const LARGE = { width: 1920, height: 1080 };

describe.skipIf(!executablePath)("the desk in a browser", () => {
  let running: Running;
  let browser: Browser;
  beforeAll(async () => {
    running = await startServer(undefined, { desk: true });
    await addAccount(running, "zuoxi", "agent");
    await addAccount(running, "zhuguan", "supervisor");
    browser = await chromium.launch({
      executablePath: executablePath!,
      args: ["--no-sandbox"],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await running?.remove();
  });

  const faults: string[] = [];

  /** Signs in by keyboard; the page's own policy stays in force unless the checker is to be put in. */
  async function open(
    account: string,
    viewport = SMALL,
    bypassCSP = false,
  ): Promise<Page> {
    const context = await browser.newContext({ viewport, bypassCSP });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    page.on("console", (message) => {
      // Asking who is signed in is answered with 401 before somebody is.
      if (message.type() === "error" && !message.text().includes("401"))
        faults.push(message.text());
    });
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(`${running.url}/desk`);
    await page.locator("input[name=account]").waitFor();
    await page.keyboard.type(account);
    await page.keyboard.press("Tab");
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await page.locator("#question").waitFor();
    return page;
  }

  const pane = (page: Page, name: string) =>
    page.locator(`section[aria-label="${name}"]`);
  const status = (page: Page) => page.locator(".told");

  /** Collects what is copied, as the page puts it on the clipboard. */
  async function collect(page: Page): Promise<() => Promise<string>> {
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

  test("three calls from the first key to the copied note", async () => {
    faults.length = 0;
    const page = await open("zuoxi");
    const copied = await collect(page);

    // The first: everyday words, the answer while typing, said and noted.
    await page.keyboard.type("太原低保户2023年要交多少钱");
    await pane(page, "结论").getByText("70元").first().waitFor();
    expect(await pane(page, "计算步骤").innerText()).toContain("350 × 80%");
    await pane(page, "条款原文").locator("mark").nth(1).waitFor();
    expect(
      await pane(page, "条款原文").locator("mark").nth(1).innerText(),
    ).toContain("即每人每年资助280元");
    await page.keyboard.press("Enter");
    await status(page).getByText("回答编号").waitFor();
    await page.keyboard.press("F4");
    expect(await copied()).toContain("七十元");
    expect(await copied()).toContain("并医保发〔2022〕27号");
    await page.keyboard.press("F9");
    expect((await copied()).length).toBeLessThanOrEqual(70);
    await page.keyboard.press("Shift+F8");
    const link = await copied();
    await page.keyboard.press("Shift+F4");
    const first = await copied();
    for (const part of ["太原低保户2023年要交多少钱", "70元", "2022-10-08"])
      expect(first).toContain(part);

    // The second: nothing of the first is left; a missing fact is asked for and filled in.
    await page.keyboard.press("F2");
    await expect.poll(() => page.locator("#question").inputValue()).toBe("");
    await expect
      .poll(() => page.locator(".note textarea").inputValue())
      .toBe("");
    await expect.poll(() => page.locator(".script").count()).toBe(0);
    await page.keyboard.type("2023年居民医保交多少钱");
    await page.locator("#fact").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.type("重庆");
    await page.keyboard.press("Enter");
    await pane(page, "结论").getByText("350元").first().waitFor();
    await page.keyboard.press("Shift+F2");
    await page.keyboard.press("Escape");
    await page.keyboard.type("重庆2022年居民医保交多少钱");
    await pane(page, "结论").getByText("320元").first().waitFor();
    expect(await page.locator(".checklist").count()).toBe(0);
    await page.keyboard.press("Shift+F2");
    await page.locator(".compare .differs").first().waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await status(page).getByText("回答编号").waitFor();
    await page.keyboard.press("Shift+F4");
    expect(await copied()).toContain("重庆");
    expect(await copied()).not.toContain("太原");

    // The third: another day, no answer, marked for the supervisors; the note is edited.
    await page.keyboard.press("F2");
    await expect.poll(() => page.locator(".compare").count()).toBe(0);
    await page.locator("#day").fill("2022-03-01");
    await page.locator("label.other-day").waitFor();
    await page.locator("#question").focus();
    await page.keyboard.type("新疆居民医保交多少");
    await pane(page, "结论").getByText("没有收录").waitFor();
    expect(await page.locator(".app").innerText()).not.toContain("12393");
    await page.keyboard.press("Shift+F9");
    await page.locator("#remark").waitFor();
    await page.keyboard.type("<b>这个年度的文件有了</b>");
    await page.keyboard.press("Enter");
    await status(page).getByText("已转给主管").waitFor();
    await page.locator(".note textarea").focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("，已解释");
    await page.keyboard.press("Shift+F4");
    expect(await copied()).toMatch(/业务发生日：2022-03-01[^]*已解释$/);
    await page.keyboard.press("F2");
    await expect
      .poll(() => page.locator("#day").inputValue())
      .toBe("2022-10-08");

    // A colleague opens the link of the first call.
    await page.goto(link);
    await pane(page, "结论").getByText("70元").first().waitFor();
    expect(await page.locator("#question").inputValue()).toBe(
      "太原低保户2023年要交多少钱",
    );
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("what an input method composes is not asked before it is done", async () => {
    const page = await open("zuoxi");
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/api/ask"))
        asked.push(request.postData() ?? "");
    });
    const session = await page.context().newCDPSession(page);
    await session.send("Input.imeSetComposition", {
      text: "tai yuan",
      selectionStart: 8,
      selectionEnd: 8,
    });
    await page.waitForTimeout(400);
    expect(asked).toEqual([]);
    await session.send("Input.insertText", {
      text: "太原低保户2023年要交多少钱",
    });
    await pane(page, "结论").getByText("70元").first().waitFor();
    expect(asked.join("")).not.toContain("tai yuan");
    await page.context().close();
  });

  test("while a fact is missing, what it may come to is shown", async () => {
    const page = await open("zuoxi");
    await page.locator("#day").fill("2023-05-10");
    await page
      .locator("#question")
      .fill("杭州低保户救助完还剩10万合理费用，特殊救助多少");
    await page.locator(".range").getByText("50000元").waitFor();
    await page.locator("#fact").fill("是");
    await page.keyboard.press("Enter");
    await pane(page, "结论").getByText("50000元").first().waitFor();
    expect(await page.locator(".range").count()).toBe(0);
    await page.context().close();
  });

  test("a total alone is bounded, and the place without tiers says so", async () => {
    const page = await open("zuoxi");
    await page.locator("#day").fill("2023-03-08");
    await page.locator("#question").fill("太原 低保 二档 3.5万 乡镇卫生院");
    await page.locator(".range").getByText("从0元到50元").waitFor();
    await pane(page, "结论").getByText("太原市不分档").waitFor();
    await page.context().close();
  });

  test("choices are made by the arrow keys, and the focus returns to the question", async () => {
    const page = await open("zuoxi");
    await page.keyboard.type("低保 2023年 交多少");
    await page.locator("#fact").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await pane(page, "结论").getByText("70元").first().waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.id);
    await expect.poll(focused).toBe("question");
    await page.context().close();
  });

  test("each step leads to its clause, and says how it is worked out in words", async () => {
    const page = await open("zuoxi");
    await page.locator("#day").fill("2023-03-08");
    await page
      .locator("#question")
      .fill("太原 乡镇卫生院 甲类 80元 签了家庭医生");
    const steps = pane(page, "计算步骤");
    await steps.getByText("64、50、250取最小").waitFor();
    await steps.getByRole("link", { name: "[1]二（二）" }).first().click();
    await page.locator("#clause-1:target mark").waitFor();
    await page.context().close();
  });

  test("a personal number typed in a hurry is answered, and stands in no note", async () => {
    const page = await open("zuoxi");
    await page.keyboard.type("140105199001011234太原低保户2023年要交多少钱");
    await page.keyboard.press("Enter");
    await status(page).getByText("回答编号").waitFor();
    const note = await page.locator(".note textarea").inputValue();
    expect(note).toContain("70元");
    expect(note).not.toContain("140105199001011234");
    const copied = await collect(page);
    await page.keyboard.press("F4");
    expect(await copied()).toContain("七十元");
    await page.context().close();
  });

  test("a session that ends in a call leaves the call as it is", async () => {
    const page = await open("zuoxi");
    await page.keyboard.type("太原低保户2023年要交多少钱");
    await pane(page, "结论").getByText("70元").first().waitFor();
    await page.context().clearCookies();
    await page.keyboard.press("Enter");
    await page.locator("input[name=account]").fill("zuoxi");
    await page.locator("input[name=password]").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await page.locator(".login").waitFor({ state: "detached" });
    expect(await page.locator("#question").inputValue()).toBe(
      "太原低保户2023年要交多少钱",
    );
    await page.locator("#question").press("Enter");
    await status(page).getByText("回答编号").waitFor();
    await page.context().close();
  });

  test("a supervisor finds what was marked, decides it and takes it as a script", async () => {
    const page = await open("zhuguan");
    await page.getByRole("button", { name: "待查的问题" }).click();
    const item = page.locator(".cases > li", { hasText: "新疆居民医保交多少" });
    await item.first().waitFor();
    expect(await item.first().innerText()).toContain(
      "<b>这个年度的文件有了</b>",
    );
    await item.first().getByRole("button", { name: "前后的对话" }).click();
    await item.first().locator(".talk").waitFor();
    await item.first().locator("input[type=checkbox]").check();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出成对话脚本" }).click();
    expect((await download).suggestedFilename()).toBe("questions.yaml");
    await page.getByText("已导出").waitFor();
    await item.first().locator("input[type=checkbox]").check();
    await page.locator("select[name=state]").selectOption("已解决");
    await page.locator("input[name=reason]").fill("文件还没有发布");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("已保存").waitFor();
    await page.getByLabel("状态").selectOption("已解决");
    await item.getByText("文件还没有发布").waitFor();
    await page.context().close();
  });

  test.each([SMALL, LARGE])(
    "nothing stands in anyone's way at %o",
    async (viewport) => {
      const page = await open("zhuguan", viewport, true);
      const violations = async (): Promise<string[]> => {
        await page.evaluate(axe);
        return page.evaluate(async () => {
          const { axe } = globalThis as unknown as {
            axe: { run(): Promise<{ violations: { id: string }[] }> };
          };
          return (await axe.run()).violations.map(({ id }) => id);
        });
      };
      await page.locator("#question").fill("太原低保户2023年要交多少钱");
      await pane(page, "条款原文").locator("mark").first().waitFor();
      await page.keyboard.press("Shift+F2");
      await page.locator(".compare").waitFor();
      expect(await violations()).toEqual([]);
      const size = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.scrollHeight,
      ]);
      expect(size).toEqual([viewport.width, viewport.height]);
      for (const name of ["待查的问题", "到期的文件", "记录"]) {
        await page.getByRole("button", { name, exact: true }).click();
        await page.locator(".supervisor h2").waitFor();
        expect(await violations()).toEqual([]);
      }
      await page.context().close();
    },
  );
});
