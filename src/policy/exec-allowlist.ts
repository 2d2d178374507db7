import { perPolicy } from "../config/per-policy.ts";
import type { Policy } from "../config/policy.ts";
import { compilePathGlob } from "./exec-glob.ts";

/** One entry of the allowlist in a release's approvals file. */
export interface ExecAllowlistEntry {
  /** A path, a pattern for paths, a bare name, or `*`. */
  readonly pattern: string;
  /** An expression that the arguments must match, each followed by NUL; blanks between them where it has none. */
  readonly argPattern?: string | undefined;
}

/** An executable as the host found it. */
export interface ExecResolution {
  /** As it was typed. */
  readonly rawExecutable: string;
  /** Where it was found, links followed where the host does. */
  readonly resolvedPath?: string | undefined;
  /** Its file name. */
  readonly executableName: string;
}

/** What an allowlist is held against. */
export interface ExecSegment {
  readonly resolution: ExecResolution | undefined;
  readonly argv?: readonly string[] | undefined;
  readonly windows?: boolean | undefined;
}

const rules = perPolicy(({ behaviours }) => ({
  starAllows: behaviours.has("star-allows-any-command"),
  hasCase: behaviours.has("paths-have-case"),
  knowsArguments: behaviours.has("arguments-in-allowlist"),
  argumentsEverywhere: behaviours.has("arguments-heeded-everywhere"),
  bareNames: behaviours.has("bare-names-in-allowlist"),
}));

function isPath(text: string): boolean {
  return text.includes("/") || text.includes("\\") || text.includes("~");
}

function matchesArguments(argPattern: string, argv: readonly string[]): boolean {
  const given = argv.slice(1);
  const ended = given.length === 0 ? "\0\0" : given.map((argument) => `${argument}\0`).join("");
  try {
    return new RegExp(argPattern).test(argPattern.includes("\0") ? ended : given.join(" "));
  } catch {
    return false;
  }
}

function matchesExecutable(pattern: string, resolution: ExecResolution, windows: boolean, policy: Policy) {
  const { hasCase, bareNames } = rules(policy);
  const spell = (text: string) => {
    const slashed = windows ? text.replaceAll("\\", "/") : text;
    return hasCase && !windows ? slashed : slashed.toLowerCase();
  };
  if (isPath(pattern)) return compilePathGlob(spell(pattern))(spell(resolution.resolvedPath ?? ""));
  if (!bareNames || isPath(resolution.rawExecutable)) return false;
  return spell(pattern) === spell(resolution.executableName);
}

/**
 * Finds the entry of a release's exec allowlist that matches one simple command. An entry that
 * asks for arguments and gets them comes before those that ask for none.
 */
export function matchExecAllowlist(
  entries: readonly ExecAllowlistEntry[],
  { resolution, argv, windows = false }: ExecSegment,
  policy: Policy,
): ExecAllowlistEntry | undefined {
  const { starAllows, knowsArguments, argumentsEverywhere } = rules(policy);
  if (resolution === undefined) return undefined;
  const asksArguments = ({ argPattern }: ExecAllowlistEntry) =>
    knowsArguments && argPattern !== undefined && argPattern !== "";
  const star = entries.find((entry) => entry.pattern.trim() === "*" && !asksArguments(entry));
  if (starAllows && star !== undefined) return star;
  if (resolution.resolvedPath === undefined) return undefined;
  let byPath: ExecAllowlistEntry | undefined;
  for (const entry of entries) {
    const pattern = entry.pattern.trim();
    if (pattern === "" || !matchesExecutable(pattern, resolution, windows, policy)) continue;
    if (!asksArguments(entry) || !(windows || argumentsEverywhere)) byPath ??= entry;
    else if (argv !== undefined && matchesArguments(entry.argPattern ?? "", argv)) return entry;
  }
  return byPath;
}
