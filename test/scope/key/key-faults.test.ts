import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import { behavioursOf } from "../../../src/edition/edition.ts";
import { normalizeAccountId } from "../../../src/identity/account-id.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { splitAgentKey, agentKeyPrefix } from "../../../src/scope/key/agent-key.ts";
import { canonicalizeSessionKey } from "../../../src/scope/key/canonical-key.ts";
import { chatTypeOfKey } from "../../../src/scope/key/chat-type-of-key.ts";
import { chatKeyRules, peerKey } from "../../../src/scope/key/chat-key.ts";
import { deliveryTarget } from "../../../src/scope/context/delivery-target.ts";
import { groupHistoryKey } from "../../../src/scope/context/group-history-key.ts";
import { groupOfContext } from "../../../src/scope/context/group-of-context.ts";
import type { Inbound } from "../../../src/scope/inbound.ts";
import { isCronKey, isHiddenRunKey, isSubagentKey, subagentDepth } from "../../../src/scope/key/kind.ts";
import { mainSessionKey } from "../../../src/scope/key/main-key.ts";
import { nameOfContext } from "../../../src/scope/context/name-of-context.ts";
import { canonicalizeMainAlias } from "../../../src/scope/session/main-session.ts";
import { toRequestKey, toStoreKey } from "../../../src/scope/key/request-key.ts";
import { resolveSession } from "../../../src/scope/session/resolve-session.ts";
import { dmReach, groupReach } from "../../../src/config/scopes.ts";
import { formatSessionKey } from "../../../src/scope/key/session-key.ts";
import { storedForm } from "../../../src/scope/key/stored-form.ts";
import { threadSessionKey, splitThreadSuffix, threadParentKey } from "../../../src/scope/key/thread-key.ts";

const faulty = behavioursOf("openclaw@2026.9.6");
const own = behavioursOf("2026-11");

interface Facts {
  readonly channel?: string;
  readonly account?: string;
  readonly kind?: string;
  readonly peer?: string;
  readonly dmScope?: string;
}

/** The key of a chat of the agent `main`; what is not named is a direct chat of no channel under the scope `main`. */
function peerSessionKey(facts: Facts, behaviours: typeof own): string | undefined {
  const { account, channel = "", dmScope = "main", peer = "" } = facts;
  const policy = parsePolicy({}, { edition: behaviours === own ? "2026-11" : "openclaw@2026.9.6" });
  const agent = { keyPrefix: agentKeyPrefix("main"), mainKey: mainSessionKey("main", undefined, behaviours) };
  const rules = chatKeyRules(policy);
  const kind = facts.kind ?? rules.direct;
  const reach = kind === rules.direct ? dmReach(dmScope) : groupReach("per-group");
  return peerKey({ channel, account, kind, peer }, agent, reach, rules)?.key;
}

type Scope = "main" | "per-peer" | "per-channel-peer" | "per-account-channel-peer";

function keyOf(inbound: Inbound, dmScope: Scope, edition: "openclaw@2026.9.6" | "2026-11"): string {
  const resolution = resolveSession(inbound, parsePolicy({ session: { dmScope } }, { edition }));
  return resolution.ok ? resolution.key : resolution.reason;
}

const direct = (channel: string, peer: string | undefined, account?: string): Inbound => ({
  channel,
  chatType: "direct",
  ...(peer !== undefined && { peer }),
  ...(account !== undefined && { account }),
});
const group = (channel: string, peer: string, more: Partial<Inbound> = {}): Inbound => ({
  channel,
  chatType: "group",
  peer,
  ...more,
});

describe("two conversations shared a key in 2026.9.6, and do not in 2026-11", () => {
  it.each<readonly [string, Scope, Inbound, Inbound]>([
    [
      "a colon in an id looks like a thread",
      "main",
      group("slack", "c1", { thread: "t1" }),
      group("slack", "c1:thread:t1"),
    ],
    [
      "two accounts in one group",
      "main",
      group("telegram", "-1"),
      group("telegram", "-1", { account: "work" }),
    ],
    ["ids that differ by case", "per-channel-peer", direct("matrix", "@Bob:s"), direct("matrix", "@bob:s")],
    ["group ids of Slack that differ by case", "main", group("slack", "C1"), group("slack", "c1")],
    ["the Kelvin sign and k", "per-channel-peer", direct("slack", "\u212a1"), direct("slack", "k1")],
    ["blanks around an id", "per-channel-peer", direct("slack", "\u00a07"), direct("slack", "7")],
    [
      "account names that are cleaned alike",
      "per-account-channel-peer",
      direct("slack", "7", "my acct"),
      direct("slack", "7", "my-acct"),
    ],
    [
      "an account that cannot be written is the default one",
      "per-account-channel-peer",
      direct("slack", "7", "日本"),
      direct("slack", "7"),
    ],
    [
      "thread ids that differ by case",
      "main",
      group("signal", "AbC", { thread: "XyZ" }),
      group("signal", "AbC", { thread: "xyz" }),
    ],
  ])("%s", (_, scope, one, other) => {
    expect(keyOf(one, scope, "openclaw@2026.9.6")).toBe(keyOf(other, scope, "openclaw@2026.9.6"));
    expect(keyOf(one, scope, "2026-11")).not.toBe(keyOf(other, scope, "2026-11"));
  });

  it("an account and a channel whose name has a colon", () => {
    const keys = (behaviours: typeof own) => [
      peerSessionKey(
        {
          channel: "telegram",
          account: "work",
          peer: "1",
          dmScope: "per-account-channel-peer",
        },
        behaviours,
      ),
      peerSessionKey({ channel: "telegram:work", peer: "1", dmScope: "per-channel-peer" }, behaviours),
    ];
    expect(new Set(keys(faulty))).toEqual(new Set(["agent:main:telegram:work:direct:1"]));
    expect(new Set(keys(own)).size).toBe(2);
  });

  it("a person called direct:x and a person of a channel called direct", () => {
    const keys = (behaviours: typeof own) => [
      peerSessionKey({ peer: "direct:x", dmScope: "per-peer" }, behaviours),
      peerSessionKey({ channel: "direct", peer: "x", dmScope: "per-channel-peer" }, behaviours),
    ];
    expect(new Set(keys(faulty))).toEqual(new Set(["agent:main:direct:direct:x"]));
    expect(new Set(keys(own)).size).toBe(2);
  });

  it("a main key and a stranger's chat", () => {
    const keys = (behaviours: typeof own) => [
      mainSessionKey("main", "telegram:direct:1", behaviours),
      peerSessionKey({ channel: "telegram", peer: "1", dmScope: "per-channel-peer" }, behaviours),
    ];
    expect(new Set(keys(faulty)).size).toBe(1);
    expect(new Set(keys(own)).size).toBe(2);
  });

  it("histories of an account and of a group with a colon", () => {
    const keys = (behaviours: typeof own) => [
      groupHistoryKey({ channel: "t:a", account: "b", kind: "group", peer: "x" }, behaviours),
      groupHistoryKey({ channel: "t", account: "a", kind: "b:group", peer: "x" }, behaviours),
      groupHistoryKey({ channel: "t", account: "a", kind: "group", peer: "x:y" }, behaviours),
    ];
    expect(keys(faulty)[2]).toBe("t:a:group:x:y");
    expect(keys(own)[2]).toBe("t:a:group:x%3Ay");
  });
});

describe("a message without a person fell into a shared session, and has none in 2026-11", () => {
  it.each(["per-peer", "per-channel-peer", "per-account-channel-peer"] as const)("under %s", (scope) => {
    expect(keyOf(direct("telegram", undefined), scope, "openclaw@2026.9.6")).toBe("agent:main:main");
    expect(keyOf(direct("telegram", undefined), scope, "2026-11")).toBe("missing-peer");
    expect(keyOf(direct("telegram", ""), scope, "openclaw@2026.9.6")).toContain("direct:unknown");
    expect(keyOf(direct("telegram", ""), scope, "2026-11")).toBe("missing-peer");
    const facts = { channel: "telegram", peer: " ", dmScope: scope };
    expect(peerSessionKey(facts, faulty)).toBe("agent:main:main");
    expect(peerSessionKey({ ...facts, peer: "" }, own)).toBeUndefined();
  });

  it("or room", () => {
    const nowhere = { channel: "slack", kind: "group" };
    expect(peerSessionKey(nowhere, faulty)).toBe("agent:main:slack:group:unknown");
    expect(peerSessionKey(nowhere, own)).toBeUndefined();
  });
});

describe("an unknown word widened the scope, and is refused in 2026-11", () => {
  it("as dmScope", () => {
    const facts = { channel: "slack", peer: "7", dmScope: "Per-Peer" };
    expect(peerSessionKey(facts, faulty)).toBe("agent:main:main");
    const config = { session: { dmScope: "Per-Peer" } } as unknown as ConfigInput;
    expect(() => parsePolicy(config, { edition: "2026-11" })).toThrow(/dmScope/);
  });

  it("as a kind of chat, which escaped dmScope", () => {
    const raw = { channel: "slack", kind: "Thread", peer: "7", dmScope: "per-peer" };
    expect(peerSessionKey(raw, faulty)).toBe("agent:main:slack:Thread:7");
    expect(peerSessionKey({ ...raw, kind: "dm" }, faulty)).toBe("agent:main:slack:dm:7");
    const inbound = { channel: "slack", chatType: "dm", peer: "7" } as unknown as Inbound;
    expect(keyOf(inbound, "per-peer", "2026-11")).not.toContain(":dm:");
  });
});

describe("text decided what a key names, and its grammar does in 2026-11", () => {
  const cronChannel = { kind: "group", agentId: "main", channel: "cron", peer: "x" } as const;

  it("a channel called cron", () => {
    expect(isCronKey("agent:main:cron:group:x", faulty)).toBe(true);
    expect(isCronKey(formatSessionKey(cronChannel), own)).toBe(false);
    expect(isCronKey(formatSessionKey({ kind: "cron", agentId: "main", job: "group:x" }), own)).toBe(true);
  });

  it("a main key that starts with subagent:", () => {
    expect(isSubagentKey(mainSessionKey("main", "subagent:x", faulty), faulty)).toBe(true);
    expect(isSubagentKey(mainSessionKey("main", "subagent:x", own), own)).toBe(false);
  });

  it("a group id with :subagent: in it", () => {
    const facts = { channel: "t", kind: "group", peer: "x:subagent:y" };
    expect(subagentDepth(peerSessionKey(facts, faulty), faulty)).toBe(1);
    expect(subagentDepth(peerSessionKey(facts, own), own)).toBe(0);
  });

  it("sub-agents side by side were counted once", () => {
    expect(subagentDepth("agent:main:subagent:subagent:x", faulty)).toBe(1);
    expect(
      subagentDepth(formatSessionKey({ kind: "subagent", agentId: "main", path: ["subagent", "x"] }), own),
    ).toBe(2);
  });

  it("a thread id, or a group id, with :thread: in it", () => {
    const twice = threadSessionKey("agent:main:slack:channel:c1", "a:thread:b", faulty);
    expect(splitThreadSuffix(twice, faulty)).toEqual({
      base: "agent:main:slack:channel:c1:thread:a",
      thread: "b",
    });
    const once = threadSessionKey("agent:main:slack:channel:c1", "a:thread:b", own);
    expect(splitThreadSuffix(once, own)).toEqual({
      base: "agent:main:slack:channel:c1",
      thread: "a:thread:b",
    });
  });

  it("a thread in a thread, and a thread whose id has :thread: in it", () => {
    const base = "agent:main:slack:channel:c";
    const nested = (behaviours: typeof own) =>
      threadSessionKey(threadSessionKey(base, "1", behaviours), "2", behaviours);
    expect(nested(faulty)).toBe(`${base}:thread:1:thread:2`);
    expect(nested(faulty)).toBe(threadSessionKey(base, "1:thread:2", faulty));
    expect(nested(own)).not.toBe(threadSessionKey(base, "1:thread:2", own));
  });

  it("a thread without an id: what it hung under was forgotten", () => {
    const base = "agent:main:slack:channel:c";
    const parent = (behaviours: typeof own) =>
      threadParentKey(threadSessionKey(base, " ", behaviours), behaviours);
    expect(parent(faulty)).toBeUndefined();
    expect(parent(own)).toBe(base);
  });

  it("capitals hid that a run is hidden", () => {
    const key = "agent:main:Internal-Session-Effects:7-ab";
    expect(isHiddenRunKey(key, faulty)).toBe(false);
    expect(isHiddenRunKey(key.toLowerCase(), faulty)).toBe(true);
    expect(isSubagentKey("agent:main:SubAgent:7", faulty), "other questions ignore case").toBe(true);
    expect(isHiddenRunKey(key, own)).toBe(true);
  });

  it("a letter that grows in lower case moved the cut", () => {
    expect(splitThreadSuffix("agent:main:x:group:İİ:thread:555", faulty)).toEqual({
      base: "agent:main:x:group:İİ:t",
      thread: "5",
    });
    expect(splitThreadSuffix("agent:main:x:group:İİ:thread:555", own)).toEqual({
      base: "agent:main:x:group:İİ",
      thread: "555",
    });
  });

  it("a blank moved the stretch that keeps its case", () => {
    expect(storedForm("agent:main:matrix:channel: !R:thread:$Ev", faulty)).toBe(
      "agent:main:matrix:channel: !r:thread:$Ev",
    );
    const key = formatSessionKey({
      kind: "channel",
      agentId: "main",
      channel: "matrix",
      peer: " !R",
      thread: "$Ev",
    });
    expect(storedForm(key, own)).toBe(key);
  });

  it("an id that embeds signal:group: was stored otherwise than built", () => {
    const facts = { channel: "telegram", kind: "group", peer: "x:signal:group:ABC" };
    const stored = (behaviours: typeof own) =>
      storedForm(peerSessionKey(facts, behaviours) ?? "", behaviours);
    expect(storedForm("agent:main:telegram:group:x:signal:group:ABC", faulty)).not.toBe(stored(faulty));
    expect(stored(own)).toBe(peerSessionKey(facts, own));
  });

  it("a final sigma folded by what follows it", () => {
    const built = peerSessionKey({ channel: "t", kind: "group", peer: "ΑΣ" }, faulty);
    expect(built).toBe("agent:main:t:group:ας");
    expect(storedForm("agent:main:t:group:ΑΣ:thread:Χ", faulty)).toBe("agent:main:t:group:ασ:thread:χ");
    expect(peerSessionKey({ channel: "t", kind: "group", peer: "ΑΣ" }, own)).toBe("agent:main:t:group:ΑΣ");
  });

  it("a key that two shapes fit had the wrong recipient", () => {
    const written = peerSessionKey({ channel: "telegram", kind: "group", peer: "direct:5" }, faulty);
    expect(deliveryTarget(written ?? "", { behaviours: faulty })).toMatchObject({
      chatType: "direct",
      account: "group",
      peer: "5",
    });
    const escaped = peerSessionKey({ channel: "telegram", kind: "group", peer: "direct:5" }, own);
    expect(deliveryTarget(escaped ?? "", { behaviours: own })).toMatchObject({
      chatType: "group",
      peer: "direct:5",
    });
  });

  it("or no kind of chat", () => {
    expect(chatTypeOfKey("agent:main:telegram:direct:direct:5", faulty)).toBeUndefined();
    const key = formatSessionKey({ kind: "direct", agentId: "main", channel: "telegram", peer: "direct:5" });
    expect(chatTypeOfKey(key, own)).toBe("direct");
  });
});

describe("who owns a key was open, and is settled in 2026-11", () => {
  const policy = (edition: "openclaw@2026.9.6" | "2026-11") => parsePolicy({}, { edition });

  it("a whole key in a request overrode the agent", () => {
    const request = { key: "agent:main:main", agentId: "ops" };
    expect(toStoreKey(request, policy("openclaw@2026.9.6"))).toBe("agent:main:main");
    expect(toStoreKey(request, policy("2026-11"))).toBeUndefined();
  });

  it("the main session of the agent main was a name of everybody's", () => {
    const mainOf = (edition: "openclaw@2026.9.6" | "2026-11") =>
      canonicalizeMainAlias("agent:main:main", "ops", policy(edition));
    expect(mainOf("openclaw@2026.9.6")).toBe("agent:ops:main");
    expect(mainOf("2026-11")).toBe("agent:main:main");
  });

  it("sessions that two agents call alike were held for one", () => {
    const names = ["agent:a:x", "agent:b:x"].map((key) => toRequestKey(key, policy("openclaw@2026.9.6")));
    expect(names, "what the release compares").toEqual(["x", "x"]);
    // Here stored keys are compared, and a name becomes one only with its agent.
    const stored = ["a", "b"].map((agentId) => toStoreKey({ key: "x", agentId }, policy("2026-11")));
    expect(stored).toEqual(["agent:a:x", "agent:b:x"]);
  });

  it("one agent had two spellings", () => {
    expect(splitAgentKey("agent:my agent:main", faulty)?.agentId).toBe("my agent");
    expect(mainSessionKey("my agent", undefined, faulty)).toBe("agent:my-agent:main");
    expect(canonicalizeSessionKey("agent:my agent:main")).toBe(mainSessionKey("my agent", undefined, own));
  });

  it("accounts named like properties of objects were the default one", () => {
    expect(normalizeAccountId("__proto__", faulty)).toBe("default");
    expect(normalizeAccountId("__proto__", own)).toBe("__proto__");
  });
});

describe("unprintable letters stood in keys, and are escaped in 2026-11", () => {
  it.each([
    ["a zero-width space", "\u200bx"],
    ["NUL", "a\0b"],
    ["a line break", "a\nb"],
  ])("%s", (_, peer) => {
    const facts = { channel: "slack", peer, dmScope: "per-channel-peer" };
    expect(peerSessionKey(facts, faulty)).toBe(`agent:main:slack:direct:${peer}`);
    expect(peerSessionKey(facts, own)).toMatch(/^[!-~]+$/);
  });
});

describe("addresses of senders merged people, and do not in 2026-11", () => {
  it("the channel in the address won over the one that delivered", () => {
    const context = { from: "discord:channel:9", provider: "telegram" };
    expect(groupOfContext(context, { behaviours: faulty })?.key).toBe("discord:channel:9");
    expect(groupOfContext(context, { behaviours: own })?.channel).toBe("telegram");
  });

  it("only the digits of a sender counted", () => {
    const names = (behaviours: typeof own) =>
      ["slack:U5A7", "telegram:57", "+57"].map((from) =>
        nameOfContext({ from, provider: "" }, { behaviours }),
      );
    expect(names(faulty)).toEqual(["+57", "+57", "+57"]);
    expect(names(own)).toEqual(["slack:direct:U5A7", "telegram:direct:57", undefined]);
  });
});
