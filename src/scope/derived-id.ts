import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { isText, optionsOf, textOf } from "../config/given.ts";
import { sha256 } from "@noble/hashes/sha2.js";
import { sha1 } from "@noble/hashes/legacy.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";

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
  if (isPolluted()) return unpolluted(toDigest, key, limits);
  const { alphabet = defaultAlphabet, maxBytes } = optionsOf(limits);
  const base = alphabet.length;
  if (!isText(alphabet) || base < 2 || new Set(alphabet).size !== base || !/^[\0-\x7f]*$/.test(alphabet))
    throw new RangeError("The alphabet must be two or more different ASCII characters");
  const bitsPerDigit = Math.log2(base);
  const length = Math.min(Math.floor(Number(maxBytes)), Math.ceil(digestBits / bitsPerDigit));
  if (!(length * bitsPerDigit >= fewestBits))
    throw new RangeError(
      `An id of ${maxBytes} bytes from ${base} characters has fewer than ${fewestBits} bits`,
    );
  let value = 0n;
  for (const byte of sha256(bytesOf(textOf(key)))) value = (value << 8n) | BigInt(byte);
  let digest = "";
  for (let written = 0; written < length; written += 1) {
    digest += alphabet.charAt(Number(value % BigInt(base)));
    value /= BigInt(base);
  }
  return digest;
}

/**
 * The bytes of a text: UTF-8, with a lone surrogate written like any other code point of three
 * bytes, so that different texts have different bytes.
 */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const following = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    const lead = following === 0 ? 0 : (0xff00 >> (following + 1)) & 0xff;
    bytes[length] = lead | (point >> (6 * following));
    for (let left = following - 1; left >= 0; left -= 1)
      bytes[length + following - left] = 0x80 | ((point >> (6 * left)) & 0x3f);
    length += following + 1;
  }
  return bytes.subarray(0, length);
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A UUID for a key: version 5 of RFC 9562, so that other tools derive the same one from the same
 * namespace and key.
 *
 * @throws RangeError when the namespace is not a UUID.
 * @example
 * ```ts
 * const dns = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
 * toUuid("www.example.com", dns); //=> "2ed6657d-e927-568b-95e1-2665a8aea6a2"
 * ```
 */
export function toUuid(key: string, namespace: string): string {
  if (isPolluted()) return unpolluted(toUuid, key, namespace);
  if (!isText(namespace) || !uuid.test(namespace))
    throw new RangeError(`The namespace is not a UUID: ${textOf(namespace)}`);
  const name = bytesOf(textOf(key));
  const input = new Uint8Array(16 + name.length);
  input.set(hexToBytes(namespace.replaceAll("-", "")));
  input.set(name, 16);
  const bytes = sha1(input).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytesToHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Leaves room for an extension below the 255 bytes that file systems allow. */
const longestName = 200;
/** Never part of an escaped name: there `=` is followed by a hexadecimal digit or `u`. */
const digestMark = "==";

const unsafe = /[^a-z0-9_:-]/g;
const outerColon = /^:|:$/g;
// Device names of Windows, which are reserved with any extension too.
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/;

function escapeUnit(unit: string): string {
  const hex = unit.charCodeAt(0).toString(16);
  return hex.length <= 2 ? `=${hex.padStart(2, "0")}` : `=u${hex.padStart(4, "0")}`;
}

function escapeName(key: string): string {
  if (key === "") return "=";
  const name = key.replace(unsafe, escapeUnit).replace(outerColon, escapeUnit).replaceAll(":", ".");
  return reserved.test(name) ? escapeUnit(name) + name.slice(1) : name;
}

/**
 * A file name for a key, on any file system: only `a-z 0-9 . _ - =`, so case does not matter; no
 * reserved name; at most 200 bytes. Different keys have different names: a name that would be too
 * long ends in the SHA-256 of the key instead.
 *
 * @example
 * ```ts
 * toFileName("agent:main:telegram:direct:42"); //=> "agent.main.telegram.direct.42"
 * toFileName("agent:main:slack:channel:C1"); //=> "agent.main.slack.channel.=431"
 * ```
 */
export function toFileName(given: string): string {
  if (isPolluted()) return unpolluted(toFileName, given);
  const key = textOf(given);
  // Escaping never shortens, so a longer key need not be written out.
  const name = key.length > longestName ? undefined : escapeName(key);
  if (name !== undefined && name.length <= longestName) return name;
  const digest = digestMark + bytesToHex(sha256(bytesOf(key)));
  return escapeName(key.slice(0, longestName)).slice(0, longestName - digest.length) + digest;
}
