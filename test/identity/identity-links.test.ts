import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edition } from "../../src/edition/edition.ts";
import { fold } from "../../src/identity/fold.ts";
import { linkedName } from "../../src/identity/identity-links.ts";
import { parsePolicy } from "../../src/parse-policy.ts";
import type { Inbound } from "../../src/scope/inbound.ts";
import { resolveSession } from "../../src/scope/session/resolve-session.ts";

const runs = Number(process.env["KEYSCOPE_RUNS"] ?? 200);

type Links = Readonly<Record<string, readonly string[] | string>>;

function lookup(identityLinks: Links, edition: Edition) {
  const policy = parsePolicy({ session: { identityLinks } }, { edition });
  return (channel: string, peer: string, aliases?: readonly string[]) =>
    linkedName(channel, peer, aliases, policy);
}

/** Goes through all links for every look-up, as OpenClaw does. */
function walk(links: Links, channel: string, peer: string): string | undefined {
  if (peer.trim() === "") return undefined;
  const wanted = new Set([fold(peer), ...(channel === "" ? [] : [fold(`${channel}:${peer.trim()}`)])]);
  return Object.entries(links)
    .find(([name, ids]) => name.trim() !== "" && [ids].flat().some((id) => wanted.has(fold(id))))?.[0]
    .trim();
}

describe("a name for an id", () => {
  const ids = fc.constantFrom("1", "a:1", "A:1 ", "b:a:1", " 2", "a:2", "Σ", "a:Σ", "aΣ", "", ":1");
  const links = fc.dictionary(fc.constantFrom("zoe", "Alice ", "7", "1", "__proto__", " "), fc.array(ids));

  it.each<Edition>(["openclaw@2026.1.29", "openclaw@2026.9.6"])(
    "is found under %s as by a walk",
    (edition) => {
      fc.assert(
        fc.property(links, fc.constantFrom("", "a", "b", "b:a", "unknown"), ids, (some, channel, peer) => {
          expect(lookup(some, edition)(channel, peer)).toBe(walk(some, channel, peer));
        }),
        { numRuns: runs },
      );
    },
  );

  it("is folded under 2026-11, so that both spellings decide alike", () => {
    const listed = lookup({ john: ["telegram:1"] }, "2026-11");
    const session = { identityLinks: { "telegram:1:John": "John" } };
    const policy = parsePolicy({ session }, { edition: "2026-11" });
    const labelled = (channel: string, peer: string) => linkedName(channel, peer, undefined, policy);
    expect([listed("telegram", "1"), labelled("telegram", "1")]).toEqual(["john", "john"]);
  });

  it("comes from the first alias that is linked, when the peer's own id is not", () => {
    const find = lookup({ alice: ["whatsapp:+1", "whatsapp:@al"], bob: ["whatsapp:9@lid"] }, "2026-11");
    expect(find("whatsapp", "5@lid", ["x", "+1", "9@lid"])).toBe("alice");
    expect(find("whatsapp", "9@lid", ["+1"])).toBe("bob");
    expect(find("whatsapp", "5@lid", [])).toBeUndefined();
    const upstream = lookup({ alice: ["whatsapp:+1"] }, "openclaw@2026.9.6");
    expect(upstream("whatsapp", "5@lid", ["+1"])).toBeUndefined();
  });

  it("is compared as the channel compares ids", () => {
    const find = lookup({ bob: ["IRC:Bob"], mat: ["matrix:@Mat:s"] }, "2026-11");
    expect(find("irc", "BOB")).toBe("bob");
    expect(find("matrix", "@mat:s")).toBeUndefined();
    expect(find("matrix", "@Mat:s")).toBe("mat");
  });
});

describe("a fault of identity links in 2026.9.6 that 2026-11 does not have", () => {
  type Scope = "per-peer" | "per-channel-peer" | "per-account-channel-peer";
  const direct = (channel: string, peer: string): Inbound => ({ channel, chatType: "direct", peer });

  function keyOf(
    inbound: Inbound,
    identityLinks: Links,
    edition: Edition,
    dmScope: Scope = "per-peer",
  ): string {
    const policy = parsePolicy({ session: { dmScope, identityLinks } }, { edition });
    const resolution = resolveSession(inbound, policy);
    return resolution.ok ? resolution.key : resolution.reason;
  }

  const alice = { alice: ["telegram:123"] };

  it.each<readonly [string, Scope, Inbound, Inbound]>([
    [
      "a stranger whose id is the name, on another channel",
      "per-peer",
      direct("telegram", "123"),
      direct("irc", "alice"),
    ],
    [
      "a stranger whose id is the name, on the same channel",
      "per-channel-peer",
      direct("telegram", "123"),
      direct("telegram", "alice"),
    ],
    [
      "a stranger whose id is the text of the link",
      "per-peer",
      direct("telegram", "123"),
      direct("discord", "telegram:123"),
    ],
  ])("%s shared the session (%s)", (_, scope, person, stranger) => {
    expect(keyOf(stranger, alice, "openclaw@2026.9.6", scope)).toBe(
      keyOf(person, alice, "openclaw@2026.9.6", scope),
    );
    expect(keyOf(stranger, alice, "2026-11", scope)).not.toBe(keyOf(person, alice, "2026-11", scope));
  });

  it.each<readonly [string, Links, RegExp]>([
    ["a bare id was that id on every channel", { alice: ["5"] }, /"5" names no channel/],
    ["names that differ by case were one", { Alice: ["a:1"], "alice ": ["a:2"] }, /one name|blanks/],
    [
      "an id of two people was the first one's",
      { zoe: ["a:5"], "7": ["a:5"] },
      /"a:5" is linked to both 7 and zoe/,
    ],
  ])("%s", (_, links, refusal) => {
    expect(() =>
      parsePolicy({ session: { identityLinks: links } }, { edition: "openclaw@2026.9.6" }),
    ).not.toThrow();
    expect(() => parsePolicy({ session: { identityLinks: links } }, { edition: "2026-11" })).toThrow(refusal);
  });

  it("a whole number as a name won over a name before it", () => {
    const links = { zoe: ["a:5"], "7": ["a:5"] };
    expect(keyOf(direct("a", "5"), links, "openclaw@2026.9.6")).toBe("agent:main:direct:7");
  });

  it("a name was taken for the id that it is, even __proto__", () => {
    const links = JSON.parse('{ "__proto__": ["a:1"] }') as Links;
    expect(keyOf(direct("a", "1"), links, "openclaw@2026.9.6")).toBe("agent:main:direct:__proto__");
    expect(keyOf(direct("a", "1"), links, "2026-11")).toBe("agent:main:direct:=__proto__");
    expect(keyOf(direct("a", "__proto__"), links, "2026-11")).toBe("agent:main:direct:__proto__");
    expect(keyOf(direct("a", "=__proto__"), links, "2026-11")).toBe("agent:main:direct:%3D__proto__");
  });

  it("links join channels under per-peer alone", () => {
    const links = { john: ["telegram:1", "discord:2"] };
    const [telegram, discord] = [direct("telegram", "1"), direct("discord", "2")];
    const keys = (edition: Edition, dmScope: Scope) =>
      [telegram, discord].map((inbound) => keyOf(inbound, links, edition, dmScope));
    expect(keys("openclaw@2026.9.6", "per-peer")).toEqual(Array(2).fill("agent:main:direct:john"));
    expect(keys("openclaw@2026.9.6", "per-channel-peer")).toEqual([
      "agent:main:telegram:direct:john",
      "agent:main:discord:direct:john",
    ]);
    for (const dmScope of ["per-peer", "per-channel-peer", "per-account-channel-peer"] as const)
      expect(keys("2026-11", dmScope)).toEqual(Array(2).fill("agent:main:direct:=john"));
  });

  it("a thread of a linked person is of its channel, because its id is", () => {
    const links = { john: ["telegram:1", "discord:2"] };
    const thread = { ...direct("telegram", "1"), thread: "7" };
    expect(keyOf(thread, links, "2026-11", "per-channel-peer")).toBe(
      "agent:main:telegram:direct:=john:thread:7",
    );
  });

  it("a Discord id with a discriminator names nobody", () => {
    const links = { john: ["telegram:1", "discord:223456789#1234"] };
    const account = direct("discord", "223456789");
    expect(keyOf(account, links, "openclaw@2026.9.6")).toBe("agent:main:direct:223456789");
    expect(keyOf(account, links, "2026-11")).toBe("agent:main:direct:=john");
    const labelled = { "discord:223456789#1234:John": "John" };
    expect(keyOf(account, labelled, "2026-11")).toBe("agent:main:direct:=john");
    const elsewhere = { john: ["slack:223456789#1234"] };
    expect(keyOf(direct("slack", "223456789"), elsewhere, "2026-11")).toBe("agent:main:direct:223456789");
  });
});
