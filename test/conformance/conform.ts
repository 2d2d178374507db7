import { isDeepStrictEqual } from "node:util";
import { behavioursOf, editions, isEdition, type Edition } from "../../src/edition/edition.ts";
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

function answer(edition: Edition, line: VectorLine): unknown {
  try {
    const replayed = replay(edition, line.fn, line.input, line.timeZone);
    return isOutOfContract(replayed) ? replayed : comparable(replayed);
  } catch (error) {
    return { ...thrown, $message: String(error) };
  }
}

function isThrown(value: unknown): boolean {
  return typeof value === "object" && value !== null && "$throws" in value;
}

/** What an edition decides follows from its behaviours alone, but for the keys of a config: one that has those of another is not asked again. */
const firstAlike = new Map<Edition, Edition>();
const byBehaviours = new Map<string, Edition>();
for (const edition of editions) {
  const name = [...behavioursOf(edition)].join(" ");
  if (!byBehaviours.has(name)) byBehaviours.set(name, edition);
  firstAlike.set(edition, byBehaviours.get(name) ?? edition);
}

/** Replays lines under every release that was recorded (or just one) and lists what differs. */
export function conform(lines: readonly VectorLine[], only?: string) {
  let replayed = 0;
  let outOfContract = 0;
  const differences: Difference[] = [];
  for (const line of lines) {
    const answers = new Map<Edition, unknown>();
    for (const output of line.outputs) {
      const expected = "throws" in output ? thrown : comparable(output.value);
      for (const release of output.releases) {
        const edition = `openclaw@${release}`;
        if (!isEdition(edition) || (only !== undefined && only !== edition)) continue;
        if (line.refusedBy?.includes(release) === true) continue;
        replayed += 1;
        const alike = line.fn.startsWith("config.") ? edition : (firstAlike.get(edition) ?? edition);
        if (!answers.has(alike)) answers.set(alike, answer(alike, line));
        const actual = answers.get(alike);
        if (isOutOfContract(actual)) {
          outOfContract += 1;
          continue;
        }
        const agrees = isThrown(actual) ? expected === thrown : isDeepStrictEqual(actual, expected);
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
