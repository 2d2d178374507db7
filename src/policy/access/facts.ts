import type { Policy } from "../../config/policy.ts";
import type { ChatType } from "../../scope/chat-type.ts";
import { isTelegramId, senderIds } from "./sender-list.ts";
import type { AllowList } from "./allow-list.ts";

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
  /** In the form in which the channel's lists hold ids; empty where nothing is known. */
  readonly ids: readonly string[];
  /** How a list would name them; absent where the channel's lists cannot. */
  readonly entry?: string;
  /** Which fact would tell, were it given. */
  readonly fact: "peer" | "sender";
  readonly isPaired: boolean;
}

function isPaired(ids: readonly string[], paired: AccessRequest["paired"]): boolean {
  if (paired === undefined) return false;
  return "has" in paired ? ids.some((id) => paired.has(id)) : ids.some((id) => paired.includes(id));
}

/** Tells who wrote a message. */
export function knownSender(request: AccessRequest, policy: Policy): KnownSender {
  const direct = request.chatType === "direct";
  const own = request.sender ?? (direct ? request.peer : undefined);
  const raw = [...(own === undefined ? [] : [own]), ...(request.aliases ?? [])]
    .map((id) => id.trim())
    .filter((id) => id !== "");
  const ids = senderIds(raw, request.channel, policy);
  const entry = ids.find((id) => request.channel !== "telegram" || isTelegramId(id));
  return {
    ids,
    ...(entry !== undefined && { entry }),
    fact: direct ? "peer" : "sender",
    isPaired: isPaired([...raw, ...ids], request.paired),
  };
}

/** Finds the entry of a list that lets a sender in. */
export function findSender({ ids }: KnownSender, list: AllowList): string | undefined {
  if (list.wildcard !== undefined) return list.wildcard;
  for (const id of ids) {
    const path = list.find(id);
    if (path !== undefined) return path;
  }
  return undefined;
}
