import { expect, it } from "vitest";
import { conform } from "../conformance/conform.ts";
import { replayable } from "../conformance/replay.ts";
import { vectorFunctions, type VectorLine } from "../conformance/vectors.ts";

/** So many lines of each function are replayed: the whole takes minutes, and a mutant has none. */
const most = Number(process.env["KEYSCOPE_SAMPLE"] ?? 150);

/** Lines from all over the list, each asked of one release an answer. */
function sampled(lines: readonly VectorLine[]): readonly VectorLine[] {
  const step = Math.max(1, lines.length / most);
  return lines
    .filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
    .map((line) => ({
      ...line,
      outputs: line.outputs.map((output) => ({
        ...output,
        releases: output.releases.filter((release) => line.refusedBy?.includes(release) !== true).slice(0, 1),
      })),
    }));
}

// Which files are replayed is the room's business.
const files = process.env["KEYSCOPE_MUTATION_VECTORS"]?.split(",") as Parameters<typeof vectorFunctions>[0][];

const functions = files
  .flatMap((file) => [...vectorFunctions(file)])
  .filter(([fn]) => replayable.has(fn) && fn !== "exec.wrappers");

it.each(functions)("what releases answered to %s", (_, lines) => {
  expect(conform(sampled(lines)).differences).toEqual([]);
});
