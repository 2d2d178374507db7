import type { identityBehaviours } from "../behaviours/identity.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/identity.ts` changes, for people. */
export const identitySentences: SentencesOf<typeof identityBehaviours> = {
  "links-name-their-channel": {
    was: "A bare id in identityLinks matches that id on every channel, and `telegram:1` also matches a peer on any channel whose id is literally that text",
    became: "A link names its channel and matches that id on that channel only",
  },
  "aliases-find-links": {
    was: "Only the peer's own id is looked up in identityLinks",
    became: "When the peer's own id is not linked, the first alias that is linked names the person",
  },
  "identity-apart-from-ids": {
    was: "A person's canonical name is written in a key like any id, so a stranger whose id is that name shares the session",
    became: "A canonical name is marked in the key, `=alice`, and no id can be written that way",
  },
  "discord-discriminators-dropped": {
    was: "A link to `discord:<digits>#<digits>` names nobody, as no Discord id has a `#`",
    became: "It names the account whose id is the digits before the `#`",
  },
  "identity-conflicts-refused": {
    was: "An id linked to two people goes to the first, and names that differ only in case or spaces are one person",
    became: "An id linked to two people, a name that is itself linked, and names that merge are issues",
  },
};
