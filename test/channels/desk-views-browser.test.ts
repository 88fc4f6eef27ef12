/** The desk's other views in a real browser: the supervisors', on small and large screens, on paper. */
import { describe, expect, test } from "vitest";
import { executablePath, violations } from "./chat-browser.js";
import { DeskClient } from "./desk-client.js";
import { DeskPage, LARGE, pane, SMALL, status } from "./desk-page.js";
import { json } from "./server.js";

describe.skipIf(!executablePath)("the desk's views in a browser", () => {
  const desk = DeskPage.start();

  test("on paper stands the whole note, and no button", async () => {
    const page = await desk.open("zuoxi");
    await page.keyboard.type("太原低保户2023年要交多少钱");
    await page.keyboard.press("Enter");
    await status(page).getByText("回答编号").waitFor();
    await page.locator(".note textarea").fill("一行\n".repeat(60));
    await page.emulateMedia({ media: "print" });
    const hidden = await page
      .locator(".note textarea")
      .evaluate((note) => note.scrollHeight - note.clientHeight);
    expect(hidden).toBeLessThanOrEqual(0);
    expect(await page.locator("button:visible").count()).toBe(0);
    await page.context().close();
  });

  test("a supervisor finds what was marked, decides it and takes it as a script", async () => {
    const agent = await DeskClient.signedIn(desk.running, "zuoxi");
    const answer = { said: ["新疆居民医保交多少"], on: "2022-03-01" };
    const kept = await agent.call("POST", "/answers", answer);
    const { id } = await json<{ id: string }>(kept);
    const remark = "<b>这个年度的文件有了</b>";
    await agent.call("POST", `/answers/${id}/marks`, { remark });
    const page = await desk.open("zhuguan");
    await page.getByRole("button", { name: "待查的问题" }).click();
    const item = page.locator(".cases > li", { hasText: "新疆居民医保交多少" });
    await item.first().waitFor();
    expect(await item.first().innerText()).toContain(remark);
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
      // Also a question without a word stands in the supervisors' list.
      await fetch(`${desk.running.url}/api/ask`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ text: " " }),
      });
      const page = await desk.open("zhuguan", viewport, true);
      await page.locator("#question").fill("太原低保户2023年要交多少钱");
      await pane(page, "条款原文").locator("mark").first().waitFor();
      await page.keyboard.press("Shift+F2");
      await page.locator(".compare").waitFor();
      expect(await violations(page)).toEqual([]);
      const size = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.scrollHeight,
      ]);
      expect(size).toEqual([viewport.width, viewport.height]);
      for (const name of ["待查的问题", "到期的文件", "记录"]) {
        await page.getByRole("button", { name, exact: true }).click();
        await page.locator(".supervisor h2").waitFor();
        if (name === "待查的问题")
          await page.getByLabel("（没有文字）").first().waitFor();
        expect(await violations(page)).toEqual([]);
      }
      await page.context().close();
    },
  );
});
