import type { roomBehaviours } from "../behaviours/rooms.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/rooms.ts` changes, for people. */
export const roomSentences: SentencesOf<typeof roomBehaviours> = {
  "rooms-found-by-id": {
    was: "Servers and rooms of Discord and Google Chat are also found by their names, which the people who run them can change",
    became: "They are found by their ids, and by names only if `dangerouslyAllowNameMatching` is on",
  },
  "talk-rooms-found-by-token": {
    was: "Rooms of Nextcloud Talk are also found by their names, which the people who run them can change",
    became: "They are found only by their tokens",
  },
  "rooms-closed-unless-said": {
    was: "Discord and Slack are open if no `groupPolicy` is written, and Slack's open policy lets in rooms that are not listed",
    became: "Their default is an allowlist, and if any rooms are listed, those that are not are closed",
  },
  "rooms-ask-who-writes": {
    was: "Everybody may write in a room that is listed without people, an empty list of people means everybody, and a server does not have to list the people whom its room lists",
    became:
      "The sender has to be listed by the room and by its server, if they list anybody, or else by the account",
  },
  "teams-ask-who-writes": {
    was: "If nobody is listed, everybody may write in a channel of a listed team",
    became: "Nobody may",
  },
  "spaces-ask-who-writes": {
    was: "If nobody is listed, everybody may write in a listed space of Google Chat",
    became: "Nobody may",
  },
  "slack-group-chats-ask-sender": {
    was: "Everybody in a Slack group chat may write",
    became: "Only those in `allowFrom` may",
  },
  "empty-rooms-limit-nothing": {
    was: "A Discord server's empty `channels` closes all of its channels",
    became: "It counts as missing",
  },
  "allow-of-rooms-left": {
    was: "`allow: false` closes a room",
    became: "Only `enabled: false` does; Matrix still reads `allow`",
  },
  "other-mentions-ignored": {
    was: "Discord answers messages that mention somebody else",
    became: "It does not if `ignoreOtherMentions` is on",
  },
  "everyone-mentions-the-bot": {
    was: "A Discord message to `@everyone` does not mention the bot",
    became: "It does",
  },
  "roles-read": {
    was: "Discord's `roles` are not read",
    became: "Anyone with one of the roles may write, as may those in `users`; nobody else may",
  },
  "star-commands-no-room": {
    was: "If Discord's `allowFrom` has `*`, everybody may give commands in every room",
    became: "Only the people whom it names may",
  },
  "feishu-groups-read-whole": {
    was: "Only those of Feishu's groups are read that are written by their ids; `enabled: false` closes none, and `groupSenderAllowFrom` is not read",
    became:
      'Everything is read: `enabled`, what `groups["*"]` says about all other groups, and `groupSenderAllowFrom`',
  },
  "feishu-groups-listed-by-entry": {
    was: "The only allowlist of Feishu's groups is `groupAllowFrom`, a list of chat ids",
    became: "A group written by its id under `groups` is also listed",
  },
  "feishu-open-needs-no-mention": {
    was: "A Feishu group that is not configured needs a mention",
    became: "It needs none if `groupPolicy` is open",
  },
  "feishu-lists-of-ids": {
    was: "Feishu's lists may name people by their display names, and ids have no prefix",
    became:
      "They take only ids, which may begin with the channel and the kind (`feishu:user:`); people in `allowFrom` may give commands in groups without a list",
  },
  "feishu-entries-name-lark": {
    was: "An id in Feishu's lists may not begin with `lark:`",
    became: "It may",
  },
  "feishu-entries-name-groups": {
    was: "An id in Feishu's lists may not begin with `group:`, `channel:` or `dm:`",
    became: "They may",
  },
  "feishu-ids-of-exact-case": {
    was: "Feishu's lists name people and groups in any case",
    became: "They name them exactly as written, groups as groups and people as people",
  },
  "room-tools-as-admitted": {
    was: "The tools of a Discord room are found by the room's own entry and by the server's name, not by the entry `*` or that of a thread's parent room",
    became: "They are found in the same way as the entry that lets a message in",
  },
  "room-tools-of-account": {
    was: "The tools of Discord's rooms are those that the channel lists, whatever an account says",
    became: "They are those that the account lists",
  },
  "team-tools-by-id": {
    was: "The tools of a Teams channel are found by the names of team and channel if names count",
    became: "They are found by ids",
  },
  "unavailable-guild-by-id": {
    was: "A Discord server is not found while only its id is known",
    became: "It is found by its id, though not by `*`",
  },
  "slack-bots-listed": {
    was: "A bot that `allowBots` lets in may write in every room of Slack",
    became: "It may if the room lists it among its `users`, or somebody in `allowFrom` is present",
  },
  "slack-other-mentions-ignored": {
    was: "Slack answers messages that mention somebody else",
    became: "It does not if `ignoreOtherMentions` is on",
  },
  "joined-threads-need-no-mention": {
    was: "In a Slack thread only a reply to the bot needs no mention",
    became: "No message needs one in a thread in which the bot has written",
  },
  "bots-must-name-the-bot": {
    was: '`allowBots: "mentions"` reads what a bot writes to everybody, or in reply',
    became: "It reads only what names the bot",
  },
  "slack-room-names-need-switch": {
    was: "Slack's rooms are also found by their names",
    became: "They are only if `dangerouslyAllowNameMatching` is on",
  },
  "team-names-need-switch": {
    was: "Teams and their channels are also found by their names",
    became: "They are only if `dangerouslyAllowNameMatching` is on",
  },
  "matrix-rooms-found-by-id": {
    was: "Matrix's rooms are also found by their names",
    became: "They are found only by their ids and aliases",
  },
  "space-names-shut": {
    was: "Spaces of Google Chat are also found by their names",
    became: "A space whose name is listed is closed",
  },
  "slack-rooms-of-any-case": {
    was: "Slack's rooms are found only under their exact ids",
    became: "They are found under their ids in either lower or upper case",
  },
  "slack-rooms-prefixed": {
    was: "Slack's rooms are written with their plain ids",
    became: "`channel:` may stand before the id",
  },
  "slack-rooms-of-team": {
    was: "Slack's rooms are written without their team",
    became: "`team:<team>:channel:` may stand before the id, and must if the app serves a whole organisation",
  },
  "slack-slugs-of-any-script": {
    was: "Letters other than a to z do not count in the names of Slack's rooms and people",
    became: "Letters of any script count",
  },
};
