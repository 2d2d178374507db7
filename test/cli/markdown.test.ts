import { describe, expect, it } from "vitest";
import { toMarkdown } from "../../src/cli/markdown.ts";
import { table } from "../../src/cli/page.ts";
import { fileOf, keyscope } from "./keyscope.ts";

describe("a page in Markdown", () => {
  it("has its tables, what is said of one thing together, and the rest in paragraphs", () => {
    const page = [
      ...table([
        ["a", { text: "looser", style: "red" } as const],
        ["b", "c", "d"],
      ]),
      [],
      [{ text: "tool", style: "bold" } as const, ", looser"],
      ["  was  this"],
      [],
      ["The end."],
    ];
    expect(toMarkdown("keyscope diff", page)).toBe(
      [
        "### keyscope diff",
        "",
        "|  |  |  |",
        "| --- | --- | --- |",
        "| a | **looser** |  |",
        "| b | c | d |",
        "",
        "- **tool**, looser  ",
        "  was this",
        "",
        "The end.",
        "",
      ].join("\n"),
    );
  });

  it.each([
    ["marks", "*a* _b_ `c` [d](e) #1", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\#1"],
    ["tags and entities", "<img src=x> &lt;", "&lt;img src=x\\> &amp;lt;"],
    ["the bars of a table", "a | b", "a \\| b"],
    [
      "names of people, who would be called",
      "@everyone, openclaw@2026.9.6",
      "@\u200beveryone, openclaw@2026.9.6",
    ],
    ["the end of a line", "a\n# b", "a\\\\n\\# b"],
  ])("takes %s for text", (_what, text, written) => {
    expect(toMarkdown("x", [[text]])).toBe(`### x\n\n${written}\n`);
  });

  it("is what every command that finds something prints, when asked", async () => {
    const { exitCode, out } = await keyscope([
      "audit",
      "test/configs/dangerous.json5",
      "--edition",
      "2026-11",
      "--markdown",
      "--fail-on",
      "high",
    ]);
    expect(out).toMatch(/^### keyscope audit\n\n- \*\*critical\*\* \*\*[\w-]+\*\* /);
    expect(out).toContain("\n\n- Findings: ");
    expect(exitCode).toBe(1);
  });

  it("calls nobody whom a config names", async () => {
    const file = fileOf({ channels: { telegram: { dmPolicy: "@everyone" } } });
    const { out } = await keyscope(["validate", file, "--edition", "2026-11", "--markdown"]);
    expect(out).toContain("everyone");
    expect(out).not.toContain("@everyone");
  });
});
