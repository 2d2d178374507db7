import { sha1 } from "@noble/hashes/legacy.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { bytesOf } from "./bytes.ts";

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
  if (!uuid.test(namespace)) throw new RangeError(`The namespace is not a UUID: ${namespace}`);
  const name = bytesOf(key);
  const input = new Uint8Array(16 + name.length);
  input.set(hexToBytes(namespace.replaceAll("-", "")));
  input.set(name, 16);
  const bytes = sha1(input).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytesToHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
