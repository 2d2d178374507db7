import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { matchExecAllowlist, type ExecAllowlistEntry, type ExecSegment } from "./allowlist.ts";
import { isSafeBin, type SafeBinSettings } from "./safe-bins.ts";
import { takeApart } from "./take-apart.ts";
import { seeThrough, type SeenThrough } from "./wrappers.ts";

/** Where a host finds programs: `{ git: "/usr/bin/git" }`. */
export type ExecPrograms = Readonly<Record<string, string>>;

/** What an allowlist says of a command. */
export interface ListedVerdict {
  /** The command could be taken apart into simple commands. */
  readonly understood: boolean;
  /** Each of them is on the list, or needs no entry. */
  readonly allowlisted: boolean;
  /** The entries that say so, up to the first command that none has. */
  readonly matched: readonly ExecAllowlistEntry[];
  /** It is a shell that is given what is on the list. */
  readonly byShell: boolean;
  /** The words of each simple command, as far as programs before it can be looked through. */
  readonly commands: readonly (readonly string[])[];
}

/** By what commands are held against an allowlist. */
export interface ListFacts {
  readonly allowlist: readonly ExecAllowlistEntry[];
  readonly safe: SafeBinSettings;
  readonly programs: ExecPrograms;
}

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  shellsUnlisted: behaviours.has("shells-on-no-list"),
  readsChains: behaviours.has("shell-chains-seen-through"),
  readsBodies: behaviours.has("commands-read-as-shells-do"),
}));

const assignment = /^[A-Za-z_]\w*\+?=/;

function pathOf(program: string, programs: ExecPrograms): string | undefined {
  if (program.includes("/")) return Object.values(programs).includes(program) ? program : undefined;
  return Object.hasOwn(programs, program) ? programs[program] : undefined;
}

function segmentOf(words: readonly string[], programs: ExecPrograms): ExecSegment {
  const [program = ""] = words;
  const resolvedPath = pathOf(program, programs);
  const executableName = (resolvedPath ?? program).split("/").pop() ?? "";
  return { resolution: { rawExecutable: program, resolvedPath, executableName }, argv: words };
}

/** Whether an entry lets every program run, whatever it is given. */
function isBareStar({ pattern, argPattern = "" }: ExecAllowlistEntry): boolean {
  return pattern.trim() === "*" && argPattern === "";
}

/** What a list says of one simple command. */
interface Verdict {
  readonly ok: boolean;
  readonly entry?: ExecAllowlistEntry | undefined;
}

function judgeOne(seen: SeenThrough, { allowlist, programs, safe }: ListFacts, policy: Policy): Verdict {
  if (seen.kind === "blocked") return { ok: false };
  const { words, wrapped } = seen;
  const segment = segmentOf(words, programs);
  if (assignment.test(words[0] ?? "")) return { ok: false };
  const list =
    seen.kind === "shell" && rules(policy).shellsUnlisted ? allowlist.filter(isBareStar) : allowlist;
  const entry = matchExecAllowlist(list, segment, policy);
  if (entry !== undefined) return { ok: true, entry };
  const path = segment.resolution?.resolvedPath;
  return { ok: seen.kind === "command" && isSafeBin({ words, path, wrapped }, safe, policy) };
}

function judgeAll(seen: readonly SeenThrough[], facts: ListFacts, policy: Policy) {
  const matched: ExecAllowlistEntry[] = [];
  for (const each of seen) {
    const { ok, entry } = judgeOne(each, facts, policy);
    if (!ok) return { allowlisted: false, matched };
    if (entry !== undefined) matched.push(entry);
  }
  return { allowlisted: seen.length > 0, matched };
}

/** What is on the list of what a shell is given; undefined where an edition does not look at it, or it is more than commands. */
function judgeBody(seen: SeenThrough, facts: ListFacts, policy: Policy) {
  if (seen.kind !== "shell" || seen.wrapped || seen.body === undefined) return undefined;
  const { readsChains, readsBodies } = rules(policy);
  if (!readsBodies && !readsChains) return undefined;
  const parts = takeApart(seen.body, policy);
  if (parts === undefined || !(readsBodies || parts.isChain)) return undefined;
  const inner = parts.commands.map((words) => seeThrough(words, policy));
  if (!inner.every(({ kind }) => kind === "command")) return undefined;
  const judged = judgeAll(inner, facts, policy);
  return readsBodies || judged.allowlisted ? judged : undefined;
}

const notUnderstood: ListedVerdict = {
  understood: false,
  allowlisted: false,
  matched: [],
  byShell: false,
  commands: [],
};

/** Takes a command apart, and holds each simple command in it against an allowlist. */
export function judgeCommand(command: unknown, facts: ListFacts, policy: Policy): ListedVerdict {
  const parts = typeof command === "string" ? takeApart(command, policy) : undefined;
  if (parts === undefined) return notUnderstood;
  const seen = parts.commands.map((words) => seeThrough(words, policy));
  const commands = seen.map((each, index) =>
    each.kind === "blocked" ? (parts.commands[index] ?? []) : each.words,
  );
  const whole = judgeAll(seen, facts, policy);
  const [only] = seen;
  const isShell = only?.kind === "shell" && seen.length === 1;
  const body = isShell && !whole.allowlisted ? judgeBody(only, facts, policy) : undefined;
  const { allowlisted, matched } = body ?? whole;
  const byShell = allowlisted && isShell && rules(policy).readsBodies;
  return { understood: true, allowlisted, matched, byShell, commands };
}

/** Holds a command against an allowlist that the host has taken apart, and in which it has looked through what runs what. */
export function judgeSegments(
  segments: readonly ExecSegment[],
  { allowlist }: ListFacts,
  policy: Policy,
): ListedVerdict {
  const matched = segments.map((segment) => matchExecAllowlist(allowlist, segment, policy));
  return {
    understood: segments.length > 0,
    allowlisted: segments.length > 0 && matched.every((entry) => entry !== undefined),
    matched: matched.filter((entry) => entry !== undefined),
    byShell: false,
    commands: segments.flatMap(({ argv }) => (argv === undefined ? [] : [argv])),
  };
}
