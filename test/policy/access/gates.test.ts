import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import type { AccessRequest } from "../../../src/policy/access/access-request.ts";
import { evaluateAccess } from "../../../src/policy/access/access.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

describe("what each gate says, in the order in which they are asked", () => {
  const room = { chatType: "channel", guild: "9", peer: "30", sender: "7", mentioned: true } as const;
  it.each<
    readonly [
      why: string,
      section: object,
      message: AccessRequest,
      edition: Edition,
      gates: readonly (readonly string[])[],
    ]
  >([
    [
      "of somebody who is listed",
      { groupAllowFrom: ["7"], groups: { g: {} } },
      { channel: "telegram", chatType: "group", peer: "g", sender: "7" },
      "2026-11",
      [
        ["channel", "pass"],
        ["room", "pass"],
        ["topic", "pass"],
        ["override", "pass"],
        ["policy", "pass"],
        ["listing", "pass"],
        ["sender", "pass", "group-allowlisted", "channels.telegram.groupAllowFrom[0]"],
        ["mention", "unknown", "missing-fact", "channels.telegram.requireMention"],
      ],
    ],
    [
      "of a room that is not listed, where others are",
      { groupPolicy: "allowlist", guilds: { "8": {} } },
      { channel: "discord", ...room },
      "openclaw@2026.9.6",
      [
        ["channel", "pass"],
        ["author", "pass"],
        ["room", "pass"],
        ["policy", "pass"],
        ["listing", "deny", "room-not-listed", "channels.discord.guilds"],
        ["sender", "pass", "group-open", "channels.discord.groupPolicy"],
        ["author", "pass"],
        ["mention", "pass"],
      ],
    ],
    [
      "of a bot that is watched by none of the room's people",
      { groupPolicy: "open", allowBots: true, allowFrom: ["8"], channels: { C1: { users: ["9"] } } },
      { channel: "slack", chatType: "channel", peer: "C1", sender: "7", bot: true, ownerPresent: false },
      "2026-11",
      [
        ["channel", "pass"],
        ["author", "pass"],
        ["room", "pass"],
        ["policy", "pass"],
        ["listing", "pass"],
        ["sender", "deny", "group-not-allowlisted", "channels.slack.channels.C1.users"],
        ["author", "deny", "bot-not-admitted", "channels.slack.channels.C1.users"],
        ["mention", "unknown", "missing-fact", "channels.slack.channels.C1.requireMention"],
      ],
    ],
    [
      "of a bot where nobody could watch it",
      { groupPolicy: "open", allowBots: true, channels: { C1: {} } },
      { channel: "slack", chatType: "channel", peer: "C1", sender: "7", bot: true, mentioned: true },
      "2026-11",
      [
        ["channel", "pass"],
        ["author", "pass"],
        ["room", "pass"],
        ["policy", "pass"],
        ["listing", "pass"],
        ["sender", "pass", "group-open", "channels.slack.groupPolicy"],
        ["author", "deny", "bot-not-admitted", "channels.slack.allowFrom"],
        ["mention", "pass"],
      ],
    ],
  ])("%s", (_, section, message, edition, gates) => {
    const config = { channels: { [message.channel]: section } } as ConfigInput;
    const { trace } = evaluateAccess(message, uncheckedPolicy(config, edition), { trace: true });
    expect(
      trace?.gates.map(({ gate, outcome, reason, path }) =>
        [gate, outcome, reason, path].filter((each) => each !== undefined),
      ),
    ).toEqual(gates);
  });
});

describe("a message of which a fact has no type that it can have", () => {
  const message = { channel: "discord", chatType: "channel", guild: "9", peer: "30", sender: "7" } as const;
  const policy = uncheckedPolicy({ channels: { discord: { groupPolicy: "open" } } }, "2026-11");
  it.each<readonly [fact: keyof AccessRequest, value: unknown]>([
    ["account", 5],
    ["thread", 5],
    ["team", 5],
    ["aliases", "7"],
    ["roles", "r"],
    ["bot", "yes"],
    ["ownerPresent", 1],
    ["mentioned", "yes"],
    ["mentioned", 1],
    ["othersMentioned", "no"],
    ["ownThread", 0],
    ["guildUnavailable", "no"],
    ["orgWide", 1],
    ["roomName", 5],
    ["parentName", 5],
    ["guildName", 5],
    ["teamName", 5],
    ["senderName", 5],
    ["senderUsername", 5],
    ["senderEmail", 5],
    ["paired", 5],
    ["parent", 5],
  ])("is not let in, and the fact is named: %s, %j", (fact, value) => {
    const told = { ...message, [fact]: value } as unknown as AccessRequest;
    expect(evaluateAccess(told, policy)).toStrictEqual({
      kind: "access",
      outcome: "deny",
      allowed: false,
      reason: "malformed-request",
      facts: [fact],
    });
  });
});
