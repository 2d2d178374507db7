/** Every code that an issue may have, and what it means. */
export const issueCodes = {
  "malformed-json5": "the text is not JSON5",
  "too-deep": "the config is nested too deeply, or circular",
  "too-large": "the config amounts to millions of values",
  "foreign-file": "the text comes from another file, such as a `package.json`",
  "repeated-key": "a key is written more than once in one object",
  "inexact-number": "a number has more digits than a number can hold exactly",
  "unresolved-include": "a part of the config is in another file, which was not included",
  "unreadable-include": "an included file cannot be read, or does not fit where it is included",
  "unresolved-variable": "an environment variable was not substituted",
  "unknown-edition": "there is no edition with that name",
  "no-upgrade": "the edition is older than the one that a config is upgraded from",
  "unknown-time-zone": "there is no IANA zone with that name",

  "unknown-key": "there is no setting with that name here",
  missing: "a required setting is missing",
  "wrong-type": "a different kind of value is expected",
  "unknown-value": "the setting does not accept that text",
  "out-of-range": "a number, or an amount, is too small or too large",
  "empty-value": "a text is empty, and could never match",
  "padded-value": "a text has spaces around it, and could never match",
  "empty-list": "a list is empty, and has no effect",
  "malformed-time": "the text is not a time of day, such as `04:30`",
  "malformed-duration": "the text is not a duration, such as `30d`",
  "malformed-size": "the text is not a size, such as `10mb`",
  "setting-without-effect": "a setting has no effect beside another",
  "conflicting-settings": "two settings contradict, or repeat, each other",

  "loaded-as-bindings":
    "the release's loader turns the mark of the default agent into a binding for each channel",
  "loaded-into-accounts":
    "the release's loader writes a policy into accounts, which then do not inherit their channel's",
  "loaded-over-default":
    "the release's loader writes a policy into channels, which then do not inherit the one for all channels",
  "loaded-under-main": "the release's loader replaces the name of main sessions",
  "loaded-elsewhere": "the release's loader reads a setting in another place",
  "loaded-without": "the release's loader leaves an older setting out",

  "rooms-not-known": "a setting about rooms of a channel where it is not on record what the release decides",
  "not-read": "a setting that decides something in OpenClaw is not read by any decision here",

  "unknown-channel": "the host has no such channel",
  "unknown-agent": "there is no such agent",
  "unknown-account": "the channel has no such account",
  "agent-conflict": "two agents have one id",
  "agent-without-id": "an agent has no id",
  "ambiguous-agent": "it is not clear which agent unclaimed messages go to",
  "binding-shadowed": "another binding takes every message that this one could",
  "binding-impossible": "no message fits what a binding asks for",
  "binding-without-account": "a binding is for one account only",
  "id-stray-characters": "an id has characters that ids of its channel never have",
  "scope-without-effect": "a scope has no effect beside `session.scope`",
  "per-peer-joins-channels": "equal ids on different channels count as one person",

  "identity-conflict": "two people are linked to one id, or have one name",
  "identity-without-channel": "a linked id names no channel",
  "identity-cycle": "a link names a person instead of an id",
  "identity-label": "the last part of a link is read as a label",
  "identity-links-labelled": "links are written by id, which only some editions read",
  "identity-discriminator": "a Discord id has a discriminator, which is left out",
  "identity-names-nobody": "a Discord id has a discriminator, and matches nobody",

  "missing-idle-minutes": "a reset mode needs an idle window",
  "never-resets": "mode `idle` without a window never resets",
  "duplicate-channel": "one channel has two reset policies",
  "unnamed-time-zone": "a daily reset happens in UTC, because no zone is named",

  "empty-match": "a rule asks for nothing, and would match every session",
  "unreachable-rule": "a rule can never match",
  "shadowed-rule": "other rules always decide before this one",
  "prefix-within-id": "a prefix ends within an id, and also matches others",
  "peer-without-channel": "a rule names an id, which it matches on every channel",
  "missing-default": "rules that allow have no effect, because what no rule matches is allowed",

  "open-without-star": "`open` without `*` admits only those who are listed",
  "inert-pairing": "`pairing` beside `*` never pairs anybody",
  "unknown-access-group": "there is no such access group",
  "not-a-telegram-id": "Telegram's lists take numeric ids",
  "nobody-listed": "an allow list decides who may write, and nobody is on it",
  "no-approvers": "approval is required, and nobody could give it",

  "owner-is-everybody": "`*` among the owners would make everybody an owner",
  "owner-without-channel": "an owner names no channel, or names it in a way that matches nobody",

  "invalid-pattern": "a mention pattern is not a regular expression",
  "slow-pattern": "a mention pattern could be searched for without end",
  "mentions-everything": "a mention pattern matches every text",

  "open-agent-to-agent": "every agent can reach every other",

  "unknown-group": "there is no such group of tools",
  "unknown-tool": "none of OpenClaw's own tools has that name, but one has nearly that name",
  "unknown-profile": "there is no such profile of tools",
  "unknown-sender-kind": "senders cannot be named by that kind of id",

  "not-plain-command": "an entry is more than a plain command, and can match none",
  "runs-what-it-is-given": "a listed program runs whatever it is given",

  "stricter-ceiling": "a ceiling allows less than both of its policies do",
} as const satisfies Readonly<Record<string, string>>;

/** A stable name for a kind of issue, such as `"unknown-key"`. New ones may be added. */
export type IssueCode = keyof typeof issueCodes;
