import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { said } from "../../config/given.ts";
import { sourceOf } from "../../config/source-of.ts";
import { explainFacts, factCauses } from "../../scope/facts/explain.ts";
import type { CommandReason } from "./command-request.ts";
import type { CommandDecision } from "./command.ts";

const causes: Readonly<Record<CommandReason, string>> = {
  owner: "they are an owner",
  listed: "they are on the list",
  admitted: "the channel's own gate lets them through",
  "not-owner": "only owners may, and they are not one",
  "no-owner-here": "only owners may, and none is named for this channel",
  "not-listed": "they are not on the list",
  "not-admitted": "the channel's own gate keeps them out",
  suppressed: "the message is not to be treated as a command",
  "missing-fact": "it cannot be decided without",
  "unresolved-session": "the message has no session",
  ...factCauses,
};

const outcomes: Readonly<Record<CommandDecision["outcome"], string>> = {
  commands: "They may command the bot",
  "reset-only": "They may reset the session but give no other command",
  denied: "They may not command the bot",
};

/**
 * Says in a sentence whether somebody may command the bot, and what decided.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ commands: { allowFrom: { telegram: ["123"] } } }, { edition: "2026-11" });
 * const chat = { channel: "telegram", chatType: "direct", admitted: true } as const;
 * explainCommand(evaluateCommand({ ...chat, peer: "123" }, policy));
 * //=> "They may command the bot: they are on the list (commands.allowFrom.telegram[0])."
 * explainCommand(evaluateCommand({ ...chat, peer: "456" }, policy));
 * //=> "They may not command the bot: they are not on the list (commands.allowFrom.telegram)."
 * ```
 */
export function explainCommand(decision: CommandDecision): string {
  if (isPolluted()) return unpolluted(explainCommand, decision);
  return said(decision, sentenceOf);
}

function sentenceOf(decision: CommandDecision): string {
  const { outcome, reason, missing = [] } = decision;
  const facts = missing.length === 0 ? "" : ` ${missing.join(" and ")}`;
  return `${outcomes[outcome]}: ${causes[reason]}${facts}${explainFacts(decision)}${sourceOf(decision)}.`;
}
