import { describe, expect, it } from "vitest";
import { applyFix, audit, type AuditWorld, type Finding } from "../../../src/analysis/index.ts";
import { findingKinds, type FindingId } from "../../../src/analysis/audit/finding-kinds.ts";
import { parsePolicy, type ConfigInput, type Edition } from "../../../src/index.ts";
import { byIdleDirect, fixable, ofEdition, others, release, twoSenders, type Case } from "./cases.ts";

function findingsOf(config: ConfigInput, { edition = "2026-11", world }: Case): readonly Finding[] {
  return audit(parsePolicy(config, { edition, timeZone: "UTC" }), world);
}

describe("a finding", () => {
  it.each(Object.entries(fixable))("%s: is found where it is, and its fix ends it", (_what, one) => {
    const here = (finding: Finding) => finding.id === one.id && finding.path === one.path;
    const findings = findingsOf(one.config, one);
    const found = findings.find(here);
    expect(findings.map(({ id, path, severity }) => ({ id, path, severity }))).toContainEqual({
      id: one.id,
      path: one.path,
      severity: one.severity,
    });
    expect(found?.witness).toEqual(one.witness ?? found?.witness);
    expect(found?.fix.changes).not.toEqual([]);
    const { config } = parsePolicy(one.config, { edition: one.edition ?? "2026-11" });
    const fixed = applyFix(config, found?.fix ?? { sentence: "", changes: [] });
    expect(findingsOf(fixed, one).filter(here)).toEqual([]);
  });
});

describe("a fault of an edition", () => {
  it.each(Object.entries(ofEdition))("%s: is found there, and not where it is mended", (_what, one) => {
    const here = ({ id, path }: Finding) => id === one.id && path === one.path;
    const found = findingsOf(one.config, one).find(here);
    expect(found?.severity).toBe(one.severity);
    expect(found?.fix.changes).toEqual([]);
    expect(one.goneIn).toBeDefined();
    expect(
      findingsOf(one.config, { ...one, ...(one.goneIn && { edition: one.goneIn }) }).filter(here),
    ).toEqual([]);
  });
});

describe("memory in a group", () => {
  const found = (tools: ConfigInput["tools"], edition: Edition) =>
    audit(parsePolicy({ tools: tools ?? {}, channels: { telegram: { groupPolicy: "open" } } }, { edition }))
      .map(({ id }) => id)
      .filter((id) => id.startsWith("memory-"));

  it.each<Edition>(["openclaw@2026.1.29", "openclaw@2026.6.8", "openclaw@2026.9.6"])(
    "is found under %s where the agent has a tool that reads it",
    (edition) => {
      expect(found({}, edition)).toEqual(["memory-searched-in-groups"]);
      expect(found({ deny: ["memory_search"] }, edition)).toEqual(["memory-searched-in-groups"]);
      expect(found({ deny: ["group:memory"] }, edition)).toEqual([]);
      expect(found({ profile: "messaging" }, edition)).toEqual([]);
    },
  );
});

describe("stored entries", () => {
  const policy = parsePolicy({ session: { dmScope: "main" } }, { edition: "2026-11" });
  const store = {
    "agent:main:direct:5": { lastChannel: "telegram", lastTo: "telegram:5" },
    "agent:main:main": { chatType: "direct", origin: { provider: "telegram", from: "telegram:6" } },
    // A key that names no channel tells nobody.
    "agent:main:direct:8": {},
  };
  const who = (keys: AuditWorld["keys"]) =>
    audit(policy, { ...(keys && { keys }) }).find(({ id }) => id === "direct-messages-shared")?.witness?.who;

  it("tell who writes, where their keys do not", () => {
    expect(who(store)).toEqual(["telegram:5", "telegram:6"]);
    expect(who(Object.entries(store).map(([key, entry]) => ({ sessionKey: key, ...entry })))).toEqual(
      who(store),
    );
    expect(who(Object.keys(store))).toBeUndefined();
  });
});

describe("stored keys", () => {
  const policy = parsePolicy({ session: { dmScope: "per-channel-peer" } }, { edition: "2026-11" });
  const ids = (keys: readonly string[], of = policy) => audit(of, { keys }).map(({ id }) => id);

  it.each([
    ["one that several shapes fit", ["agent:main:telegram:group:direct:5"], "keys-unreadable"],
    ["one that is cut off", ["agent:main"], "keys-unreadable"],
    [
      "two spellings of one conversation",
      ["agent:main:telegram:dm:5", "agent:main:telegram:direct:5"],
      "keys-stored-twice",
    ],
    ["a main session with and without its agent", ["main", "agent:main:main"], "keys-stored-twice"],
    [
      "a direct chat with and without its agent",
      ["telegram:direct:5", "agent:main:telegram:direct:5"],
      "keys-stored-twice",
    ],
  ])("%s", (_what, keys, id) => {
    expect(ids(keys)).toEqual([id]);
  });

  it.each<readonly [string, ConfigInput, readonly string[], boolean]>([
    [
      "the configured name of main sessions",
      { session: { mainKey: "work" } },
      ["agent:main:main", "agent:main:work"],
      true,
    ],
    ["one session that is for all", { session: { scope: "global" } }, ["main", "global"], true],
    [
      "the main session of an agent that there is not",
      { agents: { list: [{ id: "ops" }] } },
      ["agent:main:main", "agent:ops:main"],
      true,
    ],
    [
      "the main sessions of two agents",
      { agents: { list: [{ id: "ops", default: true }, { id: "main" }] } },
      ["agent:main:main", "agent:ops:main"],
      false,
    ],
    [
      "two threads of a main session, apart by case",
      {},
      ["agent:main:main:thread:$A", "agent:main:main:thread:$a"],
      false,
    ],
    ["two rooms, apart by case", {}, ["matrix:group:!A", "agent:main:matrix:group:!a"], false],
  ])("of %s are one or not as the edition reads them", (_what, config, keys, isOne) => {
    const of = parsePolicy(config, { edition: "2026-11" });
    expect(ids(keys, of).includes("keys-stored-twice")).toBe(isOne);
  });

  const linked = {
    session: { dmScope: "per-channel-peer", identityLinks: { Alice: ["telegram:111"] } },
  } as const;

  it.each<readonly [string, Edition, string, boolean]>([
    ["a linked person's name, as a release writes it", "openclaw@2026.9.6", "telegram:direct:alice", false],
    ["the same in its older words", "openclaw@2026.9.6", "telegram:dm:alice", false],
    ["the same, of an account", "openclaw@2026.9.6", "telegram:work:direct:alice", false],
    ["the same, that a release has left behind", "2026-11", "telegram:direct:alice", false],
    ["that id on a channel of which no link speaks", "openclaw@2026.9.6", "irc:direct:alice", true],
    ["another id", "openclaw@2026.9.6", "telegram:direct:222", true],
  ])("%s: shows a second person, or not", (_what, edition, name, isSecond) => {
    const of = parsePolicy(linked, { edition });
    const found = ids(["agent:main:telegram:direct:111", `agent:main:${name}`], of);
    expect(found.includes("nothing-logged") || found.includes("tools-unlimited")).toBe(isSecond);
    expect(found).not.toContain("keys-collide");
  });

  it("that name one conversation each are no finding", () => {
    expect(ids(["agent:main:telegram:direct:5", "agent:main:main", "agent:main:cron:daily"])).toEqual([]);
  });
});

describe("a kind of finding", () => {
  it.each(Object.entries(others))(
    "%s is found",
    (id, { config = {}, edition = "2026-11", world, options }) => {
      const found = audit(parsePolicy(config, { edition, timeZone: "UTC" }), world, options);
      expect(found.map((finding) => finding.id)).toContain(id);
    },
  );

  it("is shown by a row here, each of them", () => {
    const rows = [...Object.values(fixable), ...Object.values(ofEdition)].map(({ id }) => id);
    expect(new Set([...rows, ...Object.keys(others)])).toEqual(new Set(Object.keys(findingKinds)));
  });
});

describe("a command that nobody approved", () => {
  const sandbox = { mode: "all" } as const;
  const elevated = { allowFrom: { telegram: ["1"] } };

  it.each<readonly [string, object, boolean]>([
    ["no session is sandboxed", {}, true],
    ["every session is sandboxed", { agents: { defaults: { sandbox } } }, false],
    ["the main session is not", { agents: { defaults: { sandbox: { mode: "non-main" } } } }, true],
    [
      "another agent's are not",
      { agents: { defaults: { sandbox }, list: [{ id: "a", default: true, sandbox: { mode: "off" } }] } },
      true,
    ],
    ["an agent's own word is", { agents: { list: [{ id: "a", sandbox }] } }, false],
    [
      "commands are sent to the gateway",
      { agents: { defaults: { sandbox } }, tools: { exec: { host: "gateway" } } },
      true,
    ],
    [
      "they are sent to a node",
      { agents: { defaults: { sandbox } }, tools: { exec: { host: "node" } } },
      true,
    ],
    [
      "they are sent to the sandbox by name",
      { agents: { defaults: { sandbox } }, tools: { exec: { host: "sandbox" } } },
      false,
    ],
    [
      "they go wherever the session is",
      { agents: { defaults: { sandbox } }, tools: { exec: { host: "auto" } } },
      false,
    ],
    [
      "an agent's own are sent to the gateway",
      { agents: { defaults: { sandbox }, list: [{ id: "a", tools: { exec: { host: "gateway" } } }] } },
      true,
    ],
    [
      "an agent's own are not, though everybody's are",
      {
        agents: { defaults: { sandbox }, list: [{ id: "a", tools: { exec: { host: "auto" } } }] },
        tools: { exec: { host: "gateway" } },
      },
      false,
    ],
    ["somebody may take them out", { agents: { defaults: { sandbox } }, tools: { elevated } }, true],
    [
      "nobody may, since it is off",
      { agents: { defaults: { sandbox } }, tools: { elevated: { ...elevated, enabled: false } } },
      false,
    ],
    [
      "nobody may, since no list names anybody",
      { agents: { defaults: { sandbox } }, tools: { elevated: { allowFrom: { telegram: [] } } } },
      false,
    ],
    [
      "nobody may, since the agent's list names nobody",
      {
        agents: { defaults: { sandbox }, list: [{ id: "a", tools: { elevated: { allowFrom: {} } } }] },
        tools: { elevated },
      },
      false,
    ],
  ])("%s", (_what, config, reaches) => {
    // The schemas leave open what no decision reads.
    const found = audit(parsePolicy(config as ConfigInput, { edition: release, timeZone: "UTC" }));
    expect(found.some(({ id, severity }) => id === "exec-without-approval" && severity === "critical")).toBe(
      reaches,
    );
  });
});

describe("tools without limits, in rooms", () => {
  const apart = { session: { dmScope: "per-channel-peer" } } as const;

  it.each<readonly [string, ConfigInput, Finding["severity"] | undefined]>([
    ["any room is open", { channels: { telegram: { groupPolicy: "open" } } }, "medium"],
    ["rooms are open by default", { channels: { defaults: { groupPolicy: "open" }, slack: {} } }, "medium"],
    [
      "an account's rooms are open",
      { channels: { telegram: { accounts: { home: { groupPolicy: "open" } } } } },
      "medium",
    ],
    [
      "a list of people names everybody",
      { channels: { telegram: { groupAllowFrom: ["*"], groups: { "-1": {} } } } },
      "medium",
    ],
    [
      "a list names two people",
      { channels: { telegram: { groupAllowFrom: ["1", "2"], groups: { "-1": {} } } } },
      "info",
    ],
    [
      "it names one person twice",
      {
        session: { ...apart.session, identityLinks: { ann: ["telegram:1", "telegram:2"] } },
        channels: { telegram: { groupAllowFrom: ["1", "2"], groups: { "-1": {} } } },
      },
      undefined,
    ],
    [
      "a list names one",
      { channels: { telegram: { groupAllowFrom: ["1"], groups: { "-1": {} } } } },
      undefined,
    ],
    [
      "rooms are switched off",
      { channels: { telegram: { groupPolicy: "disabled", groupAllowFrom: ["1", "2"] } } },
      undefined,
    ],
    [
      "the rooms themselves limit tools",
      { channels: { telegram: { groupPolicy: "open", groups: { "*": { tools: { allow: ["read"] } } } } } },
      undefined,
    ],
    [
      "a profile limits them",
      { tools: { profile: "messaging" }, channels: { telegram: { groupPolicy: "open" } } },
      undefined,
    ],
    [
      "only the agent of the rooms is limited",
      {
        agents: {
          list: [
            { id: "main", default: true },
            { id: "guest", tools: { profile: "minimal" } },
          ],
        },
        bindings: [{ agentId: "guest", match: { channel: "telegram" } }],
        channels: { telegram: { groupPolicy: "open" } },
      },
      undefined,
    ],
  ])("%s", (_what, config, severity) => {
    const found = audit(parsePolicy({ ...apart, ...config }, { edition: "2026-11", timeZone: "UTC" }));
    expect(found.find(({ id }) => id === "tools-unlimited")?.severity).toBe(severity);
  });
});

const harmless: readonly (readonly [string, ConfigInput, AuditWorld])[] = [
  [
    "where a list keeps the second sender out",
    { channels: { telegram: { dmPolicy: "allowlist", allowFrom: ["111"] } } },
    twoSenders,
  ],
  [
    "where a channel is switched off",
    { channels: { telegram: { enabled: false, dmPolicy: "open", allowFrom: ["*"] } } },
    {},
  ],
  [
    "where links join one person's channels, as this edition does",
    { session: { dmScope: "per-channel-peer", identityLinks: { ann: ["telegram:1", "discord:2"] } } },
    {},
  ],
  [
    "where nobody can be let in a second time",
    { channels: { telegram: { dmPolicy: "allowlist", allowFrom: ["1"] }, slack: { dmPolicy: "disabled" } } },
    {},
  ],
  [
    "where two channels pair strangers who are kept apart",
    { session: { dmScope: "per-channel-peer" }, channels: { telegram: {}, slack: {} } },
    {},
  ],
  [
    "where one owner writes on several channels, and nobody else can",
    {
      session: { identityLinks: { owner: ["telegram:1", "whatsapp:+49151"] } },
      channels: {
        telegram: { dmPolicy: "allowlist", allowFrom: ["1"] },
        whatsapp: { dmPolicy: "allowlist", allowFrom: ["+49151"] },
      },
    },
    {},
  ],
  [
    "where the releases' full profile denies what matters",
    {
      tools: {
        profile: "full",
        deny: ["group:runtime", "group:fs", "group:automation", "nodes", "browser"],
      },
    },
    {},
  ],
  [
    "where resets are written for every type",
    { session: { reset: { mode: "daily" }, resetByType: byIdleDirect } },
    {},
  ],
  [
    "where direct chats are written by their other word, without a mode",
    { session: { dailyReset: "4:30", resetByType: { dm: { atHour: 6 } } } },
    {},
  ],
  ["where an idle window is all that is wanted", { session: { dailyReset: false, idleMinutes: 60 } }, {}],
];

describe("a reset that a type leaves out", () => {
  it("is told to the minute, and its fix keeps the policy as it is", () => {
    const config: ConfigInput = {
      session: { reset: { at: "4:30", idleMinutes: 60 }, resetByType: { group: { mode: "daily" } } },
    };
    const found = audit(parsePolicy(config, { edition: "2026-11", timeZone: "UTC" })).find(
      ({ path }) => path === "session.resetByType.direct",
    );
    expect(found?.message).toContain("ends every day at 04:30, however lively it is");
    expect(found?.fix.changes).toEqual([
      { path: "session.resetByType.direct", set: { mode: "daily", at: "04:30", idleMinutes: 60 } },
    ]);
  });
});

describe("nothing is found", () => {
  it.each(harmless)("%s", (_what, config, world) => {
    const findings = audit(parsePolicy(config, { edition: "2026-11", timeZone: "UTC" }), world);
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  });
});

describe("what could not happen is not found, though the settings look like it", () => {
  const apart = { session: { dmScope: "per-channel-peer" } } as const;
  const openGroups = { ...apart, channels: { telegram: { groupPolicy: "open" } } } as const;

  it.each<readonly [string, FindingId, ConfigInput]>([
    [
      "strangers, and an agent that only talks",
      "strangers-reach-host",
      { ...openGroups, tools: { profile: "messaging" } },
    ],
    [
      "strangers, and an agent that is always in its sandbox",
      "strangers-reach-host",
      { ...openGroups, agents: { defaults: { sandbox: { mode: "all" } } } },
    ],
    [
      "strangers, and tools that the room denies",
      "strangers-reach-host",
      {
        ...apart,
        channels: {
          telegram: {
            groupPolicy: "open",
            groups: { "*": { tools: { deny: ["group:runtime", "group:fs"] } } },
          },
        },
      },
    ],
    [
      "people whom pairing lets in, who are no strangers then",
      "strangers-reach-host",
      { ...apart, channels: { telegram: {} } },
    ],
    [
      "elevated commands for everybody, where commands are denied",
      "elevated-for-everybody",
      {
        ...openGroups,
        tools: { elevated: { allowFrom: { telegram: ["*"] } }, exec: { security: "deny" } },
      },
    ],
    [
      "elevated commands for everybody on a channel that there is not",
      "elevated-for-everybody",
      { ...openGroups, tools: { elevated: { allowFrom: { discord: ["*"] } } } },
    ],
    [
      "a hook that names its session, within its own prefix",
      "hooks-name-sessions",
      {
        hooks: {
          enabled: true,
          token: "t",
          allowRequestSessionKey: true,
          allowedSessionKeyPrefixes: ["hook:"],
        },
      },
    ],
    [
      "a hook that may name any agent, where there is one",
      "hooks-reach-every-agent",
      { hooks: { enabled: true, token: "t" } },
    ],
    [
      "settings of a sandbox that one agent has",
      "sandbox-unused",
      {
        agents: {
          defaults: { sandbox: { docker: { network: "none" } } },
          list: [
            { id: "main", default: true },
            { id: "guest", sandbox: { mode: "all" } },
          ],
        },
      },
    ],
    [
      "a mount that no container has",
      "sandbox-open-to-host",
      { agents: { defaults: { sandbox: { mode: "off", docker: { binds: ["/:/host"] } } } } },
    ],
    [
      "files that may not be written, by no command either",
      "commands-write-files",
      { tools: { deny: ["write", "edit", "apply_patch", "exec"] } },
    ],
    [
      "ids, where names would count as well",
      "names-let-in",
      { channels: { slack: { dmPolicy: "allowlist", allowFrom: ["ann"] } } },
    ],
    [
      "other agents' sessions, where the list names none of them",
      "open-agent-to-agent",
      {
        agents: { list: [{ id: "a", default: true }, { id: "b" }] },
        tools: { sessions: { visibility: "all" }, agentToAgent: { allow: ["c"] } },
      },
    ],
  ])("%s", (_what, id, config) => {
    const found = audit(parsePolicy(config, { edition: release, timeZone: "UTC" }));
    expect(found.filter((each) => each.id === id)).toEqual([]);
  });

  const alone = { channels: { telegram: { dmPolicy: "allowlist", allowFrom: ["1"] } } } as const;
  const paired = { channels: { telegram: {} } } as const;
  const owner = { senders: [{ channel: "telegram", peer: "1" }] };

  it.each<readonly [string, FindingId, ConfigInput, AuditWorld | undefined, Finding["severity"]]>([
    ["one person is listed, and nobody is paired", "visibility-all", alone, undefined, "info"],
    ["strangers may be paired", "visibility-all", paired, undefined, "high"],
    ["the world tells of one", "visibility-all", paired, owner, "info"],
    ["the world tells of two", "visibility-all", { ...apart, ...paired }, twoSenders, "high"],
    [
      "nobody is known, and some may be paired",
      "direct-messages-would-be-shared",
      paired,
      undefined,
      "medium",
    ],
    ["the world tells of one, and more may come", "direct-messages-would-be-shared", paired, owner, "low"],
  ])("%s: %s is as much as it is", (_what, id, config, world, severity) => {
    const found = audit(parsePolicy(config, { edition: release, timeZone: "UTC" }), world);
    expect(found.find((each) => each.id === id)?.severity).toBe(severity);
  });

  it("a session is said to reach other agents' only where it does", () => {
    const agents = { list: [{ id: "a", default: true }, { id: "b" }] };
    const told = (tools: ConfigInput["tools"]) =>
      audit(parsePolicy({ agents, tools }, { edition: release, timeZone: "UTC" })).find(
        ({ id }) => id === "visibility-all",
      );
    expect(told({})?.witness).toEqual({ who: ["agent:a:main"], what: "agent:b:main", invented: false });
    const within = told({ agentToAgent: { enabled: false } });
    expect(within?.message).toContain("every other one of that agent");
    expect(within?.witness?.what).toBe("agent:a:telegram:direct:1002");
    expect(told({ agentToAgent: { enabled: false }, sessions: { visibility: "tree" } })).toBeUndefined();
  });
});
