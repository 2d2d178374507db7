import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { objectsOf } from "../../config/given.ts";
import { demandPolicy } from "../../config/policy.ts";
import { isObject } from "../../config/is-object.ts";
import { once } from "../../edition/once.ts";
import type { Config } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import { dmScopeWords, groupScopeWords } from "../../config/scopes.ts";
import { identityBehaviours } from "../../edition/behaviours/identity.ts";
import { keyBuildingBehaviours } from "../../edition/behaviours/keys.ts";
import { routingBehaviours } from "../../edition/behaviours/routing.ts";
import { behavioursOf, editions, type Edition } from "../../edition/edition.ts";
import type { BehaviourId } from "../../edition/registry.ts";
import { fold } from "../../identity/fold.ts";
import { linksOf } from "../../identity/identity-links.ts";
import type { Inbound } from "../inbound.ts";
import { withOldIds, type Moved } from "../moved.ts";
import type { SessionKey } from "../resolution.ts";
import { resolveSession } from "../session/resolve-session.ts";

type Scopes = Pick<NonNullable<Config["session"]>, "dmScope" | "groupScope">;

const narrowestFirst = {
  direct: dmScopeWords.toReversed().map((dmScope): Scopes => ({ dmScope })),
  room: groupScopeWords.toReversed().map((groupScope): Scopes => ({ groupScope })),
} as const;

// Object.keys loses the names that the objects' types know.
const deciding = Object.keys({
  ...identityBehaviours,
  ...keyBuildingBehaviours,
  ...routingBehaviours,
}) as BehaviourId[];

/** The editions before one, newest first; of those that decide every key alike, the newest. */
function earlierEditions(edition: Edition): readonly Edition[] {
  const alike = new Map<string, Edition>();
  for (const earlier of editions.slice(0, editions.indexOf(edition)).reverse()) {
    const inForce = behavioursOf(earlier);
    const decided = deciding.filter((id) => inForce.has(id)).join(" ");
    if (!alike.has(decided)) alike.set(decided, earlier);
  }
  return [...alike.values()];
}

interface PastPolicies {
  readonly direct: readonly Policy[];
  readonly room: readonly Policy[];
}

/** The policy as earlier editions would have it: first under its own scopes, then each under all others. */
const pastPolicies = once((policy: Policy): PastPolicies => {
  const { config } = policy;
  const past = [policy.edition, ...earlierEditions(policy.edition)].map((edition) => ({
    ...policy,
    edition,
    behaviours: behavioursOf(edition),
  }));
  const under = (scopes: Scopes) => ({ ...config, session: { ...config.session, ...scopes } });
  const rescoped = (scopes: readonly Scopes[]) =>
    past.flatMap((each) => scopes.map((scope) => ({ ...each, config: under(scope) })));
  return {
    direct: [...past, ...rescoped(narrowestFirst.direct)],
    room: [...past, ...rescoped(narrowestFirst.room)],
  };
});

/** The other messages that lead to a linked person's session: what came by their other ids had keys of its own before. */
function linkedElsewhere(inbound: Inbound, policy: Policy): readonly Inbound[] {
  const current = resolveSession(inbound, policy);
  const { identity } = current.ok ? current : { identity: undefined };
  if (identity === undefined) return [];
  return linksOf(policy)
    .filter(({ name }) => fold(name) === identity)
    .flatMap(({ channel, id }): readonly Inbound[] =>
      channel === undefined ? [] : [{ channel: channel.trim(), chatType: "direct", peer: id }],
    )
    .filter((other) => resolveSession(other, policy).key === current.key);
}

/**
 * The keys under which this conversation may have been stored before: first those that earlier
 * editions give it under the policy's own scopes, newest edition first, then those of other
 * scopes, the narrowest first. Where identity links join a person's channels, what came by their other ids
 * follows in the same order. Each key stands once; the current one is left out.
 *
 * Of ids that have changed, as readers tell them in `moved`, the keys with the older ids follow.
 *
 * A key of a wider scope was shared: what is stored there may be other people's too.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { dmScope: "per-channel-peer" } }, { edition: "2026-11" });
 * const aliases = legacyAliases({ channel: "slack", chatType: "direct", peer: "U1" }, policy);
 * aliases.slice(0, 2); //=> ["agent:main:slack:direct:u1", "agent:main:slack:dm:u1"]
 * ```
 */
export function legacyAliases(
  inbound: Inbound,
  policy: Policy,
  moved: Iterable<Moved> = [],
): readonly SessionKey[] {
  if (isPolluted()) return unpolluted(legacyAliases, inbound, policy, moved);
  demandPolicy(policy);
  if (!isObject(inbound)) return [];
  const { direct, room } = pastPolicies(policy);
  const keys = new Set<SessionKey>();
  const older = withOldIds(inbound, [...objectsOf(moved)]);
  const messages = [inbound, ...linkedElsewhere(inbound, policy), ...(older === undefined ? [] : [older])];
  for (const message of messages)
    for (const past of inbound.chatType === "direct" ? direct : room) {
      const resolution = resolveSession(message, past);
      if (resolution.ok) keys.add(resolution.key);
    }
  const current = resolveSession(inbound, policy);
  if (current.ok) keys.delete(current.key);
  return [...keys];
}
