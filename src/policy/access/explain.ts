import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { said } from "../../config/given.ts";
import { sourceOf } from "../../config/source-of.ts";
import { explainFacts, factCauses } from "../../scope/facts/explain.ts";
import type { AccessReason } from "./verdict.ts";
import type { AccessDecision } from "./access.ts";

const causes: Readonly<Record<AccessReason, string>> = {
  "dm-open": "direct messages are open to everybody",
  "dm-allowlisted": "the sender is on the list for direct messages",
  "dm-paired": "the sender was paired",
  "group-open": "the group is open to everybody in it",
  "group-allowlisted": "the sender is on the list for the group",
  "group-paired": "the sender was paired in a direct chat",
  "group-member": "the group is listed, and no sender is",
  "dm-pairing": "the sender is a stranger",
  "channel-disabled": "the channel is switched off",
  "room-disabled": "the group is switched off",
  "topic-disabled": "the topic is switched off",
  "dm-disabled": "direct messages are switched off",
  "group-disabled": "groups are switched off",
  "dm-not-allowlisted": "the sender is not on the list for direct messages",
  "group-not-allowlisted": "the sender is not on the list for groups",
  "group-empty-allowlist": "the list for groups is empty",
  "override-not-allowlisted": "the sender is not on the group's own list",
  "room-not-listed": "the group is not one that the bot answers in",
  "bot-not-admitted": "a bot wrote it, and `allowBots` does not let it in",
  "group-chats-disabled": "the bot does not take part in chats of several people",
  "others-mentioned": "the message mentions somebody else, and not the bot",
  "mention-required": "it does not mention the bot",
  "rooms-not-known": "what the release decides about rooms of this channel is not on record",
  "missing-fact": "not enough is known",
  "unresolved-session": "the message has no session",
  ...factCauses,
};

const outcomes: Readonly<Record<AccessDecision["outcome"], string>> = {
  admit: "The message is let in",
  pair: "The sender has to be paired first",
  deny: "The message is not let in",
  unknown: "It is not known whether the message is let in",
};

/**
 * Says in a sentence why a message is let in or not.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ channels: { slack: { dmPolicy: "disabled" } } }, { edition: "2026-11" });
 * explainAccess(evaluateAccess({ channel: "slack", chatType: "direct", peer: "U1" }, policy));
 * //=> "The message is not let in: direct messages are switched off (channels.slack.dmPolicy)."
 * ```
 */
export function explainAccess(decision: AccessDecision): string {
  if (isPolluted()) return unpolluted(explainAccess, decision);
  return said(decision, sentenceOf);
}

function sentenceOf(decision: AccessDecision): string {
  const { missing, outcome, reason } = decision;
  const facts = missing === undefined ? "" : `: ${missing.join(", ")}`;
  return `${outcomes[outcome]}: ${causes[reason]}${facts}${explainFacts(decision)}${sourceOf(decision)}.`;
}
