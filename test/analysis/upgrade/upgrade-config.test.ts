import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { upgradeConfig, upgradeChangeCodes, type UpgradedConfig } from "../../../src/analysis/index.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import { editions, type Edition } from "../../../src/edition/edition.ts";
import { evaluateAccess, parsePolicy, resolveSession, safeParsePolicy } from "../../../src/index.ts";

const older = "openclaw@2026.4.14";
const newer = "openclaw@2026.9.6";

function told({ changes }: UpgradedConfig): readonly string[] {
  return changes.map(
    ({ effect, from, path }) => `${effect} ${path}${from === undefined || from === path ? "" : ` < ${from}`}`,
  );
}

/** What the type of a config does not know is what is upgraded. */
function upgrade(config: object, from: Edition = older, to: Edition = newer): UpgradedConfig {
  return upgradeConfig(config as ConfigInput, from, to);
}

/** What is asked, and what is told of it. */
type Row = readonly [why: string, config: object, told: readonly string[], from?: Edition, to?: Edition];

function asRows(rows: readonly Row[]) {
  return rows.map(([why, config, expected, from, to]) => ({ why, config, told: expected, from, to }));
}

describe("an upgrade of a config as hosts have it", () => {
  const config = {
    meta: { lastTouchedVersion: "2026.4.14" },
    session: { idleMinutes: 60, dmScope: "per-channel-peer" },
    agents: { list: [{ id: "main" }, { id: "work" }] },
    bindings: [{ agentId: "work", match: { channel: "telegram", peer: { kind: "dm", id: "7" } } }],
    channels: {
      telegram: { dmPolicy: "pairing" },
      discord: { dm: { policy: "allowlist", allowFrom: ["9"] } },
    },
    commands: { ownerDisplay: "hash" },
  } as const;
  const upgraded = upgrade(config);

  it("is accepted, and each change is told", () => {
    expect(upgraded.ok).toBe(true);
    expect(told(upgraded)).toEqual([
      "lossless channels.discord.dmPolicy < channels.discord.dm.policy",
      "lossless channels.discord.allowFrom < channels.discord.dm.allowFrom",
      "lossless session.reset.idleMinutes < session.idleMinutes",
      "loses commands.ownerDisplay",
      "lossless bindings[0].match.peer.kind",
      "lossless agents.entries < agents.list",
      "lossless agents.entries.main.workspace",
      "lossless agents.defaults.systemAgent.agentId",
      "lossless agents.defaults.heartbeat.agentId",
      "lossless agents.ownership",
      "lossless bindings[1]",
      "lossless bindings[2]",
      "lossless meta.lastTouchedVersion",
    ]);
    for (const { code, release, sentence } of upgraded.changes) {
      expect(upgradeChangeCodes).toHaveProperty(code);
      expect(sentence).toMatch(/^[^.].*\.$/);
      expect(release === undefined || editions.includes(`openclaw@${release}` as Edition)).toBe(true);
    }
  });

  it("goes on letting in and answering whom it did", () => {
    const [before, after] = [
      parsePolicy(config, { edition: older }),
      parsePolicy(upgraded.config ?? {}, { edition: newer }),
    ];
    for (const [channel, peer] of [
      ["telegram", "7"],
      ["telegram", "8"],
      ["discord", "9"],
      ["discord", "10"],
    ] as const) {
      const message = { channel, chatType: "direct", peer, sender: peer } as const;
      expect(resolveSession(message, after).key).toBe(resolveSession(message, before).key);
      expect(evaluateAccess(message, after).outcome).toBe(evaluateAccess(message, before).outcome);
    }
  });

  it("was not possible without", () => {
    expect(safeParsePolicy(config, { edition: newer }).ok).toBe(false);
  });

  it("is the same when it is done again", () => {
    const again = upgradeConfig(upgraded.config ?? {}, older, newer);
    expect(again.changes).toEqual([]);
    expect(again.config).toEqual(upgraded.config);
  });
});

describe("what an upgrade tells", () => {
  it.each(
    asRows([
      ["nothing where nothing is older", { session: { dmScope: "main" } }, []],
      [
        "whom it may reach where every group is listed",
        { channels: { telegram: { requireMention: false } } },
        ['reaches channels.telegram.groups["*"].requireMention < channels.telegram.requireMention'],
      ],
      [
        "what is lost with a section",
        { memory: { qmd: { scope: { default: "deny" } } } },
        ["reaches memory.qmd"],
      ],
      [
        "what was left out because the new one is written, too",
        { session: { resetByType: { dm: { mode: "idle", idleMinutes: 5 }, direct: { mode: "daily" } } } },
        ["loses session.resetByType.dm"],
      ],
      [
        "an agent that was called as another",
        { agents: { list: [{ id: "main", default: true }, { id: "main" }] } },
        ["lossless agents.entries < agents.list", 'reaches agents.entries["main-2"] < agents.list[1].id'],
      ],
      [
        "what was no agent",
        { agents: { list: ["x", { id: "a" }] } },
        ["lossless agents.entries < agents.list", "loses agents.list[0]"],
      ],
      [
        "nothing lost where both say the same",
        { session: { maintenance: { pruneDays: 7, pruneAfter: 7 } } },
        ["lossless session.maintenance.pruneDays"],
      ],
      [
        "who answers nobody's messages, where no order tells",
        { agents: { entries: { a: {}, b: {} } } },
        ["reaches agents.ownership"],
        "openclaw@2026.9.3",
      ],
      [
        "under ours what moved, and nothing else",
        {
          commands: { ownerDisplay: "hash" },
          channels: { slack: { dm: { policy: "open" }, allowFrom: ["*"] } },
        },
        ["lossless channels.slack.dmPolicy < channels.slack.dm.policy"],
        older,
        "2026-11",
      ],
      [
        "the oldest names, of which no release on record has a list",
        { routing: { agents: { a: {}, b: {} }, defaultAgentId: "b" }, identity: { name: "x" } },
        [
          "lossless agents.list < routing.agents",
          "lossless agents.list[1].default < routing.defaultAgentId",
          "lossless agents.list[1].identity < identity",
        ],
        "openclaw@2026.1.29",
        "openclaw@2026.7.35",
      ],
    ]),
  )("$why", ({ config, told: expected, from, to }) => {
    expect(told(upgrade(config, from, to))).toEqual(expected);
  });

  it("what it decides more openly, with a witness", () => {
    const { comparison, widens } = upgrade({
      memory: { backend: "qmd", qmd: { scope: { default: "deny" } } },
    });
    expect(widens).toContain("memory-search");
    expect(comparison?.byKind["memory-search"].looser).toBeDefined();
  });

  it("nothing of secrets", () => {
    const secret = "a-secret-of-somebody";
    const config = {
      gateway: { token: secret },
      telegram: { botToken: secret },
      env: { KEY: secret },
      channels: { googlechat: { serviceAccountRef: { id: secret } } },
    };
    const { changes } = upgrade(config, "openclaw@2026.1.29");
    expect(changes.length).toBeGreaterThan(3);
    expect(JSON.stringify(changes)).not.toContain(secret);
  });
});

describe("what hinders an upgrade", () => {
  it.each(
    asRows([
      [
        "a key that nothing knows",
        { session: { idleMinutes: 5, nonsense: 1 } },
        ["unknown-key session.nonsense"],
      ],
      [
        "two places that contradict each other",
        { channels: { discord: { dmPolicy: "open", allowFrom: ["*"], dm: { policy: "disabled" } } } },
        ["unknown-key channels.discord.dm.policy"],
      ],
      [
        "several agents of which nobody said who answers, where a release does not guess",
        { agents: { list: [{ id: "a" }, { id: "b" }] } },
        ["ambiguous-agent agents.ownership"],
        older,
        "openclaw@2026.8.1",
      ],
      ["a downgrade", {}, ["no-upgrade "], newer, older],
      ["a downgrade from ours", {}, ["no-upgrade "], "2026-11", newer],
      ["an edition that there is none of", {}, ["unknown-edition "], older, "openclaw@2026.99.1" as Edition],
      ["another one", {}, ["unknown-edition "], "2025-11" as Edition],
    ]),
  )("$why", ({ config, told: expected, from, to }) => {
    const upgraded = upgrade(config, from, to);
    expect(upgraded.ok).toBe(false);
    expect(upgraded.issues?.map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
    for (const { hint } of upgraded.issues ?? []) expect(hint).toBeTruthy();
  });

  it("is a number in a text of which digits are lost", () => {
    const { issues } = upgradeConfig(
      "{ channels: { discord: { allowFrom: [123456789012345678] } } }",
      older,
      newer,
    );
    expect(issues?.map(({ code }) => code)).toContain("inexact-number");
  });

  it("is what is no config", () => {
    expect(upgradeConfig("{", older, newer).issues?.map(({ code }) => code)).toEqual(["malformed-json5"]);
    expect(upgradeConfig("[]", older, newer).issues?.map(({ code }) => code)).toEqual(["wrong-type"]);
  });

  it("is no maintenance branch that later releases do not continue", () => {
    expect(upgrade({ session: { idleMinutes: 5 } }, "openclaw@2026.7.35").ok).toBe(true);
  });
});

const keys = fc.constantFrom(
  ...[
    "session",
    "agents",
    "list",
    "entries",
    "channels",
    "telegram",
    "accounts",
    "dm",
    "policy",
    "routing",
    "agent",
  ],
  ...[
    "memorySearch",
    "memory",
    "qmd",
    "heartbeat",
    "__proto__",
    "constructor",
    "*",
    "",
    "id",
    "env",
    "streaming",
  ],
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<unknown>(null, true, 0, "", "dm", "main", "\ud800", "x".repeat(9)),
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.array(fc.tuple(keys, tie("tree")), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}));

describe("an upgrade of anything", () => {
  it("changes nothing of what was given, never throws, and has nothing left to do", () => {
    const config = fc.dictionary(keys, tree, { maxKeys: 6 });
    fc.assert(
      fc.property(config, fc.constantFrom(...editions), (given, to) => {
        const before = JSON.stringify(given);
        const upgraded = upgradeConfig(given, "openclaw@2026.1.29", to, { compare: false });
        expect(JSON.stringify(given)).toBe(before);
        const { changes, config: made = {}, ok } = upgraded;
        const again = upgradeConfig(made, "openclaw@2026.1.29", to, { compare: false });
        expect(again.changes).toEqual([]);
        expect(!ok || safeParsePolicy(made, { edition: to }).ok).toBe(true);
        // What is no config is left alone.
        expect(upgraded.config !== undefined || changes.length === 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
