import { describe, expect, it } from "vitest";
import { conform } from "./conform.ts";
import { replayable } from "./replay.ts";
import { vectorFunctions } from "./vectors.ts";

/** Where a release's own schema refuses the recorded input, the bridge may say so for this share of lines. */
const outOfContractLimit = 0.15;

const wanted = process.env["KEYSCOPE_FN"]?.split(",");
const edition = process.env["KEYSCOPE_EDITION"];

/** Held to another law, in a test of its own. */
const apart = new Set(["exec.wrappers"]);

/** Holds every function of some vector files to what releases answered. */
export function replaysExactly(...files: readonly Parameters<typeof vectorFunctions>[0][]): void {
  const functions = files
    .flatMap((file) => [...vectorFunctions(file)])
    .filter(([fn]) => replayable.has(fn) && !apart.has(fn) && (wanted === undefined || wanted.includes(fn)));

  describe.skipIf(functions.length === 0)("what releases answered", () => {
    it.each(functions)(
      "%s replays exactly",
      (fn, lines) => {
        const { replayed, outOfContract, differences } = conform(lines, edition);
        expect(differences.slice(0, 5), `${differences.length} of ${replayed} answers differ`).toEqual([]);
        const share = replayed === 0 ? 0 : outOfContract / replayed;
        console.info(`${fn}: ${replayed} answers, ${(share * 100).toFixed(1)} % out of contract`);
        expect(share).toBeLessThan(outOfContractLimit);
        // Some functions have hundreds of thousands of answers, which take minutes where the machine is busy.
      },
      600_000,
    );
  });
}
