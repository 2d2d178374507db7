import type { Behaviours } from "../edition/edition.ts";
import { perEdition } from "../edition/per-edition.ts";
import { defaultAccountId, normalizeAccountId } from "../identity/account-id.ts";
import { writeChatName } from "./chat-name.ts";
import { escapedIds, rawIds } from "./key-segment.ts";
import { mainSessionKey } from "./main-key.ts";
import { channelIdRule, peerIdRule } from "../identity/peer-id.ts";
import type { SessionKey } from "./resolution.ts";

/** What the key of a chat's session depends on, once the agent is chosen. */
export interface PeerKeyFacts {
  /** The agent's id, as `normalizeAgentId` writes it. */
  readonly agentId: string;
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

/** How an edition builds keys of chats; see `peerSessionKey` and `groupHistoryKey`. */
export const peerKeyRules = perEdition((behaviours) => {
  const direct = directKind(behaviours);
  const spelling = behaviours.has("ids-escaped") ? escapedIds : rawIds;
  const namesMarked = behaviours.has("identity-apart-from-ids");
  const groupsCanShare = behaviours.has("group-scope");
  const accountInGroupKeys = behaviours.has("account-in-group-keys");
  const peerRequired = behaviours.has("peer-required");

  const main = ({ agentId, mainKey }: PeerKeyFacts) => mainSessionKey(agentId, mainKey, behaviours);
  const channelId = channelIdRule(behaviours);
  const peerId = peerIdRule(behaviours);
  const channelOf = ({ channel }: PeerKeyFacts) => channelId(channel ?? "") || unnamed;
  const accountOf = ({ account }: PeerKeyFacts) => normalizeAccountId(account, behaviours);

  function chat(
    { agentId, identity }: PeerKeyFacts,
    place: { readonly channel?: string; readonly account?: string },
    kind: string,
    peer: string,
  ): SessionKey {
    const marked = namesMarked && kind === direct && identity !== undefined ? true : undefined;
    const { channel, account } = place;
    return `agent:${agentId}:${writeChatName({ channel, account, kind, peer, identity: marked }, spelling)}`;
  }

  function directKey(facts: PeerKeyFacts): SessionKey | undefined {
    const { dmScope } = facts;
    const perAccount = dmScope === "per-account-channel-peer";
    const perChannel = perAccount || dmScope === "per-channel-peer";
    // Any word that is no scope means the main session, as in every release.
    if (!perChannel && dmScope !== "per-peer") return main(facts);
    const channel = channelOf(facts);
    const peer = peerId(facts.identity ?? facts.peer ?? "", channel, direct);
    if (peer === "") return peerRequired ? undefined : main(facts);
    if (!perChannel) return chat(facts, {}, direct, peer);
    return chat(facts, perAccount ? { channel, account: accountOf(facts) } : { channel }, direct, peer);
  }

  function roomKey(facts: PeerKeyFacts, kind: string): SessionKey | undefined {
    if (groupsCanShare && facts.groupScope === "main") return main(facts);
    const channel = channelOf(facts);
    const peer = peerId(facts.peer ?? "", channel, kind);
    if (peer === "" && peerRequired) return undefined;
    const account = accountInGroupKeys ? accountOf(facts) : defaultAccountId;
    return chat(
      facts,
      account === defaultAccountId ? { channel } : { channel, account },
      kind,
      peer || unnamed,
    );
  }

  return {
    key: (facts: PeerKeyFacts) => {
      const kind = facts.kind ?? direct;
      return kind === direct ? directKey(facts) : roomKey(facts, kind);
    },
    history: (facts: PeerKeyFacts, kind: string) => {
      const peer = peerId(facts.peer ?? "", channelOf(facts), kind) || unnamed;
      return writeChatName({ channel: channelOf(facts), account: accountOf(facts), kind, peer }, spelling);
    },
  };
});

/**
 * The key of the session that a chat belongs to under the given scopes. Undefined where the
 * edition gives a chat without a peer no session of its own (`2026-11`); the openclaw@ editions
 * then fall back to the main session.
 */
export function peerSessionKey(facts: PeerKeyFacts, behaviours: Behaviours): SessionKey | undefined {
  return peerKeyRules(behaviours).key(facts);
}

/**
 * The name under which the recent messages of a room are kept: channel, account, kind and room,
 * without an agent, because agents that listen in one room share what was said there.
 */
export function groupHistoryKey(
  facts: PeerKeyFacts & { readonly kind: string },
  behaviours: Behaviours,
): string {
  return peerKeyRules(behaviours).history(facts, facts.kind);
}
