import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in what a config may say. */
export const configBehaviours = {
  "direct-reset-type": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.2.9" }],
  },
  "maintenance-settings": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.2.12" }],
  },
  "raw-key-prefix-setting": {
    area: "config",
    risk: "narrows",
    inForce: [{ since: "2026.2.17" }],
  },
  "includes-within-folder": {
    area: "config",
    risk: "narrows",
    inForce: [{ since: "2026.2.17" }],
  },
  "thread-binding-settings": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.2.21" }],
  },
  "disk-budget-settings": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.2.23" }],
  },
  "fork-limit-setting": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.2.25", until: "2026.5.2" }],
  },
  "thread-binding-lifetimes": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.3.1" }],
  },
  "unset-variables-left-in": {
    area: "config",
    risk: "widens",
    inForce: [{ since: "2026.3.7", until: "2026-11" }],
  },
  "rotation-size-unchecked": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.4.27", until: "2026.8.1" }],
  },
  "thread-binding-spawns": {
    area: "config",
    risk: "widens",
    inForce: [{ since: "2026.5.2" }],
  },
  "write-lock-setting": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.5.2", until: "2026.8.1" }],
  },
  "longer-agent-exchanges": {
    area: "config",
    risk: "widens",
    inForce: [{ since: "2026.5.12" }],
  },
  "write-lock-ages": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.5.18", until: "2026.8.1" }],
  },
  "exact-durations": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.5.28" }],
  },
  "exact-sizes": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.8.1" }],
  },
  "legacy-settings-refused": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.8.1" }],
  },
  "variables-under-vars-alone": {
    area: "config",
    risk: "narrows",
    inForce: [{ since: "2026.8.1" }],
  },
  "zero-durations-refused": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.8.1" }],
  },
  "reset-none-setting": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.8.1" }],
  },
  "group-scope-setting": {
    area: "config",
    risk: "re-keys",
    inForce: [{ since: "2026.8.1" }],
  },
  "sharing-settings": {
    area: "config",
    risk: "widens",
    inForce: [{ since: "2026.8.1" }],
  },
  "retention-settings": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.8.1" }],
  },
  "cold-storage-settings": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.9.5" }],
  },
  "creation-notice-setting": {
    area: "config",
    risk: "widens",
    inForce: [{ since: "2026.9.6" }],
  },
  "old-settings-read": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.3.28", until: "2026.5.2" }],
  },
  "group-mentions-setting-read": {
    area: "config",
    risk: "narrows",
    inForce: [{ since: "2026.3.31", until: "2026.5.2" }],
  },
  "old-channel-settings-read": {
    area: "config",
    risk: "widens",
    inForce: [{ since: "2026.4.5", until: "2026.5.2" }],
  },
  "single-account-moved": {
    area: "config",
    risk: "re-keys",
    inForce: [{ since: "2026.4.5", until: "2026.5.2" }],
  },
  "numbers-are-discord-ids": {
    area: "config",
    risk: "widens",
    inForce: [{ since: "2026.4.2", until: "2026.4.5" }],
  },
  "dm-blocks-filled": {
    area: "config",
    risk: "narrows",
    inForce: [{ since: "2026.1.29", until: "2026.2.17" }],
  },
  "slack-accounts-inherit": {
    area: "config",
    risk: "narrows",
    inForce: [{ since: "2026.2.23" }],
  },
  "plugin-policies-written-in": {
    area: "config",
    risk: "narrows",
    inForce: [
      { since: "2026.3.28", until: "2026.3.31" },
      { since: "2026.4.10", until: "2026-11" },
    ],
  },
  "whatsapp-accounts-inherit": {
    area: "config",
    risk: "narrows",
    inForce: [{ since: "2026.5.7" }],
  },
  "accounts-inherit": {
    area: "config",
    risk: "narrows",
    inForce: [{ since: "2026.8.1" }],
  },
  "direct-policies-written-in": {
    area: "config",
    risk: "narrows",
    inForce: [{ since: "2026.8.1", until: "2026-11" }],
  },
  "default-agent-bound": {
    area: "config",
    risk: "re-keys",
    inForce: [{ since: "2026.8.1", until: "2026-11" }],
  },
  "unowned-rosters-repaired": {
    area: "config",
    risk: "re-keys",
    inForce: [{ since: "2026.9.4", until: "2026-11" }],
  },
  "stream-mode-written-in": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.1.29", until: "2026.2.22" }],
  },
  "streaming-in-one-word": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.2.22", until: "2026.4.5" }],
  },
  "telegram-streams": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.3.2" }],
  },
  "streaming-as-object": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.4.5", until: "2026.5.2" }],
  },
  "google-chat-replaces": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.1.29", until: "2026.4.5" }],
  },
  "more-at-once": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.8.1" }],
  },
  "subagents-archived": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.5.28" }],
  },
  "restart-by-command": {
    area: "config",
    risk: "widens",
    inForce: [{ since: "2026.2.19" }],
  },
  "owner-shown-raw": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.2.22", until: "2026.8.1" }],
  },
  "cron-runs-bounded": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.5.28", until: "2026.8.1" }],
  },
  "main-key-honoured": {
    area: "config",
    risk: "re-keys",
    inForce: [{ since: "2026-11" }],
  },
  "decides-as-written": {
    area: "config",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "reset-extensions": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026-11" }],
  },
  "rule-extensions": {
    area: "config",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "inverted-links": {
    area: "config",
    risk: "re-keys",
    inForce: [{ since: "2026-11" }],
  },
  "strict-settings": {
    area: "config",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "rotation-size-refused": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.4.29", until: "2026.5.2" }],
  },
  "open-needs-star": {
    area: "config",
    risk: "narrows",
    inForce: [{ since: "2026.1.29", until: "2026.4.7" }],
  },
  "telegram-open-needs-star": {
    area: "config",
    risk: "narrows",
    inForce: [{ since: "2026.1.29", until: "2026.4.5" }],
  },
  "adapters-want-star": {
    area: "config",
    risk: "narrows",
    inForce: [{ since: "2026.5.2", until: "2026.5.3" }],
  },
  "allowlist-needs-people": {
    area: "config",
    risk: "narrows",
    inForce: [{ since: "2026.2.26", until: "2026.4.7" }],
  },
  "host-network-refused": {
    area: "config",
    risk: "narrows",
    inForce: [{ since: "2026.2.17", until: "2026-11" }],
  },
  "joined-network-refused": {
    area: "config",
    risk: "narrows",
    inForce: [{ since: "2026.2.24", until: "2026-11" }],
  },
  "cron-retention-checked": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.2.23", until: "2026-11" }],
  },
  "channels-in-any-case": {
    area: "config",
    risk: "timing",
    inForce: [{ since: "2026.5.7", until: "2026.5.12" }],
  },
  "acp-needs-topic": {
    area: "config",
    risk: "narrows",
    inForce: [{ since: "2026.3.7", until: "2026.4.5" }],
  },
  "twitch-needs-login": {
    area: "config",
    risk: "narrows",
    inForce: [
      { since: "2026.3.28", until: "2026.3.31" },
      { since: "2026.4.10", until: "2026-11" },
    ],
  },
  "exec-mode-alone": {
    area: "config",
    risk: "narrows",
    inForce: [{ since: "2026.5.28", until: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
