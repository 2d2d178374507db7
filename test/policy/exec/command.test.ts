import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCommand, spellCommand } from "../../../src/policy/exec/command.ts";
import { compileCommands, type ListedCommand } from "../../../src/policy/exec/listed-command.ts";
import { execShells, type ExecShell } from "../../../src/policy/exec/shell.ts";

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

describe("one character makes a command more than it looks, whatever the shell", () => {
  it.each<readonly [string, string]>([
    [";&|(){}", "operator"],
    ["$`~", "substitution"],
    ["<>", "redirection"],
    ["*?[]", "file-pattern"],
    ["\\!#", "escape"],
  ])("each of %s: %s", (characters, doubt) => {
    for (const character of characters)
      for (const shell of execShells)
        expect(parseCommand(`git diff ${character}`, shell), `${character} in ${shell}`).toEqual({
          ok: false,
          doubt,
        });
  });

  it.each<readonly [string, string]>([
    ["$`", "substitution"],
    ["\\!", "escape"],
  ])("within double quotes, too: each of %s: %s", (characters, doubt) => {
    for (const character of characters)
      for (const shell of execShells)
        expect(parseCommand(`git diff "${character}"`, shell), `${character} in ${shell}`).toEqual({
          ok: false,
          doubt,
        });
  });
});

describe("what each shell reads otherwise", () => {
  const p = "plain";
  it.each<readonly [string, Readonly<Record<ExecShell, string>>, string]>([
    ["git diff 'a b'", { posix: p, cmd: "quotation", powershell: p }, "`'` quotes nothing in cmd"],
    ['git diff "it\'s"', { posix: p, cmd: p, powershell: p }, 'within `"` it is a character'],
    ["git diff %PATH%", { posix: p, cmd: "substitution", powershell: p }, "cmd puts variables in"],
    ['git diff "%PATH%"', { posix: p, cmd: "substitution", powershell: p }, "within quotes, too"],
    ["git diff HEAD^", { posix: p, cmd: "escape", powershell: p }, "cmd escapes with `^`"],
    ['git diff "HEAD^"', { posix: p, cmd: p, powershell: p }, "but not within quotes"],
    ['git diff "a!b"', { posix: "escape", cmd: "escape", powershell: "escape" }, "some put history in"],
    ["git diff a&b", { posix: "operator", cmd: "operator", powershell: "operator" }, "it ends a command"],
    ['git diff "a&b"', { posix: p, cmd: p, powershell: p }, "and none within quotes"],
    ['git diff "a""b"', { posix: p, cmd: "quotation", powershell: "quotation" }, "a quote within, or two"],
    ["git diff 'a''b'", { posix: p, cmd: "quotation", powershell: "quotation" }, "a quote within"],
    ["git diff ''", { posix: p, cmd: "quotation", powershell: "quotation" }, "an argument, or none"],
    ['git diff "a"b', { posix: p, cmd: p, powershell: "quotation" }, "two arguments in PowerShell"],
    ["git diff 'a\"b'", { posix: p, cmd: "quotation", powershell: "quotation" }, "handed on unescaped"],
    ["git diff \u2018a\u2019", { posix: p, cmd: p, powershell: "quotation" }, "typographic quotes quote"],
    ["git diff 'a\u2019 b'", { posix: p, cmd: "quotation", powershell: "quotation" }, "and end quotations"],
    ['git diff "\u201ea"', { posix: p, cmd: p, powershell: "quotation" }, "double ones, too"],
    ["git diff \u2013output", { posix: p, cmd: p, powershell: "dash" }, "a dash begins an option"],
    ['git diff "a \u2013 b"', { posix: p, cmd: p, powershell: p }, "not within quotes"],
    ["git diff a\u00a0b", { posix: p, cmd: p, powershell: "blank" }, "it parts words"],
    ["git diff a\u3000b", { posix: p, cmd: p, powershell: "blank" }, "so does any blank"],
    ['git diff "a\u00a0b"', { posix: p, cmd: p, powershell: p }, "not within quotes"],
    ["git diff a,b", { posix: p, cmd: p, powershell: "array" }, "two arguments"],
    ["git diff @args", { posix: p, cmd: p, powershell: "array" }, "as many as the variable has"],
    ['git diff "a,@b"', { posix: p, cmd: p, powershell: p }, "not within quotes"],
    [
      "git diff --% a",
      { posix: p, cmd: "substitution", powershell: "stop-parsing" },
      "the rest is read otherwise",
    ],
  ])("%j: %j, for %s", (command, expected) => {
    const found = execShells.map((shell) => {
      const parsed = parseCommand(command, shell);
      return [shell, parsed.ok ? "plain" : parsed.doubt];
    });
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  const specialBare = {
    posix: ";&|(){}$`~<>*?[]\\!#",
    cmd: ";&|(){}$`~<>*?[]\\!#'%^",
    powershell:
      ";&|(){}$`~<>*?[]\\!#,@\u2013\u2014\u2015\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u00a0\u2028\u3000",
  } as const satisfies Record<ExecShell, string>;

  it("a plain command has no special character outside its quotes, and is plain to a POSIX shell, of the same words", () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(...new Set(Object.values(specialBare).join("")), "'", '"', " ", "a"),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(pieces, fc.constantFrom(...execShells), (texts, shell) => {
        const command = texts.join("");
        const parsed = parseCommand(command, shell);
        if (!parsed.ok) return;
        const quotations = shell === "cmd" ? /"[^"]*"/g : /'[^']*'|"[^"]*"/g;
        const bare = command.replaceAll(quotations, "");
        expect(Array.from(specialBare[shell]).filter((character) => bare.includes(character))).toEqual([]);
        expect(parseCommand(command)).toEqual(parsed);
      }),
      runs,
    );
  });

  it("is not known of others, whose commands are never plain", () => {
    for (const shell of ["", "bash", "POSIX", "constructor", null, 7, {}, Symbol("cmd")])
      // What no type allows.
      expect(parseCommand("ls", shell as ExecShell)).toEqual({ ok: false, doubt: "unknown-shell" });
  });

  it.each([[undefined], [7], [["ls"]]])("is nothing to run where it is no text: %j", (command) => {
    // What no type allows.
    expect(parseCommand(command as unknown as string)).toEqual({ ok: false, doubt: "empty" });
  });

  it("answers for what is no text, and for texts of any kind", () => {
    for (const command of [undefined, null, 7, {}, [], Symbol("ls")])
      // What no type allows.
      expect(parseCommand(command as string)).toEqual({ ok: false, doubt: "empty" });
    const long = "a ".repeat(500_000);
    for (const shell of execShells) {
      expect(parseCommand(long, shell).ok).toBe(true);
      expect(parseCommand("\ud800 \udfff", shell).ok).toBe(true);
    }
  });
});

describe("spellCommand", () => {
  it.each([
    ["git", "git"],
    ["", "''"],
    ["a b", "'a b'"],
    [" a", "' a'"],
    ["'a'", `''"'"'a'"'"''`],
    ['"a"', `'"a"'`],
    ["it's", `'it'"'"'s'`],
    ["$a", "'$a'"],
  ])("%j: %s", (word, spelled) => {
    expect(spellCommand([word, "x"])).toBe(`${spelled} x`);
    expect(parseCommand(`${spelled} x`)).toEqual({ ok: true, words: [word, "x"] });
  });

  it("is read back as the same words", () => {
    const word = fc.string({ unit: "binary" }).map((text) => text.replaceAll(/\p{Cc}/gu, ""));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        expect(parseCommand(spellCommand(words))).toEqual({ ok: true, words });
      }),
      runs,
    );
  });
});

describe("compileCommands", () => {
  const allowlist = ["git status", "git diff", "npm test *", "ls '*'", "git diff *"];
  const match = compileCommands(allowlist, "list");
  const matches = (command: string) => {
    const parsed = parseCommand(command);
    return parsed.ok ? match({ words: parsed.words, anyArguments: false }) : undefined;
  };

  it.each<readonly [string, string | undefined, string]>([
    ["git status", "list[0]", "the entry itself"],
    ["git  'status'", "list[0]", "the same words"],
    ["git status -s", undefined, "the entry with an argument more"],
    ["git diff", "list[1]", "the first entry that allows it"],
    ["git diff --stat", "list[4]", "the entry with arguments"],
    ["npm test", "list[2]", "the entry with no argument"],
    ["npm test -- --watch", "list[2]", "the entry with arguments"],
    ["npm testing", undefined, "another word that begins alike"],
    ["ls '*'", "list[3]", "a `*` that is quoted"],
    ["ls x", undefined, "not what a quoted `*` stands for"],
    ["git", undefined, "less than the entry"],
    ["'git status'", undefined, "one word that only looks like two"],
    ["GIT status", undefined, "another program"],
    ["x=1 git status", undefined, "a setting before the program"],
    ["/tmp/git status", undefined, "a program from elsewhere"],
  ])("%j: %s, for it is %s", (command, path) => {
    expect(matches(command)).toBe(path);
  });

  it.each<readonly [string, string | undefined, string]>([
    ["git status", undefined, "it lets no arguments follow"],
    ["git diff", "list[4]", "it lets any follow, and not the one before it"],
    ["npm test", "list[2]", "it lets any follow"],
    ["npm test --watch", "list[2]", "it lets any follow, these among them"],
    ["npm", undefined, "it asks for more words"],
  ])("%s with any arguments: %s, for %s", (command, path) => {
    expect(match({ words: command.split(" "), anyArguments: true })).toBe(path);
  });

  const word = fc.constantFrom("git", "npm", "status", "diff", "x");
  const listed = fc.record({
    words: fc.array(word, { minLength: 1, maxLength: 4 }),
    anyArguments: fc.boolean(),
  });
  const spell = ({ words, anyArguments }: ListedCommand) => `${words.join(" ")}${anyArguments ? " *" : ""}`;

  it("agrees with comparing every entry word by word", () => {
    fc.assert(
      fc.property(fc.array(listed, { maxLength: 6 }), listed, (entries, asked) => {
        const found = compileCommands(entries.map(spell), "list")(asked);
        const index = entries.findIndex(({ words, anyArguments }) => {
          const begins = words.every((part, at) => asked.words[at] === part);
          if (anyArguments) return begins;
          return begins && words.length === asked.words.length && !asked.anyArguments;
        });
        expect(found).toBe(index === -1 ? undefined : `list[${index}]`);
      }),
      runs,
    );
  });
});
