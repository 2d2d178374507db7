import type { Behaviours } from "../edition/edition.ts";
import type { Resolved } from "../scope/resolution.ts";
import { parseSessionKey } from "../scope/session-key.ts";
import type { ResetTarget } from "./reset-target.ts";

/** A session that is asked about, by its key or as it was resolved. */
export type KnownTarget = ResetTarget | Resolved;

/** Tells whether a session was resolved from an inbound, so that every fact about it is known. */
export function isResolved(target: KnownTarget): target is Resolved {
  return "kind" in target && target.kind === "resolution";
}

/** Fills in from the key what the caller left out; `openclaw@` editions take the caller's facts alone. */
export function completeTarget(target: KnownTarget, behaviours: Behaviours): KnownTarget {
  if (isResolved(target) || !behaviours.has("reset-facts-from-key")) return target;
  const parts = parseSessionKey(target.key);
  if (parts === undefined || parts.kind === "global" || parts.kind === "unknown") return target;
  const { agentId, thread } = parts;
  const session = { agentId, ...(thread !== undefined && { thread }) };
  if (parts.kind !== "direct" && parts.kind !== "group" && parts.kind !== "channel")
    return { ...session, ...target };
  const { kind: chatType, channel, account, peer } = parts;
  return {
    ...session,
    chatType,
    peer,
    ...(channel !== undefined && { channel }),
    ...(account !== undefined && { account }),
    ...target,
  };
}
