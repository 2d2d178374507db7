import { once } from "../../edition/once.ts";
import type { Behaviours } from "../../edition/edition.ts";
import type { Policy } from "../../config/policy.ts";
import { accountIdRule, defaultAccountId } from "../../identity/account-id.ts";
import { fold } from "../../identity/fold.ts";
import { channelIdRule, peerIdRule } from "../../identity/peer-id.ts";
import { normalizeChatType } from "../chat-type.ts";

/** In what form an edition compares what bindings say with what messages say. */
export interface RoutingTerms {
  /** The channel that a message came by, or that a binding names. */
  readonly channel: (name: string) => string;
  /** The account that a message came in by, or that a binding names. */
  readonly account: (name: string | undefined) => string;
  /** The kind of a message's peer as routing and keys see it. */
  readonly kind: (kind: string) => string;
  /** The kind that a binding names; undefined for one that no peer has. */
  readonly boundKind: (kind: string) => string | undefined;
  /** The id of a peer: exact, and under `2026-11` as it stands in keys. */
  readonly peer: (id: string, channel: string, kind: string) => string;
  /** The kinds that are not told apart by bindings have one family. */
  readonly family: (kind: string) => string;
}

const same = (text: string) => text;

function accountTerm(behaviours: Behaviours): RoutingTerms["account"] {
  if (behaviours.has("account-ids-kept")) return (name = defaultAccountId) => name;
  if (behaviours.has("canonical-accounts")) return accountIdRule(behaviours);
  return (name = "") => (name.trim() === "" ? defaultAccountId : name.trim());
}

/** The terms of a policy's edition. */
export const routingTerms = /* @__PURE__ */ once(({ behaviours }: Policy): RoutingTerms => {
  const roomsAreOne = behaviours.has("rooms-are-one-kind");
  return {
    channel: channelIdRule(behaviours),
    account: accountTerm(behaviours),
    kind: behaviours.has("inbound-dm-is-direct") ? (kind) => normalizeChatType(kind) ?? kind : same,
    boundKind: behaviours.has("bound-dm-is-direct")
      ? normalizeChatType
      : (kind) => (fold(kind) === "" ? undefined : fold(kind)),
    peer: behaviours.has("ids-kept") ? peerIdRule(behaviours) : (id) => id.trim(),
    family: roomsAreOne ? (kind) => (kind === "group" || kind === "channel" ? "room" : kind) : same,
  };
});
