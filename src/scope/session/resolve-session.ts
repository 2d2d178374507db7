import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { chatFactsReader } from "./chat-facts.ts";
import { chatPlacer } from "./chat-session.ts";
import type { Inbound } from "../inbound.ts";
import { malformedInbound } from "./malformed-inbound.ts";
import type { Resolution } from "../resolution.ts";

const resolver = once((policy: Policy) => {
  const refusalOf = malformedInbound(policy.behaviours);
  const read = chatFactsReader(policy);
  const place = chatPlacer(policy);

  return (inbound: Inbound): Resolution => refusalOf(inbound) ?? place(read(inbound));
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
