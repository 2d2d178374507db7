import { styleText } from "node:util";

/** How a piece of text looks where the terminal has colours. */
export type Style = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

/** A piece of a line. */
export type Span = string | { readonly text: string; readonly style: Style };

/** One line of what a person reads; its text may come from anywhere. */
export type Line = readonly Span[];

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
export function spanText(span: Span): string {
  return printable(typeof span === "string" ? span : span.text);
}

function print(span: Span, coloured: boolean): string {
  const text = spanText(span);
  // The stream was asked already; asked again, styleText would look at standard output whatever we write to.
  return typeof span === "string" || !coloured
    ? text
    : styleText(span.style, text, { validateStream: false });
}

/** Puts lines into the text that is printed. */
export function printPage(lines: readonly Line[], coloured: boolean): string {
  return lines.map((line) => `${line.map((span) => print(span, coloured)).join("")}\n`).join("");
}

/** Puts an empty line between blocks of lines. */
export function spaced(blocks: readonly (readonly Line[])[]): readonly Line[] {
  return blocks.flatMap((block, at) => (at === 0 ? block : [[], ...block]));
}
