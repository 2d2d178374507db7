import type { Behaviour } from "../behaviour.ts";

/**
 * What channels' own settings, and the habits of their adapters, make of a chat: which of its messages share a session.
 * Between two recorded releases a change is dated to the first that shows it.
 */
export const conversationBehaviours = {
  "slack-messages-are-threads": {
    area: "keys",
    risk: "re-keys",
    was: "A Slack message that answers nothing belongs to its room's session",
    became: "Every Slack message of a room has a session of its own, that of the thread under it",
    inForce: [{ since: "2026.3.1", until: "2026.3.2" }],
  },
  "slack-direct-replies-open-threads": {
    area: "keys",
    risk: "re-keys",
    was: "A direct Slack message that answers nothing belongs to the direct chat's session",
    became: "Where `replyToMode` is `all`, every direct Slack message has a session of its own",
    inForce: [{ since: "2026.3.1", until: "2026.5.3" }],
  },
  "slack-mentions-open-threads": {
    area: "keys",
    risk: "re-keys",
    was: "A Slack message that mentions the bot belongs to its room's session, whatever `replyToMode` says",
    became:
      "A Slack message that mentions the bot belongs to the session of the thread under it, unless `replyToMode` is `off`",
    inForce: [{ since: "2026.4.26" }],
  },
  "slack-open-rooms-open-threads": {
    area: "keys",
    risk: "re-keys",
    was: "In Slack rooms that need no mention a message without one belongs to the room's session, whatever `replyToMode` says",
    became:
      "In Slack rooms that need no mention every message belongs to the session of the thread under it, unless `replyToMode` is `off`",
    inForce: [{ since: "2026.5.12" }],
  },
  "slack-direct-threads-joined": {
    area: "keys",
    risk: "re-keys",
    was: "A thread in a direct Slack chat has a session of its own",
    became: "A thread in a direct Slack chat shares the chat's session",
    inForce: [{ since: "2026.6.11" }],
  },
  "slack-room-reply-mode": {
    area: "keys",
    risk: "re-keys",
    was: "`replyToMode` of a Slack room decides nothing",
    became: "`replyToMode` of a Slack room takes the place of the channel's",
    inForce: [{ since: "2026.7.1" }],
  },
  "slack-rooms-named-by-team": {
    area: "keys",
    risk: "re-keys",
    was: "A Slack room is configured under its id",
    became: "A Slack room may be configured under `team:<team>:channel:<id>`, which goes before its id",
    inForce: [{ since: "2026.9.2" }],
  },
  "matrix-threads-joined": {
    area: "keys",
    risk: "re-keys",
    was: "A Matrix thread has a session of its own",
    became: "A Matrix thread shares its room's session unless a setting keeps it apart",
    // By reading: the Matrix adapter was written anew for 2026.3.22, without what kept threads apart.
    inForce: [{ since: "2026.3.22" }],
  },
  "matrix-thread-replies": {
    area: "keys",
    risk: "re-keys",
    was: "`threadReplies` of Matrix says where answers go, and decides no session",
    became:
      "`threadReplies` of Matrix decides which messages have the session of a thread: those in one, where nothing is written, none or each",
    inForce: [{ since: "2026.3.31" }],
  },
  "matrix-direct-rooms": {
    area: "keys",
    risk: "re-keys",
    was: "Direct Matrix chats with one person are one, in whatever room",
    became: '`dm.sessionScope: "per-room"` gives each direct Matrix room a session of its own',
    inForce: [{ since: "2026.4.5" }],
  },
  "matrix-direct-rooms-are-direct": {
    area: "keys",
    risk: "re-keys",
    was: "The session of a direct Matrix room is keyed as a channel's, so rules about channels hold for it",
    became: "The session of a direct Matrix room is keyed as a direct chat's",
    inForce: [{ since: "2026-11" }],
  },
  "mattermost-replies-open-threads": {
    area: "keys",
    risk: "re-keys",
    was: "A Mattermost message that answers nothing belongs to its room's session",
    became:
      "Where `replyToMode` is not `off`, every Mattermost message of a room belongs to the session of the thread under it",
    inForce: [{ since: "2026.3.13" }],
  },
  "mattermost-off-joins-threads": {
    area: "keys",
    risk: "re-keys",
    was: "A Mattermost thread has a session of its own, whatever `replyToMode` says",
    became: "Where `replyToMode` is `off`, Mattermost threads share their chat's session",
    inForce: [{ since: "2026.3.24" }],
  },
  "mattermost-room-threads-apart": {
    area: "keys",
    risk: "re-keys",
    was: "Where `replyToMode` is `off`, Mattermost threads of rooms share their room's session",
    became: "Mattermost threads of rooms have sessions of their own, whatever `replyToMode` says",
    inForce: [{ since: "2026.6.8" }],
  },
  "mattermost-direct-threads-joined": {
    area: "keys",
    risk: "re-keys",
    was: "A thread in a direct Mattermost chat has a session of its own unless `replyToMode` is `off`",
    became: "A thread in a direct Mattermost chat shares the chat's session",
    inForce: [{ since: "2026.4.26", until: "2026.9.2" }],
  },
  "mattermost-direct-replies-open-threads": {
    area: "keys",
    risk: "re-keys",
    was: "A direct Mattermost message that answers nothing belongs to the direct chat's session",
    became:
      "Where `replyToMode` is not `off`, every direct Mattermost message belongs to the session of the thread under it, which continues none",
    inForce: [{ since: "2026.9.2" }],
  },
  "feishu-topic-mode": {
    area: "keys",
    risk: "re-keys",
    was: "`topicSessionMode` of Feishu decides nothing",
    became: '`topicSessionMode: "enabled"` gives the topics of Feishu groups sessions of their own',
    inForce: [{ since: "2026.2.12" }],
  },
  "feishu-group-scopes": {
    area: "keys",
    risk: "re-keys",
    was: "`groupSessionScope` and `replyInThread` of Feishu decide no session",
    became:
      "`groupSessionScope` of Feishu gives topics, senders or both sessions of their own, and goes before `topicSessionMode`",
    inForce: [{ since: "2026.3.2" }],
  },
  "feishu-topic-groups": {
    area: "keys",
    risk: "re-keys",
    was: "A topic of a Feishu topic group is known by the message at its root, where there is one",
    became: "A topic of a Feishu topic group is known by its own id",
    inForce: [{ since: "2026.4.26" }],
  },
  "feishu-parts-apart": {
    area: "keys",
    risk: "re-keys",
    was: "Topic and sender are written into the id of a Feishu group, `oc_1:topic:om_1:sender:ou_1`, and bindings to the group do not reach its senders",
    became:
      "Topic and sender of a Feishu group are parts of the key by themselves, and bindings to the group reach them",
    inForce: [{ since: "2026-11" }],
  },
  "teams-channel-threads": {
    area: "keys",
    risk: "re-keys",
    was: "Threads of a Teams channel share the channel's session",
    became: "A thread of a Teams channel has a session of its own",
    // By reading; not recorded, and so dated to the release after it was merged.
    inForce: [{ since: "2026.4.10" }],
  },
  "telegram-direct-threads-joined": {
    area: "keys",
    risk: "re-keys",
    was: "A topic of a direct Telegram chat has a session of its own",
    became:
      "A topic of a direct Telegram chat shares the chat's session unless `threadReplies` of that chat or of `dm` says `inbound` or `always`, or the topic is configured",
    // By reading: while the schema takes `dm.threadReplies`. Later the bot itself tells whether it has topics.
    inForce: [{ since: "2026.5.2", until: "2026.5.28" }],
  },
  "discord-parents-asked-for": {
    area: "keys",
    risk: "re-keys",
    was: "A Discord thread's session begins with what was said in the channel above it",
    became: "A Discord thread's session does so only where `thread.inheritParent` is true",
    inForce: [{ since: "2026.4.26" }],
  },
  "conversation-facts-required": {
    area: "keys",
    risk: "narrows",
    was: "A message that lacks what decides which session of a chat is its own goes to the chat's",
    became: "A message that lacks what decides which session of a chat is its own has none",
    inForce: [{ since: "2026-11" }],
  },
  "parties-apart": {
    area: "keys",
    risk: "re-keys",
    was: "One person who reaches the bot on behalf of several parties has one conversation: in two Slack workspaces, or through two owners of Telegram business accounts",
    became:
      "A direct chat is of the Slack workspace or of the Telegram business account as well, wherever the scope keeps people apart",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
