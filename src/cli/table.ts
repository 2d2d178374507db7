import { spanText, type Line, type Span } from "./page.ts";

function padTo(width: number, span: Span): Line {
  return [span, " ".repeat(width - spanText(span).length)];
}

/** Sets rows in columns as wide as their longest cell; the first row may be one of titles. */
export function table(rows: readonly Line[], indent = ""): readonly Line[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, spanText(cell).length);
  return rows.map((row) => [
    indent,
    ...row.flatMap((cell, column) =>
      column === row.length - 1 ? [cell] : [...padTo(widths[column] ?? 0, cell), "  "],
    ),
  ]);
}
