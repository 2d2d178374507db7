import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparePolicies } from "../../../src/analysis/compare/compare.ts";
import { compareSandbox } from "../../../src/analysis/compare/sandbox.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import type { SandboxRequest } from "../../../src/policy/sandbox/sandbox-rule.ts";
import { evaluateSandbox, type SandboxDecision } from "../../../src/policy/sandbox/sandbox.ts";
import { everyMix, expectAgreement } from "./oracle.ts";

const tools = fc.record(
  {
    allow: fc.constantFrom(["read"], ["group:fs"], ["*"]),
    deny: fc.constantFrom(["exec"], ["write", "browser"]),
  },
  { requiredKeys: [] },
);

function configs(ofOurs: boolean): fc.Arbitrary<ConfigInput> {
  const sandbox = fc.record(
    {
      mode: fc.constantFrom("off", "non-main", "all"),
      workspaceAccess: fc.constantFrom("none", "ro", "rw"),
      ...(ofOurs && {
        enabled: fc.boolean(),
        network: fc.constantFrom("none", "restricted", "full"),
      }),
      scope: fc.constantFrom("agent", "shared"),
      docker: fc.record({ network: fc.constantFrom("none", "bridge") }),
    },
    { requiredKeys: [] },
  );
  return fc
    .record({ ofAll: sandbox, ofOne: fc.option(sandbox), lists: fc.option(tools) })
    .map(({ ofAll, ofOne, lists }) => ({
      agents: {
        defaults: { sandbox: ofAll },
        list: [
          { id: "main", default: true },
          { id: "work", ...(ofOne && { sandbox: ofOne }) },
        ],
      },
      ...(lists && { tools: { sandbox: { tools: lists } } }),
    }));
}

const places = {
  agentId: ["main", "work", undefined],
  key: ["agent:main:main", "agent:work:main", "agent:work:telegram:group:1", "main", "", undefined],
} as const;
const requests = [
  ...everyMix<SandboxRequest>({ action: ["read-workspace", "write-workspace", "network"], ...places }),
  ...everyMix<SandboxRequest>({
    action: ["tool"],
    tool: ["read", "write", "exec", "browser", "tts"],
    ...places,
  }),
];

const reach = ({ allowed, reason, network }: SandboxDecision): number =>
  allowed ? 2 : reason === "network" && network === "restricted" ? 1 : 0;

describe("compareSandbox", () => {
  it.each<[Edition, boolean]>([
    ["2026-11", true],
    ["openclaw@2026.9.6", false],
    ["openclaw@2026.3.7", false],
    ["openclaw@2026.1.29", false],
  ])("agrees with a search of every request under %s", (edition, ofOurs) => {
    expectAgreement(configs(ofOurs), edition, requests, {
      compare: compareSandbox,
      decide: evaluateSandbox,
      loosens: (before, after) => reach(before) < reach(after),
    });
  });

  it.each<readonly [from: object, to: object, verdict: string]>([
    [{ mode: "all" }, { mode: "off" }, "looser"],
    [{ mode: "all" }, { mode: "non-main" }, "looser"],
    [{ mode: "all" }, { mode: "all", workspaceAccess: "ro" }, "looser"],
    [{ mode: "off" }, { mode: "all" }, "stricter"],
    [{ mode: "all" }, { mode: "all" }, "equivalent"],
  ])("%j to %j is %s", (...asked) => {
    const [from, to, verdict] = asked;
    const [before, after] = [from, to].map((sandbox) =>
      parsePolicy({ agents: { defaults: { sandbox } } } as ConfigInput, { edition: "openclaw@2026.9.6" }),
    );
    if (before === undefined || after === undefined) throw new Error("two policies");
    expect(comparePolicies(before, after).byKind.sandbox).toMatchObject({ verdict, exact: true });
  });
});
