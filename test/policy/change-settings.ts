import type { ConfigInput } from "../../src/config/config.ts";
import type { ChangeSet, SettingChange } from "../../src/policy/setting-change.ts";

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

function change(config: Tree, { setting, to }: SettingChange): void {
  const segments = setting.split(/[.[\]]+/).filter((segment) => segment !== "");
  const field = segments.pop() ?? "";
  let at = config;
  for (const segment of segments) {
    const below = (at[segment] ??= {});
    if (isTree(below)) at = below;
  }
  if (to === null) Reflect.deleteProperty(at, field);
  else at[field] = to ?? other(field, at[field]);
}

/** A copy of a config with the first change of each choice made, or the last. */
export function changeSettings(config: ConfigInput, changes: ChangeSet, which: 0 | -1): ConfigInput {
  const copy = structuredClone(config) as Tree;
  for (const choice of changes) {
    const chosen = choice.at(which);
    if (chosen !== undefined) change(copy, chosen);
  }
  return copy;
}
