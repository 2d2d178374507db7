import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `commands`: who may command the bot in a chat, and who may reset. */
export const commandBehaviours = {
  "owners-in-config": {
    area: "commands",
    risk: "narrows",
    inForce: [{ since: "2026.2.3" }],
  },
  "owners-told-by-channel": {
    area: "commands",
    risk: "narrows",
    inForce: [{ since: "2026.2.6-3" }],
  },
  "command-lists": {
    area: "commands",
    risk: "widens",
    inForce: [{ since: "2026.2.12", until: "2026-11" }],
  },
  "webchat-is-no-channel": {
    area: "commands",
    risk: "widens",
    inForce: [{ since: "2026.2.17" }],
  },
  "discord-owners-at-top": {
    area: "commands",
    risk: "narrows",
    // 2026.3.22 moved channels into plugins, and that of Discord read the old place until 2026.4.29.
    inForce: [{ since: "2026.2.17", until: "2026.3.22" }, { since: "2026.4.29" }],
  },
  "rooms-give-no-commands": {
    area: "commands",
    risk: "narrows",
    inForce: [{ since: "2026.2.23" }],
  },
  "group-suffix-is-conversation": {
    area: "commands",
    risk: "narrows",
    inForce: [{ since: "2026.2.23", until: "2026.3.22" }],
  },
  "owner-star-is-everybody": {
    area: "commands",
    risk: "widens",
    inForce: [{ since: "2026.3.7", until: "2026.8.1" }],
  },
  "webchat-admins-own": {
    area: "commands",
    risk: "widens",
    inForce: [{ since: "2026.3.7" }],
  },
  "unregistered-channels-named": {
    area: "commands",
    risk: "narrows",
    inForce: [{ since: "2026.3.22" }],
  },
  "unregistered-lists-read": {
    area: "commands",
    risk: "widens",
    inForce: [{ since: "2026.3.22", until: "2026.3.23" }],
  },
  "surface-names-channel": {
    area: "commands",
    risk: "narrows",
    inForce: [{ since: "2026.3.28" }],
  },
  "owner-refusal-heeded": {
    area: "commands",
    risk: "narrows",
    inForce: [{ since: "2026.3.31", until: "2026.5.22" }],
  },
  "enforced-owners-are-named": {
    area: "commands",
    risk: "narrows",
    inForce: [{ since: "2026.4.23" }],
  },
  "channel-owners-need-channel": {
    area: "commands",
    risk: "narrows",
    inForce: [{ since: "2026.4.29" }],
  },
  "native-commands-unowned": {
    area: "commands",
    risk: "widens",
    inForce: [{ since: "2026.4.29", until: "2026.5.7" }],
  },
  "unnamed-account-is-default": {
    area: "commands",
    risk: "narrows",
    inForce: [{ since: "2026.4.29" }],
  },
  "enforced-owners-first": {
    area: "commands",
    risk: "narrows",
    inForce: [{ since: "2026.5.7" }],
  },
  "members-are-no-owners": {
    area: "commands",
    risk: "narrows",
    inForce: [{ since: "2026.8.1" }],
  },
  "interpretation-suppressed": {
    area: "commands",
    risk: "narrows",
    inForce: [{ since: "2026.9.2" }],
  },
  "typed-owners-dropped": {
    area: "commands",
    risk: "widens",
    inForce: [{ since: "2026.9.3" }],
  },
  "whatsapp-numbers-only": {
    area: "commands",
    risk: "narrows",
    // WhatsApp became a plugin outside of the releases; what it reads there was recorded through a stand-in.
    inForce: [{ since: "2026.3.22", until: "2026.3.23" }, { since: "2026.5.2" }],
  },
  "resets-by-gate": {
    area: "commands",
    risk: "widens",
    inForce: [{ since: "2026.3.28", until: "2026.8.1" }],
  },
  "reset-scope-asked": {
    area: "commands",
    risk: "narrows",
    inForce: [{ since: "2026.3.28" }],
  },
  "activation-by-owners": {
    area: "commands",
    risk: "narrows",
    inForce: [{ since: "2026.6.34" }, { since: "2026.7.1" }],
  },
  "telegram-commands-not-native": {
    area: "commands",
    risk: "narrows",
    inForce: [{ since: "2026.4.14", until: "2026.4.15" }],
  },
  "access-groups-switch": {
    area: "commands",
    risk: "widens",
    inForce: [{ since: "2026.1.29", until: "2026.8.1" }],
  },
  "commands-closed": {
    area: "commands",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "owners-name-their-channel": {
    area: "commands",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
