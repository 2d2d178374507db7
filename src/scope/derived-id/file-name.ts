import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { bytesOf } from "./bytes.ts";

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
export function toFileName(key: string): string {
  // Escaping never shortens, so a longer key need not be written out.
  const name = key.length > longestName ? undefined : escapeName(key);
  if (name !== undefined && name.length <= longestName) return name;
  const digest = digestMark + bytesToHex(sha256(bytesOf(key)));
  return escapeName(key.slice(0, longestName)).slice(0, longestName - digest.length) + digest;
}
