import { expect, it } from "vitest";
import { isEdition } from "../../src/edition/edition.ts";
import { replay } from "./replay.ts";
import { vectorFunctions } from "./vectors.ts";

interface Answer {
  readonly analysisOk: boolean;
  readonly satisfied: boolean;
  readonly matched: readonly string[];
}

it("no command is on an allowlist that a release keeps off it, and hardly any is kept off that is on it", () => {
  const looser: unknown[] = [];
  let [replayed, otherwise] = [0, 0];
  for (const { fn, input, outputs } of vectorFunctions("exec").get("exec.wrappers") ?? [])
    for (const output of outputs)
      for (const release of output.releases) {
        const edition = `openclaw@${release}`;
        if (!isEdition(edition) || !("value" in output)) continue;
        replayed += 1;
        // The shape of this function's answers.
        const [upstream, own] = [output.value as Answer, replay(edition, fn, input) as Answer];
        if (own.satisfied && !upstream.satisfied) looser.push({ release, input });
        if (JSON.stringify(own) !== JSON.stringify(upstream)) otherwise += 1;
      }
  expect(looser).toEqual([]);
  expect(replayed).toBeGreaterThan(14_000);
  expect(otherwise / replayed).toBeLessThan(0.01);
});
