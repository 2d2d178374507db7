import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { said } from "../../config/given.ts";
import { explainFacts, factCauses } from "../../scope/facts/explain.ts";
import type { MentionDecision, MentionReason } from "./mention.ts";

const causes: Readonly<Record<MentionReason, string>> = {
  told: "the channel says so",
  pattern: "a pattern matches it",
  "no-match": "no pattern matches it",
  "no-patterns": "there are no patterns",
  "switched-off": "patterns do not count in this conversation",
  "not-searched": "a pattern was not tried, because that might never end",
  "unresolved-session": "the message has no session",
  ...factCauses,
};

/**
 * Says in a sentence whether a message mentions the bot, and what decided.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ messages: { groupChat: { mentionPatterns: ["@claw"] } } }, { edition: "2026-11" });
 * explainMention(evaluateMention({ text: "hi @claw" }, policy));
 * //=> "The message mentions the bot: a pattern matches it (messages.groupChat.mentionPatterns[0])."
 * ```
 */
export function explainMention(decision: MentionDecision): string {
  if (isPolluted()) return unpolluted(explainMention, decision);
  return said(decision, sentenceOf);
}

function sentenceOf(decision: MentionDecision): string {
  const { mentioned, path, reason } = decision;
  const place = path === undefined ? "" : ` (${path})`;
  return `The message ${mentioned ? "mentions" : "does not mention"} the bot: ${causes[reason]}${explainFacts(decision)}${place}.`;
}
