import { describe, expect, it } from "vitest";
import type { Edition } from "../../../src/edition/edition.ts";
import {
  matchExecAllowlist,
  type ExecAllowlistEntry,
  type ExecSegment,
} from "../../../src/policy/exec/allowlist.ts";
import { judgeCommand, judgeSegments, type ListFacts } from "../../../src/policy/exec/listed.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const programs = {
  ls: "/bin/ls",
  git: "/usr/bin/git",
  wc: "/usr/bin/wc",
  rm: "/bin/rm",
  sh: "/bin/sh",
  bash: "/bin/bash",
  nice: "/usr/bin/nice",
  sudo: "/usr/bin/sudo",
};
const ls: ExecAllowlistEntry = { pattern: "/bin/ls" };
const git: ExecAllowlistEntry = { pattern: "/usr/bin/git" };
const shell: ExecAllowlistEntry = { pattern: "/bin/sh" };
const star: ExecAllowlistEntry = { pattern: " * " };
const safe = { safeBins: undefined, trustedDirectories: [] };

function factsOf(allowlist: readonly ExecAllowlistEntry[]): ListFacts {
  return { allowlist, safe, programs };
}

const policies = new Map<Edition, ReturnType<typeof uncheckedPolicy>>();
function policyOf(edition: Edition) {
  const policy = policies.get(edition) ?? uncheckedPolicy({}, edition);
  policies.set(edition, policy);
  return policy;
}

/** Before chains were looked into, with them, shells on no list, and read as shells do. */
const early: Edition = "openclaw@2026.3.28";
const chains: Edition = "openclaw@2026.4.14";
const unlisted: Edition = "openclaw@2026.6.8";
const newest: Edition = "openclaw@2026.9.6";

const no = { understood: true, allowlisted: false, matched: [], byShell: false };
const yes = { ...no, allowlisted: true };
const notUnderstood = { ...no, understood: false, commands: [] };

describe("what an allowlist says of a command", () => {
  it.each<readonly [string, Edition, unknown, readonly ExecAllowlistEntry[], object]>([
    ["a program of the list", newest, "ls -l", [ls], { ...yes, matched: [ls], commands: [["ls", "-l"]] }],
    ["by its path", newest, "/bin/ls", [ls], { ...yes, matched: [ls], commands: [["/bin/ls"]] }],
    ["not by a path at which there is none", newest, "/tmp/ls", [ls], { ...no, commands: [["/tmp/ls"]] }],
    ["not one of an object's own names", newest, "constructor", [ls], { ...no, commands: [["constructor"]] }],
    ["every program", newest, "rm x", [star], { ...yes, matched: [star], commands: [["rm", "x"]] }],
    ["nothing that begins with a setting", newest, "A=1 ls", [star], { ...no, commands: [["A=1", "ls"]] }],
    ["what runs as somebody else", newest, "sudo ls", [star], { ...no, commands: [["sudo", "ls"]] }],
    [
      "what reads its input alone needs no entry",
      newest,
      "ls | wc -l",
      [ls],
      { ...yes, matched: [ls], commands: [["ls"], ["wc", "-l"]] },
    ],
    [
      "the entries are told up to the first command that has none",
      newest,
      "ls && git log && rm x && ls",
      [ls, git],
      { ...no, matched: [ls, git], commands: [["ls"], ["git", "log"], ["rm", "x"], ["ls"]] },
    ],
    ["what cannot be taken apart", newest, "ls > x", [star], notUnderstood],
    ["what is no text", newest, 7, [star], notUnderstood],
    ["what is nothing", newest, undefined, [star], notUnderstood],
  ])("%s (%s): %j", (_, edition, command, allowlist, expected) => {
    expect(judgeCommand(command, factsOf(allowlist), policyOf(edition))).toEqual(expected);
  });

  const sh = (body: string) => ["sh", "-c", body];

  it.each<readonly [string, Edition, string, readonly ExecAllowlistEntry[], object]>([
    ["it ran whatever it was given", chains, "sh x.sh", [shell], { ...yes, matched: [shell] }],
    ["no entry of its own holds since then", unlisted, "sh x.sh", [shell], no],
    ["but `*`", unlisted, "sh x.sh", [star], { ...yes, matched: [star] }],
    ["by which it is asked about", newest, "sh x.sh", [star], { ...yes, matched: [star], byShell: true }],
    ["`*` of some arguments is no `*`", unlisted, "sh x.sh", [{ ...star, argPattern: "^x.sh$" }], no],
    ["a file is nothing to look into", newest, "sh x.sh", [ls], no],
    ["commands in it were not looked at", early, "sh -c 'ls && git log'", [ls, git], no],
    ["then several were", chains, "sh -c 'ls && git log'", [ls, git], { ...yes, matched: [ls, git] }],
    ["not one alone", chains, "sh -c ls", [ls], no],
    ["or all or nothing", chains, "sh -c 'ls && rm x'", [ls], no],
    [
      "now one is, too, and is asked about",
      newest,
      "sh -c ls",
      [ls],
      { ...yes, matched: [ls], byShell: true },
    ],
    ["as far as the list has them", newest, "sh -c 'ls && rm x'", [ls], { ...no, matched: [ls] }],
    ["not what cannot be taken apart", newest, "sh -c 'ls > x'", [ls], no],
    ["nor in a release before", chains, "sh -c 'ls > x'", [ls], no],
    ["not where another shell is in it", newest, "sh -c 'ls && sh x.sh'", [ls], no],
    ["not where another program runs it", newest, "nice sh -c ls", [ls], no],
    ["not with other options", newest, "bash -lc ls", [ls], no],
    [
      "`*` lets it run as a whole",
      newest,
      "sh -c 'ls && rm x'",
      [star],
      { ...yes, matched: [star], byShell: true },
    ],
  ])("a shell: %s (%s): %s", (_, edition, command, allowlist, expected) => {
    const { commands, ...verdict } = judgeCommand(command, factsOf(allowlist), policyOf(edition));
    expect(verdict).toEqual(expected);
    expect(commands).toHaveLength(1);
  });

  it("looks into a shell that stands alone, and not into one of several commands", () => {
    for (const command of ["sh -c ls; rm x", "rm x; sh -c ls", "sh -c ls && sh -c ls"])
      expect(judgeCommand(command, factsOf([ls]), policyOf(newest)).allowlisted).toBe(false);
    expect(judgeCommand("sh -c ls", factsOf([ls]), policyOf(newest)).commands).toEqual([sh("ls")]);
  });

  const segment = (name: string, ...args: readonly string[]): ExecSegment => ({
    resolution: { rawExecutable: name, resolvedPath: `/bin/${name}`, executableName: name },
    argv: [name, ...args],
  });

  it.each<readonly [string, readonly ExecSegment[], object]>([
    ["into nothing, which means that it could not", [], notUnderstood],
    ["into what is listed", [segment("ls", "-l")], { ...yes, matched: [ls], commands: [["ls", "-l"]] }],
    [
      "into what is listed in part",
      [segment("ls"), segment("rm"), segment("ls")],
      { ...no, matched: [ls, ls], commands: [["ls"], ["rm"], ["ls"]] },
    ],
    [
      "without its words",
      [{ resolution: segment("ls").resolution }, segment("ls", "-l")],
      { ...yes, matched: [ls, ls], commands: [["ls", "-l"]] },
    ],
  ])("that the host took apart: %s", (_, segments, expected) => {
    expect(judgeSegments(segments, factsOf([ls]), policyOf(newest))).toEqual(expected);
  });
});

describe("by what arguments an entry matches", () => {
  /** Before arguments counted, on Windows alone, everywhere, and with redirections among them. */
  const editions: readonly Edition[] = ["openclaw@2026.3.28", chains, "openclaw@2026.7.33", newest];
  const resolution = { rawExecutable: "git", resolvedPath: "/usr/bin/git", executableName: "git" };
  const long = "x".repeat(150);

  it.each<readonly [string, string, readonly string[], string]>([
    ["blanks stand between them", "^a b$", ["a", "b"], "1 1 1 1"],
    ["what an entry does not ask for", "^a$", ["b"], "1 1 0 0"],
    ["an empty expression asks for nothing", "", ["b"], "1 1 1 1"],
    ["no arguments are empty ones", "^$", [], "1 1 1 1"],
    ["where each ends", "^a b\0$", ["a b"], "1 1 1 1"],
    ["not where it does not", "^a b\0$", ["a", "b"], "1 1 0 0"],
    ["what goes to the other output", "^a$", ["a", "2>&1"], "1 1 1 0"],
    ["either of them", "^a$", ["a", "1>&2"], "1 1 1 0"],
    ["what goes nowhere", "^a$", ["a", "2>/dev/null"], "1 1 1 0"],
    ["several of them", "^a$", ["a", "1>/dev/null", "2>&1"], "1 1 1 0"],
    ["with any blanks around them", "^a$", ["a", " ", "2>&1", " ", " "], "1 1 1 0"],
    ["not into a file", "^a$", ["a", "2>/tmp/x"], "1 1 0 0"],
    ["not in the middle", "^a b$", ["a", "2>&1", "b"], "1 1 0 0"],
    ["not within an argument", "^a$", ["a2>&1"], "1 1 0 0"],
    ["not of another number", "^a$", ["a", "3>&1"], "1 1 0 0"],
    ["not to another number", "^a$", ["a", "2>&3"], "1 1 0 0"],
    ["of another number, nowhere", "^a$", ["a", "3>/dev/null"], "1 1 0 0"],
    ["not with more after it", "^a$", ["a", "2>&1x"], "1 1 0 0"],
    ["nor where each argument ends", "^a\0$", ["a", "2>&1"], "1 1 0 0"],
    ["long ones alike", `^${long}$`, [long], "1 1 1 1"],
    ["signs of words in long ones", "^\\w+$", [long], "1 1 1 1"],
    ["signs of words in long ones, and no others", "^\\w+$", [`${long}!`], "1 1 0 0"],
    ["what can be searched for only by going back", "^(x+)y\\1$", [`${long}y${long}`], "1 1 1 1"],
    ["an expression that is none", "(", [long], "1 1 0 0"],
  ])("%s: %j of %j", (_, argPattern, args, expected) => {
    const found = editions.map((edition) =>
      matchExecAllowlist(
        [{ pattern: "/usr/bin/git", argPattern }],
        { resolution, argv: ["git", ...args] },
        policyOf(edition),
      ),
    );
    expect(found.map((entry) => (entry === undefined ? 0 : 1)).join(" ")).toBe(expected);
  });

  const on = (windows: boolean, argPattern: string, argument: string) =>
    matchExecAllowlist(
      [{ pattern: "/usr/bin/git", argPattern }],
      { resolution, argv: ["git", argument], windows },
      policyOf(newest),
    ) !== undefined;

  it("on Windows either slash stands for the other one, and elsewhere for itself", () => {
    expect([on(true, "^a\\\\b$", "a/b"), on(false, "^a\\\\b$", "a/b")]).toEqual([true, false]);
    expect([on(true, "^a/b$", "a/b"), on(false, "^a/b$", "a/b")]).toEqual([true, true]);
  });

  it("matches by arguments nothing of which the words are not told", () => {
    const entry = { pattern: "/usr/bin/git", argPattern: "^$" };
    expect(matchExecAllowlist([entry], { resolution }, policyOf(newest))).toBeUndefined();
    expect(matchExecAllowlist([entry, git], { resolution }, policyOf(newest))).toBe(git);
  });
});

describe("by what path an entry matches", () => {
  const at = (resolvedPath: string | undefined, more: object = {}) => ({
    resolution: {
      rawExecutable: "git",
      executableName: "git",
      ...(resolvedPath !== undefined && { resolvedPath }),
      ...more,
    },
  });

  it.each<readonly [string, string, ExecSegment, Edition, boolean]>([
    ["as it was found", "/usr/bin/git", at("/usr/bin/git"), newest, true],
    ["blanks around the pattern are not of it", " /usr/bin/git ", at("/usr/bin/git"), newest, true],
    ["where it leads", "/opt/git", at("/usr/bin/git", { resolvedRealPath: "/opt/git" }), newest, true],
    [
      "and not where it was found",
      "/usr/bin/git",
      at("/usr/bin/git", { resolvedRealPath: "/opt/git" }),
      newest,
      false,
    ],
    ["unless it leads nowhere", "/usr/bin/git", at("/usr/bin/git", { resolvedRealPath: " " }), newest, true],
    [
      "where it leads did not count",
      "/opt/git",
      at("/usr/bin/git", { resolvedRealPath: "/opt/git" }),
      chains,
      false,
    ],
    ["a pattern takes no way back", "/usr/*/git", at("/usr/x/../git"), newest, false],
    ["but the place that it comes to", "/usr/*/git", at("/usr/x/../bin/git"), newest, true],
    ["or that a dot stays at", "/usr/*/git", at("/usr/./bin/git"), newest, true],
    ["a path that is no pattern is one as it is written", "/usr/x/../git", at("/usr/x/../git"), newest, true],
    ["and not the place that it comes to", "/usr/git", at("/usr/x/../git"), newest, false],
    ["a pattern once took a way back", "/usr/*/../git", at("/usr/x/../git"), chains, true],
    ["a name that was typed", "git", at("/opt/git"), newest, true],
    ["by a pattern", "g?t", at("/opt/git"), newest, true],
    ["by the name of what was found", "hg", at("/opt/hg", { executableName: "git" }), newest, true],
    ["nothing that was not found", "git", at(undefined), newest, false],
    ["nor at no place", "git", at(""), newest, false],
    ["nor by a pattern for any path", "**/*", at(""), newest, false],
    ["by an empty name nothing", "g", at("/opt/", { executableName: "" }), newest, false],
    ["by a pattern for the empty name nothing", "**", at("/opt/", { executableName: "" }), newest, false],
    ["a blank is no pattern", " ", at("/usr/bin/git"), newest, false],
    ["`*` is everything", "*", at("/usr/bin/git"), newest, true],
    ["and was nothing", "*", at("/usr/bin/git"), "openclaw@2026.2.23", false],
  ])("%s: %j, %j (%s)", (_, pattern, segment, edition, expected) => {
    const entry = matchExecAllowlist([{ pattern }], segment, policyOf(edition));
    expect(entry !== undefined).toBe(expected);
  });
});
