/** Breaks a text into lines of at most `width`: at spaces, or behind the colons of a key. */
function wrap(text, width) {
  const lines = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const piece of paragraph.match(/[^ :]*[ :]?/g) ?? []) {
      if (line !== "" && (line + piece).trimEnd().length > width) {
        lines.push(line.trimEnd());
        line = "";
      }
      line += piece;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** Sets rows in columns: `columns` maps each title to its width, a row has a text for each title. */
export function table(columns, rows) {
  const widths = Object.entries(columns);
  const setRow = (row) => {
    const cells = widths.map(([title, width]) => wrap(row[title], width));
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, at) =>
      cells
        .map((lines, column) => (lines[at] ?? "").padEnd(widths[column][1]))
        .join("  ")
        .trimEnd(),
    );
  };
  const titles = Object.fromEntries(widths.map(([title]) => [title, title]));
  const rule = widths.map(([, width]) => "-".repeat(width)).join("  ");
  return [...setRow(titles), rule, ...rows.flatMap(setRow)].join("\n");
}
