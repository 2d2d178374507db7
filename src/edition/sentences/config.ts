import type { configBehaviours } from "../behaviours/config.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/config.ts` changes, for people. */
export const configSentences: SentencesOf<typeof configBehaviours> = {
  "direct-reset-type": {
    was: "`session.resetByType` knows `dm`, `group` and `thread`; rules know direct chats only as `direct`",
    became: "`session.resetByType` also knows `direct`, and rules accept `dm` for `direct`",
  },
  "maintenance-settings": {
    was: "`session.maintenance` is refused",
    became: "`session.maintenance` is read",
  },
  "raw-key-prefix-setting": {
    was: "`rawKeyPrefix` in a rule's match is refused",
    became: "`rawKeyPrefix` in a rule's match is read",
  },
  "includes-within-folder": {
    was: "`$include` may name a file anywhere",
    became: "`$include` may name files only in the config's folder or below it",
  },
  "thread-binding-settings": {
    was: "`session.threadBindings` is refused",
    became: "`session.threadBindings` is read",
  },
  "disk-budget-settings": {
    was: "`session.maintenance` has no `resetArchiveRetention`, `maxDiskBytes` or `highWaterBytes`, and a duration has one part",
    became: "`session.maintenance` has them, and a duration may have several parts, as in `1h30m`",
  },
  "fork-limit-setting": {
    was: "`session.parentForkMaxTokens` is refused",
    became: "`session.parentForkMaxTokens` is read",
  },
  "thread-binding-lifetimes": {
    was: "A thread binding ends after `ttlHours`",
    became: "A thread binding ends after `idleHours` or `maxAgeHours`; `ttlHours` is refused",
  },
  "unset-variables-left-in": {
    was: "A config that names a variable which is unset or empty is refused",
    became: "`${NAME}` stays as text if the variable is unset or empty, with a warning",
  },
  "rotation-size-unchecked": {
    was: "`session.maintenance.rotateBytes` must be a size",
    became: "`session.maintenance.rotateBytes` may be any text or number; nothing reads it",
  },
  "thread-binding-spawns": {
    was: "`session.threadBindings` says nothing about spawned sessions",
    became: "`session.threadBindings` has `spawnSessions` and `defaultSpawnContext`",
  },
  "write-lock-setting": {
    was: "`session.writeLock` is refused",
    became: "`session.writeLock` is read",
  },
  "longer-agent-exchanges": {
    was: "`session.agentToAgent.maxPingPongTurns` is at most 5",
    became: "`session.agentToAgent.maxPingPongTurns` is at most 20",
  },
  "write-lock-ages": {
    was: "`session.writeLock` has only `acquireTimeoutMs`",
    became: "`session.writeLock` also has `staleMs` and `maxHoldMs`",
  },
  "exact-durations": {
    was: "A duration may be too long to count exactly in milliseconds",
    became: "A duration of more than 2^53 milliseconds, some 285 000 years, is invalid",
  },
  "exact-sizes": {
    was: "A size may be too large to count exactly in bytes",
    became: "A size of 2^53 bytes, 8 PiB, or more is invalid",
  },
  "legacy-settings-refused": {
    was: "`session` accepts `idleMinutes`, `resetByType.dm`, `typingMode`, `typingIntervalSeconds`, `agentToAgent`, `maintenance.pruneDays`, `maintenance.rotateBytes` and the chat type `dm`",
    became: "`session` refuses them",
  },
  "variables-under-vars-alone": {
    was: "`env.NAME` in a config sets a variable, as `env.vars.NAME` does",
    became: "Only `env.vars` sets variables",
  },
  "zero-durations-refused": {
    was: "`session.maintenance` accepts a duration of zero",
    became: "`session.maintenance` refuses a duration of zero",
  },
  "reset-none-setting": {
    was: "A reset mode is `daily` or `idle`",
    became: "A reset mode may be `none`",
  },
  "group-scope-setting": {
    was: "`session.groupScope` is refused",
    became: "`session.groupScope` is read",
  },
  "sharing-settings": {
    was: "`session.sharing` is refused",
    became: "`session.sharing` is read",
  },
  "retention-settings": {
    was: "`session.maintenance` has no `archiveDashboardAfter` or `preserveRecent`, and `maxDiskBytes` is a size",
    became: "`session.maintenance` has them, and `maxDiskBytes` may be `false`",
  },
  "cold-storage-settings": {
    was: "`session.maintenance.coldStorage` is refused",
    became: "`session.maintenance.coldStorage` is read",
  },
  "creation-notice-setting": {
    was: "`session.notifyOnCreate` is refused",
    became: "`session.notifyOnCreate` is read",
  },
  "old-settings-read": {
    was: "The oldest names of settings, such as `heartbeat` and `memorySearch` at the top, are refused",
    became: "Each is read under its present name when the config is loaded",
  },
  "group-mentions-setting-read": {
    was: "`channels.telegram.groupMentionsOnly` is refused",
    became: '`channels.telegram.groupMentionsOnly` is read as `requireMention` of `groups["*"]`',
  },
  "old-channel-settings-read": {
    was: "Older names of channels' settings, such as `dm.policy`, `allow` of a room and `perSession` of a sandbox, are read as they are or refused",
    became: "Each is read under its present name when the config is loaded",
  },
  "single-account-moved": {
    was: "Settings that a channel has next to its `accounts` apply to all of them",
    became:
      "If no account is called `default`, the settings next to `accounts` that are about one bot, including its policies, become an account `default` when the config is loaded",
  },
  "numbers-are-discord-ids": {
    was: "A number in a list of Discord ids is refused",
    became: "A number in a list of Discord ids is the id that its digits spell",
  },
  "dm-blocks-filled": {
    was: "The `dm` of Discord and Slack says nothing if its `policy` is not written",
    became: '`policy: "pairing"` is written into it when the config is loaded',
  },
  "slack-accounts-inherit": {
    was: '`groupPolicy: "allowlist"` is written into each account of Slack when the config is loaded, whatever the channel says',
    became: "An account of Slack uses the channel's `groupPolicy`",
  },
  "plugin-policies-written-in": {
    was: "Channels that came as plugins, such as Mattermost, are loaded as written",
    became: "Their `dmPolicy` and `groupPolicy` are filled in if they are missing",
  },
  "whatsapp-accounts-inherit": {
    was: "`pairing` and `allowlist` are written into each account of WhatsApp when the config is loaded, whatever the channel says",
    became: "An account of WhatsApp uses the policies of its channel",
  },
  "accounts-inherit": {
    was: "The default policies are written into each account of Telegram, Signal, iMessage, Google Chat and Discord when the config is loaded, whatever the channel says",
    became: "An account uses the policies of its channel",
  },
  "direct-policies-written-in": {
    was: "Discord, Slack and Google Chat are loaded without a `dmPolicy` if none is written",
    became: '`dmPolicy: "pairing"` is filled in',
  },
  "default-agent-bound": {
    was: "The agent marked as the default one answers whatever no binding claims",
    became:
      "When the config is loaded, the mark becomes a binding for every channel, so that a binding claims the channel's direct messages; several agents without a mark or `ownership`, ids that would have to be rewritten, and bindings and broadcasts for missing agents are refused",
  },
  "unowned-rosters-repaired": {
    was: "A gateway does not start with several agents if none of them is the default one",
    became:
      'At its start it writes `agents.ownership: "explicit"` into the file, and binds every account to the first agent',
  },
  "stream-mode-written-in": {
    was: "`channels.telegram.streamMode` stays absent if it is not written",
    became: "`partial` is filled in when the config is loaded",
  },
  "streaming-in-one-word": {
    was: "`streamMode` says how messages are shown while they are being written",
    became: "`streaming` says so in one word, which the loader fills in for Telegram, Discord and Slack",
  },
  "telegram-streams": {
    was: "If `channels.telegram.streaming` is not written, it is `off`",
    became: "It is `partial`",
  },
  "streaming-as-object": {
    was: "Older spellings of `streaming` are read as they are or refused",
    became: "They are read as `streaming.mode` and its siblings when the config is loaded",
  },
  "google-chat-replaces": {
    was: "Google Chat has no `streamMode` if none is written",
    became: "It gets `replace`",
  },
  "more-at-once": {
    was: "If `agents.defaults.maxConcurrent` is not written, four runs may happen at once; WhatsApp's and Slack's smaller defaults are filled in",
    became: "Eight may; those smaller defaults are not filled in, and Slack posts as the bot",
  },
  "subagents-archived": {
    was: "`agents.defaults.subagents.archiveAfterMinutes` stays absent if it is not written",
    became: "An hour is filled in",
  },
  "restart-by-command": {
    was: "`commands.restart` stays absent if it is not written",
    became: "`true` is filled in",
  },
  "owner-shown-raw": {
    was: "`commands.ownerDisplay` stays absent if it is not written",
    became: "`raw` is filled in",
  },
  "cron-runs-bounded": {
    was: "`cron.maxConcurrentRuns` stays absent if it is not written",
    became: "Eight is filled in",
  },
  "main-key-honoured": {
    was: "`session.mainKey` is replaced with `main` when the config is loaded",
    became: "`session.mainKey` names the main sessions",
  },
  "decides-as-written": {
    was: "Decisions are made from what the release's loader turns the config into",
    became: "Decisions are made from the config as written",
  },
  "reset-extensions": {
    was: "A reset policy has `mode`, `atHour` and `idleMinutes`",
    became:
      "A reset policy may also combine both (`any`, `all`), end sessions by age, have a grace period and name its time zone; `session.dailyReset` is a short spelling of the daily part",
  },
  "rule-extensions": {
    was: "A rule matches `channel`, `chatType`, `keyPrefix` and `rawKeyPrefix`",
    became: "A rule may also match `account`, `peer`, `agent` and `thread`, and carry an `id` and a `reason`",
  },
  "inverted-links": {
    was: "`session.identityLinks` lists ids by person",
    became: "`session.identityLinks` may also name the person of each id",
  },
  "strict-settings": {
    was: "An unknown key is refused only where the release refuses it, and values that are empty or blank, or have spaces around them, pass everywhere",
    became:
      "A key that no release has, or that is in the wrong place, is refused everywhere, and values that are empty or blank, or have spaces around them, are refused where they decide something",
  },
  "rotation-size-refused": {
    was: "A config with `session.maintenance.rotateBytes` is read",
    became: "It is refused as the config of an older release",
  },
  "open-needs-star": {
    was: '`dmPolicy: "open"` is accepted without `*` in the list of those let in',
    became: "Without `*` it is refused, on the channels that the core knows",
  },
  "telegram-open-needs-star": {
    was: '`dmPolicy: "open"` without `*` is accepted for Telegram and BlueBubbles',
    became: "It is refused there too",
  },
  "adapters-want-star": {
    was: "The adapters' schemas accept `open` without `*`",
    became: "The adapters of Slack, Signal, iMessage and IRC refuse it",
  },
  "allowlist-needs-people": {
    was: '`dmPolicy: "allowlist"` is accepted with an empty list',
    became: "It is refused with an empty list, for WhatsApp and Telegram",
  },
  "host-network-refused": {
    was: "A sandbox may use the network of the host",
    became: "`sandbox.docker.network` refuses `host`",
  },
  "joined-network-refused": {
    was: "A sandbox may join the network of another container",
    became: "`sandbox.docker.network` refuses `container:…` unless another setting next to it allows that",
  },
  "cron-retention-checked": {
    was: "`cron.sessionRetention` may be any text",
    became: "It must be a duration, or `false`",
  },
  "channels-in-any-case": {
    was: "`channels.Telegram` is not a channel, and is refused",
    became: "The section of a channel may be written in any case, though nothing reads it",
  },
  "acp-needs-topic": {
    was: "An `acp` binding for Telegram may name any chat",
    became: "It must name a topic",
  },
  "twitch-needs-login": {
    was: "`channels.twitch` may lack its login",
    became: "It is refused if it has neither a login nor accounts",
  },
  "exec-mode-alone": {
    was: "`tools.exec` has `security` and `ask`",
    became: "It may have `mode` in their place; `mode` together with them is refused",
  },
};
