import { describe, expect, it } from "vitest";
import { assertNotLooser } from "../../../src/analysis/compare/assert-not-looser.ts";
import { comparePolicies } from "../../../src/analysis/compare/compare.ts";
import { planMigration } from "../../../src/analysis/migration/plan-migration.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import { evaluateSend } from "../../../src/policy/send/send.ts";
import type { Inbound } from "../../../src/scope/inbound.ts";
import { isolationOf } from "../../../src/scope/isolation/isolation.ts";
import { legacyAliases } from "../../../src/scope/isolation/legacy-aliases.ts";
import { parseSessionKey } from "../../../src/scope/key/session-key.ts";
import { resolveSession } from "../../../src/scope/session/resolve-session.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

type Channels = NonNullable<ConfigInput["channels"]>;

const perPeer = { session: { dmScope: "per-channel-peer" } } as const;

function keyOf(inbound: Inbound, channels: Channels, edition: Edition): string {
  const session = resolveSession(inbound, uncheckedPolicy({ ...perPeer, channels }, edition));
  return session.ok ? session.key.replace("agent:main:", "") : `${session.reason} ${session.missing.join()}`;
}

const call: Inbound = {
  channel: "slack",
  chatType: "channel",
  peer: "C1",
  messageId: "2.0",
  mentioned: true,
};
const remark: Inbound = { ...call, mentioned: false };
const dm: Inbound = { channel: "slack", chatType: "direct", peer: "U1", messageId: "2.0" };
const all = { slack: { replyToMode: "all" } } as const;

describe("a Slack message that answers nothing", () => {
  it.each<readonly [string, Inbound, Channels, Edition, string]>([
    ["has its own session in one release", remark, {}, "openclaw@2026.3.1", "slack:channel:c1:thread:2.0"],
    ["and not in the next", remark, {}, "openclaw@2026.3.2", "slack:channel:c1"],
    ["opens no thread yet", call, all, "openclaw@2026.4.23", "slack:channel:c1"],
    ["opens one with a mention", call, all, "openclaw@2026.4.26", "slack:channel:c1:thread:2.0"],
    ["opens none where answers do not", call, {}, "openclaw@2026.4.26", "slack:channel:c1"],
    ["opens none without a mention", remark, all, "openclaw@2026.5.12", "slack:channel:c1"],
    [
      "opens one without, where none is needed",
      remark,
      { slack: { replyToMode: "all", channels: { C1: { requireMention: false } } } },
      "openclaw@2026.5.12",
      "slack:channel:c1:thread:2.0",
    ],
    [
      "takes what the room does not say from *",
      remark,
      { slack: { replyToMode: "all", channels: { C1: {}, "*": { requireMention: false } } } },
      "openclaw@2026.5.12",
      "slack:channel:c1:thread:2.0",
    ],
    [
      "does not ask the room for its mode",
      call,
      { slack: { channels: { c1: { replyToMode: "all" } } } },
      "openclaw@2026.6.11",
      "slack:channel:c1",
    ],
    [
      "asks the room for its mode",
      call,
      { slack: { channels: { c1: { replyToMode: "all" } } } },
      "openclaw@2026.7.1",
      "slack:channel:c1:thread:2.0",
    ],
    [
      "asks the account before its channel",
      { ...call, account: "work" },
      { slack: { replyToMode: "all", accounts: { work: { replyToMode: "off" } } } },
      "openclaw@2026.9.6",
      "slack:channel:c1",
    ],
    ["opens one in a direct chat", dm, all, "openclaw@2026.4.29", "slack:direct:u1:thread:2.0"],
    ["and no longer", dm, all, "openclaw@2026.5.3", "slack:direct:u1"],
    ["opens one here", call, all, "2026-11", "slack:channel:C1:thread:2.0"],
    [
      "must tell its id here",
      { ...call, messageId: undefined } as unknown as Inbound,
      all,
      "2026-11",
      "missing-message-id messageId",
    ],
    [
      "must tell whether it mentions the bot",
      { channel: "slack", chatType: "channel", peer: "C1", messageId: "2.0" },
      all,
      "2026-11",
      "missing-mention mentioned",
    ],
    [
      "need not where nothing asks",
      { channel: "slack", chatType: "channel", peer: "C1" },
      {},
      "2026-11",
      "slack:channel:C1",
    ],
  ])("%s (%j, %j, %s)", (_, inbound, channels, edition, key) => {
    expect(keyOf(inbound, channels, edition)).toBe(key);
  });
});

describe("a reply", () => {
  const reply: Inbound = { ...remark, thread: "1.0" };
  it.each<readonly [string, Inbound, Channels, Edition, string]>([
    ["has its thread's session", reply, {}, "openclaw@2026.1.29", "slack:channel:c1:thread:1.0"],
    ["stands in the room at the root", { ...remark, thread: "2.0" }, {}, "2026-11", "slack:channel:C1"],
    [
      "is one with its own id where the host says so",
      { ...remark, thread: "2.0", reply: true },
      {},
      "openclaw@2026.9.6",
      "slack:channel:c1:thread:2.0",
    ],
    [
      "is apart in a direct chat",
      { ...dm, thread: "1.0" },
      {},
      "openclaw@2026.5.12",
      "slack:direct:u1:thread:1.0",
    ],
    ["and no longer", { ...dm, thread: "1.0" }, {}, "openclaw@2026.6.11", "slack:direct:u1"],
    [
      "is apart in a Teams channel, whose id names the thread",
      { channel: "msteams", chatType: "channel", peer: "19:x@thread.tacv2;messageid=17" },
      {},
      "openclaw@2026.9.6",
      "msteams:channel:19:x@thread.tacv2:thread:17",
    ],
    [
      "was not",
      { channel: "msteams", chatType: "channel", peer: "19:x@thread.tacv2;messageid=17" },
      {},
      "openclaw@2026.3.31",
      "msteams:channel:19:x@thread.tacv2",
    ],
    [
      "in Mattermost keeps its case",
      { channel: "mattermost", chatType: "channel", peer: "c1", thread: "P0" },
      {},
      "openclaw@2026.9.6",
      "mattermost:channel:c1:thread:P0",
    ],
    [
      "in Google Chat shares its space's session",
      { channel: "googlechat", chatType: "group", peer: "spaces/A", thread: "t" },
      {},
      "2026-11",
      "googlechat:group:spaces/A",
    ],
  ])("%s (%j, %j, %s)", (_, inbound, channels, edition, key) => {
    expect(keyOf(inbound, channels, edition)).toBe(key);
  });

  it("tells the session that its own continues, where the config asks for that", () => {
    const parentOf = (inbound: Inbound, channels: Channels, edition: Edition) => {
      const session = resolveSession(inbound, uncheckedPolicy({ channels }, edition));
      return session.ok ? session.parentKey : session.reason;
    };
    const thread: Inbound = {
      channel: "discord",
      chatType: "channel",
      peer: "30",
      thread: "30",
      parent: { chatType: "channel", peer: "20" },
    };
    const inherit = { thread: { inheritParent: true } };
    expect(parentOf(reply, {}, "openclaw@2026.9.6")).toBeUndefined();
    expect(parentOf(reply, { slack: inherit }, "openclaw@2026.9.6")).toBe("agent:main:slack:channel:c1");
    expect(parentOf(thread, {}, "openclaw@2026.4.23")).toBe("agent:main:discord:channel:20");
    expect(parentOf(thread, {}, "openclaw@2026.4.26")).toBeUndefined();
    expect(parentOf(thread, { discord: inherit }, "2026-11")).toBe("agent:main:discord:channel:20");
  });
});

describe("a direct Matrix chat", () => {
  const ann: Inbound = { channel: "matrix", chatType: "direct", peer: "@Ann:x", room: "!Room:x" };
  const perRoom = { matrix: { dm: { sessionScope: "per-room" } } } as const;
  it.each<readonly [string, Channels, Edition, string]>([
    ["is one per person", {}, "openclaw@2026.9.6", "matrix:direct:@ann:x"],
    ["does not ask for rooms yet", perRoom, "openclaw@2026.4.2", "matrix:direct:@ann:x"],
    ["has one session a room, keyed as a channel", perRoom, "openclaw@2026.4.5", "matrix:channel:!room:x"],
    ["with its case", perRoom, "openclaw@2026.5.28", "matrix:channel:!Room:x"],
    ["and here as what it is", perRoom, "2026-11", "matrix:direct:!Room%3Ax"],
  ])("%s (%j, %s)", (_, channels, edition, key) => {
    expect(keyOf(ann, channels, edition)).toBe(key);
  });

  it("is a direct chat to rules under 2026-11, by its key alone, and a channel to those of a release", () => {
    const rules = { rules: [{ action: "deny", match: { chatType: "channel" } }], default: "allow" } as const;
    const allowed = (edition: Edition) => {
      const policy = parsePolicy({ session: { sendPolicy: rules }, channels: perRoom }, { edition });
      return evaluateSend({ key: resolveSession(ann, policy).key ?? "" }, policy).allowed;
    };
    expect(allowed("openclaw@2026.9.6")).toBe(false);
    expect(allowed("2026-11")).toBe(true);
  });

  it("must tell its room under 2026-11, where rooms are apart", () => {
    const { room, ...roomless } = ann;
    expect(room).toBeDefined();
    expect(keyOf(roomless, perRoom, "2026-11")).toBe("missing-room room");
    expect(keyOf(roomless, {}, "2026-11")).toBe("matrix:direct:@Ann%3Ax");
  });
});

describe("a Feishu group", () => {
  const said: Inbound = { channel: "feishu", chatType: "group", peer: "oc", sender: "ou", messageId: "om" };
  const scope = (groupSessionScope: string) => ({ feishu: { groupSessionScope } }) as Channels;
  it.each<readonly [string, Inbound, Channels, Edition, string]>([
    ["has one session", said, {}, "openclaw@2026.9.6", "feishu:group:oc"],
    ["whatever the thread", { ...said, thread: "t" }, {}, "openclaw@2026.9.6", "feishu:group:oc"],
    ["one a person", said, scope("group_sender"), "openclaw@2026.9.6", "feishu:group:oc:sender:ou"],
    ["not yet", said, scope("group_sender"), "openclaw@2026.3.1", "feishu:group:oc"],
    ["by grammar here", said, scope("group_sender"), "2026-11", "feishu:group:oc:sender:ou"],
    [
      "one a topic and person",
      { ...said, thread: "t" },
      scope("group_topic_sender"),
      "openclaw@2026.9.6",
      "feishu:group:oc:topic:t:sender:ou",
    ],
    [
      "the topic last here",
      { ...said, thread: "t" },
      scope("group_topic_sender"),
      "2026-11",
      "feishu:group:oc:sender:ou:thread:t",
    ],
    [
      "asks the group first",
      said,
      { feishu: { groupSessionScope: "group_sender", groups: { OC: { groupSessionScope: "group" } } } },
      "openclaw@2026.9.6",
      "feishu:group:oc",
    ],
    [
      "must know the person",
      { channel: "feishu", chatType: "group", peer: "oc" },
      scope("group_sender"),
      "2026-11",
      "missing-sender sender",
    ],
  ])("%s (%j, %j, %s)", (_, inbound, channels, edition, key) => {
    expect(keyOf(inbound, channels, edition)).toBe(key);
  });

  it("keeps the parts of a key apart, whatever ids there are", () => {
    const { key = "" } = resolveSession(
      { ...said, peer: "oc:sender:x", sender: "sender" },
      uncheckedPolicy({ channels: scope("group_sender") }, "2026-11"),
    );
    expect(parseSessionKey(key)).toMatchObject({ peer: "oc:sender:x", sender: "sender" });
  });

  it("is reached by bindings to it, with its senders, under 2026-11 alone", () => {
    const bound = (edition: Edition) =>
      resolveSession(
        said,
        uncheckedPolicy(
          {
            agents: { list: [{ id: "main", default: true }, { id: "ops" }] },
            bindings: [{ agentId: "ops", match: { channel: "feishu", peer: { kind: "group", id: "oc" } } }],
            channels: scope("group_sender"),
          },
          edition,
        ),
      );
    expect(bound("openclaw@2026.9.6")).toMatchObject({ agentId: "main" });
    expect(bound("2026-11")).toMatchObject({ agentId: "ops", matchedBy: "binding.peer" });
  });
});

describe("what splits a chat", () => {
  const said = (sender: string): Inbound => ({ channel: "feishu", chatType: "group", peer: "oc", sender });
  const policyOf = (channels: Channels, edition: Edition = "2026-11") =>
    parsePolicy({ ...perPeer, channels }, { edition });
  const each = policyOf({ feishu: { groupSessionScope: "group_sender" } });
  const one = policyOf({ feishu: { groupSessionScope: "group" } });

  it("is told with the setting that says so", () => {
    const setting = "channels.feishu.groupSessionScope";
    expect(isolationOf(said("a"), said("b"), each)).toMatchObject({
      shared: false,
      reason: "sender",
      setting,
    });
    const threads = [
      { ...said("a"), thread: "1" },
      { ...said("a"), thread: "2" },
    ] as const;
    expect(isolationOf(...threads, one)).toMatchObject({ shared: true, reason: "chat-not-split", setting });
    const room = (id: string): Inbound => ({ channel: "matrix", chatType: "direct", peer: "@a:x", room: id });
    const rooms = policyOf({ matrix: { dm: { sessionScope: "per-room" } } });
    expect(isolationOf(room("!1"), room("!2"), rooms)).toMatchObject({ reason: "room" });
    expect(isolationOf(room("!1"), room("!2"), policyOf({}))).toMatchObject({ shared: true });
  });

  it("is refused where it is misspelt", () => {
    const parsed = safeParsePolicy(
      { channels: { feishu: { groupSessionScope: "group_senders" } } } as unknown as ConfigInput,
      { edition: "2026-11" },
    );
    expect(parsed.ok ? [] : parsed.issues.map(({ path }) => path)).toEqual([
      "channels.feishu.groupSessionScope",
    ]);
  });

  it("shows where policies are compared", () => {
    expect(comparePolicies(each, one).byKind.resolution.verdict).toBe("looser");
    expect(comparePolicies(one, each).byKind.resolution.verdict).toBe("stricter");
    expect(assertNotLooser(each, one).ok).toBe(false);
    const [off, on] = (["off", "all"] as const).map((replyToMode) => policyOf({ slack: { replyToMode } }));
    if (off === undefined || on === undefined) throw new Error("two policies");
    expect(comparePolicies(off, on).byKind.resolution.verdict).toBe("stricter");
    expect(comparePolicies(on, off).byKind.resolution.verdict).toBe("looser");
  });

  it.each<readonly [string, string, Channels, Edition, Edition, readonly unknown[]]>([
    [
      "a group that each person shared parts",
      "agent:main:feishu:group:oc",
      { feishu: { groupSessionScope: "group_sender" } },
      "openclaw@2026.3.1",
      "openclaw@2026.3.2",
      ["split", "chat-not-split"],
    ],
    [
      "a person's session in a group is spelled anew",
      "agent:main:feishu:group:oc:topic:t:sender:ou",
      { feishu: { groupSessionScope: "group_topic_sender" } },
      "openclaw@2026.4.26",
      "openclaw@2026.9.6",
      ["keep", "same-key"],
    ],
    [
      "a Slack room's messages open threads",
      "agent:main:slack:channel:c1",
      { slack: { replyToMode: "all" } },
      "openclaw@2026.4.23",
      "openclaw@2026.4.26",
      ["split", "chat-not-split"],
    ],
    [
      "a thread of a direct Slack chat joins it",
      "agent:main:slack:direct:u1:thread:1.0",
      { slack: {} },
      "openclaw@2026.5.12",
      "openclaw@2026.6.11",
      ["rename", "chat-split"],
    ],
    [
      "a Slack room's thread stays",
      "agent:main:slack:channel:c1:thread:1.0",
      { slack: {} },
      "openclaw@2026.3.1",
      "openclaw@2026.3.2",
      ["keep", "same-key"],
    ],
  ])("migrates: %s", (_, key, channels, from, to, expected) => {
    const config: ConfigInput = { ...perPeer, channels };
    const [plan] = planMigration([key], uncheckedPolicy(config, from), uncheckedPolicy(config, to));
    expect([plan?.action, plan?.reason]).toEqual(expected);
  });

  it("names the keys that a message had before", () => {
    const aliases = legacyAliases(call, policyOf({ slack: { replyToMode: "all" } }));
    expect(aliases).toEqual(
      expect.arrayContaining(["agent:main:slack:channel:c1:thread:2.0", "agent:main:slack:channel:c1"]),
    );
  });
});
