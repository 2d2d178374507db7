import type { memoryBehaviours } from "../behaviours/memory.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/memory.ts` changes, for people. */
export const memorySentences: SentencesOf<typeof memoryBehaviours> = {
  "memory-qmd-scope": {
    was: "Only memorySearch.scope limits where memory is searched",
    became:
      "`memory.qmd.scope` says where memory is searched: the first rule that matches decides, or else its default",
  },
  "memory-channel-of-direct-keys": {
    was: "For memory.qmd.scope, `<channel>:direct:<id>` names no channel",
    became: "For memory.qmd.scope, `<channel>:direct:<id>` names its channel",
  },
  "memory-scope-folded": {
    was: "memory.qmd.scope compares a keyPrefix with the whole key, case included, and has no rawKeyPrefix",
    became:
      "memory.qmd.scope compares a keyPrefix with what follows `agent:<agentId>:`, ignoring case, and a rawKeyPrefix with the whole key",
  },
  "memory-key-blanks-dropped": {
    was: "For `memory.qmd.scope`, spaces within a key belong to its names",
    became: "They are dropped after the agent's part and around the channel",
  },
  "memory-agent-part-any-case": {
    was: "For memory.qmd.scope, only a lower-case `agent:` is an agent's part of a key",
    became: "For memory.qmd.scope, `Agent:` is an agent's part of a key too",
  },
  "memory-default-with-channels": {
    was: "Without memory.qmd.scope, memory is searched in direct chats",
    became: "Without memory.qmd.scope, memory is searched in direct chats and in channels",
  },
  "memory-direct-only": {
    was: "Without a scope, memory is searched in every session",
    became: "Without a scope, memory is searched only in direct chats",
  },
  "cron-keeps-few-files": {
    was: "A cron session is given every bootstrap file",
    became: "A cron session is given only a few bootstrap files, and never MEMORY.md",
  },
  "cron-knows-its-person": {
    was: "A cron session is given neither SOUL.md nor IDENTITY.md nor USER.md",
    became: "A cron session is given SOUL.md, IDENTITY.md and USER.md",
  },
  "subagent-knows-its-person": {
    was: "A sub-agent is given neither SOUL.md nor IDENTITY.md nor USER.md",
    became: "A sub-agent is given SOUL.md, IDENTITY.md and USER.md",
  },
  "runs-without-tools-file": {
    was: "Sub-agents and cron sessions are given TOOLS.md",
    became: "Sub-agents and cron sessions are not given TOOLS.md",
  },
  "rooms-without-memory-file": {
    was: "Groups and channels are given MEMORY.md",
    became: "Groups and channels are not given MEMORY.md",
  },
  "memory-file-in-main-only": {
    was: "Every session except those of rooms, cron jobs and sub-agents is given MEMORY.md",
    became: "Only the private main session is given MEMORY.md, in whatever case its name is written",
  },
};
