import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { isText, objectsOf, optionsOf } from "../../config/given.ts";
import type { Config } from "../../config/config.ts";
import { isObject } from "../../config/is-object.ts";
import { parsePath } from "../../config/path.ts";
import { removeSetting, type ConfigChange, type FindingFix } from "./finding.ts";

type Segments = readonly (string | number)[];

function childOf(parent: unknown, segment: string | number): unknown {
  if (Array.isArray(parent)) return typeof segment === "number" ? (parent as unknown[])[segment] : undefined;
  return isObject(parent) && Object.hasOwn(parent, segment)
    ? new Map<string | number, unknown>(Object.entries(parent)).get(segment)
    : undefined;
}

/** What a config says at a path; undefined where it says nothing. */
export function valueAt(config: unknown, path: string): unknown {
  return parsePath(path)?.reduce(childOf, config);
}

/** A fix by taking an entry out of a list; the last one takes its list along, which would mean something when empty. */
export function removeEntry(path: string, config: Config, sentence?: string): FindingFix {
  const list = path.replace(/\[\d+\]$/, "");
  const entries = valueAt(config, list);
  const isLast = list !== path && Array.isArray(entries) && entries.length === 1;
  return removeSetting(isLast ? list : path, sentence);
}

function put(parent: unknown, [segment, ...rest]: Segments, change: ConfigChange): unknown {
  if (segment === undefined) return change.set;
  const removed = rest.length === 0 && change.remove === true;
  const child = removed ? undefined : put(childOf(parent, segment), rest, change);
  if (typeof segment === "number") {
    const list: readonly unknown[] = Array.isArray(parent) ? parent : [];
    return removed ? list.toSpliced(segment, 1) : list.with(segment, child);
  }
  const entries = Object.entries(isObject(parent) ? parent : {});
  const others = entries.filter(([name]) => name !== segment);
  if (removed) return Object.fromEntries(others);
  const at = entries.findIndex(([name]) => name === segment);
  return Object.fromEntries(at === -1 ? [...others, [segment, child]] : entries.with(at, [segment, child]));
}

/**
 * Makes the changes of a fix in a config, which itself stays as it is. What is written and not
 * changed keeps its place. To be read again by `parsePolicy`.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ tools: { profile: "full" } }, { edition: "2026-11" });
 * const [finding] = audit(policy);
 * applyFix(policy.config, finding?.fix ?? { sentence: "", changes: [] }); //=> { tools: { profile: "coding" } }
 * ```
 */
export function applyFix(config: Config, fix: FindingFix): Config {
  if (isPolluted()) return unpolluted(applyFix, config, fix);
  const { changes = [] } = optionsOf(fix);
  const changed = [...objectsOf(changes)]
    .filter(({ path }) => isText(path))
    .reduce<unknown>((current, change) => put(current, parsePath(change.path) ?? [], change), config);
  // Fixes write what the schema knows; whether it is a policy, parsing tells.
  return changed as Config;
}
