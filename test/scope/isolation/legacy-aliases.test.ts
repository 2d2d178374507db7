import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Policy } from "../../../src/config/policy.ts";
import { editions, type Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { legacyAliases } from "../../../src/scope/isolation/legacy-aliases.ts";
import { resolveSession } from "../../../src/scope/session/resolve-session.ts";

const dmScopes = ["main", "per-peer", "per-channel-peer", "per-account-channel-peer"] as const;

const inbounds = fc.record(
  {
    channel: fc.constantFrom("telegram", "Slack", "matrix", "signal", "discord"),
    account: fc.constantFrom("default", "Work", "__proto__"),
    chatType: fc.constantFrom("direct" as const, "group" as const, "channel" as const),
    peer: fc.constantFrom("42", "AbC", "a:b", "@Bob:example.org", "alice"),
    thread: fc.constantFrom("7", "$Ev"),
    sender: fc.constantFrom("9", "42"),
  },
  { requiredKeys: ["channel", "chatType", "peer"] },
);

const policies = new Map<string, Policy>();

/** Each is read once, because what is compiled for a policy is kept with it. */
function policyOf(dmScope: (typeof dmScopes)[number], edition: Edition): Policy {
  const name = `${dmScope} ${edition}`;
  const before = policies.get(name);
  if (before !== undefined) return before;
  const identityLinks = { alice: ["telegram:42", "slack:AbC"] };
  const bindings = [{ agentId: "main", match: { channel: "telegram" } }];
  const policy = parsePolicy({ session: { dmScope, identityLinks }, bindings }, { edition });
  policies.set(name, policy);
  return policy;
}

describe("the keys that a conversation had before", () => {
  it("are, from the nearest on, those of earlier editions and then those of other scopes", () => {
    const policy = parsePolicy({ session: { dmScope: "per-channel-peer" } }, { edition: "2026-11" });
    expect(legacyAliases({ channel: "slack", chatType: "direct", peer: "U1" }, policy)).toEqual([
      "agent:main:slack:direct:u1",
      "agent:main:slack:dm:u1",
      "agent:main:slack:default:direct:U1",
      "agent:main:direct:U1",
      "agent:main:main",
      "agent:main:slack:default:direct:u1",
      "agent:main:direct:u1",
      "agent:main:slack:default:dm:u1",
      "agent:main:dm:u1",
    ]);
  });

  it("are also those of a linked person's other ids, which had keys of their own", () => {
    const policy = parsePolicy(
      { session: { dmScope: "per-channel-peer", identityLinks: { john: ["telegram:1", "discord:2#0007"] } } },
      { edition: "2026-11" },
    );
    const aliases = legacyAliases({ channel: "telegram", chatType: "direct", peer: "1" }, policy);
    expect(aliases).not.toContain("agent:main:direct:=john");
    expect(aliases.slice(0, 2)).toEqual(["agent:main:telegram:direct:john", "agent:main:telegram:dm:john"]);
    expect(aliases).toContain("agent:main:discord:direct:2");
    expect(legacyAliases({ channel: "telegram", chatType: "direct", peer: "9" }, policy)).not.toContain(
      "agent:main:discord:direct:2",
    );
  });

  it("know of ids that have changed, in the order in which they did", () => {
    const policy = parsePolicy({}, { edition: "2026-11" });
    const group = { channel: "telegram", chatType: "group", peer: "-1005", sender: "7" } as const;
    const moved = [
      { channel: "telegram", from: "-4", to: "-5" },
      { channel: "telegram", from: "-5", to: "-1005" },
      { channel: "slack", from: "-1005", to: "C1" },
    ];
    expect(legacyAliases(group, policy, moved)).toContain("agent:main:telegram:group:-4");
    expect(legacyAliases(group, policy)).not.toContain("agent:main:telegram:group:-4");
  });

  it("know that a topic was a part of its group's id", () => {
    const policy = parsePolicy({}, { edition: "2026-11" });
    const topic = { channel: "telegram", chatType: "group", peer: "-100", thread: "7" } as const;
    expect(legacyAliases(topic, policy)).toContain("agent:main:telegram:group:-100:topic:7");
  });

  it("contain the key that each earlier edition gives, and not the current one", () => {
    fc.assert(
      fc.property(
        inbounds,
        fc.constantFrom(...dmScopes),
        fc.constantFrom(...editions),
        (inbound, dmScope, edition) => {
          const policy = policyOf(dmScope, edition);
          const aliases = new Set(legacyAliases(inbound, policy));
          const now = resolveSession(inbound, policy);
          const current = now.ok ? now.key : undefined;
          expect(current !== undefined && aliases.has(current)).toBe(false);
          const given = editions.slice(0, editions.indexOf(edition)).flatMap((earlier) => {
            const then = resolveSession(inbound, policyOf(dmScope, earlier));
            return then.ok && then.key !== current ? [then.key] : [];
          });
          expect(given.filter((key) => !aliases.has(key))).toEqual([]);
        },
      ),
      { numRuns: Number(process.env["KEYSCOPE_RUNS"] ?? 200) },
    );
  });
});
