import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import type { NotRead } from "../../config/keys/not-read.ts";
import type { Policy } from "../../config/policy.ts";
import { compareAccess } from "./access.ts";
import { compareCommand } from "./command.ts";
import { compareExec } from "./exec.ts";
import { compareMemorySearch } from "./memory-search.ts";
import { compareNotRead } from "./not-read.ts";
import { compareReset } from "./reset.ts";
import { compareResolution } from "./resolution.ts";
import { compareSandbox } from "./sandbox.ts";
import { compareSend } from "./send.ts";
import { compareTool } from "./tool.ts";
import { checkPins, type Drift } from "../pin/check-pins.ts";
import { recordPins } from "../pin/record-pins.ts";
import { storedQuestions } from "../store/stored-questions.ts";
import type { StoredSessions } from "../../lifecycle/store/read-store.ts";
import { overallVerdict, type KindComparison, type UnprovenCause, type Verdict } from "./verdict.ts";
import { compareVisibility } from "./visibility.ts";

const comparisons = {
  /** Which conversations share a session; stricter is more isolated. */
  resolution: compareResolution,
  /** How long a session goes on; stricter is sooner reset. */
  reset: compareReset,
  send: compareSend,
  /** Where memory is searched, and where the agent's private notes are given. */
  "memory-search": compareMemorySearch,
  visibility: compareVisibility,
  /** Who is let in; being allowed to ask for pairing lies between in and out. */
  access: compareAccess,
  /** Who commands the bot in chats; being let reset alone lies between commanding and not. */
  command: compareCommand,
  tool: compareTool,
  /** Which commands run; running after an approval lies between running and not. */
  exec: compareExec,
  /** What a session may do of which its sandbox would keep it; a restricted network lies between none and all of it. */
  sandbox: compareSandbox,
} as const;

/** A comparison of which nothing is proven, because settings may decide that no decision reads. */
function withNotRead<Compared extends Pick<KindComparison<object, unknown>, "unproven">>(
  comparison: Compared,
  notRead: readonly NotRead[],
): Compared {
  const unproven: readonly UnprovenCause[] = [...(comparison.unproven ?? []), "not-read"];
  return { ...comparison, exact: false, unproven, notRead };
}

/** What a move does to each kind of decision. */
export type KindComparisons = {
  readonly [Kind in keyof typeof comparisons]: ReturnType<(typeof comparisons)[Kind]>;
};

/** A kind of decision that is compared. */
export type ComparedKind = keyof KindComparisons;

/** The kinds of decision that are compared, in the order in which a comparison lists them. The type of `Object.keys` does not say so. */
export const comparedKinds = /* @__PURE__ */ Object.keys(comparisons) as readonly ComparedKind[];

/** What a move from one policy to another does. */
export interface Comparison {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "comparison";
  /** On all kinds together. */
  readonly verdict: Verdict;
  /** Whether every verdict is proven, and nothing that decides is left out. */
  readonly exact: boolean;
  /**
   * The settings that may decide otherwise and that no decision reads, of kinds that are compared and of others
   * (`"gateway"`, `"maintenance"`), of which there is no verdict at all.
   */
  readonly notRead: readonly NotRead[];
  /** What the move does to each kind of decision. */
  readonly byKind: KindComparisons;
  /**
   * What is answered otherwise of the stored sessions that were given, each with its risk; one question of a session each. Absent
   * where none were given.
   */
  readonly stored?: readonly Drift[];
}

/**
 * Tells what a move from one policy to another does: for each kind of decision whether it is
 * `equivalent`, `stricter`, `looser` or `incomparable`, with the smallest request that is decided
 * otherwise in each direction, and both decisions.
 *
 * Every request is accounted for, none is guessed: requests stand for all those that no rule, list
 * or binding of either policy tells apart from them, and the evaluations themselves decide. Where
 * the two editions read requests differently, a day begins in two time zones, or only one policy asks
 * the scope of qmd, that is not proven: then `exact` is `false`, every witness is real, and there may be
 * more.
 *
 * Nor is it where a setting that `notRead` lists is not the same in both, or stands in either under two editions: it is
 * named, with each kind of decision that it touches.
 *
 * Of stored sessions it tells, too, what is answered otherwise of each (`stored`), by the questions of `storedQuestions`.
 *
 * Beyond the decisions nothing is compared: not which agent answers, who approves, what is said, or what cleaning up
 * removes.
 *
 * @example
 * ```ts
 * const from = parsePolicy({ tools: { deny: ["exec", "tts"] } }, { edition: "2026-11" });
 * const to = parsePolicy({ tools: { deny: ["exec"] } }, { edition: "2026-11" });
 * const { verdict, byKind } = comparePolicies(from, to);
 * verdict; //=> "looser"
 * byKind.tool.looser?.request; //=> { tool: "tts" }
 * byKind.send.verdict; //=> "equivalent"
 * comparePolicies(from, to, ["agent:main:main"]).stored; //=> []
 * ```
 */
export function comparePolicies(from: Policy, to: Policy, store?: StoredSessions): Comparison {
  if (isPolluted()) return unpolluted(comparePolicies, from, to, store);
  demandPolicy(from);
  demandPolicy(to);
  const notRead = compareNotRead(from, to);
  const compared = comparedKinds.map((kind) => {
    const touching = notRead.filter(({ kinds }) => kinds.includes(kind));
    const comparison = comparisons[kind](from, to);
    return [kind, touching.length === 0 ? comparison : withNotRead(comparison, touching)] as const;
  });
  const found = compared.map(([, comparison]) => comparison);
  return {
    kind: "comparison",
    verdict: overallVerdict(found.map(({ verdict }) => verdict)),
    exact: notRead.length === 0 && found.every(({ exact }) => exact),
    notRead,
    // Every kind is among the entries, each with its own comparison.
    byKind: Object.fromEntries(compared) as unknown as KindComparisons,
    ...(store !== undefined && { stored: checkPins(recordPins(from, storedQuestions(store, from)), to) }),
  };
}
