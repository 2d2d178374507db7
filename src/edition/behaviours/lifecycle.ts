import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `lifecycle`. */
export const lifecycleBehaviours = {
  "channel-alias-irc": {
    area: "lifecycle",
    risk: "timing",
    was: "The channel `internet-relay-chat` does not use the reset policy of `irc`",
    became: "The channel `internet-relay-chat` uses the reset policy of `irc`",
    inForce: [{ since: "2026.2.12", until: "2026.4.14" }, { since: "2026.4.15" }],
  },
  "channel-alias-imessage": {
    area: "lifecycle",
    risk: "timing",
    was: "The channels `imsg`, `gchat` and `google-chat` do not use the reset policies of `imessage` and `googlechat`",
    became:
      "The channels `imsg`, `gchat` and `google-chat` use the reset policies of `imessage` and `googlechat`",
    inForce: [{ since: "2026.1.29", until: "2026.4.14" }, { since: "2026.4.15" }],
  },
  "channel-alias-teams": {
    area: "lifecycle",
    risk: "timing",
    was: "The channel `teams` does not use the reset policy of `msteams`",
    became: "The channel `teams` uses the reset policy of `msteams`",
    inForce: [{ since: "2026.4.5" }],
  },
  "writes-without-activity": {
    area: "lifecycle",
    risk: "timing",
    was: "Every write of an entry moves `updatedAt` to the present",
    became: "A write may say that it is no activity and leave `updatedAt` alone",
    inForce: [{ since: "2026.3.2" }],
  },
  "idle-off-without-minutes": {
    area: "lifecycle",
    risk: "timing",
    was: "An idle policy that names no minutes ends a session after 60",
    became: "An idle policy that names no minutes never ends a session",
    inForce: [{ since: "2026.3.22" }],
  },
  "reset-scope-asked": {
    area: "lifecycle",
    risk: "narrows",
    was: "Whoever is an authorised sender may reset",
    became:
      "Whoever is authorised for commands may reset as well; a client with scopes needs `operator.admin` among them",
    inForce: [{ since: "2026.3.28" }],
  },
  "system-turns-keep-session": {
    area: "lifecycle",
    risk: "timing",
    was: "A heartbeat or another system event resets a stale session, as a message does",
    became: "A heartbeat or another system event continues the session that there is, stale or not",
    inForce: [{ since: "2026.4.1" }],
  },
  "configured-policy-known": {
    area: "lifecycle",
    risk: "timing",
    was: "A reset policy does not tell whether the host chose it",
    became:
      "A reset policy tells whether the host chose it, and sessions that a provider owns end by no other",
    inForce: [{ since: "2026.4.22" }],
  },
  "soft-reset": {
    area: "lifecycle",
    risk: "timing",
    was: "`/reset soft` resets, and `soft` is the first message",
    became: "`/reset soft` keeps the session and loads its instructions anew",
    inForce: [{ since: "2026.4.22" }],
  },
  "trigger-to-bot": {
    area: "lifecycle",
    risk: "timing",
    was: "`/new@mybot` and `/new: hello` are ordinary messages",
    became: "`/new@mybot` and `/new: hello` reset",
    inForce: [{ since: "2026.4.22" }],
  },
  "separate-reset-clocks": {
    area: "lifecycle",
    risk: "timing",
    was: "`updatedAt` alone decides, and heartbeats move it, so that they postpone resets for ever",
    became:
      "The daily hour looks at `sessionStartedAt`, the idle window at `lastInteractionAt`; system events move neither",
    inForce: [{ since: "2026.4.25" }],
  },
  "future-times-missing": {
    area: "lifecycle",
    risk: "timing",
    was: "A time that lies in the future keeps a session fresh",
    became: "A time that lies in the future counts as missing, and none is stored",
    inForce: [{ since: "2026.4.27" }],
  },
  "earlier-end-is-reason": {
    area: "lifecycle",
    risk: "timing",
    was: "When both the daily hour and the idle window have passed, `idle` is the reason",
    became: "When both the daily hour and the idle window have passed, the earlier is the reason",
    inForce: [{ since: "2026.5.26" }],
  },
  "unset-never-resets": {
    area: "lifecycle",
    risk: "timing",
    was: "Without a reset policy sessions reset daily at 04:00",
    became: "Without a reset policy sessions never reset",
    inForce: [{ since: "2026.8.1", until: "2026-11" }],
  },
  "type-entry-beats-none": {
    area: "lifecycle",
    risk: "timing",
    was: "An entry of `resetByType` without a mode has that of `session.reset`",
    became: "An entry of `resetByType` without a mode resets daily where `session.reset` says `none`",
    inForce: [{ since: "2026.8.1" }],
  },
  "zero-update-is-reset": {
    area: "lifecycle",
    risk: "timing",
    was: "`updatedAt: 0` is a time like any other",
    became: "`updatedAt: 0` marks a session that is to be reset, whatever its policy",
    inForce: [{ since: "2026.8.1" }],
  },
  "trigger-text-kept": {
    area: "lifecycle",
    risk: "timing",
    was: "Any `word:` before a trigger is skipped, and line breaks after it are lost",
    became:
      "Only the sender's own name before a trigger is skipped, what follows is kept as written, and transcripts of speech trigger nothing",
    inForce: [{ since: "2026.8.1" }],
  },
  "exact-boundary-before-gap": {
    area: "lifecycle",
    risk: "timing",
    was: "On a day whose reset hour is skipped, the boundary before it is late by the gap",
    became: "On a day whose reset hour is skipped, the boundary before it is yesterday's hour",
    inForce: [{ since: "2026.9.4" }],
  },
  "boundary-never-ahead": {
    area: "lifecycle",
    risk: "timing",
    was: "After a zone skipped a date, the boundary can lie in the future and every session is stale until then",
    became: "A boundary is never in the future",
    inForce: [{ since: "2026-11" }],
  },
  "first-end-is-reason": {
    area: "lifecycle",
    risk: "timing",
    was: "The reason for a reset is found from the latest daily hour",
    became: "The reason for a reset is what ended the session first",
    inForce: [{ since: "2026-11" }],
  },
  "missing-times-named": {
    area: "lifecycle",
    risk: "timing",
    was: "A session without times is as old as 1970, and a clock that is no number ends nothing",
    became:
      "A session without times, or at a time that is no number, is stale and the reason says so; one known by its last interaction alone began then",
    inForce: [{ since: "2026-11" }],
  },
  "reset-facts-from-key": {
    area: "lifecycle",
    risk: "timing",
    was: "A key that contains `:group:` anywhere is a group's; the channel counts only where the caller names it; a blank thread is a thread",
    became:
      "Chat type, channel and agent are read from the key where the caller leaves them out; a blank thread is none",
    inForce: [{ since: "2026-11" }],
  },
  "reset-channels-by-name": {
    area: "lifecycle",
    risk: "timing",
    was: "`resetByChannel` is found by lower-case canonical names alone: an entry `Discord` or `gchat` is never used, and a channel `constructor` finds one",
    became: "`resetByChannel` is found by any spelling of the channel's name",
    inForce: [{ since: "2026-11" }],
  },
  "system-events-keep-anchors": {
    area: "lifecycle",
    risk: "timing",
    was: "Where `sessionStartedAt` is missing, a system event prolongs the session through `updatedAt`",
    became: "A system event never prolongs a session",
    inForce: [{ since: "2026-11" }],
  },
  "empty-triggers-mean-none": {
    area: "lifecycle",
    risk: "timing",
    was: "An empty `resetTriggers` means `/new` and `/reset`",
    became: "An empty `resetTriggers` means that no text resets",
    inForce: [{ since: "2026-11" }],
  },
  "daily-type-stands-alone": {
    area: "lifecycle",
    risk: "timing",
    was: "A `resetByType` entry that says `daily` also takes the idle window of `session.reset`",
    became: "It is reset daily only, unless it names idle minutes of its own",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
