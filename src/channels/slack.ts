import type { ChatType } from "../scope/chat-type.ts";
import type { Inbound } from "../scope/inbound.ts";
import { type Maybe, nativeId, inboundOf } from "./payload.ts";

interface SlackMessage {
  readonly type?: Maybe<string>;
  readonly subtype?: Maybe<string>;
  readonly user?: Maybe<string>;
  readonly bot_id?: Maybe<string>;
  readonly ts?: Maybe<string>;
  readonly thread_ts?: Maybe<string>;
}

/** The parts of an Events API callback that tell a conversation. */
export interface SlackCallback {
  readonly team_id?: Maybe<string>;
  readonly event?: Maybe<
    SlackMessage & {
      readonly channel?: Maybe<string>;
      readonly channel_type?: Maybe<string>;
      /** The new form of an edited message. */
      readonly message?: Maybe<SlackMessage>;
    }
  >;
}

const chatTypes: ReadonlyMap<unknown, ChatType> = new Map([
  ["im", "direct"],
  ["mpim", "group"],
  ["channel", "channel"],
  ["group", "channel"],
]);

/** An `app_mention` carries no channel type; the first letter of the id tells. */
const chatTypesByLetter: ReadonlyMap<unknown, ChatType> = new Map([
  ["D", "direct"],
  ["G", "group"],
  ["C", "channel"],
]);

/** The subtypes that carry a person's words; the others are the platform's own, or a bot's. */
const written: ReadonlySet<unknown> = new Set([
  undefined,
  null,
  "file_share",
  "me_message",
  "thread_broadcast",
]);

/**
 * Tells which conversation a Slack Events API callback belongs to.
 *
 * - `message` and `app_mention` events count, with or without files, and edits of them. What a bot or the
 *   platform wrote gives `undefined`, and so does every other event.
 * - In an `im` the peer is the person; in an `mpim` (`group`) and in a public or private channel
 *   (`channel`) it is the channel id, and `sender` is the person.
 * - The thread is `thread_ts`. A message without one has no thread: its own `ts` never becomes one. The
 *   message that a thread hangs under has `thread_ts` equal to `ts`; it was written in the channel before
 *   there was a thread, and an edit of it still belongs there.
 * - The team is the workspace that the app is installed in, also when the sender is a guest from another.
 *
 * @param payload - The whole callback, not only its `event`; a misshaped one gives `undefined`, or lacks a fact.
 * @param options - `account`: which of the host's apps received it.
 *
 * @example
 * ```ts
 * const event = { type: "message", channel: "C1", channel_type: "channel", user: "U7", ts: "2.0", thread_ts: "1.0" };
 * fromSlack({ team_id: "T1", event })?.thread; //=> "1.0"
 * fromSlack({ team_id: "T1", event: { ...event, thread_ts: undefined } })?.thread; //=> undefined
 * ```
 */
export function fromSlack(
  payload: Maybe<SlackCallback>,
  { account }: { readonly account?: string } = {},
): Inbound | undefined {
  const event = payload?.event;
  if (event?.type !== "message" && event?.type !== "app_mention") return undefined;
  const message = event.subtype === "message_changed" ? event.message : event;
  if (message == null || message.bot_id != null || !written.has(message.subtype)) return undefined;
  const room = nativeId(event.channel);
  const chatType = chatTypes.get(event.channel_type) ?? chatTypesByLetter.get(room?.[0]);
  if (chatType === undefined) return undefined;
  const person = nativeId(message.user);
  return inboundOf({
    channel: "slack",
    account,
    chatType,
    peer: chatType === "direct" ? person : room,
    thread: message.thread_ts === message.ts ? undefined : nativeId(message.thread_ts),
    sender: person,
    team: nativeId(payload?.team_id),
  });
}
