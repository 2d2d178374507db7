import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `maintenance`. */
export const maintenanceBehaviours = {
  "store-rotation": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.2.12", until: "2026.4.27" }],
  },
  "pruned-transcripts-archived": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.2.17" }],
  },
  "capped-transcripts-archived": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.2.23" }],
  },
  "enforced-maintenance": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.4.20", until: "2026-11" }],
  },
  "sessions-in-use-kept": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.4.22" }],
  },
  "cap-slack": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.4.26" }],
  },
  "conversations-kept": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.5.2" }],
  },
  "disposable-acp-bridge": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.6.9" }],
  },
  "model-runs-expire": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.7.1" }],
  },
  "reset-archives-kept": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.8.1" }],
  },
  "default-disk-budget": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.8.1" }],
  },
  "zero-age-keeps": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.8.1" }],
  },
  "dashboards-archived": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.8.1" }],
  },
  "set-aside-sessions-kept": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.8.1" }],
  },
  "main-sessions-kept": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.8.1" }],
  },
  "disposable-model-runs": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.8.1" }],
  },
  "chat-type-from-delivery": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.8.1" }],
  },
  "cap-archives": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.9.2" }],
  },
  "age-archives": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.9.3" }],
  },
  "cap-of-5000": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.9.3", until: "2026-11" }],
  },
  "running-sessions-kept": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.9.3" }],
  },
  "direct-conversations-kept": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.9.3" }],
  },
  "dashboards-kept-alike": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.9.3" }],
  },
  "pins-of-top-level-sessions": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.9.3" }],
  },
  "pins-under-main": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026.9.5" }],
  },
  "configured-main-session-kept": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026-11" }],
  },
  "account-rooms-kept": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026-11" }],
  },
  "cap-ties-by-key": {
    area: "maintenance",
    risk: "timing",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
