import { told } from "../representative/representative.ts";
import type { Policy } from "../../config/policy.ts";
import { fold } from "../../identity/fold.ts";
import { linkedName, linksOf } from "../../identity/identity-links.ts";
import { channelIdOf } from "../../identity/peer-id.ts";
import type { AllowListSource } from "../../policy/access/allow-list.ts";
import { listedSenders } from "../../policy/access/sender-list.ts";
import { evaluateAccess } from "../../policy/access/access.ts";
import type { Inbound } from "../../scope/inbound.ts";
import type { AuditWorld } from "../world.ts";
import { channelAccess, type ChannelAccess } from "../../policy/access/channel-access.ts";

/** One account of a configured channel, and what the config says about access to it. */
export interface ChannelAccount {
  readonly channel: string;
  readonly account?: string;
  readonly access: ChannelAccess;
}

/** Every account of every channel that the config has. */
export function channelAccountsOf(policy: Policy): readonly ChannelAccount[] {
  const { channels = {} } = policy.config;
  return Object.keys(channels).flatMap((channel) => {
    if (channel === "defaults") return [];
    const names = Object.keys(channels[channel]?.accounts ?? {});
    return (names.length > 0 ? names : [undefined]).flatMap((account): readonly ChannelAccount[] => {
      const access = channelAccess(channel, account, policy);
      return access === undefined ? [] : [told({ channel, account, access })];
    });
  });
}

/** A way to write to an account, in the words of an inbound. */
export function addressOf({ channel, account }: ChannelAccount): Pick<Inbound, "channel" | "account"> {
  return told({ channel, account });
}

/** Somebody who writes directly, or a room: a message of theirs, and who it is. */
export interface Participant {
  readonly inbound: Inbound;
  /** Equal for the same person. */
  readonly name: string;
  /** Made up, to show what an open account means. */
  readonly invented: boolean;
}

/** How a participant is named to people: `telegram:123`. */
export function nameOf({ channel, account, peer = "" }: Inbound): string {
  return [channel, ...(account === undefined ? [] : [account]), peer].join(":");
}

type Candidate = Pick<Participant, "inbound" | "invented">;

/** Every list of people that an account's config has for some of its rooms or topics. */
function listsOfRooms({ groups, places }: ChannelAccess): readonly (AllowListSource | undefined)[] {
  const inPlaces = [...(places?.byKey.values() ?? [])].flatMap((place) =>
    [place, ...(place.within?.byKey.values() ?? [])].map(({ users }) => users),
  );
  const entries = [...(groups?.byId.values() ?? []), ...(groups?.fallback ? [groups.fallback] : [])];
  const inGroups = entries.flatMap(({ config: { allowFrom, topics = {} }, path }) =>
    [allowFrom, ...Object.values(topics).map((topic) => topic.allowFrom)].map(
      (entries) => entries && { entries, path },
    ),
  );
  return [...inPlaces, ...inGroups];
}

/** Ids of people whom no list of an account names; the same at every account, so that what joins channels shows. */
export function strangersAt({ access, channel }: ChannelAccount, policy: Policy): readonly [string, string] {
  const lists = [access.directList, access.allowFrom, access.groupAllowFrom, ...listsOfRooms(access)];
  const listed = new Set(lists.flatMap((list) => listedSenders(list, channel, policy)));
  const strangers: string[] = [];
  for (let id = 1001; strangers.length < 2; id += 1) if (!listed.has(String(id))) strangers.push(String(id));
  const [first = "", second = ""] = strangers;
  return [first, second];
}

/** Whether somebody whom no list names would be paired at an account. */
export function pairsStrangers(account: ChannelAccount, policy: Policy): boolean {
  const [peer] = strangersAt(account, policy);
  return evaluateAccess({ ...addressOf(account), chatType: "direct", peer }, policy).outcome === "pair";
}

/** Who may come to an account: those it lists, and two strangers. */
export function comersTo(account: ChannelAccount, policy: Policy): readonly Candidate[] {
  const message = (peer: string): Inbound => ({ ...addressOf(account), chatType: "direct", peer });
  const listed = listedSenders(account.access.directList, account.channel, policy);
  return [
    ...listed.map((peer) => ({ inbound: message(peer), invented: false })),
    ...strangersAt(account, policy).map((peer) => ({ inbound: message(peer), invented: true })),
  ];
}

/** The accounts of the bot through which somebody writes, or that are in a room. */
export function accountsOf(
  channel: string,
  account: string | undefined,
  { accounts = {} }: AuditWorld,
): readonly (string | undefined)[] {
  if (account !== undefined) return [account];
  return (Object.hasOwn(accounts, channel) ? accounts[channel] : undefined) ?? [undefined];
}

/** Whom the config names elsewhere: in identity links, and in bindings of one person. */
function namedElsewhere(policy: Policy): readonly Candidate[] {
  const linked = linksOf(policy).flatMap(({ channel, id }) =>
    channel === undefined ? [] : [{ channel: channel.trim(), peer: id }],
  );
  const bound = (policy.config.bindings ?? []).flatMap(({ match: { channel, accountId, peer } }) => {
    if ((peer?.kind !== "direct" && peer?.kind !== "dm") || peer.id === "*") return [];
    const account = accountId === "*" ? undefined : accountId;
    return [told({ channel, peer: peer.id, account })];
  });
  return [...linked, ...bound].map((place) => ({
    inbound: { ...place, chatType: "direct" },
    invented: false,
  }));
}

/** The messages of a host's senders, at each account that they may write to. */
function ofWorld(world: AuditWorld): readonly (Candidate & { person?: string })[] {
  return (world.senders ?? []).flatMap(({ person, account, ...place }) =>
    accountsOf(place.channel, account, world).map((name) => ({
      inbound: { ...place, chatType: "direct" as const, ...(name !== undefined && { account: name }) },
      invented: false,
      ...(person !== undefined && { person }),
    })),
  );
}

/** Whether somebody who may have been paired is let in. */
function getsIn({ inbound }: Candidate, policy: Policy): boolean {
  const paired = [inbound.peer, ...(inbound.aliases ?? [])].filter((id) => id !== undefined);
  return evaluateAccess({ ...inbound, paired }, policy).outcome !== "deny";
}

/** The name that identity links give to whoever wrote a message. */
function nameByLinks(
  { channel, peer = "", aliases }: Pick<Inbound, "channel" | "peer" | "aliases">,
  policy: Policy,
): string | undefined {
  return linkedName(channelIdOf(channel, policy.behaviours), peer, aliases, policy);
}

/** Names whoever wrote a message: by their identity links, else by their id. */
export function personNamed(inbound: Pick<Inbound, "channel" | "peer" | "aliases">, policy: Policy): string {
  return nameByLinks(inbound, policy) ?? `${inbound.channel}:${inbound.peer ?? ""}`;
}

/** Whether strangers are among some people, or they are more than one. */
export function areSeveral(people: readonly Pick<Participant, "name" | "invented">[]): boolean {
  return people.some(({ invented }) => invented) || new Set(people.map(({ name }) => name)).size > 1;
}

/**
 * Names the people of a config. A channel that lets one id in tells nothing of a second person: it is
 * the owner, as on every other channel of that kind.
 */
function nameByConfig(candidates: readonly Candidate[], policy: Policy): readonly Participant[] {
  const ids = new Map<string, Set<string | undefined>>();
  for (const { inbound } of candidates)
    ids.set(inbound.channel, (ids.get(inbound.channel) ?? new Set()).add(inbound.peer));
  const [onlyName, secondName] = new Set(linksOf(policy).map(({ name }) => fold(name)));
  const owner = secondName === undefined ? (onlyName ?? "owner") : "owner";
  return candidates.map((candidate) => {
    const alone = ids.get(candidate.inbound.channel)?.size === 1;
    const name = alone
      ? (nameByLinks(candidate.inbound, policy) ?? owner)
      : personNamed(candidate.inbound, policy);
    return { ...candidate, name };
  });
}

/** Everybody who gets in directly, as far as config and world tell; each way to write once. */
export function peopleOf(
  accounts: readonly ChannelAccount[],
  world: AuditWorld,
  policy: Policy,
): readonly Participant[] {
  const known = ofWorld(world)
    .filter((candidate) => getsIn(candidate, policy))
    .map(({ person, ...candidate }) => ({
      ...candidate,
      name: person ?? personNamed(candidate.inbound, policy),
    }));
  const written = nameByConfig(
    [
      ...accounts
        .flatMap((account) => comersTo(account, policy))
        .filter(({ inbound }) => evaluateAccess(inbound, policy).allowed),
      ...namedElsewhere(policy).filter((candidate) => getsIn(candidate, policy)),
    ],
    policy,
  );
  const people = new Set(written.map(({ name }) => name));
  const first = new Map<string, Participant>();
  // The world knows better who somebody is; the one person of a config is most likely in it.
  for (const participant of [...known, ...(known.length > 0 && people.size < 2 ? [] : written)]) {
    const { channel, account = "", peer = "" } = participant.inbound;
    const place = JSON.stringify([channel, account, peer]);
    if (!first.has(place)) first.set(place, participant);
  }
  return [...first.values()];
}
