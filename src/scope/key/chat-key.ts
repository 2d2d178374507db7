import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import type { ScopeReach } from "../../config/scopes.ts";
import { accountIds, defaultAccountId } from "../../identity/account-id.ts";
import { linkedPeople, type LinkedPeople } from "../../identity/identity-links.ts";
import { fold, isBlank } from "../../identity/fold.ts";
import { peerIdRule } from "../../identity/peer-id.ts";
import { directKind } from "../chat-type.ts";
import { joinChatName, partyPart, senderPart } from "./chat-name.ts";
import { escapedIds, rawIds, type IdSpelling } from "./segment.ts";
import type { SessionKey } from "../resolution.ts";

/** An agent as the keys of its sessions name it. */
export interface KeyOwner {
  /** What all of them begin with, `agent:<agentId>:`. */
  readonly keyPrefix: string;
  /** That of its main session. */
  readonly mainKey: SessionKey;
}

/** Whose chat with a person it is, beside the bot's. */
export interface Party {
  readonly id: string;
  /** Whether it has people of its own, so that the person's id is somebody else's elsewhere; a link tells who they are. */
  readonly hasOwnPeople: boolean;
}

/** Whose chat it is, as its key tells: where a link says who the person is, no more is asked where they were met. */
export function partyInKey(party: Party | undefined, identity: string | undefined): string | undefined {
  return party === undefined || (party.hasOwnPeople && identity !== undefined) ? undefined : party.id;
}

/** What the key of a chat's session says of the chat. */
export interface ChatKeyFacts {
  /** The channel as it stands in keys; empty when there is none. */
  readonly channel: string;
  readonly account: string | undefined;
  /** The kind of chat, in the edition's word; undefined when the message names no peer. See `directKind`. */
  readonly kind: string | undefined;
  readonly peer: string;
  readonly aliases?: readonly string[] | undefined;
  readonly party?: Party | undefined;
  /** The thread that will follow the chat in the key; its id is the channel's own. */
  readonly thread?: string | undefined;
  /** The person whose session in the room it is. */
  readonly sender?: string | undefined;
  /** Whether the chat, direct or not, is keyed by its room, which `peer` names. */
  readonly byRoom?: true | undefined;
}

/** The key of a chat's session, and the name that identity links gave the person. */
export interface ChatKey {
  readonly key: SessionKey;
  readonly identity: string | undefined;
}

/** A person whom identity links name, as keys name them. */
interface LinkedPerson {
  readonly identity: string;
  readonly segment: string;
}

/** How the keys of a policy's chats are written. */
export interface ChatKeyRules {
  /** The edition's word for a direct chat. */
  readonly direct: string;
  readonly people: LinkedPeople;
  /** Linked people as keys name them, each written when they first write. */
  readonly linked: (LinkedPerson | undefined)[];
  readonly idOf: (peer: string, channel: string, kind: string) => string;
  readonly accountIdOf: (account: string | undefined) => string;
  readonly spelling: IdSpelling;
  readonly namesMarked: boolean;
  readonly groupsCanShare: boolean;
  readonly accountInGroupKeys: boolean;
  readonly linksJoin: boolean;
  readonly peerRequired: boolean;
}

/** What stands for a channel, a person or a room without an id. */
const unnamed = "unknown";

/** The rules of a policy, picked once. */
export const chatKeyRules = once((policy: Policy): ChatKeyRules => {
  const { behaviours } = policy;
  const people = linkedPeople(policy);
  return {
    direct: directKind(behaviours),
    people,
    // Of its full length from the start: engines look slowly into lists that grow by leaps.
    linked: new Array<LinkedPerson | undefined>(people.names.length),
    idOf: peerIdRule(behaviours),
    accountIdOf: accountIds(policy),
    spelling: behaviours.has("key-grammar") ? escapedIds : rawIds,
    namesMarked: behaviours.has("identity-apart-from-ids"),
    groupsCanShare: behaviours.has("group-scope"),
    accountInGroupKeys: behaviours.has("account-in-group-keys"),
    linksJoin: behaviours.has("links-join-channels"),
    peerRequired: behaviours.has("peer-required"),
  };
});

/** Writes a linked person's name; every edition compares names folded, whatever the channel's ids are. */
function linkedPerson(person: number, { linked, namesMarked, people, spelling }: ChatKeyRules): LinkedPerson {
  const before = linked[person];
  if (before !== undefined) return before;
  const identity = people.names[person] ?? "";
  const segment = spelling.person(fold(identity) || unnamed, namesMarked);
  return (linked[person] = { identity, segment });
}

function directKey(chat: ChatKeyFacts, agent: KeyOwner, reach: ScopeReach, rules: ChatKeyRules): ChatKey {
  const { aliases, peer, thread } = chat;
  const { direct, idOf, spelling } = rules;
  const channel = chat.channel || unnamed;
  const known = rules.people.find(chat.channel, peer, aliases);
  const person = known === undefined ? undefined : linkedPerson(known, rules);
  // A link joins a person's chats on all channels; their threads stay where the scope has them.
  const joined = rules.linksJoin && person !== undefined && thread === undefined;
  const name = joinChatName(
    reach.channel && !joined ? channel : undefined,
    reach.account && !joined ? rules.accountIdOf(chat.account) : undefined,
    direct,
    person?.segment ?? spelling.person(idOf(peer, channel, direct) || unnamed, false),
    spelling,
  );
  const party = partyInKey(chat.party, person?.identity);
  const whose = party === undefined ? "" : partyPart(spelling.id(party));
  return { key: agent.keyPrefix + name + whose, identity: person?.identity };
}

function roomKey(chat: ChatKeyFacts, kind: string, agent: KeyOwner, rules: ChatKeyRules): ChatKey {
  const { spelling } = rules;
  const channel = chat.channel || unnamed;
  const account = rules.accountInGroupKeys ? rules.accountIdOf(chat.account) : defaultAccountId;
  const room = spelling.id(rules.idOf(chat.peer, channel, kind) || unnamed);
  const named = account === defaultAccountId ? undefined : account;
  const { sender } = chat;
  const own = sender === undefined ? "" : senderPart(spelling.id(rules.idOf(sender, channel, rules.direct)));
  return {
    key: agent.keyPrefix + joinChatName(channel, named, kind, room, spelling) + own,
    identity: undefined,
  };
}

/** The chat of all whom a scope keeps from nobody. */
export function mainChat({ mainKey }: KeyOwner): ChatKey {
  return { key: mainKey, identity: undefined };
}

/**
 * Writes the key of the session that a peer's chat belongs to, under the scope of its kind. A person without
 * an id shares the main session, and a room without one has that of a room called `unknown`, in every
 * OpenClaw release; undefined under `2026-11`, where the scope keeps peers apart.
 */
export function peerKey(
  chat: ChatKeyFacts,
  agent: KeyOwner,
  reach: ScopeReach,
  rules: ChatKeyRules,
): ChatKey | undefined {
  const { kind = rules.direct, peer } = chat;
  const isDirect = kind === rules.direct && chat.byRoom !== true;
  if (!reach.peer && (isDirect || rules.groupsCanShare)) return mainChat(agent);
  if (isBlank(peer)) {
    if (rules.peerRequired) return undefined;
    if (isDirect) return mainChat(agent);
  }
  return isDirect ? directKey(chat, agent, reach, rules) : roomKey(chat, kind, agent, rules);
}

/**
 * Writes the key of the session that a message belongs to: where it names a person or a channel without an
 * id, every OpenClaw release puts `unknown` in the place.
 */
export function chatKey(
  chat: ChatKeyFacts,
  agent: KeyOwner,
  reach: ScopeReach,
  rules: ChatKeyRules,
): ChatKey | undefined {
  const { channel, kind, peer } = chat;
  const peerless = kind !== undefined && isBlank(peer);
  if (rules.peerRequired || (channel !== "" && !peerless)) return peerKey(chat, agent, reach, rules);
  const named = { ...chat, channel: channel || unnamed, peer: peerless ? unnamed : peer };
  return peerKey(named, agent, reach, rules);
}
