import { perPolicy } from "../config/per-policy.ts";
import type { Policy } from "../config/policy.ts";
import { nameLookup } from "../identity/identity-links.ts";
import { directKind, peerKeyRules } from "./peer-key.ts";
import type { SessionKey } from "./resolution.ts";

/** What the key of a chat's session depends on, once the agent and the scopes are known. */
export interface ChatKeyFacts {
  readonly agentId: string;
  /** The key of the agent's main session. */
  readonly mainKey: SessionKey;
  /** The channel as it stands in keys; empty when there is none. */
  readonly channel: string;
  readonly account: string | undefined;
  /** The kind of chat, in the edition's word; undefined when the message names no peer. */
  readonly kind: string | undefined;
  readonly peer: string;
  readonly aliases?: readonly string[] | undefined;
  readonly dmScope: string;
  readonly groupScope: string;
}

/** The key of a chat's session, and the name that identity links gave the person. */
export interface ChatKey {
  readonly key: SessionKey;
  readonly identity: string | undefined;
}

/** What stands for a channel, a person or a room without an id. */
const unnamed = "unknown";

/**
 * Writes the key of a chat's session under a policy. A chat without a peer shares the main session, and one
 * whose peer has no id that of a peer called `unknown`, in every OpenClaw release; undefined under
 * `2026-11`, where the scope keeps peers apart.
 */
export const chatKeyWriter = perPolicy((policy: Policy) => {
  const { behaviours } = policy;
  const direct = directKind(behaviours);
  const nameOf = nameLookup(policy);
  const { key: peerKey } = peerKeyRules(behaviours);
  const peerRequired = behaviours.has("peer-required");
  const groupsCanShare = behaviours.has("group-scope");

  return (facts: ChatKeyFacts): ChatKey | undefined => {
    const { account, agentId, aliases, channel, dmScope, groupScope, kind, mainKey } = facts;
    const isDirect = kind === undefined || kind === direct;
    const shared = isDirect ? dmScope === "main" : groupsCanShare && groupScope === "main";
    if (shared || (kind === undefined && !peerRequired)) return { key: mainKey, identity: undefined };
    const isBlank = facts.peer.trim() === "";
    if (isBlank && peerRequired) return undefined;
    const peer = isBlank ? unnamed : facts.peer;
    const identity = isDirect ? nameOf(channel || unnamed, peer, aliases) : undefined;
    // Written out: on this path a spread costs more than the key.
    const key = peerKey({ agentId, channel, account, kind, peer, identity, dmScope, groupScope });
    return key === undefined ? undefined : { key, identity };
  };
});
