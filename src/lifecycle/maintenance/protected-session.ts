import type { Policy } from "../../config/policy.ts";
import { normalizeAgentId } from "../../identity/agent-id.ts";
import { fold } from "../../identity/fold.ts";
import { readAgentName, type KeyTraits } from "./key-traits.ts";
import { lastSignOfLife, type SessionEntry } from "../session-entry.ts";

/** Why a session stays, whatever its age and however full the store is. Of `malformed-times` nobody can tell its age. */
export type KeptReason =
  "archived" | "pinned" | "in-use" | "locked" | "running" | "recent" | "conversation" | "malformed-times";

/** How an edition protects sessions. */
export interface Protection {
  /** People talk here: the session's key, its kind of chat or its delivery says so. */
  readonly isConversation: (entry: SessionEntry, traits: KeyTraits) => boolean;
  /** Why the session stays; `recentSince` is the instant since which activity alone is a reason. */
  readonly whyKept: (entry: SessionEntry, traits: KeyTraits, recentSince: number) => KeptReason | undefined;
}

const sharedChatTypes: ReadonlySet<string> = new Set(["group", "channel", "thread"]);

type EntryTest = (entry: SessionEntry, traits: KeyTraits) => boolean;

function compileConversation({ behaviours }: Policy): EntryTest {
  if (!behaviours.has("conversations-kept")) return () => false;
  const fromDelivery = behaviours.has("chat-type-from-delivery");
  const keepsDelivered = behaviours.has("direct-conversations-kept");
  return (entry, traits) => {
    if (traits.disposable) return false;
    if (traits.conversation) return true;
    const delivered = entry.delivery?.kind === "external";
    if (delivered && keepsDelivered) return true;
    const cameFrom = fromDelivery ? (delivered ? entry.delivery.origin : undefined) : entry.origin;
    const chatType = entry.chatType ?? cameFrom?.chatType;
    return chatType !== undefined && sharedChatTypes.has(fold(chatType));
  };
}

function isMainSessionOf(parent: string, key: string): boolean {
  const agent = readAgentName(fold(key))?.agent;
  return agent !== undefined && parent === `agent:${normalizeAgentId(agent)}:main`;
}

/** Whether a pin on the session means anything. */
function compilePins({ behaviours }: Policy): EntryTest {
  if (!behaviours.has("pins-of-top-level-sessions")) return () => true;
  const underMain = behaviours.has("pins-under-main");
  return (entry, traits) => {
    if (traits.subagent || (entry.spawnedBy ?? "").trim() !== "") return false;
    const parent = (entry.parentSessionKey ?? "").trim();
    return parent === "" || (underMain && isMainSessionOf(parent, entry.key));
  };
}

function isRecent(entry: SessionEntry, since: number): boolean {
  const last = lastSignOfLife(entry);
  return last > 0 && last >= since;
}

/** Compiles which sessions an edition's maintenance does not touch. */
export function compileProtection(policy: Policy): Protection {
  const { behaviours } = policy;
  const keepsSetAside = behaviours.has("set-aside-sessions-kept");
  const keepsInUse = behaviours.has("sessions-in-use-kept");
  const keepsRunning = behaviours.has("running-sessions-kept");
  const keepsRecent = behaviours.has("retention-settings");
  const isConversation = compileConversation(policy);
  const isPinnable = compilePins(policy);
  return {
    isConversation,
    whyKept: (entry, traits, recentSince) => {
      if (keepsSetAside && entry.archivedAt !== undefined) return "archived";
      if (keepsSetAside && entry.pinnedAt !== undefined && isPinnable(entry, traits)) return "pinned";
      if (keepsInUse && entry.inUse === true) return "in-use";
      if (keepsSetAside && entry.modelSelectionLocked === true) return "locked";
      if (keepsRunning && entry.status === "running") return "running";
      if (keepsRecent && !traits.disposable && isRecent(entry, recentSince)) return "recent";
      return isConversation(entry, traits) ? "conversation" : undefined;
    },
  };
}
