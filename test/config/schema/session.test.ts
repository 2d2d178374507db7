import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import { readConfig } from "../../../src/config/read-config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { vectorFunctions } from "../../conformance/vectors.ts";

function pathsRefused(session: unknown, edition: Edition): readonly string[] {
  const read = readConfig({ session } as ConfigInput, edition);
  if (!read.ok) return [""];
  // One release's schema still took what its loader refused as an older release's.
  return read.found.flatMap(({ issue: { code, path } }) => (code === "setting-without-effect" ? [] : [path]));
}

describe("the session section is as strict as the release was", () => {
  it("accepts and refuses what every recorded release did", () => {
    const differences: unknown[] = [];
    for (const { input, outputs } of vectorFunctions("lifecycle").get("schema") ?? [])
      for (const output of outputs)
        for (const release of output.releases) {
          const { session } = input as { readonly session: unknown };
          const accepted = pathsRefused(session, `openclaw@${release}` as Edition).length === 0;
          const { ok } = (output as { readonly value: { readonly ok: boolean } }).value;
          if (accepted !== ok) differences.push({ release, session, ok });
        }
    expect(differences).toEqual([]);
  });

  it.each([
    ["an empty reset", { reset: {} }],
    ["a reset of Discord in any case", { resetByChannel: { Discord: { mode: "idle" } } }],
    ["an empty list of triggers", { resetTriggers: [] }],
    ["an empty trigger", { resetTriggers: [""] }],
    ["a padded id", { identityLinks: { alice: [" telegram:1"] } }],
    ["a rule that matches everything", { sendPolicy: { rules: [{ action: "deny", match: {} }] } }],
  ] as const)("accepts %s, as every release does", (_, session) => {
    expect(pathsRefused(session, "openclaw@2026.1.29")).toEqual([]);
    expect(pathsRefused(session, "openclaw@2026.9.6")).toEqual([]);
  });

  it.each([
    ["a mode that combines", { reset: { mode: "any" } }, ["session.reset.mode"]],
    ["the short spelling of a daily reset", { dailyReset: 4 }, ["session.dailyReset"]],
    ["an age", { reset: { maxAgeMinutes: 5 } }, ["session.reset.maxAgeMinutes"]],
    ["a grace period", { reset: { graceMinutes: 5 } }, ["session.reset.graceMinutes"]],
    ["a zone", { reset: { timeZone: "UTC" } }, ["session.reset.timeZone"]],
    ["a reset to the minute", { reset: { at: "04:30" } }, ["session.reset.at"]],
    ["the same of a type", { resetByType: { group: { at: "4:30" } } }, ["session.resetByType.group.at"]],
    ["the same of a channel", { resetByChannel: { irc: { at: "0:00" } } }, ["session.resetByChannel.irc.at"]],
    ["a short spelling of the idle window", { idleMinutes: 5 }, ["session.idleMinutes"]],
    ["the other word for direct chats", { resetByType: { dm: {} } }, ["session.resetByType.dm"]],
    [
      "the id of a rule",
      { sendPolicy: { rules: [{ id: "r", action: "deny" }] } },
      ["session.sendPolicy.rules[0].id"],
    ],
    [
      "a peer in a rule",
      { sendPolicy: { rules: [{ action: "deny", match: { peer: "1" } }] } },
      ["session.sendPolicy.rules[0].match.peer"],
    ],
    [
      "links the other way round",
      { identityLinks: { "telegram:1:Al": "Al" } },
      ['session.identityLinks["telegram:1:Al"]'],
    ],
  ] as const)("%s is of 2026-11 alone", (_, session, paths) => {
    expect(pathsRefused(session, "openclaw@2026.9.6")).toEqual(paths);
    expect(pathsRefused(session, "2026-11")).toEqual([]);
  });

  it.each([
    ["2026.4.29", "2026.5.2", { parentForkMaxTokens: 5 }, true, false],
    ["2026.4.29", "2026.5.2", { writeLock: {} }, false, true],
    ["2026.5.7", "2026.5.12", { agentToAgent: { maxPingPongTurns: 6 } }, false, true],
    ["2026.2.22", "2026.2.23", { maintenance: { pruneAfter: "1h30m" } }, false, true],
    [
      "2026.2.12",
      "2026.2.17",
      { sendPolicy: { rules: [{ action: "deny", match: { rawKeyPrefix: "a" } }] } },
      false,
      true,
    ],
    ["2026.2.19", "2026.2.21", { threadBindings: { ttlHours: 1 } }, false, true],
    ["2026.2.26", "2026.3.1", { threadBindings: { ttlHours: 1 } }, true, false],
    ["2026.9.4", "2026.9.5", { maintenance: { coldStorage: {} } }, false, true],
    ["2026.7.35", "2026.8.1", { reset: { mode: "none" } }, false, true],
    ["2026.7.35", "2026.8.1", { idleMinutes: 5 }, true, false],
  ] as const)("what changed from %s to %s: %j", (before, after, session, acceptedBefore, acceptedAfter) => {
    expect(pathsRefused(session, `openclaw@${before}`).length === 0).toBe(acceptedBefore);
    expect(pathsRefused(session, `openclaw@${after}`).length === 0).toBe(acceptedAfter);
  });
});
