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
    became: "A write may say that it is not activity, and then leaves `updatedAt` alone",
  },
  "idle-off-without-minutes": {
    was: "An idle policy without minutes ends a session after 60 minutes",
    became: "An idle policy without minutes never ends a session",
  },
  "lines-below-commands-kept": {
    was: "When a message is searched for a reset trigger, its lines are joined into one, and any `word:` before the trigger is taken for a name",
    became:
      "Only what is on the same line follows a trigger, and a name before it has to end in a colon and a space",
  },
  "threads-sought-in-room-ids": {
    was: "`:thread:` anywhere in a key makes it a thread's",
    became: "In a room's key `:thread:` counts only inside the room's id, whose empty segments are dropped",
  },
  "system-turns-keep-session": {
    was: "A heartbeat or another system event resets a stale session, as a message does",
    became: "A heartbeat or another system event continues the existing session, stale or not",
  },
  "configured-policy-known": {
    was: "A reset policy does not tell whether the host chose it",
    became:
      "A reset policy tells whether the host chose it, and only one that the host chose ends sessions owned by a provider",
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
      "The daily hour is compared with `sessionStartedAt`, the idle window with `lastInteractionAt`; system events move neither",
  },
  "future-times-missing": {
    was: "A time in the future keeps a session fresh",
    became: "A time in the future counts as missing, and is never stored",
  },
  "earlier-end-is-reason": {
    was: "When both the daily hour and the idle window have passed, `idle` is the reason",
    became:
      "When both the daily hour and the idle window have passed, the one that passed first is the reason",
  },
  "unset-never-resets": {
    was: "Without a reset policy sessions reset daily at 04:00",
    became: "Without a reset policy sessions never reset",
  },
  "type-entry-beats-none": {
    was: "An entry of `resetByType` without a mode uses that of `session.reset`",
    became: "An entry of `resetByType` without a mode resets daily if `session.reset` says `none`",
  },
  "zero-update-is-reset": {
    was: "`updatedAt: 0` is a time like any other",
    became: "`updatedAt: 0` marks a session that has to be reset, whatever its policy",
  },
  "trigger-text-kept": {
    was: "Any `word:` before a trigger is skipped, and line breaks after it are lost",
    became:
      "Only the sender's own name before a trigger is skipped, what follows is kept as written, and transcribed speech triggers nothing",
  },
  "exact-boundary-before-gap": {
    was: "On a day when the clocks skip the reset hour, the boundary before it is late by as much as was skipped",
    became: "On a day when the clocks skip the reset hour, the boundary before it is yesterday's hour",
  },
  "any-blank-after-trigger": {
    was: "A configured trigger counts alone or followed by a space",
    became: "A configured trigger counts when followed by any white space, including a line break",
  },
  "recent-messages-are-history": {
    was: "`[Recent chat messages - for context]` is a note like any other, and a trigger after it resets",
    became: "What follows `[Recent chat messages - for context]` is history and triggers nothing",
  },
  "boundary-never-ahead": {
    was: "After a time zone skipped a date, the boundary can be in the future, and every session is stale until then",
    became: "A boundary is never in the future",
  },
  "first-end-is-reason": {
    was: "The reason for a reset is judged by the latest daily hour",
    became: "The reason for a reset is what ended the session first",
  },
  "missing-times-named": {
    was: "A session without times is as old as 1970, and a clock that is not a number ends nothing",
    became:
      "A session without times, or at a time that is not a number, is stale and the reason says so; one with only a last interaction counts as begun then",
  },
  "reset-facts-from-key": {
    was: "A key that contains `:group:` anywhere is a group's; the channel counts only if the caller names it; a blank thread is a thread",
    became:
      "Chat type, channel and agent are read from the key if the caller leaves them out; a blank thread counts as missing",
  },
  "reset-channels-by-name": {
    was: "`resetByChannel` is found only by lower-case canonical names: an entry `Discord` or `gchat` is never used, and a channel `constructor` finds one",
    became: "`resetByChannel` is found by any spelling of the channel's name",
  },
  "system-events-keep-anchors": {
    was: "If `sessionStartedAt` is missing, a system event prolongs the session through `updatedAt`",
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
    was: "`session.idleMinutes` is refused, or, in older releases, replaces the daily reset if nothing else is written",
    became:
      "`session.idleMinutes` is a short spelling of `session.reset.idleMinutes`: the daily reset stays in force",
  },
  "dm-means-direct-in-resets": {
    was: "`session.resetByType.dm` is refused, or, in older releases, has no effect next to `direct`",
    became: "`session.resetByType.dm` is another word for `direct`",
  },
  "contradicting-resets-refused": {
    was: "When two settings contradict each other about one reset policy, such as mode `none` and an idle window, one decides and the other is ignored",
    became:
      "Settings that contradict each other about one reset policy are refused, and there is a warning about those that have no effect",
  },
};
