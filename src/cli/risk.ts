import type { DriftRisk } from "../analysis/pin/drift-risk.ts";
import type { Span, Style } from "./page.ts";

const styles: Readonly<Record<DriftRisk, Style>> = {
  widens: "red",
  "re-keys": "yellow",
  timing: "cyan",
  narrows: "green",
  explanation: "dim",
};

/** Prints a risk. */
export function riskSpan(risk: DriftRisk): Span {
  return { text: risk, style: styles[risk] };
}
