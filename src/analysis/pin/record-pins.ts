import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import { objectsOf } from "../../config/given.ts";
import { policyFingerprint } from "../fingerprint.ts";
import type { Policy } from "../../config/policy.ts";
import { libraryVersion } from "../../version.ts";
import { answer, type Question, type Answer } from "../question.ts";
import type { Edition } from "../../edition/edition.ts";

/** One question, and what was answered when it was recorded. */
export interface Pin {
  /** The question, as it was asked. */
  readonly input: Question;
  /** What was answered. */
  readonly decision: Answer;
}

/** Recorded decisions that later versions must repeat; plain data, to be kept beside the config. */
export interface PinDocument {
  /** The edition that was in force. */
  readonly edition: Edition;
  /** The zone that the host named for its policy; absent where it named none. */
  readonly timeZone?: string;
  /** Names the config that was in force. */
  readonly policyFingerprint: string;
  /** The version of keyscope that recorded. */
  readonly libraryVersion: string;
  /** The questions and answers, in the order in which they were asked. */
  readonly pins: readonly Pin[];
}

/** What JSON cannot say as lists and objects; numbers that it cannot say are left out. */
function plainly(_: string, value: unknown): unknown {
  if (value instanceof Set) return [...value];
  if (value instanceof Map) return Object.fromEntries(value);
  return typeof value === "number" && !Number.isFinite(value) ? undefined : value;
}

function plain<Value>(value: Value): Value {
  // The evaluations take lists and objects wherever they take sets and maps.
  return JSON.parse(JSON.stringify(value, plainly)) as Value;
}

/**
 * Records what a policy decides, so that `checkPins` can tell whether another version, edition or config
 * still decides it.
 *
 * @param inputs - What to ask; sets and maps in them are kept as lists and objects.
 * @returns A document that survives `JSON.stringify`.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { dmScope: "per-peer" } }, { edition: "2026-11" });
 * const inbound = { channel: "telegram", chatType: "direct", peer: "7" } as const;
 * const document = recordPins(policy, [{ ask: "resolution", request: inbound }]);
 * document.edition; //=> "2026-11"
 * checkPins(document, policy); //=> []
 * ```
 */
export function recordPins(policy: Policy, inputs: Iterable<Question>): PinDocument {
  if (isPolluted()) return unpolluted(recordPins, policy, inputs);
  demandPolicy(policy);
  const pins = Array.from(objectsOf(inputs), (written): Pin => {
    const input = plain(written);
    return { input, decision: plain(answer(input, policy)) };
  });
  return {
    edition: policy.edition,
    ...(policy.timeZoneNamed && { timeZone: policy.timeZone }),
    policyFingerprint: policyFingerprint(policy),
    libraryVersion,
    pins,
  };
}
