import { sourceOf } from "../../config/source-of.ts";
import type { Inbound } from "../inbound.ts";
import type { Collision } from "./collisions.ts";
import type { IsolatedReason, Isolation } from "./isolation.ts";
import type { ScopeSource, SharedReason } from "./shared-because.ts";

const joins: Readonly<Record<SharedReason, string>> = {
  "same-conversation": "they belong to the same conversation",
  "global-scope": "one session is used for everything",
  "dm-scope": "the scope of direct chats does not keep them apart",
  "group-scope": "the scope of groups puts the group into the main session",
  "identity-links": "identity links say that they come from one person",
  "missing-peer": "a message names nobody, and this release puts such messages together",
  "chat-not-split": "nothing splits the chat that they belong to",
  "account-not-in-key": "this release does not name the account in a group's key",
  collision: "this release spells different ids in the same way",
};

const parts: Readonly<Record<IsolatedReason, string>> = {
  unresolved: "one of them has no session",
  agent: "they go to different agents",
  "chat-type": "they come from different kinds of chat",
  channel: "they come from different channels",
  account: "they come through different accounts of the bot",
  peer: "they come from different people or rooms",
  party: "their chats belong to different workspaces, tenants or business accounts",
  thread: "they belong to different threads",
  sender: "different people wrote them, and each has a session in the room",
  room: "they come from different rooms, and each has a session",
  scope: "they are under different scopes",
};

function source({ setting, defaultOf }: ScopeSource): string {
  return sourceOf({ ...(setting !== undefined && { path: setting }), ...(defaultOf && { defaultOf }) });
}

/**
 * Says in a sentence whether two messages share a session, and what decides it.
 *
 * @example
 * ```ts
 * const [a, b] = ["1", "2"].map((peer) => ({ channel: "irc", chatType: "direct", peer }) as const);
 * const policy = parsePolicy({}, { edition: "2026-11" });
 * a && b && explainIsolation(isolationOf(a, b, policy));
 * //=> "The two messages share a session: the scope of direct chats does not keep them apart (the default of 2026-11)."
 * ```
 */
export function explainIsolation(isolation: Isolation): string {
  return isolation.shared
    ? `The two messages share a session: ${joins[isolation.reason]}${source(isolation)}.`
    : `The two messages are kept apart: ${parts[isolation.reason]}${source(isolation)}.`;
}

function nameOf({ channel, account, chatType, peer, thread }: Inbound): string {
  const place = [channel, ...(account === undefined ? [] : [account]), chatType, peer ?? "nobody"].join(" ");
  return thread === undefined ? place : `${place} thread ${thread}`;
}

/**
 * Says in a sentence which conversations have one session, and why.
 *
 * @example
 * ```ts
 * const inbounds = ["1", "2"].map((peer) => ({ channel: "irc", chatType: "direct", peer }) as const);
 * findCollisions(inbounds, parsePolicy({}, { edition: "2026-11" })).map(explainCollision);
 * //=> ["agent:main:main is the session of irc direct 1 and irc direct 2: the scope of direct chats does not keep them apart."]
 * ```
 */
export function explainCollision({ inbounds, key, reasons }: Collision): string {
  const why = [...new Set(reasons)].map((reason) => joins[reason]).join(", and ");
  return `${key} is the session of ${inbounds.map(nameOf).join(" and ")}: ${why}.`;
}
