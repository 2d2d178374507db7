import type { Policy } from "../../config/policy.ts";
import { isBlank } from "../../identity/blank.ts";
import type { Resolved } from "../resolution.ts";
import { scopeField, scopeSetting } from "../session/scope-setting.ts";

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

/** Whom a message is from or to, as far as keys go: the linked person, or the peer. */
export function whoIs({ identity, peer }: Resolved): string | undefined {
  return identity ?? peer;
}

const facts = ["chatType", "channel", "account", "peer", "thread"] as const;

/** The conversation that a message is of, whatever session it shares: equal for messages of the same one. */
export function conversationOf(resolution: Resolved): string {
  return JSON.stringify(facts.map((fact) => resolution[fact] ?? null));
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
  if ([a, b].some(({ peer = "" }) => isBlank(peer))) return because("missing-peer");
  if (a.identity !== undefined && a.identity === b.identity && a.peer !== b.peer)
    return because("identity-links", "session.identityLinks");
  // A person's name in identity links may be somebody else's id, under the releases.
  if (whoIs(a) !== whoIs(b) || a.identity !== b.identity) return because("collision");
  if (a.chatType !== b.chatType || a.thread !== b.thread) return because("collision");
  if (a.chatType === "direct") return because("dm-scope", scopeSetting("dmScope", a, policy));
  return a.channel === b.channel ? because("account-not-in-key") : because("collision");
}
