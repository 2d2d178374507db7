import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { readExpression, tester } from "../mention/expression.ts";
import { compileExpression, occurs } from "../mention/search.ts";
import { compilePathExpression, compilePathGlob, resolvePath } from "../glob.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** One entry of the allowlist in a release's approvals file. */
export interface ExecAllowlistEntry {
  /** A path, a pattern for paths, a bare name, or `*`. */
  readonly pattern: string;
  /** An expression that the arguments must match, each followed by NUL; blanks between them where it has none. */
  readonly argPattern?: string | undefined;
  /** `"allow-always"` for one that the release wrote itself, when somebody approved a command for good. */
  readonly source?: string | undefined;
}

/** An executable as the host found it. */
export interface ExecResolution {
  /** As it was typed. */
  readonly rawExecutable: string;
  /** Where it was found. */
  readonly resolvedPath?: string | undefined;
  /** Where that leads, links followed. */
  readonly resolvedRealPath?: string | undefined;
  /** Its file name. */
  readonly executableName: string;
}

/** What an allowlist is held against. */
export interface ExecSegment {
  /** The executable, as the host found it; undefined where it found none. */
  readonly resolution: ExecResolution | undefined;
  /** The command's words, the executable first; without them arguments are not compared. */
  readonly argv?: readonly string[] | undefined;
  /** Whether the command runs on Windows, where paths have no case and arguments count in older releases. */
  readonly windows?: boolean | undefined;
}

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  starAllows: behaviours.has("star-allows-any-command"),
  quoted: behaviours.has("exec-patterns-quoted"),
  anyTakesSlash: !behaviours.has("one-character-is-no-slash"),
  hasCase: behaviours.has("paths-have-case"),
  followsLinks: behaviours.has("exec-links-followed"),
  knowsArguments: behaviours.has("arguments-in-allowlist"),
  argumentsEverywhere: behaviours.has("arguments-heeded-everywhere"),
  redirectionsCount: behaviours.has("redirections-are-arguments"),
  bareNames: behaviours.has("bare-names-in-allowlist"),
  forgetsApprovals: behaviours.has("approvals-for-good-name-directory"),
}));

function isPath(text: string): boolean {
  return text.includes("/") || text.includes("\\") || text.includes("~");
}

function withoutRedirections(given: string): string {
  const shorter = given.replace(/\s+(?:[12]>&[12]|[12]>\/dev\/null)\s*$/, "");
  return shorter === given ? given : withoutRedirections(shorter);
}

/** The forms of a command's arguments of which one must match. */
function argumentTexts(
  argPattern: string,
  argv: readonly string[],
  windows: boolean,
  policy: Policy,
): readonly string[] {
  const given = argv.slice(1);
  const ended = given.length === 0 ? "\0\0" : given.map((argument) => `${argument}\0`).join("");
  const separate = argPattern.includes("\0");
  const text = separate ? ended : given.join(" ");
  return [
    text,
    ...(windows ? [text.replaceAll("/", "\\")] : []),
    ...(separate || rules(policy).redirectionsCount ? [] : [withoutRedirections(text)]),
  ];
}

/** Texts of which an expression makes short work, whatever it is. */
const shortText = 100;

/**
 * Searches for an expression. Arguments are anybody's and may be long: there it is searched for in time that grows with the
 * text and not faster, wherever it can be searched for without going back.
 */
function matchesArguments(argPattern: string, texts: readonly string[]): boolean {
  try {
    const expression = new RegExp(argPattern);
    const isLong = texts.some((text) => text.length > shortText);
    const read = isLong ? readExpression(argPattern, "") : undefined;
    const program = read && compileExpression(read, tester("\\w", ""));
    return texts.some((text) =>
      program === undefined ? expression.test(text) : occurs(program, text.split("")),
    );
  } catch {
    return false;
  }
}

/** The path that is held against patterns. */
function trustedPath({ resolvedPath = "", resolvedRealPath = "" }: ExecResolution, policy: Policy): string {
  return (rules(policy).followsLinks && resolvedRealPath.trim()) || resolvedPath;
}

function matchesExecutable(pattern: string, resolution: ExecResolution, windows: boolean, policy: Policy) {
  const { quoted, anyTakesSlash, hasCase, followsLinks, bareNames } = rules(policy);
  const spell = (text: string) => {
    const slashed = text.replaceAll(windows ? "\\" : "\\\\", "/");
    return hasCase && !windows ? slashed : lowerCase(slashed);
  };
  const spelled = spell(pattern);
  const matches = quoted ? compilePathGlob(spelled, anyTakesSlash) : compilePathExpression(spelled);
  if (isPath(pattern)) {
    const path = spell(trustedPath(resolution, policy));
    const dotted = path.split("/").some((segment) => segment === "." || segment === "..");
    return matches(followsLinks && dotted && /[*?]/.test(pattern) ? resolvePath("/", path) : path);
  }
  if (!bareNames || pattern === "*" || isPath(resolution.rawExecutable)) return false;
  const names = [resolution.executableName, resolution.resolvedPath?.split("/").pop() ?? ""];
  return names.some((name) => name !== "" && matches(spell(name)));
}

/**
 * Finds the entry of a release's exec allowlist that matches one simple command. An entry that
 * asks for arguments and gets them comes before those that ask for none. Since 2026.7.33 what was
 * approved for good holds in one directory, which is not known here: it matches nothing.
 */
export function matchExecAllowlist(
  entries: readonly ExecAllowlistEntry[],
  { resolution, argv, windows = false }: ExecSegment,
  policy: Policy,
): ExecAllowlistEntry | undefined {
  const { starAllows, knowsArguments, argumentsEverywhere, forgetsApprovals } = rules(policy);
  if (resolution === undefined) return undefined;
  const holding = forgetsApprovals ? entries.filter(({ source }) => source !== "allow-always") : entries;
  const asksArguments = ({ argPattern }: ExecAllowlistEntry) =>
    knowsArguments && argPattern !== undefined && argPattern !== "";
  const star = holding.find((entry) => entry.pattern.trim() === "*" && !asksArguments(entry));
  if (starAllows && star !== undefined) return star;
  if (resolution.resolvedPath === undefined || resolution.resolvedPath === "") return undefined;
  let byPath: ExecAllowlistEntry | undefined;
  for (const entry of holding) {
    const pattern = entry.pattern.trim();
    if (pattern === "" || !matchesExecutable(pattern, resolution, windows, policy)) continue;
    if (!asksArguments(entry) || !(windows || argumentsEverywhere)) byPath ??= entry;
    else if (argv !== undefined) {
      const argPattern = entry.argPattern ?? "";
      if (matchesArguments(argPattern, argumentTexts(argPattern, argv, windows, policy))) return entry;
    }
  }
  return byPath;
}
