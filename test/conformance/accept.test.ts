import { expect, it } from "vitest";
import { isEdition } from "../../src/edition/edition.ts";
import { replay } from "./replay.ts";
import { vectorFunctions } from "./vectors.ts";

interface Answer {
  readonly ok: boolean;
  readonly paths?: readonly string[];
}

function covers(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}

it("no release accepts what is refused here, and nothing that one refuses is passed over in silence", () => {
  const differences: unknown[] = [];
  let replayed = 0;
  for (const { fn, input, outputs } of vectorFunctions("accept").get("config.accept") ?? [])
    for (const output of outputs)
      for (const release of output.releases) {
        const edition = `openclaw@${release}`;
        if (!isEdition(edition) || !("value" in output)) continue;
        replayed += 1;
        const upstream = output.value as Answer;
        const own = replay(edition, fn, input) as Required<Answer>;
        const agrees = upstream.ok
          ? own.ok
          : own.paths.some((path) => upstream.paths?.some((other) => covers(path, other)));
        if (!agrees) differences.push({ release, input: JSON.stringify(input), upstream, own });
      }
  expect(differences.slice(0, 5), `${differences.length} of ${replayed} differ`).toEqual([]);
});
