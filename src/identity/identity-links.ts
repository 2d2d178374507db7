import { once } from "../edition/once.ts";
import { readIdentityLinks, type IdentityLink, type IdentityLinks } from "../config/identity-links.ts";
import { writtenLinks } from "../config/written-links.ts";
import type { Policy } from "../config/policy.ts";
import type { Behaviours } from "../edition/edition.ts";
import { fold } from "./fold.ts";
import { linkedPeer, linkIndex, type LinkIndex } from "./link-index.ts";
import { peerIdRule } from "./peer-id.ts";

/** The people whom identity links name; a person is their place in the list of names. */
export interface LinkedPeople {
  /** Who has an id on a channel; undefined for a stranger. */
  readonly find: (channel: string, peer: string, aliases?: readonly string[]) => number | undefined;
  readonly names: readonly string[];
}

/** Links by channel and id. */
function peopleByChannel({ names, people }: LinkIndex, behaviours: Behaviours): LinkedPeople {
  const idOf = peerIdRule(behaviours);
  const takesAliases = behaviours.has("aliases-find-links");
  return {
    names,
    find(channel, peer, aliases) {
      const ids = people.get(channel);
      let person = ids?.get(idOf(peer, channel, "direct"));
      if (ids === undefined || aliases === undefined || !takesAliases) return person;
      for (const alias of aliases) person ??= ids.get(idOf(alias, channel, "direct"));
      return person;
    },
  };
}

/** Higher than the rank of any link, and still a small integer to the engine. */
const unlinked = 0x3fff_ffff;

// Whether a sigma is final depends on its neighbours, so an id alone can fold otherwise than with its channel.
const sigma = /[σς]/;

function isUnpadded(text: string): boolean {
  return text !== "" && text === text.trim();
}

/** Links by their whole text. */
interface TextIndex extends LinkedPeople {
  /** Whether every text is the name of a channel and an id, padded nowhere and like no other text. */
  readonly isPlain: boolean;
}

/**
 * Indexes links by their whole text, as every OpenClaw release compares them: an entry equals the peer's id,
 * on whatever channel, or the channel's name and the id with a colon between; the first entry wins.
 */
function indexByText(links: Iterable<IdentityLink>): TextIndex {
  const names: string[] = [];
  /** The rank of each text, by what stands before its first colon and then by the rest. */
  const ranks = new Map<string, Map<string, number>>();
  let hasSigma = false;
  let isPlain = true;
  for (const { name, text: written, spelling, channel } of links) {
    const text = fold(written);
    if (spelling === "labelled" || text === "" || name.trim() === "") {
      isPlain = false;
      continue;
    }
    hasSigma ||= sigma.test(text);
    const colon = text.indexOf(":");
    const head = text.slice(0, Math.max(0, colon));
    let ranked = ranks.get(head);
    if (ranked === undefined) ranks.set(head, (ranked = new Map<string, number>()));
    const rest = head === "" ? text : text.slice(colon + 1);
    isPlain &&= channel !== undefined && isUnpadded(head) && isUnpadded(rest) && !ranked.has(rest);
    if (!ranked.has(rest)) ranked.set(rest, names.push(name.trim()) - 1);
  }

  const bare = ranks.get("");

  function rankOf(text: string): number {
    const colon = text.indexOf(":");
    const ranked = ranks.get(text.slice(0, Math.max(0, colon)));
    return ranked?.get(colon > 0 ? text.slice(colon + 1) : text) ?? unlinked;
  }

  function find(channel: string, peer: string): number | undefined {
    const id = fold(peer);
    if (id === "") return undefined;
    const ranked = ranks.get(channel);
    // No head has a colon: only a channel that is none of them can.
    const isWhole = (ranked === undefined && channel.includes(":")) || (hasSigma && sigma.test(id));
    const named = isWhole ? rankOf(fold(`${channel}:${peer.trim()}`)) : ranked?.get(id);
    const alone = id.includes(":") ? rankOf(id) : bare?.get(id);
    const first = Math.min(channel === "" ? unlinked : (named ?? unlinked), alone ?? unlinked);
    return first === unlinked ? undefined : first;
  }

  return { find, names, isPlain: isPlain && !hasSigma };
}

const nobody: LinkedPeople = { find: () => undefined, names: [] };

// Kept with the links and not with the policy: policies that read the same links alike share an index.
const textIndex = /* @__PURE__ */ once((links: IdentityLinks) => indexByText(readIdentityLinks(links)));
const channelIndex = /* @__PURE__ */ once((behaviours: Behaviours) =>
  once((links: IdentityLinks) => peopleByChannel(linkIndex(behaviours)(links), behaviours)),
);

/**
 * The identity links of a policy as a look-up that costs the same for one link and for a hundred
 * thousand. Takes the channel as it stands in keys (`channelIdOf`) and the ids as they came in. Under
 * `2026-11` the peer's own id is looked up first, then the aliases in their order: the first that is
 * linked names the person. OpenClaw has no aliases, and its editions do not look at them.
 */
export const linkedPeople = /* @__PURE__ */ once((policy: Policy): LinkedPeople => {
  const links = policy.config.session?.identityLinks;
  if (links === undefined || writtenLinks(links).keys.length === 0) return nobody;
  return policy.behaviours.has("links-name-their-channel")
    ? channelIndex(policy.behaviours)(links)
    : textIndex(links);
});

/** Names the person whom identity links know by an id, as `linkedPeople` finds them; undefined for a stranger. */
export function linkedName(
  channel: string,
  peer: string,
  aliases: readonly string[] | undefined,
  policy: Policy,
): string | undefined {
  const { find, names } = linkedPeople(policy);
  const person = find(channel, peer, aliases);
  return person === undefined ? undefined : names[person];
}

/** The identity links of a policy, each with the id of the peer that it names. */
export function linksOf({ behaviours, config }: Policy): readonly IdentityLink[] {
  return Array.from(readIdentityLinks(config.session?.identityLinks), (link) => ({
    ...link,
    id: linkedPeer(link.channel, link.id, behaviours),
  }));
}

/** Whether each link has its place in the index of an edition: it names a channel, and an id that is nobody else's. */
export function linksArePlain(links: IdentityLinks, behaviours: Behaviours): boolean {
  return behaviours.has("links-name-their-channel")
    ? linkIndex(behaviours)(links).passedOver.length === 0
    : textIndex(links).isPlain;
}
