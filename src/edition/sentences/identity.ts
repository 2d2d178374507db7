import type { identityBehaviours } from "../behaviours/identity.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/identity.ts` changes, for people. */
export const identitySentences: SentencesOf<typeof identityBehaviours> = {
  "links-name-their-channel": {
    was: "A bare id in identityLinks matches that id on every channel, and `telegram:1` also a peer of any channel whose id is that very text",
    became: "A link names its channel and matches that id on that channel only",
  },
  "aliases-find-links": {
    was: "Only the peer's own id is looked up in identityLinks",
    became: "When the peer's own id is not linked, the first alias that is linked names the person",
  },
  "identity-apart-from-ids": {
    was: "A person's canonical name is written in a key like any id, so a stranger whose id is that name shares the session",
    became: "A canonical name is marked in the key, `=alice`, and no id can be written like it",
  },
  "discord-discriminators-dropped": {
    was: "A link to `discord:<digits>#<digits>` names nobody: no id on Discord has a `#`",
    became: "It names the account `<digits>`",
  },
  "identity-conflicts-refused": {
    was: "An id linked to two people goes to the first, and names that differ only by case or blanks are one person",
    became: "An id linked to two people, a name that is itself linked, and names that merge are issues",
  },
};
