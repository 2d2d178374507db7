import type { conversationBehaviours } from "../behaviours/conversations.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/conversations.ts` changes, for people. */
export const conversationSentences: SentencesOf<typeof conversationBehaviours> = {
  "slack-messages-are-threads": {
    was: "A Slack message that answers nothing belongs to its room's session",
    became: "Every Slack message of a room has a session of its own, that of the thread under it",
  },
  "slack-direct-replies-open-threads": {
    was: "A direct Slack message that answers nothing belongs to the direct chat's session",
    became: "Where `replyToMode` is `all`, every direct Slack message has a session of its own",
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
    was: "`replyToMode` of a Slack room decides nothing",
    became: "`replyToMode` of a Slack room takes the place of the channel's",
  },
  "slack-rooms-named-by-team": {
    was: "A Slack room is configured under its id",
    became: "A Slack room may be configured under `team:<team>:channel:<id>`, which goes before its id",
  },
  "matrix-threads-joined": {
    was: "A Matrix thread has a session of its own",
    became: "A Matrix thread shares its room's session unless a setting keeps it apart",
  },
  "matrix-thread-replies": {
    was: "`threadReplies` of Matrix says where answers go, and decides no session",
    became:
      "`threadReplies` of Matrix decides which messages have the session of a thread: those in one, where nothing is written, none or each",
  },
  "matrix-direct-rooms": {
    was: "Direct Matrix chats with one person are one, in whatever room",
    became: '`dm.sessionScope: "per-room"` gives each direct Matrix room a session of its own',
  },
  "matrix-direct-rooms-are-direct": {
    was: "The session of a direct Matrix room is keyed as a channel's, so rules about channels hold for it",
    became: "The session of a direct Matrix room is keyed as a direct chat's",
  },
  "mattermost-replies-open-threads": {
    was: "A Mattermost message that answers nothing belongs to its room's session",
    became:
      "Where `replyToMode` is not `off`, every Mattermost message of a room belongs to the session of the thread under it",
  },
  "mattermost-off-joins-threads": {
    was: "A Mattermost thread has a session of its own, whatever `replyToMode` says",
    became: "Where `replyToMode` is `off`, Mattermost threads share their chat's session",
  },
  "mattermost-room-threads-apart": {
    was: "Where `replyToMode` is `off`, Mattermost threads of rooms share their room's session",
    became: "Mattermost threads of rooms have sessions of their own, whatever `replyToMode` says",
  },
  "mattermost-direct-threads-joined": {
    was: "A thread in a direct Mattermost chat has a session of its own unless `replyToMode` is `off`",
    became: "A thread in a direct Mattermost chat shares the chat's session",
  },
  "mattermost-direct-replies-open-threads": {
    was: "A direct Mattermost message that answers nothing belongs to the direct chat's session",
    became:
      "Where `replyToMode` is not `off`, every direct Mattermost message belongs to the session of the thread under it, which continues none",
  },
  "feishu-topic-mode": {
    was: "`topicSessionMode` of Feishu decides nothing",
    became: '`topicSessionMode: "enabled"` gives the topics of Feishu groups sessions of their own',
  },
  "feishu-group-scopes": {
    was: "`groupSessionScope` and `replyInThread` of Feishu decide no session",
    became:
      "`groupSessionScope` of Feishu gives topics, senders or both sessions of their own, and goes before `topicSessionMode`",
  },
  "feishu-topic-groups": {
    was: "A topic of a Feishu topic group is known by the message at its root, where there is one",
    became: "A topic of a Feishu topic group is known by its own id",
  },
  "feishu-parts-apart": {
    was: "Topic and sender are written into the id of a Feishu group, `oc_1:topic:om_1:sender:ou_1`, and bindings to the group do not reach its senders",
    became:
      "Topic and sender of a Feishu group are parts of the key by themselves, and bindings to the group reach them",
  },
  "teams-channel-threads": {
    was: "Threads of a Teams channel share the channel's session",
    became: "A thread of a Teams channel has a session of its own",
  },
  "telegram-direct-threads-joined": {
    was: "A topic of a direct Telegram chat has a session of its own",
    became:
      "A topic of a direct Telegram chat shares the chat's session unless `threadReplies` of that chat or of `dm` says `inbound` or `always`, or the topic is configured",
  },
  "discord-parents-asked-for": {
    was: "A Discord thread's session begins with what was said in the channel above it",
    became: "A Discord thread's session does so only where `thread.inheritParent` is true",
  },
  "conversation-facts-required": {
    was: "A message that lacks what decides which session of a chat is its own goes to the chat's",
    became: "A message that lacks what decides which session of a chat is its own has none",
  },
  "parties-apart": {
    was: "One person who reaches the bot on behalf of several parties has one conversation: in two Slack workspaces, or through two owners of Telegram business accounts",
    became:
      "A direct chat is of the Slack workspace or of the Telegram business account as well, wherever the scope keeps people apart",
  },
};
