import type * as z from "zod";
import { describeValue } from "./expectation.ts";
import type { Issue } from "./issue.ts";
import { nearest } from "./nearest.ts";
import { formatPath } from "./path.ts";
import type { UnknownKey } from "./unknown-keys.ts";

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Readonly<Record<PropertyKey, unknown>>)[step];
  }
  return at;
}

/** Config paths hold names and indexes alone. */
function pathOf(path: readonly PropertyKey[]): string {
  return formatPath(path.map((step) => (typeof step === "number" ? step : String(step))));
}

function codeOf(issue: z.core.$ZodIssue, found: unknown): string {
  if (issue.code === "custom") return String(issue.params?.["code"] ?? "wrong-value");
  if (found === undefined) return "missing";
  if (issue.code === "too_small" || issue.code === "too_big") return "out-of-range";
  if (issue.code === "invalid_value" && typeof found === "string") return "unknown-value";
  if (issue.code === "invalid_type" && issue.expected === "int") return "out-of-range";
  return "wrong-type";
}

/** The chat type and peer kind of direct chats had another name once. */
const renamed: Readonly<Record<string, string>> = { dm: "direct" };

function hintOf(issue: z.core.$ZodIssue, found: unknown): string {
  if (issue.code === "invalid_value" && typeof found === "string") {
    const values = issue.values.map(String);
    const meant = nearest(found, values) ?? values.find((value) => value === renamed[found]);
    if (meant !== undefined) return `did you mean \`${meant}\`?`;
  }
  if (issue.code === "invalid_type" && issue.expected === "string" && typeof found === "number")
    return `write it in quotes: ${JSON.stringify(String(found))}`;
  if (issue.code === "custom" && typeof found === "string" && found.trim() !== "" && found.trim() !== found)
    return `did you mean \`${found.trim()}\`?`;
  return issue.message;
}

/** Turns what a schema found wrong into an issue. */
export function issueOfValue(issue: z.core.$ZodIssue, config: unknown): Issue {
  const found = valueAt(config, issue.path);
  return {
    severity: "error",
    code: codeOf(issue, found),
    path: pathOf(issue.path),
    message: `expected ${issue.message}, found ${describeValue(found)}`,
    hint: hintOf(issue, found),
  };
}

/** Turns an unknown key into an issue; undefined where a host may keep keys of its own. */
export function issueOfKey(unknown: UnknownKey, severity: Issue["severity"]): Issue | undefined {
  const meant = nearest(unknown.key, unknown.known);
  if (!unknown.closed && meant === undefined) return undefined;
  return {
    severity,
    code: "unknown-key",
    path: pathOf(unknown.path),
    message: `unknown key ${describeValue(unknown.key)}`,
    hint: meant === undefined ? `one of ${unknown.known.join(", ")}` : `did you mean \`${meant}\`?`,
  };
}
