import type { roomBehaviours } from "../behaviours/rooms.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/rooms.ts` changes, for people. */
export const roomSentences: SentencesOf<typeof roomBehaviours> = {
  "rooms-found-by-id": {
    was: "Servers and rooms of Discord and Google Chat are also found by their names, which those who run them can change",
    became: "They are found by their ids; by names where `dangerouslyAllowNameMatching` says so",
  },
  "talk-rooms-found-by-token": {
    was: "Rooms of Nextcloud Talk are also found by their names, which those who run them can change",
    became: "They are found by their tokens",
  },
  "rooms-closed-unless-said": {
    was: "Discord and Slack are open where no `groupPolicy` is written, and Slack's open policy admits rooms that are not listed",
    became: "They are an allowlist, and a room that is not listed where others are is shut",
  },
  "rooms-ask-who-writes": {
    was: "Everybody may write in a room that is listed without people, an empty list of people means everybody, and a server need not list the people whom a room lists",
    became:
      "The sender has to be listed by the room and by its server, if they list anybody, or by the account",
  },
  "teams-ask-who-writes": {
    was: "Everybody may write in a channel of a listed team where nobody is listed",
    became: "Nobody may",
  },
  "spaces-ask-who-writes": {
    was: "Everybody may write in a listed space of Google Chat where nobody is listed",
    became: "Nobody may",
  },
  "slack-group-chats-ask-sender": {
    was: "Everybody in a chat of several people on Slack may write",
    became: "Those of `allowFrom` may",
  },
  "empty-rooms-limit-nothing": {
    was: "A Discord server's empty `channels` shuts all of its channels",
    became: "It is as good as none",
  },
  "allow-of-rooms-left": {
    was: "`allow: false` shuts a room",
    became: "Only `enabled: false` does; Matrix still reads `allow`",
  },
  "other-mentions-ignored": {
    was: "Discord answers messages that mention somebody else",
    became: "Where `ignoreOtherMentions` says so it does not",
  },
  "everyone-mentions-the-bot": {
    was: "A message of Discord to everybody does not mention the bot",
    became: "It does",
  },
  "roles-read": {
    was: "Discord's `roles` are not read",
    became: "Anyone who has one of them may write, like those of `users`; nobody else may",
  },
  "star-commands-no-room": {
    was: "Where `allowFrom` of Discord has `*`, everybody may command in every room",
    became: "Only the people whom it names may",
  },
  "feishu-groups-read-whole": {
    was: "Of Feishu's groups those are read that are written by their ids; none is shut by `enabled: false`, and `groupSenderAllowFrom` lists nobody",
    became: 'All of it is read: `enabled`, what `groups["*"]` says of all others, and `groupSenderAllowFrom`',
  },
  "feishu-groups-listed-by-entry": {
    was: "The only allowlist of Feishu's groups is `groupAllowFrom`, a list of chat ids",
    became: "A group that is written by its id under `groups` is listed, too",
  },
  "feishu-open-needs-no-mention": {
    was: "A Feishu group that is not configured needs a mention",
    became: "It needs none where `groupPolicy` is open",
  },
  "feishu-lists-of-ids": {
    was: "Feishu's lists may name people by what they are called, and ids are written plainly",
    became:
      "They take ids, which may begin with the channel and the kind (`feishu:user:`); people in `allowFrom` may command in groups without a list",
  },
  "feishu-entries-name-lark": {
    was: "No id in Feishu's lists begins with `lark:`",
    became: "It may",
  },
  "feishu-entries-name-groups": {
    was: "`group:`, `channel:` and `dm:` stand before no id of Feishu's lists",
    became: "They may",
  },
  "feishu-ids-of-exact-case": {
    was: "Feishu's lists name people and groups in any case",
    became: "They name them exactly as they are written, groups as groups and people as people",
  },
  "room-tools-as-admitted": {
    was: "The tools of a Discord room are found by the room's own entry and by what a server calls itself, not by that of `*` or of the room that a thread hangs under",
    became: "They are found like the entry that lets a message in",
  },
  "room-tools-of-account": {
    was: "The tools of Discord's rooms are those that the channel writes, whatever an account writes",
    became: "They are the account's",
  },
  "team-tools-by-id": {
    was: "The tools of a Teams channel are found by the names of team and channel where names count",
    became: "They are found by ids",
  },
  "unavailable-guild-by-id": {
    was: "A Discord server is not found as long as only its id is known",
    became: "It is found by its id, though not by `*`",
  },
  "slack-bots-listed": {
    was: "A bot that `allowBots` lets in may write in every room of Slack",
    became: "It may where the room lists it among its `users`, or somebody of `allowFrom` is present",
  },
  "slack-other-mentions-ignored": {
    was: "Slack answers messages that mention somebody else",
    became: "Where `ignoreOtherMentions` says so it does not",
  },
  "joined-threads-need-no-mention": {
    was: "In a thread of Slack only a reply to the bot needs no mention",
    became: "Nor does any message in a thread in which the bot has written",
  },
  "bots-must-name-the-bot": {
    was: '`allowBots: "mentions"` reads what a bot writes to everybody, or in reply',
    became: "It reads what names the bot",
  },
  "slack-room-names-need-switch": {
    was: "Slack's rooms are found by their names, too",
    became: "They are where `dangerouslyAllowNameMatching` says so",
  },
  "team-names-need-switch": {
    was: "Teams and their channels are found by their names, too",
    became: "They are where `dangerouslyAllowNameMatching` says so",
  },
  "matrix-rooms-found-by-id": {
    was: "Matrix' rooms are found by their names, too",
    became: "They are found by their ids and aliases",
  },
  "space-names-shut": {
    was: "Spaces of Google Chat are found by their names, too",
    became: "A space whose name is listed is shut",
  },
  "slack-rooms-of-any-case": {
    was: "Slack's rooms are found under exactly their ids",
    became: "They are found under their ids in lower or upper case",
  },
  "slack-rooms-prefixed": {
    was: "Slack's rooms are written by their plain ids",
    became: "`channel:` may stand before the id",
  },
  "slack-rooms-of-team": {
    was: "Slack's rooms are written without their team",
    became:
      "`team:<team>:channel:` may stand before the id, and must where an app serves a whole organisation",
  },
  "slack-slugs-of-any-script": {
    was: "Letters other than a to z do not count in the names of Slack's rooms and people",
    became: "Letters of any script count",
  },
};
