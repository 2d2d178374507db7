import type { accessBehaviours } from "../behaviours/access.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/access.ts` changes, for people. */
export const accessSentences: SentencesOf<typeof accessBehaviours> = {
  "account-groups-of-its-own": {
    was: "An account without `groups` has those of one whose id differs in case only, if there is one",
    became: "It has those of its channel",
  },
  "blank-group-senders-count": {
    was: "A `groupAllowFrom` of blank entries is as good as none",
    became: "It is a list, which names nobody",
  },
  "group-ids-trimmed": {
    was: "A padded id under `groups` matches nothing",
    became: "Where case does not count, blanks around it do not count either",
  },
  "account-names-trimmed": {
    was: "Under `accounts` a name that is padded with spaces is ignored, and the account has what its channel says",
    became: "Blanks around the name do not count",
  },
  "group-ids-of-any-case": {
    was: "A group is found under exactly its id",
    became: "Channels whose group ids have no case find a group under its id in any case",
  },
  "inherited-group-listed": {
    was: "Only groups that are written under `groups` are listed",
    became: "A group whose id is `constructor`, `toString` or the like counts as listed",
  },
  "direct-policy-at-top": {
    was: "Discord and Slack say in `dm.policy` and `dm.allowFrom` who may write to them directly",
    became: "They say it in `dmPolicy` and `allowFrom`, which count before the section `dm`",
  },
  "account-door-first": {
    was: "A `dmPolicy` of the channel counts before the `dm.policy` of an account",
    became: "Whatever an account says about direct messages counts before what its channel says",
  },
  "matrix-senders-of-exact-case": {
    was: "Matrix' lists name people in any case",
    became: "They name people exactly as they are written",
  },
  "direct-section-left": {
    was: "Discord, Slack and Google Chat read `dm.policy` and `dm.allowFrom`",
    became: "Only their `dmPolicy` and `allowFrom` decide; of `dm`, only `enabled` still counts",
  },
  "groups-of-every-channel": {
    was: "What is decided about rooms of Mattermost, Signal, LINE, iMessage, Zalo and others is not on record, and not told",
    became:
      "Rooms of every channel that has no way of its own stand in `groups` and are decided as those of Telegram are",
  },
  "first-account-by-default": {
    was: "Where no account is given, Discord and Slack mean the one called `default`, which has what the channel says",
    became: "They mean the first in the alphabet, where accounts are written and none is called so",
  },
  "groups-of-their-own": {
    was: "A group of Feishu or IRC that is called `constructor`, `toString` or the like has an entry that says nothing",
    became: "It has what is written of it",
  },
  "matrix-pairing-by-policy": {
    was: "Anyone who was paired with a Matrix account may write to it, whatever its `dm.policy`",
    became: 'They may under `policy: "pairing"`',
  },
  "sender-names-need-switch": {
    was: "Lists of Discord, Slack, Teams and Google Chat may name people by what they are called",
    became: "They may where `dangerouslyAllowNameMatching` says so",
  },
  "group-policy-limits-groups": {
    was: "`groupPolicy` does not decide which groups are answered",
    became: '`groupPolicy: "allowlist"` answers listed groups only, `"disabled"` none',
  },
  "sender-list-admits-groups": {
    was: "An allowlist of groups without any group answers none",
    became: "Where no group is listed, a list of senders admits every group",
  },
  "empty-account-groups-inherit": {
    was: "An account's empty `groups` replaces the channel's",
    became: "The empty `groups` of a channel's only account leaves the channel's in force",
  },
  "listed-group-may-waive-mention": {
    was: "A listed group that does not say otherwise needs a mention",
    became: "Channels may waive the mention in groups that are listed",
  },
  "pairing-stays-in-direct-chats": {
    was: "Anyone who was paired in a direct chat may also command in groups",
    became: "Pairing counts in direct chats only",
  },
  "only-open-is-open": {
    was: "A `groupPolicy` of an unknown value is `open`",
    became: "A `groupPolicy` of an unknown value is `allowlist`",
  },
  "open-heeds-list": {
    was: '`dmPolicy: "open"` lets everybody in',
    became: '`dmPolicy: "open"` lets everybody in only with `*` in `allowFrom`, otherwise those listed there',
  },
  "sender-keys-typed": {
    was: "A key of `toolsBySender` may be the sender's id, phone number, user name or name",
    became: "A key says what it is (`id:`, `e164:`, `username:`, `name:`); without that it is an id",
  },
  "group-has-several-ids": {
    was: "A group is looked up under one id",
    became: "A group that has several ids (a topic and its chat) is looked up under each of them",
  },
  "sender-keys-name-channel": {
    was: "A key of `toolsBySender` holds on every channel",
    became: "A key may name its channel: `channel:<channel>:<id>`",
  },
  "missing-channel-is-allowlist": {
    was: "The groups of a channel that the config does not have are open",
    became: "They are an allowlist",
  },
  "empty-override-blocks": {
    was: "An empty `allowFrom` of a group or topic is as good as none",
    became: "An empty `allowFrom` of a group or topic lets nobody in",
  },
  "listed-group-admits-members": {
    was: "Where no sender is listed, nobody in a listed group is let in",
    became: "Where no sender is listed, everybody in a group that is listed by its id is let in",
  },
  "any-topic-defaults": {
    was: '`topics["*"]` is a topic like any other',
    became: '`topics["*"]` holds for every topic that does not say otherwise',
  },
  "access-groups": {
    was: "An entry `accessGroup:<name>` is an id like any other",
    became: "It stands for the members of that access group",
  },
  "sender-entries-may-name-channel": {
    was: "Only Telegram's allow lists may write `telegram:123` for `123`",
    became: "Every channel's allow lists may write the channel before the id",
  },
  "listed-ids-compared-exactly": {
    was: "Blanks around a sender's id, prefixes before it, and on most channels its case do not count where lists grant something",
    became:
      "An id is compared as it is, but for what is one id by its channel's own rule: phone numbers, IRC, email",
  },
  "empty-sender-list-admits-nobody": {
    was: "On other channels than Telegram, an empty `groupAllowFrom` leaves `allowFrom` in force",
    became: "An empty `groupAllowFrom` lets nobody in",
  },
  "groups-checked-before-senders": {
    was: "The sender is checked before the group, so the reason given is the sender",
    became: "The group is checked before the sender, so the reason given is the group",
  },
};
