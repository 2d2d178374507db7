import type { Behaviours } from "../edition/edition.ts";
import { once } from "../edition/once.ts";
import type { BehaviourId } from "../edition/registry.ts";

const names: readonly (readonly [BehaviourId, readonly string[]])[] = [
  ["first-channels-known", ["telegram", "googlechat", "slack", "signal", "imessage"]],
  ["irc-known", ["irc"]],
  ["line-known", ["line"]],
  ["bundled-channels-known", ["matrix", "mattermost", "synology-chat", "tlon", "twitch"]],
  ["catalogue-channels-known", ["msteams", "feishu", "nextcloud-talk", "nostr", "zalo", "zalouser"]],
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

const always = ["whatsapp", "discord", "webchat"] as const;

/** The channels that an edition knows by name. */
export const knownChannels = once((behaviours: Behaviours): ReadonlySet<string> => {
  const known = names.flatMap(([id, channels]) => (behaviours.has(id) ? channels : []));
  return new Set([...known, ...always]);
});
