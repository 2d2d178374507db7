import type { Behaviours } from "../../edition/edition.ts";
import { type ChatType, chatTypeOfWord, normalizeChatType } from "../../scope/chat-type.ts";
import { peerIdOf } from "../../identity/peer-id.ts";
import { comparedName, type KeyFacts } from "./key-facts.ts";
import type { RuleFacts } from "./rule-facts.ts";
import type { SessionFacts } from "../session-facts.ts";

type Told = (facts: SessionFacts) => string | undefined;

const ofStoredSession: Told = ({ stored }) =>
  comparedName(stored?.channel) ?? comparedName(stored?.lastChannel);

const ofStoredDelivery: Told = ({ stored }) =>
  stored?.delivery?.kind === "external"
    ? comparedName(stored.delivery.channel ?? stored.delivery.provider)
    : undefined;

/** What a host says, compared as rules compare it. Most say what the key says, where it is in that form already. */
function toldName(told: string | undefined, ofKey: string | undefined): string | undefined {
  return told === ofKey ? ofKey : comparedName(told);
}

/** A word as the types have it needs no folding. */
function toldChatType(word: string | undefined): ChatType | undefined {
  return word === undefined ? undefined : (chatTypeOfWord.get(word) ?? normalizeChatType(word));
}

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
        roomOf(ofKey) ?? toldChatType(chatType) ?? toldChatType(stored?.chatType) ?? ofKey.chatType
    : ({ chatType, stored }: SessionFacts, ofKey: KeyFacts) =>
        toldChatType(chatType ?? stored?.chatType) ?? ofKey.chatType;
  return (facts, ofKey) => {
    const channel = toldName(facts.channel, ofKey.channel) ?? storedChannel(facts) ?? ofKey.channel;
    const type = chatType(facts, ofKey);
    return {
      rawKey: ofKey.rawKey,
      scopedKey: ofKey.scopedKey,
      channel,
      chatType: type,
      account: facts.account ?? ofKey.account,
      peer: facts.peer === undefined ? ofKey.peer : peerIdOf(facts.peer, channel, type ?? "", behaviours),
      agent: toldName(facts.agentId ?? ofKey.agent, ofKey.agent),
      thread: facts.thread ?? ofKey.thread,
    };
  };
}
