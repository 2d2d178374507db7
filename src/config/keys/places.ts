import { isObject } from "../is-object.ts";
import type { Issue } from "../issue.ts";
import { formatPath } from "../path.ts";

/** A place of a config, by its steps. */
export type Path = readonly (string | number)[];

/** What is at a place of a config. */
export function at(value: unknown, ...path: Path): unknown {
  let inner = value;
  for (const step of path) {
    if (typeof inner !== "object" || inner === null || !Object.hasOwn(inner, step)) return undefined;
    inner = (inner as Readonly<Record<PropertyKey, unknown>>)[step];
  }
  return inner;
}

/** The list at a place; an empty one where there is none. */
export function listAt(value: unknown, ...path: Path): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** The settings at a place; none where there are none. */
export function settingsAt(value: unknown, ...path: Path): Readonly<Record<string, unknown>> {
  const found = at(value, ...path);
  return isObject(found) ? found : {};
}

/** The places that a setting of each agent may stand in, the defaults first. */
export function agentPlaces(config: unknown): readonly Path[] {
  return [
    ["agents", "defaults"],
    ...listAt(config, "agents", "list").map((_, index) => ["agents", "list", index]),
    ...Object.keys(settingsAt(config, "agents", "entries")).map((name) => ["agents", "entries", name]),
  ];
}

/** An issue at a place of a config. */
export function issueAt(
  code: Issue["code"],
  path: Path,
  message: string,
  hint: string,
  severity: Issue["severity"] = "error",
): Issue {
  return { severity, code, path: formatPath(path), message, hint };
}
