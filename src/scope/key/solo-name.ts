import { escapeSegment, guardSegment, readSegment, writeSegment, idOf, type KeySegments } from "./segment.ts";
import type { AgentKeyParts, NameOf, SoloKeyParts } from "./parts.ts";
import { lowerCase } from "../../edition/lower-case.ts";

const nodePrefix = "node-";
const tuiPrefix = "tui-";

function hasPrefix(text: string, prefix: string): boolean {
  return lowerCase(text.slice(0, prefix.length)) === prefix;
}

/** Tells whether a session's name is one segment. */
export function isSoloName(parts: AgentKeyParts): parts is SoloKeyParts {
  return parts.kind === "main" || parts.kind === "node" || parts.kind === "tui" || parts.kind === "boot";
}

/** Writes the name of a main session. */
export function writeMainName(mainKey: string): string {
  return hasPrefix(mainKey, nodePrefix) || hasPrefix(mainKey, tuiPrefix)
    ? guardSegment(escapeSegment(mainKey))
    : writeSegment(mainKey);
}

/** Writes a name of one segment: a main key, `node-<id>`, `tui-<id>`, `boot`. */
export function writeSoloName(parts: SoloKeyParts): string {
  switch (parts.kind) {
    case "boot":
      return "boot";
    case "node":
      return nodePrefix + escapeSegment(parts.id);
    case "tui":
      return tuiPrefix + escapeSegment(parts.id);
    case "main":
      return writeMainName(parts.mainKey);
  }
}

/** The reading of a name of one segment; undefined for a word that is not one. */
export function readSoloName(segments: KeySegments): NameOf<SoloKeyParts> | undefined {
  const [text = ""] = segments.texts;
  const [word] = segments.words;
  if (word === "boot") return { kind: "boot" };
  if (hasPrefix(text, nodePrefix)) return { kind: "node", id: readSegment(text.slice(nodePrefix.length)) };
  if (hasPrefix(text, tuiPrefix)) return { kind: "tui", id: readSegment(text.slice(tuiPrefix.length)) };
  return word === undefined ? { kind: "main", mainKey: idOf(segments, 0) } : undefined;
}
