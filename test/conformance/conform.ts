import { isDeepStrictEqual } from "node:util";
import { isEdition } from "../../src/edition/edition.ts";
import { isOutOfContract } from "./bridge/bridge.ts";
import { comparable } from "../../scripts/record/notation.mjs";
import { replay } from "./replay.ts";
import type { VectorLine } from "./vectors.ts";

/** An answer that is not the release's. */
export interface Difference {
  readonly edition: string;
  readonly timeZone?: string;
  readonly input: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

const thrown = { $throws: true };

function answer(edition: Parameters<typeof replay>[0], line: VectorLine): unknown {
  try {
    return replay(edition, line.fn, line.input, line.timeZone);
  } catch (error) {
    return { ...thrown, $message: String(error) };
  }
}

function isThrown(value: unknown): boolean {
  return typeof value === "object" && value !== null && "$throws" in value;
}

/** Replays lines under every release that was recorded (or just one) and lists what differs. */
export function conform(lines: readonly VectorLine[], only?: string) {
  let replayed = 0;
  let outOfContract = 0;
  const differences: Difference[] = [];
  for (const line of lines) {
    for (const output of line.outputs) {
      const expected = "throws" in output ? thrown : comparable(output.value);
      for (const release of output.releases) {
        const edition = `openclaw@${release}`;
        if (!isEdition(edition) || (only !== undefined && only !== edition)) continue;
        replayed += 1;
        const actual = answer(edition, line);
        if (isOutOfContract(actual)) {
          outOfContract += 1;
          continue;
        }
        const agrees = isThrown(actual)
          ? expected === thrown
          : isDeepStrictEqual(comparable(actual), expected);
        if (agrees) continue;
        differences.push({
          edition,
          ...(line.timeZone !== undefined && { timeZone: line.timeZone }),
          input: JSON.stringify(line.input),
          expected,
          actual,
        });
      }
    }
  }
  return { replayed, outOfContract, differences };
}
