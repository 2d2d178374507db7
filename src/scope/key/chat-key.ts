import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { accountIds, defaultAccountId } from "../../identity/account-id.ts";
import { isBlank } from "../../identity/blank.ts";
import { nameLookup } from "../../identity/identity-links.ts";
import { peerIdRule } from "../../identity/peer-id.ts";
import { directKind } from "../chat-word.ts";
import { joinChatName } from "./chat-name.ts";
import { escapedIds, rawIds } from "./segment.ts";
import type { SessionKey } from "../resolution.ts";

/** An agent as the keys of its sessions name it. */
export interface KeyOwner {
  /** What all of them begin with, `agent:<agentId>:`. */
  readonly keyPrefix: string;
  /** That of its main session. */
  readonly mainKey: SessionKey;
}

/** What the key of a chat's session depends on, once the agent and the scopes are known. */
export interface ChatKeyFacts {
  readonly agent: KeyOwner;
  /** The channel as it stands in keys; empty when there is none. */
  readonly channel: string;
  readonly account: string | undefined;
  /** The kind of chat, in the edition's word; undefined when the message names no peer. See `directKind`. */
  readonly kind: string | undefined;
  readonly peer: string;
  readonly aliases?: readonly string[] | undefined;
  /** The thread that will follow the chat in the key; its id is the channel's own. */
  readonly thread?: string | undefined;
  readonly dmScope: string;
  readonly groupScope: string;
}

/** The key of a chat's session, and the name that identity links gave the person. */
export interface ChatKey {
  readonly key: SessionKey;
  readonly identity: string | undefined;
}

type ChatKeyRule = (facts: ChatKeyFacts) => ChatKey | undefined;

/** What stands for a channel, a person or a room without an id. */
const unnamed = "unknown";

/** A person as the keys of a channel name them. */
interface Person {
  /** The name that identity links gave them. */
  readonly identity: string | undefined;
  readonly segment: string;
}

/**
 * Writes the key of the session that a peer's chat belongs to under the given scopes. A person without an
 * id shares the main session, and a room without one has that of a room called `unknown`, in every OpenClaw
 * release; undefined under `2026-11`, where the scope keeps peers apart.
 */
export const peerKeyWriter = once((policy: Policy): ChatKeyRule => {
  const { behaviours } = policy;
  const direct = directKind(behaviours);
  const nameOf = nameLookup(policy);
  const idOf = peerIdRule(behaviours);
  const accountIdOf = accountIds(policy);
  const spelling = behaviours.has("ids-escaped") ? escapedIds : rawIds;
  const namesMarked = behaviours.has("identity-apart-from-ids");
  const groupsCanShare = behaviours.has("group-scope");
  const accountInGroupKeys = behaviours.has("account-in-group-keys");
  const linksJoin = behaviours.has("links-join-channels");
  const peerRequired = behaviours.has("peer-required");

  function personOf(channel: string, peer: string, aliases?: readonly string[]): Person {
    const identity = nameOf(channel, peer, aliases);
    const id = idOf(identity ?? peer, channel || unnamed, direct) || unnamed;
    return { identity, segment: spelling.person(id, namesMarked && identity !== undefined) };
  }

  return (facts) => {
    const { agent, dmScope, groupScope, kind = direct } = facts;
    const isDirect = kind === direct;
    const peerless = isBlank(facts.peer);
    const scopedAccount = isDirect ? dmScope === "per-account-channel-peer" : accountInGroupKeys;
    const scopedChannel = !isDirect || scopedAccount || dmScope === "per-channel-peer";
    // Any word that is no scope means the main session, as in every release.
    const shared = isDirect
      ? !scopedChannel && dmScope !== "per-peer"
      : groupsCanShare && groupScope === "main";
    if (shared || (peerless && isDirect && !peerRequired)) return { key: agent.mainKey, identity: undefined };
    if (peerless && peerRequired) return undefined;
    const channel = facts.channel || unnamed;
    const person = isDirect ? personOf(facts.channel, facts.peer, facts.aliases) : undefined;
    const joined = linksJoin && person?.identity !== undefined && facts.thread === undefined;
    const account = scopedAccount && !joined ? accountIdOf(facts.account) : undefined;
    const name = joinChatName(
      {
        channel: scopedChannel && !joined ? channel : undefined,
        account: isDirect || account !== defaultAccountId ? account : undefined,
        kind,
      },
      person?.segment ?? spelling.id(idOf(facts.peer, channel, kind) || unnamed),
      spelling,
    );
    return { key: agent.keyPrefix + name, identity: person?.identity };
  };
});

/**
 * Writes the key of the session that a message belongs to: where it names a person or a channel without an
 * id, every OpenClaw release puts `unknown` in the place.
 */
export const chatKeyWriter = /* @__PURE__ */ once((policy: Policy): ChatKeyRule => {
  const write = peerKeyWriter(policy);
  if (policy.behaviours.has("peer-required")) return write;
  return (facts) => {
    const { channel, kind, peer } = facts;
    const peerless = kind !== undefined && isBlank(peer);
    if (channel !== "" && !peerless) return write(facts);
    return write({ ...facts, channel: channel || unnamed, peer: peerless ? unnamed : peer });
  };
});
