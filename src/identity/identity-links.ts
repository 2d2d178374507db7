import { compiledTable } from "../config/compiled-table.ts";
import type { SessionConfig } from "../config/config.ts";
import { readIdentityLinks, type IdentityLink } from "../config/identity-links.ts";
import type { Policy } from "../config/policy.ts";
import { computeOnce } from "../edition/compute-once.ts";
import type { Behaviours } from "../edition/edition.ts";
import { perEdition } from "../edition/per-edition.ts";
import { fold } from "./fold.ts";
import { linkIndex, type LinkIndex } from "./link-index.ts";
import { peerIdRule } from "./peer-id.ts";

/** Names the person whom identity links know by an id; undefined for a stranger. */
export type NameLookup = (channel: string, peer: string, aliases?: readonly string[]) => string | undefined;

/** Links by channel and id. */
function lookUpByChannel({ names: byChannel }: LinkIndex, behaviours: Behaviours): NameLookup {
  const idOf = peerIdRule(behaviours);
  return (channel, peer, aliases) => {
    const names = byChannel.get(channel);
    const name = names?.get(idOf(peer, channel, "direct"));
    if (names === undefined || name !== undefined || aliases === undefined) return name;
    const linked = aliases.find((alias) => names.has(idOf(alias, channel, "direct")));
    return linked === undefined ? undefined : names.get(idOf(linked, channel, "direct"));
  };
}

/** One way to read a link's text: the whole of it an id on any channel, or a channel and an id. */
interface Reading {
  readonly channel: string | undefined;
  readonly text: string;
  readonly name: string;
  /** The next link that can be read as this id. */
  readonly next: Reading | undefined;
}

/** Which small sigma a capital one becomes depends on its neighbours, so both are filed as one and told apart later. */
function filedAs(id: string): string {
  return id.includes("ς") ? id.replaceAll("ς", "σ") : id;
}

/**
 * Links by their whole text, as every OpenClaw release compares them: an entry equals the peer's id,
 * on whatever channel, or the channel's name and the id with a colon between; the first entry wins.
 */
function indexByText(links: Iterable<IdentityLink>): NameLookup {
  const readings = new Map<string, Reading>();
  // One text for each name of a channel, because comparing with one that is at hand is cheaper.
  const channels = new Map<string, string>();
  // Each link is put before those that are filed already, so the last come first.
  for (const { name: written, channel: named, id, spelling } of [...links].reverse()) {
    const text = fold(named === undefined ? id : `${named}:${id}`);
    const name = written.trim();
    if (spelling === "labelled" || text === "" || name === "") continue;
    for (let colon = text.indexOf(":", 1); colon !== -1; colon = text.indexOf(":", colon + 1)) {
      const filed = filedAs(text.slice(colon + 1));
      const channel = text.slice(0, colon);
      if (!channels.has(channel)) channels.set(channel, channel);
      readings.set(filed, { channel: channels.get(channel), text, name, next: readings.get(filed) });
    }
    const filed = filedAs(text);
    readings.set(filed, { channel: undefined, text, name, next: readings.get(filed) });
  }
  return (channel, peer) => {
    const id = filedAs(fold(peer));
    if (id === "") return undefined;
    const hasSigma = id.includes("σ");
    for (let reading = readings.get(id); reading !== undefined; reading = reading.next) {
      const isBare = reading.channel === undefined;
      if (!isBare && reading.channel !== channel) continue;
      if (!hasSigma || reading.text === fold(isBare ? peer : `${channel}:${peer.trim()}`))
        return reading.name;
    }
    return undefined;
  };
}

const nobodyLinked: NameLookup = () => undefined;

type Links = NonNullable<SessionConfig["identityLinks"]>;

// Kept with the links and not with the policy: policies that read the same links alike share an index.
const lookupByText = /* @__PURE__ */ computeOnce((links: Links) => indexByText(readIdentityLinks(links)));
const lookupByChannel = /* @__PURE__ */ perEdition((behaviours) =>
  computeOnce((links: Links) => lookUpByChannel(linkIndex(behaviours)(links), behaviours)),
);

/**
 * The identity links of a policy as a look-up that costs the same for one link and for a hundred
 * thousand. Takes the channel as it stands in keys (`channelIdOf`) and the ids as they came in. Under
 * `2026-11` the peer's own id is looked up first, then the aliases in their order: the first that is
 * linked names the person. OpenClaw has no aliases, and its editions do not look at them.
 */
export const nameLookup = /* @__PURE__ */ compiledTable<NameLookup>();

/** Indexes the identity links of a policy. */
export function compileNameLookup(policy: Policy): NameLookup {
  const links = policy.config.session?.identityLinks;
  if (links === undefined || Object.keys(links).length === 0) return nobodyLinked;
  return policy.behaviours.has("links-name-their-channel")
    ? lookupByChannel(policy.behaviours)(links)
    : lookupByText(links);
}
