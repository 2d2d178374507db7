import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `memory`. */
export const memoryBehaviours = {
  "memory-qmd-scope": {
    area: "memory",
    risk: "narrows",
    inForce: [{ since: "2026.2.2", until: "2026.8.1" }],
  },
  "memory-channel-of-direct-keys": {
    area: "memory",
    risk: "widens",
    inForce: [{ since: "2026.2.9" }],
  },
  "memory-scope-folded": {
    area: "memory",
    risk: "widens",
    inForce: [{ since: "2026.2.17" }],
  },
  "memory-key-blanks-dropped": {
    area: "memory",
    risk: "narrows",
    inForce: [{ since: "2026.4.7" }],
  },
  "memory-agent-part-any-case": {
    area: "memory",
    risk: "widens",
    inForce: [{ since: "2026.2.26" }],
  },
  "memory-default-with-channels": {
    area: "memory",
    risk: "widens",
    inForce: [{ since: "2026.4.12", until: "2026.4.27" }],
  },
  "memory-direct-only": {
    area: "memory",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "cron-keeps-few-files": {
    area: "memory",
    risk: "narrows",
    inForce: [{ since: "2026.2.17" }],
  },
  "cron-knows-its-person": {
    area: "memory",
    risk: "widens",
    inForce: [{ since: "2026.2.23" }],
  },
  "subagent-knows-its-person": {
    area: "memory",
    risk: "widens",
    inForce: [{ since: "2026.2.23", until: "2026.5.22" }],
  },
  "runs-without-tools-file": {
    area: "memory",
    risk: "narrows",
    inForce: [{ since: "2026.8.1" }],
  },
  "rooms-without-memory-file": {
    area: "memory",
    risk: "narrows",
    inForce: [{ since: "2026.8.1" }],
  },
  "memory-file-in-main-only": {
    area: "memory",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
