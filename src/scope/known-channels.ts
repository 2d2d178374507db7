import { perEdition } from "../edition/per-edition.ts";
import type { BehaviourId } from "../edition/registry.ts";

const names: readonly (readonly [BehaviourId, readonly string[]])[] = [
  ["first-channels-known", ["telegram", "whatsapp", "discord", "googlechat", "slack", "signal", "imessage"]],
  ["irc-known", ["irc"]],
  ["line-known", ["line"]],
  [
    "catalogue-channels-known",
    [
      "matrix",
      "msteams",
      "feishu",
      "mattermost",
      "nextcloud-talk",
      "nostr",
      "synology-chat",
      "tlon",
      "twitch",
      "zalo",
      "zalouser",
    ],
  ],
  ["bluebubbles-known", ["bluebubbles"]],
  ["qqbot-known", ["qqbot"]],
  ["qa-channel-known", ["qa-channel"]],
  ["wecom-and-yuanbao-known", ["wecom", "yuanbao"]],
  ["weixin-known", ["openclaw-weixin"]],
  ["clickclack-known", ["clickclack"]],
  ["sms-known", ["sms"]],
  ["raft-known", ["raft"]],
  ["buzz-reef-and-a2a-known", ["buzz", "reef", "a2a"]],
];

/** The channels that an edition knows by name; `webchat` in every edition. */
export const knownChannels = perEdition((behaviours): ReadonlySet<string> => {
  const known = names.flatMap(([id, channels]) => (behaviours.has(id) ? channels : []));
  return new Set([...known, "webchat"]);
});
