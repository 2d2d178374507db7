import type { Severity } from "../analysis/audit/finding-kinds.ts";
import type { Span, Style } from "./page.ts";

const styles: Readonly<Record<Severity, Style>> = {
  critical: "red",
  high: "red",
  medium: "yellow",
  low: "cyan",
  info: "dim",
};

/** Prints a severity, in as many columns as the longest has. */
export function severitySpan(severity: Severity): Span {
  return { text: severity.padEnd("critical".length), style: styles[severity] };
}
