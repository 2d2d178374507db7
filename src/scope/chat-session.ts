import { perPolicy } from "../config/per-policy.ts";
import type { Policy } from "../config/policy.ts";
import { defaultAccountId } from "../identity/account-id.ts";
import { nameLookup } from "../identity/identity-links.ts";
import { mainSessionKey } from "./main-key.ts";
import { directKind, peerSessionKey } from "./peer-key.ts";
import type { DmScope, GroupScope, SessionKey, Unresolved } from "./resolution.ts";
import { routeMessage, type Peer, type RouteFacts, type RouteOverrides, type Routed } from "./route.ts";
import { routingTerms } from "./routing-terms.ts";
import { threadSessionKey } from "./thread-suffix.ts";
import type { TopicAgent } from "./topic-agents.ts";

/** What the session of a message depends on. */
export interface ChatFacts extends RouteFacts {
  /** The id that stands in the key, where that is not the peer's. */
  readonly keyPeer?: string | undefined;
  readonly aliases?: readonly string[] | undefined;
  readonly thread?: string | undefined;
  readonly topic?: TopicAgent | undefined;
  /** Whether this is a direct chat on a channel that keeps those with an account that no binding names apart. */
  readonly unboundApart?: boolean;
}

/** The session that a chat belongs to. */
export interface ChatSession extends Omit<Routed, "ok"> {
  readonly ok: true;
  readonly key: SessionKey;
  readonly mainKey: SessionKey;
  /** The name that identity links gave the person, where the scope asks for one. */
  readonly identity: string | undefined;
}

const missingPeer: Unresolved = { kind: "resolution", ok: false, reason: "missing-peer", missing: ["peer"] };

/** What stands for a direct chat's person when the channel names a peer without an id. */
const unnamed = "unknown";

/** Channels whose thread ids differ by case, and whose adapters ask for it to be kept. */
const caseSensitiveThreads: ReadonlySet<string> = new Set(["matrix"]);

interface KeyScopes {
  readonly dmScope: DmScope;
  readonly groupScope: GroupScope;
}

const sessionRule = perPolicy((policy: Policy) => {
  const { behaviours, config } = policy;
  const direct = directKind(behaviours);
  const terms = routingTerms(policy);
  const namesOf = nameLookup(policy);
  const peerRequired = behaviours.has("peer-required");
  const mainKey = behaviours.has("routing-honours-main-key") ? config.session?.mainKey : undefined;
  const topicMainKey = behaviours.has("topic-agents-honour-main-key") ? mainKey : undefined;
  const unboundApart = behaviours.has("unbound-accounts-apart");
  const writtenScopeHolds = behaviours.has("written-dm-scope-holds");
  const topicIsMatch = behaviours.has("topic-agents-on-any-channel");
  const threadsLeaveMain = behaviours.has("threads-leave-main");
  const isGlobal = behaviours.has("global-scope-routed") && config.session?.scope === "global";

  function keptApart(facts: ChatFacts, route: Routed): boolean {
    return (
      unboundApart &&
      facts.unboundApart === true &&
      route.matchedBy === "default" &&
      route.account !== defaultAccountId &&
      !(writtenScopeHolds && route.dmScopeWritten)
    );
  }

  /** The scopes that the key is built under: narrower than the written ones where a rule keeps chats apart. */
  function keyScopes(facts: ChatFacts, route: Routed): KeyScopes {
    if (threadsLeaveMain && facts.thread !== undefined)
      return {
        dmScope: route.dmScope === "main" ? "per-account-channel-peer" : route.dmScope,
        groupScope: "per-group",
      };
    return keptApart(facts, route)
      ? { dmScope: "per-account-channel-peer", groupScope: route.groupScope }
      : route;
  }

  function idInKey(facts: ChatFacts, peer: Peer): string | undefined {
    const id = facts.keyPeer ?? peer.id;
    if (id.trim() !== "") return id;
    return peerRequired ? undefined : unnamed;
  }

  return (facts: ChatFacts, route: Routed): ChatSession | Unresolved => {
    const { channel, topic, thread } = facts;
    const { account } = route;
    const chosen = topic === undefined ? route : topic.choice;
    if (!chosen.ok) return chosen;
    const { agentId } = chosen;
    const main = isGlobal
      ? "global"
      : mainSessionKey(agentId, topic === undefined ? mainKey : topicMainKey, behaviours);
    const matchedBy = topic !== undefined && topicIsMatch ? "topic" : route.matchedBy;
    const { dmScope, groupScope } = keyScopes(facts, route);
    const { peer } = facts;
    const kind = peer && terms.kind(peer.kind);
    const isDirect = kind === undefined || kind === direct;
    const session = { ...route, agentId, matchedBy, mainKey: main };
    const shared = isDirect ? dmScope === "main" : groupScope === "main";
    if (isGlobal) return { ...session, key: main, identity: undefined };
    if (shared || (peer === undefined && !peerRequired))
      return { ...session, key: threadSessionKey(main, thread, behaviours), identity: undefined };
    const id = peer && idInKey(facts, peer);
    if (id === undefined) return missingPeer;
    const identity = isDirect ? namesOf(route.channel || unnamed, id, facts.aliases) : undefined;
    const key = peerSessionKey(
      { agentId, channel, account, kind, peer: id, identity, dmScope, groupScope },
      behaviours,
    );
    return key === undefined
      ? missingPeer
      : {
          ...session,
          key: threadSessionKey(key, thread, behaviours, caseSensitiveThreads.has(route.channel)),
          identity,
        };
  };
});

/** Finds the agent and the session of a message. */
export function chatSession(
  facts: ChatFacts,
  policy: Policy,
  overrides?: RouteOverrides,
): ChatSession | Unresolved {
  const route = routeMessage(facts, policy, overrides);
  return route.ok ? sessionRule(policy)(facts, route) : route;
}
