import type { conversationBehaviours } from "../behaviours/conversations.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/conversations.ts` changes, for people. */
export const conversationSentences: SentencesOf<typeof conversationBehaviours> = {
  "slack-messages-are-threads": {
    was: "A Slack message that is not a reply belongs to its room's session",
    became: "Every Slack message in a room has a session of its own, that of the thread under it",
  },
  "slack-direct-replies-open-threads": {
    was: "A direct Slack message that is not a reply belongs to the direct chat's session",
    became: "If `replyToMode` is `all`, every direct Slack message has a session of its own",
  },
  "slack-mentions-open-threads": {
    was: "A Slack message that mentions the bot belongs to its room's session, whatever `replyToMode` says",
    became:
      "A Slack message that mentions the bot belongs to the session of the thread under it, unless `replyToMode` is `off`",
  },
  "slack-open-rooms-open-threads": {
    was: "In Slack rooms that need no mention a message without one belongs to the room's session, whatever `replyToMode` says",
    became:
      "In Slack rooms that need no mention every message belongs to the session of the thread under it, unless `replyToMode` is `off`",
  },
  "slack-direct-threads-joined": {
    was: "A thread in a direct Slack chat has a session of its own",
    became: "A thread in a direct Slack chat shares the chat's session",
  },
  "slack-room-reply-mode": {
    was: "A Slack room's `replyToMode` has no effect",
    became: "A Slack room's `replyToMode` replaces the channel's",
  },
  "slack-rooms-named-by-team": {
    was: "A Slack room is configured under its id",
    became:
      "A Slack room may be configured under `team:<team>:channel:<id>`, which takes precedence over its id",
  },
  "matrix-threads-joined": {
    was: "A Matrix thread has a session of its own",
    became: "A Matrix thread shares its room's session unless a setting keeps it apart",
  },
  "matrix-thread-replies": {
    was: "Matrix's `threadReplies` says where answers go, and has no effect on sessions",
    became:
      "Matrix's `threadReplies` decides which messages get the session of a thread: those in a thread (unless set otherwise), none, or all",
  },
  "matrix-direct-rooms": {
    was: "Direct Matrix chats with one person are one conversation, whatever the room",
    became: '`dm.sessionScope: "per-room"` gives each direct Matrix room a session of its own',
  },
  "matrix-direct-rooms-are-direct": {
    was: "The session of a direct Matrix room has a key like a channel's, so rules about channels apply to it",
    became: "The session of a direct Matrix room has a key like a direct chat's",
  },
  "mattermost-replies-open-threads": {
    was: "A Mattermost message that is not a reply belongs to its room's session",
    became:
      "Unless `replyToMode` is `off`, every Mattermost message in a room belongs to the session of the thread under it",
  },
  "mattermost-off-joins-threads": {
    was: "A Mattermost thread has a session of its own, whatever `replyToMode` says",
    became: "If `replyToMode` is `off`, Mattermost threads share their chat's session",
  },
  "mattermost-room-threads-apart": {
    was: "If `replyToMode` is `off`, Mattermost threads in rooms share their room's session",
    became: "Mattermost threads in rooms have sessions of their own, whatever `replyToMode` says",
  },
  "mattermost-direct-threads-joined": {
    was: "A thread in a direct Mattermost chat has a session of its own unless `replyToMode` is `off`",
    became: "A thread in a direct Mattermost chat shares the chat's session",
  },
  "mattermost-direct-replies-open-threads": {
    was: "A direct Mattermost message that is not a reply belongs to the direct chat's session",
    became:
      "Unless `replyToMode` is `off`, every direct Mattermost message belongs to the session of the thread under it, which continues no other session",
  },
  "feishu-topic-mode": {
    was: "Feishu's `topicSessionMode` has no effect",
    became: '`topicSessionMode: "enabled"` gives topics of Feishu groups sessions of their own',
  },
  "feishu-group-scopes": {
    was: "Feishu's `groupSessionScope` and `replyInThread` have no effect on sessions",
    became:
      "Feishu's `groupSessionScope` gives topics, senders or both sessions of their own, and takes precedence over `topicSessionMode`",
  },
  "feishu-topic-groups": {
    was: "A topic of a Feishu topic group is identified by the message at its root, if there is one",
    became: "A topic of a Feishu topic group is identified by its own id",
  },
  "feishu-parts-apart": {
    was: "Topic and sender are written into the id of a Feishu group, `oc_1:topic:om_1:sender:ou_1`, so bindings to the group do not reach its senders",
    became:
      "Topic and sender of a Feishu group are separate parts of the key, so bindings to the group reach them",
  },
  "teams-channel-threads": {
    was: "Threads of a Teams channel share the channel's session",
    became: "A thread of a Teams channel has a session of its own",
  },
  "telegram-direct-threads-joined": {
    was: "A topic of a direct Telegram chat has a session of its own",
    became:
      "A topic of a direct Telegram chat shares the chat's session unless `threadReplies` of that chat or of `dm` says `inbound` or `always`, or the topic itself is configured",
  },
  "discord-parents-asked-for": {
    was: "A Discord thread's session starts with what was said in its parent channel",
    became: "A Discord thread's session starts with that only if `thread.inheritParent` is true",
  },
  "conversation-facts-required": {
    was: "A message goes to its chat's session when it lacks the facts that decide which of the chat's sessions it belongs to",
    became: "A message that lacks those facts has no session",
  },
  "parties-apart": {
    was: "One person who reaches the bot in two Slack workspaces, or through two Telegram business accounts, has one conversation",
    became:
      "Wherever the scope keeps people apart, direct chats in different Slack workspaces or Telegram business accounts are kept apart too",
  },
};
