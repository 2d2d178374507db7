import { perPolicy } from "../config/per-policy.ts";
import type { Policy } from "../config/policy.ts";
import { chatFactsReader, type ChatFacts } from "./chat-facts.ts";
import { chatPlacer, type ChatSession } from "./chat-session.ts";
import type { Inbound } from "./inbound.ts";
import { malformedInbound } from "./malformed-inbound.ts";
import type { Resolution, Resolved } from "./resolution.ts";

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

function resolved(inbound: Inbound, facts: ChatFacts, session: ChatSession): Writable<Resolved> {
  const { peer, sender, thread, chatType } = inbound;
  const { identity, route } = session;
  const { binding } = route;
  const resolution: Writable<Resolved> = {
    kind: "resolution",
    ok: true,
    key: session.key,
    agentId: session.agentId,
    matchedBy: session.matchedBy,
    channel: route.channel,
    account: route.account,
    chatType,
    dmScope: route.dmScope,
    groupScope: route.groupScope,
    mainKey: session.mainKey,
  };
  // Assigned one by one: on this path a spread for each costs more than the routing.
  if (binding !== undefined) resolution.binding = { index: binding.index, path: binding.path };
  if (facts.topic?.path !== undefined) resolution.topic = { path: facts.topic.path };
  if (peer !== undefined) resolution.peer = peer;
  if (thread !== undefined) resolution.thread = thread;
  if (sender !== undefined) resolution.sender = sender;
  if (identity !== undefined) resolution.identity = identity;
  return resolution;
}

const resolver = perPolicy((policy: Policy) => {
  const refusalOf = malformedInbound(policy.behaviours);
  const read = chatFactsReader(policy);
  const place = chatPlacer(policy);

  return (inbound: Inbound): Resolution => {
    const refused = refusalOf(inbound);
    if (refused !== undefined) return refused;
    const facts = read(inbound);
    const session = place(facts);
    return session.ok ? resolved(inbound, facts, session) : session;
  };
});

/**
 * Tells which conversation a message belongs to, and which agent owns it.
 *
 * The agent is that of the nearest binding that matches (peer, the thread's parent, `*` peer, guild and
 * roles, guild, team, account, channel; in a tier the first one written), or the topic's own, or the
 * default agent. The key then says what `dmScope`, `groupScope` and `identityLinks` keep apart or join.
 * The result names what decided, and keeps the native ids as they came in; `traceRouting` tells why the
 * other bindings did not.
 *
 * The cost does not depend on the number of bindings, agents and links. OpenClaw 2026.3.2 to 2026.8.2
 * could answer a message with the answer to an earlier one, because entries of a cache collided; that
 * depends on what came before, and no edition reproduces it.
 *
 * @param inbound - The facts of one message. Under `2026-11` one without a channel, or with a number where
 *   text belongs, is refused as `"malformed-inbound"`.
 * @param policy - What `parsePolicy` read.
 * @returns The conversation, or why there is none: `"missing-peer"` where the scope keeps people apart and
 *   the message names nobody (`2026-11`; the releases put it into the main session), `"ambiguous-agent"`,
 *   `"unknown-agent"`, `"no-agent"` (from 2026.8.1, where the release throws).
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { dmScope: "per-channel-peer" } }, { edition: "2026-11" });
 * resolveSession({ channel: "telegram", chatType: "direct", peer: "42" }, policy).key; //=> "agent:main:telegram:direct:42"
 * resolveSession({ channel: "telegram", chatType: "direct" }, policy).reason; //=> "missing-peer"
 * ```
 */
export function resolveSession(inbound: Inbound, policy: Policy): Resolution {
  return resolver(policy)(inbound);
}
