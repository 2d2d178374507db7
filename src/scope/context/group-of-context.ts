import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import { isRefused, readFacts, type FactReading } from "../facts/read-facts.ts";
import { once } from "../../edition/once.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { fold } from "../../identity/fold.ts";
import { peerIdOf } from "../../identity/peer-id.ts";
import { writeChatName } from "../key/chat-name.ts";
import { escapedIds, rawIds } from "../key/segment.ts";
import { knownChannels } from "../known-channels.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** A message as OpenClaw's own channels describe it: by addresses such as `telegram:group:-100`. */
export interface MessageContext {
  /** Whom it is from; for a group often the group's address. */
  readonly from?: string | null | undefined;
  /** The address to which answers go, such as `channel:C1`. */
  readonly to?: string | null | undefined;
  /** Where it was written, when `to` is not that. */
  readonly originatingTo?: string | null | undefined;
  /** `direct`, `group` or `channel`, in whichever spelling the channel has. */
  readonly chatType?: string | null | undefined;
  /** The channel that delivered it. */
  readonly provider?: string | null | undefined;
}

/** How the facts of such a message may be told. */
export const contextReadings = {
  from: "text",
  to: "text",
  originatingTo: "text",
  chatType: "text",
  provider: "text",
} as const satisfies Readonly<Record<keyof MessageContext, FactReading>>;

/** The group that a message came from, and the name of its session among an agent's. */
export interface ContextGroup {
  /** The name of the group's session: `telegram:group:-100`, which follows `agent:<agentId>:` in a key. */
  readonly key: string;
  /** The channel that the group is on. */
  readonly channel: string;
  /** Which of the two words its sessions have. */
  readonly chatType: "group" | "channel";
  /** The group's id, as it stands in the name. */
  readonly id: string;
}

type RoomKind = ContextGroup["chatType"];

function roomKind(word: string | null | undefined): RoomKind | undefined {
  const folded = fold(word ?? "");
  return folded === "group" || folded === "channel" ? folded : undefined;
}

const groupRule = once((behaviours: Behaviours) => {
  const known = knownChannels(behaviours);
  const spelling = behaviours.has("key-grammar") ? escapedIds : rawIds;
  const emptyCounts = behaviours.has("empty-segments-count");
  const originDecides = behaviours.has("origin-names-group");
  const providerDecides = behaviours.has("provider-names-channel");
  const whatsappSuffix = behaviours.has("whatsapp-suffix-tells-group");
  const suffixInAnyCase = behaviours.has("whatsapp-suffix-in-any-case");
  const blankIsNone = behaviours.has("blank-provider-is-none");

  function split(address: string): readonly string[] {
    const segments = address.split(":");
    return emptyCounts ? segments : segments.filter((segment) => segment !== "");
  }

  function tail(segments: readonly string[], start: number): string {
    // Where empty segments count, an id must not start with one.
    const begins = !emptyCounts || (segments[start] ?? "").trim() !== "";
    return begins ? segments.slice(start).join(":") : "";
  }

  function isWhatsappGroup(from: string): boolean {
    return whatsappSuffix && (suffixInAnyCase ? lowerCase(from) : from).endsWith("@g.us");
  }

  /** The room that the message's target names, for messages whose sender is not the room. */
  function originId({ originatingTo, to }: MessageContext, channel: string): string {
    const segments = split((originatingTo ?? to ?? "").trim());
    if (segments.length < 2) return "";
    const head = fold(segments[0] ?? "");
    if (roomKind(segments[1]) !== undefined && (head === channel || known.has(head)))
      return tail(segments, 2);
    return head === channel || ["chat", "room", "group", "channel"].includes(head) ? tail(segments, 1) : "";
  }

  return (context: MessageContext): ContextGroup | undefined => {
    const from = (context.from ?? "").trim();
    const said = roomKind(context.chatType);
    const suffixed = isWhatsappGroup(from);
    if (said === undefined && !from.includes(":group:") && !from.includes(":channel:") && !suffixed)
      return undefined;
    const segments = split(from);
    const head = fold(segments[0] ?? "");
    const provider = fold(context.provider ?? "");
    const headIsChannel = known.has(head) && !(providerDecides && provider !== "" && provider !== head);
    const suffixDecides = suffixed && (blankIsNone || context.provider == null);
    const channel = headIsChannel ? head : provider || (suffixDecides ? "whatsapp" : "");
    if (channel === "") return undefined;
    const named = roomKind(segments[1]);
    const kind = named ?? (from.includes(":channel:") ? "channel" : (said ?? "group"));
    const origin =
      originDecides && named === undefined && said !== undefined ? originId(context, channel) : "";
    const written = headIsChannel ? tail(segments, named === undefined ? 1 : 2) : from;
    const id = peerIdOf(origin || written, channel, kind, behaviours);
    if (id === "") return undefined;
    const key = writeChatName({ channel, kind, peer: id }, spelling);
    return { key, channel, chatType: kind, id };
  };
});

/**
 * The group that a message came from, read from its addresses as OpenClaw's session layer reads
 * them; undefined for a message that came from no group. Under an openclaw@ edition the sender's
 * address names the channel even where another one delivered the message; under `2026-11` the
 * channel that delivered it does.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({}, { edition: "openclaw@2026.3.7" });
 * groupOfContext({ from: "telegram:group:-100", provider: "telegram" }, policy)?.key; //=> "telegram:group:-100"
 * ```
 */
export function groupOfContext(
  context: MessageContext,
  policy: { readonly behaviours: Behaviours },
): ContextGroup | undefined {
  if (isPolluted()) return unpolluted(groupOfContext, context, policy);
  demandPolicy(policy);
  const read = readFacts<MessageContext>(context, contextReadings);
  return isRefused(read) ? undefined : groupRule(policy.behaviours)(read.facts);
}
