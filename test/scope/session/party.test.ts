import { describe, expect, it } from "vitest";
import type { DmScope } from "../../../src/config/scopes.ts";
import { explain, isolationOf, parsePolicy, parseSessionKey, resolveSession } from "../../../src/index.ts";
import type { Inbound } from "../../../src/scope/inbound.ts";

const inTeam = (team: string): Inbound => ({ channel: "slack", chatType: "direct", peer: "U7", team });
const ofOwner = (party: string): Inbound => ({ channel: "telegram", chatType: "direct", peer: "7", party });
const ofTenant = (party: string): Inbound => ({
  channel: "msteams",
  chatType: "direct",
  peer: "0a1b",
  party,
});

function under(dmScope: DmScope, edition: "2026-11" | "openclaw@2026.9.6" = "2026-11", identityLinks = {}) {
  return parsePolicy({ session: { dmScope, identityLinks } }, { edition });
}

const pairs: readonly (readonly [string, Inbound, Inbound])[] = [
  ["workspaces", inTeam("T1"), inTeam("T2")],
  ["tenants", ofTenant("t1"), ofTenant("t2")],
  ["owners", ofOwner("BC1"), ofOwner("BC2")],
];

describe.each(pairs)("one person whom the bot answers in two %s", (_what, a, b) => {
  it.each(["per-peer", "per-channel-peer", "per-account-channel-peer"] as const)(
    "is of two conversations under %s",
    (dmScope) => {
      const isolation = isolationOf(a, b, under(dmScope));
      expect(isolation).toMatchObject({ shared: false, reason: "party", setting: "session.dmScope" });
      expect(explain(isolation)).toContain("workspaces, tenants or business accounts");
    },
  );

  it("is of one under main, and in a release", () => {
    expect(isolationOf(a, b, under("main"))).toMatchObject({ shared: true, reason: "dm-scope" });
    expect(isolationOf(a, b, under("per-channel-peer", "openclaw@2026.9.6")).shared).toBe(true);
  });

  it("is told by a key that is read as it was written", () => {
    const { key = "" } = resolveSession(a, under("per-channel-peer"));
    expect(parseSessionKey(key)).toMatchObject({ peer: a.peer, party: a.party ?? a.team });
  });
});

describe("a linked person", () => {
  const links = { ann: ["slack:U7", "telegram:7", "msteams:0a1b"] };

  it.each([
    ["workspaces", inTeam("T1"), inTeam("T2")],
    ["tenants", ofTenant("t1"), ofTenant("t2")],
  ])("is one in all %s", (_what, a, b) => {
    expect(isolationOf(a, b, under("per-channel-peer", "2026-11", links)).shared).toBe(true);
  });

  it("is of two conversations with two owners", () => {
    const policy = under("per-channel-peer", "2026-11", links);
    expect(isolationOf(ofOwner("BC1"), ofOwner("BC2"), policy)).toMatchObject({
      shared: false,
      reason: "party",
    });
    expect(resolveSession(ofOwner("BC1"), policy).key).toBe("agent:main:direct:=ann:party:BC1");
  });
});

it("a room is one whatever the team, because its id is no other team's", () => {
  const room = (team: string): Inbound => ({ channel: "slack", chatType: "channel", peer: "C1", team });
  expect(isolationOf(room("T1"), room("T2"), under("per-channel-peer")).shared).toBe(true);
});

it.each([[null], [undefined], [5], ["text"]])(
  "what is no message (%o) is answered, not thrown",
  (nothing) => {
    // Callers without types hand on whatever a reader gave them.
    expect(resolveSession(nothing as unknown as Inbound, under("per-channel-peer"))).toEqual({
      kind: "resolution",
      ok: false,
      reason: "malformed-inbound",
      missing: ["inbound"],
    });
  },
);
