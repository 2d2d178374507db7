import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { findCollisions } from "../../../src/scope/isolation/collisions.ts";
import type { Inbound } from "../../../src/scope/inbound.ts";
import { isolationOf } from "../../../src/scope/isolation/isolation.ts";
import { resolveSession } from "../../../src/scope/session/resolve-session.ts";

const runs = Number(process.env["KEYSCOPE_RUNS"] ?? 200);

const direct = (channel: string, peer: string, more: Partial<Inbound> = {}): Inbound => ({
  channel,
  chatType: "direct",
  peer,
  ...more,
});
const group = (channel: string, peer: string, more: Partial<Inbound> = {}): Inbound => ({
  ...direct(channel, peer, more),
  chatType: "group",
});

function verdict(a: Inbound, b: Inbound, config: ConfigInput, edition: Edition = "2026-11"): string {
  const { shared, reason, setting } = isolationOf(a, b, parsePolicy(config, { edition }));
  return [shared ? "shared" : "apart", reason, ...(setting === undefined ? [] : [setting])].join(" ");
}

const links = { john: ["telegram:1", "discord:2"] };
const bound = (session: object): ConfigInput => ({
  session: { dmScope: "per-channel-peer" },
  bindings: [{ agentId: "main", match: { channel: "irc" }, session }],
});

describe("two messages", () => {
  it.each<readonly [string, Inbound, Inbound, ConfigInput, string]>([
    ["of one conversation", direct("irc", "a"), direct("irc", "a"), {}, "shared same-conversation"],
    ["of two people, by default", direct("irc", "a"), direct("irc", "b"), {}, "shared dm-scope"],
    [
      "of two people, as written",
      direct("irc", "a"),
      direct("irc", "b"),
      { session: { dmScope: "main" } },
      "shared dm-scope session.dmScope",
    ],
    [
      "of two people, as a binding says",
      direct("irc", "a"),
      direct("irc", "b"),
      bound({ dmScope: "main" }),
      "shared dm-scope bindings[0].session.dmScope",
    ],
    [
      "of a person and a group",
      direct("irc", "a"),
      group("irc", "#b"),
      { session: { groupScope: "main" } },
      "shared group-scope session.groupScope",
    ],
    [
      "of one id on two channels",
      direct("irc", "a"),
      direct("slack", "a"),
      { session: { dmScope: "per-peer" } },
      "shared dm-scope session.dmScope",
    ],
    [
      "of one linked person",
      direct("telegram", "1"),
      direct("discord", "2"),
      { session: { dmScope: "per-peer", identityLinks: links } },
      "shared identity-links session.identityLinks",
    ],
    [
      "of everybody",
      direct("irc", "a"),
      group("slack", "b"),
      { session: { scope: "global" } },
      "shared global-scope session.scope",
    ],
    [
      "of two people kept apart",
      direct("irc", "a"),
      direct("irc", "b"),
      { session: { dmScope: "per-peer" } },
      "apart peer session.dmScope",
    ],
    [
      "of one person on two channels",
      direct("telegram", "1"),
      direct("discord", "2"),
      { session: { dmScope: "per-channel-peer", identityLinks: links } },
      "shared identity-links session.identityLinks",
    ],
    [
      "of one person, by the same id, to two accounts",
      direct("telegram", "1"),
      direct("telegram", "1", { account: "work" }),
      { session: { dmScope: "per-account-channel-peer", identityLinks: links } },
      "shared identity-links session.identityLinks",
    ],
    [
      "of one person's threads on two channels",
      direct("telegram", "1", { thread: "7" }),
      direct("discord", "2", { thread: "7" }),
      { session: { dmScope: "per-channel-peer", identityLinks: links } },
      "apart channel session.dmScope",
    ],
    [
      "of two linked people on two channels",
      direct("telegram", "1"),
      direct("discord", "3"),
      {
        session: {
          dmScope: "per-channel-peer",
          identityLinks: { john: ["telegram:1"], ann: ["discord:3"] },
        },
      },
      "apart peer session.dmScope",
    ],
    [
      "of a linked person and a stranger",
      direct("telegram", "1"),
      direct("discord", "john"),
      { session: { dmScope: "per-channel-peer", identityLinks: links } },
      "apart peer session.dmScope",
    ],
    [
      "of a linked person and of a stranger whose id is the name, on one channel",
      direct("telegram", "1"),
      direct("telegram", "john"),
      { session: { dmScope: "per-peer", identityLinks: links } },
      "apart peer session.dmScope",
    ],
    [
      "of two accounts",
      direct("irc", "a"),
      direct("irc", "a", { account: "work" }),
      { session: { dmScope: "per-account-channel-peer" } },
      "apart account session.dmScope",
    ],
    ["of a person and a room", direct("irc", "a"), group("irc", "a"), {}, "apart chat-type"],
    ["of two rooms", group("irc", "a"), group("irc", "b"), {}, "apart peer"],
    [
      "of two accounts, in a thread that leaves the main session",
      direct("irc", "a", { thread: "1" }),
      direct("irc", "a", { thread: "1", account: "work" }),
      {},
      "apart account",
    ],
    [
      "of two people, in a thread that leaves the main session",
      direct("irc", "a", { thread: "1" }),
      direct("irc", "b", { thread: "1" }),
      {},
      "apart peer",
    ],
    ["of two threads", group("irc", "a"), group("irc", "a", { thread: "1" }), {}, "apart thread"],
    [
      "of two agents",
      direct("irc", "a"),
      direct("slack", "a"),
      { bindings: [{ agentId: "ops", match: { channel: "slack" } }] },
      "apart agent bindings[0]",
    ],
    [
      "under two scopes",
      direct("irc", "a"),
      direct("slack", "a"),
      bound({ dmScope: "main" }),
      "apart scope bindings[0].session.dmScope",
    ],
    [
      "of which one cannot be placed",
      direct("irc", ""),
      direct("irc", "a"),
      { session: { dmScope: "per-peer" } },
      "apart unresolved",
    ],
  ])("%s", (_, a, b, config, expected) => {
    expect(verdict(a, b, config)).toBe(expected);
    expect(verdict(b, a, config)).toBe(expected);
  });

  it.each<readonly [string, Inbound, Inbound, ConfigInput, string]>([
    [
      "a group of two accounts",
      group("irc", "a"),
      group("irc", "a", { account: "work" }),
      {},
      "shared account-not-in-key",
    ],
    ["ids that differ by case", group("slack", "C1"), group("slack", "c1"), {}, "shared collision"],
    [
      "a thread and an id that looks like it",
      group("slack", "c", { thread: "t" }),
      group("slack", "c:thread:t"),
      {},
      "shared collision",
    ],
    [
      "people without an id",
      direct("slack", ""),
      direct("slack", " "),
      { session: { dmScope: "per-channel-peer" } },
      "shared missing-peer",
    ],
    [
      "a person's name and an id that is the same",
      direct("slack", "1"),
      direct("slack", "john"),
      { session: { dmScope: "per-peer", identityLinks: { john: ["slack:1"] } } },
      "shared collision",
    ],
  ])("share a session by accident under 2026.9.6: %s", (_, a, b, config, expected) => {
    expect(verdict(a, b, config, "openclaw@2026.9.6")).toBe(expected);
    expect(verdict(a, b, config)).toMatch(/^apart/);
  });

  it("are apart by the account where the release names it whatever the scope", () => {
    const named = direct("telegram", "a", { account: "work" });
    expect(verdict(direct("irc", "a"), named, {}, "openclaw@2026.3.7")).toBe("apart account");
  });

  it("share a session by the general scope where the release does not read that of a binding", () => {
    const config = { ...bound({ dmScope: "main" }), session: {} };
    const [a, b] = [direct("irc", "a"), direct("irc", "b")];
    expect(verdict(a, b, config, "openclaw@2026.4.24")).toBe("shared dm-scope");
    expect(verdict(a, b, config, "openclaw@2026.4.25")).toBe("shared dm-scope bindings[0].session.dmScope");
  });
});

describe("collisions among messages", () => {
  it("name each conversation once, and why it shares", () => {
    const policy = parsePolicy({ session: { dmScope: "main" } }, { edition: "2026-11" });
    const [a, b, c] = [direct("irc", "a"), direct("irc", "b"), group("irc", "#c")];
    expect(findCollisions([a, a, b, c, b], policy)).toEqual([
      { kind: "collision", key: "agent:main:main", inbounds: [a, b], reasons: ["dm-scope"] },
    ]);
  });

  it("do not exist where everything is kept apart, and everywhere agree with the keys", () => {
    const inbound = fc.record({
      channel: fc.constantFrom("slack", "a:b", "b"),
      chatType: fc.constantFrom("direct", "group", "channel"),
      peer: fc.constantFrom("a", "A", "a:b", "x:thread:1", " a", "direct"),
    });
    const apart = parsePolicy({ session: { dmScope: "per-account-channel-peer" } }, { edition: "2026-11" });
    const upstream = parsePolicy({ session: { dmScope: "per-peer" } }, { edition: "openclaw@2026.9.6" });
    fc.assert(
      fc.property(fc.array(inbound), (inbounds) => {
        expect(findCollisions(inbounds, apart)).toEqual([]);
        const different = new Map(inbounds.map((each) => [JSON.stringify(each), each]));
        const keys = [...different.values()]
          .map((each) => resolveSession(each, upstream))
          .map((each) => each.ok && each.key);
        const shared = keys.filter((key) => keys.indexOf(key) !== keys.lastIndexOf(key));
        const collisions = findCollisions(inbounds, upstream);
        expect(new Set(collisions.map(({ key }) => key))).toEqual(new Set(shared));
        for (const { inbounds: sharers, reasons } of collisions)
          expect(reasons).toHaveLength(sharers.length - 1);
      }),
      { numRuns: runs },
    );
  });
});
