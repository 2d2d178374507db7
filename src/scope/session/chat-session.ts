import { once } from "../../edition/once.ts";
import type { Draft } from "../../config/draft.ts";
import type { Policy } from "../../config/policy.ts";
import type { ChatFacts } from "./chat-facts.ts";
import { defaultDmScope } from "../defaults.ts";
import { chatKeyWriter, type ChatKey } from "../key/chat-key.ts";
import { telegramDefaultAccount } from "../routing/default-account.ts";
import type { DmScope, GroupScope, Resolution, Resolved, Unresolved } from "../resolution.ts";
import { router, type Routed } from "../routing/route.ts";
import { routingTerms } from "../routing/routing-terms.ts";
import { threadSessionKey } from "../key/thread-key.ts";

// Frozen, because every such message gets the same object.
const missingPeer: Unresolved = Object.freeze({
  kind: "resolution",
  ok: false,
  reason: "missing-peer",
  missing: Object.freeze(["peer"]),
});

/** The one session of a host that keeps nobody apart. */
const globalChat: ChatKey = { key: "global", identity: undefined };

/** Channels whose thread ids differ by case, and whose adapters ask for it to be kept. */
const caseSensitiveThreads: ReadonlySet<string> = new Set(["matrix"]);

interface KeyScopes {
  readonly dmScope: DmScope;
  readonly groupScope: GroupScope;
}

/** Finds the agent and the session of a message under a policy. */
export const chatPlacer = once((policy: Policy) => {
  const { behaviours, config, edition } = policy;
  const route = router(policy);
  const keyOf = chatKeyWriter(policy);
  const kindOf = routingTerms(policy).kind;
  const { account: defaultBot, refusal } = telegramDefaultAccount(policy);
  const unboundApart = behaviours.has("unbound-accounts-apart");
  const writtenScopeHolds = behaviours.has("written-dm-scope-holds");
  const topicsKeepBindingScope = behaviours.has("topic-agents-honour-main-key");
  const topicIsMatch = behaviours.has("topic-agents-on-any-channel");
  const threadsLeaveMain = behaviours.has("threads-leave-main");
  const isGlobal = behaviours.has("global-scope-routed") && config.session?.scope === "global";

  function keptApart(facts: ChatFacts, route: Routed): boolean {
    return (
      unboundApart &&
      facts.asksDefaultAccount === true &&
      facts.inbound.chatType === "direct" &&
      route.matchedBy === "default" &&
      facts.account !== defaultBot &&
      !(writtenScopeHolds && route.dmScopeWritten)
    );
  }

  /** The scopes that the key is built under: narrower than the routed ones where a rule keeps chats apart. */
  function keyScopes(facts: ChatFacts, route: Routed): KeyScopes {
    if (threadsLeaveMain && facts.thread !== undefined)
      return {
        dmScope: route.dmScope === "main" ? "per-account-channel-peer" : route.dmScope,
        groupScope: "per-group",
      };
    if (facts.topic !== undefined && !topicsKeepBindingScope)
      return { dmScope: config.session?.dmScope ?? defaultDmScope, groupScope: route.groupScope };
    return keptApart(facts, route)
      ? { dmScope: "per-account-channel-peer", groupScope: route.groupScope }
      : route;
  }

  function sessionOf(facts: ChatFacts, route: Routed): Resolution {
    const { account, channel, inbound, thread, topic } = facts;
    const { binding } = route;
    const { aliases, chatType, peer, sender } = inbound;
    const choice = topic === undefined ? route.choice : topic.choice;
    if (!choice.ok) return choice;
    const { agentId, mainKey } = choice;
    const { dmScope, groupScope } = keyScopes(facts, route);
    const kind = facts.peer && kindOf(facts.peer.kind);
    const keyPeer = facts.keyPeer ?? facts.peer?.id ?? "";
    const chat = isGlobal
      ? globalChat
      : keyOf({ agent: choice, channel, account, kind, peer: keyPeer, aliases, thread, dmScope, groupScope });
    if (chat === undefined) return missingPeer;
    const { identity } = chat;
    const key =
      thread === undefined || isGlobal
        ? chat.key
        : threadSessionKey(chat.key, thread, behaviours, caseSensitiveThreads.has(channel));
    const resolution: Draft<Resolved> = {
      kind: "resolution",
      ok: true,
      key,
      agentId,
      matchedBy: topic !== undefined && topicIsMatch ? "topic" : route.matchedBy,
      channel,
      account,
      chatType,
      dmScope: route.dmScope,
      groupScope: route.groupScope,
      mainKey: isGlobal ? key : mainKey,
    };
    if (binding !== undefined) resolution.binding = { index: binding.index, path: binding.path };
    if (topic?.path !== undefined) resolution.topic = { path: topic.path };
    if (peer !== undefined) resolution.peer = peer;
    if (inbound.thread !== undefined) resolution.thread = inbound.thread;
    if (sender !== undefined) resolution.sender = sender;
    if (identity !== undefined) resolution.identity = identity;
    if (chatType === "direct" && !route.dmScopeWritten && !isGlobal) resolution.defaultOf = edition;
    return resolution;
  }

  return (facts: ChatFacts): Resolution => {
    const routed = route(facts);
    if (!routed.ok) return routed;
    return facts.asksDefaultAccount === true && refusal !== undefined ? refusal : sessionOf(facts, routed);
  };
});
