import type { Issue } from "../config/issue.ts";
import type { Line } from "./page.ts";

/** Prints an issue on two lines: where and what, and what to write instead. */
export function issueLines({ hint, message, path, severity }: Issue): readonly Line[] {
  const style = severity === "error" ? "red" : "yellow";
  const where: Line = path === "" ? [] : [{ text: path, style: "bold" }, ": "];
  return [
    ["  ", { text: severity, style }, "  ", ...where, message],
    ...(hint === undefined ? [] : [["           ", { text: hint, style: "dim" } as const]]),
  ];
}
