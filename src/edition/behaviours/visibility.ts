import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `visibility`. */
export const visibilityBehaviours = {
  "visibility-setting": {
    area: "visibility",
    risk: "narrows",
    was: "A session sees every session of its agent, and a sandboxed one only those that it spawned",
    became: "`tools.sessions.visibility` says what a session sees; by default itself and what it spawned",
    inForce: [{ since: "2026.2.17" }],
  },
  "current-is-self": {
    area: "visibility",
    risk: "widens",
    was: "`current` is a session like any other",
    became: "`current` is the session that asks",
    inForce: [{ since: "2026.5.12" }],
  },
  "visibility-agents-told": {
    area: "visibility",
    risk: "narrows",
    was: "The requester's agent is read only from its key, and the agent in a row is compared in its own case",
    became:
      "The agent that the host names for the requester counts, also for `current`, and agents are compared in any case",
    inForce: [{ since: "2026.8.1" }],
  },
  "spawned-across-agents": {
    area: "visibility",
    risk: "widens",
    was: "A session does not see what it spawned under another agent",
    became: "A session sees what it spawned under another agent, under `tree` and `all`",
    inForce: [{ since: "2026.5.12" }],
  },
  "list-ignores-spawned": {
    area: "visibility",
    risk: "narrows",
    was: "A list shows what the session spawned, as history and sending do",
    became: "A list shows what the session spawned only where the row itself says so",
    inForce: [{ since: "2026.5.12", until: "2026-11" }],
  },
  "incognito-hidden": {
    area: "visibility",
    risk: "narrows",
    was: "Incognito sessions are seen like others",
    became: "No session sees incognito sessions",
    inForce: [{ since: "2026.8.1" }],
  },
  "spawned-tasks-across-agents": {
    area: "visibility",
    risk: "narrows",
    was: "A session sees whatever it spawned under another agent",
    became:
      "A session sees what it spawned under another agent only if that is a sub-agent or an ACP session",
    inForce: [{ since: "2026.8.1" }],
  },
  "main-sees-its-agent": {
    area: "visibility",
    risk: "widens",
    was: "Under `tree`, an agent's main session sees itself and what it spawned",
    became: "Under `tree`, an agent's main session sees every session of its agent",
    inForce: [{ since: "2026.8.1" }],
  },
  "visibility-agent-by-default": {
    area: "visibility",
    risk: "widens",
    was: "Unless configured, a session sees itself and what it spawned",
    became: "Unless configured, a session sees every session of its agent",
    inForce: [{ since: "2026.8.2", until: "2026-11" }],
  },
  "visibility-all-by-default": {
    area: "visibility",
    risk: "widens",
    was: "Unless configured, a session sees nothing of other agents",
    became: "Unless configured, a session sees the sessions of all agents",
    inForce: [{ since: "2026.9.2", until: "2026-11" }],
  },
  "agent-to-agent-by-default": {
    area: "visibility",
    risk: "widens",
    was: "`tools.agentToAgent` is off unless it is enabled",
    became: "`tools.agentToAgent` is on unless it is disabled",
    inForce: [{ since: "2026.9.2", until: "2026-11" }],
  },
  "sandbox-never-widens": {
    area: "visibility",
    risk: "narrows",
    was: "The sandbox turns any visibility into `tree`, `self` included",
    became: "The sandbox narrows `agent` and `all` to `tree`, and leaves `self` alone",
    inForce: [{ since: "2026-11" }],
  },
  "visibility-levels-nest": {
    area: "visibility",
    risk: "widens",
    was: "Under `agent`, a session does not see what it spawned under another agent, though it does under `tree`",
    became: "Each visibility shows all that the narrower ones show",
    inForce: [{ since: "2026-11" }],
  },
  "spawn-tree-deep": {
    area: "visibility",
    risk: "widens",
    was: "A session's tree is what it spawned itself",
    became: "A session's tree is what it spawned, what that spawned, and so on",
    inForce: [{ since: "2026-11" }],
  },
  "agent-patterns-cross-lines": {
    area: "visibility",
    risk: "widens",
    was: "In a pattern of `tools.agentToAgent.allow` a `*` does not match a line end",
    became: "It matches any text",
    inForce: [{ since: "2026.5.26" }],
  },
  "agent-patterns-any-case": {
    area: "visibility",
    risk: "widens",
    was: "In `tools.agentToAgent.allow` an id is compared in its own case, and a pattern with `*` in any case",
    became: "In `tools.agentToAgent.allow` ids and patterns are compared in any case",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
