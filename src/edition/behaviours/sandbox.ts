import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `tools`: which sessions run in a sandbox, and what it is like. */
export const sandboxBehaviours = {
  "sandbox-backends": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026.3.22" }],
  },
  "sandbox-owner-certain": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026.8.1" }],
  },
  "sandbox-owner-named": {
    area: "tools",
    risk: "widens",
    inForce: [{ since: "2026.8.2" }],
  },
  "every-session-has-a-key": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "sandbox-by-config": {
    area: "tools",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
