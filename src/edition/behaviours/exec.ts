import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `exec`: which commands may run, and who is asked. */
export const execBehaviours = {
  "star-allows-any-command": {
    area: "exec",
    risk: "widens",
    inForce: [{ since: "2026.2.24" }],
  },
  "exec-patterns-quoted": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.3.2" }],
  },
  "one-character-is-no-slash": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.3.13" }],
  },
  "paths-have-case": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.3.13" }],
  },
  "arguments-in-allowlist": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.4.2" }],
  },
  "arguments-heeded-everywhere": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.5.12" }],
  },
  "redirections-are-arguments": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.8.1" }],
  },
  "exec-links-followed": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.5.18" }],
  },
  "approvals-for-good-name-directory": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.7.33" }, { since: "2026.8.1" }],
  },
  "bare-names-in-allowlist": {
    area: "exec",
    risk: "widens",
    inForce: [{ since: "2026.4.24", until: "2026-11" }],
  },
  "durable-approvals": {
    area: "exec",
    risk: "widens",
    inForce: [{ since: "2026.4.1" }],
  },
  "blank-exec-entries-dropped": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.2.6-3" }],
  },
  "exec-trusted-by-default": {
    area: "exec",
    risk: "widens",
    inForce: [{ since: "2026.4.2", until: "2026-11" }],
  },
  "unanswered-exec-runs": {
    area: "exec",
    risk: "widens",
    inForce: [{ since: "2026.4.2", until: "2026.6.6" }],
  },
  "default-agent-lends-list-only": {
    area: "exec",
    risk: "widens",
    inForce: [{ since: "2026.4.2" }],
  },
  "exec-agent-not-assumed": {
    area: "exec",
    risk: "widens",
    inForce: [{ since: "2026.8.1" }],
  },
  "unknown-exec-mode-is-strictest": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "approvals-in-config": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "commands-listed-by-words": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "running-programs-named": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "commands-read-by-shell": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "approvals-off-beside-limits": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "exec-of-agents-read": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.2.17" }],
  },
  "exec-defaults-to-gateway": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.2.22", until: "2026.2.23" }],
  },
  "named-sandbox-must-be-there": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.2.22" }],
  },
  "exec-host-is-auto": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.3.31" }],
  },
  "calls-name-configured-host": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.4.2", until: "2026.4.5" }],
  },
  // 2026.4.7 to 2026.4.9 were not recorded, and are taken for what 2026.4.5 is.
  "sandboxed-calls-keep-off-gateway": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.4.5" }],
  },
  "sandboxed-calls-keep-off-nodes": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.4.10" }],
  },
  "asking-for-auto-asks-nothing": {
    area: "exec",
    risk: "widens",
    inForce: [{ since: "2026.1.29", until: "2026.3.31" }, { since: "2026.8.1" }],
  },
  "elevated-stays-on-node": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.4.5" }],
  },
  "elevated-host-checked": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.4.10" }],
  },
  "file-ask-off-wins": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.3.7", until: "2026.4.10" }],
  },
  // 2026.4.7 to 2026.4.9 were not recorded, and are taken for what 2026.4.5 is.
  "file-loosens-config": {
    area: "exec",
    risk: "widens",
    inForce: [{ since: "2026.4.5", until: "2026.4.10" }],
  },
  "file-defaults-complete-config": {
    area: "exec",
    risk: "widens",
    inForce: [{ since: "2026.4.1", until: "2026.5.28" }],
  },
  // 2026.5.26 and 2026.5.27 were not recorded.
  "exec-modes": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.5.28" }],
  },
  "sandbox-heeds-deny": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.5.28" }],
  },
  "elevated-full-heeds-policy": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.5.28" }],
  },
  "effective-policy-reads-file": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.5.28" }],
  },
  "calls-tighten-security": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.1.29", until: "2026.5.12" }],
  },
  "nodes-told-policy": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.2.19" }],
  },
  "unbindable-not-asked": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.8.1" }],
  },
  "inline-code-asked": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.3.22" }],
  },
  "inline-programs-asked": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.3.31" }],
  },
  // 2026.2.2 to 2026.2.6-3 were not recorded.
  "quoted-substitution-refused": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.2.9" }],
  },
  "continued-lines-refused": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.2.22" }],
  },
  "wrappers-seen-through": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.2.22" }],
  },
  "env-settings-seen-through": {
    area: "exec",
    risk: "widens",
    inForce: [{ since: "2026.2.22", until: "2026.2.23" }],
  },
  "time-seen-through": {
    area: "exec",
    risk: "widens",
    inForce: [{ since: "2026.3.22" }],
  },
  "busybox-on-no-list": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.3.22" }],
  },
  "busybox-shells-listed": {
    area: "exec",
    risk: "widens",
    inForce: [{ since: "2026.3.24", until: "2026-11" }],
  },
  "shell-chains-seen-through": {
    area: "exec",
    risk: "widens",
    inForce: [{ since: "2026.4.2" }],
  },
  "shells-on-no-list": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.5.18" }],
  },
  // 2026.6.9 and 2026.6.10 were not recorded.
  "commands-read-as-shells-do": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.6.11" }],
  },
  "package-runners-seen-through": {
    area: "exec",
    risk: "widens",
    inForce: [{ since: "2026.7.1" }],
  },
  "shell-builtins-seen-through": {
    area: "exec",
    risk: "widens",
    inForce: [{ since: "2026.8.1" }],
  },
  "safe-bins-need-no-entry": {
    area: "exec",
    risk: "widens",
    inForce: [{ since: "2026.1.29", until: "2026-11" }],
  },
  "safe-bins-profiled": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.2.19" }],
  },
  "safe-bins-known-only": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.2.22" }],
  },
  "safe-bins-behind-wrappers": {
    area: "exec",
    risk: "widens",
    inForce: [{ since: "2026.2.23" }],
  },
  "safe-bin-flags-known": {
    area: "exec",
    risk: "widens",
    inForce: [{ since: "2026.1.29", until: "2026.2.23" }, { since: "2026.8.1" }],
  },
  "jq-not-safe-by-default": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.3.22" }],
  },
  "jq-never-safe": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.7.1" }],
  },
  // 2026.2.21 was not recorded.
  "elevated-names-by-field": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026.2.22" }],
  },
  "elevated-when-asked": {
    area: "exec",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
