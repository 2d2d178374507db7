import { expect, test } from "vitest";
import { expectAccessible, openSite, screenshot, type Look } from "./browser.ts";

const site = openSite();

const looks: readonly (readonly [string, Look])[] = [
  ["light", {}],
  ["dark", { theme: "dark" }],
  ["phone", { width: 375 }],
];

const places = [
  ["home", ""],
  ["guide", "guide/session-keys"],
  ["chart", "guide/performance#how-cost-grows"],
  ["reference", "reference/decide-what-may-be-sent"],
  ["reference index", "reference/"],
  ["changelog", "project/changelog"],
] as const;

test.each(
  looks.flatMap(([look, options]) => places.map(([name, path]) => [name, look, path, options] as const)),
)("everybody can read the %s page, %s", async (name, look, path, options) => {
  const page = await site.page(path, options);
  await screenshot(page, `${name}-${look}`.replace(" ", "-"));
  await expectAccessible(page);
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  expect(scrollWidth, "nothing stands beyond the edge").toBe(clientWidth);
});

test.each(looks)("everybody can search, %s", async (look, options) => {
  const page = await site.page("", options);
  await page.keyboard.press("Control+k");
  await page.getByRole("searchbox").fill("dmScope");
  await page.getByRole("option").first().waitFor();
  await screenshot(page, `search-${look}`);
  await expectAccessible(page);
});

test("a page that is not there leads back", async () => {
  const page = await site.page("guide/nowhere", { expected: /404/ });
  await expectAccessible(page);
  await screenshot(page, "not-found");
  await page.getByRole("link", { name: "Go to the home page" }).click();
  await page.waitForURL(/\/keyscope\/$/);
});

test("the search finds a setting, and Enter leads to it", async () => {
  const page = await site.page("");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("searchbox").fill("dmScope");
  await page.getByRole("option").nth(5).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/(guide|reference)\//);
  expect(await page.getByRole("main").innerText()).toContain("dmScope");
});

test("the search finds a function in the reference", async () => {
  const page = await site.page("");
  await page.keyboard.press("Control+k");
  await page.getByRole("searchbox").fill("evaluateSend");
  await page
    .getByRole("option", { name: /Decide what may be sent/ })
    .first()
    .waitFor();
});

test("the keyboard reaches the content and the navigation", async () => {
  const page = await site.page("guide/session-keys");
  const focused = () => page.evaluate(() => document.activeElement?.textContent.trim());
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("Skip to content");
  for (let steps = 0; (await focused()) !== "Reference"; steps += 1) {
    expect(steps, "the navigation is near").toBeLessThan(10);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/reference\/$/);
});

test("the keyboard opens the menu of a phone", async () => {
  const page = await site.page("", { width: 375 });
  await page.getByRole("button", { name: "mobile navigation" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Playground", exact: true }).waitFor();
  await screenshot(page, "menu-phone");
  await expectAccessible(page);
});

test("the colours are chosen, and stay chosen", async () => {
  const page = await site.page("");
  const dark = () => page.evaluate(() => document.documentElement.classList.contains("dark"));
  expect(await dark()).toBe(false);
  await page.getByRole("switch").first().click();
  expect(await dark()).toBe(true);
  await page.reload();
  expect(await dark()).toBe(true);
});
