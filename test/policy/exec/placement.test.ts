import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import { elevatedPermissions } from "../../../src/policy/exec/elevated.ts";
import { evaluateExec, execOpenness } from "../../../src/policy/exec/exec.ts";
import type { ExecRequest } from "../../../src/policy/exec/exec-request.ts";
import { execPolicy } from "../../../src/policy/exec/in-force.ts";
import { changeSettings } from "../change-settings.ts";

const runs = { numRuns: Number(process.env["KEYSCOPE_RUNS"] ?? 200) };

type ExecConfig = NonNullable<NonNullable<ConfigInput["tools"]>["exec"]>;

function decide(edition: Edition, exec: ExecConfig | undefined, request: Partial<ExecRequest> = {}): string {
  const policy = parsePolicy({ ...(exec && { tools: { exec } }) }, { edition });
  const { outcome, reason, host } = evaluateExec({ command: "ls", agentId: "main", ...request }, policy);
  return `${outcome} ${reason}${host === undefined ? "" : ` on ${host}`}`;
}

describe("where a command runs, and who is asked there", () => {
  it.each<readonly [string, Edition, ExecConfig | undefined, Partial<ExecRequest>, string]>([
    [
      "an early release reads nothing outside a sandbox",
      "openclaw@2026.2.19",
      undefined,
      {},
      "run no-approvals on gateway",
    ],
    [
      "not even that nothing runs",
      "openclaw@2026.3.28",
      { security: "deny" },
      {},
      "run no-approvals on gateway",
    ],
    [
      "but where a host is named",
      "openclaw@2026.3.28",
      { host: "gateway", security: "deny" },
      {},
      "deny security-deny on gateway",
    ],
    ["one release asked", "openclaw@2026.2.22", undefined, {}, "ask not-allowlisted on gateway"],
    [
      "a named sandbox had to be there from then on",
      "openclaw@2026.2.19",
      { host: "sandbox" },
      {},
      "run no-approvals on gateway",
    ],
    ["or nothing ran", "openclaw@2026.2.22", { host: "sandbox" }, {}, "deny no-sandbox on sandbox"],
    ["two releases asked again", "openclaw@2026.3.31", undefined, {}, "ask not-allowlisted on gateway"],
    ["and then none", "openclaw@2026.4.2", undefined, {}, "run trusted on gateway"],
    ["ours asks", "2026-11", undefined, {}, "ask not-allowlisted on gateway"],
    [
      "in a sandbox no release asks",
      "openclaw@2026.9.6",
      { security: "allowlist", ask: "always" },
      { sandboxed: true },
      "run sandboxed on sandbox",
    ],
    [
      "and heeds `deny` late",
      "openclaw@2026.5.22",
      { security: "deny" },
      { sandboxed: true },
      "run sandboxed on sandbox",
    ],
    [
      "at last it does",
      "openclaw@2026.5.28",
      { security: "deny" },
      { sandboxed: true },
      "deny security-deny on sandbox",
    ],
    ["ours asks there, too", "2026-11", undefined, { sandboxed: true }, "ask not-allowlisted on sandbox"],
    [
      "the gateway is outside every sandbox",
      "openclaw@2026.9.6",
      { host: "gateway" },
      { sandboxed: true },
      "run trusted on gateway",
    ],
    [
      "a call could leave",
      "openclaw@2026.3.31",
      undefined,
      { sandboxed: true, host: "node" },
      "ask not-allowlisted on node",
    ],
    [
      "and no longer can",
      "openclaw@2026.4.10",
      undefined,
      { sandboxed: true, host: "node" },
      "deny host-not-allowed",
    ],
    [
      "nobody may have it leave",
      "openclaw@2026.9.6",
      undefined,
      { sandboxed: true, elevated: true },
      "deny elevated-unavailable",
    ],
    ["one word says both", "openclaw@2026.9.6", { mode: "allowlist" }, {}, "deny not-allowlisted on gateway"],
    ["under ours as well", "2026-11", { mode: "allowlist" }, {}, "deny not-allowlisted on gateway"],
    ["which asks", "2026-11", { mode: "ask" }, {}, "ask not-allowlisted on gateway"],
    ["or denies", "2026-11", { mode: "deny" }, {}, "deny security-deny on gateway"],
    [
      "code is asked about",
      "openclaw@2026.9.6",
      { strictInlineEval: true },
      { command: "python3 -c 1" },
      "ask inline-code on gateway",
    ],
    [
      "by ours even where approvals are off",
      "2026-11",
      { strictInlineEval: true, approvals: { enabled: false } },
      { command: "x | y" },
      "ask inline-code on gateway",
    ],
    [
      "a call may be stricter",
      "2026-11",
      { approvals: { enabled: false } },
      { ask: "always" },
      "ask always-ask on gateway",
    ],
    [
      "and never looser",
      "2026-11",
      { approvals: { policy: "never" } },
      { ask: "always" },
      "deny not-allowlisted on gateway",
    ],
    [
      "what cannot be shown is not asked",
      "openclaw@2026.9.6",
      { mode: "ask" },
      { command: "ls > x" },
      "deny unbindable on gateway",
    ],
  ])("%s: %s, %j, %j", (_, edition, exec, request, expected) => {
    expect(decide(edition, exec, request)).toBe(expected);
  });

  it.each<readonly [object, string]>([
    [{ mode: "ask", security: "full" }, "tools.exec.mode"],
    [{ mode: "sometimes" }, "tools.exec.mode"],
    [{ host: "moon" }, "tools.exec.host"],
    [{ mode: "deny", approvals: { enabled: false } }, "tools.exec.approvals.enabled"],
  ])("2026-11 refuses %j", (exec, path) => {
    const parsed = safeParsePolicy({ tools: { exec } } as ConfigInput, { edition: "2026-11" });
    expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.path)).toEqual([path]);
  });

  it("takes the stricter answer where it is not known which session a command is of", () => {
    const requests = fc.record({
      command: fc.constant("ls"),
      host: fc.constantFrom("gateway", "auto", "node"),
    });
    const modes = fc.constantFrom("deny", "allowlist", "full");
    fc.assert(
      fc.property(requests, modes, fc.constantFrom("gateway", "auto"), (request, security, host) => {
        const config = {
          tools: { exec: { host, security } },
          agents: { defaults: { sandbox: { mode: "non-main" } } },
        } as ConfigInput;
        const policy = parsePolicy(config, { edition: "openclaw@2026.9.6" });
        const openness = (more: object) =>
          execOpenness(evaluateExec({ ...(request as ExecRequest), ...more }, policy));
        expect(openness({})).toBe(Math.min(openness({ sandboxed: true }), openness({ sandboxed: false })));
      }),
      runs,
    );
  });

  it("names settings that turn a release's decision", () => {
    const exec = fc.oneof(
      fc.record(
        {
          host: fc.constantFrom("auto", "sandbox", "gateway", "node"),
          security: fc.constantFrom("deny", "allowlist", "full"),
          ask: fc.constantFrom("off", "on-miss", "always"),
          strictInlineEval: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      fc.record({ mode: fc.constantFrom("deny", "allowlist", "ask", "auto", "full") }),
    ) as fc.Arbitrary<ExecConfig>;
    const requests = fc.record(
      {
        command: fc.constantFrom("ls", "python3 -c 1", "ls > x"),
        agentId: fc.constant("main"),
        sandboxed: fc.boolean(),
        host: fc.constantFrom("gateway", "sandbox"),
      },
      { requiredKeys: ["command", "agentId"] },
    ) as fc.Arbitrary<ExecRequest>;
    const editions = fc.constantFrom<Edition>(
      "openclaw@2026.2.19",
      "openclaw@2026.3.28",
      "openclaw@2026.4.10",
      "openclaw@2026.9.6",
    );
    fc.assert(
      fc.property(exec, requests, editions, (written, request, edition) => {
        const config: ConfigInput = { tools: { exec: written } };
        const parsed = safeParsePolicy(config, { edition });
        fc.pre(parsed.ok);
        const { allowed, trace } = evaluateExec(request, parsed.policy, { trace: true });
        for (const changes of trace?.opposite ?? []) {
          const after = parsePolicy(changeSettings(config, changes, 0), { edition });
          expect({ changes, turned: evaluateExec(request, after).allowed }).toEqual({
            changes,
            turned: !allowed,
          });
        }
      }),
      runs,
    );
  });
});

describe("what holds before a command is known", () => {
  it.each<readonly [Edition, ExecConfig, string]>([
    ["openclaw@2026.9.6", {}, "auto gateway full full off"],
    ["openclaw@2026.9.6", { mode: "auto" }, "auto gateway auto allowlist on-miss"],
    ["openclaw@2026.5.22", { ask: "always" }, "auto gateway undefined full always"],
    ["openclaw@2026.3.28", { host: "gateway" }, "gateway gateway undefined allowlist on-miss"],
    ["2026-11", {}, "auto gateway ask allowlist on-miss"],
    ["2026-11", { approvals: { enabled: false } }, "auto gateway full full off"],
    ["2026-11", { approvals: { policy: "never" } }, "auto gateway allowlist allowlist off"],
    ["2026-11", { mode: "deny" }, "auto gateway deny deny off"],
  ])("%s, %j: %s", (edition, exec, expected) => {
    const holds = execPolicy({ agentId: "main" }, parsePolicy({ tools: { exec } }, { edition }));
    expect(`${holds?.host} ${holds?.runsOn} ${holds?.mode} ${holds?.security} ${holds?.ask}`).toBe(expected);
  });
});

describe("who may leave the sandbox", () => {
  const ann = {
    sender: "1",
    senderName: "Ann",
    senderUsername: "ann",
    senderE164: "+1555",
    from: "telegram:1",
    to: "telegram:bot",
  };

  it.each<readonly [string, boolean, boolean]>([
    ["1", true, true],
    ["telegram:1", true, true],
    ["+1555", true, true],
    ["*", true, true],
    ["@ann", true, false],
    ["Ann", true, false],
    ["telegram:bot", true, false],
    ["username:ann", false, true],
    ["name:Ann", false, true],
    ["id:1", false, true],
    ["2", false, false],
  ])("%s: %s up to 2026.2.19, then %s", (entry, before, since) => {
    const allowed = (edition: Edition) =>
      elevatedPermissions(
        { ...ann, channel: "telegram" },
        parsePolicy({ tools: { elevated: { allowFrom: { telegram: [entry] } } } }, { edition }),
      ).allowed;
    expect([allowed("openclaw@2026.2.19"), allowed("openclaw@2026.9.6")]).toEqual([before, since]);
  });

  it("needs both lists where an agent has its own, and a channel", () => {
    const policy = parsePolicy(
      {
        tools: { elevated: { allowFrom: { telegram: ["*"] } } },
        agents: {
          list: [
            { id: "main", default: true },
            { id: "work", tools: { elevated: { allowFrom: { telegram: ["2"] } } } },
            { id: "shut", tools: { elevated: { enabled: false } } },
          ],
        },
      },
      { edition: "2026-11" },
    );
    const gates = (agentId: string, channel?: string) =>
      elevatedPermissions({ ...ann, agentId, ...(channel !== undefined && { channel }) }, policy).refusals;
    expect(gates("main", "telegram")).toEqual([]);
    expect(gates("work", "telegram")).toEqual([
      { gate: "allowFrom", path: "agents.list[1].tools.elevated.allowFrom.telegram" },
    ]);
    expect(gates("shut", "telegram")).toEqual([
      { gate: "enabled", path: "agents.list[2].tools.elevated.enabled" },
    ]);
    expect(gates("main")).toEqual([{ gate: "provider" }]);
    expect(gates("main", "constructor")).toHaveLength(1);
  });

  it("leaves the sandbox by itself in releases, and when asked under ours", () => {
    const config = {
      tools: { elevated: { allowFrom: { telegram: ["1"] } }, exec: { mode: "ask" } },
      agents: { defaults: { sandbox: { mode: "all" } } },
    } as const;
    const host = (edition: Edition, more: object) =>
      evaluateExec(
        { command: "ls", key: "agent:main:telegram:group:1", channel: "telegram", sender: "1", ...more },
        parsePolicy(config, { edition }),
      ).host;
    expect(host("openclaw@2026.9.6", {})).toBe("gateway");
    expect(host("openclaw@2026.9.6", { elevatedLevel: "off" })).toBe("sandbox");
    expect(host("2026-11", {})).toBe("sandbox");
    expect(host("2026-11", { elevated: true })).toBe("gateway");
  });
});
