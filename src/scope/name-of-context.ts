import type { Behaviours } from "../edition/edition.ts";
import { perEdition } from "../edition/per-edition.ts";
import { fold } from "../identity/fold.ts";
import { channelIdOf } from "../identity/peer-id.ts";
import { writeChatName } from "./chat-name.ts";
import { groupOfContext, type MessageContext } from "./group-of-context.ts";

type SenderRule = (context: MessageContext) => string | undefined;

const channelPrefix = /^[a-z]+:/i;

/** `+` and the digits of an address, as if every sender had a telephone number. */
function telephoneNumber(address: string): string {
  const digits = address
    .replace(channelPrefix, "")
    .trim()
    .replace(/[^\d+]/g, "");
  return `+${digits.replace(/^\+/, "")}`;
}

const senderRule = perEdition((behaviours): SenderRule => {
  if (behaviours.has("provider-names-channel")) {
    return ({ from, provider }) => {
      const [head = "", ...rest] = (from ?? "").split(":");
      const channel = channelIdOf(provider || (rest.length === 0 ? "" : head), behaviours);
      const named = rest.length > 0 && fold(head) === channel;
      const peer = named ? rest.join(":") : (from ?? "");
      return channel === "" || peer === ""
        ? undefined
        : writeChatName({ channel, kind: "direct", peer }).join(":");
    };
  }
  const digitsNeeded = behaviours.has("senders-need-digits");
  return ({ from }) => {
    if (!from) return "unknown";
    const number = telephoneNumber(from);
    return digitsNeeded && !/\d/.test(number) ? "unknown" : number;
  };
});

/**
 * The name, among an agent's sessions, of the one that a message belonged to before messages were
 * routed: its group's, or its sender's. The openclaw@ editions keep the digits of a sender's
 * address alone, and `"unknown"` without any; `2026-11` keeps the whole address, and gives
 * undefined for a message without a sender or a channel.
 */
export function nameOfContext(
  context: MessageContext,
  policy: { readonly behaviours: Behaviours },
): string | undefined {
  return groupOfContext(context, policy)?.key ?? senderRule(policy.behaviours)(context);
}
