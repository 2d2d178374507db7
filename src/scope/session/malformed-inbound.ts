import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import { isBlank } from "../../identity/blank.ts";
import type { Inbound } from "../inbound.ts";
import type { Unresolved } from "../resolution.ts";
import { routeId } from "../routing/route-id.ts";

function isChatType(fact: unknown): boolean {
  return fact === "direct" || fact === "group" || fact === "channel";
}

function isText(fact: unknown): boolean {
  return fact === undefined || typeof fact === "string";
}

function malformed(missing: readonly string[]): Unresolved {
  return { kind: "resolution", ok: false, reason: "malformed-inbound", missing };
}

/**
 * Tells what prevents a message from being placed at all; undefined for every well-typed one that
 * names its channel. Callers without types send numbers: `2026-11` refuses them, because a long id has
 * lost digits by then, and so do the releases that fail on them.
 */
export const malformedInbound = once(
  (behaviours: Behaviours): ((inbound: Inbound) => Unresolved | undefined) => {
    if (!behaviours.has("channel-required"))
      return ({ peer }) => (routeId(peer, behaviours) === undefined ? malformed(["peer"]) : undefined);
    return ({ account, channel, chatType, peer, thread }) => {
      const named = typeof channel === "string" && !isBlank(channel);
      const isSound = named && isChatType(chatType) && isText(account) && isText(peer) && isText(thread);
      if (isSound) return undefined;
      const facts = {
        channel: named,
        chatType: isChatType(chatType),
        account: isText(account),
        peer: isText(peer),
        thread: isText(thread),
      };
      return malformed(Object.entries(facts).flatMap(([fact, sound]) => (sound ? [] : [fact])));
    };
  },
);
