import { ofEachFact, type FactField } from "../../config/rule-fields.ts";
import { fold } from "../../identity/fold.ts";
import { type ChatType, normalizeChatType } from "../../scope/chat-type.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { peerIdOf } from "../../identity/peer-id.ts";
import type { SessionFacts } from "../session-facts.ts";

/** What is known of a session beside its key, or what a rule asks for, fact by fact. */
export type Facts = Readonly<Record<FactField, string | undefined>>;

/** What prefixes are compared with: the key of one session. */
export interface KeyForms {
  /** The whole key. */
  readonly rawKey: string;
  /** The key without `agent:<agentId>:`; empty where the key has no such reading. */
  readonly scopedKey: string;
}

/** What rules are held against: the facts of one session, each in the form in which its edition compares it. */
export interface RuleFacts extends KeyForms, Facts {}

/** The facts of a session of which nothing is known, or of a rule that asks for none. */
export const noFacts: Facts = /* @__PURE__ */ ofEachFact(() => undefined);

/** What rules are told about a session by its key alone. */
export interface KeyFacts extends RuleFacts {
  readonly chatType: ChatType | undefined;
  /** Why nothing may be concluded from the key. */
  readonly doubt: "ambiguous-key" | "malformed-key" | undefined;
}

/** The name of a channel or an agent in the form in which rules compare it; undefined for a blank one. */
function comparedName(name: string | undefined): string | undefined {
  return name === undefined ? undefined : fold(name) || undefined;
}

type Told = KeyForms & { readonly [Fact in Exclude<keyof KeyFacts, keyof KeyForms>]?: KeyFacts[Fact] };

/** Writes out what a key tells, so that the facts of all keys have one shape: they are read in a few nanoseconds then. */
export function keyFacts(told: Told): KeyFacts {
  return {
    rawKey: told.rawKey,
    scopedKey: told.scopedKey,
    channel: comparedName(told.channel),
    chatType: told.chatType,
    account: told.account,
    peer: told.peer,
    agent: comparedName(told.agent),
    thread: told.thread,
    doubt: told.doubt,
  };
}

type ToldName = (facts: SessionFacts) => string | undefined;

const ofStoredSession: ToldName = ({ stored }) =>
  comparedName(stored?.channel) ?? comparedName(stored?.lastChannel);

const ofStoredDelivery: ToldName = ({ stored }) =>
  stored?.delivery?.kind === "external"
    ? comparedName(stored.delivery.channel ?? stored.delivery.provider)
    : undefined;

/** What a host says, compared as rules compare it. Most say what the key says, where it is in that form already. */
function toldName(told: string | undefined, ofKey: string | undefined): string | undefined {
  return told === ofKey ? ofKey : comparedName(told);
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
        roomOf(ofKey) ?? normalizeChatType(chatType) ?? normalizeChatType(stored?.chatType) ?? ofKey.chatType
    : ({ chatType, stored }: SessionFacts, ofKey: KeyFacts) =>
        normalizeChatType(chatType ?? stored?.chatType) ?? ofKey.chatType;
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
