import type { Policy } from "../../config/policy.ts";
import type { ChatType } from "../../scope/chat-type.ts";
import { isTelegramId, senderIds } from "./sender-list.ts";
import { firstFound } from "../section.ts";
import { change, type SettingChoice } from "../trace.ts";
import type { AllowList, AllowListSource } from "./allow-list.ts";

/** A message at the door. */
export interface AccessRequest {
  readonly channel: string;
  /** Which of the bot's accounts received it; `"default"` when absent. */
  readonly account?: string;
  readonly chatType: ChatType;
  /** The person in a direct chat, the room otherwise. */
  readonly peer?: string;
  /** Who wrote it, where that is not the peer. */
  readonly sender?: string;
  /** Other ids of whoever wrote it. */
  readonly aliases?: readonly string[];
  /** The thread or topic within the room. */
  readonly thread?: string;
  /** Whether the message mentions the bot; it matters outside direct chats. */
  readonly mentioned?: boolean;
  /** Who was paired with this account, as the host stores it; nobody when absent. A set, where they are many. */
  readonly paired?: readonly string[] | ReadonlySet<string>;
}

/** Whoever wrote the message, as lists know them. */
export interface KnownSender {
  readonly channel: string;
  /** In the form in which the channel's lists hold ids; empty where nothing is known. */
  readonly ids: readonly string[];
  /** Which fact would tell, were it given. */
  readonly fact: "peer" | "sender";
  readonly isPaired: boolean;
}

function isPaired(ids: readonly string[], paired: NonNullable<AccessRequest["paired"]>): boolean {
  return "has" in paired ? ids.some((id) => paired.has(id)) : ids.some((id) => paired.includes(id));
}

function writtenIds(own: string | undefined, aliases: readonly string[]): readonly string[] {
  const ids = (own === undefined ? aliases : [own, ...aliases]).map((id) => id.trim());
  return ids.includes("") ? ids.filter((id) => id !== "") : ids;
}

/** Tells who wrote a message. */
export function knownSender(request: AccessRequest, policy: Policy): KnownSender {
  const direct = request.chatType === "direct";
  const { aliases = [], channel, paired, peer, sender } = request;
  const written = writtenIds(sender ?? (direct ? peer : undefined), aliases);
  const ids = senderIds(written, channel, policy);
  return {
    channel,
    ids,
    fact: direct ? "peer" : "sender",
    isPaired: paired !== undefined && (isPaired(written, paired) || isPaired(ids, paired)),
  };
}

/** A way to have a list name a sender; none where the channel's lists cannot. */
export function nameSender(list: AllowListSource, { channel, ids }: KnownSender): SettingChoice {
  const entry = ids.find((id) => channel !== "telegram" || isTelegramId(id));
  return entry === undefined ? [] : change(`${list.path}[${list.entries.length}]`, entry);
}

/** Finds the entry of a list that lets a sender in. */
export function findSender({ ids }: KnownSender, list: AllowList): string | undefined {
  return list.wildcard ?? firstFound(ids, list.find);
}
