import type { visibilityBehaviours } from "../behaviours/visibility.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/visibility.ts` changes, for people. */
export const visibilitySentences: SentencesOf<typeof visibilityBehaviours> = {
  "visibility-setting": {
    was: "A session sees every session of its agent, and a sandboxed one only those that it spawned",
    became: "`tools.sessions.visibility` says what a session sees: by default, itself and what it spawned",
  },
  "current-is-self": {
    was: "`current` is a session like any other",
    became: "`current` is the session that asks",
  },
  "visibility-agents-told": {
    was: "The requester's agent is read only from its key, and the agent in a row is compared with case",
    became:
      "The agent that the host names for the requester counts, even for `current`, and agents are compared ignoring case",
  },
  "spawned-across-agents": {
    was: "A session does not see what it spawned under another agent",
    became: "A session sees what it spawned under another agent, under `tree` and `all`",
  },
  "list-ignores-spawned": {
    was: "A list shows what the session spawned, as history and sending do",
    became: "A list shows what the session spawned only where the row itself says so",
  },
  "incognito-hidden": {
    was: "Incognito sessions are seen like any other",
    became: "No session sees incognito sessions",
  },
  "spawned-tasks-across-agents": {
    was: "A session sees whatever it spawned under another agent",
    became:
      "A session sees what it spawned under another agent only if that is a sub-agent or an ACP session",
  },
  "main-sees-its-agent": {
    was: "Under `tree`, an agent's main session sees itself and what it spawned",
    became: "Under `tree`, an agent's main session sees every session of its agent",
  },
  "visibility-agent-by-default": {
    was: "Unless configured, a session sees itself and what it spawned",
    became: "Unless configured, a session sees every session of its agent",
  },
  "visibility-all-by-default": {
    was: "Unless configured, a session sees nothing of other agents",
    became: "Unless configured, a session sees the sessions of all agents",
  },
  "agent-to-agent-by-default": {
    was: "`tools.agentToAgent` is off unless it is enabled",
    became: "`tools.agentToAgent` is on unless it is disabled",
  },
  "sandbox-never-widens": {
    was: "The sandbox turns any visibility into `tree`, `self` included",
    became: "The sandbox narrows `agent` and `all` to `tree`, and leaves `self` alone",
  },
  "visibility-levels-nest": {
    was: "Under `agent`, a session does not see what it spawned under another agent, though it does under `tree`",
    became: "Each visibility shows all that the narrower ones show",
  },
  "spawn-tree-deep": {
    was: "A session's tree is what it spawned itself",
    became: "A session's tree is what it spawned, what that spawned, and so on",
  },
  "agent-patterns-cross-lines": {
    was: "In a pattern of `tools.agentToAgent.allow` a `*` does not match a line break",
    became: "It matches any text",
  },
  "agent-patterns-any-case": {
    was: "In `tools.agentToAgent.allow` an id is compared with case, and a pattern with `*` ignoring case",
    became: "In `tools.agentToAgent.allow` ids and patterns are compared ignoring case",
  },
};
