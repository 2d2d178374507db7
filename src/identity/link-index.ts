import { once } from "../edition/once.ts";
import {
  afterChannel,
  linkedChannel,
  readLabelled,
  readListed,
  type IdentityLink,
  type IdentityLinks,
} from "../config/identity-links.ts";
import { writtenLinks } from "../config/written-links.ts";
import type { Behaviours } from "../edition/edition.ts";
import { lowerAscii, fold } from "./fold.ts";
import { channelIdRule, peerIdRule } from "./peer-id.ts";

/** The id that a link names, in the form in which it is compared with a peer's. */
export interface LinkedId {
  readonly channel: string;
  readonly id: string;
}

/** `session.identityLinks` by channel and id. */
export interface LinkIndex {
  /** Names of people, folded; a person is their place in it. */
  readonly names: readonly string[];
  /** People by channel and id; of several links of one id the first holds. */
  readonly people: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The links that have no place in it, because they name no channel or an id that is someone else's. */
  readonly passedOver: readonly IdentityLink[];
}

type LinkedIdRule = (channel: string | undefined, id: string) => LinkedId | undefined;

/** A Discord account and the discriminator that people used to write behind it, `123456789#1234`. */
const discriminated = /^(\d+)#\d+$/;

/** The account that a link to Discord names with a discriminator; undefined for any other link. */
export function discriminatedAccount(channel: string | undefined, id: string): string | undefined {
  if (!id.includes("#") || lowerAscii(channel?.trim() ?? "") !== "discord") return undefined;
  return discriminated.exec(id.trim())?.[1];
}

/** The id of the peer that a link names, as it comes in with messages: blanks around it are the writer's. */
export function linkedPeer(channel: string | undefined, id: string, behaviours: Behaviours): string {
  const account = behaviours.has("discord-discriminators-dropped")
    ? discriminatedAccount(channel, id)
    : undefined;
  return account ?? id.trim();
}

/** What the channel and the id of a link name under `2026-11`. */
export const linkedIdRule = once((behaviours: Behaviours): LinkedIdRule => {
  const channelIdOf = channelIdRule(behaviours);
  const peerIdOf = peerIdRule(behaviours);
  return (written, peer) => {
    if (written === undefined) return undefined;
    const channel = channelIdOf(written.trim());
    const id = peerIdOf(linkedPeer(channel, peer, behaviours), channel, "direct");
    return id === "" ? undefined : { channel, id };
  };
});

function indexLinks(links: IdentityLinks, behaviours: Behaviours): LinkIndex {
  const linkedIdOf = linkedIdRule(behaviours);
  const names: string[] = [];
  const people = new Map<string, Map<string, number>>();
  const passedOver: IdentityLink[] = [];

  /** Whether the id has a place in the index that is this person's. */
  function takes(person: number, channel: string | undefined, peer: string): boolean {
    const linked = linkedIdOf(channel, peer);
    if (linked === undefined) return false;
    let ids = people.get(linked.channel);
    if (ids === undefined) people.set(linked.channel, (ids = new Map<string, number>()));
    const before = ids.get(linked.id);
    if (before === undefined) ids.set(linked.id, person);
    return before === undefined || names[before] === names[person];
  }

  const { keys, values } = writtenLinks(links);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? "";
    const value = values[at] ?? [];
    if (typeof value === "string") {
      const link = readLabelled(key, value);
      const person = names.push(fold(link.name)) - 1;
      if (!takes(person, link.channel, link.id)) passedOver.push(link);
      continue;
    }
    const person = names.push(fold(key)) - 1;
    // A directory may be exported into them: what has its place is not read any further.
    for (let index = 0; index < value.length; index += 1) {
      const text = value[index] ?? "";
      const channel = linkedChannel(text);
      if (!takes(person, channel, afterChannel(text, channel))) passedOver.push(readListed(key, text, index));
    }
  }
  return { names, people, passedOver };
}

/** Kept with the links and not with the policy: what checks them and what looks people up share it. */
export const linkIndex = /* @__PURE__ */ once((behaviours: Behaviours) =>
  once((links: IdentityLinks) => indexLinks(links, behaviours)),
);
