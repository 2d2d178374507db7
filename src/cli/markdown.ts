import { isRow, printable, type Line, type Span } from "./page.ts";

/** Writes a text so that Markdown takes nothing in it for a mark, and a code host calls nobody by it. */
function plain(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]<>|~#!&]/g, (sign) => (sign === "<" ? "&lt;" : sign === "&" ? "&amp;" : `\\${sign}`))
    .replace(/(?<!\w)@(?=\w)/g, "@\u200b");
}

function markdownOf(span: Span): string {
  const text = plain(typeof span === "string" ? span : span.text).trim();
  if (typeof span === "string" || text === "") return plain(typeof span === "string" ? span : span.text);
  return span.style === "dim" ? text : `**${text}**`;
}

function inline(spans: readonly Span[]): string {
  return spans.map(markdownOf).join("").replace(/ {2,}/g, " ").trim();
}

/** Lines that stand together: a table, or what is said of one thing, its first line foremost. */
function blockOf(lines: readonly Line[]): string {
  const [first, ...others] = lines;
  if (first === undefined) return "";
  if (isRow(first)) {
    const columns = Math.max(...lines.map((line) => (isRow(line) ? line.cells.length : 1)));
    const row = (cells: readonly string[]) =>
      `| ${Array.from({ length: columns }, (_, at) => cells[at] ?? "").join(" | ")} |`;
    const rows = lines.map((line) => row(isRow(line) ? line.cells.map((cell) => inline([cell])) : []));
    return [row([]), row(Array.from({ length: columns }, () => "---")), ...rows].join("\n");
  }
  const said = others.map((line) => inline(isRow(line) ? line.cells : line)).filter((text) => text !== "");
  const head = inline(first);
  return said.length === 0 ? head : [`- ${head}`, ...said.map((text) => `  ${text}`)].join("  \n");
}

/** Puts lines that belong together into blocks: an empty line parts them, and so does the edge of a table. */
function blocksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const blocks: Line[][] = [];
  let before: Line = [];
  for (const line of lines) {
    const isEmpty = !isRow(line) && line.length === 0;
    const last = blocks.at(-1);
    const goesOn =
      last !== undefined && isRow(line) === isRow(before) && (isRow(before) || before.length > 0);
    if (!isEmpty && goesOn) last.push(line);
    else if (!isEmpty) blocks.push([line]);
    before = line;
  }
  return blocks;
}

/** Writes a page as Markdown. */
export function toMarkdown(title: string, lines: readonly Line[]): string {
  return `${[`### ${plain(title)}`, ...blocksOf(lines).map(blockOf)].join("\n\n")}\n`;
}
