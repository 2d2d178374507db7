import type { ConfigInput } from "../../src/config/config.ts";
import type { ChangeSet, SettingChange } from "../../src/policy/trace.ts";

type Tree = Record<string, unknown>;

/** Values of which one differs from whatever is written. */
const others: Readonly<Record<string, readonly unknown[]>> = {
  allow: [["nobody"]],
  chatType: ["direct", "group", "channel"],
  keyPrefix: ["nowhere:"],
  rawKeyPrefix: ["agent:nobody:"],
};

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null;
}

function other(field: string, written: unknown): unknown {
  return (others[field] ?? ["none-of-these"]).find((value) => value !== written) ?? "none-of-these";
}

const segment = /\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|[^.[\]]+/g;

/** The names along a path, a number for a place in a list: `channels.irc.groups["1"].allowFrom[0]` has six. */
function segmentsOf(path: string): (string | number)[] {
  return [...path.matchAll(segment)].map(([name, index, quoted]) =>
    index !== undefined ? Number(index) : quoted !== undefined ? String(JSON.parse(quoted)) : name,
  );
}

function change(config: Tree, { setting, to }: SettingChange): void {
  const segments = segmentsOf(setting);
  const field = segments.pop() ?? "";
  let at = config;
  segments.forEach((name, depth) => {
    const below = (at[name] ??= typeof (segments[depth + 1] ?? field) === "number" ? [] : {});
    if (isTree(below)) at = below;
  });
  if (to === null) Reflect.deleteProperty(at, field);
  else at[field] = to ?? other(String(field), at[field]);
}

/** The same without the gaps that taking entries away left in lists, and without lists of which nothing is left. */
function closed(tree: unknown): unknown {
  if (Array.isArray(tree)) return Object.values(tree).map(closed);
  if (!isTree(tree)) return tree;
  const kept = Object.entries(tree).filter(
    ([, below]) => !Array.isArray(below) || below.length === 0 || Object.values(below).length > 0,
  );
  return Object.fromEntries(kept.map(([name, below]) => [name, closed(below)]));
}

/** A copy of a config with the first change of each choice made, or the last. */
export function changeSettings(config: ConfigInput, changes: ChangeSet, which: 0 | -1): ConfigInput {
  const copy = structuredClone(config) as Tree;
  for (const choice of changes) {
    const chosen = choice.at(which);
    if (chosen !== undefined) change(copy, chosen);
  }
  // What is left has the shape that it had.
  return closed(copy) as ConfigInput;
}
