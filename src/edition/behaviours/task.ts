import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `tasks`: the sessions that no message makes. */
export const taskBehaviours = {
  "cron-targets-normalized": {
    area: "tasks",
    risk: "re-keys",
    inForce: [{ since: "2026.2.6-3" }],
  },
  "hook-keys-limited": {
    area: "tasks",
    risk: "narrows",
    inForce: [{ since: "2026.2.12" }],
  },
  "heartbeats-may-be-forced": {
    area: "tasks",
    risk: "re-keys",
    inForce: [{ since: "2026.2.17" }],
  },
  "cron-jobs-bound": {
    area: "tasks",
    risk: "re-keys",
    inForce: [{ since: "2026.2.17" }],
  },
  "cron-targets-name-sessions": {
    area: "tasks",
    risk: "widens",
    inForce: [{ since: "2026.3.22" }],
  },
  "heartbeats-may-be-isolated": {
    area: "tasks",
    risk: "re-keys",
    inForce: [{ since: "2026.3.22" }],
  },
  "http-default-agent": {
    area: "tasks",
    risk: "re-keys",
    inForce: [{ since: "2026.3.24" }],
  },
  "cron-aliases-folded": {
    area: "tasks",
    risk: "re-keys",
    inForce: [{ since: "2026.3.31" }],
  },
  "cron-session-names-checked": {
    area: "tasks",
    risk: "narrows",
    inForce: [{ since: "2026.4.5" }],
  },
  "cron-session-names-without-slashes": {
    area: "tasks",
    risk: "narrows",
    inForce: [{ since: "2026.4.5", until: "2026.5.28" }],
  },
  "heartbeats-avoid-subagents": {
    area: "tasks",
    risk: "narrows",
    inForce: [{ since: "2026.4.10" }],
  },
  "templated-hook-keys-limited": {
    area: "tasks",
    risk: "narrows",
    inForce: [{ since: "2026.4.20" }],
  },
  "http-agents-known": {
    area: "tasks",
    risk: "narrows",
    inForce: [{ since: "2026.6.8" }],
  },
  "http-internal-keys-reserved": {
    area: "tasks",
    risk: "narrows",
    inForce: [{ since: "2026.6.11" }],
  },
  "cron-current-is-source": {
    area: "tasks",
    risk: "re-keys",
    inForce: [{ since: "2026.8.1" }],
  },
  "http-models-are-agents": {
    area: "tasks",
    risk: "narrows",
    inForce: [{ since: "2026.8.1" }],
  },
  "malformed-heartbeat-keys-refused": {
    area: "tasks",
    risk: "narrows",
    inForce: [{ since: "2026.8.1" }],
  },
  "tasks-closed": {
    area: "tasks",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
