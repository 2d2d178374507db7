import type { Policy } from "../../config/policy.ts";
import { dmReach, narrowestReach, type KeptApart } from "../../config/scopes.ts";
import type { Edition } from "../../edition/edition.ts";
import { isBlank } from "../../identity/fold.ts";
import type { Resolved } from "../resolution.ts";
import { scopeField, scopeSetting, type ScopeField } from "../session/scope-setting.ts";

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
  /** Nothing splits their chat: the channel's settings, or the release, have its threads or rooms share a session. */
  | "chat-not-split"
  /** The release's group keys do not name the account. */
  | "account-not-in-key"
  /** Nothing joins them: the release spells different ids in the same way. */
  | "collision";

/** Whether two messages are of one person or room, as far as keys go: the linked person, or the peer. */
export function isSamePeer(a: Resolved, b: Resolved): boolean {
  return a.identity === b.identity && (a.identity !== undefined || a.peer === b.peer);
}

const places = ["channel", "account"] as const satisfies readonly KeptApart[];

/** A place of a message that its key can tell apart, beside whom it is with. */
export type Place = (typeof places)[number];

/** The places that a message's scope tells apart, identity links aside. */
function placesInScope({ chatType, dmScope }: Resolved): readonly Place[] {
  const reach = chatType === "direct" ? dmReach(dmScope) : narrowestReach;
  return places.filter((place) => reach[place]);
}

/** The places that tell a message's session apart: none where a link joins a person's chats on all channels. */
export function placesApart(resolution: Resolved, { behaviours }: Policy): readonly Place[] {
  const { identity, thread } = resolution;
  const isJoined = identity !== undefined && thread === undefined && behaviours.has("links-join-channels");
  return isJoined ? [] : placesInScope(resolution);
}

/** Whether nothing but an identity link can join two messages of one person: their ids or their places differ. */
function needsLink(a: Resolved, b: Resolved): boolean {
  return (
    a.peer !== b.peer || [...placesInScope(a), ...placesInScope(b)].some((place) => a[place] !== b[place])
  );
}

const facts = ["chatType", "channel", "account", "peer", "party", "thread"] as const;

/** The conversation that a message is of, whatever session it shares: equal for messages of the same one. */
export function conversationOf(resolution: Resolved): string {
  return JSON.stringify(facts.map((fact) => resolution[fact] ?? null));
}

/** What made a scope what it is: a setting or, where none is written, an edition. */
export interface ScopeSource {
  /** The path of the setting that decides. */
  readonly setting?: string;
  /** The edition whose default decides, where no setting does. */
  readonly defaultOf?: Edition;
}

/** Names what made the scope of a message what it is. */
export function scopeSource(field: ScopeField, resolution: Resolved, policy: Policy): ScopeSource {
  const setting = scopeSetting(field, resolution, policy);
  return setting === undefined ? { defaultOf: policy.edition } : { setting };
}

/** Why two messages of one session share it, and what joins them; nothing where that is the edition's own doing. */
export function sharedBecause(
  a: Resolved,
  b: Resolved,
  policy: Policy,
): ScopeSource & { readonly reason: SharedReason } {
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
      ? { reason: "dm-scope", ...scopeSource("dmScope", a, policy) }
      : { reason: "group-scope", ...scopeSource("groupScope", room, policy) };
  }
  if ([a, b].some(({ peer = "" }) => isBlank(peer))) return because("missing-peer");
  // A person's name in identity links may be somebody else's id, under the releases.
  if (!isSamePeer(a, b)) return because("collision");
  if (a.identity !== undefined && needsLink(a, b)) return because("identity-links", "session.identityLinks");
  const joined = [a, b].find(
    ({ split, thread }) => thread !== undefined && split?.by.includes("thread") === false,
  );
  if (a.chatType === b.chatType && a.thread !== b.thread && joined !== undefined)
    return because("chat-not-split", joined.split?.setting);
  if (a.chatType !== b.chatType || a.thread !== b.thread) return because("collision");
  if (a.chatType === "direct") return { reason: "dm-scope", ...scopeSource("dmScope", a, policy) };
  return a.channel === b.channel ? because("account-not-in-key") : because("collision");
}
