import { sha256 } from "@noble/hashes/sha2.js";
import { bytesOf } from "./bytes.ts";

/** What a store allows an id to be. */
export interface DigestLimits {
  /** The longest id, in bytes. A digest is never longer than its 256 bits need. */
  readonly maxBytes: number;
  /** The characters an id may have: at least two different ones, all ASCII. `0-9 a-z` when absent. */
  readonly alphabet?: string;
}

const defaultAlphabet = "0123456789abcdefghijklmnopqrstuvwxyz";
const digestBits = 256;
/** With fewer bits, two of a few million keys could share an id. */
const fewestBits = 64;

/**
 * A short id for a key, for stores that limit ids: Dialogflow's sessions (36 bytes), Teams'
 * conversations (255). The SHA-256 of the key, as digits of the alphabet, cut to the limit.
 *
 * @throws RangeError when the alphabet is not two or more different ASCII characters, or when so
 *   few bytes of it make fewer than 64 bits.
 * @example
 * ```ts
 * toDigest("agent:main:main", { maxBytes: 36 }).length; //=> 36
 * toDigest("agent:main:main", { maxBytes: 255, alphabet: "0123456789abcdef" }).length; //=> 64
 * ```
 */
export function toDigest(key: string, limits: DigestLimits): string {
  const alphabet = limits.alphabet ?? defaultAlphabet;
  const base = alphabet.length;
  if (base < 2 || new Set(alphabet).size !== base || !/^[\0-\x7f]*$/.test(alphabet))
    throw new RangeError("The alphabet must be two or more different ASCII characters");
  const bitsPerDigit = Math.log2(base);
  const length = Math.min(Math.floor(limits.maxBytes), Math.ceil(digestBits / bitsPerDigit));
  if (!(length * bitsPerDigit >= fewestBits))
    throw new RangeError(
      `An id of ${limits.maxBytes} bytes from ${base} characters has fewer than ${fewestBits} bits`,
    );
  let value = 0n;
  for (const byte of sha256(bytesOf(key))) value = (value << 8n) | BigInt(byte);
  let digest = "";
  for (let written = 0; written < length; written += 1) {
    digest += alphabet.charAt(Number(value % BigInt(base)));
    value /= BigInt(base);
  }
  return digest;
}
