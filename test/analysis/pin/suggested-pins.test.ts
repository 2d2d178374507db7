import { describe, expect, it } from "vitest";
import { suggestInputs } from "../../../src/analysis/coverage/suggest-inputs.ts";
import { checkPins, type DriftRisk } from "../../../src/analysis/pin/check-pins.ts";
import { recordPins } from "../../../src/analysis/pin/record-pins.ts";
import type { ConfigInput, ResetConfig } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";

const ours = ["2026-11"] as const satisfies readonly Edition[];
const editions = ["2026-11", "openclaw@2026.9.6", "openclaw@2026.3.7"] as const satisfies readonly Edition[];

/** What a change does to the decisions that were pinned, as far as pins of nothing but suggested inputs tell. */
function drifts(edition: Edition, from: ConfigInput, to: ConfigInput): ReadonlySet<DriftRisk> {
  const before = parsePolicy(from, { edition, timeZone: "Europe/Berlin" });
  const after = parsePolicy(to, { edition, timeZone: "Europe/Berlin" });
  const pins = recordPins(
    before,
    suggestInputs(before).map(({ input }) => input),
  );
  expect(checkPins(pins, before)).toEqual([]);
  return new Set(checkPins(pins, after).map(({ risk }) => risk));
}

type Change = readonly [what: string, from: ConfigInput, to: ConfigInput, editions?: readonly Edition[]];

type Settings = Readonly<Record<string, unknown>>;

// Settings as people write them, which the parser checks.
const telegram = (config: Settings) => ({ channels: { telegram: config } }) as ConfigInput;
const account = (config: Settings) => telegram({ accounts: { work: config } });
const inGroup = (config: Settings) => telegram({ groupPolicy: "open", groups: { "-1": config } });
const inTopic = (config: Settings) => inGroup({ topics: { "7": config } });
const inRoom = (config: Settings) =>
  ({
    channels: { discord: { groupPolicy: "open", guilds: { "9": { channels: { "3": config } } } } },
  }) as ConfigInput;

/** Each opens a door, of a channel, an account, a group, a topic, a room. */
const doors: readonly Change[] = [
  [
    "direct messages are open",
    telegram({ dmPolicy: "allowlist", allowFrom: ["7"] }),
    telegram({ dmPolicy: "open", allowFrom: ["*"] }),
  ],
  ["strangers may pair", telegram({ dmPolicy: "disabled" }), telegram({ dmPolicy: "pairing" })],
  [
    "everybody is on the list",
    telegram({ dmPolicy: "allowlist", allowFrom: ["7"] }),
    telegram({ dmPolicy: "allowlist", allowFrom: ["7", "*"] }),
  ],
  [
    "everybody is on the list, and no policy was written",
    telegram({ allowFrom: ["7"] }),
    telegram({ allowFrom: ["7", "*"] }),
  ],
  [
    "an account's direct messages are open",
    account({ dmPolicy: "allowlist", allowFrom: ["7"] }),
    account({ dmPolicy: "open", allowFrom: ["*"] }),
  ],
  [
    "groups are open",
    telegram({ groupPolicy: "allowlist", groupAllowFrom: ["7"] }),
    telegram({ groupPolicy: "open", groupAllowFrom: ["7"] }),
  ],
  ["groups are heard", telegram({ groupPolicy: "disabled" }), telegram({ groupPolicy: "open" })],
  [
    "everybody in groups is on the list",
    telegram({ groupPolicy: "allowlist", groupAllowFrom: ["7"] }),
    telegram({ groupPolicy: "allowlist", groupAllowFrom: ["*"] }),
  ],
  ["an account's groups are open", account({ groupPolicy: "disabled" }), account({ groupPolicy: "open" })],
  ["a group needs no mention", inGroup({ requireMention: true }), inGroup({ requireMention: false })],
  ["a group is on", inGroup({ enabled: false }), inGroup({ enabled: true })],
  ["everybody in a group is on its list", inGroup({ allowFrom: ["7"] }), inGroup({ allowFrom: ["*"] })],
  ["a topic needs no mention", inTopic({ requireMention: true }), inTopic({ requireMention: false })],
  ["everybody in a topic is on its list", inTopic({ allowFrom: ["7"] }), inTopic({ allowFrom: ["*"] })],
  ["a room needs no mention", inRoom({ requireMention: true }), inRoom({ requireMention: false })],
  ["everybody in a room is on its list", inRoom({ users: ["7"] }), inRoom({ users: ["*"] })],
];

const rule = { action: "deny", match: { channel: "discord", chatType: "group" } } as const;
const memory = (scope: Settings) => ({ agents: { defaults: { memorySearch: { scope } } } }) as ConfigInput;
const ofAgent = (tools: Settings) => ({ agents: { list: [{ id: "main", tools }] } }) as ConfigInput;

/** Each drops a denial. */
const denials: readonly Change[] = [
  ["a send rule", { session: { sendPolicy: { rules: [rule] } } }, { session: { sendPolicy: { rules: [] } } }],
  [
    "the default of the send rules",
    { session: { sendPolicy: { default: "deny" } } },
    { session: { sendPolicy: { default: "allow" } } },
  ],
  [
    "a memory rule",
    memory({ default: "allow", rules: [rule] }),
    memory({ default: "allow", rules: [] }),
    ours,
  ],
  ["the default of the memory rules", memory({ default: "deny" }), memory({ default: "allow" }), ours],
  [
    "a rule of the files",
    { memory: { qmd: { scope: { default: "allow", rules: [rule] } } } },
    { memory: { qmd: { scope: { default: "allow", rules: [] } } } },
    ["openclaw@2026.3.7"],
  ],
  ["a tool", { tools: { deny: ["exec", "read"] } }, { tools: { deny: ["read"] } }],
  ["all but some tools", { tools: { allow: ["read"] } }, { tools: { allow: ["*"] } }],
  ["an agent's tool", ofAgent({ deny: ["exec"] }), ofAgent({ deny: ["read"] })],
  ["a group's tool", inGroup({ tools: { deny: ["exec"] } }), inGroup({ tools: { deny: ["read"] } })],
  [
    "a group's tool for one sender",
    inGroup({ toolsBySender: { "id:7": { deny: ["exec"] } } }),
    inGroup({ toolsBySender: { "id:7": { deny: ["read"] } } }),
  ],
  ["a room's tool", inRoom({ tools: { deny: ["exec"] } }), inRoom({ tools: { deny: ["read"] } })],
  [
    "all commands of the shell",
    { tools: { exec: { host: "gateway", security: "deny" } } },
    { tools: { exec: { host: "gateway", security: "full", ask: "off" } } },
  ],
  [
    "an agent's commands of the shell",
    ofAgent({ exec: { host: "gateway", security: "deny" } }),
    ofAgent({ exec: { host: "gateway", security: "full", ask: "off" } }),
  ],
  [
    "the questions about commands",
    { tools: { exec: { host: "gateway", security: "full", ask: "always" } } },
    { tools: { exec: { host: "gateway", security: "full", ask: "off" } } },
    ["openclaw@2026.9.6", "openclaw@2026.3.7"],
  ],
  [
    "sessions that are not seen",
    { tools: { sessions: { visibility: "self" } } },
    { tools: { sessions: { visibility: "agent" } } },
  ],
];

const resets: readonly (readonly [
  where: string,
  of: (reset: ResetConfig) => ConfigInput,
  editions?: readonly Edition[],
])[] = [
  ["of all sessions", (reset) => ({ session: { reset } })],
  ["of direct chats", (reset) => ({ session: { resetByType: { direct: reset } } })],
  ["of groups", (reset) => ({ session: { resetByType: { group: reset } } })],
  ["of threads", (reset) => ({ session: { resetByType: { thread: reset } } })],
  ["of a channel", (reset) => ({ session: { resetByChannel: { discord: reset } } })],
  ["of an agent", (reset) => ({ agents: { list: [{ id: "main", reset }] } }), ours],
  ["of a group", (reset) => inGroup({ reset }), ours],
];

const shortened: readonly (readonly [how: string, from: ResetConfig, to: ResetConfig])[] = [
  ["by half the silence", { mode: "idle", idleMinutes: 120 }, { mode: "idle", idleMinutes: 60 }],
  [
    "by half the silence within a day",
    { mode: "daily", atHour: 4, idleMinutes: 120 },
    { mode: "daily", atHour: 4, idleMinutes: 60 },
  ],
  ["by another hour", { mode: "daily", atHour: 4 }, { mode: "daily", atHour: 5 }],
  [
    "by another hour beside a silence",
    { mode: "daily", atHour: 4, idleMinutes: 120 },
    { mode: "daily", atHour: 5, idleMinutes: 120 },
  ],
  ["by a silence in place of the day", { mode: "daily", atHour: 4 }, { mode: "idle", idleMinutes: 60 }],
  [
    "by a silence within the day",
    { mode: "daily", atHour: 4 },
    { mode: "daily", atHour: 4, idleMinutes: 60 },
  ],
  ["by a day in place of a silence", { mode: "idle", idleMinutes: 10_080 }, { mode: "daily", atHour: 4 }],
];

const rows = (changes: readonly Change[]) =>
  changes.flatMap(([what, from, to, known = editions]) =>
    known.map((edition) => [what, edition, from, to] as const),
  );
const ends = resets.flatMap(([where, of, known = editions]) =>
  shortened.flatMap(([how, from, to]) =>
    known.map((edition) => [where, how, edition, of(from), of(to)] as const),
  ),
);

describe("pins of suggested inputs", () => {
  it.each(rows(doors))("tell that %s, under %s", (_what, edition, from, to) => {
    expect(drifts(edition, from, to)).toContain("widens");
    expect(drifts(edition, to, from)).toContain("narrows");
  });

  it.each(rows(denials))("tell that no more is denied: %s, under %s", (_what, edition, from, to) => {
    expect(drifts(edition, from, to)).toContain("widens");
  });

  it.each(ends)("tell that the life %s is shorter %s, under %s", (_where, _how, edition, from, to) => {
    expect(drifts(edition, from, to)).toContain("timing");
    expect(drifts(edition, to, from)).toContain("timing");
  });
});
