import type { Behaviour, Span } from "../behaviour.ts";

function known(channels: string, ...inForce: readonly [Span, ...Span[]]) {
  return {
    area: "keys",
    risk: "re-keys",
    was: `A sender's address does not name its channel when it starts with ${channels}`,
    became: `A sender's address names its channel when it starts with ${channels}`,
    inForce,
  } as const satisfies Behaviour;
}

/**
 * The channels that each release knew by name in the addresses of senders, such as `telegram:group:-100`.
 * In 2026.4.14 only those of its catalogue were known, and of the bundled ones none.
 */
export const knownChannelBehaviours = {
  "first-channels-known": known(
    "`telegram`, `googlechat`, `slack`, `signal` or `imessage`",
    { since: "2026.1.29", until: "2026.4.14" },
    { since: "2026.4.15" },
  ),
  "irc-known": known("`irc`", { since: "2026.2.12", until: "2026.4.14" }, { since: "2026.4.15" }),
  "line-known": known("`line`", { since: "2026.3.7", until: "2026.4.14" }, { since: "2026.4.15" }),
  "bundled-channels-known": known(
    "`matrix`, `mattermost`, `synology-chat`, `tlon` or `twitch`",
    { since: "2026.4.5", until: "2026.4.14" },
    { since: "2026.4.15" },
  ),
  "catalogue-channels-known": known("`msteams`, `feishu`, `nextcloud-talk`, `nostr`, `zalo` or `zalouser`", {
    since: "2026.4.5",
  }),
  "bluebubbles-known": known("`bluebubbles`", { since: "2026.4.5", until: "2026.5.12" }),
  "qqbot-known": known("`qqbot`", { since: "2026.4.5", until: "2026.8.1" }),
  "qa-channel-known": known("`qa-channel`", { since: "2026.4.5", until: "2026.4.11" }),
  "wecom-and-yuanbao-known": known("`wecom` or `yuanbao`", { since: "2026.5.2", until: "2026.5.26" }),
  "weixin-known": known("`openclaw-weixin`", { since: "2026.5.12", until: "2026.5.26" }),
  "clickclack-known": known("`clickclack`", { since: "2026.5.12" }),
  "sms-known": known("`sms`", { since: "2026.6.1" }),
  "raft-known": known("`raft`", { since: "2026.6.11" }),
  "buzz-reef-and-a2a-known": known("`buzz`, `reef` or `a2a`", { since: "2026.8.1" }),
} as const;
