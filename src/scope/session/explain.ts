import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { said } from "../../config/given.ts";
import type { MatchedBy, Resolution, Resolved, Unresolved } from "../resolution.ts";
import type { LostBinding } from "./trace-routing.ts";

const tiers: Readonly<Record<MatchedBy, string>> = {
  topic: "its topic",
  "binding.peer": "its peer",
  "binding.peer.parent": "the chat that its thread belongs to",
  "binding.peer.wildcard": "any peer of its kind",
  "binding.guild+roles": "its guild and a role of the sender",
  "binding.guild": "its guild",
  "binding.team": "its team",
  "binding.account": "its account",
  "binding.channel": "its channel",
  default: "no binding",
};

const refusals: Readonly<Record<Unresolved["reason"], string>> = {
  "missing-peer": "the scope keeps people apart, and the message names nobody",
  "missing-message-id":
    "its channel gives messages sessions of their own, and the message does not give its id",
  "missing-mention":
    "which session it belongs to depends on whether it mentions the bot, and it does not say",
  "missing-sender": "everybody in the room has a session, and the message does not say who wrote it",
  "missing-room":
    "each room of a direct chat has a session, and the message does not say which one it is from",
  "ambiguous-agent": "no binding claims it, and none of several agents is the default one",
  "unknown-agent": "the agent that it goes to is not configured",
  "no-agent": "no agents are configured",
  "malformed-inbound": "facts of the message are missing or of the wrong type",
};

const kept: Readonly<Record<NonNullable<Resolved["keptApartBy"]>, string>> = {
  thread: "Its thread has a session of its own, whatever dmScope says",
  account: "No binding names its account, so dmScope does not join its direct messages with others",
};

/** What decided which direct messages share the session. */
function scopeSentence({ defaultOf, dmScope, keptApartBy }: Resolved): string {
  if (keptApartBy !== undefined) return ` ${kept[keptApartBy]}.`;
  return defaultOf === undefined ? "" : ` Its dmScope, ${dmScope}, is the default of ${defaultOf}.`;
}

function causeOf({ because }: LostBinding): string {
  if (because === "outranked") return "matches too, but a nearer or earlier one won";
  if (because === "impossible") return "can never match";
  return `differs in ${because}`;
}

function conversation({ channel, chatType, peer, thread, identity }: Resolved): string {
  const who = peer === undefined ? "" : ` ${JSON.stringify(peer)}`;
  const name =
    identity === undefined ? "" : `, known as ${JSON.stringify(identity)} by session.identityLinks,`;
  const within = thread === undefined ? "" : ` in thread ${JSON.stringify(thread)}`;
  return `${chatType} message of ${channel}${who}${name}${within}`;
}

/**
 * Says in a sentence or two where a message belongs and why; with what `traceRouting` tells, also why each
 * other binding lost.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ bindings: [{ agentId: "ops", match: { channel: "slack" } }] }, { edition: "2026-11" });
 * explainResolution(resolveSession({ channel: "slack", chatType: "channel", peer: "C1" }, policy));
 * //=> 'The channel message of slack "C1" belongs to agent:ops:slack:channel:C1; agent ops was chosen by its account (bindings[0]).'
 * ```
 */
export function explainResolution(resolution: Resolution, lost: readonly LostBinding[] = []): string {
  if (isPolluted()) return unpolluted(explainResolution, resolution, lost);
  return said(resolution, (each) => sentenceOf(each, lost));
}

function sentenceOf(resolution: Resolution, lost: readonly LostBinding[]): string {
  if (!resolution.ok)
    return `The message has no session: ${refusals[resolution.reason]} (${resolution.missing.join(", ")}).`;
  const { agentId, binding, key, topic } = resolution;
  // Releases name the tier of the binding that the topic then overrules.
  const matchedBy = topic === undefined ? resolution.matchedBy : "topic";
  const decided = topic ?? binding;
  const where = decided === undefined ? "" : ` (${decided.path})`;
  const chosen = matchedBy === "default" ? "is the default" : `was chosen by ${tiers[matchedBy]}${where}`;
  const scope = scopeSentence(resolution);
  const losers = lost.map((each) => ` ${each.path} ${causeOf(each)}.`).join("");
  return `The ${conversation(resolution)} belongs to ${key}; agent ${agentId} ${chosen}.${scope}${losers}`;
}
