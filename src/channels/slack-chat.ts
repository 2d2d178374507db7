import type { ChatType } from "../scope/chat-type.ts";
import { nativeId } from "./payload.ts";
import { openedThread, unread, type ReaderOptions, type ThreadingOptions } from "./reading.ts";

/** What the host knows beside the payload. */
export interface SlackOptions extends ReaderOptions, ThreadingOptions {
  /** What `conversations.info` says of the channel, in the words of events: mentions, commands and buttons do not tell. */
  readonly channelType?: "im" | "mpim" | "channel" | "group" | undefined;
}

const chatTypes: ReadonlyMap<unknown, ChatType> = new Map([
  ["im", "direct"],
  ["mpim", "group"],
  ["channel", "channel"],
  ["group", "channel"],
]);

/** When it was: Slack numbers messages by seconds with six decimals. */
export function timeOf(ts: unknown): number | undefined {
  const written = typeof ts === "string" ? /^(\d{1,12})(?:\.(\d+))?$/.exec(ts) : null;
  const [, seconds, decimals = ""] = written ?? [];
  return seconds === undefined
    ? undefined
    : Number(seconds) * 1000 + Number(decimals.padEnd(3, "0").slice(0, 3));
}

/** Which chat a payload is of, as it tells or the host does. */
export function chatTypeOf(
  toldBy: unknown,
  { channelType }: SlackOptions,
): ChatType | ReturnType<typeof unread> {
  if (toldBy != null && channelType !== undefined && toldBy !== channelType)
    return unread("contradicting-facts");
  const told = toldBy ?? channelType;
  if (told == null) return unread("missing-fact", "channelType");
  return chatTypes.get(told) ?? unread("unknown-shape");
}

interface Place {
  readonly chatType: ChatType;
  readonly room: string | undefined;
  readonly person: string | undefined;
  readonly team: string | undefined;
  readonly ts?: unknown;
  readonly thread?: unknown;
}

/** The facts of something that was done in a chat. */
export function factsOf({ chatType, person, room, team, thread, ts }: Place, options: SlackOptions) {
  const threadId = nativeId(thread);
  // The message that a thread hangs under was written in the channel, before there was a thread.
  const isReply = threadId !== undefined && threadId !== ts;
  return {
    channel: "slack",
    account: options.account,
    chatType,
    peer: chatType === "direct" ? person : room,
    thread: isReply ? threadId : undefined,
    ...openedThread(!isReply && chatType !== "direct", nativeId(ts), options),
    sender: person,
    team,
    messageId: nativeId(ts),
    reply: isReply ? true : undefined,
  } as const;
}

/**
 * Where an app is installed for a whole organization, interactions may tell no workspace; the organization is whose they
 * are then, because two of them may have people and rooms of one id.
 */
export function teamOf(workspace: unknown, organization: unknown): string | undefined {
  return nativeId(workspace) ?? nativeId(organization);
}

/** Whether the app is installed for a whole organization; forms have it as text. */
export function isOrgWide(told: unknown): true | undefined {
  return told === true || told === "true" ? true : undefined;
}
