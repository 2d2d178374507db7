import { expect, test } from "vitest";
import { openSite, screenshot } from "./browser.ts";

const site = openSite();

test("opens", async () => {
  const page = await site.page("");
  expect(await page.title()).toContain("keyscope");
  await screenshot(page, "home");
});
