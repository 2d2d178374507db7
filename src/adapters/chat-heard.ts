import type {
  ActionEvent,
  Adapter,
  Channel,
  Message,
  MessageContext,
  ReactionEvent,
  SlashCommandEvent,
  Thread,
} from "chat";
import { unread } from "../channels/reading.ts";
import type { SlackOptions } from "../channels/slack-chat.ts";
import type { Unread } from "../scope/unread.ts";

/** What the SDK hands over for a message; what waited meanwhile stands in its context. */
type Written =
  | readonly [thread: Thread<unknown>, message: Message, context?: MessageContext | undefined]
  | readonly [
      thread: Thread<unknown>,
      message: Message,
      channel: Channel<unknown>,
      context?: MessageContext | undefined,
    ];

/** What it hands over for a command, a button or a reaction. */
type Done = readonly [event: SlashCommandEvent<unknown> | ActionEvent | ReactionEvent];

/** What the Chat SDK hands to its handlers: of messages, commands, buttons and reactions. */
export type ChatArguments = Written | Done;

/** What Slack, or the SDK's adapter for it, does not always tell. */
export interface SlackFacts extends Pick<SlackOptions, "channelType"> {
  /** The workspace that the app is installed in: in channels that workspaces share, messages tell their writer's own. */
  readonly team?: string | undefined;
}

/** The same by their names, as a reader calls what is missing. */
export const slackFacts: ReadonlySet<string> = new Set([
  "channelType",
  "team",
] satisfies (keyof SlackFacts)[]);

/** What a handler was called with, as a reader needs it. */
export interface Heard {
  /** What somebody did. */
  readonly kind: "message" | "command" | "button" | "reaction";
  /** What the platform delivered, as far as the SDK's adapter keeps it. */
  readonly raw: unknown;
  /** The SDK's words for a message; empty for anything else. */
  readonly text: string;
  /** The SDK's id of the thread, or of the channel of a command. */
  readonly threadId: string;
  /** The SDK's adapter for the platform, by whose name the reader is chosen. */
  readonly adapter: Adapter;
  /** What the host says of Slack, where it was asked. */
  readonly slack?: SlackFacts | undefined;
}

function isWritten(given: ChatArguments): given is Written {
  return given.length > 1;
}

/** Messages that waited while another was answered, and that one, each by itself: who wrote one may not be let in. */
export function onesOf<Given extends ChatArguments>(given: Given): readonly Given[] {
  if (!isWritten(given)) return [given];
  const [thread, last, ...others] = given;
  const waited = others.flatMap((part) => (part !== undefined && "skipped" in part ? part.skipped : []));
  const rest = others.map((part) => (part !== undefined && "skipped" in part ? undefined : part));
  // The same arguments about another message, without what waits: it is optional in all of them.
  return [...waited, last].map((message) => [thread, message, ...rest] as unknown as Given);
}

/** Takes apart what a handler was called with, or says why it is nothing to read. */
export function heardIn(given: ChatArguments): Heard | Unread {
  if (isWritten(given)) {
    const [{ adapter, id: threadId }, { raw, text }] = given;
    return { kind: "message", raw, text, threadId, adapter };
  }
  const [event] = given;
  const { adapter, raw } = event;
  const done = { raw, text: "", adapter };
  if ("command" in event) return { kind: "command", threadId: event.channel.id, ...done };
  const { thread, threadId } = event;
  // A button of the bot's own page stands in none.
  if (thread === null) return unread("no-conversation");
  if ("actionId" in event) return { kind: "button", threadId, ...done };
  return event.added ? { kind: "reaction", threadId, ...done } : unread("not-a-message");
}
