import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `routing`: which agent a message goes to, under which scope. */
export const routingBehaviours = {
  "parent-peer-tier": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.2.1" }],
  },
  "bound-dm-is-direct": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.2.9" }],
  },
  "bindings-are-all-of": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.2.17" }],
  },
  "numeric-ids": {
    area: "routing",
    risk: "widens",
    inForce: [{ since: "2026.2.17", until: "2026-11" }],
  },
  "canonical-accounts": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.2.21" }],
  },
  "inbound-dm-is-direct": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.2.23" }],
  },
  "rooms-are-one-kind": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.3.1" }],
  },
  "nameless-agents-uncounted": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.3.2" }],
  },
  "acp-bindings-excluded": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.3.7" }],
  },
  "topic-agents": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.3.7" }],
  },
  "topic-agents-taken-at-their-word": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.3.22", until: "2026-11" }],
  },
  "topic-agents-on-any-channel": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026-11" }],
  },
  "unbound-accounts-apart": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.3.7" }],
  },
  "telegram-default-account-chosen": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.4.22", until: "2026-11" }],
  },
  "telegram-needs-default-agent": {
    area: "routing",
    risk: "narrows",
    inForce: [{ since: "2026.8.1", until: "2026.9.1" }],
  },
  "telegram-bot-beside-accounts": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.5.18", until: "2026-11" }],
  },
  "written-dm-scope-holds": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026-11" }],
  },
  "wildcard-peers": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.4.1" }],
  },
  "binding-dm-scope": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.4.25" }],
  },
  "routing-honours-main-key": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.7.1" }],
  },
  "topic-agents-honour-main-key": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.8.1" }],
  },
  "call-overrides": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.8.1" }],
  },
  "stores-fold-keys": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.2.17" }],
  },
  "main-is-everyones-alias": {
    area: "routing",
    risk: "widens",
    inForce: [{ since: "2026.3.31", until: "2026-11" }],
  },
  "orphaned-main-rehomed": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.4.20" }],
  },
  "keyed-roster": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.8.1" }],
  },
  "one-clear-owner": {
    area: "routing",
    risk: "narrows",
    inForce: [{ since: "2026.8.1" }],
  },
  "bound-agent-must-exist": {
    area: "routing",
    risk: "narrows",
    inForce: [{ since: "2026.8.1" }],
  },
  "main-needs-no-entry": {
    area: "routing",
    risk: "widens",
    inForce: [{ since: "2026.8.1", until: "2026-11" }],
  },
  "system-agent-is-meant": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.8.1", until: "2026-11" }],
  },
  "system-agent-owns": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.9.5" }],
  },
  "bound-default-accounts": {
    area: "routing",
    risk: "widens",
    inForce: [{ since: "2026.9.4" }],
  },
  "chat-scoped-dm-topics": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.3.2", until: "2026-11" }],
  },
  "telegram-sender-is-peer": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026.3.7", until: "2026-11" }],
  },
  "thread-with-parent-is-peer": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026-11" }],
  },
  "matrix-room-binds-direct-chats": {
    area: "routing",
    risk: "re-keys",
    // By reading: with the Matrix adapter that was written anew for 2026.3.22.
    inForce: [{ since: "2026.3.22" }],
  },
  "channel-required": {
    area: "routing",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "agents-told-apart": {
    area: "routing",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "topics-are-threads": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026-11" }],
  },
  "threads-leave-main": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026-11" }],
  },
  "global-scope-routed": {
    area: "routing",
    risk: "re-keys",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
