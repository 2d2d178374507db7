import type { lifecycleBehaviours } from "../behaviours/lifecycle.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/lifecycle.ts` changes, for people. */
export const lifecycleSentences: SentencesOf<typeof lifecycleBehaviours> = {
  "channel-alias-irc": {
    was: "The channel `internet-relay-chat` does not use the reset policy of `irc`",
    became: "The channel `internet-relay-chat` uses the reset policy of `irc`",
  },
  "channel-alias-imessage": {
    was: "The channels `imsg`, `gchat` and `google-chat` do not use the reset policies of `imessage` and `googlechat`",
    became:
      "The channels `imsg`, `gchat` and `google-chat` use the reset policies of `imessage` and `googlechat`",
  },
  "channel-alias-teams": {
    was: "The channel `teams` does not use the reset policy of `msteams`",
    became: "The channel `teams` uses the reset policy of `msteams`",
  },
  "writes-without-activity": {
    was: "Every write of an entry moves `updatedAt` to the present",
    became: "A write may say that it is no activity and leave `updatedAt` alone",
  },
  "idle-off-without-minutes": {
    was: "An idle policy that names no minutes ends a session after 60",
    became: "An idle policy that names no minutes never ends a session",
  },
  "lines-below-commands-kept": {
    was: "A message of several lines is one line where a reset trigger is sought, and any `word:` before it is a name",
    became:
      "What follows a command on its line is what follows a trigger, and a name before it ends in a colon and a blank",
  },
  "threads-sought-in-room-ids": {
    was: "`:thread:` makes a key a thread's wherever it occurs",
    became: "In a room's key `:thread:` counts only inside the room's id, whose empty segments are dropped",
  },
  "system-turns-keep-session": {
    was: "A heartbeat or another system event resets a stale session, as a message does",
    became: "A heartbeat or another system event continues the session that there is, stale or not",
  },
  "configured-policy-known": {
    was: "A reset policy does not say whether the host chose it",
    became:
      "A reset policy says whether the host chose it, and only such a policy ends sessions that a provider owns",
  },
  "soft-reset": {
    was: "`/reset soft` resets, and `soft` is the first message",
    became: "`/reset soft` keeps the session and reloads its instructions",
  },
  "trigger-to-bot": {
    was: "`/new@mybot` and `/new: hello` are ordinary messages",
    became: "`/new@mybot` and `/new: hello` reset",
  },
  "separate-reset-clocks": {
    was: "Only `updatedAt` decides, and heartbeats update it, so they postpone resets forever",
    became:
      "The daily hour looks at `sessionStartedAt`, the idle window at `lastInteractionAt`; system events move neither",
  },
  "future-times-missing": {
    was: "A time that lies in the future keeps a session fresh",
    became: "A time that lies in the future counts as missing, and none is stored",
  },
  "earlier-end-is-reason": {
    was: "When both the daily hour and the idle window have passed, `idle` is the reason",
    became: "When both the daily hour and the idle window have passed, the earlier is the reason",
  },
  "unset-never-resets": {
    was: "Without a reset policy sessions reset daily at 04:00",
    became: "Without a reset policy sessions never reset",
  },
  "type-entry-beats-none": {
    was: "An entry of `resetByType` without a mode has that of `session.reset`",
    became: "An entry of `resetByType` without a mode resets daily where `session.reset` says `none`",
  },
  "zero-update-is-reset": {
    was: "`updatedAt: 0` is a time like any other",
    became: "`updatedAt: 0` marks a session that is to be reset, whatever its policy",
  },
  "trigger-text-kept": {
    was: "Any `word:` before a trigger is skipped, and line breaks after it are lost",
    became:
      "Only the sender's own name before a trigger is skipped, what follows is kept as written, and transcripts of speech trigger nothing",
  },
  "exact-boundary-before-gap": {
    was: "On a day whose reset hour is skipped, the boundary before it is late by the gap",
    became: "On a day whose reset hour is skipped, the boundary before it is yesterday's hour",
  },
  "any-blank-after-trigger": {
    was: "A configured trigger counts by itself and before a space",
    became: "A configured trigger counts before any blank, a line break among them",
  },
  "recent-messages-are-history": {
    was: "`[Recent chat messages - for context]` is a note like any other, and a trigger after it resets",
    became: "What follows `[Recent chat messages - for context]` is history and triggers nothing",
  },
  "boundary-never-ahead": {
    was: "After a zone skipped a date, the boundary can lie in the future and every session is stale until then",
    became: "A boundary is never in the future",
  },
  "first-end-is-reason": {
    was: "The reason for a reset is found from the latest daily hour",
    became: "The reason for a reset is what ended the session first",
  },
  "missing-times-named": {
    was: "A session without times is as old as 1970, and a clock that is not a number ends nothing",
    became:
      "A session without times, or at a time that is not a number, is stale and the reason says so; one with only a last interaction began then",
  },
  "reset-facts-from-key": {
    was: "A key that contains `:group:` anywhere is a group's; the channel counts only where the caller names it; a blank thread is a thread",
    became:
      "Chat type, channel and agent are read from the key where the caller leaves them out; a blank thread counts as none",
  },
  "reset-channels-by-name": {
    was: "`resetByChannel` is found only by lower-case canonical names: an entry `Discord` or `gchat` is never used, and a channel `constructor` finds one",
    became: "`resetByChannel` is found by any spelling of the channel's name",
  },
  "system-events-keep-anchors": {
    was: "Where `sessionStartedAt` is missing, a system event prolongs the session through `updatedAt`",
    became: "A system event never prolongs a session",
  },
  "empty-triggers-mean-none": {
    was: "An empty `resetTriggers` means `/new` and `/reset`",
    became: "An empty `resetTriggers` means that no text resets",
  },
  "daily-type-stands-alone": {
    was: "A `resetByType` entry that says `daily` also takes the idle window of `session.reset`",
    became: "It is reset daily only, unless it names idle minutes of its own",
  },
  "resets-to-the-minute": {
    was: "A daily reset happens on the hour",
    became: 'A reset policy may say `at: "04:30"`, and its daily reset happens at that minute',
  },
  "idle-minutes-beside-daily-reset": {
    was: "`session.idleMinutes` is refused, or, in older releases, takes the place of the daily reset where nothing else is written",
    became:
      "`session.idleMinutes` is a short spelling of `session.reset.idleMinutes`: the daily reset stays in force",
  },
  "dm-means-direct-in-resets": {
    was: "`session.resetByType.dm` is refused, or, in older releases, has no effect beside `direct`",
    became: "`session.resetByType.dm` is a word for `direct`",
  },
  "contradicting-resets-refused": {
    was: "Of settings that contradict each other about one reset policy, such as mode `none` and an idle window, one decides and the other is ignored",
    became:
      "Settings that contradict each other about one reset policy are refused, and those that decide nothing are warned of",
  },
};
