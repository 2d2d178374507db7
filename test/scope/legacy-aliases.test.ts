import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../src/config/config.ts";
import { editions } from "../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../src/parse-policy.ts";
import { legacyAliases } from "../../src/scope/legacy-aliases.ts";
import { resolveSession } from "../../src/scope/resolve-session.ts";

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

  it("know that a topic was a part of its group's id", () => {
    const policy = parsePolicy({}, { edition: "2026-11" });
    const topic = { channel: "telegram", chatType: "group", peer: "-100", thread: "7" } as const;
    expect(legacyAliases(topic, policy)).toContain("agent:main:telegram:group:-100:topic:7");
  });

  it("contain the key that each earlier edition gives, and not the current one", () => {
    const config = fc.record({
      session: fc.record({
        dmScope: fc.constantFrom(...dmScopes),
        identityLinks: fc.constant({ alice: ["telegram:42", "slack:AbC"] }),
      }),
      bindings: fc.constant([{ agentId: "main", match: { channel: "telegram" } }]),
    });
    fc.assert(
      fc.property(
        inbounds,
        config,
        fc.constantFrom(...editions),
        (inbound, written: ConfigInput, edition) => {
          const read = safeParsePolicy(written, { edition });
          fc.pre(read.ok);
          const aliases = new Set(legacyAliases(inbound, read.policy));
          const now = resolveSession(inbound, read.policy);
          const current = now.ok ? now.key : undefined;
          expect(current !== undefined && aliases.has(current)).toBe(false);
          const given = editions.slice(0, editions.indexOf(edition)).flatMap((earlier) => {
            const past = safeParsePolicy(written, { edition: earlier });
            const then = past.ok ? resolveSession(inbound, past.policy) : undefined;
            return then?.ok === true && then.key !== current ? [then.key] : [];
          });
          expect(given.filter((key) => !aliases.has(key))).toEqual([]);
        },
      ),
      { numRuns: Number(process.env["KEYSCOPE_RUNS"] ?? 200) / 8 },
    );
  });
});
