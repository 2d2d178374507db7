import { describe, expect, it } from "vitest";
import { printable, printPage, table } from "../../src/cli/page.ts";

describe("printable", () => {
  it.each([
    ["plain text", "agent:main:=ann — “ж”", "agent:main:=ann — “ж”"],
    ["an escape sequence", "\u001b[2J", "\\u{1b}[2J"],
    ["the end of a line", "a\nb\tc\r", "a\\nb\\tc\\u{d}"],
    ["a turn of the direction of writing", "a\u202eb", "a\\u{202e}b"],
    ["half of a pair", "a\ud800", "a\\u{d800}"],
    ["a whole pair", "🙂", "🙂"],
  ])("keeps %s on its line", (_what, text, printed) => {
    expect(printable(text)).toBe(printed);
  });
});

describe("a page", () => {
  const lines = [["a ", { text: "b", style: "red" } as const], ["c"]];

  it("has no colours where none are shown", () => {
    expect(printPage(lines, false)).toBe("a b\nc\n");
  });

  it("has them where they are, whatever standard output is", () => {
    expect(printPage(lines, true)).toBe("a \u001b[31mb\u001b[39m\nc\n");
  });
});

describe("a table", () => {
  it("makes columns as wide as what is printed in them, and pads none at the end of a line", () => {
    const rows = [
      ["a", "b"],
      ["\u001b", "c"],
    ];
    expect(printPage(table(rows, " "), false)).toBe(" a       b\n \\u{1b}  c\n");
  });
});
