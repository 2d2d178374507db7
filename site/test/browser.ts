import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { executablePath, flags } from "../../test/chromium.ts";
import { serveSite, type Served } from "./served.ts";

/** How a page is looked at; without it in light colours, on a desktop. */
export interface Look {
  readonly theme?: "light" | "dark";
  /** Of the window, in CSS pixels; 375 is a phone. */
  readonly width?: number;
  /** What a test expects the console to say as an error, as the 404 of a page that is not there. */
  readonly expected?: RegExp;
}

/** The built site in a browser. */
export interface Site {
  /** Opens a path of the site, as `playground` or `guide/messages#facts`, and waits until nothing loads any more. */
  readonly page: (path: string, look?: Look) => Promise<Page>;
}

/**
 * Serves the built site and opens it in Chromium for the tests of a file. Called once, at the top of the file:
 *
 * ```ts
 * const site = openSite();
 *
 * test("opens", async () => {
 *   const page = await site.page("playground", { theme: "dark", width: 375 });
 *   await page.getByRole("button", { name: "Share" }).click();
 *   await expectAccessible(page);
 *   await screenshot(page, "playground-shared");
 * });
 * ```
 *
 * A test fails when a page asks for anything beyond the site, when it throws, and when its console shows an error. Each page
 * has a profile of its own, and is closed after its test. The site must have been built (`npm run site`).
 */
export function openSite(): Site {
  let served: Served;
  let browser: Browser;
  const opened: Page[] = [];
  const troubles: string[] = [];

  beforeAll(async () => {
    served = await serveSite();
    browser = await chromium.launch({ executablePath, args: [...flags] });
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((page) => page.context().close()));
    expect(troubles.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  return {
    async page(path, { theme = "light", width = 1280, expected } = {}) {
      const context = await browser.newContext({
        colorScheme: theme,
        viewport: { width, height: width < 700 ? 812 : 900 },
        permissions: ["clipboard-read", "clipboard-write"],
      });
      await context.route("**/*", async (route) => {
        const url = route.request().url();
        if (new URL(url).origin === served.address.origin) return route.continue();
        troubles.push(`It asked for ${url}`);
        return route.abort();
      });
      await context.routeWebSocket("**/*", (socket) => {
        troubles.push(`It opened ${socket.url()}`);
      });
      context.on("weberror", (error) => troubles.push(String(error.error())));
      context.on("console", (message) => {
        if (message.type() !== "error" || expected?.test(message.text()) === true) return;
        troubles.push(`${message.text()} (${message.location().url})`);
      });
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      opened.push(page);
      await page.goto(new URL(path, served.address).href, { waitUntil: "networkidle" });
      return page;
    },
  };
}

/** Holds that axe finds nothing wrong with a page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(
      ({ id, nodes }) => `${id}, ${nodes.length}×: ${nodes[0]?.failureSummary} ${nodes[0]?.html}`,
    );
  });
  expect(found).toEqual([]);
}

/** Where pictures of the pages are kept, and what else a run leaves for whoever reviews a change. */
export const pictures = fileURLToPath(new URL("../../coverage/site/", import.meta.url));

/** Keeps what a page looks like, for whoever reviews a change, as `coverage/site/<name>.png`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}${name}.png` });
}
