import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import { isRefused, readFacts } from "../facts/read-facts.ts";
import { once } from "../../edition/once.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { channelIdOf } from "../../identity/peer-id.ts";
import { writeChatName } from "../key/chat-name.ts";
import { contextReadings, groupOfContext, type MessageContext } from "./group-of-context.ts";

type SenderRule = (context: MessageContext) => string | undefined;

/** `+` and the digits of an address, as if every sender had a telephone number. */
function telephoneNumber(address: string, channelPrefix: RegExp): string {
  const digits = address
    .replace(channelPrefix, "")
    .trim()
    .replace(/[^\d+]/g, "");
  return `+${digits.replace(/^\+/, "")}`;
}

const senderRule = once((behaviours: Behaviours): SenderRule => {
  if (behaviours.has("provider-names-channel")) {
    return ({ from, provider }) => {
      const address = from ?? "";
      const colon = address.indexOf(":");
      const head = channelIdOf(address.slice(0, Math.max(colon, 0)), behaviours);
      const delivered = channelIdOf(provider, behaviours);
      const channel = delivered === "" ? head : delivered;
      const peer = head === channel ? address.slice(colon + 1) : address;
      return channel === "" || peer === "" ? undefined : writeChatName({ channel, kind: "direct", peer });
    };
  }
  const digitsNeeded = behaviours.has("senders-need-digits");
  const channelPrefix = behaviours.has("digits-of-channels-dropped") ? /^[a-z][a-z0-9-]*:/i : /^[a-z]+:/i;
  return ({ from }) => {
    if (!from) return "unknown";
    const number = telephoneNumber(from, channelPrefix);
    return digitsNeeded && !/\d/.test(number) ? "unknown" : number;
  };
});

/**
 * The name, among an agent's sessions, of the one that a message belonged to before messages were
 * routed: its group's, or its sender's. The openclaw@ editions keep the digits of a sender's
 * address alone, and `"unknown"` without any; `2026-11` keeps the whole address, and gives
 * undefined for a message without a sender or a channel.
 *
 * @example
 * ```ts
 * nameOfContext({ from: "slack:U5A7" }, parsePolicy({}, { edition: "openclaw@2026.3.7" })); //=> "+57"
 * nameOfContext({ from: "slack:U5A7" }, parsePolicy({}, { edition: "2026-11" })); //=> "slack:direct:U5A7"
 * ```
 */
export function nameOfContext(
  context: MessageContext,
  policy: { readonly behaviours: Behaviours },
): string | undefined {
  if (isPolluted()) return unpolluted(nameOfContext, context, policy);
  demandPolicy(policy);
  const read = readFacts<MessageContext>(context, contextReadings);
  if (isRefused(read)) return undefined;
  return groupOfContext(read.facts, policy)?.key ?? senderRule(policy.behaviours)(read.facts);
}
