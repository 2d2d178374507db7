import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { isText } from "../../config/given.ts";
import { normalizeAgentIdStrict } from "../../identity/agent-id.ts";
import { lowerAscii } from "../../identity/fold.ts";
import { readSegment } from "./segment.ts";
import type { SessionKeyParts } from "./parts.ts";
import { formatSessionKey, parseSessionKey } from "./session-key.ts";

const cleaned = /^[a-z0-9_][a-z0-9_-]{0,63}$/;

/** An id that building a key can have given stays; any other is cleaned, as far as something remains. */
function cleanAgentId(agentId: string): string {
  return cleaned.test(agentId) ? agentId : (normalizeAgentIdStrict(agentId) ?? agentId);
}

/** Takes away a prefix that stands twice for one agent; two different agents leave a doubt, and stay. */
function withoutDoublePrefix(key: string): string {
  const doublePrefix = /agent:([^:]+):(?=agent:([^:]+):)/iy;
  let start = 0;
  for (;;) {
    const [, outer = "", inner = ""] = doublePrefix.exec(key) ?? [];
    const agentId = cleanAgentId(readSegment(outer));
    if (outer === "" || agentId !== cleanAgentId(readSegment(inner))) return key.slice(start);
    start = doublePrefix.lastIndex;
  }
}

function mend(parts: SessionKeyParts): SessionKeyParts {
  if (!("agentId" in parts)) return parts;
  const agentId = cleanAgentId(parts.agentId);
  return "channel" in parts
    ? { ...parts, agentId, channel: lowerAscii(parts.channel) }
    : { ...parts, agentId };
}

/**
 * The one spelling of a key that was stored by an older release or written by hand: a prefix that
 * stands twice is taken away, `dm` becomes `direct`, words, channel and agent get their case, and
 * ids are escaped. Ids are kept: two conversations never become one. A key that cannot be read
 * is returned as it is.
 *
 * @example
 * ```ts
 * canonicalizeSessionKey("agent:main:agent:main:Telegram:DM:42"); //=> "agent:main:telegram:direct:42"
 * canonicalizeSessionKey("agent:main:matrix:channel:!Room:example.org"); //=> "agent:main:matrix:channel:!Room%3Aexample.org"
 * ```
 */
export function canonicalizeSessionKey(key: string): string {
  if (isPolluted()) return unpolluted(canonicalizeSessionKey, key);
  const parts = isText(key) ? parseSessionKey(withoutDoublePrefix(key)) : undefined;
  return parts === undefined ? key : formatSessionKey(mend(parts));
}
