import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { expectAccessible, openSite, screenshot, type Look } from "./browser.ts";

const site = openSite();

type Page = Awaited<ReturnType<typeof site.page>>;
type Response = Awaited<ReturnType<Page["waitForResponse"]>>;

/** The page as somebody finds it whose pointer moves. */
async function opened(look?: Look): Promise<Page> {
  const page = await site.page("playground", look);
  await page.getByRole("heading", { name: "Playground" }).hover();
  return page;
}

/** The sentence above everything: what the script shows. */
function outcome(page: Page) {
  return page.getByRole("region", { name: "What this shows" });
}

function chat(page: Page) {
  return page.getByRole("list", { name: "The conversation" });
}

const config = (page: Page) => page.getByRole("textbox", { name: "the config", exact: true });

async function edit(page: Page, text: string): Promise<void> {
  await page.locator(".cm-content").first().waitFor();
  await config(page).click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
}

/** How much of what was seen has moved by itself, as browsers count it: below 0.1 is called good. */
async function shifts(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const moved = (entry: PerformanceEntry) =>
            "value" in entry && typeof entry.value === "number" ? entry.value : 0;
          resolve(list.getEntries().reduce((sum, entry) => sum + moved(entry), 0));
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(0), 500);
      }),
  );
}

const leakSentence =
  "The bot answers Bob with Alice’s private words in its memory: “My appointment at the clinic is on Tuesday at nine.”";
const apartSentence = "Everybody has a session of their own: nobody is answered with what another said.";

describe("a stranger", () => {
  test("sees the leak, learns which setting makes it, and mends it", async () => {
    const page = await opened();
    await outcome(page).getByText(leakSentence).waitFor();
    expect(await chat(page).getByText("session A").count()).toBe(2);
    await screenshot(page, "playground-opening");
    expect(await shifts(page)).toBeLessThan(0.05);

    await outcome(page).getByRole("button", { name: "Why?" }).click();
    const why = page.getByRole("region", { name: "Why" });
    await why.getByText("the scope of direct chats does not keep them apart").waitFor();
    expect(await why.getByText("Why does the bot know that here?").isVisible()).toBe(true);

    await outcome(page).getByRole("button", { name: "Fix it" }).click();
    await outcome(page).getByText(apartSentence).waitFor();
    await page.getByText('Fixed: Write session.dmScope: "per-channel-peer".').waitFor();
    expect(await config(page).innerText()).toContain('dmScope: "per-channel-peer"');
    // What was written stays, with its comment.
    expect(await config(page).innerText()).toContain("// Alice and Bob may write to it.");
    expect(await chat(page).getByText("session B").count()).toBe(1);
    await why.getByText("agent:main:telegram:direct:222").first().waitFor();
    await screenshot(page, "playground-mended");
  });

  test("does the same with the keyboard alone", async () => {
    const page = await opened();
    await outcome(page).getByText(leakSentence).waitFor();
    await tabTo(page, "Why?");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Why", exact: true }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("pg-why");
    await tabTo(page, "Fix it", "Shift+Tab");
    await page.keyboard.press("Enter");
    await outcome(page).getByText(apartSentence).waitFor();
    await tabTo(page, "Send");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.type("And today?");
    await page.keyboard.press("Enter");
    await chat(page).getByText("And today?").waitFor();
  });
});

/** Goes from element to element until one of that name has the focus. */
async function tabTo(page: Page, name: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press(key);
    if ((await page.evaluate(() => document.activeElement?.textContent.trim())) === name) return;
  }
  throw new Error(`${name} is not reached`);
}

describe("everybody can use it", () => {
  test.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 375],
    ["dark", 375],
  ] as const)("in %s colours, %d pixels wide", async (theme, width) => {
    const page = await opened({ theme, width });
    await outcome(page).getByText(leakSentence).waitFor();
    const isPhone = width === 375;
    if (isPhone) await page.getByRole("button", { name: "Config", exact: true }).click();
    await page.locator(".cm-content").waitFor();
    // With the findings of the audit, every answer open, and a second side.
    await page.getByRole("list", { name: "What is said about the config" }).waitFor();
    await page.getByRole("button", { name: "Compare with another side" }).click();
    await page.getByText("The smallest requests that show it").waitFor();
    const open = () =>
      page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
    await open();
    await page.getByText("may be used here").waitFor({ state: "attached" });
    await open();
    await expectAccessible(page);
    if (isPhone) {
      await screenshot(page, `playground-config-${theme}-${width}`);
      for (const part of ["Chat", "Why"]) {
        await page
          .getByRole("navigation", { name: "Parts of the page" })
          .getByRole("button", { name: part })
          .click();
        await expectAccessible(page);
        await screenshot(page, `playground-${part.toLowerCase()}-${theme}-${width}`);
      }
    } else await screenshot(page, `playground-all-${theme}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});

describe("the chat", () => {
  test("takes people by their own ids, and rooms by theirs", async () => {
    const page = await opened();
    await page.getByText("People and their ids on telegram").click();
    await page.getByRole("textbox", { name: "Bob", exact: true }).fill("333");
    await page.getByRole("textbox", { name: "Bob", exact: true }).press("Tab");
    await chat(page).getByText("not let in").waitFor();
    await page.getByRole("button", { name: "Add a person" }).click();
    await page.getByRole("combobox", { name: "Who", exact: true }).selectOption("Carol");
    await page.getByRole("combobox", { name: "Place" }).selectOption("group");
    await page.getByRole("textbox", { name: "Room" }).fill("-77");
    await page.getByRole("textbox", { name: "Topic" }).fill("5");
    await page.getByLabel("Message", { exact: true }).fill("Hello, room.");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await chat(page).getByText("telegram, group -77, topic 5").waitFor();
    expect(await page.getByRole("combobox", { name: "Scene" }).inputValue()).toBe("own");
  });

  test("takes messages, time, /new and heartbeats", async () => {
    const page = await opened();
    await outcome(page).getByText(leakSentence).waitFor();
    await page.getByRole("combobox", { name: "Who", exact: true }).selectOption("Mallory");
    await page.getByLabel("Message", { exact: true }).fill("Let me in.");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await chat(page).getByText("not let in").waitFor();
    await page.getByRole("button", { name: "+3 h" }).click();
    await chat(page).getByText("3 h later").waitFor();
    await page.getByRole("button", { name: "Heartbeat" }).click();
    await chat(page).getByText("Heartbeat in session A").waitFor();
    await page.getByRole("combobox", { name: "Who", exact: true }).selectOption("Alice");
    await page.getByRole("button", { name: "/new" }).click();
    await chat(page).getByText("/new").waitFor();
    const steps = await chat(page).getByRole("listitem").count();
    await page.getByRole("button", { name: "Take back" }).click();
    expect(await chat(page).getByRole("listitem").count()).toBe(steps - 1);
  });

  test("reads a platform's payload", async () => {
    const page = await opened();
    await page.getByRole("button", { name: "Raw payload" }).click();
    await page.getByRole("button", { name: "Deliver" }).click();
    await chat(page).getByRole("button", { name: "What is on this week?" }).nth(1).waitFor();
    await page.getByLabel("Payload, as the platform delivers it").fill("{");
    await page.getByRole("button", { name: "Deliver" }).click();
    await chat(page).getByText("The payload is no JSON.").waitFor();
    await screenshot(page, "playground-payload");
  });
});

describe("the config", () => {
  test("shows what is wrong at its line, and decides nothing until it is mended", async () => {
    const page = await opened();
    await edit(page, '{\n  session: {\n    dmScope: "per-peeer",\n  },\n}\n');
    await outcome(page).getByText("The config is refused: 1 error.").waitFor();
    await page.getByRole("button", { name: "line 3" }).waitFor();
    await page.locator(".cm-lint-marker-error").waitFor();
    await screenshot(page, "playground-refused");
    await expectAccessible(page);
    await edit(
      page,
      '{ session: { dmScope: "per-peer" }, channels: { telegram: { allowFrom: ["111", "222"] } } }',
    );
    await outcome(page).getByText(apartSentence).waitFor();
  });

  test("offers the fixes of the audit, and keeps the comments", async () => {
    const page = await opened();
    const remarks = page.getByRole("list", { name: "What is said about the config" });
    await remarks.getByRole("button", { name: 'Fix: Write session.dmScope: "per-channel-peer".' }).click();
    await outcome(page).getByText(apartSentence).waitFor();
    expect(await config(page).innerText()).toContain("// Alice and Bob may write to it.");
  });

  test("leads from a piece of the key to the line that made it", async () => {
    const page = await opened();
    await outcome(page).getByRole("button", { name: "Fix it" }).click();
    await outcome(page).getByText(apartSentence).waitFor();
    await page
      .getByRole("region", { name: "Why" })
      .getByRole("button", { name: "Show session.dmScope" })
      .first()
      .click();
    await page.waitForFunction(() => String(getSelection()).includes("per-channel-peer"));
  });
});

test("compares with another edition, message by message and in all", async () => {
  const page = await opened();
  await page.getByRole("button", { name: "Compare with another side" }).click();
  const compared = page.getByRole("region", { name: "Compare with" });
  await compared.getByText("Every message is decided alike.").waitFor();
  await compared.getByText("The smallest requests that show it").waitFor();
  await compared.getByRole("textbox").click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(
    '{ session: { dmScope: "per-peer" }, channels: { telegram: { allowFrom: ["111", "222"] } } }',
  );
  await compared.getByText("memory of the conversation").waitFor();
  await screenshot(page, "playground-compared");
});

test("tells of a store who could read it, and where its keys go", async () => {
  const page = await opened();
  const store = {
    "agent:main:main": {
      sessionId: "a",
      updatedAt: 1774600000000,
      lastChannel: "telegram",
      lastTo: "telegram:111",
    },
  };
  await page.locator('input[type="file"]').setInputFiles({
    name: "sessions.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(store)),
  });
  const dropped = page.getByRole("region", { name: "Your sessions.json" });
  await dropped.getByRole("listitem").getByText("agent:main:main").waitFor();
  await page.getByRole("button", { name: "Compare with another side" }).click();
  await dropped.getByText("Where the keys go on the other side").waitFor();
  await dropped.scrollIntoViewIfNeeded();
  await screenshot(page, "playground-store");
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "no.json", mimeType: "application/json", buffer: Buffer.from("{") });
  await dropped.getByText("no.json").waitFor();
  expect(await dropped.getByRole("listitem").count()).toBe(0);
});

describe("what is taken along", () => {
  const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  test("a link that opens the same again", async () => {
    const page = await opened();
    await page.getByLabel("Message", { exact: true }).fill("Does a link keep this? “Ünïcödé”");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText("Link copied.").waitFor();
    const before = await chat(page).innerText();
    await page.goto("about:blank");
    await page.goto(page.url() === "about:blank" ? await linkOf(page) : page.url());
    await chat(page).getByText("Does a link keep this?").waitFor();
    expect(await chat(page).innerText()).toBe(before);
  });

  /** Nothing can be read from the clipboard of an empty page, so history leads back. */
  async function linkOf(page: Page): Promise<string> {
    await page.goBack();
    return page.url();
  }

  test("a test, and pins", async () => {
    const page = await opened();
    await page.getByRole("button", { name: "Copy as test" }).click();
    await page.getByText("Test copied.").waitFor();
    expect(await clipboard(page)).toContain('import { decisionTable } from "keyscope/testing";');
    await page.getByRole("button", { name: "Copy as pins" }).click();
    await page.getByText("Pins copied.").waitFor();
    const pins = JSON.parse(await clipboard(page)) as { edition: string; pins: unknown[] };
    expect(pins.edition).toBe("openclaw@2026.9.6");
    expect(pins.pins).not.toEqual([]);
  });

  test.each(["#state=AAAA", "#state=%%%", `#state=${"x".repeat(60_000)}`])(
    "no link that holds something else (%#)",
    async (fragment) => {
      const page = await site.page(`playground${fragment}`);
      await page.getByText("The link holds no script that this page can read").waitFor();
      await outcome(page).getByText(leakSentence).waitFor();
    },
  );
});

test("shows the night of the clocks", async () => {
  const page = await opened();
  await page.getByLabel("Scene").selectOption("The night the clocks change");
  const line = page.getByRole("region", { name: "Sessions in time" });
  await line.getByText("Sun 29/03 has 23 hours").waitFor();
  await line.scrollIntoViewIfNeeded();
  await screenshot(page, "playground-clocks");
});

test("carries at most 200 kB of script at first, besides the frame of the site and the editor", async () => {
  const page = await site.page("");
  const scripts: Response[] = [];
  page.on("response", (response) => {
    if (new URL(response.url()).pathname.endsWith(".js")) scripts.push(response);
  });
  await page.goto(new URL("playground", page.url()).href, { waitUntil: "networkidle" });
  await outcome(page).getByText(leakSentence).waitFor();
  const sizes = await Promise.all(
    scripts.map(
      async (script) => [new URL(script.url()).pathname, gzipSync(await script.body()).length] as const,
    ),
  );
  // VitePress and Vue, the editor, and the stubs of other pages are not.
  const ours = sizes.filter(([path]) => /chunks\/(?!framework|theme|metadata|editor)/.test(path));
  expect(ours.reduce((sum, [, size]) => sum + size, 0)).toBeLessThan(200_000);
});
