import type { Behaviours } from "../edition/edition.ts";
import { fold } from "../identity/fold.ts";
import type { ChatType } from "../scope/chat-type.ts";
import { peerIdOf } from "../identity/peer-id.ts";
import { normalizeChatType } from "../scope/chat-word.ts";
import type { KeyFacts } from "./key-facts.ts";
import type { RuleFacts } from "./rule-facts.ts";
import type { SessionFacts } from "./session-facts.ts";

type Told = (facts: SessionFacts) => string | undefined;

function name(text: string | undefined): string | undefined {
  return text === undefined ? undefined : fold(text) || undefined;
}

const ofStoredSession: Told = ({ stored }) => name(stored?.channel) ?? name(stored?.lastChannel);

const ofStoredDelivery: Told = ({ stored }) =>
  stored?.delivery?.kind === "external"
    ? name(stored.delivery.channel ?? stored.delivery.provider)
    : undefined;

/** Nobody's word makes a private chat of a room. */
function roomOf({ chatType }: KeyFacts): ChatType | undefined {
  return chatType === "direct" ? undefined : chatType;
}

/**
 * Completes what the host tells with what the key tells. The host comes first, except that under
 * `2026-11` a key that names a room is believed. Only `2026-11` has rules about account, peer, agent
 * and thread; what the releases read in keys need not tell them.
 */
export function ruleFactsReader(behaviours: Behaviours): (facts: SessionFacts, ofKey: KeyFacts) => RuleFacts {
  const storedChannel = behaviours.has("send-delivery-channel") ? ofStoredDelivery : ofStoredSession;
  // In the releases an empty chat type in the request hides the stored one.
  const chatType = behaviours.has("send-reads-whole-key")
    ? ({ chatType, stored }: SessionFacts, ofKey: KeyFacts) =>
        roomOf(ofKey) ?? normalizeChatType(chatType) ?? normalizeChatType(stored?.chatType) ?? ofKey.chatType
    : ({ chatType, stored }: SessionFacts, ofKey: KeyFacts) =>
        normalizeChatType(chatType ?? stored?.chatType) ?? ofKey.chatType;
  return (facts, ofKey) => {
    const channel = name(facts.channel) ?? storedChannel(facts) ?? name(ofKey.channel);
    const type = chatType(facts, ofKey);
    return {
      rawKey: ofKey.rawKey,
      scopedKey: ofKey.scopedKey,
      channel,
      chatType: type,
      account: facts.account ?? ofKey.account,
      peer: facts.peer === undefined ? ofKey.peer : peerIdOf(facts.peer, channel, type ?? "", behaviours),
      agent: name(facts.agentId ?? ofKey.agent),
      thread: facts.thread ?? ofKey.thread,
    };
  };
}
