import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareExec } from "../../../src/analysis/compare/exec.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import type { ExecRequest } from "../../../src/policy/exec/exec-request.ts";
import { evaluateExec } from "../../../src/policy/exec/exec.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { everyMix, expectAgreement } from "./oracle.ts";

const entries = ["git", "git *", "git status", "git status *", "git status -s", "ls -l", "ls 'a b' *"];
const commands = ["git", "git status", "git status -s", "ls -l", "rm"];
const approvals = fc.record(
  {
    enabled: fc.boolean(),
    policy: fc.constantFrom("allowlist", "always", "never"),
    allowlist: fc.uniqueArray(fc.constantFrom(...entries), { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: [] },
);

function configs(extended: boolean): fc.Arbitrary<ConfigInput> {
  const exec = fc.record(
    {
      security: fc.constantFrom("deny", "allowlist", "full"),
      ask: fc.constantFrom("off", "on-miss", "always"),
      ...(extended && { approvals }),
    },
    { requiredKeys: [] },
  );
  return fc.record({ exec, ofOne: fc.option(exec) }).map(({ exec, ofOne }) => ({
    tools: { exec },
    agents: {
      list: [
        { id: "main", default: true },
        { id: "work", ...(ofOne && { tools: { exec: ofOne } }) },
      ],
    },
  }));
}

const byConfig = everyMix<ExecRequest>({
  command: [
    ...commands,
    "git push",
    "git push -f",
    "ls",
    "ls 'a b'",
    "ls 'a b' -l",
    "git status; rm",
    "$(git)",
    "",
    "make 'git status'",
  ],
  agentId: ["main", "work", undefined],
});

const byFile = everyMix<ExecRequest>({
  command: ["git status"],
  agentId: ["main", "work"],
  file: [
    {},
    { defaults: { security: "allowlist" } },
    { defaults: { security: "full", ask: "off" } },
    { defaults: { security: "allowlist", ask: "always" } },
    { defaults: { ask: "on-miss", askFallback: "full" }, agents: { work: { security: "deny" } } },
    { agents: { work: { security: "allowlist", allowlist: [{ pattern: "/usr/bin/git" }] } } },
  ],
  segments: [
    undefined,
    [{ resolution: { rawExecutable: "git", resolvedPath: "/usr/bin/git", executableName: "git" } }],
  ],
  approvedForGood: [undefined, true],
});

const freedom = { deny: 0, ask: 1, run: 2 } as const;

describe("compareExec", () => {
  it.each<[Edition, boolean, readonly ExecRequest[]]>([
    ["2026-11", true, byConfig],
    ["openclaw@2026.9.6", false, byFile],
    ["openclaw@2026.3.7", false, byFile],
    ["openclaw@2026.1.29", false, byFile],
  ])("agrees with a search of every command under %s", (edition, extended, requests) => {
    expectAgreement(configs(extended), edition, requests, {
      compare: compareExec,
      decide: evaluateExec,
      loosens: (before, after) => freedom[before.outcome] < freedom[after.outcome],
    });
  });

  it("shows a command with an argument where an entry gains ` *`, and where it loses it", () => {
    const [exact, open] = ["npm test", "npm test *"].map((entry) =>
      parsePolicy({ tools: { exec: { approvals: { allowlist: [entry] } } } }, { edition: "2026-11" }),
    );
    if (exact === undefined || open === undefined) throw new Error("two policies");
    const gained = compareExec(exact, open);
    expect(gained).toMatchObject({ verdict: "looser", exact: true });
    expect(gained.looser?.request).toEqual({ command: "npm test x" });
    expect(compareExec(open, exact)).toMatchObject({ verdict: "stricter", exact: true });
  });
});
