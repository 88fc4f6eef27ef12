/** The desk in a real browser: calls from the first key to the copied note, by keyboard alone. */
import { describe, expect, test } from "vitest";
import { executablePath } from "./chat-browser.js";
import { PASSWORD } from "./desk-client.js";
import { collect, DeskPage, pane, status } from "./desk-page.js";

describe.skipIf(!executablePath)("the desk in a browser", () => {
  const desk = DeskPage.start();

  test("three calls from the first key to the copied note", async () => {
    desk.faults.length = 0;
    const page = await desk.open("zuoxi");
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
    expect(desk.faults).toEqual([]);
    await page.context().close();
  });

  test("what an input method composes is not asked before it is done", async () => {
    const page = await desk.open("zuoxi");
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
    const page = await desk.open("zuoxi");
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
    const page = await desk.open("zuoxi");
    await page.locator("#day").fill("2023-03-08");
    await page.locator("#question").fill("太原 低保 二档 3.5万 乡镇卫生院");
    await page.locator(".range").getByText("从0元到50元").waitFor();
    await pane(page, "结论").getByText("太原市不分档").waitFor();
    await page.context().close();
  });

  test("choices are made by the arrow keys, and the focus returns to the question", async () => {
    const page = await desk.open("zuoxi");
    await page.keyboard.type("低保 2023年 交多少");
    await page.locator("#fact").waitFor();
    const wanted = page.locator(".choice:focus", { hasText: "太原市" });
    for (let presses = 0; !(await wanted.count()); presses++) {
      expect(presses).toBeLessThan(6);
      await page.keyboard.press("ArrowDown");
    }
    await page.keyboard.press("Enter");
    await pane(page, "结论").getByText("70元").first().waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.id);
    await expect.poll(focused).toBe("question");
    await page.context().close();
  });

  test("each step leads to its clause, and says how it is worked out in words", async () => {
    const page = await desk.open("zuoxi");
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

  test("the day is typed by its digits, and what is left half typed does not stay", async () => {
    const page = await desk.open("zuoxi");
    const day = () => page.locator("#day").inputValue();
    for (const [digits, wanted] of [
      ["03082023", "2023-03-08"],
      ["12012022", "2022-12-01"],
    ] as const) {
      await page.keyboard.press("Tab");
      await page.keyboard.type(digits);
      await page.keyboard.press("Escape");
      expect(await day()).toBe(wanted);
    }
    await page.keyboard.press("Tab");
    await page.keyboard.press("Delete");
    expect(await day()).toBe("");
    await page.keyboard.press("Escape");
    expect(await day()).toBe("2022-12-01");
    await page.context().close();
  });

  test("what takes longer than half a minute is copied turn by turn", async () => {
    const page = await desk.open("zuoxi");
    const copied = await collect(page);
    await page.keyboard.type("黄石退休职工住院报销比例2012年");
    await page.locator(".script.spoken").nth(1).waitFor();
    await page.keyboard.press("F4");
    const first = await copied();
    expect(first).toContain("百分之九十二");
    await page.keyboard.press("F4");
    expect(await copied()).not.toBe(first);
    expect(await copied()).toContain("黄政办发〔2010〕71号");
    await page.keyboard.press("F4");
    expect(await copied()).toBe(first);
    await page.context().close();
  });

  test("a personal number typed in a hurry is answered, and stands in no note", async () => {
    const page = await desk.open("zuoxi");
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
    const page = await desk.open("zuoxi");
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
});
