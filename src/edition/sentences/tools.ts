import type { toolsBehaviours } from "../behaviours/tools.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/tools.ts` changes, for people. */
export const toolsSentences: SentencesOf<typeof toolsBehaviours> = {
  "subagents-tool": {
    was: "There is no tool named `subagents`",
    became: "`group:sessions` and the sandbox's default list contain `subagents`",
  },
  "tool-catalog": {
    was: "Groups and profiles are written one by one; there is no `group:agents` and no `group:media`",
    became: "Groups and profiles come from one catalogue of tools, with `group:agents` and `group:media`",
  },
  "coding-schedules": {
    was: "The profile `coding` has no scheduling tool",
    became: "The profile `coding` contains `cron`",
  },
  "coding-browses-web": {
    was: "The profile `coding` has no web tools",
    became: "The profile `coding` contains `web_search` and `web_fetch`",
  },
  "yield-tool": {
    was: "There is no tool named `sessions_yield`",
    became: "`group:sessions`, the profile `coding` and the sandbox's default list contain `sessions_yield`",
  },
  "image-generate-tool": {
    was: "There is no tool named `image_generate`",
    became: "`group:media` and the profile `coding` contain `image_generate`",
  },
  "code-execution-tool": {
    was: "There are no tools named `code_execution` and `x_search`",
    became:
      "`group:runtime` contains `code_execution`, `group:web` contains `x_search`, and the profile `coding` both",
  },
  "planning-and-video-tools": {
    was: "There are no tools for plans, music and video",
    became:
      "`group:agents` contains `update_plan`, `group:media` contains `music_generate` and `video_generate`",
  },
  "bundled-mcp-in-profiles": {
    was: "The profiles `coding` and `messaging` exclude bundled MCP tools",
    became: "The profiles `coding` and `messaging` contain `bundle-mcp`",
  },
  "heartbeat-tool": {
    was: "There is no tool named `heartbeat_respond`",
    became: "`group:automation` contains `heartbeat_respond`",
  },
  "full-profile-lists-star": {
    was: "The profile `full` does not restrict anything, and `alsoAllow` has no effect with it",
    became: "The profile `full` allows `*`",
  },
  "canvas-is-foreign": {
    was: "`group:openclaw` contains `canvas`",
    became: "`group:openclaw` does not contain `canvas`, which comes from a plugin",
  },
  "goal-tools": {
    was: "There are no tools for goals and skills",
    became: "`group:agents` and the profile `coding` contain the goal tools and `skill_workshop`",
  },
  "tools-of-2026-8": {
    was: "Scheduling is `cron`, pictures are `image`, plans are `update_plan`",
    became:
      "They are `automations`, `view_image` and `progress_card`; some twenty tools for sessions, screens and secrets join the groups and profiles",
  },
  "ls-tool": {
    was: "There is no tool named `ls`",
    became: "`group:fs`, the profile `coding` and the sandbox's default list contain `ls`",
  },
  "profiles-hold-gateway": {
    was: "Only the profile `full` contains `gateway`",
    became:
      "Every profile contains `gateway`; `plugins`, `openclaw` and `pdf` join their groups, and `plugins` joins the profile `coding`",
  },
  "theme-tool": {
    was: "There is no tool named `theme`",
    became: "`group:ui` and the profiles `coding` and `messaging` contain `theme`",
  },
  "automations-alias": {
    was: "`cron` in a tool list is a name of its own",
    became: "`cron` in a tool list means `automations`",
  },
  "inherited-entry-skipped": {
    was: "A tool list that contains `constructor` cannot be read: the evaluation fails",
    became: "The entry `constructor` is skipped, so a list with nothing else allows everything",
  },
  "inherited-entry-literal": {
    was: "The entry `constructor` of a tool list is mistaken for an alias",
    became: "The entry `constructor` of a tool list is a name like any other",
  },
  "write-grants-patch": {
    was: "A list that allows `exec` also allows `apply_patch`",
    became: "A list that allows `write` also allows `apply_patch`",
  },
  "write-denial-covers-patch": {
    was: "A list that denies `write` does not deny `apply_patch`",
    became: "A list that denies `write` also denies `apply_patch`",
  },
  "explicit-tool-agent": {
    was: "Only the session key says whose tools are meant",
    became: "An agent that the caller names comes before the one in the session key",
  },
  "section-grants-tools": {
    was: "A section `tools.exec` or `tools.fs` only configures tools",
    became:
      "A section `tools.exec` adds `exec` and `process` to the profile, `tools.fs` adds `read`, `write` and `edit`",
  },
  "provider-aliases": {
    was: "`z.ai` and `zai` are two providers",
    became: "An entry of `byProvider` applies under each name of its provider",
  },
  "more-provider-aliases": {
    was: "`moonshotai` and `moonshot` are two providers",
    became: "They are one, and so are `anthropic-cli` and `claude-cli`",
  },
  "tool-agent-certain": {
    was: "If the agent is unclear, only the tool lists for all agents apply",
    became:
      "The default agent's lists apply if no agent is named; a named agent that the session key contradicts is refused",
  },
  "malformed-key-has-no-tools": {
    was: "A session with a malformed key has the default agent's tools",
    became: "It is refused",
  },
  "gateway-config-read": {
    was: "The tool `gateway` is either available or not",
    became: "Under a restricting profile, `gateway` may read the host's config only if it was added by name",
  },
  "unknown-allow-entries-restrict": {
    was: "An allowlist with only plugin names and unknown names is dropped",
    became: "Such a list restricts like any other",
  },
  "sender-tool-layer": {
    was: "`tools.toolsBySender` is not read",
    became: "`tools.toolsBySender` is a layer of its own",
  },
  "unknown-profile-denies": {
    was: "A profile with an unknown name restricts nothing",
    became: "A profile with an unknown name allows nothing",
  },
  "empty-tool-list-allows-nothing": {
    was: "An empty allowlist allows every tool",
    became: "An empty allowlist allows no tool",
  },
  "model-under-its-provider": {
    was: "The entry for a model named `openai/gpt-5` is the one of that name, whichever provider serves it",
    became: "A model's entry is looked up under the provider that serves it",
  },
  "model-may-repeat-its-provider": {
    was: "A model named with its provider (`openai/gpt-5`) has no entry of its own",
    became: "It has the entry `openai/gpt-5`",
  },
  "sandbox-denies-irc": {
    was: "By default the sandbox denies a tool named after each channel that the release has",
    became: "It also denies `irc`",
  },
  "sandbox-denies-line": {
    was: "The sandbox's default list does not deny `line`",
    became: "It does",
  },
  "sandbox-denies-bundled-channels": {
    was: "The sandbox denies the tools of nine channels by default",
    became: "It denies those of every bundled channel",
  },
  "sandbox-denies-qa-channel": {
    was: "The sandbox does not deny `qa-channel` by default",
    became: "The sandbox denies `qa-channel` by default",
  },
  "sandbox-denies-catalogue": {
    was: "The sandbox denies the tools of every bundled channel by default",
    became:
      "By default the sandbox denies only those of its catalogue, and not `telegram`, `slack` and the like",
  },
  "sandbox-denies-wecom": {
    was: "The sandbox's default list does not deny `wecom` and `yuanbao`",
    became: "It does",
  },
  "sandbox-denies-clickclack": {
    was: "The sandbox's default list denies `bluebubbles`",
    became: "In its place it denies `clickclack` and, until 2026.5.26, `openclaw-weixin`",
  },
  "sandbox-admits-wecom": {
    was: "The sandbox's default list denies `openclaw-weixin`",
    became: "It does not",
  },
  "sandbox-denies-sms": {
    was: "The sandbox's default list does not deny `sms`",
    became: "It does",
  },
  "sandbox-denies-raft": {
    was: "The sandbox's default list does not deny `raft`",
    became: "It does",
  },
  "sandbox-allow-lifts-denial": {
    was: "What the sandbox denies by default stays denied, and its `alsoAllow` is not read",
    became: "What `allow` or `alsoAllow` names is no longer denied by default",
  },
  "subagents-by-depth": {
    was: "Every sub-agent is denied all session tools",
    became: "Only a sub-agent that may not spawn others is",
  },
  "subagent-allow-lifts-denial": {
    was: "What sub-agents are denied stays denied",
    became: "What their `allow` or `alsoAllow` names is not denied",
  },
  "leaf-lacks-subagents": {
    was: "A sub-agent that may not spawn others may use `subagents`",
    became: "It may not",
  },
  "subagents-remember": {
    was: "Sub-agents are denied the memory tools",
    became: "They are not",
  },
  "subagent-session-stored": {
    was: "A sub-agent's depth follows from its key",
    became: "It follows from what is stored about its session, including its role",
  },
  "whatsapp-login-is-plain": {
    was: "Sub-agents are denied `whatsapp_login`",
    became: "They are not",
  },
  "subagent-role-ignored": {
    was: "The stored role of a sub-agent decides what it is denied",
    became: "Only its depth does",
  },
  "five-levels-of-subagents": {
    was: "A sub-agent may not spawn others unless configured",
    became: "Sub-agents may spawn five levels deep unless configured",
  },
  "sandbox-empty-list-stays": {
    was: "An empty `allow` of the sandbox allows only pictures",
    became: "An empty `allow` of the sandbox allows everything that is not denied",
  },
  "subagents-also-allow": {
    was: "`alsoAllow` in the sub-agents' tools is not read",
    became: "It extends their `allow`",
  },
  "canvas-means-both": {
    was: "From 2026.8.1 on, `canvas` in a layer's list means only `show_widget`",
    became: "It means `canvas` and `show_widget`",
  },
  "sandbox-denials-add": {
    was: "A denial configured for the sandbox replaces the default ones",
    became: "Denials add up: the default ones, `tools.sandbox.tools`, the agent's, and its `sandbox.tools`",
  },
  "tool-patterns-cross-lines": {
    was: "In a pattern for tools a `*` next to other text does not match a line break, so a denial misses a name with two lines",
    became: "It matches any text",
  },
  "list-extends-profile": {
    was: "The `allow` list next to a profile narrows it: only what both name may be used",
    became:
      "A profile and the `allow` list next to it add up, and when another profile replaces that one, its list goes too",
  },
  "read-only-denies-writing": {
    was: 'A sandbox with `workspaceAccess: "ro"` leaves it to its lists whether tools may write to the workspace',
    became: "It denies them",
  },
  "sandbox-network-words": {
    was: "Any text other than `none` and `restricted` opens a sandbox's network",
    became: "Only `full` opens it, and any word other than `full`, `restricted` and `none` is refused",
  },
  "tools-need-their-facts": {
    was: "Lists for a room or a sender do not apply if the request does not name it",
    became:
      "A tool that such a list could deny is denied until the request says where it is used and by whom",
  },
};
