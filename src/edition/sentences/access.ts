import type { accessBehaviours } from "../behaviours/access.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/access.ts` changes, for people. */
export const accessSentences: SentencesOf<typeof accessBehaviours> = {
  "account-groups-of-its-own": {
    was: "An account without `groups` uses those of an account whose id differs only in case, if there is one",
    became: "It uses those of its channel",
  },
  "blank-group-senders-count": {
    was: "A `groupAllowFrom` that holds only blank entries counts as missing",
    became: "It is a list that names nobody",
  },
  "group-ids-trimmed": {
    was: "An id under `groups` with spaces around it matches nothing",
    became: "Where its case is ignored, the spaces around it are ignored too",
  },
  "account-names-trimmed": {
    was: "A name under `accounts` with spaces around it is ignored, and the account uses the settings of its channel",
    became: "The spaces around the name are ignored",
  },
  "group-ids-of-any-case": {
    was: "A group is found only under its exact id",
    became:
      "On channels where the case of group ids does not matter, a group is found under its id in any case",
  },
  "inherited-group-listed": {
    was: "Only the groups written under `groups` are listed",
    became: "A group whose id is `constructor`, `toString` or the like counts as listed",
  },
  "direct-policy-at-top": {
    was: "For Discord and Slack, `dm.policy` and `dm.allowFrom` say who may send direct messages",
    became: "`dmPolicy` and `allowFrom` say so, and take precedence over the section `dm`",
  },
  "account-door-first": {
    was: "The channel's `dmPolicy` takes precedence over an account's `dm.policy`",
    became: "Whatever an account says about direct messages takes precedence over what its channel says",
  },
  "matrix-senders-of-exact-case": {
    was: "Matrix's lists name people in any case",
    became: "They name people exactly as they are written",
  },
  "direct-section-left": {
    was: "Discord, Slack and Google Chat read `dm.policy` and `dm.allowFrom`",
    became: "Only their `dmPolicy` and `allowFrom` decide; of `dm`, only `enabled` still counts",
  },
  "groups-of-every-channel": {
    was: "How rooms of Mattermost, Signal, LINE, iMessage, Zalo and others are decided is not known, so no answer is given",
    became:
      "Rooms of every channel without rules of its own are listed in `groups` and decided like those of Telegram",
  },
  "first-account-by-default": {
    was: "If a message names no account, Discord and Slack use the one called `default`, which has the channel's settings",
    became: "If accounts are written and none is called `default`, they use the first in alphabetical order",
  },
  "groups-of-their-own": {
    was: "A Feishu or IRC group called `constructor`, `toString` or the like gets an empty entry",
    became: "It gets the entry that is written for it",
  },
  "matrix-pairing-by-policy": {
    was: "Anyone who was paired with a Matrix account may write to it, whatever its `dm.policy` is",
    became: 'They may only under `policy: "pairing"`',
  },
  "sender-names-need-switch": {
    was: "Lists of Discord, Slack, Teams and Google Chat may name people by their display names",
    became: "They may only if `dangerouslyAllowNameMatching` is on",
  },
  "group-policy-limits-groups": {
    was: "`groupPolicy` does not decide which groups are answered",
    became: '`groupPolicy: "allowlist"` answers listed groups only, `"disabled"` none',
  },
  "sender-list-admits-groups": {
    was: "With an allowlist of groups that names none, no group is answered",
    became: "If no group is listed, a list of senders lets every group in",
  },
  "empty-account-groups-inherit": {
    was: "An account's empty `groups` replaces that of its channel",
    became: "If a channel has only one account, an empty `groups` there leaves the channel's in force",
  },
  "listed-group-may-waive-mention": {
    was: "In a listed group the bot needs a mention unless the group says otherwise",
    became: "Some channels need no mention in listed groups",
  },
  "pairing-stays-in-direct-chats": {
    was: "Anyone who was paired in a direct chat may also give commands in groups",
    became: "Pairing counts in direct chats only",
  },
  "only-open-is-open": {
    was: "A `groupPolicy` with an unknown value counts as `open`",
    became: "A `groupPolicy` with an unknown value counts as `allowlist`",
  },
  "open-heeds-list": {
    was: '`dmPolicy: "open"` lets everybody in',
    became:
      '`dmPolicy: "open"` lets everybody in only if `*` is in `allowFrom`, and otherwise those listed there',
  },
  "sender-keys-typed": {
    was: "A key of `toolsBySender` may be the sender's id, phone number, user name or display name",
    became: "A key says which it is (`id:`, `e164:`, `username:`, `name:`); without a prefix it is an id",
  },
  "group-has-several-ids": {
    was: "A group is looked up under only one id",
    became: "A group with several ids (a topic and its chat) is looked up under each of them",
  },
  "sender-keys-name-channel": {
    was: "A key of `toolsBySender` applies on every channel",
    became: "A key may name its channel: `channel:<channel>:<id>`",
  },
  "missing-channel-is-allowlist": {
    was: "Groups are open on a channel that the config does not mention",
    became: "They are decided by an allowlist",
  },
  "empty-override-blocks": {
    was: "An empty `allowFrom` of a group or topic counts as missing",
    became: "An empty `allowFrom` of a group or topic lets nobody in",
  },
  "listed-group-admits-members": {
    was: "If no sender is listed, nobody in a listed group is let in",
    became: "If no sender is listed, everybody in a group that is listed by its id is let in",
  },
  "any-topic-defaults": {
    was: '`topics["*"]` is a topic like any other',
    became: '`topics["*"]` applies to every topic that does not say otherwise',
  },
  "access-groups": {
    was: "An entry `accessGroup:<name>` is an id like any other",
    became: "It stands for the members of that access group",
  },
  "sender-entries-may-name-channel": {
    was: "Only Telegram's allowlists may write `telegram:123` for `123`",
    became: "Every channel's allowlists may write the channel before the id",
  },
  "listed-ids-compared-exactly": {
    was: "In lists that grant something, spaces around a sender's id, prefixes before it and, on most channels, its case are ignored",
    became:
      "An id is compared exactly, except where the channel itself treats several spellings as one id: phone numbers, IRC, email",
  },
  "empty-sender-list-admits-nobody": {
    was: "On channels other than Telegram, an empty `groupAllowFrom` leaves `allowFrom` in force",
    became: "An empty `groupAllowFrom` lets nobody in",
  },
  "groups-checked-before-senders": {
    was: "The sender is checked before the group, so a refusal names the sender",
    became: "The group is checked before the sender, so a refusal names the group",
  },
};
