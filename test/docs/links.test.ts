import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { brokenLinks, linksOf } from "./links.ts";
import { root } from "./programs.ts";

const pages = ["", "docs", ".github"].flatMap((folder) =>
  readdirSync(root + folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => (folder === "" ? file : `${folder}/${file}`)),
);

describe("every relative link of a page leads to a file and a heading that are there", () => {
  it.each(pages)("%s", (page) => {
    expect(brokenLinks(root, page)).toEqual([]);
  });
});

it("every link of a page into the repository leads to something that is there", () => {
  const repository = manifest.repository.url.replace(/^git\+(.*)\.git$/, "$1");
  const into = new RegExp(`^${repository}/(?:blob|tree)/main/([^#]*)`);
  const files = pages
    .flatMap((page) => linksOf(readFileSync(root + page, "utf8")))
    .flatMap((link) => into.exec(link)?.[1] ?? []);
  expect(files).toContain("examples/stores/postgres.ts");
  expect(files.filter((file) => !existsSync(root + file))).toEqual([]);
});

describe("a link", () => {
  it.each([
    ["[a](there.md)", true, "a file beside it"],
    ["[a](nowhere.md)", false, "no file"],
    ["[a](there.md#two-words)", true, "a heading, its signs left out"],
    ["[a](there.md#code-f)", true, "a heading with code"],
    ["[a](there.md#two-words-1)", true, "the second heading of a name"],
    ["[a](there.md#two-words-2)", false, "no third"],
    ["[a](#here)", true, "a heading of the page itself"],
    ["[a](#there)", false, "none of the page itself"],
    ["[a](there.md#shown)", false, "what looks like a heading in code"],
    ["![a](chart.svg)", false, "no picture"],
    ["[a]: nowhere.md", false, "a link that stands apart"],
    ["[a](../outside.md)", false, "nothing beyond the folder, which is all that is published"],
    ["[a](https://example.com/nowhere)", true, "the web, which is not asked"],
    ["`[a](nowhere.md)`", true, "what is shown as code"],
    ["```md\n[a](nowhere.md)\n```", true, "what is shown as a block of code"],
  ])("%j holds: %s (%s)", (link, holds) => {
    const folder = mkdtempSync(join(tmpdir(), "links-"));
    try {
      writeFileSync(join(folder, "page.md"), `# Here\n\n${link}\n`);
      writeFileSync(
        join(folder, "there.md"),
        "# Two words!\n\n## Two words\n\n## Code `f()`\n\n```md\n# Shown\n```\n",
      );
      expect(brokenLinks(folder, "page.md").length === 0).toBe(holds);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
