import type { Risk } from "../edition/behaviour.ts";
import type { Span, Style } from "./page.ts";

const styles: Readonly<Record<Risk, Style>> = {
  widens: "red",
  "re-keys": "yellow",
  timing: "cyan",
  narrows: "green",
};

/** Every risk, the one that needs most care first. */
export const risks: readonly Risk[] = ["widens", "re-keys", "timing", "narrows"];

/** Prints a risk. */
export function riskSpan(risk: Risk): Span {
  return { text: risk, style: styles[risk] };
}
