import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { isObject } from "../config/is-object.ts";
import type { Policy } from "../config/policy.ts";
import { materialize } from "./materialize.ts";

/** Tells what JSON can say from what a host may keep beside it, such as a function. */
function isData(value: unknown): boolean {
  return ["object", "string", "number", "boolean"].includes(typeof value);
}

/** JSON with one spelling for equal data: names in order, no blanks. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (!isObject(value)) return isData(value) ? JSON.stringify(value) : "null";
  const members = Object.keys(value)
    .filter((name) => isData(value[name]))
    .toSorted()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`);
  return `{${members.join()}}`;
}

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
  const { edition, timeZone } = policy;
  return bytesToHex(sha256(utf8ToBytes(canonicalJson({ edition, timeZone, config: materialize(policy) }))));
}
