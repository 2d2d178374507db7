import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import { editions, type Edition } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import { explainTool } from "../../../src/policy/tool/explain.ts";
import { evaluateTool, type ToolRequest } from "../../../src/policy/tool/tool.ts";
import { toolTables } from "../../../src/policy/tool/groups.ts";
import { changeSettings } from "../change-settings.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";
import { knownTo } from "../../known-to.ts";

const runs = { numRuns: Number(process.env["KEYSCOPE_RUNS"] ?? 200) };

function answer(config: ConfigInput, request: ToolRequest, edition: Edition = "2026-11") {
  const { allowed, reason, layer, path } = evaluateTool(request, uncheckedPolicy(config, edition));
  return allowed ? "allowed" : [reason, layer, path].filter((part) => part !== undefined).join(" ");
}

function agent(tools: ConfigInput["tools"]) {
  return { id: "main", tools };
}

describe("evaluateTool", () => {
  it.each<readonly [ConfigInput["tools"], string, string, string]>([
    [{}, "exec", "allowed", "nothing is configured"],
    [{ profile: "minimal" }, "read", "not-listed profile tools.profile", "the profile leaves it out"],
    [{ profile: "minimal", alsoAllow: ["read"] }, "read", "allowed", "the profile is extended (T10)"],
    [{ alsoAllow: ["read"] }, "exec", "allowed", "alsoAllow does not restrict by itself (T9)"],
    [{ allow: ["group:fs"] }, "read", "allowed", "its group is allowed"],
    [{ allow: ["group:fs"] }, "exec", "not-listed global tools", "its group is not"],
    [{ deny: ["group:runtime"] }, "exec", "denied global tools.deny[0]", "its group is denied"],
    [{ allow: ["exec"], deny: ["exec"] }, "exec", "denied global tools.deny[0]", "a denial wins (T3)"],
    [{ deny: ["read", "*"] }, "exec", "denied global tools.deny[1]", "everything is denied (T3b)"],
    [{ allow: ["sessions_*"] }, "sessions_list", "allowed", "the pattern matches"],
    [{ deny: ["Bash"] }, "exec", "denied global tools.deny[0]", "it is meant by its alias, in any case"],
    [{ allow: ["write"] }, "apply_patch", "allowed", "whoever may write may patch (T6)"],
    [{ deny: ["write"] }, "apply_patch", "allowed", "a denial of writing is of that alone (T6b)"],
    [
      { byProvider: { openai: { deny: ["exec"] } } },
      "exec",
      "denied global-provider tools.byProvider.openai.deny[0]",
      "the provider is denied it",
    ],
    [
      { toolsBySender: { "id:7": { deny: ["exec"] } } },
      "exec",
      'denied sender tools.toolsBySender["id:7"].deny[0]',
      "the sender is denied it",
    ],
    [{ toolsBySender: { "id:8": { deny: ["exec"] } } }, "exec", "allowed", "another sender is denied it"],
  ])("%j, %s: %s, for %s", (tools, tool, expected) => {
    const request = { tool, agentId: "main", provider: "OpenAI", model: "gpt-5", sender: "7" };
    expect(answer({ tools }, request)).toBe(expected);
  });

  it("takes an agent's profile in place of everybody's, and adds up the lists (T11, T12)", () => {
    const config = {
      tools: { profile: "minimal", deny: ["exec"] },
      agents: {
        list: [
          { id: "main", default: true },
          { id: "coder", tools: { profile: "coding", allow: ["exec", "read"] } },
        ],
      },
    } as const;
    expect(answer(config, { tool: "read", agentId: "coder" })).toBe("allowed");
    expect(answer(config, { tool: "exec", agentId: "coder" })).toBe("denied global tools.deny[0]");
    expect(answer(config, { tool: "tts", agentId: "coder" })).toBe(
      "not-listed profile agents.list[1].tools.profile",
    );
    expect(answer(config, { tool: "read", key: "agent:coder:main" })).toBe("allowed");
    expect(answer(config, { tool: "read", key: "agent:coder:main", agentId: "main" })).toBe("fact-mismatch");
  });

  it.each<readonly [ConfigInput, string, string, string]>([
    [{ tools: { profile: "coding", allow: ["browser"] } }, "browser", "allowed", "the list adds it"],
    [{ tools: { profile: "coding", allow: ["browser"] } }, "read", "allowed", "the profile has it"],
    [
      { tools: { profile: "coding", allow: ["browser"] } },
      "tts",
      "not-listed profile tools.profile",
      "it is in neither",
    ],
    [
      { tools: { profile: "coding", allow: ["browser"], deny: ["group:ui"] } },
      "browser",
      "denied global tools.deny[0]",
      "a denial beside them wins over both",
    ],
    [
      { tools: { profile: "minimal", allow: ["group:fs"], alsoAllow: ["tts"] } },
      "tts",
      "allowed",
      "what `alsoAllow` adds stays added",
    ],
    [
      { tools: { deny: ["browser"] }, agents: { list: [agent({ profile: "coding", allow: ["browser"] })] } },
      "browser",
      "denied global tools.deny[0]",
      "a denial for everybody wins over an agent's own list",
    ],
    [
      { tools: { profile: "coding" }, agents: { list: [agent({ allow: ["read", "browser"] })] } },
      "browser",
      "not-listed profile tools.profile",
      "a list without a profile of its own adds nothing",
    ],
    [
      { tools: { profile: "coding" }, agents: { list: [agent({ allow: ["read", "browser"] })] } },
      "exec",
      "not-listed agent agents.list[0].tools",
      "it narrows what everybody's profile gives",
    ],
    [
      { tools: { allow: ["browser"] }, agents: { list: [agent({ profile: "coding" })] } },
      "read",
      "not-listed global tools",
      "a list for everybody that stands beside no profile lists all there is",
    ],
    [
      {
        tools: { profile: "minimal", allow: ["browser"] },
        agents: { list: [agent({ profile: "coding" })] },
      },
      "browser",
      "not-listed profile agents.list[0].tools.profile",
      "the list goes with the profile whose place the agent's takes",
    ],
    [
      {
        tools: { profile: "minimal", allow: ["browser"] },
        agents: { list: [agent({ profile: "coding" })] },
      },
      "read",
      "allowed",
      "and does not cut the agent's down either",
    ],
    [
      {
        tools: { profile: "minimal", allow: ["browser"], deny: ["exec"] },
        agents: { list: [agent({ profile: "coding", allow: ["tts"] })] },
      },
      "exec",
      "denied global tools.deny[0]",
      "its denials stay",
    ],
    [
      { tools: { byProvider: { openai: { profile: "minimal", allow: ["read"] } } } },
      "read",
      "allowed",
      "a provider's list adds to the provider's profile",
    ],
    [
      { tools: { byProvider: { openai: { profile: "minimal", allow: ["read"] } } } },
      "exec",
      "not-listed provider-profile tools.byProvider.openai.profile",
      "and to nothing else",
    ],
    [
      {
        tools: { byProvider: { openai: { profile: "minimal", allow: ["read"] } } },
        agents: { list: [agent({ byProvider: { openai: { profile: "messaging" } } })] },
      },
      "read",
      "not-listed provider-profile agents.list[0].tools.byProvider.openai.profile",
      "and goes with it",
    ],
  ])("%j, %s: %s, because %s", (config, tool, expected) => {
    expect(answer(config, { tool, agentId: "main", provider: "openai" })).toBe(expected);
  });

  it("traces a tool to the list that added it", () => {
    const policy = parsePolicy(
      { tools: { profile: "coding", allow: ["tts", "browser"] } },
      { edition: "2026-11" },
    );
    const layersOf = (tool: string) =>
      evaluateTool({ tool, agentId: "main" }, policy, { trace: true }).trace?.layers;
    const profile = { layer: "profile", path: "tools.profile", allowed: true, reason: "listed" };
    expect(layersOf("browser")).toEqual([{ ...profile, entries: ["tools.allow[1]"] }]);
    expect(layersOf("read")).toEqual([{ ...profile, entries: ["tools.profile"] }]);
    expect(evaluateTool({ tool: "pdf", agentId: "main" }, policy, { trace: true }).trace?.opposite).toEqual([
      [[{ setting: "tools.allow[2]", to: "pdf" }]],
    ]);
  });

  it.each([
    ["write", "ro", "denied sandbox agents.list[0].sandbox.workspaceAccess"],
    ["edit", "ro", "denied sandbox agents.list[0].sandbox.workspaceAccess"],
    ["apply_patch", "ro", "denied sandbox agents.list[0].sandbox.workspaceAccess"],
    [" Apply-Patch", "ro", "denied sandbox agents.list[0].sandbox.workspaceAccess"],
    ["WRITE", "ro", "denied sandbox agents.list[0].sandbox.workspaceAccess"],
    ["read", "ro", "allowed"],
    ["exec", "ro", "allowed"],
    ["write", "rw", "allowed"],
    ["write", "none", "allowed"],
  ] as const)("%s in a sandbox whose workspace is %s: %s", (tool, workspaceAccess, expected) => {
    const sandbox = { mode: "all", workspaceAccess } as const;
    const config = { agents: { list: [{ id: "main", sandbox }] } };
    expect(answer(config, { tool, agentId: "main" })).toBe(expected);
    // Nobody's word takes a session out of the sandbox that the config prescribes; that of releases does.
    expect(answer(config, { tool, agentId: "main", sandboxed: false })).toBe(expected);
    const elsewhere = { agents: { list: [{ id: "main", sandbox: { ...sandbox, mode: "off" } }] } } as const;
    expect(answer(elsewhere, { tool, agentId: "main", sandboxed: false })).toBe("allowed");
    expect(answer(config, { tool, agentId: "main", sandboxed: true }, "openclaw@2026.9.6")).toBe("allowed");
  });

  it("asks the group, the sandbox and the sub-agents", () => {
    const config = {
      channels: {
        irc: {
          groups: { "#a": { tools: { deny: ["tts"] }, toolsBySender: { "name:Al": { deny: ["pdf"] } } } },
        },
      },
      agents: {
        list: [
          { id: "main", default: true },
          { id: "guest", sandbox: { enabled: true, tools: { deny: ["read"] } } },
        ],
      },
    };
    const inGroup = { channel: "irc", chatType: "group", peer: "#a", agentId: "main" } as const;
    expect(answer(config, { ...inGroup, tool: "tts" })).toBe(
      'denied group channels.irc.groups["#a"].tools.deny[0]',
    );
    expect(answer(config, { ...inGroup, tool: "tts", senderName: "Al" })).toBe("allowed");
    expect(answer(config, { tool: "read", agentId: "guest" })).toBe(
      "denied sandbox agents.list[1].sandbox.tools.deny[0]",
    );
    expect(answer(config, { tool: "gateway", agentId: "guest" })).toBe(
      "denied sandbox tools.sandbox.tools.deny",
    );
    expect(answer(config, { tool: "web_fetch", agentId: "guest" })).toBe(
      "not-listed sandbox tools.sandbox.tools",
    );
    expect(answer(config, { tool: "gateway", agentId: "main", subagent: {} })).toBe(
      "denied subagent tools.subagents.tools.deny",
    );
  });

  it.each([
    ["2026-11", "openai/gpt-5", 'denied global-provider tools.byProvider["openai/gpt-5"].deny[0]'],
    ["openclaw@2026.9.6", "openai/gpt-5", "allowed"],
    ["openclaw@2026.9.6", "gpt-5", 'denied global-provider tools.byProvider["openai/gpt-5"].deny[0]'],
    ["openclaw@2026.4.27", "openai/gpt-5", 'denied global-provider tools.byProvider["openai/gpt-5"].deny[0]'],
  ] as const)("%s: finds the entry of %s, or does not: %s", (edition, model, expected) => {
    const policy = parsePolicy(
      { tools: { byProvider: { "openai/gpt-5": { deny: ["exec"] } } } },
      { edition },
    );
    const asked = { tool: "exec", agentId: "main", provider: "openai", model };
    const { reason, layer = "", path = "" } = evaluateTool(asked, policy);
    expect(`${reason} ${layer} ${path}`.trim()).toBe(expected);
  });

  it("knows a plugin's tools by the plugin", () => {
    const config = { tools: { allow: ["lobster", "read"] } };
    expect(answer(config, { tool: "lobster_run", plugin: "lobster", agentId: "main" })).toBe("allowed");
    expect(answer(config, { tool: "wiki_get", plugin: "wiki", agentId: "main" })).toBe(
      "not-listed global tools",
    );
    expect(answer({ tools: { deny: ["group:plugins"] } }, { tool: "wiki_get", plugin: "wiki" })).toBe(
      "denied global tools.deny[0]",
    );
  });

  it("takes hostile names for data", () => {
    for (const tool of ["__proto__", "constructor", "\0", "\ud800", "x".repeat(1_000_000)])
      expect(answer({ tools: { allow: ["read"] } }, { tool })).toBe("not-listed global tools");
  });

  it("has no profile that contains a tool of no group, `bundle-mcp` aside, in any edition", () => {
    for (const edition of editions) {
      const { groups, profiles } = toolTables(parsePolicy({}, { edition }));
      const tools = new Set(["*", "bundle-mcp", ...groups.keys(), ...[...groups.values()].flat()]);
      const strangers = [...profiles.values()].flatMap((names = []) =>
        names.filter((name) => !tools.has(name)),
      );
      expect([edition, strangers]).toEqual([edition, []]);
    }
  });
});

describe("faults of the releases, and 2026-11", () => {
  it.each<readonly [string, ConfigInput["tools"], ToolRequest, Edition, string, string]>([
    [
      "T1 an unknown profile restricts nothing",
      { profile: "minimul" },
      { tool: "exec" },
      "openclaw@2026.9.6",
      "allowed",
      "refused",
    ],
    [
      "T2 an empty allow list is everything",
      { allow: [] },
      { tool: "exec" },
      "openclaw@2026.9.6",
      "allowed",
      "refused",
    ],
    [
      "T4b an unknown group in deny denies nothing",
      { deny: ["group:unknown"] },
      { tool: "exec" },
      "openclaw@2026.9.6",
      "allowed",
      "refused",
    ],
    [
      "T5 `constructor` cannot be read",
      { allow: ["constructor"] },
      { tool: "exec" },
      "openclaw@2026.4.5",
      "unreadable-list global tools",
      "not-listed global tools",
    ],
    [
      "T5 `constructor` alone is everything",
      { allow: ["constructor"] },
      { tool: "exec" },
      "openclaw@2026.9.1",
      "allowed",
      "not-listed global tools",
    ],
    [
      "a denial by pattern misses a name of two lines",
      { deny: ["ex*"] },
      { tool: "ex\nec" },
      "openclaw@2026.9.6",
      "allowed",
      "denied global tools.deny[0]",
    ],
    [
      "T6 who may run may patch",
      { allow: ["exec"] },
      { tool: "apply_patch" },
      "openclaw@2026.3.24",
      "allowed",
      "not-listed global tools",
    ],
    [
      "T6b a denial of writing covers patching",
      { deny: ["write"] },
      { tool: "apply_patch" },
      "openclaw@2026.5.2",
      "denied global tools.deny[0]",
      "allowed",
    ],
    [
      "a profile is cut down to the list beside it, so that what is added is not there",
      { profile: "coding", allow: ["browser"] },
      { tool: "browser" },
      "openclaw@2026.9.6",
      "not-listed profile tools.profile",
      "allowed",
    ],
    [
      "and neither is what the profile has",
      { profile: "coding", allow: ["browser"] },
      { tool: "read" },
      "openclaw@2026.1.29",
      "not-listed global tools",
      "allowed",
    ],
    [
      "T7 a list of plugins alone is dropped",
      { allow: ["lobster"] },
      { tool: "exec" },
      "openclaw@2026.4.2",
      "allowed",
      "not-listed global tools",
    ],
    [
      "T8 a section grants its tools",
      { profile: "minimal", exec: {} },
      { tool: "exec" },
      "openclaw@2026.4.27",
      "allowed",
      "not-listed profile tools.profile",
    ],
    [
      "a sandbox's own denial replaces the default ones",
      { sandbox: { tools: { allow: ["*"], deny: ["read"] } } },
      { tool: "tts", sandboxed: true },
      "openclaw@2026.9.6",
      "allowed",
      "allowed",
    ],
    [
      "a default denial is lost beside a configured one",
      { sandbox: { tools: { allow: ["group:fs", "g*"], deny: ["read"] } } },
      { tool: "browser", sandboxed: true },
      "openclaw@2026.9.6",
      "not-listed sandbox tools.sandbox.tools",
      "denied sandbox tools.sandbox.tools.deny",
    ],
  ])("%s", (_, tools, request, edition, then, now) => {
    expect(answer({ tools }, { agentId: "main", ...request }, edition)).toBe(then);
    const parsed = safeParsePolicy({ tools }, { edition: "2026-11" });
    expect(parsed.ok ? answer({ tools }, { agentId: "main", ...request }) : "refused").toBe(now);
  });
});

const name = fc.constantFrom(
  "read",
  "exec",
  "write",
  "apply_patch",
  "group:fs",
  "group:runtime",
  "sessions_*",
  "*",
  "lobster",
  "pdf",
);
const names = fc.array(name, { minLength: 1, maxLength: 3 });
const selection = {
  profile: fc.constantFrom("minimal", "coding", "messaging", "full"),
  allow: names,
  alsoAllow: names,
  deny: names,
};
const layer = fc.record(selection, { requiredKeys: [] });
const section = fc.record(
  {
    ...selection,
    byProvider: fc.record({ openai: layer }),
    toolsBySender: fc.record({ "*": fc.record({ allow: names, deny: names }, { requiredKeys: [] }) }),
    sandbox: fc.record({ tools: fc.record({ allow: names, deny: names }, { requiredKeys: [] }) }),
    subagents: fc.record({ tools: fc.record({ allow: names, deny: names }, { requiredKeys: [] }) }),
  },
  { requiredKeys: [] },
);
const sandbox = fc.record(
  { enabled: fc.boolean(), workspaceAccess: fc.constantFrom("none", "ro", "rw") },
  { requiredKeys: [] },
);
const config = fc.record({
  tools: section,
  agents: fc.record({ list: fc.tuple(fc.record({ id: fc.constant("main"), tools: section, sandbox })) }),
});
const request: fc.Arbitrary<ToolRequest> = fc.record(
  {
    tool: fc.constantFrom(
      ...["read", "exec", "bash", "write", "apply_patch", "sessions_list", "gateway", "lobster_run"],
    ),
    plugin: fc.constant("lobster"),
    agentId: fc.constant("main"),
    provider: fc.constant("openai"),
    sandboxed: fc.boolean(),
    subagent: fc.constant({ spawnDepth: 1 }),
  },
  { requiredKeys: ["tool", "agentId"] },
);

describe("what 2026-11 decides", () => {
  it("allows beside a profile what the profile or the list allows, and is not denied", () => {
    fc.assert(
      fc.property(
        fc.record(selection, { requiredKeys: ["profile", "allow"] }),
        request,
        (tools, { tool }) => {
          const allows = (part: ConfigInput["tools"]) => answer({ tools: part }, { tool }) === "allowed";
          const { profile, allow, alsoAllow, deny } = tools;
          const either = [{ profile, ...(alsoAllow && { alsoAllow }) }, { allow }].some(allows);
          expect(allows(tools)).toBe(either && allows(deny && { deny }));
        },
      ),
      runs,
    );
  });

  it("lets nothing write a workspace that may only be read, whatever the lists say", () => {
    const writers = fc.constantFrom("write", "edit", "apply_patch", "Apply-Patch", " write ");
    const sandbox = { enabled: true, workspaceAccess: "ro" } as const;
    fc.assert(
      fc.property(section, request, writers, (tools, wanted, tool) => {
        const asked = { ...wanted, tool, sandboxed: true };
        expect(answer({ tools, agents: { defaults: { sandbox } } }, asked)).not.toBe("allowed");
      }),
      runs,
    );
  });
});

describe("the sentence on a tool", () => {
  it.each<readonly [ConfigInput, ToolRequest, string]>([
    [
      { tools: { deny: ["exec"] } },
      { tool: "bash" },
      "The tool may not be used: bash is another name for exec, and it is denied by the layer global (tools.deny[0]).",
    ],
    [
      { tools: { profile: "coding" } },
      { tool: " Apply-Patch" },
      "The tool may be used: apply-patch is another name for apply_patch, and no layer objects.",
    ],
    [{ tools: { profile: "coding" } }, { tool: "EXEC" }, "The tool may be used: no layer objects."],
    [{}, { tool: "exec" }, "The tool may be used: no layer objects (the default of 2026-11)."],
    [
      {},
      { tool: "gateway", sandboxed: true },
      "The tool may not be used: it is denied by the layer sandbox (tools.sandbox.tools.deny: the default of 2026-11).",
    ],
    [
      {},
      { tool: "web_fetch", sandboxed: true },
      "The tool may not be used: it is not on the list of what is allowed by the layer sandbox (tools.sandbox.tools: the default of 2026-11).",
    ],
    [
      { agents: { defaults: { sandbox: { tools: { allow: ["read"] } } } } },
      { tool: "exec", sandboxed: true },
      "The tool may not be used: it is not on the list of what is allowed by the layer sandbox (agents.defaults.sandbox.tools).",
    ],
    [
      { agents: { defaults: { sandbox: { tools: { deny: ["image"] } } } } },
      { tool: "view_image", sandboxed: true },
      "The tool may not be used: it is denied by the layer sandbox (agents.defaults.sandbox.tools.deny[0]).",
    ],
    [
      {},
      { tool: "gateway", subagent: {} },
      "The tool may not be used: it is denied by the layer subagent (tools.subagents.tools.deny: the default of 2026-11).",
    ],
    [
      { tools: { subagents: { tools: { deny: ["read"] } } } },
      { tool: "read", subagent: {} },
      "The tool may not be used: it is denied by the layer subagent (tools.subagents.tools.deny[0]).",
    ],
  ])("%j, %j: %s", (config, request, sentence) => {
    const policy = parsePolicy(config, { edition: "2026-11" });
    expect(explainTool(evaluateTool({ agentId: "main", ...request }, policy))).toBe(sentence);
  });

  it("names a default only where no setting decided, and then the edition", () => {
    fc.assert(
      fc.property(config, request, fc.constantFrom(...editions), (written, wanted, edition) => {
        const parsed = safeParsePolicy(knownTo(edition, written), { edition });
        fc.pre(parsed.ok);
        const decision = evaluateTool(wanted, parsed.policy);
        expect([undefined, edition]).toContain(decision.defaultOf);
        const isEntry = decision.path?.endsWith("]") === true;
        expect(isEntry && decision.defaultOf !== undefined).toBe(false);
      }),
      runs,
    );
  });
});

describe("the trace of a decision about a tool", () => {
  it("agrees with the decision, and changes nothing about it", () => {
    fc.assert(
      fc.property(config, request, fc.constantFrom(...editions), (written, wanted, edition) => {
        const parsed = safeParsePolicy(knownTo(edition, written), { edition });
        fc.pre(parsed.ok);
        const { trace, ...decision } = evaluateTool(wanted, parsed.policy, { trace: true });
        expect(evaluateTool(wanted, parsed.policy)).toEqual(decision);
        expect(trace?.layers.every(({ allowed }) => allowed)).toBe(decision.allowed);
        expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
        expect(explainTool(decision)).toMatch(/^[A-Z].*\.$/);
      }),
      runs,
    );
  });

  it("names settings that turn the answer, all of them needed", () => {
    fc.assert(
      fc.property(config, request, fc.constantFrom(...editions), (written, wanted, edition) => {
        const parsed = safeParsePolicy(knownTo(edition, written), { edition });
        fc.pre(parsed.ok);
        const { allowed, trace } = evaluateTool(wanted, parsed.policy, { trace: true });
        for (const changes of trace?.opposite ?? []) {
          const after = uncheckedPolicy(changeSettings(knownTo(edition, written), changes, 0), edition);
          const turned = evaluateTool(wanted, after).allowed;
          expect({ changes, turned }).toEqual({ changes, turned: !allowed });
        }
      }),
      runs,
    );
  });
});
