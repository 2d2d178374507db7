import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { root } from "./programs.ts";

const glossary = readFileSync(`${root}docs/glossary.md`, "utf8");

describe("the glossary", () => {
  const rows = glossary.match(/^\|(?! *-| word).*$/gm) ?? [];
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
