import { styleText } from "node:util";
import type { Severity } from "../analysis/audit/finding-kinds.ts";
import type { DriftRisk } from "../analysis/pin/check-pins.ts";
import type { Issue } from "../config/issue.ts";

/** How a piece of text looks where the terminal has colours. */
export type Style = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

/** A piece of a line. */
export type Span = string | { readonly text: string; readonly style: Style };

/** A line of a table: its cells, each in a column of its width. */
export interface Row {
  readonly cells: readonly Span[];
  readonly widths: readonly number[];
  readonly indent: string;
}

/** One line of what a person reads; its text may come from anywhere. */
export type Line = readonly Span[] | Row;

/** Whether a line is one of a table. */
export function isRow(line: Line): line is Row {
  return "cells" in line;
}

// Control characters, and those that turn the direction of writing: a config or a message could hold them.
const unprintable = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/** Writes a text so that it stays on its line and tells the terminal nothing. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code === 0x0a ? "\\n" : code === 0x09 ? "\\t" : `\\u{${code.toString(16)}}`;
  });
}

/** The text of a span as it will be printed, colours aside. */
function spanText(span: Span): string {
  return printable(typeof span === "string" ? span : span.text);
}

function print(span: Span, coloured: boolean): string {
  const text = spanText(span);
  // The stream was asked already; asked again, styleText would look at standard output whatever we write to.
  return typeof span === "string" || !coloured
    ? text
    : styleText(span.style, text, { validateStream: false });
}

function padTo(width: number, span: Span): readonly Span[] {
  return [span, " ".repeat(width - spanText(span).length), "  "];
}

function spansOf(line: Line): readonly Span[] {
  if (!isRow(line)) return line;
  const { cells, indent, widths } = line;
  const last = cells.length - 1;
  return [indent, ...cells.flatMap((cell, at) => (at === last ? [cell] : padTo(widths[at] ?? 0, cell)))];
}

/** Puts lines into the text that is printed. */
export function printPage(lines: readonly Line[], coloured: boolean): string {
  return lines
    .map(
      (line) =>
        `${spansOf(line)
          .map((span) => print(span, coloured))
          .join("")}\n`,
    )
    .join("");
}

/** Puts an empty line between blocks of lines, of which those that have none are left out. */
export function spaced(blocks: readonly (readonly Line[])[]): readonly Line[] {
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, at) => (at === 0 ? block : [[], ...block]));
}

/** Sets rows in columns as wide as their longest cell; the first row may be one of titles. */
export function table(rows: readonly Line[], indent = ""): readonly Row[] {
  const widths: number[] = [];
  const cellsOf = rows.map((row) => (isRow(row) ? row.cells : row));
  for (const cells of cellsOf)
    for (const [column, cell] of cells.entries())
      widths[column] = Math.max(widths[column] ?? 0, spanText(cell).length);
  return cellsOf.map((cells) => ({ cells, widths, indent }));
}

/** Says how many items have each word, in the order of the words that there are: `keep 3, merge 2`, or `none`. */
export function tally<Item, Word extends string>(
  items: readonly Item[],
  wordOf: (item: Item) => Word,
  words: readonly Word[],
): string {
  const counts = words
    .map((word) => ({ word, count: items.filter((item) => wordOf(item) === word).length }))
    .filter(({ count }) => count > 0);
  return counts.length === 0 ? "none" : counts.map(({ count, word }) => `${word} ${count}`).join(", ");
}

const severityStyles: Readonly<Record<Severity, Style>> = {
  critical: "red",
  high: "red",
  medium: "yellow",
  low: "cyan",
  info: "dim",
};

/** Prints a severity, in as many columns as the longest has. */
export function severitySpan(severity: Severity): Span {
  return { text: severity.padEnd("critical".length), style: severityStyles[severity] };
}

const riskStyles: Readonly<Record<DriftRisk, Style>> = {
  widens: "red",
  "re-keys": "yellow",
  timing: "cyan",
  narrows: "green",
  explanation: "dim",
};

/** Prints a risk. */
export function riskSpan(risk: DriftRisk): Span {
  return { text: risk, style: riskStyles[risk] };
}

/** Prints an issue on two lines: where and what, and what to write instead. */
export function issueLines({ hint, message, path, severity }: Issue): readonly Line[] {
  const style = severity === "error" ? "red" : "yellow";
  const where: readonly Span[] = path === "" ? [] : [{ text: path, style: "bold" }, ": "];
  return [
    ["  ", { text: severity, style }, "  ", ...where, message],
    ...(hint === undefined ? [] : [["           ", { text: hint, style: "dim" } as const]]),
  ];
}

/** Writes a value as a JSON document. */
export function inJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
