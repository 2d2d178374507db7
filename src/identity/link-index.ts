import type { SessionConfig } from "../config/config.ts";
import { readIdentityLinks, type IdentityLink } from "../config/identity-links.ts";
import { computeOnce } from "../edition/compute-once.ts";
import type { Behaviours } from "../edition/edition.ts";
import { perEdition } from "../edition/per-edition.ts";
import { fold } from "./fold.ts";
import { channelIdRule, peerIdRule } from "./peer-id.ts";

/** The id that a link names, in the form in which it is compared with a peer's. */
export interface LinkedId {
  readonly channel: string;
  readonly id: string;
}

/** `session.identityLinks` by channel and id. */
export interface LinkIndex {
  /** Names of people, folded, by channel and id; of several links of one id the first holds. */
  readonly names: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The links that have no place in it, because they name no channel or an id that is someone else's. */
  readonly passedOver: readonly IdentityLink[];
}

/** What a link names under `2026-11`: blanks around channel and id are the writer's, not the id's. */
export const linkedIdRule = perEdition((behaviours) => {
  const channelIdOf = channelIdRule(behaviours);
  const peerIdOf = peerIdRule(behaviours);
  return ({ channel: written, id: peer }: IdentityLink): LinkedId | undefined => {
    if (written === undefined) return undefined;
    const channel = channelIdOf(written.trim());
    const id = peerIdOf(peer.trim(), channel, "direct");
    return id === "" ? undefined : { channel, id };
  };
});

function indexLinks(links: Iterable<IdentityLink>, behaviours: Behaviours): LinkIndex {
  const linkedIdOf = linkedIdRule(behaviours);
  const byChannel = new Map<string, Map<string, string>>();
  const passedOver: IdentityLink[] = [];
  let written: string | undefined;
  let name = "";
  for (const link of links) {
    const linked = linkedIdOf(link);
    if (linked === undefined) {
      passedOver.push(link);
      continue;
    }
    let names = byChannel.get(linked.channel);
    if (names === undefined) byChannel.set(linked.channel, (names = new Map<string, string>()));
    // The ids of one person follow each other.
    if (link.name !== written) name = fold((written = link.name));
    const before = names.get(linked.id);
    if (before === undefined) names.set(linked.id, name);
    else if (before !== name) passedOver.push(link);
  }
  return { names: byChannel, passedOver };
}

type Links = NonNullable<SessionConfig["identityLinks"]>;

/** Kept with the links and not with the policy: what checks them and what looks people up share it. */
export const linkIndex = /* @__PURE__ */ perEdition((behaviours) =>
  computeOnce((links: Links) => indexLinks(readIdentityLinks(links), behaviours)),
);
