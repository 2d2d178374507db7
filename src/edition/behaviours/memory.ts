import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `memory`. */
export const memoryBehaviours = {
  "memory-qmd-scope": {
    area: "memory",
    risk: "narrows",
    was: "Nothing but memorySearch.scope limits where memory is searched",
    became: "`memory.qmd.scope` says where memory is searched: the first rule that matches, else its default",
    inForce: [{ since: "2026.2.2", until: "2026.8.1" }],
  },
  "memory-channel-of-direct-keys": {
    area: "memory",
    risk: "widens",
    was: "For memory.qmd.scope, `<channel>:direct:<id>` names no channel",
    became: "For memory.qmd.scope, `<channel>:direct:<id>` names its channel",
    inForce: [{ since: "2026.2.9" }],
  },
  "memory-scope-folded": {
    area: "memory",
    risk: "widens",
    was: "memory.qmd.scope compares a keyPrefix with the whole key in its own case and knows no rawKeyPrefix",
    became:
      "memory.qmd.scope compares a keyPrefix after `agent:<agentId>:` in any case, and a rawKeyPrefix with the whole key",
    inForce: [{ since: "2026.2.17" }],
  },
  "memory-key-blanks-dropped": {
    area: "memory",
    risk: "narrows",
    was: "To `memory.qmd.scope` blanks within a key belong to its names",
    became: "They are dropped behind the agent's part, and around the channel",
    inForce: [{ since: "2026.4.7" }],
  },
  "memory-agent-part-any-case": {
    area: "memory",
    risk: "widens",
    was: "For memory.qmd.scope, only a lower-case `agent:` is an agent's part of a key",
    became: "For memory.qmd.scope, `Agent:` is an agent's part of a key too",
    inForce: [{ since: "2026.2.26" }],
  },
  "memory-default-with-channels": {
    area: "memory",
    risk: "widens",
    was: "Without memory.qmd.scope, memory is searched in direct chats",
    became: "Without memory.qmd.scope, memory is searched in direct chats and in channels",
    inForce: [{ since: "2026.4.12", until: "2026.4.27" }],
  },
  "memory-direct-only": {
    area: "memory",
    risk: "narrows",
    was: "Without a scope, memory is searched in every session",
    became: "Where a scope says nothing, memory is searched in direct chats only",
    inForce: [{ since: "2026-11" }],
  },
  "cron-keeps-few-files": {
    area: "memory",
    risk: "narrows",
    was: "A cron session is given every bootstrap file",
    became: "A cron session is given a few bootstrap files, and never MEMORY.md",
    inForce: [{ since: "2026.2.17" }],
  },
  "cron-knows-its-person": {
    area: "memory",
    risk: "widens",
    was: "A cron session is given neither SOUL.md nor IDENTITY.md nor USER.md",
    became: "A cron session is given SOUL.md, IDENTITY.md and USER.md",
    inForce: [{ since: "2026.2.23" }],
  },
  "subagent-knows-its-person": {
    area: "memory",
    risk: "widens",
    was: "A sub-agent is given neither SOUL.md nor IDENTITY.md nor USER.md",
    became: "A sub-agent is given SOUL.md, IDENTITY.md and USER.md",
    inForce: [{ since: "2026.2.23", until: "2026.5.22" }],
  },
  "runs-without-tools-file": {
    area: "memory",
    risk: "narrows",
    was: "Sub-agents and cron sessions are given TOOLS.md",
    became: "Sub-agents and cron sessions are not given TOOLS.md",
    inForce: [{ since: "2026.8.1" }],
  },
  "rooms-without-memory-file": {
    area: "memory",
    risk: "narrows",
    was: "Groups and channels are given MEMORY.md",
    became: "Groups and channels are not given MEMORY.md",
    inForce: [{ since: "2026.8.1" }],
  },
  "memory-file-in-main-only": {
    area: "memory",
    risk: "narrows",
    was: "Every session but a room, a cron session or a sub-agent is given MEMORY.md",
    became: "Only the private main session is given MEMORY.md, in whatever case its name is written",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
