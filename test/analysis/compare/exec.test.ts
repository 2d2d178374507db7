import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareExec } from "../../../src/analysis/compare/exec.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import type { ExecRequest } from "../../../src/policy/exec/exec-request.ts";
import { evaluateExec, type ExecDecision } from "../../../src/policy/exec/exec.ts";
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
  const rest = {
    host: fc.constantFrom("auto", "sandbox", "gateway", "node"),
    strictInlineEval: fc.boolean(),
    ...(extended && { approvals }),
  } as const;
  const words = fc.record(
    {
      security: fc.constantFrom("deny", "allowlist", "full"),
      ask: fc.constantFrom("off", "on-miss", "always"),
      ...rest,
    },
    { requiredKeys: [] },
  );
  const word = fc.record(
    { mode: fc.constantFrom("deny", "allowlist", "ask", "auto", "full"), ...rest },
    { requiredKeys: [] },
  );
  const exec = fc.oneof({ weight: 2, arbitrary: words }, { weight: 1, arbitrary: word });
  const elevated = fc.record(
    {
      enabled: fc.boolean(),
      allowFrom: fc.record({ telegram: fc.constantFrom(["1"], ["1", "2"], ["*"]) }),
    },
    { requiredKeys: [] },
  );
  return fc
    .record({
      exec,
      ofOne: fc.option(exec),
      elevated: fc.option(elevated),
      mode: fc.constantFrom(undefined, "off", "non-main", "all"),
    })
    .map(({ exec, ofOne, elevated, mode }): ConfigInput => ({
      tools: { exec, ...(elevated && { elevated }) },
      agents: {
        ...(mode && { defaults: { sandbox: { mode } } }),
        list: [
          { id: "main", default: true },
          { id: "work", ...(ofOne && { tools: { exec: ofOne } }) },
        ],
      },
    }));
}

const where = {
  sandboxed: [undefined, true, false],
  key: [undefined, "agent:main:main", "agent:main:telegram:group:1"],
  host: [undefined, "gateway", "sandbox", "node", "auto"],
} as const;

const who = everyMix<ExecRequest>({
  command: ["ls"],
  agentId: [undefined, "main", "work"],
  ...where,
  channel: ["telegram"],
  sender: ["1", "2", undefined],
  elevated: [undefined, true, false],
  elevatedLevel: [undefined, "off", "on", "full"],
});

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
  ask: [undefined, "always"],
  sandboxed: [undefined, true],
  host: [undefined, "gateway"],
});

const byFile = everyMix<ExecRequest>({
  command: ["git status", "python3 -c 1"],
  agentId: ["main", "work", undefined],
  host: [undefined, "gateway"],
  sandboxed: [undefined, false],
  ask: [undefined, "always"],
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

const freedom = ({ outcome, host }: ExecDecision) =>
  outcome === "run" ? (host === "sandbox" ? 2 : 3) : outcome === "ask" ? 1 : 0;

describe("compareExec", () => {
  it.each<[Edition, boolean, readonly ExecRequest[]]>([
    ["2026-11", true, byConfig],
    ["openclaw@2026.9.6", false, byFile],
    ["openclaw@2026.3.7", false, byFile],
    ["openclaw@2026.1.29", false, byFile],
  ])("agrees with a search of every command under %s", (edition, extended, requests) => {
    expectAgreement(configs(extended), edition, [...requests, ...who], {
      compare: compareExec,
      decide: evaluateExec,
      loosens: (before, after) => freedom(before) < freedom(after),
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
