import { isObject } from "../../config/is-object.ts";
import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { readRow } from "../../lifecycle/store/store-row.ts";

/** How many tokens a session takes, as the gateway stored it. */
export interface ContextUse {
  /** Which of the library's answers this is. */
  readonly kind: "context-use";
  /**
   * Whether `total` is what the model was given last. `fresh`: the gateway says so. `stale`: it says that it is not, as after a
   * compaction. `unknown`: the entry does not say, or has no `total`, or counted it otherwise.
   */
  readonly state: "fresh" | "stale" | "unknown";
  /** `totalTokens`: what the model was given, in tokens, when that was last counted. */
  readonly total?: number;
  /** `contextTokens`: how many tokens the model takes. */
  readonly window?: number;
  /** `total` of `window`, 1 for all of it; only while `total` is fresh. */
  readonly share?: number;
  /** `inputTokens`: what the latest run read. */
  readonly input?: number;
  /** `outputTokens`: what it wrote. */
  readonly output?: number;
}

/** `totalTokensVersion` of a count that is what the model was given and nothing else. */
const countsContextAlone = 1;

/**
 * Tells how much of its context a stored session takes, by the tokens that the gateway counted (`inputTokens`, `outputTokens`,
 * `totalTokens`, `contextTokens`). Nothing is reckoned from transcripts or from one another: the gateway is the one that knows.
 * Releases to 2026.7 take a `totalTokens` without `totalTokensFresh` for fresh; here it is `unknown`, as it is in later ones.
 *
 * @param entry - The entry, or a row of `readStore`. A count that is no number from 0 on is absent.
 * @example
 * ```ts
 * contextUse({ totalTokens: 50_000, totalTokensFresh: true, contextTokens: 200_000 });
 * //=> { kind: "context-use", state: "fresh", total: 50000, window: 200000, share: 0.25 }
 * contextUse({ totalTokens: 50_000 }); //=> { kind: "context-use", state: "unknown", total: 50000 }
 * ```
 */
export function contextUse(entry: object): ContextUse {
  if (isPolluted()) return unpolluted(contextUse, entry);
  if (!isObject(entry)) return { kind: "context-use", state: "unknown" };
  const { row } = readRow("", entry);
  const { contextTokens: window, inputTokens: input, outputTokens: output, totalTokens: total } = row;
  const isCountedSo = (row.totalTokensVersion ?? countsContextAlone) === countsContextAlone;
  const isFresh = total !== undefined && isCountedSo && row.totalTokensFresh === true;
  const state = isFresh ? "fresh" : row.totalTokensFresh === false ? "stale" : "unknown";
  return {
    kind: "context-use",
    state,
    ...(total !== undefined && { total }),
    ...(window !== undefined && window > 0 && { window }),
    ...(isFresh && window !== undefined && window > 0 && { share: total / window }),
    ...(input !== undefined && { input }),
    ...(output !== undefined && { output }),
  };
}
