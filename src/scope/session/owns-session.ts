import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { isText, said } from "../../config/given.ts";
import { demandPolicy, type Policy } from "../../config/policy.ts";
import { isBlank } from "../../identity/fold.ts";
import { factCauses } from "../facts/explain.ts";
import type { Inbound } from "../inbound.ts";
import { toStoreKey } from "../key/request-key.ts";
import { splitThreadSuffix } from "../key/thread-key.ts";
import type { Resolved, SessionKey } from "../resolution.ts";
import { resolveSession } from "./resolve-session.ts";

/** Why a session is somebody's, or not. */
export type OwnershipReason =
  /** Their message belongs to it. */
  | "own"
  /** Their message belongs to it, and so do other people's: it is the main session of its agent. */
  | "shared"
  /** It is of their own direct chat: another thread of it, or the chat itself. */
  | "own-chat"
  /** Their message belongs to another session. */
  | "other-session"
  /** The key is another agent's, or cannot be read. */
  | "foreign-key"
  /** Their message has no session. */
  | "unresolved-session"
  /** The key is no text, or a blank one. */
  | "malformed-request";

/** Whether a session is somebody's who asks for it. */
export interface Ownership {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "ownership";
  /** Whether whoever asks may be shown the session. */
  readonly allowed: boolean;
  /** Why the session is theirs, or is not. */
  readonly reason: OwnershipReason;
  /** The key under which the session is stored, where it is theirs. */
  readonly key?: SessionKey;
  /** The facts that are missing or cannot be read. */
  readonly missing?: readonly string[];
}

const causes: Readonly<Record<OwnershipReason, string>> = {
  own: "their message belongs to it",
  shared: "their message belongs to it, and so do other people's",
  "own-chat": "it belongs to their own chat",
  "other-session": "their message belongs to another one",
  "foreign-key": "the key is another agent's, or cannot be read",
  "unresolved-session": "their message has no session",
  "malformed-request": factCauses["malformed-request"],
};

function refuse(reason: OwnershipReason, missing?: readonly string[]): Ownership {
  return { kind: "ownership", allowed: false, reason, ...(missing !== undefined && { missing }) };
}

/** Whether a session is of the same direct chat, be it another thread; threads of the main session hang under what all share. */
function isOwnChat(key: SessionKey, session: Resolved, policy: Policy): boolean {
  const chatOf = (each: SessionKey) => splitThreadSuffix(each, policy.behaviours).base;
  const own = chatOf(session.key);
  return session.chatType === "direct" && own !== session.mainKey && chatOf(key) === own;
}

/**
 * Tells whether a session that somebody names is theirs: the one to which a message of theirs belongs, or another of their own
 * direct chat, which has threads. For hosts that take the id of a session from whoever asks, as the client of a web chat sends it along: `inbound`
 * is what the host itself knows of them, and never what they say. `current` is their own session, and nobody else's.
 *
 * @param key - A whole key, a name among the agent's sessions, or `"current"`.
 * @returns Whether it is, why, and the `key` under which it is stored; what cannot be read is nobody's.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { dmScope: "per-channel-peer" } }, { edition: "2026-11" });
 * const ann = { channel: "webchat", chatType: "direct", peer: "ann" } as const;
 * ownsSession("agent:main:webchat:direct:ann", ann, policy).allowed; //=> true
 * ownsSession("agent:main:webchat:direct:bob", ann, policy).reason; //=> "other-session"
 * ownsSession("current", ann, policy).key; //=> "agent:main:webchat:direct:ann"
 * ```
 */
export function ownsSession(key: string, inbound: Inbound, policy: Policy): Ownership {
  if (isPolluted()) return unpolluted(ownsSession, key, inbound, policy);
  demandPolicy(policy);
  if (!isText(key) || isBlank(key)) return refuse("malformed-request", ["key"]);
  const session = resolveSession(inbound, policy);
  if (!session.ok) return refuse("unresolved-session", session.missing);
  const { agentId, key: current, mainKey } = session;
  const asked = toStoreKey({ key, agentId, current }, policy);
  if (asked === undefined) return refuse("foreign-key");
  if (asked === current) {
    const reason = current === mainKey ? "shared" : "own";
    return { kind: "ownership", allowed: true, reason, key: asked };
  }
  return isOwnChat(asked, session, policy)
    ? { kind: "ownership", allowed: true, reason: "own-chat", key: asked }
    : refuse("other-session");
}

/**
 * Says in a sentence whether a session is somebody's, and why.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { dmScope: "per-channel-peer" } }, { edition: "2026-11" });
 * const ann = { channel: "webchat", chatType: "direct", peer: "ann" } as const;
 * explainOwnership(ownsSession("agent:main:main", ann, policy));
 * //=> "The session is not theirs: their message belongs to another one."
 * ```
 */
export function explainOwnership(ownership: Ownership): string {
  if (isPolluted()) return unpolluted(explainOwnership, ownership);
  return said(ownership, ({ allowed, missing = [], reason }) => {
    const facts = missing.length === 0 ? "" : ` (${missing.join("; ")})`;
    return `The session is ${allowed ? "" : "not "}theirs: ${causes[reason]}${facts}.`;
  });
}
