import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import type { Policy } from "../../config/policy.ts";
import type { Inbound } from "../inbound.ts";
import type { Resolved } from "../resolution.ts";
import { resolveSession } from "../session/resolve-session.ts";
import { boundScope, scopeField } from "../session/scope-setting.ts";
import {
  isSamePeer,
  placesApart,
  scopeSource,
  sharedBecause,
  type Place,
  type ScopeSource,
  type SharedReason,
} from "./shared-because.ts";

/** What a channel may split a chat by, in the order in which it is told. */
const splitParts = ["room", "sender", "thread"] as const;

/** What a channel may split a chat by. */
type SplitPart = (typeof splitParts)[number];

/** What two messages of one chat differ in by which their channel splits it, and the setting that says so. */
function splitApart(
  a: Resolved,
  b: Resolved,
): { readonly part: SplitPart; readonly setting?: string } | undefined {
  const ofOneChat = a.channel === b.channel && a.account === b.account;
  if (!ofOneChat) return undefined;
  for (const part of splitParts) {
    const splits = [a, b].find(({ split }) => split?.by.includes(part));
    const isOfChat = part === "room" || isSamePeer(a, b);
    if (splits === undefined || !isOfChat || a[part] === b[part]) continue;
    const setting = splits.split?.setting;
    return { part, ...(setting !== undefined && { setting }) };
  }
  return undefined;
}

/** What keeps two messages in different sessions. */
export type IsolatedReason =
  "unresolved" | "agent" | "chat-type" | Place | "peer" | "party" | SplitPart | "scope";

/**
 * Whether two messages share a session, and what decides it: the setting that joins them or keeps them apart, or
 * the edition whose default does; neither, where no setting could.
 */
export type Isolation = ScopeSource & {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "isolation";
} & (
    | {
        /** True: both messages have one session. */
        readonly shared: true;
        /** Why they share it. */
        readonly reason: SharedReason;
      }
    | {
        /** False: each has a session of its own, or has none. */
        readonly shared: false;
        /** What keeps them apart. */
        readonly reason: IsolatedReason;
      }
  );

/** What an edition tells apart where the scope does not: threads, and accounts that never share a session. */
const apartAnyway = ["thread", "account", "channel", "peer"] as const satisfies readonly IsolatedReason[];

function isolated(a: Resolved, b: Resolved, policy: Policy): Isolation {
  const because = (reason: IsolatedReason, setting?: string): Isolation => ({
    kind: "isolation",
    shared: false,
    reason,
    ...(setting !== undefined && { setting }),
  });
  if (a.agentId !== b.agentId) {
    const path = a.topic?.path ?? b.topic?.path ?? a.binding?.path ?? b.binding?.path;
    return because("agent", path);
  }
  if (a.chatType !== b.chatType) return because("chat-type");
  const split = splitApart(a, b);
  if (split !== undefined) return because(split.part, split.setting);
  const field = scopeField(a);
  // What is written for all is the same for both, so a binding makes the difference.
  if (a[field] !== b[field])
    return because("scope", boundScope(field, a, policy) ?? boundScope(field, b, policy));
  const byScope = (reason: IsolatedReason): Isolation => ({
    kind: "isolation",
    shared: false,
    reason,
    ...scopeSource(field, a, policy),
  });
  const others = placesApart(b, policy);
  const place = placesApart(a, policy).find((fact) => others.includes(fact) && a[fact] !== b[fact]);
  if (place !== undefined) return byScope(place);
  if (!isSamePeer(a, b) && a[field] !== "main") return byScope("peer");
  if (a.party !== b.party && a[field] !== "main") return byScope("party");
  return because(apartAnyway.find((fact) => a[fact] !== b[fact]) ?? "thread");
}

/**
 * Tells whether two messages share a session, and by which setting.
 *
 * @returns `shared`, why, and the path of the `setting` that decides. A message that cannot be placed
 *   (`"unresolved"`) shares nothing.
 *
 * @example
 * ```ts
 * const a = { channel: "telegram", chatType: "direct", peer: "1" } as const;
 * const b = { channel: "telegram", chatType: "direct", peer: "2" } as const;
 * const shared = parsePolicy({ session: { dmScope: "main" } }, { edition: "2026-11" });
 * isolationOf(a, b, shared); //=> { kind: "isolation", shared: true, reason: "dm-scope", setting: "session.dmScope" }
 * const apart = parsePolicy({ session: { dmScope: "per-channel-peer" } }, { edition: "2026-11" });
 * isolationOf(a, b, apart); //=> { kind: "isolation", shared: false, reason: "peer", setting: "session.dmScope" }
 * ```
 */
export function isolationOf(a: Inbound, b: Inbound, policy: Policy): Isolation {
  if (isPolluted()) return unpolluted(isolationOf, a, b, policy);
  demandPolicy(policy);
  const first = resolveSession(a, policy);
  const second = resolveSession(b, policy);
  if (!first.ok || !second.ok) return { kind: "isolation", shared: false, reason: "unresolved" };
  return first.key === second.key
    ? { kind: "isolation", shared: true, ...sharedBecause(first, second, policy) }
    : isolated(first, second, policy);
}
