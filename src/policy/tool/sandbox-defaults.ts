import type { NameWhen, When } from "./catalog.ts";

// Data: what the releases allow and deny in a sandbox where the config says nothing, in their order.

export const sandboxAllows: readonly NameWhen[] = [
  ["exec"],
  ["process"],
  ["read"],
  ["ls", { since: "ls-tool" }],
  ["write"],
  ["edit"],
  ["apply_patch"],
  ["image", { until: "tools-of-2026-8" }],
  ["view_image", { since: "tools-of-2026-8" }],
  ["sessions_list"],
  ["sessions_history"],
  ["sessions_search", { since: "tools-of-2026-8" }],
  ["sessions_send"],
  ["sessions_spawn"],
  ["sessions_yield", { since: "yield-tool" }],
  ["subagents", { since: "subagents-tool" }],
  ["session_status"],
];

export const sandboxDenies: readonly NameWhen[] = [
  ["browser"],
  ["canvas"],
  ["computer", { since: "tools-of-2026-8" }],
  ["mobile_ui", { since: "tools-of-2026-8" }],
  ["nodes"],
  ["cron", { until: "tools-of-2026-8" }],
  ["automations", { since: "tools-of-2026-8" }],
  ["gateway"],
];

/** The channels of the releases before every bundled channel was denied. */
export const earlyDeniedChannels: readonly NameWhen[] = [
  ["telegram"],
  ["whatsapp"],
  ["discord"],
  ["irc", { since: "sandbox-denies-irc" }],
  ["googlechat"],
  ["slack"],
  ["signal"],
  ["imessage"],
  ["line", { since: "sandbox-denies-line" }],
];

/** A channel that is bundled, and in no catalogue of others. */
const bundled: When = { until: "sandbox-denies-catalogue" };

export const deniedChannels: readonly NameWhen[] = [
  ["feishu"],
  ["wecom", { since: "sandbox-denies-wecom" }],
  ["googlechat", bundled],
  ["nostr"],
  ["buzz", { since: "tools-of-2026-8" }],
  ["msteams"],
  ["mattermost", bundled],
  ["nextcloud-talk"],
  ["matrix", bundled],
  ["raft", { since: "sandbox-denies-raft" }],
  ["a2a", { since: "tools-of-2026-8" }],
  ["bluebubbles", { until: "sandbox-denies-clickclack" }],
  ["line", bundled],
  ["openclaw-weixin", { since: "sandbox-denies-clickclack", until: "sandbox-admits-wecom" }],
  ["zalo"],
  ["clickclack", { since: "sandbox-denies-clickclack" }],
  ["yuanbao", { since: "sandbox-denies-wecom" }],
  ["zalouser"],
  ["sms", { since: "sandbox-denies-sms" }],
  ["synology-chat", bundled],
  ["tlon", bundled],
  ["qa-channel", { since: "sandbox-denies-qa-channel" }],
  ["discord"],
  ["imessage", bundled],
  ["irc", bundled],
  ["qqbot", { until: "tools-of-2026-8" }],
  ["reef", { since: "tools-of-2026-8" }],
  ["signal", bundled],
  ["slack", bundled],
  ["telegram", bundled],
  ["twitch", bundled],
  ["whatsapp"],
];
