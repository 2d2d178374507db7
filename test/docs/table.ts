/** The rows of the table on a page whose first column is called so, cell by cell; its head is left out. */
export function tableOf(page: string, firstColumn: string): readonly (readonly string[])[] {
  const lines = page.split("\n");
  const start = lines.findIndex((line) => new RegExp(`^\\| ${firstColumn} +\\|`).test(line));
  const end = lines.findIndex((line, at) => at > start && !line.startsWith("|"));
  return start === -1
    ? []
    : lines.slice(start + 2, end).map((line) =>
        line
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
}
