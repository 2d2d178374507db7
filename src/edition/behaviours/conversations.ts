import type { Behaviour } from "../behaviour.ts";

/**
 * What channels' own settings, and the habits of their adapters, make of a chat: which of its messages share a session.
 * Between two recorded releases a change is dated to the first that shows it.
 */
export const conversationBehaviours = {
  "slack-messages-are-threads": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.3.1", until: "2026.3.2" }],
  },
  "slack-direct-replies-open-threads": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.3.1", until: "2026.5.3" }],
  },
  "slack-mentions-open-threads": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.4.26" }],
  },
  "slack-open-rooms-open-threads": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.5.12" }],
  },
  "slack-direct-threads-joined": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.6.11" }],
  },
  "slack-room-reply-mode": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.7.1" }],
  },
  "slack-rooms-named-by-team": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.9.2" }],
  },
  "matrix-threads-joined": {
    area: "keys",
    risk: "re-keys",
    // By reading: the Matrix adapter was written anew for 2026.3.22, without what kept threads apart.
    inForce: [{ since: "2026.3.22" }],
  },
  "matrix-thread-replies": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.3.31" }],
  },
  "matrix-direct-rooms": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.4.5" }],
  },
  "matrix-direct-rooms-are-direct": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026-11" }],
  },
  "mattermost-replies-open-threads": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.3.13" }],
  },
  "mattermost-off-joins-threads": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.3.24" }],
  },
  "mattermost-room-threads-apart": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.6.8" }],
  },
  "mattermost-direct-threads-joined": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.4.26", until: "2026.9.2" }],
  },
  "mattermost-direct-replies-open-threads": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.9.2" }],
  },
  "feishu-topic-mode": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.2.12" }],
  },
  "feishu-group-scopes": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.3.2" }],
  },
  "feishu-topic-groups": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.4.26" }],
  },
  "feishu-parts-apart": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026-11" }],
  },
  "teams-channel-threads": {
    area: "keys",
    risk: "re-keys",
    // By reading; not recorded, and so dated to the release after it was merged.
    inForce: [{ since: "2026.4.10" }],
  },
  "telegram-direct-threads-joined": {
    area: "keys",
    risk: "re-keys",
    // By reading: while the schema takes `dm.threadReplies`. Later the bot itself tells whether it has topics.
    inForce: [{ since: "2026.5.2", until: "2026.5.28" }],
  },
  "discord-parents-asked-for": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.4.26" }],
  },
  "conversation-facts-required": {
    area: "keys",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "parties-apart": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
