import type { Behaviours } from "../edition/edition.ts";
import { perEdition } from "../edition/per-edition.ts";
import { defaultAccountId, normalizeAccountId } from "../identity/account-id.ts";
import { normalizeAgentId } from "../identity/agent-id.ts";
import { writeChatName } from "./chat-name.ts";
import { escapedIds, rawIds } from "./key-segment.ts";
import { mainSessionKey } from "./main-key.ts";
import { channelIdOf, peerIdOf } from "../identity/peer-id.ts";
import type { SessionKey } from "./resolution.ts";

/** What the key of a chat's session depends on, once the agent is chosen. */
export interface PeerKeyFacts {
  readonly agentId: string | null | undefined;
  readonly mainKey?: string | null | undefined;
  readonly channel?: string | null | undefined;
  readonly account?: string | null | undefined;
  /** The kind of chat as the channel names it; a direct chat when absent. See `directKind`. */
  readonly kind?: string | null | undefined;
  readonly peer?: string | null | undefined;
  /** The name that identity links give the person. */
  readonly identity?: string | undefined;
  readonly dmScope?: string | null | undefined;
  readonly groupScope?: string | null | undefined;
}

/** What stands where an openclaw@ edition has no channel or no room to name. */
const unnamed = "unknown";

/** The word for a direct chat: `dm` up to 2026.2.6-3, `direct` since. Any other kind is a room. */
export function directKind(behaviours: Behaviours): string {
  return behaviours.has("direct-token") ? "direct" : "dm";
}

const keyRules = perEdition((behaviours) => {
  const direct = directKind(behaviours);
  const spelling = behaviours.has("ids-escaped") ? escapedIds : rawIds;
  const namesMarked = behaviours.has("identity-apart-from-ids");
  const groupsCanShare = behaviours.has("group-scope");
  const accountInGroupKeys = behaviours.has("account-in-group-keys");
  const peerRequired = behaviours.has("peer-required");

  const main = ({ agentId, mainKey }: PeerKeyFacts) => mainSessionKey(agentId, mainKey, behaviours);
  const channelOf = ({ channel }: PeerKeyFacts) => channelIdOf(channel, behaviours) || unnamed;
  const accountOf = ({ account }: PeerKeyFacts) => normalizeAccountId(account, behaviours);

  function chat(facts: PeerKeyFacts, place: readonly string[], kind: string, peer: string): SessionKey {
    const [channel, account] = place;
    const identity = namesMarked && kind === direct && facts.identity !== undefined ? true : undefined;
    const name = writeChatName({ channel, account, kind, peer, identity }, spelling);
    return ["agent", normalizeAgentId(facts.agentId), ...name].join(":");
  }

  /** Where a direct chat belongs; undefined: to the main session, as under any word that is no scope. */
  function directPlace(facts: PeerKeyFacts): readonly string[] | undefined {
    if (facts.dmScope === "per-peer") return [];
    if (facts.dmScope === "per-channel-peer") return [channelOf(facts)];
    return facts.dmScope === "per-account-channel-peer" ? [channelOf(facts), accountOf(facts)] : undefined;
  }

  function directKey(facts: PeerKeyFacts): SessionKey | undefined {
    const place = directPlace(facts);
    if (place === undefined) return main(facts);
    const peer = peerIdOf(facts.identity ?? facts.peer, facts.channel, direct, behaviours);
    if (peer !== "") return chat(facts, place, direct, peer);
    return peerRequired ? undefined : main(facts);
  }

  function roomKey(facts: PeerKeyFacts, kind: string): SessionKey | undefined {
    if (groupsCanShare && facts.groupScope === "main") return main(facts);
    const peer = peerIdOf(facts.peer, facts.channel, kind, behaviours);
    if (peer === "" && peerRequired) return undefined;
    const account = accountInGroupKeys ? accountOf(facts) : defaultAccountId;
    const place = account === defaultAccountId ? [channelOf(facts)] : [channelOf(facts), account];
    return chat(facts, place, kind, peer || unnamed);
  }

  return {
    key: (facts: PeerKeyFacts) => {
      const kind = facts.kind ?? direct;
      return kind === direct ? directKey(facts) : roomKey(facts, kind);
    },
    history: (facts: PeerKeyFacts, kind: string) => {
      const peer = peerIdOf(facts.peer, facts.channel, kind, behaviours) || unnamed;
      return writeChatName(
        { channel: channelOf(facts), account: accountOf(facts), kind, peer },
        spelling,
      ).join(":");
    },
  };
});

/**
 * The key of the session that a chat belongs to under the given scopes. Undefined where the
 * edition gives a chat without a peer no session of its own (`2026-11`); the openclaw@ editions
 * then fall back to the main session.
 */
export function peerSessionKey(facts: PeerKeyFacts, behaviours: Behaviours): SessionKey | undefined {
  return keyRules(behaviours).key(facts);
}

/**
 * The name under which the recent messages of a room are kept: channel, account, kind and room,
 * without an agent, because agents that listen in one room share what was said there.
 */
export function groupHistoryKey(
  facts: PeerKeyFacts & { readonly kind: string },
  behaviours: Behaviours,
): string {
  return keyRules(behaviours).history(facts, facts.kind);
}
