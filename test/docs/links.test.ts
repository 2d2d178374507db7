import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { root, texts } from "./programs.ts";

const pages = new Map(texts().map(({ file, text }) => [file, text.replace(/^```[\s\S]*?^```$/gm, "")]));

/** How GitHub names a title in a link. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
}

const anchors = new Map(
  [...pages].map(([file, text]) => {
    const seen = new Map<string, number>();
    const titles = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) => {
      const name = anchor(title);
      const before = seen.get(name) ?? 0;
      seen.set(name, before + 1);
      return before === 0 ? name : `${name}-${before}`;
    });
    return [file, new Set(titles)] as const;
  }),
);

/** Links of a page into the project, each as a path from the root and the title that it names. */
function linksOf(
  file: string,
): readonly (readonly [link: string, path: string, title: string | undefined])[] {
  const written = [...(pages.get(file) ?? "").matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  return written
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [path = "", title] = link.split("#");
      return [link, path === "" ? file : join(dirname(file), path), title];
    });
}

/** Links of a page that lead nowhere. */
function dead(file: string): readonly string[] {
  return linksOf(file)
    .filter(
      ([, path, title]) =>
        !existsSync(root + path) || (title !== undefined && anchors.get(path)?.has(title) !== true),
    )
    .map(([link]) => link);
}

describe("the links", () => {
  it.each([...pages.keys()])("of %s lead to what there is", (file) => {
    expect(dead(file)).toEqual([]);
  });

  it("lead from the README to every page", () => {
    const reached = new Set(["README.md"]);
    for (const file of reached) for (const [, path] of linksOf(file)) reached.add(path);
    expect([...pages.keys()].filter((file) => !reached.has(file))).toEqual([]);
  });
});

describe("the glossary", () => {
  const rows = (pages.get("docs/glossary.md") ?? "").match(/^\|(?! *-| word).*$/gm) ?? [];
  const words = rows.map((row) => /^\| \[([^\]]+)\]\([^)\s]+\) /.exec(row)?.[1] ?? row);

  it.each([
    "session key",
    "scope",
    "edition",
    "behaviour",
    "policy",
    "decision",
    "pin",
    "inbound",
    "peer",
    "identity",
  ])("has the word %s", (word) => {
    expect(words).toContain(word);
  });

  it("links every word to the page about it", () => {
    expect(words.filter((word) => word.startsWith("|"))).toEqual([]);
  });

  it("has every word once", () => {
    expect(words).toEqual([...new Set(words)]);
  });
});
