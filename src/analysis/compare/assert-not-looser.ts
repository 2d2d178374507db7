import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import type { NotRead } from "../../config/keys/not-read.ts";
import type { DecisionKind } from "../../config/keys/undecided.ts";
import type { Policy } from "../../config/policy.ts";
import { comparedKinds, comparePolicies, type ComparedKind, type KindComparisons } from "./compare.ts";

/** A decision that a new policy makes more loosely. */
export interface LooserDecision {
  /** The kind of decision. */
  readonly kind: ComparedKind;
  /** The smallest such request, with both decisions. */
  readonly witness: NonNullable<KindComparisons[ComparedKind]["looser"]>;
}

/** Whether a new policy may take the place of the old one unseen. */
export type LoosenessCheck =
  | {
      /** True: it is proven that nothing is decided more loosely. */
      readonly ok: true;
    }
  | {
      /** False: something is decided more loosely, or nobody knows that nothing is. */
      readonly ok: false;
      /** What is decided more loosely, one witness for each kind; empty where nothing was found. */
      readonly looser: readonly LooserDecision[];
      /** Kinds of which nothing looser was found, and nothing proven. */
      readonly unproven: readonly DecisionKind[];
      /** Settings that may decide more loosely, and that no decision reads. */
      readonly notRead: readonly NotRead[];
    };

/**
 * Tells whether a policy may take the place of another one without a look: no kind of decision
 * allows anything that it refused, lets a session go on longer, or puts conversations together that
 * were apart. For hot reloads; it throws nothing, the caller keeps the old policy where it is not ok.
 *
 * What cannot be proven is not ok either, and named as `unproven`: mostly a move to another edition, or a change of
 * a setting that no decision reads, which `notRead` names.
 *
 * @example
 * ```ts
 * const running = parsePolicy({ tools: { deny: ["exec"] } }, { edition: "2026-11" });
 * const edited = parsePolicy({ tools: { deny: ["exec", "tts"] } }, { edition: "2026-11" });
 * assertNotLooser(running, edited); //=> { ok: true }
 * assertNotLooser(edited, running).ok; //=> false
 * const open = parsePolicy({ tools: { deny: ["exec"] }, gateway: { bind: "lan" } }, { edition: "2026-11" });
 * const opened = assertNotLooser(running, open);
 * opened.ok ? [] : opened.unproven; //=> ["gateway"]
 * ```
 */
export function assertNotLooser(from: Policy, to: Policy): LoosenessCheck {
  if (isPolluted()) return unpolluted(assertNotLooser, from, to);
  demandPolicy(from);
  demandPolicy(to);
  const { byKind, notRead } = comparePolicies(from, to);
  const looser = comparedKinds.flatMap((kind): readonly LooserDecision[] => {
    const witness = byKind[kind].looser;
    return witness === undefined ? [] : [{ kind, witness }];
  });
  const isCompared = (kind: DecisionKind): kind is ComparedKind => Object.hasOwn(byKind, kind);
  const unproven = [
    ...comparedKinds.filter((kind) => !byKind[kind].exact && byKind[kind].looser === undefined),
    ...new Set(notRead.flatMap(({ kinds }) => kinds).filter((kind) => !isCompared(kind))),
  ];
  return looser.length + unproven.length === 0 ? { ok: true } : { ok: false, looser, unproven, notRead };
}
