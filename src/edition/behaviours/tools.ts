import type { Behaviour } from "../behaviour.ts";

// Data, one entry a difference, and therefore longer than other files may be.

/** What differs between editions in the area `tools`: which tools an agent may use. */
export const toolsBehaviours = {
  "subagents-tool": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.2.17" }],
  },
  "tool-catalog": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.2.23" }],
  },
  "coding-schedules": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.2.24" }],
  },
  "coding-browses-web": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.3.11" }],
  },
  "yield-tool": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.3.13" }],
  },
  "image-generate-tool": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.3.22" }],
  },
  "code-execution-tool": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.3.28" }],
  },
  "planning-and-video-tools": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.4.5" }],
  },
  "bundled-mcp-in-profiles": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.4.22" }],
  },
  "heartbeat-tool": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.5.2" }],
  },
  "full-profile-lists-star": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.5.3" }],
  },
  "canvas-is-foreign": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026.5.12" }],
  },
  "goal-tools": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.6.1" }],
  },
  "tools-of-2026-8": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.8.1" }],
  },
  "ls-tool": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.9.3" }],
  },
  "profiles-hold-gateway": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.9.5" }],
  },
  "theme-tool": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.9.6" }],
  },
  "automations-alias": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.8.1" }],
  },
  "inherited-entry-skipped": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.4.7", until: "2026.9.2" }],
  },
  "inherited-entry-literal": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026.9.2" }],
  },
  "write-grants-patch": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.3.28" }],
  },
  "write-denial-covers-patch": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026.3.28", until: "2026.5.3" }],
  },
  "explicit-tool-agent": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.2.22" }],
  },
  "section-grants-tools": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.3.8", until: "2026.4.29" }],
  },
  "provider-aliases": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026.4.29", until: "2026.5.28" }],
  },
  "more-provider-aliases": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026.5.12", until: "2026.5.28" }],
  },
  "tool-agent-certain": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026.8.1" }],
  },
  "malformed-key-has-no-tools": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026.9.6" }],
  },
  "gateway-config-read": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.9.5" }],
  },
  "unknown-allow-entries-restrict": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026.4.5" }],
  },
  "sender-tool-layer": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026.5.12" }],
  },
  "unknown-profile-denies": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "empty-tool-list-allows-nothing": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "model-under-its-provider": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.4.29" }],
  },
  "model-may-repeat-its-provider": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "sandbox-denies-irc": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026.2.12" }],
  },
  "sandbox-denies-line": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026.3.7" }],
  },
  "sandbox-denies-bundled-channels": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026.4.5" }],
  },
  "sandbox-denies-qa-channel": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026.4.5", until: "2026.4.11" }],
  },
  "sandbox-denies-catalogue": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.4.14", until: "2026.4.15" }],
  },
  "sandbox-denies-wecom": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026.5.2", until: "2026.5.26" }],
  },
  "sandbox-denies-clickclack": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026.5.12" }],
  },
  "sandbox-admits-wecom": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.5.26" }],
  },
  "sandbox-denies-sms": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026.6.1" }],
  },
  "sandbox-denies-raft": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026.6.11" }],
  },
  "sandbox-allow-lifts-denial": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.3.24" }],
  },
  "subagents-by-depth": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.2.17" }],
  },
  "subagent-allow-lifts-denial": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.2.22", until: "2026.8.1" }],
  },
  "leaf-lacks-subagents": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026.3.11" }],
  },
  "subagents-remember": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.3.31" }],
  },
  "subagent-session-stored": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026.4.22" }],
  },
  "whatsapp-login-is-plain": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.4.22" }],
  },
  "subagent-role-ignored": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.9.3" }],
  },
  "five-levels-of-subagents": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.9.3" }],
  },
  "sandbox-empty-list-stays": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.2.17", until: "2026-11" }],
  },
  "subagents-also-allow": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.2.22" }],
  },
  "canvas-means-both": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.9.5" }],
  },
  "sandbox-denials-add": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "tool-patterns-cross-lines": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026-11" }],
  },
  "list-extends-profile": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026-11" }],
  },
  "read-only-denies-writing": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "sandbox-network-words": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "tools-need-their-facts": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
