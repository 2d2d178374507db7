import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `identity`. */
export const identityBehaviours = {
  "links-name-their-channel": {
    area: "identity",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "aliases-find-links": {
    area: "identity",
    risk: "re-keys",
    inForce: [{ since: "2026-11" }],
  },
  "identity-apart-from-ids": {
    area: "identity",
    risk: "re-keys",
    inForce: [{ since: "2026-11" }],
  },
  "discord-discriminators-dropped": {
    area: "identity",
    risk: "re-keys",
    inForce: [{ since: "2026-11" }],
  },
  "identity-conflicts-refused": {
    area: "identity",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
