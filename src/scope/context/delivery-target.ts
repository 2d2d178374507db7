import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import { isText } from "../../config/given.ts";
import { once } from "../../edition/once.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { splitAgentKey } from "../key/agent-key.ts";
import { type ChatType, chatTypeOfWord } from "../chat-type.ts";
import { parseSessionKey } from "../key/session-key.ts";
import { splitThreadSuffix } from "../key/thread-key.ts";

/** Where an answer to a session goes. */
export interface DeliveryTarget {
  /** The channel to answer on, such as `telegram`. */
  readonly channel: string;
  /** The bot's account that answers; absent where the key names none. */
  readonly account?: string;
  /** The kind of chat, in today's words. */
  readonly chatType: ChatType;
  /** The word that names the chat type in the key: `dm` in older ones. */
  readonly word: string;
  /** The person or room to answer, as the key names them. */
  readonly peer: string;
  /** The thread or topic to answer in; absent outside threads. */
  readonly thread?: string;
}

type TargetRule = (key: string) => DeliveryTarget | undefined;

function targetOfParts(key: string): DeliveryTarget | undefined {
  const parts = parseSessionKey(key);
  if (parts?.kind !== "direct" && parts?.kind !== "group" && parts?.kind !== "channel") return undefined;
  const { kind: chatType, channel, account, peer, thread } = parts;
  if (channel === undefined || (parts.kind === "direct" && parts.identity === true)) return undefined;
  return {
    channel,
    ...(account !== undefined && { account }),
    chatType,
    word: chatType,
    peer,
    ...(thread !== undefined && { thread }),
  };
}

const targetRule = once((behaviours: Behaviours): TargetRule => {
  if (behaviours.has("key-grammar")) return targetOfParts;
  return (key) => {
    const { base, thread } = splitThreadSuffix(key, behaviours);
    const segments = splitAgentKey(base, behaviours)?.rest.split(":") ?? [];
    const [first = "", second = "", third = ""] = segments;
    const hasAccount = segments.length > 3 && (third === "direct" || third === "dm");
    const word = hasAccount ? third : second;
    const chatType = chatTypeOfWord.get(word);
    const ids = segments.slice(hasAccount ? 3 : 2);
    const channel = first.trim();
    const account = second.trim();
    if (first === "agent" || channel === "" || chatType === undefined) return undefined;
    if ((ids[0] ?? "").trim() === "" || (hasAccount && account === "")) return undefined;
    return {
      channel,
      ...(hasAccount && { account }),
      chatType,
      word,
      peer: ids.join(":").trim(),
      ...(thread !== undefined && { thread }),
    };
  };
});

/**
 * Where an answer to a session goes, as far as its key tells; undefined for sessions that are not
 * one chat's, such as the main session or a linked person's. OpenClaw asks this since 2026.7.1, and
 * reads a group whose id is `direct:5` as the person 5; `2026-11` reads the key by its grammar.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({}, { edition: "2026-11" });
 * deliveryTarget("agent:main:slack:channel:C1:thread:17.5", policy)?.thread; //=> "17.5"
 * deliveryTarget("agent:main:main", policy); //=> undefined
 * ```
 */
export function deliveryTarget(
  key: string,
  policy: { readonly behaviours: Behaviours },
): DeliveryTarget | undefined {
  if (isPolluted()) return unpolluted(deliveryTarget, key, policy);
  demandPolicy(policy);
  return isText(key) ? targetRule(policy.behaviours)(key) : undefined;
}
