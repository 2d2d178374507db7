import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { evaluateExec } from "../../../src/policy/exec/exec.ts";

type ExecConfig = NonNullable<NonNullable<ConfigInput["tools"]>["exec"]>;

const request = {
  command: "ls",
  agentId: "main",
  segments: [
    { argv: ["ls"], resolution: { rawExecutable: "ls", resolvedPath: "/bin/ls", executableName: "ls" } },
  ],
  file: { defaults: { security: "full", ask: "off" } },
} as const;

function answer(shared: ExecConfig, own: ExecConfig | undefined, edition: Edition): string {
  const main = { id: "main", ...(own && { tools: { exec: own } }) };
  const policy = parsePolicy({ tools: { exec: shared }, agents: { list: [main] } }, { edition });
  const { outcome, reason, path } = evaluateExec(request, policy);
  return `${outcome}: ${reason} ${path ?? ""}`;
}

const on = { enabled: true } as const;
const off = { enabled: false } as const;
const node = { host: "gateway" } as const;

describe("what an agent's own section of tools.exec leaves unsaid, the one for everybody says", () => {
  it.each<readonly [string, ExecConfig, ExecConfig | undefined, string]>([
    ["no section of its own", { ask: "always" }, undefined, "ask: always-ask tools.exec.ask"],
    ["an empty one", { ask: "always" }, {}, "ask: always-ask tools.exec.ask"],
    ["one without `ask`", { ask: "always" }, { approvals: on }, "ask: always-ask tools.exec.ask"],
    [
      "one that speaks of `security` alone",
      { ask: "always" },
      { security: "full" },
      "ask: always-ask tools.exec.ask",
    ],
    [
      "one that speaks of `ask` alone",
      { security: "deny" },
      { ask: "off" },
      "deny: security-deny tools.exec.security",
    ],
    [
      "one without `approvals`",
      { approvals: off },
      { host: "auto" },
      "run: approvals-off tools.exec.approvals.enabled",
    ],
    ["its own word counts", { ask: "always" }, { ask: "off" }, "ask: not-allowlisted default of 2026-11"],
  ])("%s: %j and %j", (_, shared, own, expected) => {
    expect(answer(shared, own, "2026-11").replace(/ $/, " default of 2026-11")).toBe(expected);
  });

  it.each<readonly [string, ExecConfig, ExecConfig | undefined, string]>([
    ["no section of its own", { ...node, ask: "always" }, undefined, "ask: always-ask tools.exec.ask"],
    ["one without `ask`", { ...node, ask: "always" }, { security: "full" }, "ask: always-ask tools.exec.ask"],
    [
      "one without `security`",
      { ...node, security: "deny" },
      { ask: "off" },
      "deny: security-deny tools.exec.security",
    ],
    ["its own word counts", { ...node, security: "full", ask: "always" }, { ask: "off" }, "run: "],
  ])("and so in 2026.9.6: %s: %j and %j", (_, shared, own, expected) => {
    expect(answer(shared, own, "openclaw@2026.9.6")).toContain(expected);
  });
});
