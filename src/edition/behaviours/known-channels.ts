import type { Behaviour, Span } from "../behaviour.ts";

function known(...inForce: readonly [Span, ...Span[]]) {
  return { area: "keys", risk: "re-keys", inForce } as const satisfies Behaviour;
}

/**
 * The channels that each release knew by name in the addresses of senders, such as `telegram:group:-100`.
 * In 2026.4.14 only those of its catalogue were known, and of the bundled ones none.
 */
export const knownChannelBehaviours = {
  "first-channels-known": known({ since: "2026.1.29", until: "2026.4.14" }, { since: "2026.4.15" }),
  "irc-known": known({ since: "2026.2.12", until: "2026.4.14" }, { since: "2026.4.15" }),
  "line-known": known({ since: "2026.3.7", until: "2026.4.14" }, { since: "2026.4.15" }),
  "bundled-channels-known": known({ since: "2026.4.5", until: "2026.4.14" }, { since: "2026.4.15" }),
  "catalogue-channels-known": known({
    since: "2026.4.5",
  }),
  "bluebubbles-known": known({ since: "2026.4.5", until: "2026.5.12" }),
  "qqbot-known": known({ since: "2026.4.5", until: "2026.8.1" }),
  "qa-channel-known": known({ since: "2026.4.5", until: "2026.4.11" }),
  "wecom-and-yuanbao-known": known({ since: "2026.5.2", until: "2026.5.26" }),
  "weixin-known": known({ since: "2026.5.12", until: "2026.5.26" }),
  "clickclack-known": known({ since: "2026.5.12" }),
  "sms-known": known({ since: "2026.6.1" }),
  "raft-known": known({ since: "2026.6.11" }),
  "buzz-reef-and-a2a-known": known({ since: "2026.8.1" }),
} as const;
