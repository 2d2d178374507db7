import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import { membersOf } from "../../config/given.ts";
import type { Policy } from "../../config/policy.ts";
import type { Inbound } from "../inbound.ts";
import type { Resolved, SessionKey } from "../resolution.ts";
import { resolveSession } from "../session/resolve-session.ts";
import { conversationOf, sharedBecause, type SharedReason } from "./shared-because.ts";

/** Different conversations that have one session. */
export interface Collision {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "collision";
  /** The session key that all of them have. */
  readonly key: SessionKey;
  /** One message of each conversation, in the order in which they were given. */
  readonly inbounds: readonly [Inbound, Inbound, ...Inbound[]];
  /** Why each of them, from the second on, shares the session of the first. */
  readonly reasons: readonly SharedReason[];
}

interface Sharer {
  readonly inbound: Inbound;
  readonly resolution: Resolved;
}

/**
 * Finds the messages of different conversations that would share a session. Messages of the same
 * conversation count once, and messages that cannot be placed share nothing.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { dmScope: "per-peer" } }, { edition: "openclaw@2026.9.6" });
 * const inbounds = [
 *   { channel: "telegram", chatType: "direct", peer: "123" },
 *   { channel: "discord", chatType: "direct", peer: "123" },
 * ] as const;
 * findCollisions(inbounds, policy).map(({ key, reasons }) => [key, reasons]);
 * //=> [["agent:main:direct:123", ["dm-scope"]]]
 * ```
 */
export function findCollisions(inbounds: readonly Inbound[], policy: Policy): readonly Collision[] {
  if (isPolluted()) return unpolluted(findCollisions, inbounds, policy);
  demandPolicy(policy);
  const sessions = new Map<SessionKey, Map<string, Sharer>>();
  for (const inbound of membersOf(inbounds)) {
    const resolution = resolveSession(inbound, policy);
    if (!resolution.ok) continue;
    const sharers = sessions.get(resolution.key) ?? new Map<string, Sharer>();
    sessions.set(resolution.key, sharers);
    const conversation = conversationOf(resolution);
    if (!sharers.has(conversation)) sharers.set(conversation, { inbound, resolution });
  }
  return [...sessions].flatMap(([key, sharers]) => {
    const [first, second, ...others] = sharers.values();
    if (first === undefined || second === undefined) return [];
    return [
      {
        kind: "collision" as const,
        key,
        inbounds: [first.inbound, second.inbound, ...others.map(({ inbound }) => inbound)],
        reasons: [second, ...others].map(
          ({ resolution }) => sharedBecause(first.resolution, resolution, policy).reason,
        ),
      },
    ];
  });
}
