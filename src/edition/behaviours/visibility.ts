import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `visibility`. */
export const visibilityBehaviours = {
  "visibility-setting": {
    area: "visibility",
    risk: "narrows",
    inForce: [{ since: "2026.2.17" }],
  },
  "current-is-self": {
    area: "visibility",
    risk: "widens",
    inForce: [{ since: "2026.5.12" }],
  },
  "visibility-agents-told": {
    area: "visibility",
    risk: "narrows",
    inForce: [{ since: "2026.8.1" }],
  },
  "spawned-across-agents": {
    area: "visibility",
    risk: "widens",
    inForce: [{ since: "2026.5.12" }],
  },
  "list-ignores-spawned": {
    area: "visibility",
    risk: "narrows",
    inForce: [{ since: "2026.5.12", until: "2026-11" }],
  },
  "incognito-hidden": {
    area: "visibility",
    risk: "narrows",
    inForce: [{ since: "2026.8.1" }],
  },
  "spawned-tasks-across-agents": {
    area: "visibility",
    risk: "narrows",
    inForce: [{ since: "2026.8.1" }],
  },
  "main-sees-its-agent": {
    area: "visibility",
    risk: "widens",
    inForce: [{ since: "2026.8.1" }],
  },
  "visibility-agent-by-default": {
    area: "visibility",
    risk: "widens",
    inForce: [{ since: "2026.8.2", until: "2026-11" }],
  },
  "visibility-all-by-default": {
    area: "visibility",
    risk: "widens",
    inForce: [{ since: "2026.9.2", until: "2026-11" }],
  },
  "agent-to-agent-by-default": {
    area: "visibility",
    risk: "widens",
    inForce: [{ since: "2026.9.2", until: "2026-11" }],
  },
  "sandbox-never-widens": {
    area: "visibility",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "visibility-levels-nest": {
    area: "visibility",
    risk: "widens",
    inForce: [{ since: "2026-11" }],
  },
  "spawn-tree-deep": {
    area: "visibility",
    risk: "widens",
    inForce: [{ since: "2026-11" }],
  },
  "agent-patterns-cross-lines": {
    area: "visibility",
    risk: "widens",
    inForce: [{ since: "2026.5.26" }],
  },
  "agent-patterns-any-case": {
    area: "visibility",
    risk: "widens",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
