import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `identity`. */
export const identityBehaviours = {
  "links-name-their-channel": {
    area: "identity",
    risk: "narrows",
    was: "A bare id in identityLinks matches that id on every channel, and `telegram:1` also a peer of any channel whose id is that very text",
    became: "A link names its channel and matches that id on that channel only",
    inForce: [{ since: "2026-11" }],
  },
  "aliases-find-links": {
    area: "identity",
    risk: "re-keys",
    was: "Only the peer's own id is looked up in identityLinks",
    became: "When the peer's own id is not linked, the first alias that is linked names the person",
    inForce: [{ since: "2026-11" }],
  },
  "identity-apart-from-ids": {
    area: "identity",
    risk: "re-keys",
    was: "A person's canonical name is written in a key like any id, so a stranger whose id is that name shares the session",
    became: "A canonical name is marked in the key, `=alice`, and no id can be written like it",
    inForce: [{ since: "2026-11" }],
  },
  "discord-discriminators-dropped": {
    area: "identity",
    risk: "re-keys",
    was: "A link to `discord:<digits>#<digits>` names nobody: no id on Discord has a `#`",
    became: "It names the account `<digits>`",
    inForce: [{ since: "2026-11" }],
  },
  "identity-conflicts-refused": {
    area: "identity",
    risk: "narrows",
    was: "An id linked to two people goes to the first, and names that differ only by case or blanks are one person",
    became: "An id linked to two people, a name that is itself linked, and names that merge are issues",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
