import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `access`, of rooms that their platform keeps in servers, workspaces and teams. */
export const roomBehaviours = {
  "rooms-found-by-id": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "talk-rooms-found-by-token": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.3.24" }],
  },
  "rooms-closed-unless-said": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "rooms-ask-who-writes": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "teams-ask-who-writes": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.3.28" }],
  },
  "spaces-ask-who-writes": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.3.28" }],
  },
  "slack-group-chats-ask-sender": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.9.2" }],
  },
  "empty-rooms-limit-nothing": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.2.17" }],
  },
  "allow-of-rooms-left": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.4.5", until: "2026-11" }],
  },
  "other-mentions-ignored": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.3.7" }],
  },
  "everyone-mentions-the-bot": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.4.5" }],
  },
  "roles-read": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.2.17" }],
  },
  "star-commands-no-room": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.4.29" }],
  },
  "feishu-groups-read-whole": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.3.1" }],
  },
  "feishu-groups-listed-by-entry": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.4.29" }],
  },
  "feishu-open-needs-no-mention": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.3.24", until: "2026-11" }],
  },
  "feishu-lists-of-ids": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.2.22" }],
  },
  "feishu-entries-name-lark": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.3.1" }],
  },
  "feishu-entries-name-groups": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.3.7" }],
  },
  "feishu-ids-of-exact-case": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.4.14" }],
  },
  "room-tools-as-admitted": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "room-tools-of-account": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.4.5" }],
  },
  "team-tools-by-id": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.8.1" }],
  },
  "unavailable-guild-by-id": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.3.13" }],
  },
  "slack-bots-listed": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.4.29" }],
  },
  "slack-other-mentions-ignored": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.7.1" }],
  },
  "joined-threads-need-no-mention": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.3.1" }],
  },
  "bots-must-name-the-bot": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.9.3" }],
  },
  "slack-room-names-need-switch": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.2.25" }],
  },
  "team-names-need-switch": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.3.13" }],
  },
  "matrix-rooms-found-by-id": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.2.9" }],
  },
  "space-names-shut": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.3.28", until: "2026-11" }],
  },
  "slack-rooms-of-any-case": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.2.25" }],
  },
  "slack-rooms-prefixed": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.5.3" }],
  },
  "slack-rooms-of-team": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.9.2" }],
  },
  "slack-slugs-of-any-script": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.4.29" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
