import type { Policy } from "../../config/policy.ts";
import { fold } from "../../identity/fold.ts";
import type { StoreRow } from "../../lifecycle/store/store-row.ts";
import type { Inbound } from "../../scope/inbound.ts";
import type { SessionKey } from "../../scope/resolution.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import { factsOfRow } from "../store/inbound-of-entry.ts";
import type { Clues } from "./clues.ts";
import type { Outcome } from "./outcomes.ts";

/** What the entry of a stored session tells of it. */
export interface LastMessage {
  /** Its last message; undefined where the entry does not tell it. */
  readonly inbound?: Inbound;
  /** The facts of it that hold for the whole chat, and that the entry tells and not the key alone. */
  readonly told?: Partial<Inbound>;
  /** The fields that contradict the key, or one another. */
  readonly contradicts?: readonly string[];
}

/** Reads what the entry of a session tells; one that names a key and nothing else tells nothing. */
export function lastMessageOf(row: StoreRow, from: Policy): LastMessage {
  if (Object.keys(row).length === 1) return {};
  const read = factsOfRow(row, from);
  if (!("reason" in read)) return read;
  // That several people wrote into a session of several says nothing against its entry.
  const isDoubtful = read.reason === "contradicting-facts" && read.missing.includes("key");
  return isDoubtful ? { contradicts: read.missing } : {};
}

/** Whether all messages of a session are of the chat that its last message is of, and of nobody else. */
function isOneChat(outcomes: readonly Outcome[], { chatType, peer = "" }: Inbound): boolean {
  return outcomes.every(
    ({ before, inbound }) =>
      before.identity === undefined &&
      (inbound.chatType === "direct") === (chatType === "direct") &&
      fold(inbound.peer ?? "") === fold(peer),
  );
}

/**
 * What leads to a session, with the facts that its last message tells in place of those that are made up: on which channel and
 * account the chat is, and how its ids are spelled. What one message cannot tell, such as the threads of the chat, stays as it
 * was. A session of several chats stays as it is: its last message is of one of them.
 */
export function narrowed(
  outcomes: readonly Outcome[],
  { inbound: last, told: facts }: Required<Pick<LastMessage, "inbound" | "told">>,
  key: SessionKey,
  from: Policy,
  { strangers }: Clues,
  afterOf: (inbound: Inbound) => Pick<Outcome, "after" | "renamed">,
): readonly Outcome[] {
  if (!isOneChat(outcomes, last)) return outcomes;
  const told = new Map<string, Outcome>();
  const { thread, ...chat } = facts;
  for (const { inbound } of outcomes) {
    const within = inbound.root === undefined ? "thread" : "root";
    const known: Inbound = { ...inbound, ...chat, ...(thread !== undefined && { [within]: thread }) };
    const before = resolveSession(known, from);
    const at = JSON.stringify(known);
    if (!before.ok || before.key !== key || told.has(at)) continue;
    const isMadeUp = Object.values(known).some((fact) => strangers.some((stranger) => stranger === fact));
    told.set(at, { inbound: known, invented: isMadeUp, before, ...afterOf(known) });
  }
  return told.size > 0 ? [...told.values()] : outcomes;
}
