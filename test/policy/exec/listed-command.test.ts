import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { audit } from "../../../src/analysis/audit/audit.ts";
import { applyFix } from "../../../src/analysis/audit/apply-fix.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Issue } from "../../../src/config/issue.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import { parseEntry, runsWhatItIsGiven } from "../../../src/policy/exec/listed-command.ts";
import { runningPrograms } from "../../../src/policy/exec/programs.ts";
import { evaluateExec } from "../../../src/policy/exec/exec.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const runs = { numRuns: Number(process.env["KEYSCOPE_RUNS"] ?? 200) };

type Tools = NonNullable<ConfigInput["tools"]>;

function issuesOf(config: ConfigInput): readonly Issue[] {
  const parsed = safeParsePolicy(config, { edition: "2026-11", timeZone: "UTC" });
  return parsed.ok ? parsed.warnings : parsed.issues;
}

function issuesOfEntry(entry: string): readonly Issue[] {
  return issuesOf({ tools: { exec: { approvals: { allowlist: [entry] } } } });
}

/** The entries that a hint shows. */
function shownIn(hint: string | undefined): readonly string[] {
  return [...(hint ?? "").matchAll(/`([^`]+)`/g)].map(([, entry = ""]) => entry);
}

describe("an entry that is no plain command", () => {
  it.each<readonly [string, string]>([
    ["git status*", "a space and * at the end let any arguments follow: `git status *`"],
    ["git * status", "a space and * at the end let any arguments follow: `git *`"],
    ["git status **", "a space and * at the end let any arguments follow: `git status *`"],
    ["git diff *.ts", "a space and * at the end let any arguments follow: `git diff *`"],
    [
      "*",
      "write a program and its arguments, such as `git status`, or `ls *` where any arguments may follow",
    ],
    ["ls ?.txt", "quote what is meant literally, or let any arguments follow: `ls '?.txt'`, `ls *`"],
    ["ls | wc -l", "list each command by itself: `ls`, `wc -l`"],
    ["git add . && git commit", "list each command by itself: `git add .`, `git commit`"],
    ["git status\nnpm test", "list each command by itself: `git status`, `npm test`"],
    ["ls src > files.txt", "leave the redirection out: `ls src`"],
    ["npm test 2>&1", "leave the redirection out: `npm test`"],
    [
      "cat $HOME/x y",
      "quote what is meant literally, or let any arguments follow: `cat '$HOME/x' y`, `cat *`",
    ],
    ["~/bin/deploy now", "write the program's name, or its full path without such characters: `deploy now`"],
    [
      "C:\\bin\\git.exe status",
      "write the program's name, or its full path without such characters: `git.exe status`",
    ],
    ["git 'status", "close the quotation: `git 'status'`"],
    ['git "status', 'close the quotation: `git "status"`'],
    ["ls>files.txt", "leave the redirection out: `ls`"],
    [
      "git log $X y",
      "quote what is meant literally, or let any arguments follow: `git log '$X' y`, `git log *`",
    ],
    ['ls "$X"', "quote what is meant literally, or let any arguments follow: `ls '$X'`, `ls *`"],
    ["ls a\\$b", "quote what is meant literally, or let any arguments follow: `ls 'a$b'`, `ls *`"],
    ["ls  $X", "quote what is meant literally, or let any arguments follow: `ls '$X'`, `ls *`"],
    ["$HOME x", "quote what is meant literally: `'$HOME' x`"],
  ])("%j: %s", (entry, hint) => {
    const [issue, ...others] = issuesOfEntry(entry);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({
      severity: "error",
      code: "not-plain-command",
      path: "tools.exec.approvals.allowlist[0]",
      hint,
    });
  });

  it("gets a hint whose entries are read", () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom("git", "ls", " ", " *", "*", "'", '"', ";", "$", "\\", ">", "?", "\n"),
        fc.string(),
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(pieces, (texts) => {
        const entry = texts.join("").trim();
        for (const { code, hint } of issuesOfEntry(entry)) {
          if (code !== "not-plain-command") continue;
          // An entry with a backtick of its own cannot be told from the marks around it.
          if (entry.includes("`")) continue;
          expect(shownIn(hint).length).toBeGreaterThan(0);
          for (const shown of shownIn(hint))
            expect({ shown, ok: parseEntry(shown).ok }).toEqual({ shown, ok: true });
        }
      }),
      runs,
    );
  });
});

/** Entries that allow more than they say, by what their program does. */
const running = `
a shell          | bash; sh -c ls; /bin/zsh; BASH.EXE -lc x; cmd /c dir; pwsh -c ls; busybox ls; dash x.sh; fish *
another command  | env; /usr/bin/env ls; env FOO=1 ls; sudo systemctl restart nginx; doas ls; su root; xargs rm; nohup x
another command  | nice ls; timeout 5 npm test; time ls; watch ls; setsid x; stdbuf -o0 x; chroot /x ls; ssh host ls; parallel x
another command  | script x; strace ls; flock f ls; FOO=1 ls; PATH=/tmp *
the shell's own  | eval ls; exec ls; source x; . x; command ls; builtin cd
code             | python -c x; python3 -c x; python3.12 -uc x; python *; python -W ignore *; python3 -m *; python -m timeit *; node -e x
code             | node --eval=x; node -p 1; node *; perl -e x; perl -ne x; perl -pie x; perl *; ruby -e x; php -r x; lua -e x
code             | osascript -e x; Rscript -e x; deno eval x; deno *; bun -e x; awk *; awk '{print}'; gawk x; mawk x; sed *; sed s/a/b/e
git              | git *; git -c a=b status; git -ca=b status; git -C x -c a=b log; git --exec-path=/x status; git clone *
git              | git rebase --exec make; git fetch --upload-pack=x y; git submodule foreach ls; git bisect run x; git config *
package scripts  | npm exec x; npm x y; npx x; npm test *; npm run build *; npm run *; npm *; npm install *; npm --prefix x exec y
package scripts  | pnpm exec x; pnpm dlx x; pnpm test *; pnpm *; yarn exec x; yarn dlx x; yarn test *; yarn build *; bunx x; bun x y
package scripts  | bun run x *; uvx x; uv run x; uv *; pipx run x; npx.cmd x; poetry run x; bundle exec x
containers       | docker run x; docker exec x y; docker *; docker compose exec web ls; docker -H x run y; podman run x; kubectl exec x
files            | find . -exec ls '{}'; find . -execdir x; find . -ok x; find . -okdir x; find *; find . *; fd -x rm; rg --pre x y; rg *
its scripts      | sed -n s/a/b/e x
a subcommand     | deno run *
others           | make *; make test *; tar *; tar --to-command=x; rsync -e x y; man -P x ls; vim *; vim -c x; vim +x; go run x; sort *
`;

/** Entries that allow what they say. */
const plain = `
its words alone  | git status; git diff; npm test; npm run build; npm run lint -- --fix; yarn test; make test; docker ps; git push
its words alone  | python script.py; python -m pytest; python --version; node server.js; find . -name x; sed -n 1,5p x; tar -tf x; vim x
arguments        | git status *; git diff *; git log *; git -C x status *; git commit *; ls *; cat *; grep *; echo *; ./deploy.sh *
arguments        | python script.py *; python3 -u manage.py *; python -m pytest *; python -W ignore x.py *; node server.js *
arguments        | npm ls *; npm outdated *; docker ps *; docker compose ps *; kubectl get pods *; deno run x.ts *; go list *
after its script | python script.py -c x; python script.py ''; python my-script.py *; node server.js -e x
other options    | python --doc script.py; python -notebasic script.py; python -W a-bc script.py
another program  | ba5sh x; ba.batsh x; bashful; git-lfs ls-files; sudoku *; envsubst *; nodeenv; makeself *; execute; findmnt *
`;

function rows(table: string): readonly (readonly [string, string])[] {
  return table
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [what = "", entries = ""] = line.split("|");
      return entries.split(";").map((entry) => [what.trim(), entry.trim()] as const);
    });
}

describe("an entry whose program runs what it is given", () => {
  it.each(rows(running))("%s: %s", (_, entry) => {
    const found = issuesOfEntry(entry);
    expect(found.map(({ severity, code, path }) => `${severity} ${code} ${path}`)).toEqual([
      "warning runs-what-it-is-given tools.exec.approvals.allowlist[0]",
    ]);
    expect(shownIn(found[0]?.hint)).toHaveLength(1);
  });

  it.each(rows(plain))("not where it does not: %s: %s", (_, entry) => {
    expect(issuesOfEntry(entry)).toEqual([]);
  });

  it.each<readonly [string, string, string]>([
    [
      "npm test *",
      '"npm test *" allows more than it says: npm runs scripts and programs, with the arguments that follow',
      "list each command with its arguments, such as `npm test`",
    ],
    [
      "git *",
      '"git *" allows more than it says: git runs commands that options and settings name',
      "list each command with its arguments, such as `git status`",
    ],
    [
      "bash -c 'git status'",
      `"bash -c 'git status'" allows more than it says: bash is a shell, which runs what it is given`,
      "list the command that it runs: `git status`",
    ],
    [
      "timeout 5 ls *",
      '"timeout 5 ls *" allows more than it says: timeout runs the command that it is given',
      "list the command that it runs: `ls *`",
    ],
    [
      "ssh host ls",
      '"ssh host ls" allows more than it says: ssh runs the command that it is given, on another machine',
      "list each command that it should run by itself, such as `git status`",
    ],
  ])("%s: says why, and what to list instead", (entry, message, hint) => {
    expect(issuesOfEntry(entry)).toMatchObject([{ message, hint }]);
  });

  const itself = "list each command that it should run by itself, such as `git status`";
  const within = (command: string) => `list the command that it runs: \`${command}\``;

  it.each<readonly [string, string, string]>([
    ["a number", "nice 5 ls", within("ls")],
    ["of several digits", "timeout 10 ls", within("ls")],
    ["with what it counts", "timeout 1.5m ls *", within("ls *")],
    ["an option", "nice -n 5 ls", within("ls")],
    ["a setting", "env FOO=1 BAR= ls", within("ls")],
    ["nothing else: a number in a name", "nice a1 b", within("a1 b")],
    ["nothing else: a number before one", "nice 7z x", within("7z x")],
    ["nothing else: a sign in a name", "nice git-lfs ls-files", within("git-lfs ls-files")],
    ["nothing else: what sets nothing", "nice ./a=b c", within("./a=b c")],
    ["all, where nothing stands after them", "nice -n 5", itself],
    ["all, and the blanks that an entry cannot begin with", "bash -c ' ls '", itself],
    ["all, and what runs another in turn", "nice sudo bash", itself],
  ])("shows the command that it runs, without %s: %s", (_, entry, hint) => {
    expect(issuesOfEntry(entry)).toMatchObject([{ hint }]);
  });

  it("is found for every program of the list, whatever stands before its name and however it is written", () => {
    const names = runningPrograms.flatMap(({ names }) => names.split(/\s+/));
    const program = fc.constantFrom(...names);
    expect(new Set(names).size).toBe(names.length);
    fc.assert(
      fc.property(
        program,
        fc.constantFrom("", "/usr/bin/", "./"),
        fc.constantFrom("", ".exe"),
        (name, path, end) => {
          for (const written of [name, name.toUpperCase()])
            expect(
              runsWhatItIsGiven({ words: [`${path}${written}${end}`], anyArguments: true }),
            ).toBeDefined();
        },
      ),
      runs,
    );
  });

  it("is not offered in a hint", () => {
    const words = fc.array(
      fc.constantFrom("npm", "git", "bash", "-c", "exec", "test", "sudo", "5", "ls", "x y", "*", "'", " "),
      { maxLength: 4 },
    );
    const names = runningPrograms.flatMap(({ names }) => names.split(/\s+/));
    fc.assert(
      fc.property(fc.constantFrom(...names), words, fc.boolean(), (name, rest, open) => {
        const entry = [
          name,
          ...rest.map((word) => `'${word.replaceAll("'", "")}'`),
          ...(open ? ["*"] : []),
        ].join(" ");
        const hints = issuesOfEntry(entry).filter(({ code }) => code === "runs-what-it-is-given");
        const offered = hints
          .flatMap(({ hint }) => shownIn(hint))
          .map((shown) => [shown, issuesOfEntry(shown)]);
        expect(offered).toEqual(offered.map(([shown]) => [shown, []]));
      }),
      runs,
    );
  });

  it("still allows what it says, and is a finding that its fix mends", () => {
    const allowlist = ["git status", "python *"];
    const config = (tools: Tools): ConfigInput => ({
      tools: { profile: "coding", exec: { approvals: { allowlist } }, ...tools },
      logging: { events: { sessionCreate: true } },
    });
    const found = (tools: Tools) =>
      audit(parsePolicy(config(tools), { edition: "2026-11", timeZone: "UTC" })).filter(
        ({ id }) => id === "runs-what-it-is-given",
      );
    const [finding] = found({});
    expect(finding).toMatchObject({ severity: "high", path: "tools.exec.approvals.allowlist[1]" });
    expect(found({ deny: ["exec"] })).toMatchObject([{ severity: "info" }]);
    const policy = parsePolicy(config({}), { edition: "2026-11", timeZone: "UTC" });
    const mended = applyFix(policy.config, finding?.fix ?? { sentence: "", changes: [] });
    expect(mended.tools?.exec?.approvals?.allowlist).toEqual(["git status"]);
  });

  it("is a finding that is mended by taking the list away where it is the last entry", () => {
    const read = (config: ConfigInput) => parsePolicy(config, { edition: "2026-11", timeZone: "UTC" });
    const policy = read({ tools: { exec: { approvals: { allowlist: ["bash"] } } } });
    const finding = audit(policy).find(({ id }) => id === "runs-what-it-is-given");
    const mended = read(applyFix(policy.config, finding?.fix ?? { sentence: "", changes: [] }));
    expect(audit(mended).some(({ id }) => id === "runs-what-it-is-given")).toBe(false);
  });
});

describe("settings that say more beside approvals", () => {
  const off = { approvals: { enabled: false } } as const;
  const asked = "setting-without-effect";
  const agents = (exec: Tools["exec"]): ConfigInput["agents"] => ({
    list: [
      { id: "main", default: true },
      { id: "work", tools: { exec } },
    ],
  });

  it.each<readonly [string, ConfigInput, readonly string[]]>([
    ["nothing limits", { tools: { exec: { ...off, security: "full", ask: "off" } } }, []],
    [
      "none may run",
      { tools: { exec: { ...off, security: "deny" } } },
      ["error conflicting-settings tools.exec.approvals.enabled"],
    ],
    [
      "the list decides, and somebody is asked",
      { tools: { exec: { ...off, security: "allowlist", ask: "on-miss" } } },
      [
        "error conflicting-settings tools.exec.approvals.enabled",
        "error conflicting-settings tools.exec.approvals.enabled",
      ],
    ],
    [
      "everything is asked for",
      { tools: { exec: { ...off, ask: "always" } } },
      ["error conflicting-settings tools.exec.approvals.enabled"],
    ],
    [
      "an agent's own word is limited by everybody's",
      { tools: { exec: { ask: "always" } }, agents: agents(off) },
      ["error conflicting-settings agents.list[1].tools.exec.approvals.enabled"],
    ],
    [
      "everybody's is limited by an agent's own",
      { tools: { exec: off }, agents: agents({ security: "deny" }) },
      ["error conflicting-settings tools.exec.approvals.enabled"],
    ],
    [
      "an agent has both words of its own",
      { tools: { exec: { security: "deny" } }, agents: agents({ ...off, security: "full" }) },
      [],
    ],
    [
      "another agent is limited",
      { tools: { exec: off }, agents: agents({ approvals: {}, security: "deny" }) },
      [],
    ],
    ["approvals limit, too", { tools: { exec: { security: "allowlist", ask: "on-miss" } } }, []],
    [
      "approvals are on by default",
      { tools: { exec: { security: "full" } } },
      [`warning ${asked} tools.exec.security`],
    ],
    [
      "approvals are on",
      { tools: { exec: { security: "full", approvals: { enabled: true } } } },
      [`warning ${asked} tools.exec.security`],
    ],
    ["one word that limits says as much as they do", { tools: { exec: { mode: "ask" } } }, []],
    ["one that does not, beside approvals that are off", { tools: { exec: { ...off, mode: "full" } } }, []],
    ["they ask nonetheless", { tools: { exec: { ask: "off" } } }, [`warning ${asked} tools.exec.ask`]],
    ["they ask nobody", { tools: { exec: { ask: "off", approvals: { policy: "never" } } } }, []],
    ["they are off for one agent", { tools: { exec: { security: "full" } }, agents: agents(off) }, []],
  ])("%s: %j", (_, config, expected) => {
    expect(issuesOf(config).map(({ severity, code, path }) => `${severity} ${code} ${path}`)).toEqual(
      expected,
    );
  });

  it("names both places, and how to write what is meant", () => {
    expect(issuesOf({ tools: { exec: { ...off, security: "deny" } } })).toMatchObject([
      {
        message: 'is false, which lets every command run, beside tools.exec.security: "deny", which does not',
        hint: "write tools.exec.approvals: { enabled: true }, or remove tools.exec.security",
      },
    ]);
    expect(issuesOf({ tools: { exec: { security: "full" } } })).toMatchObject([
      {
        message: '"full" has no effect, because approvals are on (by default)',
        hint: "to let every command run, write tools.exec.approvals: { enabled: false }",
      },
    ]);
  });
});

describe("an expression for arguments", () => {
  const ask = (argPattern: string, argument: string) =>
    evaluateExec(
      {
        command: `ls '${argument}'`,
        programs: { ls: "/bin/ls" },
        file: {
          defaults: { security: "allowlist", ask: "on-miss" },
          agents: { main: { allowlist: [{ pattern: "/bin/ls", argPattern }] } },
        },
      },
      uncheckedPolicy(
        { tools: { exec: { host: "gateway", security: "allowlist", ask: "on-miss" } } },
        "openclaw@2026.9.6",
      ),
    ).reason;

  it.each([
    ["blanks that nothing follows", "\\s+x", `${" ".repeat(80_000)}y`, "not-allowlisted"],
    ["blanks that something follows", "\\s+x", `${" ".repeat(80_000)}x`, "allowlisted"],
    ["repetitions of repetitions", "^(?:a+)+$", `${"a".repeat(20_000)}b`, "not-allowlisted"],
  ])("is searched for in %s, soon", { timeout: 20_000 }, (_, pattern, argument, reason) => {
    expect(ask(pattern, argument)).toBe(reason);
  });
});
