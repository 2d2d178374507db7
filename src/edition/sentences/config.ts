import type { configBehaviours } from "../behaviours/config.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/config.ts` changes, for people. */
export const configSentences: SentencesOf<typeof configBehaviours> = {
  "direct-reset-type": {
    was: "`session.resetByType` knows `dm`, `group` and `thread`; rules know direct chats only as `direct`",
    became: "`session.resetByType` knows `direct` as well, and rules accept `dm` for `direct`",
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
    became: "`$include` names files in the folder of the config, or below",
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
    was: "A config is refused that names a variable which is not set, or empty",
    became: "`${NAME}` stays as text where the variable is not set, or empty, with a warning",
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
    became: "`session.writeLock` has `staleMs` and `maxHoldMs` as well",
  },
  "exact-durations": {
    was: "A duration may be longer than milliseconds can be counted exactly",
    became: "A duration of more than 2^53 milliseconds, some 285 000 years, is invalid",
  },
  "exact-sizes": {
    was: "A size may be larger than bytes can be counted exactly",
    became: "A size of 2^53 bytes, 8 PiB, or more is invalid",
  },
  "legacy-settings-refused": {
    was: "`session` accepts `idleMinutes`, `resetByType.dm`, `typingMode`, `typingIntervalSeconds`, `agentToAgent`, `maintenance.pruneDays`, `maintenance.rotateBytes` and the chat type `dm`",
    became: "`session` refuses them",
  },
  "variables-under-vars-alone": {
    was: "`env.NAME` of a config sets a variable, as `env.vars.NAME` does",
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
    was: "Of the oldest names of settings each is refused, such as `heartbeat` and `memorySearch` at the top",
    became: "Each is read as its name of today while the config is loaded",
  },
  "group-mentions-setting-read": {
    was: "`channels.telegram.groupMentionsOnly` is refused",
    became: '`channels.telegram.groupMentionsOnly` is read as `requireMention` of `groups["*"]`',
  },
  "old-channel-settings-read": {
    was: "Older names of channels' settings, such as `dm.policy`, `allow` of a room and `perSession` of a sandbox, are what they are or are refused",
    became: "Each is read as its name of today while the config is loaded",
  },
  "single-account-moved": {
    was: "What a channel says next to its `accounts` holds for all of them",
    became:
      "Where no account is called `default`, what a channel says next to its `accounts` about one bot, including its policies, becomes an account `default` while the config is loaded",
  },
  "numbers-are-discord-ids": {
    was: "A number in a list of Discord ids is refused",
    became: "A number in a list of Discord ids is the id that its digits spell",
  },
  "dm-blocks-filled": {
    was: "The `dm` of Discord and Slack says nothing where its `policy` is not written",
    became: '`policy: "pairing"` is written into it while the config is loaded',
  },
  "slack-accounts-inherit": {
    was: '`groupPolicy: "allowlist"` is written into each account of Slack while the config is loaded, whatever the channel says',
    became: "An account of Slack has the channel's `groupPolicy`",
  },
  "plugin-policies-written-in": {
    was: "Channels that came as plugins, such as Mattermost, are loaded as they are written",
    became: "Their `dmPolicy` and `groupPolicy` are written in where they are missing",
  },
  "whatsapp-accounts-inherit": {
    was: "`pairing` and `allowlist` are written into each account of WhatsApp while the config is loaded, whatever the channel says",
    became: "An account of WhatsApp has the policies of its channel",
  },
  "accounts-inherit": {
    was: "The default policies are written into each account of Telegram, Signal, iMessage, Google Chat and Discord while the config is loaded, whatever the channel says",
    became: "An account has the policies of its channel",
  },
  "direct-policies-written-in": {
    was: "Discord, Slack and Google Chat are loaded without a `dmPolicy` where none is written",
    became: '`dmPolicy: "pairing"` is written in',
  },
  "default-agent-bound": {
    was: "The agent that is marked as the default one answers what no binding claims",
    became:
      "While the config is loaded the mark becomes a binding for every channel, so that its direct messages are claimed by a binding; several agents without a mark or `ownership`, ids that would need folding, and bindings and broadcasts for agents that are not there are refused",
  },
  "unowned-rosters-repaired": {
    was: "A gateway does not start with several agents if none of them is the default one",
    became:
      'Its start writes `agents.ownership: "explicit"` into the file, and binds each account there is to the first agent',
  },
  "stream-mode-written-in": {
    was: "`channels.telegram.streamMode` is left out where it is not written",
    became: "`partial` is written in while the config is loaded",
  },
  "streaming-in-one-word": {
    was: "How messages are shown while they are written is said by `streamMode`",
    became:
      "It is said by `streaming`, in one word that the loader writes in for Telegram, Discord and Slack",
  },
  "telegram-streams": {
    was: "Where `channels.telegram.streaming` is not written, it is `off`",
    became: "It is `partial`",
  },
  "streaming-as-object": {
    was: "Older spellings of `streaming` are what they are or are refused",
    became: "They are read as `streaming.mode` and its siblings while the config is loaded",
  },
  "google-chat-replaces": {
    was: "Google Chat has no `streamMode` where none is written",
    became: "It has `replace`",
  },
  "more-at-once": {
    was: "Four runs at once, where `agents.defaults.maxConcurrent` is not written; WhatsApp's and Slack's smaller defaults are written in",
    became: "Eight; those are not, and Slack posts as the bot",
  },
  "subagents-archived": {
    was: "`agents.defaults.subagents.archiveAfterMinutes` is left out where it is not written",
    became: "An hour is written in",
  },
  "restart-by-command": {
    was: "`commands.restart` is left out where it is not written",
    became: "`true` is written in",
  },
  "owner-shown-raw": {
    was: "`commands.ownerDisplay` is left out where it is not written",
    became: "`raw` is written in",
  },
  "cron-runs-bounded": {
    was: "`cron.maxConcurrentRuns` is left out where it is not written",
    became: "Eight is written in",
  },
  "main-key-honoured": {
    was: "`session.mainKey` is replaced by `main` while the config is loaded",
    became: "`session.mainKey` names the main sessions",
  },
  "decides-as-written": {
    was: "Decided is on what the release's loader makes of the config",
    became: "Decisions are made from the config as it is written",
  },
  "reset-extensions": {
    was: "A reset policy has `mode`, `atHour` and `idleMinutes`",
    became:
      "A reset policy may also combine both (`any`, `all`), end by age, have a grace period and name its zone; `session.dailyReset` is a short spelling of the daily part",
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
    was: "An unknown key is refused where the release refuses it, and blank, padded or empty values pass everywhere",
    became:
      "A key that no release has, or that is in the wrong place, is refused everywhere, and blank, padded and empty values are refused where they decide something",
  },
  "rotation-size-refused": {
    was: "A config with `session.maintenance.rotateBytes` is read",
    became: "It is refused as one of an older release",
  },
  "open-needs-star": {
    was: '`dmPolicy: "open"` is read without `*` among those who are let in',
    became: "It is refused without, in the channels that the core knows",
  },
  "telegram-open-needs-star": {
    was: "The same is read in Telegram and BlueBubbles",
    became: "It is refused there, too",
  },
  "adapters-want-star": {
    was: "`open` without `*` passes the schemas of the adapters",
    became: "The adapters of Slack, Signal, iMessage and IRC refuse it",
  },
  "allowlist-needs-people": {
    was: '`dmPolicy: "allowlist"` is read beside an empty list',
    became: "It is refused there, in WhatsApp and Telegram",
  },
  "host-network-refused": {
    was: "A sandbox may use the network of the host",
    became: "`sandbox.docker.network` refuses `host`",
  },
  "joined-network-refused": {
    was: "A sandbox may join the network of another container",
    became: "`sandbox.docker.network` refuses `container:…` unless that is allowed beside it",
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
    was: "An `acp` binding of Telegram may name any chat",
    became: "It must name a topic",
  },
  "twitch-needs-login": {
    was: "`channels.twitch` may lack its login",
    became: "It is refused without a login, or accounts",
  },
  "exec-mode-alone": {
    was: "`tools.exec` has `security` and `ask`",
    became: "It has `mode` in their place, which is refused beside them",
  },
};
