import fc from "fast-check";
import type { Question } from "../../../src/analysis/question.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Policy } from "../../../src/config/policy.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { safeParsePolicy } from "../../../src/parse-policy.ts";
import { knownTo } from "../../known-to.ts";
import { roomMessages, roomSections } from "../../policy/access/room-arbitraries.ts";
import { arbitraries } from "../../../src/testing/arbitraries.ts";

const channels = ["telegram", "discord", "irc"];
const made = arbitraries(fc, { channels });
const sometimes = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const channelId = fc.constantFrom(...channels);

const reset = fc.record({ mode: fc.constantFrom("daily", "idle"), idleMinutes: fc.constantFrom(30, 3000) });
const senders = fc.uniqueArray(fc.constantFrom("1", "2", "*"), { minLength: 1 });

const room = {
  enabled: fc.boolean(),
  requireMention: fc.boolean(),
  allowFrom: senders,
  groupPolicy: fc.constantFrom("open", "disabled"),
};
const topics = fc.dictionary(
  fc.constantFrom("1", "7", "*"),
  fc.record({ ...room, agentId: fc.constantFrom("main", "ops") }, { requiredKeys: [] }),
);
const access = {
  groupPolicy: fc.constantFrom("open", "allowlist", "disabled"),
  groupAllowFrom: senders,
  groups: fc.dictionary(
    fc.constantFrom("-100", "C1", "*"),
    fc.record({ ...room, topics, reset }, { requiredKeys: [] }),
  ),
};
const account = fc.record(access, { requiredKeys: [] });
const accounts = fc.record({ work: account, default: account }, { requiredKeys: [] });
const channel = fc.record({ enabled: fc.boolean(), ...access, accounts }, { requiredKeys: [] });

const match = fc.record(
  {
    channel: channelId,
    chatType: fc.constantFrom("direct", "group"),
    keyPrefix: fc.constantFrom("telegram:", "cron:", "agent:ops:"),
  },
  { requiredKeys: [] },
);
const scope = fc.record({
  rules: fc.array(fc.record({ action: fc.constantFrom("allow", "deny"), match }), { maxLength: 4 }),
});

const binding = fc.record({
  agentId: fc.constant("ops"),
  match: fc.record(
    {
      channel: channelId,
      guildId: fc.constantFrom("10", "11"),
      roles: fc.constantFrom(["admin"], ["admin", "guest"]),
      peer: fc.constantFrom({ kind: "direct", id: "*" }, { kind: "direct", id: "2" }),
    },
    { requiredKeys: ["channel"] },
  ),
  session: fc.record({ dmScope: fc.constantFrom("main", "per-peer") }, { requiredKeys: [] }),
});

const identityLinks = fc.dictionary(
  fc.constantFrom("ann", "bob"),
  fc.uniqueArray(fc.constantFrom("telegram:1", "telegram:2", "irc:1", "discord:C1", "2"), { minLength: 1 }),
);

const additions = fc.record({
  telegram: sometimes(channel),
  identityLinks: sometimes(identityLinks),
  resetByChannel: sometimes(fc.dictionary(channelId, reset)),
  scope: sometimes(scope),
  ofAgent: fc.record({ reset, memorySearch: fc.record({ scope }) }, { requiredKeys: [] }),
  bindings: fc.array(binding, { maxLength: 2 }),
});

/** Configs with parts of every kind, many of which decide about nothing. */
const configs = fc.tuple(made.config, additions).map(([config, added]): ConfigInput => {
  const { bindings, identityLinks, ofAgent, resetByChannel, scope, telegram } = added;
  const [first, ...others] = config.agents?.list ?? [];
  return {
    ...config,
    session: {
      ...config.session,
      ...(identityLinks && { identityLinks }),
      ...(resetByChannel && { resetByChannel }),
    },
    agents: {
      list: [...(first ? [{ ...first, ...ofAgent }] : []), ...others],
      ...(scope && { defaults: { memorySearch: { scope } } }),
    },
    bindings: [...(config.bindings ?? []), ...bindings],
    ...(telegram && { channels: { telegram } }),
  };
});

/** Configs with servers, teams and rooms of one channel, and of an account of it. */
const roomConfigs = fc
  .constantFrom(...(Object.keys(roomSections) as (keyof typeof roomSections)[]))
  .chain((channel) => {
    const section: fc.Arbitrary<Readonly<Record<string, unknown>>> = roomSections[channel];
    const accounts = fc.option(fc.record({ work: section }), { nil: undefined });
    return fc.tuple(section, accounts).map(([own, accounts]): ConfigInput => ({
      channels: { [channel]: { ...own, ...(accounts && { accounts }) } },
    }));
  });

/** Policies of an edition out of configs with servers, teams and rooms. */
export function policiesWithRooms(edition: Edition): fc.Arbitrary<Policy> {
  return policies(roomConfigs, edition);
}

const someOf = (...names: readonly string[]) => fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 });
const written = (fields: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.record(fields, { requiredKeys: [] });
const toolNames = ["read", "exec", "write", "group:web", "x*"];
const toolLists = { allow: someOf(...toolNames), deny: someOf(...toolNames) };
const tools = {
  ...toolLists,
  profile: fc.constantFrom("minimal", "coding", "full"),
  alsoAllow: someOf("cron", "exec"),
  byProvider: fc.dictionary(fc.constantFrom("openai", "openai/gpt-5"), written(toolLists)),
  sandbox: written({ tools: written(toolLists) }),
  exec: written({
    host: fc.constantFrom("gateway", "sandbox"),
    security: fc.constantFrom("deny", "allowlist", "full"),
    ask: fc.constantFrom("off", "on-miss", "always"),
    approvals: written({
      enabled: fc.boolean(),
      policy: fc.constantFrom("allowlist", "always", "never"),
      allowlist: someOf("git status", "ls *"),
    }),
  }),
  elevated: written({
    enabled: fc.boolean(),
    allowFrom: fc.dictionary(fc.constantFrom("telegram", "signal"), someOf("1", "2")),
  }),
};
const sandbox = written({
  mode: fc.constantFrom("off", "non-main", "all"),
  workspaceAccess: fc.constantFrom("none", "ro", "rw"),
  docker: written({ network: fc.constantFrom("none", "bridge") }),
});

/** Configs in which everything is decided by settings. */
const settingConfigs = fc
  .record(
    {
      agents: written({
        defaults: written({ sandbox }),
        list: fc
          .record({ tools: written(tools), sandbox }, { requiredKeys: [] })
          .map((own) => [{ id: "main", default: true, ...own }, { id: "ops" }]),
      }),
      tools: written({
        ...tools,
        subagents: written({ tools: written(toolLists) }),
        sessions: fc.record({ visibility: fc.constantFrom("self", "tree", "agent", "all") }),
        agentToAgent: written({ enabled: fc.boolean(), allow: someOf("main", "ops", "o*") }),
      }),
      commands: written({
        ownerAllowFrom: someOf("1", "telegram:2", "signal:3"),
        allowFrom: fc.dictionary(fc.constantFrom("telegram", "*"), someOf("1", "2")),
      }),
      channels: fc.record({ telegram: written({ allowFrom: senders }), signal: fc.constant({}) }),
    },
    { requiredKeys: ["channels"] },
  )
  // The shapes are those of configs, of which the type of a record of arbitraries cannot tell the words.
  .map((config) => config as ConfigInput);

/** Policies of an edition out of configs with tools, sandboxes, shells, visibility and commands. */
export function policiesWithSettings(edition: Edition): fc.Arbitrary<Policy> {
  return policies(settingConfigs, edition);
}

/** Policies of an edition out of configs with everything else. */
export function policiesWithParts(edition: Edition): fc.Arbitrary<Policy> {
  return policies(configs, edition);
}

function policies(configs: fc.Arbitrary<ConfigInput>, edition: Edition): fc.Arbitrary<Policy> {
  return configs
    .map((config) => safeParsePolicy(knownTo(edition, config), { edition, timeZone: "UTC" }).policy)
    .filter((policy) => policy !== undefined);
}

const names = ["main", "x", "telegram:direct:1", "telegram:group:-100", "discord:channel:C1", "cron:x"];
const session = fc
  .record(
    {
      agent: fc.constantFrom("main", "ops", "y"),
      name: fc.constantFrom(...names),
      channel: channelId,
      account: fc.constantFrom("work", "other"),
      chatType: fc.constantFrom("direct", "group", "channel"),
      peer: fc.constantFrom("-100", "C1", "5"),
      thread: fc.constant("1"),
    },
    { requiredKeys: ["agent", "name"] },
  )
  .map(({ agent, name, ...facts }) => ({ key: `agent:${agent}:${name}`, agentId: agent, ...facts }));

const now = Date.UTC(2026, 4, 5, 12);

/** Whatever parts may decide about. */
export const questionsAboutParts: fc.Arbitrary<Question> = fc.oneof(
  made.inbound.map((request): Question => ({ ask: "resolution", request })),
  fc
    .tuple(made.inbound, fc.boolean())
    .map(([inbound, mentioned]): Question => ({ ask: "access", request: { ...inbound, mentioned } })),
  session.map((request): Question => ({ ask: "send", request })),
  session.map((request): Question => ({ ask: "memory-search", request })),
  session.map((request): Question => ({ ask: "reset", request, times: { updatedAt: now - 7e6 }, now })),
);

/** Messages in rooms. */
export const questionsAboutRooms: fc.Arbitrary<Question> = fc
  .tuple(roomMessages, fc.constantFrom(undefined, "work", "other"))
  .map(([message, account]): Question => ({
    ask: "access",
    request: { ...message, ...(account && { account }) },
  }));

const agentId = fc.constantFrom("main", "ops");
const sometimesSandboxed = { sandboxed: fc.boolean() };
const somebody = {
  channel: fc.constantFrom("telegram", "signal", "line"),
  sender: fc.constantFrom("1", "2", "3"),
};
const key = fc.constantFrom("agent:main:main", "agent:main:x", "agent:ops:main", "agent:ops:x");

/** Whatever settings may decide about. */
export const questionsAboutSettings: fc.Arbitrary<Question> = fc.oneof(
  fc
    .record(
      {
        tool: fc.constantFrom("read", "exec", "write", "web_search", "cron", "xy", "x"),
        agentId,
        provider: fc.constant("openai"),
        model: fc.constantFrom("gpt-5", "o1"),
        ...sometimesSandboxed,
      },
      { requiredKeys: ["tool", "agentId"] },
    )
    .map((request): Question => ({ ask: "tool", request })),
  fc
    .record(
      {
        command: fc.constantFrom("git status", "ls x", "x", "x;x"),
        agentId,
        host: fc.constantFrom("gateway", "sandbox", "node"),
        ask: fc.constant("always" as const),
        elevated: fc.boolean(),
        ...somebody,
        ...sometimesSandboxed,
      },
      { requiredKeys: ["command", "agentId"] },
    )
    .map((request): Question => ({ ask: "exec", request })),
  fc
    .record(
      {
        action: fc.constantFrom("read-workspace", "write-workspace", "network", "tool"),
        tool: fc.constantFrom("read", "exec", "write", "x"),
        key,
      },
      { requiredKeys: ["action", "key"] },
    )
    .map((request): Question => ({ ask: "sandbox", request })),
  fc.tuple(key, key, fc.boolean(), fc.boolean()).map(([own, target, sandboxed, spawned]): Question => ({
    ask: "visibility",
    request: {
      action: "history",
      requester: sandboxed ? { key: own, sandboxed } : own,
      target,
      ...(spawned && { spawnedBy: { [target]: own } }),
    },
  })),
  fc
    .record({ ...somebody, admitted: fc.boolean() })
    .map((request): Question => ({ ask: "command", request: { ...request, chatType: "direct" } })),
);
