import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `access`: who is let in, and when a group is answered. */
export const accessBehaviours = {
  "group-ids-of-any-case": {
    area: "access",
    risk: "widens",
    was: "A group is found under exactly its id",
    became: "Channels whose group ids have no case find a group under its id in any case",
    inForce: [{ since: "2026.2.12" }],
  },
  "inherited-group-listed": {
    area: "access",
    risk: "widens",
    was: "Only groups that are written under `groups` are listed",
    became: "A group whose id is `constructor`, `toString` or the like counts as listed",
    inForce: [{ since: "2026.2.12", until: "2026-11" }],
  },
  "group-policy-limits-groups": {
    area: "access",
    risk: "narrows",
    was: "`groupPolicy` does not decide which groups are answered",
    became: '`groupPolicy: "allowlist"` answers listed groups only, `"disabled"` none',
    inForce: [{ since: "2026.2.22" }],
  },
  "sender-list-admits-groups": {
    area: "access",
    risk: "widens",
    was: "An allowlist of groups without any group answers none",
    became: "Where no group is listed, a list of senders admits every group",
    inForce: [{ since: "2026.2.23" }],
  },
  "empty-account-groups-inherit": {
    area: "access",
    risk: "narrows",
    was: "An account's empty `groups` replaces the channel's",
    became: "The empty `groups` of a channel's only account leaves the channel's in force",
    inForce: [{ since: "2026.5.18" }],
  },
  "listed-group-may-waive-mention": {
    area: "access",
    risk: "widens",
    was: "A listed group that does not say otherwise needs a mention",
    became: "Channels may waive the mention in groups that are listed",
    inForce: [{ since: "2026.4.29" }],
  },
  "pairing-stays-in-direct-chats": {
    area: "access",
    risk: "narrows",
    was: "Whoever was paired in a direct chat may also command groups",
    became: "Pairing counts in direct chats only",
    inForce: [{ since: "2026.2.26" }],
  },
  "only-open-is-open": {
    area: "access",
    risk: "narrows",
    was: "A `groupPolicy` of an unknown value is `open`",
    became: "A `groupPolicy` of an unknown value is `allowlist`",
    inForce: [{ since: "2026.3.7" }],
  },
  "open-heeds-list": {
    area: "access",
    risk: "narrows",
    was: '`dmPolicy: "open"` lets everybody in',
    became: '`dmPolicy: "open"` lets everybody in only with `*` in `allowFrom`, otherwise those listed there',
    inForce: [{ since: "2026.4.29" }],
  },
  "sender-keys-typed": {
    area: "access",
    risk: "narrows",
    was: "A key of `toolsBySender` may be the sender's id, phone number, user name or name",
    became: "A key says what it is (`id:`, `e164:`, `username:`, `name:`); without that it is an id",
    inForce: [{ since: "2026.2.22" }],
  },
  "group-has-several-ids": {
    area: "access",
    risk: "widens",
    was: "A group is looked up under one id",
    became: "A group that has several ids (a topic and its chat) is looked up under each of them",
    inForce: [{ since: "2026.4.10" }],
  },
  "sender-keys-name-channel": {
    area: "access",
    risk: "narrows",
    was: "A key of `toolsBySender` holds on every channel",
    became: "A key may name its channel: `channel:<channel>:<id>`",
    inForce: [{ since: "2026.5.12" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
