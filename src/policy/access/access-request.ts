import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { isBlank } from "../../identity/fold.ts";
import type { ChatType } from "../../scope/chat-type.ts";
import { entryFor, senderIds, senderNames } from "./sender-list.ts";
import { firstFound } from "../section.ts";
import { change, type SettingChoice } from "../trace.ts";
import type { AllowList, AllowListSource } from "./allow-list.ts";
import type { ChannelAccess } from "./channel-access.ts";

/** Where a room stands, as its platform tells. */
export interface RoomAddress {
  /** The Discord guild. */
  readonly guild?: string;
  /** Discord has not told yet what the guild is; a release then knows its id at most. */
  readonly guildUnavailable?: boolean;
  /** The Teams team, or the Slack workspace. */
  readonly team?: string;
  /** The room that a thread hangs under. */
  readonly parent?: {
    /** The id of that room. */
    readonly peer: string;
  };
  /** The Slack app is installed for a whole organisation. */
  readonly orgWide?: boolean;
  /** What the places are called, which whoever runs them may change; lists heed it where they are told to. */
  readonly roomName?: string;
  /** What the room is called that a thread hangs under. */
  readonly parentName?: string;
  /** What the guild is called. */
  readonly guildName?: string;
  /** What the team or workspace is called. */
  readonly teamName?: string;
}

/** A message at the door. */
export interface AccessRequest extends RoomAddress {
  /** The channel that the message came on, such as `telegram`. */
  readonly channel: string;
  /** Which of the bot's accounts received it; `"default"` when absent. */
  readonly account?: string;
  /** The kind of chat: with one person, of several, or a room of a server or workspace. */
  readonly chatType: ChatType;
  /** The person in a direct chat, the room otherwise. */
  readonly peer?: string;
  /** Who wrote it, where that is not the peer. */
  readonly sender?: string;
  /** Other ids of whoever wrote it. */
  readonly aliases?: readonly string[];
  /** The thread or topic within the room. */
  readonly thread?: string;
  /** The sender's roles in the guild. */
  readonly roles?: readonly string[];
  /** A bot wrote it. */
  readonly bot?: boolean;
  /** Whether somebody of `allowFrom` is in the room; Slack asks it where a bot wrote. */
  readonly ownerPresent?: boolean;
  /**
   * Whether the message mentions the bot; it matters outside direct chats. What does not name the bot may still be
   * meant for it: a `"reply"` to it, a message to `"everyone"`, one in a thread that the bot has `"joined"`.
   */
  readonly mentioned?: boolean | "reply" | "everyone" | "joined";
  /** Whether the message mentions somebody else. */
  readonly othersMentioned?: boolean;
  /** Whether the bot opened the thread. */
  readonly ownThread?: boolean;
  /** What the sender is called, which the sender may change; lists heed it where they are told to. */
  readonly senderName?: string;
  /** The user name that the sender chose, without its `@`. */
  readonly senderUsername?: string;
  /** The sender's address, where the platform tells it. */
  readonly senderEmail?: string;
  /** Who was paired with this account, as the host stores it; nobody when absent. A set, where they are many. */
  readonly paired?: readonly string[] | ReadonlySet<string>;
}

/** Whoever wrote the message, as lists know them. */
export interface KnownSender {
  readonly channel: string;
  /** In the form in which the channel's lists hold ids; empty where nothing is known. */
  readonly ids: readonly string[];
  /** In the form in which they hold names; empty where names are not heeded. */
  readonly names: readonly string[];
  readonly isPaired: boolean;
  /** An entry that would name whoever wrote it; undefined where the channel's lists cannot. */
  readonly entry: () => string | undefined;
}

function isPaired(ids: readonly string[], paired: NonNullable<AccessRequest["paired"]>): boolean {
  return "has" in paired ? ids.some((id) => paired.has(id)) : ids.some((id) => paired.includes(id));
}

const trims = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  ids: !behaviours.has("listed-ids-compared-exactly"),
}));

function writtenIds(own: string | undefined, aliases: readonly string[], policy: Policy): readonly string[] {
  const told = own === undefined ? aliases : [own, ...aliases];
  const ids = trims(policy).ids ? told.map((id) => id.trim()) : told;
  return ids.some(isBlank) ? ids.filter((id) => !isBlank(id)) : ids;
}

/** Tells who wrote a message. */
export function knownSender(
  request: AccessRequest,
  access: ChannelAccess | undefined,
  policy: Policy,
): KnownSender {
  const { aliases = [], channel, chatType, paired, peer, sender } = request;
  const written = writtenIds(sender ?? (chatType === "direct" ? peer : undefined), aliases, policy);
  const ids = senderIds(written, channel, policy);
  return {
    channel,
    ids,
    names: senderNames(request, access?.nameMatching?.value === true, policy),
    isPaired: paired !== undefined && (isPaired(written, paired) || isPaired(ids, paired)),
    entry: () => firstFound(ids, (id) => entryFor(id, channel, policy)),
  };
}

/** A way to have a list name a sender; none where the channel's lists cannot. */
export function nameSender(list: AllowListSource, sender: KnownSender): SettingChoice {
  const entry = sender.entry();
  return entry === undefined ? [] : change(`${list.path}[${list.entries.length}]`, entry);
}

/** Finds the entry of a list that lets a sender in. */
export function findSender(sender: KnownSender, list: AllowList): string | undefined {
  return list.wildcard ?? findByName(sender, list);
}

/** Finds the entry of a list that names a sender. */
export function findByName({ ids, names }: KnownSender, list: AllowList): string | undefined {
  return firstFound(ids, list.find) ?? firstFound(names, list.findName);
}
