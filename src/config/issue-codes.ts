/** Every code that an issue may have, and what it means. */
export const issueCodes = {
  "malformed-json5": "the text is no JSON5",
  "too-deep": "the config is nested too deeply, or in a circle",
  "too-large": "the config stands for millions of values",
  "foreign-file": "the text is that of another file, such as a `package.json`",
  "repeated-key": "a key is written more than once in one object",
  "inexact-number": "a number has more digits than numbers can hold",
  "unresolved-include": "a part of the config stands in another file, which was not put in",
  "unreadable-include": "an included file cannot be read, or does not fit where it is included",
  "unresolved-variable": "a variable of the environment was not put in",
  "unknown-edition": "there is no edition of that name",
  "no-upgrade": "the edition is older than the one that a config is upgraded from",
  "unknown-time-zone": "there is no IANA zone of that name",

  "unknown-key": "no setting is called that here",
  missing: "a setting that has to be written is not",
  "wrong-type": "a value of another kind is expected",
  "unknown-value": "the text is none of those that the setting takes",
  "out-of-range": "a number, or an amount, is too small or too large",
  "empty-value": "a text is empty, and could never match",
  "padded-value": "a text has blanks around it, and could never match",
  "empty-list": "a list is empty, and could decide nothing",
  "malformed-time": "the text is no time of day, such as `04:30`",
  "malformed-duration": "the text is no duration, such as `30d`",
  "malformed-size": "the text is no size, such as `10mb`",
  "setting-without-effect": "a setting decides nothing beside another",
  "conflicting-settings": "two settings contradict, or repeat, each other",

  "loaded-as-bindings": "the release's loader makes the mark of the default agent a binding for each channel",
  "loaded-into-accounts":
    "the release's loader writes a policy into accounts, which then do not have their channel's",
  "loaded-over-default":
    "the release's loader writes a policy into channels, which then do not have that of all channels",
  "loaded-under-main": "the release's loader replaces the name of main sessions",
  "loaded-elsewhere": "the release's loader reads a setting in another place",
  "loaded-without": "the release's loader leaves an older setting out",

  "rooms-not-known":
    "a setting about the rooms of a channel of which it is not on record what the release decides there",
  "not-read": "a setting that decides something in OpenClaw is read by no decision here",

  "unknown-channel": "the host has no such channel",
  "unknown-agent": "there is no such agent",
  "unknown-account": "the channel has no such account",
  "agent-conflict": "two agents are one",
  "agent-without-id": "an agent has no id",
  "ambiguous-agent": "it is not clear to which agent unclaimed messages go",
  "binding-shadowed": "another binding takes every message that this one could",
  "binding-impossible": "no message fits what a binding asks",
  "binding-without-account": "a binding holds for one account alone",
  "id-stray-characters": "an id holds characters that ids of its channel do not have",
  "scope-without-effect": "a scope decides nothing beside `session.scope`",
  "per-peer-joins-channels": "equal ids of different channels are one person",

  "identity-conflict": "two people are linked to one id, or have one name",
  "identity-without-channel": "a linked id names no channel",
  "identity-cycle": "a link names a person in place of an id",
  "identity-label": "the last part of a link is read as a label",
  "identity-links-labelled": "links are written by id, which only some editions read",
  "identity-discriminator": "a Discord id has a discriminator, which is left out",
  "identity-names-nobody": "a Discord id has a discriminator, and is nobody's",

  "missing-idle-minutes": "a reset mode needs an idle window",
  "never-resets": "mode `idle` without a window never resets",
  "duplicate-channel": "one channel has two reset policies",
  "unnamed-time-zone": "a daily reset happens in UTC, because no zone is named",

  "empty-match": "a rule asks nothing, and would match every session",
  "unreachable-rule": "a rule can never match",
  "shadowed-rule": "other rules have decided before a rule could",
  "prefix-within-id": "a prefix ends within an id, and matches others too",
  "peer-without-channel": "a rule means that id on every channel",
  "missing-default": "rules that allow change nothing, because what no rule matches is allowed",

  "open-without-star": "`open` without `*` admits only those who are listed",
  "inert-pairing": "`pairing` beside `*` never pairs anybody",
  "unknown-access-group": "there is no such access group",
  "not-a-telegram-id": "Telegram's lists are of numeric ids",
  "nobody-listed": "an allow list decides who may write, and nobody is on it",
  "no-approvers": "approvals are asked for, and nobody could give them",

  "owner-is-everybody": "`*` among the owners would make everybody one",
  "owner-without-channel": "an owner names no channel, or names it so that nobody is meant",

  "invalid-pattern": "a mention pattern is no regular expression",
  "slow-pattern": "a mention pattern could be looked for without end",
  "mentions-everything": "a mention pattern is found in every text",

  "open-agent-to-agent": "every agent reaches every other",

  "unknown-group": "there is no such group of tools",
  "unknown-tool": "no tool of OpenClaw's own has that name, but one has nearly",
  "unknown-profile": "there is no such profile of tools",
  "unknown-sender-kind": "senders are not named by such a kind of id",

  "not-plain-command": "an entry is more than a plain command, and can match none",
  "runs-what-it-is-given": "a listed program runs whatever it is given",

  "stricter-ceiling": "a ceiling allows less than both of its policies do",
} as const satisfies Readonly<Record<string, string>>;

/** A stable name for a kind of issue, such as `"unknown-key"`. New ones may be added. */
export type IssueCode = keyof typeof issueCodes;
