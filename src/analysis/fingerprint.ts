import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { demandPolicy } from "../config/policy.ts";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Policy } from "../config/policy.ts";
import { canonicalJson } from "./canonical-json.ts";
import { materialize } from "./materialize.ts";

/**
 * Names a policy by what it says: the SHA-256, in 64 hexadecimal digits, of its edition, zone and config.
 *
 * It does not depend on the order of keys, on comments, or on whether a setting that the edition takes
 * for granted is written. Two policies of one fingerprint decide alike
 * about every account that they configure.
 *
 * @example
 * ```ts
 * const terse = parsePolicy("{}", { edition: "2026-11" });
 * const wordy = parsePolicy("{ session: { dmScope: 'main' } }", { edition: "2026-11" });
 * policyFingerprint(terse) === policyFingerprint(wordy); //=> true
 * ```
 */
export function policyFingerprint(policy: Policy): string {
  if (isPolluted()) return unpolluted(policyFingerprint, policy);
  demandPolicy(policy);
  const { edition, timeZone } = policy;
  return bytesToHex(sha256(utf8ToBytes(canonicalJson({ edition, timeZone, config: materialize(policy) }))));
}
