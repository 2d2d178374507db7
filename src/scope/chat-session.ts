import { perPolicy } from "../config/per-policy.ts";
import type { Policy } from "../config/policy.ts";
import { defaultAccountId } from "../identity/account-id.ts";
import type { ChatFacts } from "./chat-facts.ts";
import { chatKeyWriter } from "./chat-key.ts";
import type { DmScope, GroupScope, MatchedBy, SessionKey, Unresolved } from "./resolution.ts";
import { router, type Routed } from "./route.ts";
import { threadSessionKey } from "./thread-key.ts";

/** The session that a chat belongs to. */
export interface ChatSession {
  readonly ok: true;
  readonly route: Routed;
  readonly agentId: string;
  readonly matchedBy: MatchedBy;
  readonly key: SessionKey;
  readonly mainKey: SessionKey;
  /** The name that identity links gave the person, where the scope asks for one. */
  readonly identity: string | undefined;
}

// Frozen, because every such message gets the same object.
const missingPeer: Unresolved = Object.freeze({
  kind: "resolution",
  ok: false,
  reason: "missing-peer",
  missing: Object.freeze(["peer"]),
});

/** Channels whose thread ids differ by case, and whose adapters ask for it to be kept. */
const caseSensitiveThreads: ReadonlySet<string> = new Set(["matrix"]);

interface KeyScopes {
  readonly dmScope: DmScope;
  readonly groupScope: GroupScope;
}

/** Finds the agent and the session of a message under a policy. */
export const chatPlacer = perPolicy((policy: Policy) => {
  const { behaviours, config } = policy;
  const route = router(policy);
  const keyOf = chatKeyWriter(policy);
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

  function sessionOf(facts: ChatFacts, route: Routed): ChatSession | Unresolved {
    const { aliases, thread, topic } = facts;
    const choice = topic === undefined ? route.choice : topic.choice;
    if (!choice.ok) return choice;
    const { agentId } = choice;
    const matchedBy = topic !== undefined && topicIsMatch ? "topic" : route.matchedBy;
    if (isGlobal)
      return { ok: true, route, agentId, matchedBy, key: "global", mainKey: "global", identity: undefined };
    const { account, channel, kind } = route;
    const { mainKey } = choice;
    const { dmScope, groupScope } = keyScopes(facts, route);
    const peer = facts.keyPeer ?? facts.peer?.id ?? "";
    const base = keyOf({ agentId, mainKey, channel, account, kind, peer, aliases, dmScope, groupScope });
    if (base === undefined) return missingPeer;
    const { identity } = base;
    const key =
      thread === undefined
        ? base.key
        : threadSessionKey(base.key, thread, behaviours, caseSensitiveThreads.has(channel));
    return { ok: true, route, agentId, matchedBy, key, mainKey, identity };
  }

  return (facts: ChatFacts): ChatSession | Unresolved => {
    const routed = route(facts);
    return routed.ok ? sessionOf(facts, routed) : routed;
  };
});
