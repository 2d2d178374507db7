import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Policy } from "../../../src/config/policy.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { explainTool } from "../../../src/policy/tool/explain.ts";
import { resolveToolSettings } from "../../../src/policy/tool/tool-settings.ts";
import { evaluateTool, layersInForce, type ToolRequest } from "../../../src/policy/tool/tool.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const policies = new Map<string, Policy>();

/** The policy of a config, read once however many rows ask it. */
function policyOf(config: object, edition: Edition): Policy {
  const name = `${edition} ${JSON.stringify(config)}`;
  const policy = policies.get(name) ?? uncheckedPolicy(config as ConfigInput, edition);
  policies.set(name, policy);
  return policy;
}

function decide(config: object, request: object, edition: Edition = "2026-11") {
  const asked = { agentId: "main", ...request } as ToolRequest;
  return evaluateTool(asked, policyOf(config, edition), { trace: true });
}

/** All that a decision says but for its trace, in a line. */
function told(config: object, request: object, edition?: Edition): string {
  const { kind, allowed, reason, layer, path, defaultOf, missing, facts, alias } = decide(
    config,
    request,
    edition,
  );
  expect([kind, allowed]).toEqual(["tool", reason === "allowed"]);
  const more = [
    layer,
    path,
    missing,
    facts,
    alias && `${alias.asked} is ${alias.meant}`,
    defaultOf && "by default",
  ];
  return [reason, ...more.filter((each) => each !== undefined).map(String)].join(", ");
}

/** What the layers of some names say of a tool. */
function layersOf(
  config: object,
  request: object,
  edition: Edition | undefined,
  ...names: readonly string[]
) {
  return (decide(config, request, edition).trace?.layers ?? [])
    .filter(({ layer }) => names.length === 0 || names.includes(layer))
    .map(({ layer, path, reason, entries }) => [layer, path, reason, ...entries].join(" "))
    .join("; ");
}

/** The places of the layers of one name. */
function pathsOf(name: string, config: object, request: object, edition: Edition): readonly string[] {
  const layers = decide(config, request, edition).trace?.layers ?? [];
  return layers.filter(({ layer }) => layer === name).map(({ path }) => path);
}

describe("what a decision says, whole", () => {
  it("of a tool that is denied, and of one that is allowed", () => {
    const config = { tools: { deny: ["read", "exec"] } };
    expect(decide(config, { tool: "Bash" })).toStrictEqual({
      kind: "tool",
      allowed: false,
      reason: "denied",
      layer: "global",
      path: "tools.deny[1]",
      alias: { asked: "bash", meant: "exec" },
      trace: {
        tool: "exec",
        layers: [
          { layer: "global", path: "tools", allowed: false, reason: "denied", entries: ["tools.deny[1]"] },
        ],
        opposite: [[[{ setting: "tools.deny[1]", to: null }]]],
      },
    });
    expect(decide(config, { tool: "tts" })).toStrictEqual({
      kind: "tool",
      allowed: true,
      reason: "allowed",
      trace: {
        tool: "tts",
        layers: [{ layer: "global", path: "tools", allowed: true, reason: "no-list", entries: [] }],
        opposite: [[[{ setting: "tools.deny[2]", to: "tts" }]]],
      },
    });
  });

  it("of what cannot be read", () => {
    const denied = { kind: "tool", allowed: false, reason: "malformed-request" } as const;
    const policy = uncheckedPolicy({}, "2026-11");
    expect(evaluateTool({} as ToolRequest, policy)).toStrictEqual({ ...denied, facts: ["tool"] });
    expect(evaluateTool({ tool: " " }, policy)).toStrictEqual({ ...denied, facts: ["tool"] });
    expect(evaluateTool({ tool: "tts", ownTools: 7 } as unknown as ToolRequest, policy)).toStrictEqual({
      ...denied,
      facts: ["ownTools"],
    });
    expect(evaluateTool({ tool: " " }, uncheckedPolicy({}, "openclaw@2026.9.6")).allowed).toBe(true);
    const unresolved = {
      ok: false,
      reason: "missing-peer",
      missing: ["peer"],
      tool: "tts",
    } as unknown as ToolRequest;
    const noSession = { kind: "tool", allowed: false, reason: "unresolved-session" };
    expect(evaluateTool(unresolved, policy)).toStrictEqual(noSession);
    expect(evaluateTool(unresolved, uncheckedPolicy({}, "openclaw@2026.9.6"))).toStrictEqual(noSession);
  });

  it("as little as is asked for", () => {
    const policy = uncheckedPolicy({}, "2026-11");
    expect(evaluateTool({ tool: "tts" }, policy)).toStrictEqual({
      kind: "tool",
      allowed: true,
      reason: "allowed",
      defaultOf: "2026-11",
    });
    expect(evaluateTool({ tool: "tts" }, policy, { trace: false })).not.toHaveProperty("trace");
  });

  it("names the layers that are in force, and none where it is not certain whose they are", () => {
    const config: ConfigInput = {
      tools: { deny: ["a"], profile: "coding" },
      agents: { list: [{ id: "x" }, { id: "y" }] },
    };
    const names = (request: object, edition: Edition) =>
      layersInForce(request as ToolRequest, uncheckedPolicy(config, edition)).map(({ name }) => name);
    expect(names({ tool: "a", agentId: "x" }, "2026-11")).toEqual(["profile", "global"]);
    expect(names({ tool: "a" }, "2026-11")).toEqual([]);
    expect(names({ tool: 7, agentId: "x" }, "2026-11")).toEqual([]);
    expect(
      names({ tool: "a", agentId: "x", ok: false, reason: "missing-peer", missing: [] }, "2026-11"),
    ).toEqual([]);
  });
});

describe("whose tools they are", () => {
  const agents = (...ids: readonly string[]) => ({
    agents: { list: ids.map((id) => ({ id, tools: { deny: ["x"] } })) },
  });
  const asked: readonly Edition[] = [
    "openclaw@2026.2.21",
    "openclaw@2026.7.35",
    "openclaw@2026.8.1",
    "openclaw@2026.9.6",
    "2026-11",
  ];
  const whose = (config: object, request: object) =>
    asked
      .map((edition) => {
        const { reason, layer, path } = evaluateTool({ tool: "x", ...request }, policyOf(config, edition));
        return layer === undefined ? reason : String(path).replace(/^agents\.list\[(\d)\].*$/, "$1");
      })
      .join(" ");

  it.each<readonly [string, object, object, string]>([
    ["the agent that is named", agents("main", "work"), { agentId: "Work " }, "allowed 1 1 1 1"],
    ["that of the key", agents("main", "work"), { key: "agent:work:main" }, "1 1 1 1 1"],
    [
      "the named one before the key's",
      agents("main", "work"),
      { agentId: "main", key: "agent:work:main" },
      "1 0 agent-mismatch agent-mismatch fact-mismatch",
    ],
    [
      "both, where they are one",
      agents("main", "work"),
      { agentId: "work", key: "agent:Work:main" },
      "1 1 1 1 1",
    ],
    [
      "that of a key without one",
      agents("main", "work"),
      { key: "telegram:direct:1" },
      "0 0 ambiguous-agent ambiguous-agent ambiguous-agent",
    ],
    [
      "that of an empty key",
      agents("main", "work"),
      { key: "" },
      "allowed allowed ambiguous-agent ambiguous-agent ambiguous-agent",
    ],
    [
      "that of a key that names none",
      agents("main", "work"),
      { key: "agent::x" },
      "0 0 ambiguous-agent ambiguous-agent ambiguous-agent",
    ],
    [
      "that of a named one before such a key",
      agents("main", "work"),
      { agentId: "work", key: "agent::x" },
      "0 1 1 ambiguous-agent ambiguous-agent",
    ],
    ["the only one, where none is named", agents("work"), {}, "allowed allowed 0 0 0"],
    [
      "the default one",
      { agents: { list: [{ id: "a" }, { id: "b", default: true, tools: { deny: ["x"] } }] } },
      {},
      "allowed allowed 1 1 1",
    ],
    [
      "nobody's, where there is no default",
      agents("a", "b"),
      {},
      "allowed allowed ambiguous-agent ambiguous-agent ambiguous-agent",
    ],
    ["a blank name is none", agents("a", "b"), { agentId: " ", key: "agent:b:main" }, "1 1 1 1 1"],
    [
      "that of a key where no agents are listed",
      { agents: { list: [] } },
      { key: "agent:Work:main", agentId: "other" },
      "allowed allowed allowed allowed fact-mismatch",
    ],
  ])("%s", (_, config, request, expected) => {
    expect(whose(config, request)).toBe(expected);
  });
});

describe("the entry of a provider that holds", () => {
  const entries = (...names: readonly string[]) => ({
    tools: { byProvider: Object.fromEntries(names.map((name) => [name, { deny: ["x"] }])) },
  });
  const asked: readonly Edition[] = [
    "openclaw@2026.4.27",
    "openclaw@2026.4.29",
    "openclaw@2026.5.12",
    "openclaw@2026.9.6",
    "2026-11",
  ];
  it.each<readonly [string, object, object, string]>([
    ["the provider's", entries("openai"), { provider: " OpenAI " }, "openai openai openai openai openai"],
    ["not another's", entries("openai"), { provider: "zai" }, "none none none none none"],
    ["none where none is told", entries("openai", "/"), { model: "gpt-5" }, "none none none none none"],
    ["none of no name", entries(" "), { provider: " " }, "none none none none none"],
    [
      "none of a model of no name",
      entries("openai/"),
      { provider: "openai", model: " " },
      'none ["openai/"] ["openai/"] ["openai/"] ["openai/"]',
    ],
    [
      "the model's before the provider's",
      entries("openai", "openai/gpt-5"),
      { provider: "openai", model: "GPT-5" },
      '["openai/gpt-5"] ["openai/gpt-5"] ["openai/gpt-5"] ["openai/gpt-5"] ["openai/gpt-5"]',
    ],
    [
      "not another model's",
      entries("openai", "openai/gpt-4"),
      { provider: "openai", model: "gpt-5" },
      "openai openai openai openai openai",
    ],
    [
      "of a model that is told with its provider",
      entries("openai/gpt-5"),
      { provider: "openai", model: "openai/gpt-5" },
      '["openai/gpt-5"] none none none ["openai/gpt-5"]',
    ],
    [
      "of a model that has a slash",
      entries("openrouter/meta/llama", "meta/llama"),
      { provider: "openrouter", model: "meta/llama" },
      '["meta/llama"] ["openrouter/meta/llama"] ["openrouter/meta/llama"] ["openrouter/meta/llama"] ["openrouter/meta/llama"]',
    ],
    ["under a former name", entries("z.ai"), { provider: "zai" }, 'none ["z.ai"] ["z.ai"] none none'],
    ["asked by one", entries("zai"), { provider: "Z-AI" }, "none zai zai none none"],
    [
      "under another former name",
      entries("moonshot-ai/k2"),
      { provider: "moonshot", model: "k2" },
      'none none ["moonshot-ai/k2"] none none',
    ],
    [
      "a provider with a slash and nothing behind it",
      entries("z.ai/"),
      { provider: "zai" },
      'none ["z.ai/"] ["z.ai/"] none none',
    ],
    [
      "a slash and nothing before it",
      entries("/x"),
      { provider: "/x" },
      '["/x"] ["/x"] ["/x"] ["/x"] ["/x"]',
    ],
    [
      "its own name before others, whichever comes first",
      entries("z.ai", "zai"),
      { provider: "zai" },
      "zai zai zai zai zai",
    ],
    ["also where that comes last", entries("zai", "z.ai"), { provider: "zai" }, "zai zai zai zai zai"],
    ["of two other names", entries("z.ai", "z-ai"), { provider: "zai" }, 'none ["z.ai"] ["z.ai"] none none'],
    ["of two spellings of its own", entries("ZAI", "zai"), { provider: "zai" }, "zai ZAI ZAI ZAI ZAI"],
  ])("%s", (_, config, request, expected) => {
    const found = asked.map((edition) => {
      const { path = "none" } = decide(config, { tool: "x", ...request }, edition);
      return path.replace(/^tools\.byProvider\.?(.*)\.deny\[0\]$/, "$1");
    });
    expect(found.join(" ")).toBe(expected);
  });

  it("is extended by the agent's own list alone, where that has one", () => {
    const config = {
      tools: { byProvider: { openai: { profile: "minimal", alsoAllow: ["tts"] } } },
      agents: { list: [{ id: "main", tools: { byProvider: { openai: { alsoAllow: ["read"] } } } }] },
    };
    const extended = (tool: string) =>
      asked.map((edition) => decide(config, { tool, provider: "openai" }, edition).allowed);
    expect(extended("read")).toEqual([true, true, true, true, true]);
    expect(extended("tts")).toEqual([false, false, false, false, false]);
  });

  it("is the agent's own beside everybody's", () => {
    const byProvider = { openai: { deny: ["y"], profile: "minimal" } };
    const config = {
      tools: { byProvider },
      agents: {
        list: [{ id: "main", tools: { byProvider: { openai: { deny: ["x"], alsoAllow: ["tts"] } } } }],
      },
    };
    expect(layersOf(config, { tool: "x", provider: "openai" }, "2026-11")).toBe(
      "provider-profile tools.byProvider.openai.profile not-listed; global-provider tools.byProvider.openai no-list; agent-provider agents.list[0].tools.byProvider.openai denied agents.list[0].tools.byProvider.openai.deny[0]",
    );
    expect(layersOf(config, { tool: "tts", provider: "openai" }, "openclaw@2026.9.6")).toBe(
      "provider-profile tools.byProvider.openai.profile listed agents.list[0].tools.byProvider.openai.alsoAllow[0]; global-provider tools.byProvider.openai no-list; agent-provider agents.list[0].tools.byProvider.openai listed agents.list[0].tools.byProvider.openai.alsoAllow[0]",
    );
    expect(layersOf(config, { tool: "x", provider: "zai" }, "2026-11")).toBe("");
  });
});

describe("the lists of a sender that hold", () => {
  const bySender = (...keys: readonly string[]) => ({
    tools: { toolsBySender: Object.fromEntries(keys.map((key) => [key, { deny: ["x"] }])) },
  });
  const asked: readonly Edition[] = ["openclaw@2026.5.12", "2026-11"];
  it.each<readonly [string, object, object, string]>([
    ["by the id", bySender("id:7", "*"), { sender: "7" }, '["id:7"] | ["id:7"]'],
    [
      "by the channel and an id with an `@`",
      bySender("channel:irc:@Ann"),
      { sender: "@ann", channel: "irc" },
      '["channel:irc:@Ann"] | ["channel:irc:@Ann"]',
    ],
    ["by a plain id", bySender("7"), { sender: " 7" }, '["7"] | ["7"]'],
    ["without the `@`", bySender("@Ann"), { sender: "ann" }, '["@Ann"] | ["@Ann"]'],
    ["an `@` within stays", bySender("a@b"), { sender: "ab" }, "none | none"],
    ["not of another", bySender("8"), { sender: "7" }, "none | none"],
    ["of anybody", bySender("*", "8"), { sender: "7" }, '["*"] | ["*"]'],
    ["of anybody, blanks aside", bySender(" * "), { sender: "7" }, '[" * "] | [" * "]'],
    [
      "under no blank key",
      bySender(" ", "id: ", "channel::", "channel:irc:", "channel: :7"),
      { sender: "7", channel: "irc" },
      "none | none",
    ],
    ["of nobody by a blank id", bySender("id: "), { sender: " " }, "none | none"],
    ["by another id of theirs", bySender("id:8"), { sender: "7", aliases: ["8"] }, 'none | ["id:8"]'],
    [
      "by the phone number",
      bySender("e164:+15"),
      { sender: "7", senderE164: "+15" },
      '["e164:+15"] | ["e164:+15"]',
    ],
    [
      "which is the id where ids are numbers",
      bySender("e164:+15"),
      { sender: "15", channel: "whatsapp" },
      'none | ["e164:+15"]',
    ],
    [
      "unless another is told",
      bySender("e164:+15"),
      { sender: "15", senderE164: "+16", channel: "whatsapp" },
      "none | none",
    ],
    ["and not elsewhere", bySender("e164:+15"), { sender: "15", channel: "irc" }, "none | none"],
    [
      "by the user name",
      bySender("username:@Ann"),
      { sender: "7", senderUsername: "ann" },
      '["username:@Ann"] | ["username:@Ann"]',
    ],
    [
      "exactly",
      bySender("username:ann"),
      { sender: "7", senderUsername: "ann" },
      '["username:ann"] | ["username:ann"]',
    ],
    [
      "by the name",
      bySender("name:Ann B"),
      { sender: "7", senderName: "Ann B" },
      '["name:Ann B"] | ["name:Ann B"]',
    ],
    [
      "nearly by it",
      bySender("name:ann b"),
      { sender: "7", senderName: "Ann B" },
      '["name:ann b"] | ["name:ann b"]',
    ],
    [
      "not by a name for a user name",
      bySender("username:ann"),
      { sender: "7", senderName: "ann", senderUsername: "bob" },
      "none | none",
    ],
    ["by the kind in any case", bySender("ID:7"), { sender: "7" }, '["ID:7"] | ["ID:7"]'],
    ["by no kind, which is an id", bySender("foo:7"), { sender: "foo:7" }, '["foo:7"] | ["foo:7"]'],
    [
      "by channel and id",
      bySender("channel:IRC:Ann"),
      { sender: "Ann", channel: "irc" },
      '["channel:IRC:Ann"] | ["channel:IRC:Ann"]',
    ],
    ["nearly so", bySender("channel:irc:@ann"), { sender: "Ann", channel: "irc" }, "none | none"],
    ["not on another", bySender("channel:irc:ann"), { sender: "ann", channel: "slack" }, "none | none"],
    ["nor on none", bySender("channel:irc:ann"), { sender: "ann" }, "none | none"],
    ["by an id that begins so", bySender("channel:irc:ann"), { sender: "channel:irc:ann" }, "none | none"],
    [
      "the id before the name",
      bySender("name:Ann", "id:7"),
      { sender: "7", senderName: "Ann" },
      '["id:7"] | ["id:7"]',
    ],
    [
      "the channel before the id",
      bySender("id:7", "channel:irc:7"),
      { sender: "7", channel: "irc" },
      '["channel:irc:7"] | ["channel:irc:7"]',
    ],
    [
      "exactly before nearly so, which takes away",
      bySender("id:ann", "id:Ann"),
      { sender: "Ann" },
      '["id:ann"] | ["id:Ann"]',
    ],
    ["the first of two alike", bySender("7", "id:7"), { sender: "7" }, '["7"] | ["7"]'],
    ["an `@` of a name stays", bySender("name:@Ann"), { sender: "7", senderName: "Ann" }, "none | none"],
    ["and of an id that is called one", bySender("id:@Ann"), { sender: "ann" }, "none | none"],
    [
      "exactly by a number",
      bySender("id:+15", "*"),
      { sender: "15", channel: "whatsapp" },
      '["*"] | ["id:+15"]',
    ],
    [
      "however it is written",
      bySender("e164:+1 5", "*"),
      { sender: "7", senderE164: "+15" },
      '["*"] | ["e164:+1 5"]',
    ],
    ["which a name is not", bySender("name:A1"), { sender: "7", senderName: "B1" }, "none | none"],
    [
      "nor is an id of one",
      bySender("name:+15"),
      { sender: "7", senderName: "15", channel: "whatsapp" },
      "none | none",
    ],
    ["nor is the id a name", bySender("name:15"), { sender: "15", channel: "whatsapp" }, "none | none"],
    [
      "of nobody who is called `@`",
      bySender("@", "username:@", "channel:irc:", "channel::7"),
      { sender: "@", senderUsername: "@", channel: "irc" },
      "none | none",
    ],
    ["nor on a channel of no name", bySender("channel::7"), { sender: "7", channel: " " }, "none | none"],
    ["by an id that is nearly a kind", bySender("names"), { sender: "names" }, ".names | .names"],
    [
      "exactly by channel and id",
      bySender("channel:irc:Ann", "*"),
      { sender: "Ann", channel: "irc" },
      '["channel:irc:Ann"] | ["channel:irc:Ann"]',
    ],
    [
      "nearly by them",
      bySender("channel:irc:ann", "*"),
      { sender: "@Ann", channel: "irc" },
      '["channel:irc:ann"] | ["*"],["channel:irc:ann"]',
    ],
    ["by an id with its `@`", bySender("id:@ann"), { sender: "@Ann" }, '["id:@ann"] | ["id:@ann"]'],
    ["or without", bySender("id:ann"), { sender: "@Ann" }, '["id:ann"] | ["id:ann"]'],
    [
      "by the id, and nearly by the channel, too",
      bySender("channel:irc:ann", "id:Ann"),
      { sender: "Ann", channel: "irc" },
      '["channel:irc:ann"] | ["channel:irc:ann"]',
    ],
    [
      "exactly by channel and id, where ids have case",
      bySender("channel:line:Ann", "*"),
      { sender: "Ann", channel: "line" },
      '["channel:line:Ann"] | ["channel:line:Ann"]',
    ],
    [
      "nearly by them there",
      bySender("channel:line:ann", "*"),
      { sender: "Ann", channel: "LINE" },
      '["channel:line:ann"] | ["*"],["channel:line:ann"]',
    ],
    [
      "by the id there, and nearly by the channel",
      bySender("channel:line:ann", "id:Ann"),
      { sender: "Ann", channel: "line" },
      '["channel:line:ann"] | ["id:Ann"],["channel:line:ann"]',
    ],
    [
      "of nobody by other ids that are blank",
      bySender("id:", "e164:", "channel:line:"),
      { sender: "7", aliases: ["", " "], channel: "line" },
      "none | none",
    ],
    [
      "none that is null",
      { tools: { toolsBySender: { "id:7": null, "*": { deny: ["x"] } } } },
      { sender: "7" },
      '["*"] | ["*"]',
    ],
  ])("%s", (_, config, request, expected) => {
    const held = asked.map((edition) => pathsOf("sender", config, { tool: "x", ...request }, edition));
    expect(
      held
        .map((paths) => paths.map((path) => path.slice("tools.toolsBySender".length)).join() || "none")
        .join(" | "),
    ).toBe(expected);
  });

  it("are the agent's own before everybody's, and nearly so of both", () => {
    const config = {
      tools: { toolsBySender: { "*": { deny: ["a"] }, "id:Ann": { deny: ["b"] } } },
      agents: { list: [{ id: "main", tools: { toolsBySender: { "id:ann": { deny: ["c"] } } } }] },
    };
    expect(layersOf(config, { tool: "x", sender: "Ann" }, "2026-11", "sender")).toBe(
      'sender tools.toolsBySender["id:Ann"] no-list; sender agents.list[0].tools.toolsBySender["id:ann"] no-list',
    );
    expect(layersOf(config, { tool: "x", sender: "Ann" }, "openclaw@2026.9.6", "sender")).toBe(
      'sender agents.list[0].tools.toolsBySender["id:ann"] no-list',
    );
    expect(layersOf(config, { tool: "x", sender: "Bob" }, "openclaw@2026.9.6", "sender")).toBe(
      'sender tools.toolsBySender["*"] no-list',
    );
    expect(layersOf(config, { tool: "x", sender: "Ann" }, "openclaw@2026.5.7", "sender")).toBe("");
  });
});

describe("the lists of a room that hold", () => {
  const irc = (groups: object, more: object = {}) => ({ channels: { irc: { groups, ...more } } });
  const line = (groups: object) => ({ channels: { line: { groups } } });
  const room = { channel: "irc", chatType: "group", peer: "#A" } as const;
  const x = { deny: ["x"] };
  const asked: readonly Edition[] = [
    "openclaw@2026.2.21",
    "openclaw@2026.2.22",
    "openclaw@2026.9.6",
    "2026-11",
  ];
  it.each<readonly [string, object, object, string]>([
    [
      "the room's",
      irc({ "#A": { tools: x }, "*": { tools: x } }),
      room,
      'irc.groups["#A"].tools | irc.groups["#A"].tools | irc.groups["#A"].tools | irc.groups["#A"].tools',
    ],
    [
      "those of all rooms",
      irc({ "*": { tools: x } }),
      room,
      'irc.groups["*"].tools | irc.groups["*"].tools | irc.groups["*"].tools | irc.groups["*"].tools',
    ],
    [
      "where the room says nothing",
      irc({ "#A": {}, "*": { tools: x } }),
      room,
      'irc.groups["*"].tools | irc.groups["*"].tools | irc.groups["*"].tools | irc.groups["*"].tools',
    ],
    [
      "of nobody in a direct chat",
      irc({ "*": { tools: x } }),
      { ...room, chatType: "direct" },
      "none | none | none | none",
    ],
    [
      "of a channel",
      irc({ "#A": { tools: x } }),
      { ...room, chatType: "channel" },
      'irc.groups["#A"].tools | irc.groups["#A"].tools | irc.groups["#A"].tools | irc.groups["#A"].tools',
    ],
    [
      "the sender's before everybody's",
      irc({ "#A": { tools: x, toolsBySender: { "id:7": x } } }),
      { ...room, sender: "7" },
      'irc.groups["#A"].tools | irc.groups["#A"].toolsBySender["id:7"] | irc.groups["#A"].toolsBySender["id:7"] | irc.groups["#A"].toolsBySender["id:7"]',
    ],
    [
      "a sender's of all rooms after the room's",
      irc({ "#A": { tools: x }, "*": { toolsBySender: { "id:7": x } } }),
      { ...room, sender: "7" },
      'irc.groups["#A"].tools | irc.groups["#A"].tools | irc.groups["#A"].tools | irc.groups["#A"].tools',
    ],
    [
      "a sender's by name, before keys had kinds",
      irc({ "#A": { toolsBySender: { "@Ann": x } } }),
      { ...room, sender: "7", senderName: "ann" },
      'irc.groups["#A"].toolsBySender["@Ann"] | none | none | none',
    ],
    [
      "of a room that is spelled nearly so",
      line({ a: { tools: x } }),
      { ...room, channel: "line", peer: "A" },
      "none | none | none | line.groups.a.tools",
    ],
    [
      "beside those of all rooms",
      line({ a: { tools: x }, "*": { tools: x } }),
      { ...room, channel: "line", peer: "A" },
      'line.groups["*"].tools | line.groups["*"].tools | line.groups["*"].tools | line.groups["*"].tools,line.groups.a.tools',
    ],
    [
      "not beside the room's",
      line({ A: {}, a: { tools: x } }),
      { ...room, channel: "line", peer: "A" },
      "none | none | none | none",
    ],
    [
      "of somebody nearly so there",
      line({ a: { toolsBySender: { "id:ANN": x } } }),
      { ...room, channel: "line", peer: "A", sender: "Ann" },
      'none | none | none | line.groups.a.toolsBySender["id:ANN"]',
    ],
    [
      "and of all who are",
      line({ a: { toolsBySender: { "id:ANN": x, "id:ann": x, "*": x } } }),
      { ...room, channel: "line", peer: "A", sender: "Ann" },
      'none | none | none | line.groups.a.toolsBySender["*"],line.groups.a.toolsBySender["id:ANN"],line.groups.a.toolsBySender["id:ann"]',
    ],
    [
      "of a room of any case where rooms have none",
      irc({ "#a": { tools: x } }),
      room,
      'irc.groups["#a"].tools | irc.groups["#a"].tools | irc.groups["#a"].tools | irc.groups["#a"].tools',
    ],
    [
      "of an account",
      irc({}, { accounts: { work: { groups: { "#A": { tools: x } } } } }),
      { ...room, account: "work" },
      'irc.accounts.work.groups["#A"].tools | irc.accounts.work.groups["#A"].tools | irc.accounts.work.groups["#A"].tools | irc.accounts.work.groups["#A"].tools',
    ],
    [
      "of another channel's rooms",
      { channels: { slack: { channels: { C1: { tools: x } } } } },
      { channel: "slack", chatType: "channel", peer: "C1" },
      "slack.channels.C1.tools | slack.channels.C1.tools | slack.channels.C1.tools | slack.channels.C1.tools",
    ],
    [
      "of its senders, by channel and id",
      { channels: { slack: { channels: { C1: { toolsBySender: { "channel:slack:U1": x } } } } } },
      { channel: "slack", chatType: "channel", peer: "C1", sender: "U1" },
      'none | none | none | slack.channels.C1.toolsBySender["channel:slack:U1"]',
    ],
    [
      "by an id that looks like a channel and one, until that is one",
      irc({ "#A": { toolsBySender: { "channel:irc:7": x } } }),
      { ...room, sender: "channel:irc:7" },
      'irc.groups["#A"].toolsBySender["channel:irc:7"] | irc.groups["#A"].toolsBySender["channel:irc:7"] | none | none',
    ],
    [
      "once",
      line({ A: { tools: x } }),
      { ...room, channel: "line", peer: "A" },
      "line.groups.A.tools | line.groups.A.tools | line.groups.A.tools | line.groups.A.tools",
    ],
    [
      "of such a channel's account",
      {
        channels: { slack: { channels: { C1: {} }, accounts: { work: { channels: { C1: { tools: x } } } } } },
      },
      { channel: "slack", chatType: "channel", peer: "C1", account: "work" },
      "slack.accounts.work.channels.C1.tools | slack.accounts.work.channels.C1.tools | slack.accounts.work.channels.C1.tools | slack.accounts.work.channels.C1.tools",
    ],
    [
      "not of a room that is not told",
      irc({ "*": { tools: x } }),
      { channel: "irc", chatType: "group", tool: "y" },
      "none | none | none | none",
    ],
    [
      "nor where it is not told what it is",
      irc({ "*": { tools: x } }),
      { channel: "irc", peer: "#A", tool: "y" },
      "none | none | none | none",
    ],
    [
      "nor on no channel",
      irc({ "*": { tools: x } }),
      { chatType: "group", peer: "#A", tool: "y" },
      "none | none | none | none",
    ],
  ])("%s", (_, config, request, expected) => {
    const held = asked.map((edition) => pathsOf("group", config, { tool: "x", ...request }, edition));
    expect(
      held.map((paths) => paths.map((path) => path.slice("channels.".length)).join() || "none").join(" | "),
    ).toBe(expected);
  });
});

describe("what a sandbox lets through", () => {
  const ofAll = (tools: object) => ({ tools: { sandbox: { tools } } });
  const asked: readonly Edition[] = [
    "openclaw@2026.2.12",
    "openclaw@2026.3.13",
    "openclaw@2026.9.6",
    "2026-11",
  ];
  it.each<readonly [string, object, string, string]>([
    [
      "what it lists by itself",
      {},
      "exec",
      "allowed, by default | allowed, by default | allowed, by default | allowed, by default",
    ],
    [
      "nothing else",
      {},
      "web_fetch",
      "not-listed, sandbox, ~, by default | not-listed, sandbox, ~, by default | not-listed, sandbox, ~, by default | not-listed, sandbox, ~, by default",
    ],
    [
      "not what it denies by itself",
      {},
      "gateway",
      "denied, sandbox, ~.deny, by default | denied, sandbox, ~.deny, by default | denied, sandbox, ~.deny, by default | denied, sandbox, ~.deny, by default",
    ],
    [
      "pictures",
      {},
      "image",
      "allowed, by default | allowed, by default | not-listed, sandbox, ~, by default | not-listed, sandbox, ~, by default",
    ],
    [
      "by their name of today",
      {},
      "view_image",
      "not-listed, sandbox, ~, by default | not-listed, sandbox, ~, by default | allowed, by default | allowed, by default",
    ],
    [
      "what a list has",
      ofAll({ allow: ["web_fetch"] }),
      "web_fetch",
      "allowed | allowed | allowed | allowed",
    ],
    [
      "nothing beside a list",
      ofAll({ allow: ["web_fetch"] }),
      "exec",
      "not-listed, sandbox, ~ | not-listed, sandbox, ~ | not-listed, sandbox, ~ | not-listed, sandbox, ~",
    ],
    [
      "pictures beside a list",
      ofAll({ allow: ["web_fetch"] }),
      "view_image",
      "not-listed, sandbox, ~ | not-listed, sandbox, ~ | allowed | allowed",
    ],
    [
      "what it denies by itself, where a list has it",
      ofAll({ allow: ["gateway"] }),
      "gateway",
      "denied, sandbox, ~.deny, by default | denied, sandbox, ~.deny, by default | allowed | allowed",
    ],
    [
      "or a pattern",
      ofAll({ allow: ["gate*"] }),
      "gateway",
      "denied, sandbox, ~.deny, by default | denied, sandbox, ~.deny, by default | allowed | allowed",
    ],
    [
      "everything, by an empty list",
      ofAll({ allow: [] }),
      "web_fetch",
      "not-listed, sandbox, ~ | allowed | allowed | not-listed, sandbox, ~",
    ],
    [
      "pictures beside an empty list",
      ofAll({ allow: [] }),
      "view_image",
      "not-listed, sandbox, ~ | allowed | allowed | allowed",
    ],
    [
      "what is added to what it lists",
      ofAll({ alsoAllow: ["gateway"] }),
      "gateway",
      "denied, sandbox, ~.deny, by default | denied, sandbox, ~.deny, by default | allowed, by default | allowed, by default",
    ],
    [
      "and what it lists still",
      ofAll({ alsoAllow: ["gateway"] }),
      "exec",
      "allowed, by default | allowed, by default | allowed, by default | allowed, by default",
    ],
    [
      "what is added to a list",
      ofAll({ allow: ["read"], alsoAllow: ["gateway"] }),
      "gateway",
      "denied, sandbox, ~.deny, by default | denied, sandbox, ~.deny, by default | allowed | allowed",
    ],
    [
      "what is added to an empty list",
      ofAll({ allow: [], alsoAllow: ["gateway"] }),
      "gateway",
      "denied, sandbox, ~.deny, by default | denied, sandbox, ~.deny, by default | denied, sandbox, ~.deny, by default | denied, sandbox, ~.deny, by default",
    ],
    [
      "not what is denied",
      ofAll({ deny: ["exec"] }),
      "exec",
      "denied, sandbox, ~.deny[0] | denied, sandbox, ~.deny[0] | denied, sandbox, ~.deny[0] | denied, sandbox, ~.deny[0]",
    ],
    [
      "beside it, what it denies by itself",
      ofAll({ deny: ["exec"], allow: ["*"] }),
      "cron",
      "allowed | allowed | allowed, cron is automations | allowed, cron is automations",
    ],
    [
      "no pictures that are denied",
      ofAll({ deny: ["view_image"] }),
      "view_image",
      "denied, sandbox, ~.deny[0] | denied, sandbox, ~.deny[0] | denied, sandbox, ~.deny[0] | denied, sandbox, ~.deny[0]",
    ],
    [
      "by their former name",
      ofAll({ deny: ["image"] }),
      "view_image",
      "not-listed, sandbox, ~, by default | not-listed, sandbox, ~, by default | denied, sandbox, ~.deny | denied, sandbox, ~.deny[0]",
    ],
    [
      "under it",
      ofAll({ deny: ["image"] }),
      "image",
      "denied, sandbox, ~.deny[0] | denied, sandbox, ~.deny[0] | denied, sandbox, ~.deny[0] | denied, sandbox, ~.deny[0]",
    ],
    [
      "a pattern of pictures",
      ofAll({ deny: ["*image"] }),
      "view_image",
      "denied, sandbox, ~.deny[0] | denied, sandbox, ~.deny[0] | denied, sandbox, ~.deny[0] | denied, sandbox, ~.deny[0]",
    ],
    [
      "by a group with former names",
      ofAll({ allow: ["group:ui"] }),
      "show_widget",
      "not-listed, sandbox, ~ | not-listed, sandbox, ~ | allowed | allowed",
    ],
  ])("%s", (_, config, tool, expected) => {
    expect(
      asked
        .map((edition) =>
          told(config, { tool, sandboxed: true }, edition).replaceAll("tools.sandbox.tools", "~"),
        )
        .join(" | "),
    ).toBe(expected);
  });

  it("asks the nearest section that says something", () => {
    const config = {
      tools: { sandbox: { tools: { allow: ["a"], deny: ["b"] } } },
      agents: {
        defaults: { sandbox: { tools: { deny: ["c"] } } },
        list: [
          {
            id: "main",
            sandbox: { tools: { allow: ["d"] } },
            tools: { sandbox: { tools: { deny: ["e"] } } },
          },
          { id: "work", tools: { sandbox: { tools: { allow: ["f"] } } } },
        ],
      },
    };
    const of = (agentId: string, edition: Edition) =>
      ["a", "b", "c", "d", "e", "f"]
        .filter((tool) => decide(config, { tool, agentId, sandboxed: true }, edition).allowed)
        .join("");
    expect(
      [
        of("main", "2026-11"),
        of("work", "2026-11"),
        of("main", "openclaw@2026.9.6"),
        of("work", "openclaw@2026.9.6"),
      ].join(" "),
    ).toBe("d f a f");
    expect(told(config, { tool: "z", sandboxed: true })).toBe(
      "not-listed, sandbox, agents.list[0].sandbox.tools",
    );
    expect(told(config, { tool: "z", agentId: "work", sandboxed: true })).toBe(
      "not-listed, sandbox, agents.list[1].tools.sandbox.tools",
    );
    expect(told(config, { tool: "z", agentId: "work", sandboxed: true }, "openclaw@2026.9.6")).toBe(
      "not-listed, sandbox, tools.sandbox.tools",
    );
    expect(told(config, { tool: "c", agentId: "work", sandboxed: true })).toBe(
      "denied, sandbox, agents.defaults.sandbox.tools.deny[0]",
    );
    // Whose sandbox it is goes by who is named, also where the other lists go by the key.
    expect(
      told(
        config,
        { tool: "f", agentId: "work", key: "agent:main:main", sandboxed: true },
        "openclaw@2026.2.21",
      ),
    ).toBe("allowed");
    expect(
      told(config, { tool: "b", agentId: "", key: "agent:main:main", sandboxed: true }, "openclaw@2026.2.21"),
    ).toBe("not-listed, sandbox, tools.sandbox.tools");
  });

  it("denies channels, as each release knows them", () => {
    const denied = (edition: Edition) =>
      ["telegram", "line", "irc", "nostr", "wecom", "whatsapp"]
        .filter((tool) =>
          told(
            { tools: { sandbox: { tools: { allow: ["zzz"] } } } },
            { tool, sandboxed: true },
            edition,
          ).startsWith("denied"),
        )
        .join();
    expect(denied("openclaw@2026.2.9")).toBe("telegram,whatsapp");
    expect(denied("openclaw@2026.3.7")).toBe("telegram,line,irc,whatsapp");
    expect(denied("openclaw@2026.4.5")).toBe("telegram,line,irc,nostr,whatsapp");
    expect(denied("openclaw@2026.4.14")).toBe("nostr,whatsapp");
    expect(denied("openclaw@2026.5.2")).toBe("telegram,line,irc,nostr,wecom,whatsapp");
    expect(denied("2026-11")).toBe("telegram,line,irc,nostr,whatsapp");
  });
});

describe("what a sub-agent may use", () => {
  const lists = (tools: object, maxSpawnDepth?: number) => ({
    tools: { subagents: { tools } },
    agents: { defaults: { subagents: { ...(maxSpawnDepth !== undefined && { maxSpawnDepth }) } } },
  });
  const asked: readonly Edition[] = [
    "openclaw@2026.2.12",
    "openclaw@2026.2.21",
    "openclaw@2026.7.35",
    "openclaw@2026.9.2",
    "2026-11",
  ];
  const one = "agent:main:subagent:a";
  const two = `${one}:subagent:b`;
  it.each<readonly [string, object, object, string]>([
    [
      "no gateway",
      {},
      { tool: "gateway", subagent: {} },
      "denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default",
    ],
    [
      "whatever else",
      {},
      { tool: "read", subagent: {} },
      "allowed, by default | allowed, by default | allowed, by default | allowed, by default | allowed, by default",
    ],
    [
      "no further ones at the end",
      {},
      { tool: "sessions_spawn", key: two, subagent: {} },
      "denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default | allowed, by default",
    ],
    [
      "at the first level",
      {},
      { tool: "sessions_spawn", key: one, subagent: {} },
      "denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default | allowed, by default",
    ],
    [
      "where there is one more",
      lists({}, 2),
      { tool: "sessions_spawn", key: one, subagent: {} },
      "denied, subagent, ~.deny, by default | allowed, by default | allowed, by default | allowed, by default | allowed, by default",
    ],
    [
      "at the end of two",
      lists({}, 2),
      { tool: "sessions_spawn", key: two, subagent: {} },
      "denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default",
    ],
    [
      "by what is remembered of its depth",
      lists({}, 2),
      { tool: "sessions_spawn", key: one, subagent: { spawnDepth: 2 } },
      "denied, subagent, ~.deny, by default | allowed, by default | denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default",
    ],
    [
      "and of its role",
      lists({}, 2),
      { tool: "sessions_spawn", key: one, subagent: { subagentRole: "leaf", spawnDepth: 1 } },
      "denied, subagent, ~.deny, by default | allowed, by default | denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default | allowed, by default",
    ],
    [
      "which may be another",
      lists({}, 2),
      { tool: "sessions_spawn", key: two, subagent: { subagentRole: "orchestrator" } },
      "denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default | allowed, by default | allowed, by default | denied, subagent, ~.deny, by default",
    ],
    [
      "and is nobody's without such a key",
      lists({}, 2),
      { tool: "sessions_spawn", key: "agent:main:main", subagent: { subagentRole: "leaf" } },
      "denied, subagent, ~.deny, by default | allowed, by default | allowed, by default | allowed, by default | allowed, by default",
    ],
    [
      "but by that of another protocol",
      lists({}, 2),
      { tool: "sessions_spawn", key: "agent:main:acp:a", subagent: { subagentRole: "leaf" } },
      "denied, subagent, ~.deny, by default | allowed, by default | denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default | allowed, by default",
    ],
    [
      "without a key it is at no depth",
      {},
      { tool: "sessions_spawn", subagent: {} },
      "denied, subagent, ~.deny, by default | allowed, by default | allowed, by default | allowed, by default | allowed, by default",
    ],
    [
      "what a list has",
      lists({ allow: ["read"] }),
      { tool: "read", subagent: {} },
      "allowed | allowed | allowed | allowed | allowed",
    ],
    [
      "nothing else",
      lists({ allow: ["read"] }),
      { tool: "exec", subagent: {} },
      "not-listed, subagent, ~ | not-listed, subagent, ~ | not-listed, subagent, ~ | not-listed, subagent, ~ | not-listed, subagent, ~",
    ],
    [
      "nor what it denies",
      lists({ deny: ["read"] }),
      { tool: "read", subagent: {} },
      "denied, subagent, ~.deny[0] | denied, subagent, ~.deny[0] | denied, subagent, ~.deny[0] | denied, subagent, ~.deny[0] | denied, subagent, ~.deny[0]",
    ],
    [
      "what it is denied by itself, where a list has it",
      lists({ allow: ["gateway"] }),
      { tool: "gateway", subagent: {} },
      "denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default | allowed | denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default",
    ],
    [
      "or adds it",
      lists({ alsoAllow: ["Gateway "] }),
      { tool: "gateway", subagent: {} },
      "denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default | allowed, by default | denied, subagent, ~.deny, by default | denied, subagent, ~.deny, by default",
    ],
    [
      "what is added to a list",
      lists({ allow: ["read"], alsoAllow: ["exec"] }),
      { tool: "exec", subagent: {} },
      "not-listed, subagent, ~ | not-listed, subagent, ~ | allowed | allowed | allowed",
    ],
  ])("%s", (_, config, request, expected) => {
    expect(
      asked
        .map((edition) => told(config, request, edition).replaceAll("tools.subagents.tools", "~"))
        .join(" | "),
    ).toBe(expected);
  });
});

describe("former names of tools", () => {
  it.each<readonly [string, object, string, string]>([
    [
      "a canvas is a widget",
      { tools: { allow: ["canvas"] } },
      "show_widget",
      "not-listed, global, tools | allowed | allowed | allowed",
    ],
    [
      "and stays one",
      { tools: { allow: ["canvas"] } },
      "canvas",
      "allowed | not-listed, global, tools | allowed | allowed",
    ],
    [
      "a plan is a card",
      { tools: { deny: ["update_plan"] } },
      "progress_card",
      "allowed | denied, global, tools.deny[0] | denied, global, tools.deny[0] | denied, global, tools.deny[0]",
    ],
    [
      "and no plan",
      { tools: { deny: ["update_plan"] } },
      "update_plan",
      "denied, global, tools.deny[0] | allowed | allowed | allowed",
    ],
    [
      "a job is an automation",
      { tools: { deny: ["cron"] } },
      "automations",
      "allowed | denied, global, tools.deny[0] | denied, global, tools.deny[0] | denied, global, tools.deny[0]",
    ],
    [
      "asked by its former name",
      { tools: { deny: ["automations"] } },
      "cron",
      "allowed | denied, global, tools.deny[0], cron is automations | denied, global, tools.deny[0], cron is automations | denied, global, tools.deny[0], cron is automations",
    ],
    [
      "`full` lets everything through",
      { tools: { profile: "full" } },
      "anything",
      "allowed | allowed | allowed | allowed",
    ],
    [
      "of a provider, too",
      { tools: { byProvider: { openai: { profile: "full" } } } },
      "anything",
      "allowed | allowed | allowed | allowed",
    ],
    [
      "an empty list beside it adds nothing",
      { tools: { profile: "minimal", alsoAllow: [] } },
      "read",
      "not-listed, profile, tools.profile | not-listed, profile, tools.profile | not-listed, profile, tools.profile | not-listed, profile, tools.profile",
    ],
    [
      "nor does one alone",
      { tools: { alsoAllow: [] } },
      "read",
      "allowed, by default | allowed, by default | allowed, by default | allowed, by default",
    ],
    [
      "nor restricts a list",
      { tools: { allow: ["read"], alsoAllow: [] } },
      "exec",
      "not-listed, global, tools | not-listed, global, tools | not-listed, global, tools | not-listed, global, tools",
    ],
    [
      "nor adds to an empty one",
      { tools: { allow: [], alsoAllow: [] } },
      "exec",
      "allowed | allowed | allowed | not-listed, global, tools",
    ],
    [
      "a canvas is in its group",
      { tools: { sandbox: { tools: { allow: ["group:ui"] } } } },
      "canvas",
      "allowed | not-listed, sandbox, tools.sandbox.tools | allowed | allowed",
    ],
    [
      "the nearest list that extends a profile",
      {
        tools: { profile: "minimal", alsoAllow: ["read"] },
        agents: { list: [{ id: "main", tools: { alsoAllow: ["exec"] } }] },
      },
      "read",
      "not-listed, profile, tools.profile | not-listed, profile, tools.profile | not-listed, profile, tools.profile | not-listed, profile, tools.profile",
    ],
    [
      "an unknown profile nothing",
      { tools: { profile: "nothing" } },
      "read",
      "allowed | allowed | allowed | unknown-profile, profile, tools.profile",
    ],
    [
      "an empty list",
      { tools: { allow: [] } },
      "read",
      "allowed | allowed | allowed | not-listed, global, tools",
    ],
    [
      "a list of blanks",
      { tools: { allow: [" "] } },
      "read",
      "allowed | allowed | allowed | not-listed, global, tools",
    ],
    ["a list of patterns", { tools: { allow: ["r*d"] } }, "read", "allowed | allowed | allowed | allowed"],
    [
      "a denial by pattern",
      { tools: { deny: ["*"] } },
      "re\nad",
      "denied, global, tools.deny[0] | denied, global, tools.deny[0] | denied, global, tools.deny[0] | denied, global, tools.deny[0]",
    ],
    [
      "what patches is denied with what writes",
      { tools: { deny: ["write"] } },
      "apply_patch",
      "denied, global, tools.deny[0] | allowed | allowed | allowed",
    ],
  ])("%s", (_, config, tool, expected) => {
    const asked: readonly Edition[] = [
      "openclaw@2026.4.29",
      "openclaw@2026.8.1",
      "openclaw@2026.9.6",
      "2026-11",
    ];
    expect(
      asked
        .map((edition) =>
          told(
            config,
            {
              tool,
              provider: "openai",
              ...(JSON.stringify(config).includes("sandbox") && { sandboxed: true }),
            },
            edition,
          ),
        )
        .join(" | "),
    ).toBe(expected);
  });

  it("drops a list that names none of the agent's own tools, but what it denies, up to 2026.4.2", () => {
    const config = {
      tools: { allow: ["lobster", "x*"], deny: ["read"] },
      agents: { list: [{ id: "main", tools: { allow: ["lobster", "own"] } }] },
    };
    const lines = (tool: string, more: object = {}) =>
      (["openclaw@2026.4.2", "openclaw@2026.4.5"] as const)
        .map((edition) => layersOf(config, { tool, ...more }, edition))
        .join(" | ");
    expect(lines("read")).toBe(
      "global tools denied tools.deny[0]; agent agents.list[0].tools no-list | global tools denied tools.deny[0]; agent agents.list[0].tools not-listed",
    );
    expect(lines("exec")).toBe(
      "global tools no-list; agent agents.list[0].tools no-list | global tools not-listed; agent agents.list[0].tools not-listed",
    );
    expect(lines("exec", { ownTools: new Set(["own"]) })).toBe(
      "global tools no-list; agent agents.list[0].tools not-listed | global tools not-listed; agent agents.list[0].tools not-listed",
    );
    expect(layersOf({ tools: { allow: ["*", "lobster"] } }, { tool: "exec" }, "openclaw@2026.4.2")).toBe(
      "global tools listed tools.allow[0]",
    );
    expect(layersOf({ tools: { allow: ["lobster"] } }, { tool: "exec" }, "openclaw@2026.4.2")).toBe(
      "global tools no-list",
    );
    expect(
      layersOf(
        { tools: { sandbox: { tools: { allow: ["lobster"] } } } },
        { tool: "exec", sandboxed: true },
        "openclaw@2026.4.2",
      ),
    ).toBe("sandbox tools.sandbox.tools not-listed");
    expect(
      layersOf(
        { tools: { sandbox: { tools: { allow: ["lobster"] } } } },
        { tool: "exec", sandboxed: true, ownTools: new Set(["exec"]) },
        "openclaw@2026.4.2",
      ),
    ).toBe("sandbox tools.sandbox.tools not-listed");
    expect(
      layersOf(
        { tools: { subagents: { tools: { allow: ["lobster"] } } } },
        { tool: "exec", subagent: {} },
        "openclaw@2026.4.2",
      ),
    ).toBe("subagent tools.subagents.tools not-listed");
  });
});

describe("what would turn a decision on a tool", () => {
  const sandboxed = { sandboxed: true };
  const ofAll = (tools: object) => ({ tools: { sandbox: { tools } } });
  const readOnly = { agents: { defaults: { sandbox: { workspaceAccess: "ro" } } } };
  it.each<readonly [string, Edition, object, object, unknown]>([
    [
      "a denial of what nothing is said of",
      "2026-11",
      {},
      { tool: "tts" },
      [[[{ setting: "tools.deny[0]", to: "tts" }]]],
    ],
    [
      "in any section that is read",
      "2026-11",
      { tools: { allow: ["tts"] }, agents: { list: [{ id: "main", tools: { deny: ["a", "b"] } }] } },
      { tool: "tts" },
      [
        [[{ setting: "tools.deny[0]", to: "tts" }]],
        [[{ setting: "agents.list[0].tools.deny[2]", to: "tts" }]],
      ],
    ],
    [
      "an entry more of the list that lacks it",
      "2026-11",
      { tools: { allow: ["a", "b"] } },
      { tool: "tts" },
      [[[{ setting: "tools.allow[2]", to: "tts" }]]],
    ],
    [
      "which may be added where a profile extends it",
      "2026-11",
      { tools: { profile: "minimal" } },
      { tool: "tts" },
      [[[{ setting: "tools.alsoAllow[0]", to: "tts" }]]],
    ],
    [
      "to what extends it already",
      "2026-11",
      { tools: { profile: "minimal", alsoAllow: ["a"] } },
      { tool: "tts" },
      [[[{ setting: "tools.alsoAllow[1]", to: "tts" }]]],
    ],
    [
      "not to what a section of the tools brings",
      "openclaw@2026.3.8",
      { tools: { profile: "minimal", exec: {} } },
      { tool: "tts" },
      [[[{ setting: "tools.alsoAllow[0]", to: "tts" }]]],
    ],
    [
      "a profile that there is",
      "2026-11",
      { tools: { profile: "nothing" } },
      { tool: "tts" },
      [[[{ setting: "tools.profile", to: "full" }]]],
    ],
    [
      "also where it is denied beside",
      "2026-11",
      { tools: { profile: "nothing", deny: ["tts"] } },
      { tool: "tts" },
      [[[{ setting: "tools.profile", to: "full" }], [{ setting: "tools.deny[0]", to: null }]]],
    ],
    [
      "every denial taken away",
      "2026-11",
      { tools: { deny: ["tts", "t*"] }, agents: { list: [{ id: "main", tools: { deny: ["tts"] } }] } },
      { tool: "tts" },
      [
        [
          [{ setting: "tools.deny[0]", to: null }],
          [{ setting: "tools.deny[1]", to: null }],
          [{ setting: "agents.list[0].tools.deny[0]", to: null }],
        ],
      ],
    ],
    [
      "a denial taken away, and an entry",
      "2026-11",
      { tools: { deny: ["tts"], allow: ["a"] } },
      { tool: "tts" },
      [[[{ setting: "tools.deny[0]", to: null }], [{ setting: "tools.allow[1]", to: "tts" }]]],
    ],
    [
      "those of a plugin",
      "2026-11",
      { tools: { deny: ["lobster", "group:plugins"] } },
      { tool: "lobster_run", plugin: "Lobster" },
      [[[{ setting: "tools.deny[0]", to: null }], [{ setting: "tools.deny[1]", to: null }]]],
    ],
    [
      "those of what patches",
      "openclaw@2026.3.28",
      { tools: { deny: ["write"] } },
      { tool: "apply_patch" },
      [[[{ setting: "tools.deny[0]", to: null }]]],
    ],
    ["nothing that a release brings", "2026-11", {}, { tool: "gateway", subagent: {} }, []],
    [
      "an entry for sub-agents, where that lifts it",
      "openclaw@2026.7.35",
      { tools: { subagents: { tools: { allow: ["a"] } } } },
      { tool: "tts", subagent: {} },
      [[[{ setting: "tools.subagents.tools.allow[1]", to: "tts" }]]],
    ],
    [
      "the first one",
      "2026-11",
      { tools: { subagents: { tools: { allow: [" "] } } } },
      { tool: "tts", subagent: {} },
      [[[{ setting: "tools.subagents.tools.allow[1]", to: "tts" }]]],
    ],
    [
      "a list for a sandbox",
      "2026-11",
      {},
      { tool: "tts", ...sandboxed },
      [[[{ setting: "tools.sandbox.tools.alsoAllow[0]", to: "tts" }]]],
    ],
    [
      "an entry more of its list",
      "2026-11",
      ofAll({ alsoAllow: ["a"], deny: ["b"] }),
      { tool: "tts", ...sandboxed },
      [[[{ setting: "tools.sandbox.tools.alsoAllow[1]", to: "tts" }]]],
    ],
    [
      "its denials taken away, but others",
      "2026-11",
      ofAll({ deny: ["a", "exec", "ex*"] }),
      { tool: "exec", ...sandboxed },
      [
        [
          [{ setting: "tools.sandbox.tools.deny[1]", to: null }],
          [{ setting: "tools.sandbox.tools.deny[2]", to: null }],
        ],
      ],
    ],
    [
      "in each section",
      "2026-11",
      { ...ofAll({ deny: ["exec"] }), agents: { defaults: { sandbox: { tools: { deny: ["exec", "a"] } } } } },
      { tool: "exec", ...sandboxed },
      [
        [
          [{ setting: "agents.defaults.sandbox.tools.deny[0]", to: null }],
          [{ setting: "tools.sandbox.tools.deny[0]", to: null }],
        ],
      ],
    ],
    [
      "its denials taken away, and an entry",
      "2026-11",
      ofAll({ deny: ["tts"] }),
      { tool: "tts", ...sandboxed },
      [
        [
          [{ setting: "tools.sandbox.tools.deny[0]", to: null }],
          [{ setting: "tools.sandbox.tools.alsoAllow[0]", to: "tts" }],
        ],
      ],
    ],
    [
      "in the section that has such a list",
      "2026-11",
      { ...ofAll({ alsoAllow: ["b"] }), agents: { defaults: { sandbox: { tools: { deny: ["a"] } } } } },
      { tool: "tts", ...sandboxed },
      [[[{ setting: "tools.sandbox.tools.alsoAllow[1]", to: "tts" }]]],
    ],
    [
      "what it denies by itself, by a list",
      "2026-11",
      {},
      { tool: "gateway", ...sandboxed },
      [[[{ setting: "tools.sandbox.tools.alsoAllow[0]", to: "gateway" }]]],
    ],
    ["nothing, where no list lifts that", "openclaw@2026.3.13", {}, { tool: "gateway", ...sandboxed }, []],
    [
      "a workspace that may be written",
      "2026-11",
      readOnly,
      { tool: "write", ...sandboxed },
      [[[{ setting: "agents.defaults.sandbox.workspaceAccess", to: "rw" }]]],
    ],
    [
      "and an entry",
      "2026-11",
      { ...readOnly, ...ofAll({ allow: ["read"] }) },
      { tool: "write", ...sandboxed },
      [
        [
          [{ setting: "agents.defaults.sandbox.workspaceAccess", to: "rw" }],
          [{ setting: "tools.sandbox.tools.alsoAllow[0]", to: "write" }],
        ],
      ],
    ],
    [
      "and no denial",
      "2026-11",
      { ...readOnly, ...ofAll({ deny: ["write"] }) },
      { tool: "write", ...sandboxed },
      [
        [
          [{ setting: "agents.defaults.sandbox.workspaceAccess", to: "rw" }],
          [{ setting: "tools.sandbox.tools.deny[0]", to: null }],
        ],
      ],
    ],
    [
      "what every layer has against it",
      "2026-11",
      { tools: { deny: ["tts"] } },
      { tool: "tts", ...sandboxed },
      [
        [
          [{ setting: "tools.deny[0]", to: null }],
          [{ setting: "tools.sandbox.tools.alsoAllow[0]", to: "tts" }],
        ],
      ],
    ],
    [
      "an entry that is written twice",
      "2026-11",
      { tools: { deny: ["tts", "tts"] } },
      { tool: "tts" },
      [[[{ setting: "tools.deny[0]", to: null }], [{ setting: "tools.deny[1]", to: null }]]],
    ],
    [
      "its denials, beside others that replace those of the release",
      "openclaw@2026.9.6",
      ofAll({ allow: ["*"], deny: ["gateway", "a"] }),
      { tool: "gateway", ...sandboxed },
      [[[{ setting: "tools.sandbox.tools.deny[0]", to: null }]]],
    ],
    [
      "not where those come back",
      "openclaw@2026.9.6",
      ofAll({ deny: ["browser"] }),
      { tool: "browser", ...sandboxed },
      [
        [
          [{ setting: "tools.sandbox.tools.deny[0]", to: null }],
          [{ setting: "tools.sandbox.tools.alsoAllow[0]", to: "browser" }],
        ],
      ],
    ],
    [
      "its denial, beside others that keep those of the release away",
      "openclaw@2026.3.13",
      ofAll({ allow: ["gateway"], deny: ["gateway", "a"] }),
      { tool: "gateway", ...sandboxed },
      [[[{ setting: "tools.sandbox.tools.deny[0]", to: null }]]],
    ],
    [
      "not where those come back without it",
      "openclaw@2026.3.13",
      ofAll({ allow: ["gateway"], deny: ["gateway"] }),
      { tool: "gateway", ...sandboxed },
      [],
    ],
    [
      "nothing, where a fact is missing",
      "2026-11",
      { tools: { toolsBySender: { "id:7": { deny: ["tts"] } } } },
      { tool: "tts" },
      [],
    ],
  ])("%s", (_, edition, config, request, expected) => {
    expect(decide(config, request, edition).trace?.opposite).toEqual(expected);
  });
});

describe("what a session key tells of whoever asks", () => {
  const denied = { deny: ["x"] };
  const irc = {
    channels: {
      irc: {
        groups: { "#a": { tools: denied } },
        accounts: { work: { groups: { "#b": { tools: denied } } } },
      },
    },
  };
  const bySender = { tools: { toolsBySender: { "id:ann": denied } } };
  it.each<readonly [string, object, object, string]>([
    [
      "its room",
      irc,
      { key: "agent:main:irc:group:%23a" },
      'denied, group, channels.irc.groups["#a"].tools.deny[0] | allowed, by default',
    ],
    [
      "beside what is told",
      irc,
      { key: "agent:main:irc:group:%23a", channel: "irc" },
      'denied, group, channels.irc.groups["#a"].tools.deny[0] | allowed, by default',
    ],
    [
      "or all of it",
      irc,
      { key: "agent:main:irc:group:%23a", channel: "irc", chatType: "group", peer: "#a" },
      'denied, group, channels.irc.groups["#a"].tools.deny[0] | denied, group, channels.irc.groups["#a"].tools.deny[0]',
    ],
    [
      "its account",
      irc,
      { key: "agent:main:irc:work:group:%23b" },
      'denied, group, channels.irc.accounts.work.groups["#b"].tools.deny[0] | allowed, by default',
    ],
    [
      "not another room than is told",
      irc,
      { key: "agent:main:irc:group:%23a", peer: "#c" },
      "fact-mismatch, peer,key | allowed, by default",
    ],
    [
      "the person of a direct chat",
      bySender,
      { key: "agent:main:irc:direct:ann" },
      'denied, sender, tools.toolsBySender["id:ann"].deny[0] | allowed, by default',
    ],
    [
      "who may be told",
      bySender,
      { key: "agent:main:irc:direct:ann", sender: "ann" },
      'denied, sender, tools.toolsBySender["id:ann"].deny[0] | denied, sender, tools.toolsBySender["id:ann"].deny[0]',
    ],
    [
      "or be told as its peer",
      bySender,
      { channel: "irc", chatType: "direct", peer: "ann" },
      'denied, sender, tools.toolsBySender["id:ann"].deny[0] | allowed, by default',
    ],
    [
      "another one",
      bySender,
      { channel: "irc", chatType: "direct", peer: "bob" },
      "allowed, by default | allowed, by default",
    ],
    [
      "before the peer whoever is told",
      bySender,
      { channel: "irc", chatType: "direct", peer: "ann", sender: "bob" },
      "allowed, by default | allowed, by default",
    ],
    [
      "nobody of a room",
      bySender,
      { channel: "irc", chatType: "group", peer: "ann" },
      "missing-fact, sender | allowed, by default",
    ],
    [
      "that a sub-agent asks",
      {},
      { tool: "gateway", key: "agent:main:subagent:a" },
      "denied, subagent, tools.subagents.tools.deny, by default | allowed, by default",
    ],
    [
      "nothing in releases",
      {},
      { tool: "gateway", key: "agent:main:subagent:a", sandboxed: false },
      "denied, subagent, tools.subagents.tools.deny, by default | allowed, by default",
    ],
    [
      "whose session in a room it is",
      bySender,
      { key: "agent:main:irc:group:%23a:sender:ann" },
      'denied, sender, tools.toolsBySender["id:ann"].deny[0] | allowed, by default',
    ],
    [
      "and nobody else",
      bySender,
      { key: "agent:main:irc:group:%23a:sender:bob" },
      "allowed, by default | allowed, by default",
    ],
    [
      "or who is told to ask",
      bySender,
      { key: "agent:main:irc:group:%23a:sender:ann", sender: "ann" },
      'denied, sender, tools.toolsBySender["id:ann"].deny[0] | denied, sender, tools.toolsBySender["id:ann"].deny[0]',
    ],
    [
      "its account, beside its channel",
      irc,
      { key: "agent:main:irc:work:group:%23b", channel: "irc" },
      'denied, group, channels.irc.accounts.work.groups["#b"].tools.deny[0] | allowed, by default',
    ],
    [
      "whatever a host remembers of the sub-agent",
      {},
      { tool: "sessions_spawn", key: "agent:main:subagent:a", subagent: { subagentRole: "orchestrator" } },
      "allowed, by default | allowed, by default",
    ],
    [
      "not the room of a main session",
      irc,
      { key: "agent:main:main", channel: "irc", chatType: "group", peer: "#a" },
      'denied, group, channels.irc.groups["#a"].tools.deny[0] | denied, group, channels.irc.groups["#a"].tools.deny[0]',
    ],
    [
      "nor of a slash command's",
      irc,
      { key: "agent:main:irc:slash:ann" },
      "missing-fact, chatType | allowed, by default",
    ],
    [
      "nor of a job's on a channel that is told",
      irc,
      { key: "agent:main:cron:job", channel: "irc" },
      "allowed, by default | allowed, by default",
    ],
    [
      "of a sub-agent's on no channel",
      irc,
      { key: "agent:main:subagent:a" },
      "allowed, by default | allowed, by default",
    ],
    [
      "but on one that is told",
      irc,
      { key: "agent:main:subagent:a", channel: "irc" },
      "missing-fact, chatType,peer | allowed, by default",
    ],
    [
      "its channel alone",
      irc,
      { key: "agent:main:irc:group:%23a", chatType: "group", peer: "#a", account: "default" },
      'denied, group, channels.irc.groups["#a"].tools.deny[0] | allowed, by default',
    ],
    [
      "its kind of chat alone",
      irc,
      { key: "agent:main:irc:group:%23a", channel: "irc", peer: "#a", account: "default" },
      'denied, group, channels.irc.groups["#a"].tools.deny[0] | allowed, by default',
    ],
    [
      "its room alone",
      irc,
      { key: "agent:main:irc:group:%23a", channel: "irc", chatType: "group", account: "default" },
      'denied, group, channels.irc.groups["#a"].tools.deny[0] | allowed, by default',
    ],
    [
      "its account alone",
      irc,
      { key: "agent:main:irc:work:group:%23b", channel: "irc", chatType: "group", peer: "#b" },
      'denied, group, channels.irc.accounts.work.groups["#b"].tools.deny[0] | allowed, by default',
    ],
    [
      "its person alone",
      bySender,
      {
        key: "agent:main:irc:group:%23a:sender:ann",
        channel: "irc",
        chatType: "group",
        peer: "#a",
        account: "default",
      },
      'denied, sender, tools.toolsBySender["id:ann"].deny[0] | allowed, by default',
    ],
    [
      "that a main session is one of direct chats",
      irc,
      { key: "agent:main:main", channel: "irc", peer: "#a" },
      "allowed, by default | allowed, by default",
    ],
    [
      "that nobody does",
      bySender,
      { key: "agent:main:cron:job" },
      "allowed, by default | allowed, by default",
    ],
    [
      "and that no room is there",
      irc,
      { key: "agent:main:cron:job" },
      "allowed, by default | allowed, by default",
    ],
    [
      "not of a main session, which rooms may be in",
      irc,
      { key: "agent:main:main" },
      "allowed, by default | allowed, by default",
    ],
    [
      "of what cannot be read",
      irc,
      { key: "main" },
      "missing-fact, channel,chatType,peer | allowed, by default",
    ],
  ])("%s", (_, config, request, expected) => {
    expect(
      [
        told(config, { tool: "x", ...request }),
        told(config, { tool: "x", ...request }, "openclaw@2026.9.6"),
      ].join(" | "),
    ).toBe(expected);
  });
});

describe("the facts without which a tool may be denied", () => {
  const denied = { deny: ["x"] };
  const irc = { channels: { irc: { groups: { "#a": { tools: denied } } } } };
  const senders = {
    channels: { irc: { groups: { "#a": { toolsBySender: { "id:7": denied, "id:8": null } } } } },
  };
  const discord = { channels: { discord: { guilds: { g: { channels: { c: { tools: denied } } } } } } };
  const by = (...keys: readonly string[]) => ({
    tools: { toolsBySender: Object.fromEntries(keys.map((key) => [key, denied])) },
  });
  it.each<readonly [string, object, object, string]>([
    ["none, where nothing could deny it", {}, {}, "allowed, by default"],
    ["none, where no list does", irc, { tool: "y" }, "allowed, by default"],
    [
      "none for want of an id that no list names",
      { tools: { toolsBySender: { "name:Ann": { allow: ["x"] }, "*": denied } } },
      { senderName: "Ann" },
      "allowed",
    ],
    ["everything of a room", irc, {}, "missing-fact, channel,chatType,peer"],
    ["what is left of it", irc, { channel: "irc", chatType: "group" }, "missing-fact, peer"],
    [
      "nor where a session of direct chats is asked from a room",
      irc,
      { key: "agent:main:main", channel: "irc", chatType: "group" },
      "missing-fact, peer",
    ],
    ["or blank", irc, { channel: "irc", chatType: "group", peer: " " }, "missing-fact, peer"],
    ["none on another channel", irc, { channel: "slack", chatType: "group" }, "allowed, by default"],
    ["none in a direct chat", irc, { channel: "irc", chatType: "direct" }, "allowed, by default"],
    ["none where all is told", irc, { channel: "irc", chatType: "group", peer: "#b" }, "allowed, by default"],
    [
      "whoever asks in a room that says so",
      senders,
      { channel: "irc", chatType: "group", peer: "#a" },
      "missing-fact, sender",
    ],
    ["not in another", senders, { channel: "irc", chatType: "group", peer: "#b" }, "allowed, by default"],
    ["the room of whom it depends on", senders, { sender: "9" }, "missing-fact, channel,chatType,peer"],
    [
      "a guild, where rooms stand in some",
      discord,
      { channel: "discord", chatType: "channel", peer: "c" },
      "missing-fact, guild",
    ],
    [
      "not of a group, which is in none",
      discord,
      { channel: "discord", chatType: "group", peer: "c" },
      "allowed, by default",
    ],
    [
      "none where it is told",
      discord,
      { channel: "discord", chatType: "channel", peer: "d", guild: "g" },
      "allowed, by default",
    ],
    ["the sender's id", by("id:7"), {}, "missing-fact, sender"],
    ["a plain one", by("7"), {}, "missing-fact, sender"],
    [
      "not one of anybody, of a blank key, or of another channel",
      { tools: { toolsBySender: { "*": {}, " ": denied, "channel:slack:7": denied } } },
      { channel: "irc" },
      "allowed, by default",
    ],
    ["nor where a channel's list is of it", by("channel:IRC:7"), { channel: "irc" }, "missing-fact, sender"],
    ["or the channel is not told", by("channel:slack:7"), {}, "missing-fact, sender"],
    ["not where the sender is told by another id", by("id:7"), { aliases: ["8"] }, "allowed, by default"],
    ["but by a blank one", by("id:7"), { sender: " " }, "missing-fact, sender"],
    ["the number", by("e164:+1"), { sender: "7" }, "missing-fact, senderE164"],
    ["not where the id is one", by("e164:+1"), { sender: "+2", channel: "whatsapp" }, "allowed, by default"],
    ["nor where there is none", by("e164:+1"), { sender: "7", senderE164: "" }, "allowed, by default"],
    ["nor without any id there", by("e164:+1"), { channel: "whatsapp" }, "missing-fact, senderE164"],
    ["nor by other ids that are blank", by("id:7"), { aliases: [" "] }, "missing-fact, sender"],
    ["both, where whichever denies it", by("id:7", "name:Ann"), {}, "missing-fact, sender"],
    [
      "the channel of a room of Slack",
      { channels: { slack: { channels: { C1: { tools: denied } } } } },
      { channel: "slack", chatType: "channel" },
      "missing-fact, peer",
    ],
    [
      "a team, where rooms stand in one",
      { channels: { msteams: { teams: { t: { channels: { c: { tools: denied } } } } } } },
      { channel: "msteams", chatType: "channel", peer: "c" },
      "missing-fact, team",
    ],
    [
      "not of a group of Teams",
      { channels: { msteams: { teams: { t: { channels: { c: { tools: denied } } } } } } },
      { channel: "msteams", chatType: "group", peer: "c" },
      "allowed, by default",
    ],
    [
      "a group of a guild that is told",
      discord,
      { channel: "discord", chatType: "group", peer: "c", guild: "g" },
      "denied, group, channels.discord.guilds.g.channels.c.tools.deny[0]",
    ],
    [
      "of any list that denies it, and not of the first alone",
      { channels: { irc: { groups: { "#a": { tools: { deny: ["y"] } }, "#b": { tools: denied } } } } },
      {},
      "missing-fact, channel,chatType,peer",
    ],
    [
      "of any sender's",
      {
        channels: {
          irc: {
            groups: { "#a": { toolsBySender: { "id:9": null, "id:8": { deny: ["y"] }, "id:7": denied } } },
          },
        },
      },
      {},
      "missing-fact, channel,chatType,peer",
    ],
    [
      "and of both kinds",
      {
        channels: {
          irc: { groups: { "#a": { tools: { deny: ["y"] }, toolsBySender: { "id:7": denied } } } },
        },
      },
      {},
      "missing-fact, channel,chatType,peer",
    ],
    [
      "whose name a room of Slack asks for",
      {
        channels: {
          slack: { channels: { C1: { toolsBySender: { "name:Bob": { deny: ["y"] }, "name:Ann": denied } } } },
        },
      },
      { channel: "slack", chatType: "channel", peer: "C1", sender: "U1" },
      "missing-fact, senderName",
    ],
    [
      "whose name a room asks for",
      { channels: { irc: { groups: { "*": { toolsBySender: { "name:Ann": denied } } } } } },
      { channel: "irc", chatType: "group", peer: "#a", sender: "ann" },
      "missing-fact, senderName",
    ],
    [
      "and no direct chat",
      { channels: { irc: { groups: { "*": { toolsBySender: { "name:Ann": denied } } } } } },
      { channel: "irc", chatType: "direct", peer: "ann" },
      "allowed, by default",
    ],
    ["the name", by("name:Ann"), { sender: "7" }, "missing-fact, senderName"],
    ["the user name", by("username:ann"), { sender: "7" }, "missing-fact, senderUsername"],
    [
      "not for what grants it",
      { tools: { toolsBySender: { "id:7": { allow: ["x"] }, "id:8": null } } },
      {},
      "allowed, by default",
    ],
    ["nor for what says nothing", { tools: { toolsBySender: { "id:7": {} } } }, {}, "allowed, by default"],
  ])("%s", (_, config, request, expected) => {
    expect(told(config, { tool: "x", ...request })).toBe(expected);
    expect(told(config, { tool: "x", ...request }, "openclaw@2026.9.6")).not.toContain("missing-fact");
  });
});

describe("what was asked before decides nothing", () => {
  const denied = { deny: ["x"] };
  const tools = { profile: "minimal", alsoAllow: ["x"], byProvider: { openai: { deny: ["y"] } } };
  const config = {
    tools: {
      byProvider: { openai: denied, zai: { deny: ["z"] } },
      sandbox: { tools: { deny: ["z"] } },
      subagents: { tools: { deny: ["y"] } },
    },
    agents: {
      defaults: { subagents: { maxSpawnDepth: 2 } },
      list: [
        { id: "main", default: true, sandbox: { tools: { deny: ["x"] } } },
        { id: "plain", tools: { profile: "coding" } },
        { id: "more", tools },
        { id: "less", tools: { ...tools, alsoAllow: ["y"] } },
        { id: "read", sandbox: { workspaceAccess: "ro" } },
      ],
    },
    channels: { irc: { groups: { "#a": { tools: denied, toolsBySender: { "id:7": { deny: ["y"] } } } } } },
  } as ConfigInput;
  const requests: ToolRequest[] = ["main", "plain", "more", "less", "read"].flatMap((agentId) =>
    ["x", "y", "z"].flatMap((tool): ToolRequest[] => [
      { tool, agentId },
      { tool, agentId, provider: "openai" },
      { tool, agentId, provider: "zai" },
      { tool, agentId, sandboxed: true },
      { tool, agentId, key: `agent:${agentId}:subagent:a`, subagent: {} },
      { tool, agentId, key: `agent:${agentId}:subagent:a:subagent:b`, subagent: {} },
      { tool, agentId, channel: "irc", chatType: "group", peer: "#a" },
      { tool, agentId, channel: "irc", chatType: "group", peer: "#a", sender: "7" },
    ]),
  );

  it.each<Edition>(["openclaw@2026.9.2", "2026-11"])("under %s", (edition) => {
    const policy = uncheckedPolicy(config, edition);
    const anew = requests.map((request) => evaluateTool(request, { ...policy }));
    expect(requests.map((request) => evaluateTool(request, policy))).toEqual(anew);
    expect(requests.toReversed().map((request) => evaluateTool(request, policy))).toEqual(anew.toReversed());
    const reasons = anew.map(({ reason, layer }) => `${reason} ${layer}`);
    expect(
      [
        "denied global-provider",
        "denied sandbox",
        "denied subagent",
        "denied group",
        "not-listed profile",
      ].filter((each) => !reasons.includes(each)),
    ).toEqual([]);
  });
});

describe("the groups and profiles of a release", () => {
  it.each<readonly [string, readonly [Edition, Edition], object, string, string]>([
    [
      "`canvas` is not one of OpenClaw's own tools any more",
      ["openclaw@2026.5.7", "openclaw@2026.5.12"],
      { allow: ["group:openclaw"] },
      "canvas",
      "global tools listed tools.allow[0] | global tools not-listed",
    ],
    [
      "`read` is never",
      ["openclaw@2026.2.22", "openclaw@2026.9.6"],
      { allow: ["group:openclaw"] },
      "read",
      "global tools not-listed | global tools not-listed",
    ],
    [
      "servers' tools come with profiles, in no group",
      ["openclaw@2026.4.21", "openclaw@2026.4.22"],
      { profile: "coding" },
      "bundle-mcp",
      "profile tools.profile not-listed | profile tools.profile listed tools.profile",
    ],
    [
      "not of OpenClaw's own",
      ["openclaw@2026.4.22", "openclaw@2026.9.6"],
      { allow: ["group:openclaw"] },
      "bundle-mcp",
      "global tools not-listed | global tools not-listed",
    ],
    [
      "sub-agents have a tool",
      ["openclaw@2026.2.12", "openclaw@2026.2.17"],
      { allow: ["group:sessions"] },
      "subagents",
      "global tools not-listed | global tools listed tools.allow[0]",
    ],
    [
      "who codes, schedules",
      ["openclaw@2026.2.23", "openclaw@2026.2.24"],
      { profile: "coding" },
      "cron",
      "profile tools.profile not-listed | profile tools.profile listed tools.profile",
    ],
    [
      "and reads the web",
      ["openclaw@2026.3.8", "openclaw@2026.3.11"],
      { profile: "coding" },
      "web_search",
      "profile tools.profile not-listed | profile tools.profile listed tools.profile",
    ],
    [
      "who writes messages, does not code",
      ["openclaw@2026.2.22", "openclaw@2026.9.6"],
      { profile: "messaging" },
      "exec",
      "profile tools.profile not-listed | profile tools.profile not-listed",
    ],
    [
      "who may do least, sees how it goes",
      ["openclaw@2026.2.22", "openclaw@2026.9.6"],
      { profile: "minimal" },
      "session_status",
      "profile tools.profile listed tools.profile | profile tools.profile listed tools.profile",
    ],
    [
      "pictures are looked at by another tool",
      ["openclaw@2026.7.35", "openclaw@2026.8.1"],
      { allow: ["group:media"] },
      "image",
      "global tools listed tools.allow[0] | global tools not-listed",
    ],
    [
      "`full` is no layer",
      ["openclaw@2026.5.2", "openclaw@2026.5.3"],
      { profile: "full" },
      "lobster",
      " | profile tools.profile listed tools.profile",
    ],
  ])("%s", (_, editions, tools, tool, expected) => {
    expect(editions.map((edition) => layersOf({ tools }, { tool }, edition)).join(" | ")).toBe(expected);
  });
});

describe("what a config says of tools beside the layers", () => {
  const settings = (tools: object, edition: Edition, provider?: string) => {
    const policy = policyOf(
      { tools, agents: { list: [{ id: "main", tools: { alsoAllow: ["own"] } }, { id: "work" }] } },
      edition,
    );
    const of = (agentId?: string) => {
      const { alsoAllow, providerAlsoAllow, gatewayConfigRead } = resolveToolSettings(
        agentId,
        provider,
        undefined,
        policy,
      );
      const paths = (lists: typeof alsoAllow) => lists?.map(({ path }) => path).join();
      return [paths(alsoAllow), paths(providerAlsoAllow), gatewayConfigRead].map(String).join(" ");
    };
    return [of("main"), of("work"), of()].join(" | ");
  };
  const byProvider = (tools: object) => ({ byProvider: { openai: tools } });
  it.each<readonly [string, object, Edition, string]>([
    [
      "the nearest list that would extend a profile",
      { alsoAllow: ["a"] },
      "openclaw@2026.9.6",
      "agents.list[0].tools.alsoAllow undefined true | tools.alsoAllow undefined true | tools.alsoAllow undefined true",
    ],
    [
      "none",
      {},
      "openclaw@2026.9.6",
      "agents.list[0].tools.alsoAllow undefined true | undefined undefined true | undefined undefined true",
    ],
    [
      "what sections bring",
      { exec: {}, fs: {} },
      "openclaw@2026.3.8",
      "agents.list[0].tools.alsoAllow,tools.exec,tools.fs undefined undefined | tools.exec,tools.fs undefined undefined | tools.exec,tools.fs undefined undefined",
    ],
    [
      "that of a provider",
      byProvider({ alsoAllow: ["a"] }),
      "openclaw@2026.9.6",
      "agents.list[0].tools.alsoAllow tools.byProvider.openai.alsoAllow true | undefined tools.byProvider.openai.alsoAllow true | undefined tools.byProvider.openai.alsoAllow true",
    ],
    [
      "a restricting profile keeps the gateway from the config",
      { profile: "coding" },
      "openclaw@2026.9.6",
      "agents.list[0].tools.alsoAllow undefined false | undefined undefined false | undefined undefined false",
    ],
    [
      "unless it is extended by it",
      { profile: "coding", alsoAllow: ["gateway"] },
      "openclaw@2026.9.6",
      "agents.list[0].tools.alsoAllow undefined false | tools.alsoAllow undefined true | tools.alsoAllow undefined true",
    ],
    [
      "and so does one of a provider",
      byProvider({ profile: "minimal" }),
      "openclaw@2026.9.6",
      "agents.list[0].tools.alsoAllow undefined false | undefined undefined false | undefined undefined false",
    ],
    [
      "not one that lets everything through",
      { profile: "full" },
      "openclaw@2026.9.6",
      "agents.list[0].tools.alsoAllow undefined true | undefined undefined true | undefined undefined true",
    ],
    [
      "nor before",
      { profile: "coding" },
      "openclaw@2026.9.4",
      "agents.list[0].tools.alsoAllow undefined undefined | undefined undefined undefined | undefined undefined undefined",
    ],
  ])("%s", (_, tools, edition, expected) => {
    expect(settings(tools, edition, "openai")).toBe(expected);
  });
});

describe("lists that decide otherwise than they look", () => {
  it.each<readonly [string, object, string, string]>([
    [
      "an entry that every object has is none, or fails",
      { tools: { allow: ["constructor", "read"] } },
      "read",
      "global tools unreadable-list | global tools listed tools.allow[1] | global tools listed tools.allow[1] | global tools listed tools.allow[1]",
    ],
    [
      "also where it denies",
      { tools: { deny: ["constructor"] } },
      "read",
      "global tools unreadable-list | global tools no-list | global tools no-list | global tools no-list",
    ],
    [
      "a pattern stays within a line",
      { tools: { deny: ["re*"] } },
      "re\nad",
      "global tools no-list | global tools no-list | global tools no-list | global tools denied tools.deny[0]",
    ],
    [
      "but a star alone is whatever there is",
      { tools: { deny: ["*"] } },
      "re\nad",
      "global tools denied tools.deny[0] | global tools denied tools.deny[0] | global tools denied tools.deny[0] | global tools denied tools.deny[0]",
    ],
    [
      "of two agents of one name the first has its lists",
      {
        agents: {
          list: [
            { id: "main", tools: { deny: ["read"] } },
            { id: "Main", tools: { allow: ["read"] } },
          ],
        },
      },
      "read",
      "agent agents.list[0].tools denied agents.list[0].tools.deny[0] | agent agents.list[0].tools denied agents.list[0].tools.deny[0] | agent agents.list[0].tools denied agents.list[0].tools.deny[0] | agent agents.list[0].tools denied agents.list[0].tools.deny[0]",
    ],
    [
      "an empty list is none",
      { tools: { allow: [] } },
      "read",
      "global tools empty-list | global tools empty-list | global tools empty-list | global tools not-listed",
    ],
    [
      "a sandbox has lists of its own",
      { agents: { list: [{ id: "main", sandbox: { mode: "all" } }] } },
      "exec",
      "sandbox tools.sandbox.tools listed tools.sandbox.tools.allow | sandbox tools.sandbox.tools listed tools.sandbox.tools.allow | sandbox tools.sandbox.tools listed tools.sandbox.tools.allow | sandbox tools.sandbox.tools listed tools.sandbox.tools.allow",
    ],
  ])("%s", (_, config, tool, expected) => {
    const asked: readonly Edition[] = [
      "openclaw@2026.4.5",
      "openclaw@2026.4.7",
      "openclaw@2026.9.2",
      "2026-11",
    ];
    expect(asked.map((edition) => layersOf(config, { tool }, edition)).join(" | ")).toBe(expected);
  });

  it("names every fact that is missing", () => {
    const config = { channels: { irc: { groups: { "#a": { tools: { deny: ["x"] } } } } } };
    expect(explainTool(decide(config, { tool: "x" }))).toBe(
      "The tool may not be used: it may be denied to the sender or in the room, and the request does not name them (channel; chatType; peer).",
    );
  });
});
