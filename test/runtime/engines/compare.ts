import type { Asked } from "./asks.ts";
import { isFixed } from "./clock-changes.ts";
import { youngLetters } from "./texts.ts";

/** What an engine decided, and by which Unicode. */
export interface Decided {
  readonly unicode: string;
  readonly lines: readonly string[];
}

/** A decision that another engine makes otherwise. */
export interface Difference {
  readonly expected: string;
  readonly found: string;
  /** What the engines bring other data of, where that explains it. */
  readonly because?: string;
}

/** What an engine's own data say of the zone that a line is about. */
interface ZoneData {
  readonly zone: string;
  readonly now: number;
  readonly offsets: readonly string[];
}

/** Before this instant the rules of zones are settled, and engines have no excuse. */
const settled = Date.UTC(2025, 0, 1);

function otherZone(expected: string | undefined, found: string | undefined): string | undefined {
  if (expected === undefined || found === undefined || expected === found) return undefined;
  const { now, zone } = JSON.parse(expected) as ZoneData;
  return isFixed(zone) || now < settled ? undefined : zone;
}

/** Those that run an expression which asks what a letter is: a config's own, or one that an agent's name makes. */
const runExpressions: ReadonlySet<Asked> = new Set(["evaluateMention", "mentionPatterns"]);

function otherLetters(line: string, expected: Decided, found: Decided): string | undefined {
  if (expected.unicode === found.unicode) return undefined;
  const { ask, given } = JSON.parse(line) as { readonly ask: Asked; readonly given: unknown };
  const older = Math.min(Number(expected.unicode), Number(found.unicode));
  return runExpressions.has(ask) && youngLetters.test(JSON.stringify(given))
    ? `letters after Unicode ${older}`
    : undefined;
}

/** The decisions of two engines that are not the same, byte for byte. */
export function differences(expected: Decided, found: Decided): readonly Difference[] {
  return Array.from({ length: Math.max(expected.lines.length, found.lines.length) }, (_, at) => {
    const [decision = "", zoneData] = (expected.lines[at] ?? "").split("\t");
    const [otherDecision = "", otherZoneData] = (found.lines[at] ?? "").split("\t");
    if (decision === otherDecision) return [];
    const isBoth = decision !== "" && otherDecision !== "";
    const because = isBoth
      ? (otherZone(zoneData, otherZoneData) ?? otherLetters(decision, expected, found))
      : undefined;
    return [{ expected: decision, found: otherDecision, ...(because !== undefined && { because }) }];
  }).flat();
}
