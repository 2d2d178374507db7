import { explainIsolation } from "../../scope/isolation/explain.ts";
import type { Isolation } from "../../scope/isolation/isolation.ts";
import { explainDecision, type Decision } from "../explain-decision.ts";
import type { Comparison } from "./compare.ts";
import type { Difference, KindComparison } from "./verdict.ts";

function explained(answer: Decision | Isolation): string {
  return answer.kind === "isolation" ? explainIsolation(answer) : explainDecision(answer);
}

function witness(
  direction: "stricter" | "looser",
  difference: Difference<unknown, Decision | Isolation> | undefined,
): readonly string[] {
  if (difference === undefined) return [];
  const { from, request, to } = difference;
  return [
    `  ${direction}: ${JSON.stringify(request)}`,
    `    before: ${explained(from)}`,
    `    after: ${explained(to)}`,
  ];
}

function ofKind(
  kind: string,
  { exact, looser, stricter, verdict }: KindComparison<unknown, Decision | Isolation>,
): readonly string[] {
  if (verdict === "equivalent" && exact) return [];
  const proof = exact ? "" : ", not proven";
  return [`${kind} is ${verdict}${proof}.`, ...witness("stricter", stricter), ...witness("looser", looser)];
}

/**
 * Says what a move from one policy to another does: the verdict, then each kind of decision that changes, or of which
 * it is not proven that it does not, with the smallest request that shows it.
 *
 * @example
 * ```ts
 * const from = parsePolicy({ tools: { deny: ["tts"] } }, { edition: "2026-11" });
 * const to = parsePolicy({}, { edition: "2026-11" });
 * explainComparison(comparePolicies(from, to)).split("\n").slice(0, 3);
 * //=> ["The move is looser.", "tool is looser.", '  looser: {"tool":"tts"}']
 * ```
 */
export function explainComparison({ byKind, verdict }: Comparison): string {
  const kinds: readonly (readonly [string, KindComparison<unknown, Decision | Isolation>])[] =
    Object.entries(byKind);
  return [`The move is ${verdict}.`, ...kinds.flatMap(([kind, comparison]) => ofKind(kind, comparison))].join(
    "\n",
  );
}
