import type { SessionConfig } from "../config/config.ts";
import { readIdentityLinks, type IdentityLink } from "../config/identity-links.ts";
import { perPolicy } from "../config/per-policy.ts";
import type { Policy } from "../config/policy.ts";
import { computeOnce } from "../edition/compute-once.ts";
import type { Behaviours } from "../edition/edition.ts";
import { perEdition } from "../edition/per-edition.ts";
import { channelIdOf, peerIdOf } from "./peer-id.ts";
import { fold } from "./fold.ts";

/** Names the person whom identity links know by an id; undefined for a stranger. */
export type NameLookup = (channel: string, peer: string, aliases?: readonly string[]) => string | undefined;

/** The id that a link names, in the form in which it is compared with a peer's. */
export interface LinkedId {
  readonly channel: string;
  readonly id: string;
}

/** What a link names under `2026-11`: blanks around channel and id are the writer's, not the id's. */
export function linkedIdOf(
  { channel, id }: IdentityLink,
  { behaviours }: Pick<Policy, "behaviours">,
): LinkedId | undefined {
  const named = channelIdOf(channel?.trim(), behaviours);
  const linked = peerIdOf(id.trim(), named, "direct", behaviours);
  return channel === undefined || linked === "" ? undefined : { channel: named, id: linked };
}

/** Links by channel and id. */
function indexByChannel(links: Iterable<IdentityLink>, behaviours: Behaviours): NameLookup {
  const channels = new Map<string, Map<string, string>>();
  for (const link of links) {
    const linked = linkedIdOf(link, { behaviours });
    if (linked === undefined) continue;
    const names = channels.get(linked.channel) ?? new Map<string, string>();
    channels.set(linked.channel, names);
    if (!names.has(linked.id)) names.set(linked.id, fold(link.name));
  }
  return (channel, peer, aliases = []) => {
    const names = channels.get(channel);
    if (names === undefined) return undefined;
    let name = names.get(peerIdOf(peer, channel, "direct", behaviours));
    for (let at = 0; name === undefined && at < aliases.length; at += 1)
      name = names.get(peerIdOf(aliases[at], channel, "direct", behaviours));
    return name;
  };
}

interface NameInOrder {
  readonly name: string;
  readonly order: number;
}

/**
 * Links by their whole text, as every OpenClaw release compares them: an entry equals the peer's id,
 * on whatever channel, or the channel's name and the id with a colon between; the first entry wins.
 */
function indexByText(links: Iterable<IdentityLink>): NameLookup {
  const names = new Map<string, NameInOrder>();
  for (const { name, channel, id, spelling } of links) {
    const text = fold(channel === undefined ? id : `${channel}:${id}`);
    if (spelling === "labelled" || text === "" || name.trim() === "" || names.has(text)) continue;
    names.set(text, { name: name.trim(), order: names.size });
  }
  return (channel, peer) => {
    const id = peer.trim();
    if (id === "") return undefined;
    const bare = names.get(fold(id));
    const qualified = channel === "" ? undefined : names.get(fold(`${channel}:${id}`));
    if (bare === undefined || qualified === undefined) return (bare ?? qualified)?.name;
    return bare.order < qualified.order ? bare.name : qualified.name;
  };
}

const nobodyLinked: NameLookup = () => undefined;

type Links = NonNullable<SessionConfig["identityLinks"]>;

// Kept with the links and not with the policy: policies that read the same links alike share an index.
const lookupByText = computeOnce((links: Links) => indexByText(readIdentityLinks(links)));
const lookupByChannel = perEdition((behaviours) =>
  computeOnce((links: Links) => indexByChannel(readIdentityLinks(links), behaviours)),
);

/**
 * The identity links of a policy as a look-up that costs the same for one link and for a hundred
 * thousand. Takes the channel as it stands in keys (`channelIdOf`) and the ids as they came in. Under
 * `2026-11` the peer's own id is looked up first, then the aliases in their order: the first that is
 * linked names the person. OpenClaw has no aliases, and its editions do not look at them.
 */
export const nameLookup = perPolicy((policy: Policy): NameLookup => {
  const links = policy.config.session?.identityLinks;
  if (links === undefined || Object.keys(links).length === 0) return nobodyLinked;
  return policy.behaviours.has("links-name-their-channel")
    ? lookupByChannel(policy.behaviours)(links)
    : lookupByText(links);
});
