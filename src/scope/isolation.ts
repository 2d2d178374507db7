import { formatPath } from "../config/path.ts";
import type { Policy } from "../config/policy.ts";
import type { Inbound } from "./inbound.ts";
import type { Resolved } from "./resolution.ts";
import { resolveSession } from "./resolve-session.ts";

/** Why two messages share a session. */
export type SharedReason =
  /** They are of one conversation: agent, channel, account, chat, person or room, and thread are the same. */
  | "same-conversation"
  /** `session.scope` is `global`. */
  | "global-scope"
  /** `dmScope` does not tell their people, channels or accounts apart. */
  | "dm-scope"
  /** `groupScope` puts the group into the main session. */
  | "group-scope"
  /** `identityLinks` say that it is one person. */
  | "identity-links"
  /** One of them names no peer, and the release puts such messages together. */
  | "missing-peer"
  /** The release's group keys do not name the account. */
  | "account-not-in-key"
  /** Nothing joins them: the release spells different ids in the same way. */
  | "collision";

/** What keeps two messages in different sessions. */
export type IsolatedReason =
  "unresolved" | "agent" | "chat-type" | "channel" | "account" | "peer" | "thread" | "scope";

/** Whether two messages share a session, and what decides it. */
export type Isolation =
  | {
      readonly kind: "isolation";
      readonly shared: true;
      readonly reason: SharedReason;
      /** The setting that joins them; absent when that is the edition's own doing. */
      readonly setting?: string;
    }
  | {
      readonly kind: "isolation";
      readonly shared: false;
      readonly reason: IsolatedReason;
      /** The setting that keeps them apart; absent when that is the edition's own doing. */
      readonly setting?: string;
    };

type ScopeField = "dmScope" | "groupScope";

/** Where the binding of a message writes a scope. */
function boundScope(field: ScopeField, { binding }: Resolved, { config }: Policy): string | undefined {
  if (binding === undefined || config.bindings?.[binding.index]?.session?.[field] === undefined)
    return undefined;
  return formatPath(["bindings", binding.index, "session", field]);
}

/** Where the scope of a message was written; undefined for the edition's default. */
function scopeSetting(field: ScopeField, resolution: Resolved, policy: Policy): string | undefined {
  const general = policy.config.session?.[field] === undefined ? undefined : formatPath(["session", field]);
  return boundScope(field, resolution, policy) ?? general;
}

function scopeField({ chatType }: Resolved): ScopeField {
  return chatType === "direct" ? "dmScope" : "groupScope";
}

function whoIs({ identity, peer }: Resolved): string | undefined {
  return identity ?? peer;
}

const facts = ["chatType", "channel", "account", "peer", "thread"] as const;

/** The conversation that a message is of, whatever session it shares: equal for messages of the same one. */
export function conversationOf(resolution: Resolved): string {
  return JSON.stringify(facts.map((fact) => resolution[fact] ?? null));
}

function isBlank(peer: string | undefined): boolean {
  return peer === undefined || peer.trim() === "";
}

/** Why two messages of one session share it, and the setting that joins them. */
export function sharedBecause(
  a: Resolved,
  b: Resolved,
  policy: Policy,
): { readonly reason: SharedReason; readonly setting?: string } {
  const because = (reason: SharedReason, setting?: string) => ({
    reason,
    ...(setting !== undefined && { setting }),
  });
  if (conversationOf(a) === conversationOf(b)) return because("same-conversation");
  if (a.key === "global") return because("global-scope", "session.scope");
  const [narrower] = [a, b].filter((each) => each[scopeField(each)] !== "main");
  if (narrower === undefined) {
    const room = [a, b].find(({ chatType }) => chatType !== "direct");
    return room === undefined
      ? because("dm-scope", scopeSetting("dmScope", a, policy))
      : because("group-scope", scopeSetting("groupScope", room, policy));
  }
  if ([a, b].some(({ peer }) => isBlank(peer))) return because("missing-peer");
  if (a.identity !== undefined && a.identity === b.identity && a.peer !== b.peer)
    return because("identity-links", "session.identityLinks");
  if (whoIs(a) !== whoIs(b) || a.chatType !== b.chatType || a.thread !== b.thread)
    return because("collision");
  if (a.chatType === "direct") return because("dm-scope", scopeSetting("dmScope", a, policy));
  return a.channel === b.channel ? because("account-not-in-key") : because("collision");
}

/** What a direct chat's scope tells apart, beside the person. */
const apart = {
  main: [],
  "per-peer": [],
  "per-channel-peer": ["channel"],
  "per-account-channel-peer": ["channel", "account"],
} as const satisfies Readonly<Record<Resolved["dmScope"], readonly IsolatedReason[]>>;

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
  const field = scopeField(a);
  // What is written for all is the same for both, so a binding makes the difference.
  if (a[field] !== b[field])
    return because("scope", boundScope(field, a, policy) ?? boundScope(field, b, policy));
  const setting = scopeSetting(field, a, policy);
  const places = a.chatType === "direct" ? apart[a.dmScope] : (["channel", "account"] as const);
  const place = places.find((fact) => a[fact] !== b[fact]);
  if (place !== undefined) return because(place, setting);
  return whoIs(a) !== whoIs(b) && a[field] !== "main" ? because("peer", setting) : because("thread");
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
  const first = resolveSession(a, policy);
  const second = resolveSession(b, policy);
  if (!first.ok || !second.ok) return { kind: "isolation", shared: false, reason: "unresolved" };
  return first.key === second.key
    ? { kind: "isolation", shared: true, ...sharedBecause(first, second, policy) }
    : isolated(first, second, policy);
}
