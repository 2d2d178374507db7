import type * as z from "zod/mini";
import type { Behaviours } from "../edition/edition.ts";
import { describeValue } from "./expectation.ts";
import type { Issue } from "./issue.ts";
import type { IssueCode } from "./issue-codes.ts";
import { didYouMean, hintAmong, nearest } from "./nearest.ts";
import { formatPath } from "./path.ts";
import { amountSpelling } from "./amount-spelling.ts";
import { exampleSpelling } from "./example-spelling.ts";
import { rightSpelling } from "./right-spelling.ts";
import { schemasAt } from "./schema-at.ts";
import type { UnknownKey } from "./unknown-keys.ts";

type Path = readonly PropertyKey[];

function valueAt(config: unknown, path: Path): unknown {
  let at = config;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Readonly<Record<PropertyKey, unknown>>)[step];
  }
  return at;
}

function write(path: Path): string {
  return formatPath(path.map((step) => (typeof step === "number" ? step : String(step))));
}

/** Other words for the same thing: releases called direct chats otherwise, and people say that something is off. */
const renamed: ReadonlyMap<string, string> = new Map([
  ["dm", "direct"],
  ["never", "none"],
  ["off", "none"],
]);

/** The word of today for one of before, or for what people say. */
export function knownWord(word: string, known: readonly string[]): string | undefined {
  const other = renamed.get(word);
  return other !== undefined && known.includes(other) ? other : undefined;
}

function codeOf(issue: z.core.$ZodIssue, found: unknown): IssueCode {
  // Only `refuse` raises such issues, and names the code.
  if (issue.code === "custom") return issue.params?.["code"] as IssueCode;
  if (issue.code === "invalid_key") return codeOfKey(issue);
  if (found === undefined) return "missing";
  if (issue.code === "too_small" || issue.code === "too_big") return "out-of-range";
  if (issue.code === "invalid_value" && typeof found === "string") return "unknown-value";
  if (issue.code === "invalid_type" && issue.expected === "int") return "out-of-range";
  return "wrong-type";
}

function codeOfKey({ issues }: z.core.$ZodIssueInvalidKey): IssueCode {
  const [first] = issues;
  return first === undefined ? "unknown-key" : codeOf(first, "");
}

/** How the hint begins that a number is to be a text. */
export const inQuotes = "write it in quotes";

function hintOf(
  issue: z.core.$ZodIssue,
  found: unknown,
  path: Path,
  { behaviours, schema }: Reading,
): string {
  if (issue.code === "custom" && issue.params?.["hint"] !== undefined) return String(issue.params["hint"]);
  const code = codeOf(issue, found);
  if (issue.code === "invalid_value" && (typeof found === "string" || found === false)) {
    const values = issue.values.map(String);
    const word = found === false ? "off" : found;
    const now = knownWord(word, values);
    return now === undefined ? hintAmong(word, values) : didYouMean(now);
  }
  if (typeof found === "string" && code === "padded-value") return didYouMean(found.trim());
  const name = path.at(-1);
  const setting = typeof name === "string" && issue.code !== "invalid_key" ? name : undefined;
  const isListed = issue.code === "invalid_type" && issue.expected === "array" && found !== null;
  const spelling = isListed
    ? undefined
    : (rightSpelling(issue, found, setting, behaviours) ?? amountSpelling(code, found, setting));
  if (spelling !== undefined) return spelling;
  if (typeof found === "number" && issue.code === "invalid_type" && issue.expected === "string")
    return `${inQuotes}: "${found}"`;
  if (issue.code === "invalid_value" && !isListOf(found, issue.values)) return issue.message;
  if (code === "out-of-range") return `write ${issue.message}`;
  // Of a key the schema knows only that it is a text.
  const schemas = schema === undefined || issue.code === "invalid_key" ? [] : schemasAt(schema, path);
  const meaning = setting === "id" && path.at(-2) === "peer" ? "peer.id" : setting;
  return exampleSpelling(issue.message, found, setting, schemas, meaning);
}

/** Whether a value is a list of one of a few. */
function isListOf(found: unknown, values: readonly unknown[]): boolean {
  return Array.isArray(found) && found.length === 1 && values.includes(found[0]);
}

/** By what a config, or another file, is read. */
interface Reading {
  /** Those under which a config is read; a file that is none is read under none. */
  readonly behaviours: Behaviours;
  /** What knows its fields, for examples. */
  readonly schema?: z.core.$ZodType;
}

/** Turns what the schema found wrong at a place of a config into an issue. */
export function issueOfValue(
  issue: z.core.$ZodIssue,
  path: Path,
  config: unknown,
  { behaviours = new Set(), schema }: Partial<Reading> = {},
): Issue {
  const found = issue.code === "invalid_key" ? path.at(-1) : valueAt(config, path);
  const expected = issue.code === "invalid_key" ? (issue.issues[0]?.message ?? "another key") : issue.message;
  const reading = { behaviours, ...(schema !== undefined && { schema }) };
  const hint = hintOf({ ...issue, message: expected }, found, path, reading);
  // Where the hint lists the words, the message does not.
  const isListed = hint === expected && expected.startsWith("one of ");
  const awaited = !isListed ? expected : typeof found === "string" ? "another word" : "a word";
  return {
    severity: "error",
    code: codeOf(issue, found),
    path: write(path),
    message: `expected ${awaited}, found ${describeValue(found)}`,
    hint,
  };
}

/** Turns an unknown key into an issue; undefined where a host may keep keys of its own. */
export function issueOfKey(
  { closed, known }: UnknownKey,
  path: Path,
  severity: Issue["severity"],
): Issue | undefined {
  const key = String(path.at(-1));
  if (!closed && nearest(key, known) === undefined) return undefined;
  const now = knownWord(key, known);
  return {
    severity,
    code: "unknown-key",
    path: write(path),
    message: `unknown key ${describeValue(key)}`,
    hint: now === undefined ? hintAmong(key, known) : didYouMean(now),
  };
}
