import { once } from "../../edition/once.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { fold } from "../../identity/fold.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** A stretch of a key that keeps its case. */
interface Kept {
  readonly start: number;
  readonly end: number;
  readonly trimmed: boolean;
}

type StoredFormRule = (key: string) => string;

const signalGroup = /(?:^|:)signal:group:([^:]+)/gi;
const threadMarker = ":thread:";

function keptSignalGroups(key: string): readonly Kept[] {
  return Array.from(key.matchAll(signalGroup), ({ index, 0: match, 1: id = "" }) => {
    const end = index + match.length;
    return { start: end - id.length, end, trimmed: true };
  });
}

function keptMatrixRoom(key: string, head: RegExp): readonly Kept[] {
  const start = head.exec(key)?.[0].length;
  if (start === undefined) return [];
  // The place is searched in a folded copy and used in the original, as every release does: a
  // letter that grows, or a leading blank, shifts it.
  const marker = fold(key.slice(start)).lastIndexOf(threadMarker);
  if (marker === -1) return [{ start, end: key.length, trimmed: false }];
  const thread = start + marker + threadMarker.length;
  return [
    { start, end: start + marker, trimmed: false },
    { start: thread, end: key.length, trimmed: false },
  ];
}

function foldAround(key: string, stretches: readonly Kept[]): string {
  let folded = "";
  let at = 0;
  for (const { start, end, trimmed } of stretches) {
    if (end <= start || start < at) continue;
    const kept = key.slice(start, end);
    folded += fold(key.slice(at, start)) + (trimmed ? kept.trim() : kept);
    at = end;
  }
  return folded + fold(key.slice(at));
}

const storedFormRule = once((behaviours: Behaviours): StoredFormRule => {
  if (behaviours.has("ids-kept")) return (key) => key;
  if (!behaviours.has("keys-read-in-any-case")) return (key) => key.trim();
  if (!behaviours.has("signal-group-case")) return fold;
  if (!behaviours.has("matrix-room-case")) {
    return (key) => {
      const trimmed = key.trim();
      return foldAround(trimmed, keptSignalGroups(trimmed));
    };
  }
  const matrixHead = behaviours.has("wrapped-matrix-case")
    ? /^(?:(?:agent:[^:]*:)+:*)?matrix:(?:channel|group):/i
    : /^(?:agent:[^:]+:)?matrix:(?:channel|group):/i;
  return (key) => {
    const trimmed = key.trim();
    const folded = lowerCase(trimmed);
    // Most keys are of neither channel, and looking is cheaper than matching.
    if (!folded.includes("signal:") && !folded.includes("matrix:")) return folded;
    const stretches = [...keptSignalGroups(trimmed), ...keptMatrixRoom(trimmed, matrixHead)];
    return foldAround(
      trimmed,
      stretches.sort((a, b) => a.start - b.start),
    );
  };
});

/**
 * The form in which a release compares and stores a key: as it is (up to 2026.2.25, trimmed),
 * lower-cased, or lower-cased but for Signal groups (since 2026.5.18) and Matrix rooms (since
 * 2026.5.28). Under `2026-11` a key is already what it is.
 */
export function storedForm(key: string, behaviours: Behaviours): string {
  return storedFormRule(behaviours)(key);
}
