import type { Risk } from "../../edition/behaviour.ts";
import type { Answer } from "../question.ts";

/** What a drift risks; `explanation`: what is decided is the same, and why, or by what, is not. */
export type DriftRisk = Risk | "explanation";

/** How much a decision lets through, to be compared with another of its kind; undefined where that is not the question. */
function openness(decision: Answer): number | undefined {
  switch (decision.kind) {
    case "reset":
      return undefined;
    case "resolution":
      return decision.ok ? 1 : 0;
    case "access":
      return { admit: 2, pair: 1, deny: 0, unknown: 0 }[decision.outcome];
    case "exec":
      return { run: 2, ask: 1, deny: 0 }[decision.outcome];
    case "memory-search":
      return (decision.allowed ? 2 : 0) + (decision.notes ? 1 : 0);
    case "sandbox":
    case "send":
    case "tool":
    case "visibility":
      return decision.allowed ? 1 : 0;
  }
}

/** What follows from a reset decision, without how it came about. */
function endOf(decision: Answer): string | undefined {
  if (decision.kind !== "reset") return undefined;
  const { fresh, staleSince, nextResetAt, nextResetBy } = decision;
  return JSON.stringify([fresh, staleSince, nextResetAt, nextResetBy]);
}

function keyOf(decision: Answer): string | undefined {
  return decision.kind === "resolution" ? decision.key : undefined;
}

/** What it risks that a decision became another one. */
export function driftRisk(recorded: Answer, found: Answer): DriftRisk {
  const before = openness(recorded);
  const now = openness(found);
  if (before !== undefined && now !== undefined && before !== now) return before < now ? "widens" : "narrows";
  if (recorded.kind === "resolution") return recorded.key === keyOf(found) ? "explanation" : "re-keys";
  return endOf(recorded) === endOf(found) ? "explanation" : "timing";
}
