import type { Behaviour } from "../behaviour.ts";
import { conversationBehaviours } from "./conversations.ts";
import { knownChannelBehaviours } from "./known-channels.ts";

/** What decides which key a chat gets. */
export const keyBuildingBehaviours = {
  "direct-token": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.2.9" }],
  },
  "prototype-accounts-are-default": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.2.23", until: "2026-11" }],
  },
  "thread-case-choice": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.2.23" }],
  },
  "signal-group-case": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.5.18" }],
  },
  "matrix-room-case": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.5.28" }],
  },
  "group-scope": {
    area: "keys",
    risk: "widens",
    inForce: [{ since: "2026.8.1" }],
  },
  "key-grammar": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026-11" }],
  },
  "ids-kept": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026-11" }],
  },
  "account-ids-kept": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026-11" }],
  },
  "account-in-group-keys": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026-11" }],
  },
  "links-join-channels": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026-11" }],
  },
  "peer-required": {
    area: "keys",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;

/** What decides how a stored, requested or foreign key is read. */
const keyReadingBehaviours = {
  "keys-read-in-any-case": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.2.26" }],
  },
  "empty-segments-count": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.7.1" }],
  },
  "wrapped-matrix-case": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.7.1" }],
  },
  "keys-need-an-owner": {
    area: "keys",
    risk: "narrows",
    inForce: [{ since: "2026.8.1" }],
  },
  "cron-runs-have-children": {
    area: "keys",
    risk: "widens",
    inForce: [{ since: "2026.5.12" }],
  },
  "bare-subagents-count": {
    area: "keys",
    risk: "narrows",
    inForce: [{ since: "2026.7.1" }],
  },
  "topics-on-telegram-alone": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.3.31" }],
  },
  "topics-in-peer-ids": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.4.1", until: "2026-11" }],
  },
  "chat-type-by-position": {
    area: "keys",
    risk: "narrows",
    inForce: [{ since: "2026.7.1" }],
  },
  "discord-guild-keys": {
    area: "keys",
    risk: "widens",
    inForce: [{ since: "2026.2.22", until: "2026.4.20" }, { since: "2026.5.18" }],
  },
  "whatsapp-number-keys": {
    area: "keys",
    risk: "widens",
    inForce: [{ since: "2026.4.5", until: "2026.4.20" }],
  },
  "whatsapp-group-keys": {
    area: "keys",
    risk: "widens",
    inForce: [{ since: "2026.5.18" }],
  },
  "discord-guild-keys-by-plugin": {
    area: "keys",
    risk: "widens",
    inForce: [
      { since: "2026.4.20", until: "2026.5.3" },
      { since: "2026.5.12", until: "2026.5.18" },
    ],
  },
  "whatsapp-group-keys-by-plugin": {
    area: "keys",
    risk: "widens",
    inForce: [{ since: "2026.4.20", until: "2026.5.3" }],
  },
  "whatsapp-suffix-tells-group": {
    area: "keys",
    risk: "re-keys",
    inForce: [
      { since: "2026.1.29", until: "2026.4.5" },
      { since: "2026.4.7", until: "2026.4.22" },
    ],
  },
  "whatsapp-suffix-in-any-case": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.1.29", until: "2026.4.5" }],
  },
  "blank-provider-is-none": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.4.5" }],
  },
  "origin-names-group": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.5.12" }],
  },
  "senders-need-digits": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.7.1" }],
  },
  "digits-of-channels-dropped": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026.4.5" }],
  },
  "facts-held-against-keys": {
    area: "keys",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "provider-names-channel": {
    area: "keys",
    risk: "re-keys",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;

/** What differs between editions in the area `keys`. */
export const keysBehaviours = {
  ...keyBuildingBehaviours,
  ...keyReadingBehaviours,
  ...conversationBehaviours,
  ...knownChannelBehaviours,
  "current-is-the-requesters": {
    area: "keys",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
