import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { isText, objectsOf, optionsOf, textOf } from "../../config/given.ts";
import type { Coverage } from "./coverage.ts";
import { sourceLines } from "../source-lines.ts";

/**
 * Writes a coverage as an LCOV record, which editors and code hosts show beside the config. Each part is a
 * function of the record; a line is as well covered as the least covered part that begins on it. Parts that
 * the text does not write are left out.
 *
 * @param source - The JSON5 text that the policy was read from.
 * @param path - The name of the file, as the reader of the record knows it: `config/openclaw.json5`.
 *
 * @example
 * ```ts
 * const source = '{ bindings: [\n  { agentId: "ops", match: { channel: "slack" } },\n] }';
 * const policy = parsePolicy(source, { edition: "2026-11" });
 * toLcov(coverage(policy, []), source, "openclaw.json5").split("\n").slice(0, 4);
 * //=> ["TN:", "SF:openclaw.json5", "FN:2,bindings[0]", "FNDA:0,bindings[0]"]
 * ```
 */
export function toLcov(covered: Coverage, source: string, path: string): string {
  if (isPolluted()) return unpolluted(toLcov, covered, source, path);
  const lineOf = sourceLines(isText(source) ? source : "");
  const placed = [...objectsOf(optionsOf(covered).elements ?? [])].flatMap((element) => {
    if (!isText(element.path)) return [];
    const line = lineOf(element.path);
    return line === undefined ? [] : [{ ...element, line }];
  });
  const lines = new Map<number, number>();
  for (const { hits, line } of placed) lines.set(line, Math.min(hits, lines.get(line) ?? Infinity));
  const above = (counts: readonly number[]) => counts.filter((count) => count > 0).length;
  return [
    "TN:",
    `SF:${textOf(path)}`,
    ...placed.flatMap((part) => [`FN:${part.line},${part.path}`, `FNDA:${part.hits},${part.path}`]),
    `FNF:${placed.length}`,
    `FNH:${above(placed.map(({ hits }) => hits))}`,
    ...[...lines].sort(([a], [b]) => a - b).map(([line, hits]) => `DA:${line},${hits}`),
    `LF:${lines.size}`,
    `LH:${above([...lines.values()])}`,
    "end_of_record",
    "",
  ].join("\n");
}
