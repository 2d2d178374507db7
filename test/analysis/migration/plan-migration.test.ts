import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainMigration } from "../../../src/analysis/migration/migration.ts";
import { planMigration } from "../../../src/analysis/migration/plan-migration.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Policy } from "../../../src/config/policy.ts";
import { editions, type Edition } from "../../../src/edition/edition.ts";
import type { StoredSessions } from "../../../src/lifecycle/store/read-store.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import type { Inbound } from "../../../src/scope/inbound.ts";
import type { Moved } from "../../../src/scope/moved.ts";
import { resolveSession } from "../../../src/scope/session/resolve-session.ts";

const runs = Number(process.env["KEYSCOPE_RUNS"] ?? 200);

function policyOf(config: ConfigInput, edition: Edition = "2026-11"): Policy {
  return parsePolicy(config, { edition });
}

interface Row {
  readonly why: string;
  readonly keys: StoredSessions;
  readonly from: Policy;
  readonly to: Policy;
  readonly inbounds?: readonly Inbound[];
  readonly moved?: readonly Moved[];
  /** Of each key: action, reason, and what it becomes. */
  readonly plan: readonly string[];
}

function planOf({ keys, from, to, inbounds, moved }: Omit<Row, "why" | "plan">): readonly string[] {
  return planMigration(keys, from, to, inbounds, moved).map((migration) =>
    [
      migration.action,
      migration.reason,
      ...(migration.to === undefined ? [] : [migration.to]),
      ...(migration.into ?? []),
    ].join(" "),
  );
}

const main = policyOf({ session: { dmScope: "main" } });
const perPeer = policyOf({ session: { dmScope: "per-peer" } });
const perChannel = policyOf({ session: { dmScope: "per-channel-peer" } });
const perAccount = policyOf({ session: { dmScope: "per-account-channel-peer" } });
const channels = { telegram: {}, slack: {} };
const release = (session: ConfigInput["session"], name: Edition = "openclaw@2026.3.7") =>
  policyOf({ session, channels }, name);
const alice = { alice: ["telegram:1", "slack:U1"] };

const withOps = { list: [{ id: "main", default: true }, { id: "ops" }] };
const boundRoom = {
  agentId: "ops",
  match: { channel: "slack", peer: { kind: "channel", id: "1" } },
} as const;

const rows: readonly Row[] = [
  {
    why: "nothing changes",
    keys: ["agent:main:telegram:direct:1", "agent:main:main", "agent:main:telegram:group:-1:thread:7"],
    from: perChannel,
    to: perChannel,
    plan: [
      "keep same-key agent:main:telegram:direct:1",
      "keep same-key agent:main:main",
      "keep same-key agent:main:telegram:group:-1:thread:7",
    ],
  },
  {
    why: "a wider scope puts people together",
    keys: ["agent:main:telegram:direct:1", "agent:main:telegram:direct:2"],
    from: perChannel,
    to: main,
    plan: ["merge scope agent:main:main", "merge scope agent:main:main"],
  },
  {
    why: "a narrower scope takes a shared session apart; who is known is named",
    keys: ["agent:main:main", "agent:main:telegram:direct:1"],
    from: main,
    to: perChannel,
    plan: [
      "split dm-scope agent:main:main agent:main:telegram:direct:1",
      "keep leads-here-again agent:main:telegram:direct:1",
    ],
  },
  {
    why: "a key without its channel may be of any",
    keys: ["agent:main:direct:1"],
    from: perPeer,
    to: perChannel,
    plan: ["split dm-scope"],
  },
  {
    why: "a host that has one channel leaves no doubt",
    keys: ["agent:main:direct:1"],
    from: parsePolicy({ session: { dmScope: "per-peer" } }, { edition: "2026-11", channels: ["telegram"] }),
    to: parsePolicy(
      { session: { dmScope: "per-channel-peer" } },
      { edition: "2026-11", channels: ["telegram"] },
    ),
    plan: ["rename scope agent:main:telegram:direct:1"],
  },
  {
    why: "messages that the host knows of leave no doubt",
    keys: ["agent:main:telegram:direct:1"],
    from: perChannel,
    to: perAccount,
    inbounds: [{ channel: "telegram", chatType: "direct", peer: "1", account: "work" }],
    plan: ["rename scope agent:main:telegram:work:direct:1"],
  },
  {
    why: "without them the account may be any",
    keys: ["agent:main:telegram:direct:1"],
    from: perChannel,
    to: perAccount,
    plan: ["split dm-scope agent:main:telegram:default:direct:1"],
  },
  {
    why: "links join what was apart",
    keys: ["agent:main:direct:1", "agent:main:direct:U1"],
    from: parsePolicy(
      { session: { dmScope: "per-peer" } },
      { edition: "2026-11", channels: ["telegram", "slack"] },
    ),
    to: parsePolicy(
      { session: { dmScope: "per-peer", identityLinks: alice } },
      { edition: "2026-11", channels: ["telegram", "slack"] },
    ),
    plan: [
      "split dm-scope agent:main:direct:=alice agent:main:direct:1",
      "split dm-scope agent:main:direct:U1 agent:main:direct:=alice",
    ],
  },
  {
    why: "links that are gone part what they joined",
    keys: ["agent:main:direct:=alice"],
    from: policyOf({ session: { dmScope: "per-peer", identityLinks: alice } }),
    to: perPeer,
    plan: ["split identity-links agent:main:direct:1 agent:main:direct:U1"],
  },
  {
    why: "2026-11 marks the name of a person",
    keys: ["agent:main:direct:alice"],
    from: release({ dmScope: "per-peer", identityLinks: alice }),
    to: policyOf({ session: { dmScope: "per-peer", identityLinks: alice } }),
    plan: ["rename spelling agent:main:direct:=alice"],
  },
  {
    why: "2026-11 writes a topic as a thread",
    keys: ["agent:main:telegram:group:-100:topic:7"],
    from: release({}),
    to: policyOf({}),
    plan: ["rename spelling agent:main:telegram:group:-100:thread:7"],
  },
  {
    why: "the topic of a direct chat loses its chat",
    keys: ["agent:main:telegram:direct:5:thread:5:7"],
    from: release({ dmScope: "per-channel-peer" }),
    to: perChannel,
    plan: ["rename spelling agent:main:telegram:direct:5:thread:7"],
  },
  {
    why: "`dm` becomes `direct`",
    keys: ["agent:main:telegram:dm:5"],
    from: release({ dmScope: "per-channel-peer" }, "openclaw@2026.2.1"),
    to: release({ dmScope: "per-channel-peer" }),
    plan: ["rename spelling agent:main:telegram:direct:5"],
  },
  {
    why: "an id that was lower-cased may have been in capitals",
    keys: ["agent:main:slack:direct:u1"],
    from: release({ dmScope: "per-channel-peer" }),
    to: perChannel,
    plan: ["ambiguous not-in-key agent:main:slack:direct:u1 agent:main:slack:direct:U1"],
  },
  {
    why: "of a release's key nobody knows the workspace",
    keys: ["agent:main:slack:direct:7"],
    from: release({ dmScope: "per-channel-peer" }),
    to: perChannel,
    plan: ["ambiguous not-in-key agent:main:slack:direct:7"],
  },
  {
    why: "whoever knows the message knows the workspace",
    keys: ["agent:main:slack:direct:u7"],
    from: release({ dmScope: "per-channel-peer" }),
    to: perChannel,
    inbounds: [{ channel: "slack", chatType: "direct", peer: "U7", team: "T1" }],
    plan: ["rename spelling agent:main:slack:direct:U7:party:T1"],
  },
  {
    why: "a key that tells the workspace goes where its person goes",
    keys: ["agent:main:slack:direct:U7:party:T1", "agent:main:msteams:direct:0a1b:party:t1"],
    from: perChannel,
    to: release({ dmScope: "per-channel-peer" }, "openclaw@2026.9.6"),
    plan: ["rename spelling agent:main:slack:direct:u7", "rename spelling agent:main:msteams:direct:0a1b"],
  },
  {
    why: "one that tells whose business chat it is stays",
    keys: ["agent:main:telegram:direct:7:party:BC1"],
    from: perChannel,
    to: perChannel,
    plan: ["keep same-key agent:main:telegram:direct:7:party:BC1"],
  },
  {
    why: "a group that became a supergroup has another id, in its topics as well",
    keys: [
      "agent:main:telegram:group:-5",
      "agent:main:telegram:group:-6",
      "agent:main:telegram:group:-5:thread:9",
    ],
    from: perChannel,
    to: perChannel,
    moved: [{ channel: "telegram", from: "-5", to: "-1005" }],
    plan: [
      "rename moved agent:main:telegram:group:-1005",
      "keep same-key agent:main:telegram:group:-6",
      "rename moved agent:main:telegram:group:-1005:thread:9",
    ],
  },
  {
    why: "a person who told the number goes on where others wait already",
    keys: ["agent:main:whatsapp:direct:2718@lid", "agent:main:whatsapp:direct:+1555"],
    from: perChannel,
    to: perChannel,
    moved: [{ channel: "whatsapp", from: "2718@lid", to: "+1555" }],
    plan: ["merge moved agent:main:whatsapp:direct:+1555", "keep same-key agent:main:whatsapp:direct:+1555"],
  },
  {
    why: "the main session has another name",
    keys: ["agent:main:main", "agent:main:main:heartbeat"],
    from: main,
    to: policyOf({ session: { dmScope: "main", mainKey: "home" } }),
    plan: ["rename main-key agent:main:home", "rename main-key agent:main:home:heartbeat"],
  },
  {
    why: "another agent answers",
    keys: ["agent:main:slack:channel:C1", "agent:main:slack:channel:C2"],
    from: policyOf({}),
    to: policyOf({
      bindings: [{ agentId: "ops", match: { channel: "slack", peer: { kind: "channel", id: "C1" } } }],
    }),
    plan: ["rename agent agent:ops:slack:channel:C1", "keep same-key agent:main:slack:channel:C2"],
  },
  {
    why: "a room that is bound as a channel may be a group",
    keys: ["agent:ops:main:thread:7"],
    from: parsePolicy(
      { session: { groupScope: "main" }, bindings: [boundRoom], agents: withOps },
      { edition: "openclaw@2026.9.6", channels: ["slack"] },
    ),
    to: parsePolicy(
      { session: { groupScope: "main" }, bindings: [boundRoom], agents: withOps },
      { edition: "2026-11", channels: ["slack"] },
    ),
    plan: ["split group-scope agent:ops:slack:channel:1:thread:7"],
  },
  {
    why: "an agent is gone",
    keys: ["agent:ops:main", "agent:ops:cron:nightly", "agent:ops:slack:channel:C1"],
    from: policyOf({
      agents: { list: [{ id: "main", default: true }, { id: "ops" }] },
      bindings: [{ agentId: "ops", match: { channel: "slack" } }],
    }),
    to: policyOf({ agents: { list: [{ id: "main" }] } }),
    plan: [
      "rename agent agent:main:main",
      "orphan unknown-agent",
      "rename agent agent:main:slack:channel:C1",
    ],
  },
  {
    why: "sessions that the host names keep their names",
    keys: ["agent:main:cron:nightly:run:7", "agent:main:subagent:a", "unknown", "agent:main:Hook:x"],
    from: release({}),
    to: policyOf({}),
    plan: [
      "keep same-key agent:main:cron:nightly:run:7",
      "keep same-key agent:main:subagent:a",
      "keep same-key unknown",
      "rename spelling agent:main:hook:x",
    ],
  },
  {
    why: "nothing leads to what an older config left behind",
    keys: ["agent:main:telegram:direct:1"],
    from: main,
    to: perPeer,
    plan: ["orphan unreachable"],
  },
  {
    why: "what spells a stored key in another way goes into it, which stays; messages that name nobody part nothing",
    keys: ["main", "Agent:Main:MAIN", "agent:main:main"],
    from: policyOf({}, "openclaw@2026.9.6"),
    to: policyOf({}),
    plan: [
      "merge spelling agent:main:main",
      "merge spelling agent:main:main",
      "keep same-key agent:main:main",
    ],
  },
  {
    why: "one of several spellings, with no other stored, is renamed",
    keys: ["main"],
    from: policyOf({}, "openclaw@2026.9.6"),
    to: policyOf({}),
    plan: ["rename spelling agent:main:main"],
  },
  {
    why: "spellings go where their key goes",
    keys: ["main", "agent:main:main"],
    from: main,
    to: policyOf({ session: { dmScope: "main", mainKey: "home" } }),
    plan: ["merge main-key agent:main:home", "merge main-key agent:main:home"],
  },
  {
    why: "they are put together before their key parts",
    keys: ["main", "agent:main:main"],
    from: main,
    to: perChannel,
    plan: ["merge spelling agent:main:main", "split dm-scope agent:main:main"],
  },
  {
    why: "a spelling that is the only one parts as its key would",
    keys: ["main"],
    from: main,
    to: perChannel,
    plan: ["split dm-scope agent:main:main"],
  },
  {
    why: "the `dm` of an older release is what `direct` is",
    keys: ["agent:main:telegram:dm:5", "agent:main:telegram:direct:5", "agent:main:telegram:dm:6"],
    from: release({ dmScope: "per-channel-peer" }),
    to: perChannel,
    plan: [
      "merge spelling agent:main:telegram:direct:5",
      "keep same-key agent:main:telegram:direct:5",
      "rename spelling agent:main:telegram:direct:6",
    ],
  },
  {
    why: "the main session of an agent that is not configured is the owner's",
    keys: ["agent:main:main", "agent:ops:main"],
    from: policyOf({ agents: { list: [{ id: "ops" }] } }, "openclaw@2026.9.6"),
    to: policyOf({ agents: { list: [{ id: "ops" }] } }),
    plan: ["merge spelling agent:ops:main", "keep same-key agent:ops:main"],
  },
  {
    why: "what is left behind is still there when another key comes to its place",
    keys: ["agent:ops:main", "agent:main:home"],
    from: policyOf({ agents: withOps, bindings: [{ agentId: "ops", match: { channel: "slack" } }] }),
    to: policyOf({ session: { mainKey: "home" }, agents: { list: [{ id: "main" }] } }),
    plan: ["merge agent agent:main:home", "keep leads-here-again agent:main:home"],
  },
  {
    why: "a direct chat on Discord has no threads that could part from it",
    keys: ["agent:main:main"],
    from: policyOf({ channels: { discord: {} } }, "openclaw@2026.9.6"),
    to: policyOf({ channels: { discord: {} } }),
    plan: ["keep same-key agent:main:main"],
  },
  {
    why: "a key that is none cannot be planned",
    keys: ["agent::x", "agent:main:telegram:group:direct:5"],
    from: perChannel,
    to: perPeer,
    plan: ["ambiguous unreadable", "ambiguous unreadable"],
  },
];

describe("links that begin to join channels", () => {
  const config = {
    session: { dmScope: "per-channel-peer", identityLinks: { john: ["telegram:1", "discord:2"] } },
    channels: { telegram: {}, discord: {} },
  } as const;
  const release = parsePolicy(config, { edition: "openclaw@2026.9.6" });
  const own = parsePolicy(config, { edition: "2026-11" });
  const keys = ["agent:main:telegram:direct:john", "agent:main:discord:direct:john"];

  it("merge one person's sessions, and mix nobody's", () => {
    expect(planMigration(keys, release, own)).toMatchObject(
      keys.map((from) => ({ action: "merge", reason: "identity", from, to: "agent:main:direct:=john" })),
    );
    expect(planMigration(keys, release, own).every(({ mixes }) => mixes === undefined)).toBe(true);
  });

  it("part them again on the way back", () => {
    expect(planMigration(["agent:main:direct:=john"], own, release)).toMatchObject([
      { action: "split", reason: "identity-links", into: keys },
    ]);
  });

  it("leave strangers where they are", () => {
    expect(planMigration(["agent:main:telegram:direct:9"], release, own)).toMatchObject([{ action: "keep" }]);
  });
});

const exact = policyOf({ channels: { telegram: {}, slack: {}, matrix: {} } });
const lower = policyOf({ channels: { telegram: {}, slack: {}, matrix: {} } }, "openclaw@2026.3.7");
const sent = (provider: string, from: string, to?: string) => ({
  origin: { provider, from, ...(to !== undefined && { to }) },
});

/** Stores that hold entries: what they tell beside their keys. */
const entryRows: readonly Row[] = [
  {
    why: "the channel of a person's chat, which the key does not tell",
    keys: { "agent:main:direct:1": { chatType: "direct", ...sent("telegram", "telegram:1") } },
    from: perPeer,
    to: perChannel,
    plan: ["rename scope agent:main:telegram:direct:1"],
  },
  {
    why: "the account of it",
    keys: [{ key: "agent:main:telegram:direct:1", lastTo: "telegram:1", lastAccountId: "work" }],
    from: perChannel,
    to: perAccount,
    plan: ["rename scope agent:main:telegram:work:direct:1"],
  },
  {
    why: "the account of a room",
    keys: [{ sessionKey: "agent:main:telegram:group:-1", lastTo: "telegram:-1", lastAccountId: "work" }],
    from: policyOf({ channels: { telegram: { accounts: { work: {} } } } }, "openclaw@2026.3.7"),
    to: policyOf({ channels: { telegram: { accounts: { work: {} } } } }),
    plan: ["rename spelling agent:main:telegram:work:group:-1"],
  },
  {
    why: "how the platform spells an id that a release wrote in small letters",
    keys: {
      "agent:main:slack:channel:c1": {
        chatType: "channel",
        ...sent("slack", "slack:channel:C1", "channel:C1"),
      },
    },
    from: lower,
    to: exact,
    plan: ["rename spelling agent:main:slack:channel:C1"],
  },
  {
    why: "and that of a room beside its thread",
    keys: {
      "agent:main:matrix:channel:!r:s.org:thread:$Ab": {
        origin: { provider: "matrix", from: "matrix:channel:!R:s.org", threadId: "$Ab" },
      },
    },
    from: lower,
    to: exact,
    plan: ["rename spelling agent:main:matrix:channel:!R%3As.org:thread:$Ab"],
  },
  {
    why: "the same of a key in an older spelling, without its agent",
    keys: { "telegram:group:-1": { chatType: "group", lastTo: "telegram:-1", lastAccountId: "work" } },
    from: policyOf({ channels: { telegram: { accounts: { work: {} } } } }, "openclaw@2026.3.7"),
    to: policyOf({ channels: { telegram: { accounts: { work: {} } } } }),
    plan: ["rename spelling agent:main:telegram:work:group:-1"],
  },
  {
    why: "a session of several people stays split, whoever wrote last; the key of that one is named",
    keys: { "agent:main:main": { chatType: "direct", ...sent("telegram", "telegram:5") } },
    from: main,
    to: perChannel,
    plan: ["split dm-scope agent:main:main agent:main:telegram:direct:5"],
  },
  {
    why: "so does a room whose people part, whoever wrote last",
    keys: { "agent:main:feishu:group:oc_1": sent("feishu", "feishu:ou_5", "chat:oc_1") },
    from: policyOf({ channels: { feishu: { groupSessionScope: "group" } } }),
    to: policyOf({ channels: { feishu: { groupSessionScope: "group_sender" } } }),
    plan: ["split chat-not-split agent:main:feishu:group:oc_1:sender:ou_5"],
  },
  {
    why: "and a linked person whose links go",
    keys: {
      "agent:main:direct:alice": { chatType: "direct", ...sent("telegram", "telegram:1") },
    },
    from: release({ dmScope: "per-peer", identityLinks: alice }),
    to: release({ dmScope: "per-channel-peer" }),
    plan: ["split identity-links agent:main:telegram:direct:1 agent:main:slack:direct:u1"],
  },
  {
    why: "an entry of another chat than its key's decides nothing",
    keys: { "agent:main:slack:channel:c1": { lastChannel: "slack", lastTo: "channel:C2" } },
    from: lower,
    to: exact,
    plan: ["ambiguous not-in-key agent:main:slack:channel:c1 agent:main:slack:channel:C1"],
  },
  {
    why: "neither does the id of a group, which a release writes in small letters as it does in keys",
    keys: { "agent:main:slack:channel:c1": { channel: "slack", groupId: "c1", lastAccountId: "default" } },
    from: lower,
    to: exact,
    plan: ["ambiguous not-in-key agent:main:slack:channel:c1 agent:main:slack:channel:C1"],
  },
  {
    why: "neither does what a page of the gateway wrote",
    keys: { "agent:main:slack:channel:c1": { lastChannel: "webchat", origin: { provider: "webchat" } } },
    from: lower,
    to: exact,
    plan: ["ambiguous not-in-key agent:main:slack:channel:c1 agent:main:slack:channel:C1"],
  },
];

describe("what entries tell", () => {
  it.each(entryRows)("$why", ({ plan, ...row }) => {
    expect(planOf(row)).toEqual(plan);
  });

  it("names an entry that contradicts its key", () => {
    const store = { "agent:main:slack:channel:c1": { lastChannel: "slack", lastTo: "channel:C2" } };
    const [step] = planMigration(store, lower, exact);
    expect(step?.contradicts).toEqual(["key", "lastTo"]);
    expect(step && explainMigration(step)).toContain("Its entry contradicts it (key, lastTo).");
  });
});

describe("what becomes of stored keys", () => {
  it.each(rows)("$why", ({ plan, ...row }) => {
    expect(planOf(row)).toEqual(plan);
  });
});

describe("the warning that histories mix", () => {
  const links = { ann: ["telegram:1", "discord:2"] };
  const linked = policyOf({ session: { dmScope: "per-peer", identityLinks: links } });
  const groupsInMain = policyOf({ session: { dmScope: "main", groupScope: "main" } });

  it.each<readonly [string, readonly string[], Policy, Policy, readonly (readonly string[] | undefined)[]]>([
    ["names nobody where nothing changes", ["agent:main:main"], main, main, [undefined]],
    [
      "names those who would share a session, and whoever else comes in",
      ["agent:main:telegram:direct:1", "agent:main:telegram:direct:2"],
      perChannel,
      main,
      [
        ["telegram:1", "*", "telegram:2"],
        ["telegram:2", "*", "telegram:1"],
      ],
    ],
    [
      "does not take one person for two",
      ["agent:main:telegram:direct:1", "agent:main:discord:direct:2"],
      perChannel,
      linked,
      [undefined, undefined],
    ],
    [
      "knows that an id on two channels may be two people",
      ["agent:main:telegram:direct:1", "agent:main:discord:direct:1"],
      perChannel,
      perPeer,
      [
        ["telegram:1", "discord:1"],
        ["discord:1", "telegram:1"],
      ],
    ],
    [
      "counts a room as company of the main session",
      ["agent:main:telegram:group:-1", "agent:main:main"],
      main,
      groupsInMain,
      [
        ["telegram:-1", "*", "agent:main:main"],
        ["agent:main:main", "*", "telegram:-1"],
      ],
    ],
    [
      "does not count one person's accounts",
      ["agent:main:telegram:default:direct:1", "agent:main:telegram:work:direct:1"],
      perAccount,
      perChannel,
      [undefined, undefined],
    ],
  ])("%s", (_, keys, from, to, mixes) => {
    expect(planMigration(keys, from, to).map((migration) => migration.mixes)).toEqual(mixes);
  });

  it("names ten at most", () => {
    const keys = Array.from({ length: 50 }, (_, id) => `agent:main:telegram:direct:${id}`);
    for (const { mixes } of planMigration(keys, perChannel, main)) expect(mixes).toHaveLength(10);
  });
});

describe("the way back", () => {
  const named = (session: ConfigInput["session"]) =>
    parsePolicy({ session }, { edition: "2026-11", channels: ["telegram"] });

  it.each<readonly [string, readonly string[], Policy, Policy, readonly (string | undefined)[]]>([
    [
      "leads from a new main key",
      ["agent:main:main"],
      main,
      policyOf({ session: { dmScope: "main", mainKey: "home" } }),
      ["agent:main:main"],
    ],
    [
      "leads from a channel that is the only one",
      ["agent:main:direct:1"],
      named({ dmScope: "per-peer" }),
      named({ dmScope: "per-channel-peer" }),
      ["agent:main:direct:1"],
    ],
    ["does not lead from where all are", ["agent:main:telegram:direct:1"], perChannel, main, [undefined]],
    [
      "does not lead from where two are",
      ["agent:main:telegram:direct:1", "agent:main:discord:direct:1"],
      perChannel,
      perPeer,
      [undefined, undefined],
    ],
  ])("%s", (_, keys, from, to, reverse) => {
    expect(planMigration(keys, from, to).map((migration) => migration.reverse)).toEqual(reverse);
  });
});

const people = { Ann: ["telegram:1", "slack:U1"], bob: ["discord:2"] };

/** From 2026.8.1 on, nobody answers what no binding claims. */
const ownerless = { list: [{ id: "main" }, { id: "ops" }] };

const match = fc.oneof(
  fc.record(
    { channel: fc.constantFrom("telegram", "slack", "discord"), accountId: fc.constantFrom("work", "*") },
    { requiredKeys: ["channel"] },
  ),
  fc.record({
    channel: fc.constantFrom("telegram", "slack"),
    peer: fc.record({
      kind: fc.constantFrom("direct" as const, "group" as const, "channel" as const),
      id: fc.constantFrom("1", "-100", "U1", "C1"),
    }),
  }),
  fc.record(
    {
      channel: fc.constant("discord"),
      guildId: fc.constantFrom("10", "11"),
      roles: fc.constantFrom(["r1"], ["r2", "r1"]),
    },
    { requiredKeys: ["channel", "guildId"] },
  ),
);

const configs: fc.Arbitrary<ConfigInput> = fc.record(
  {
    session: fc.record(
      {
        dmScope: fc.constantFrom("main", "per-peer", "per-channel-peer", "per-account-channel-peer"),
        groupScope: fc.constantFrom("main", "per-group"),
        mainKey: fc.constantFrom("main", "home"),
        identityLinks: fc.constant(people),
        scope: fc.constantFrom("per-sender", "global"),
      },
      { requiredKeys: [] },
    ),
    agents: fc.constantFrom(withOps, ownerless),
    bindings: fc.array(fc.record({ agentId: fc.constantFrom("main", "ops"), match }), { maxLength: 3 }),
    channels: fc.constant({ telegram: { accounts: { work: {} } }, slack: {}, discord: {} }),
  },
  { requiredKeys: ["agents", "session"] },
);

const facts = fc.record(
  {
    channel: fc.constantFrom("telegram", "slack", "discord"),
    chatType: fc.constantFrom("direct" as const, "group" as const, "channel" as const),
    peer: fc.constantFrom("1", "2", "U1", "u3", "C1", "-100", "a:b", "unknown"),
    thread: fc.constantFrom("7", "1700.5"),
    guild: fc.constantFrom("10", "11"),
    roles: fc.constantFrom(["r1"], ["r2"]),
  },
  { requiredKeys: ["channel", "chatType", "peer"] },
);

/** Messages as channels send them: memberships on Discord, where a thread is its own peer; numbers and a second account on Telegram. */
const inbounds: fc.Arbitrary<Inbound> = fc
  .tuple(facts, fc.boolean())
  .map(([{ guild, roles, thread, ...facts }, isSecond]) => ({
    ...facts,
    ...(facts.channel === "telegram" && !/^-?\d+$/.test(facts.peer) && { peer: "1" }),
    ...(facts.channel !== "discord" && thread !== undefined && { thread }),
    ...(facts.channel === "discord" && { ...(guild && { guild }), ...(roles && { roles }) }),
    ...(facts.channel === "telegram" && isSecond && { account: "work" }),
  }));

const moves = fc.record({
  configs: fc.oneof(
    fc.tuple(configs, configs),
    configs.map((config) => [config, config] as const),
  ),
  editions: fc.tuple(fc.constantFrom(...editions), fc.constantFrom(...editions)),
  inbounds: fc.array(inbounds, { minLength: 1, maxLength: 8 }),
});

/** Holds moves to something, but for those of a config that an edition refuses. */
function ofEveryMove(hold: (from: Policy, to: Policy, inbounds: readonly Inbound[]) => void): void {
  fc.assert(
    fc.property(moves, ({ configs, editions, inbounds }) => {
      const from = safeParsePolicy(configs[0], { edition: editions[0] }).policy;
      const to = safeParsePolicy(configs[1], { edition: editions[1] }).policy;
      fc.pre(from !== undefined && to !== undefined);
      hold(from, to, inbounds);
    }),
    { numRuns: runs },
  );
}

/** Where messages lead under both policies, by the key under the first. */
function resolveAll(
  inbounds: readonly Inbound[],
  from: Policy,
  to: Policy,
): ReadonlyMap<string, Set<string | undefined>> {
  const targets = new Map<string, Set<string | undefined>>();
  for (const inbound of inbounds) {
    const { key } = resolveSession(inbound, from);
    if (key === undefined) continue;
    targets.set(key, (targets.get(key) ?? new Set()).add(resolveSession(inbound, to).key));
  }
  return targets;
}

describe("a plan and the resolver", () => {
  it("agree about every message, though the plan knows keys alone", () => {
    const actions = new Set<string>();
    ofEveryMove((from, to, inbounds) => {
      const targets = resolveAll(inbounds, from, to);
      for (const migration of planMigration(targets.keys(), from, to)) {
        actions.add(migration.action);
        const told = [...(targets.get(migration.from) ?? [])];
        const isOpen = migration.action === "split" || migration.action === "ambiguous";
        expect(isOpen ? [] : told).toEqual(isOpen ? [] : [migration.to]);
      }
    });
    expect([...actions].sort()).toEqual(["ambiguous", "keep", "merge", "orphan", "rename", "split"]);
  });

  it("agree about the messages that the host knows of, one by one", () => {
    ofEveryMove((from, to, inbounds) => {
      const targets = resolveAll(inbounds, from, to);
      for (const migration of planMigration(targets.keys(), from, to, inbounds)) {
        const told = [...(targets.get(migration.from) ?? [])].filter((key) => key !== undefined);
        const planned: readonly string[] =
          migration.into ?? (migration.to === undefined ? [] : [migration.to]);
        expect(planned).toEqual(expect.arrayContaining(told));
        expect(told.length > 1 && migration.to !== undefined).toBe(false);
      }
    });
  });

  /** Other ways in which a store may have a key. */
  const spellings: readonly ((key: string) => string)[] = [
    (key) => key,
    (key) => key.toUpperCase(),
    (key) => key.replace(/^agent:[^:]+:/, ""),
    (key) => key.replace(":direct:", ":dm:"),
    (key) => key.replace(/^agent:[^:]+:/, "$&$&"),
  ];

  it("give each stored key one step, and rename none onto another that is there", () => {
    const actions = new Set<string>();
    ofEveryMove((from, to, inbounds) => {
      const resolved = resolveAll(inbounds, from, to);
      const moved = [...resolved.values()]
        .flatMap((targets) => [...targets])
        .filter((key) => key !== undefined);
      const stored = ["main", ...resolved.keys(), ...moved];
      const keys = new Set(stored.flatMap((key) => spellings.map((spell) => spell(key))));
      const plan = planMigration(keys, from, to);
      expect(plan.map((migration) => migration.from)).toEqual([...keys]);
      const leaves = new Set(
        plan.filter((each) => each.to !== undefined && each.to !== each.from).map((each) => each.from),
      );
      const taken = new Set<string>();
      for (const { action, to: target } of plan) {
        actions.add(action);
        if (action !== "rename") continue;
        expect(taken.has(target)).toBe(false);
        expect(keys.has(target) && !leaves.has(target)).toBe(false);
        taken.add(target);
      }
    });
    expect(actions).toContain("rename");
  });

  it("agree that a key which can be renamed back has one origin", () => {
    ofEveryMove((from, to, inbounds) => {
      const plan = planMigration(resolveAll(inbounds, from, to).keys(), from, to);
      const undone = plan.flatMap((each) => (each.reverse === undefined ? [] : [[each.reverse, each.to]]));
      for (const [key, target = ""] of undone) expect(planMigration([target], to, from)[0]?.to).toBe(key);
    });
  });
});

it("mixes nobody with themselves where an id has changed, and tells the way back of a room that moved", () => {
  const moved = [
    { channel: "whatsapp", from: "2718@lid", to: "+1555" },
    { channel: "telegram", from: "-5", to: "-1005" },
  ];
  const keys = [
    "agent:main:whatsapp:direct:2718@lid",
    "agent:main:whatsapp:direct:+1555",
    "agent:main:telegram:group:-5",
  ];
  const [merged, , group] = planMigration(keys, perChannel, perChannel, [], moved);
  expect(merged?.mixes).toBeUndefined();
  expect(group).toMatchObject({ reverse: "agent:main:telegram:group:-5" });
});
