import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `access`: who is let in, and when a group is answered. */
export const accessBehaviours = {
  "account-groups-of-its-own": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.2.23" }],
  },
  "blank-group-senders-count": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.2.26" }],
  },
  "group-ids-trimmed": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.4.7" }],
  },
  "account-names-trimmed": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.4.7", until: "2026-11" }],
  },
  "group-ids-of-any-case": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.2.12" }],
  },
  "inherited-group-listed": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.2.12", until: "2026-11" }],
  },
  "direct-policy-at-top": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.2.17" }],
  },
  "account-door-first": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.4.29" }],
  },
  "matrix-senders-of-exact-case": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.7.33" }, { since: "2026.8.1" }],
  },
  "direct-section-left": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.8.1" }],
  },
  "groups-of-every-channel": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "first-account-by-default": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.4.5", until: "2026.5.18" }],
  },
  "groups-of-their-own": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.8.1" }],
  },
  "matrix-pairing-by-policy": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.4.29" }],
  },
  "sender-names-need-switch": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.2.24" }],
  },
  "group-policy-limits-groups": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.2.22" }],
  },
  "sender-list-admits-groups": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.2.23" }],
  },
  "empty-account-groups-inherit": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.5.18" }],
  },
  "listed-group-may-waive-mention": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.4.29" }],
  },
  "pairing-stays-in-direct-chats": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.2.26" }],
  },
  "only-open-is-open": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.3.7" }],
  },
  "open-heeds-list": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.4.29" }],
  },
  "sender-keys-typed": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.2.22" }],
  },
  "group-has-several-ids": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.4.10" }],
  },
  "sender-keys-name-channel": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.5.12" }],
  },
  "missing-channel-is-allowlist": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.2.22" }],
  },
  "empty-override-blocks": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.2.25" }],
  },
  "listed-group-admits-members": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.3.1", until: "2026-11" }],
  },
  "any-topic-defaults": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.5.26" }],
  },
  "access-groups": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026.5.12" }],
  },
  "sender-entries-may-name-channel": {
    area: "access",
    risk: "widens",
    inForce: [{ since: "2026-11" }],
  },
  "listed-ids-compared-exactly": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "empty-sender-list-admits-nobody": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "groups-checked-before-senders": {
    area: "access",
    risk: "narrows",
    inForce: [{ since: "2026.3.1" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
