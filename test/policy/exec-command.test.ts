import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCommand } from "../../src/policy/exec/command.ts";
import { compileCommands } from "../../src/policy/exec/prefix.ts";

const runs = { numRuns: Number(process.env["KEYSCOPE_RUNS"] ?? 300) };

describe("parseCommand", () => {
  it.each([
    ["git status", ["git", "status"]],
    ["  git \t status  ", ["git", "status"]],
    ["git commit -m 'a; b | c > d'", ["git", "commit", "-m", "a; b | c > d"]],
    ['git commit -m "it is so; really"', ["git", "commit", "-m", "it is so; really"]],
    ["a''b", ["ab"]],
    ["a ''", ["a", ""]],
    [`a"b c"'d e'`, ["ab cd e"]],
    ["printf 'a$b`c'", ["printf", "a$b`c"]],
    ["café naïve\u00a0x", ["café", "naïve\u00a0x"]],
  ])("%j is a plain command", (command, words) => {
    expect(parseCommand(command)).toEqual({ ok: true, words });
  });

  it.each([
    ["git status; rm -rf /", "operator"],
    ["git status && rm", "operator"],
    ["git status || rm", "operator"],
    ["git status | sh", "operator"],
    ["git status & rm", "operator"],
    ["(git status)", "operator"],
    ["{ git status; }", "operator"],
    ["git status $(rm)", "substitution"],
    ["git status `rm`", "substitution"],
    ['git status "$(rm)"', "substitution"],
    ['git status "`rm`"', "substitution"],
    ["git status $HOME", "substitution"],
    ["git status ~/x", "substitution"],
    ["git status > /etc/passwd", "redirection"],
    ["git status < /etc/passwd", "redirection"],
    ["git status >(sh)", "redirection"],
    ["git status\nrm -rf /", "line-break"],
    ["git status\r\nrm", "line-break"],
    ["git status 'a\nb'", "line-break"],
    ["git status\0rm", "line-break"],
    ["git status \u007f", "line-break"],
    ["git status *", "file-pattern"],
    ["git status [ab]", "file-pattern"],
    ["git status ?", "file-pattern"],
    ["git status \\; rm", "escape"],
    ['git status "a\\"; rm"', "escape"],
    ["git status !!", "escape"],
    ["git status # rm", "escape"],
    ["git status 'rm", "open-quote"],
    ['git status "rm', "open-quote"],
    ["", "empty"],
    ["   ", "empty"],
  ])("%j is not", (command, doubt) => {
    expect(parseCommand(command)).toEqual({ ok: false, doubt });
  });

  it("gives back the words that were quoted, whatever they are", () => {
    const word = fc.string({ unit: "binary" }).map((text) => text.replaceAll(/[\p{Cc}']/gu, ""));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        const command = words.map((text) => `'${text}'`).join(" ");
        expect(parseCommand(command)).toEqual({ ok: true, words });
      }),
      runs,
    );
  });

  it("never takes anything after a plain command for its arguments when a shell would not", () => {
    const special = fc.constantFrom(...";&|(){}$`~<>*?[]\\!#\n\r\0".split(""));
    fc.assert(
      fc.property(special, fc.string(), fc.string(), (character, before, after) => {
        const quiet = before.replaceAll(/['"]/g, "");
        expect(parseCommand(`git status ${quiet}${character}${after}`).ok).toBe(false);
      }),
      runs,
    );
  });
});

describe("compileCommands", () => {
  const allowlist = ["git status", "git diff", "npm test"];
  const match = compileCommands(allowlist, "list");
  const matches = (command: string) => {
    const parsed = parseCommand(command);
    return parsed.ok ? match(parsed.words) : undefined;
  };

  it.each<readonly [string, string | undefined, string]>([
    ["git status", "list[0]", "the entry itself"],
    ["git diff --stat", "list[1]", "the entry with arguments"],
    ["git difftool", undefined, "another word that begins alike"],
    ["git", undefined, "less than the entry"],
    ["'git status'", undefined, "one word that only looks like two"],
    ["GIT status", undefined, "another program"],
    ["x=1 git status", undefined, "a setting before the program"],
    ["/tmp/git status", undefined, "a program from elsewhere"],
  ])("%j: %s, for it is %s", (command, path) => {
    expect(matches(command)).toBe(path);
  });

  it("agrees with comparing every entry word by word", () => {
    const word = fc.constantFrom("git", "npm", "status", "diff", "test", "x");
    const command = fc.array(word, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(command, { maxLength: 6 }), command, (entries, words) => {
        const path = compileCommands(
          entries.map((entry) => entry.join(" ")),
          "list",
        )(words);
        const scan = entries.some((entry) => entry.every((part, index) => words[index] === part));
        expect(path !== undefined).toBe(scan);
      }),
      runs,
    );
  });
});
