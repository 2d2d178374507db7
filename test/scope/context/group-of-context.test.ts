import { describe, expect, it } from "vitest";
import { behavioursOf, type Edition } from "../../../src/edition/edition.ts";
import { groupOfContext, type MessageContext } from "../../../src/scope/context/group-of-context.ts";
import { knownChannels } from "../../../src/scope/known-channels.ts";

const keyOf = (context: MessageContext, edition: Edition) =>
  groupOfContext(context, { behaviours: behavioursOf(edition) })?.key;

describe("the channels that a release knows by name", () => {
  const firstOnes = [
    "telegram",
    "whatsapp",
    "discord",
    "googlechat",
    "slack",
    "signal",
    "imessage",
    "webchat",
  ];
  const catalogue = ["msteams", "feishu", "nextcloud-talk", "nostr", "zalo", "zalouser"];
  const bundled = ["matrix", "mattermost", "synology-chat", "tlon", "twitch", "irc", "line"];

  it.each<readonly [Edition, readonly string[]]>([
    ["openclaw@2026.1.29", firstOnes],
    ["openclaw@2026.2.12", [...firstOnes, "irc"]],
    ["openclaw@2026.3.7", [...firstOnes, "irc", "line"]],
    ["openclaw@2026.4.10", [...firstOnes, ...catalogue, ...bundled, "bluebubbles", "qqbot", "qa-channel"]],
    ["openclaw@2026.4.12", [...firstOnes, ...catalogue, ...bundled, "bluebubbles", "qqbot"]],
    ["openclaw@2026.4.14", [...catalogue, "whatsapp", "discord", "webchat", "bluebubbles", "qqbot"]],
    ["openclaw@2026.4.29", [...firstOnes, ...catalogue, ...bundled, "bluebubbles", "qqbot"]],
    [
      "openclaw@2026.5.2",
      [...firstOnes, ...catalogue, ...bundled, "bluebubbles", "qqbot", "wecom", "yuanbao"],
    ],
    [
      "openclaw@2026.5.22",
      [...firstOnes, ...catalogue, ...bundled, "qqbot", "wecom", "yuanbao", "openclaw-weixin", "clickclack"],
    ],
    ["openclaw@2026.5.26", [...firstOnes, ...catalogue, ...bundled, "qqbot", "clickclack"]],
    ["openclaw@2026.6.1", [...firstOnes, ...catalogue, ...bundled, "qqbot", "clickclack", "sms"]],
    ["openclaw@2026.6.11", [...firstOnes, ...catalogue, ...bundled, "qqbot", "clickclack", "sms", "raft"]],
    [
      "openclaw@2026.8.1",
      [...firstOnes, ...catalogue, ...bundled, "clickclack", "sms", "raft", "buzz", "reef", "a2a"],
    ],
  ])("%s", (edition, channels) => {
    expect([...knownChannels(behavioursOf(edition))].toSorted()).toEqual(channels.toSorted());
  });
});

describe("the group in a sender's address", () => {
  it.each<readonly [string, MessageContext, Edition, string | undefined]>([
    ["a person is none", { from: "+1555", provider: "whatsapp" }, "openclaw@2026.9.6", undefined],
    ["nobody is none", {}, "openclaw@2026.9.6", undefined],
    ["the address names it", { from: "telegram:group:-100" }, "openclaw@2026.1.29", "telegram:group:-100"],
    [
      "2026.4.14 alone knew none of the bundled channels",
      { from: "telegram:group:-100", provider: "telegram" },
      "openclaw@2026.4.14",
      "telegram:group:telegram:group:-100",
    ],
    ["but those of its catalogue", { from: "discord:group:5" }, "openclaw@2026.4.14", "discord:group:5"],
    ["nor without a provider", { from: "telegram:group:-100" }, "openclaw@2026.4.14", undefined],
    [
      "Matrix was no known channel at first",
      { from: "matrix:channel:!R:s", provider: "telegram" },
      "openclaw@2026.4.2",
      "telegram:channel:matrix:channel:!r:s",
    ],
    [
      "and is since 2026.4.5",
      { from: "matrix:channel:!R:s", provider: "telegram" },
      "openclaw@2026.4.5",
      "matrix:channel:!r:s",
    ],
    ["a WhatsApp group by its suffix", { from: "1@G.US" }, "openclaw@2026.4.2", "whatsapp:group:1@g.us"],
    ["not in 2026.4.5", { from: "1@g.us" }, "openclaw@2026.4.5", undefined],
    ["nor with a blank provider", { from: "1@g.us", provider: " " }, "openclaw@2026.4.2", undefined],
    [
      "a blank provider is none from 2026.4.7",
      { from: "1@g.us", provider: " " },
      "openclaw@2026.4.7",
      "whatsapp:group:1@g.us",
    ],
    ["again from 2026.4.7", { from: "1@g.us" }, "openclaw@2026.4.7", "whatsapp:group:1@g.us"],
    ["in small letters", { from: "1@G.US" }, "openclaw@2026.4.7", undefined],
    ["and no more from 2026.4.22", { from: "1@g.us" }, "openclaw@2026.4.22", undefined],
    [
      "where it was written, since 2026.5.12",
      { from: "telegram:5", chatType: "group", originatingTo: "telegram:group:-7" },
      "openclaw@2026.5.12",
      "telegram:group:-7",
    ],
    [
      "an empty segment is not skipped since 2026.7.1",
      { from: "telegram::group::-100" },
      "openclaw@2026.7.1",
      undefined,
    ],
    [
      "a blank one began an id before",
      { from: "telegram:group: :7" },
      "openclaw@2026.6.35",
      "telegram:group::7",
    ],
    ["and begins none since", { from: "telegram:group: :7" }, "openclaw@2026.7.1", undefined],
    ["ids are escaped under 2026-11", { from: "matrix:channel:!R:s" }, "2026-11", "matrix:channel:!R%3As"],
  ])("%s", (_, context, edition, key) => {
    expect(keyOf(context, edition)).toBe(key);
  });
});
