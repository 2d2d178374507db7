import * as z from "zod/mini";
import type { Behaviours } from "../../edition/edition.ts";
import { closedSettings, knownFields, openSettings } from "./settings.ts";

/** When an answer opens a thread. */
export const replyMode = z.enum(["off", "first", "all", "batched"]);
/** Which messages of a chat have the session of a thread. */
const threadReplies = z.enum(["off", "inbound", "always"]);
/** What the messages of a group share a session by. */
const groupSessionScope = z.enum(["group", "group_sender", "group_topic", "group_topic_sender"]);
const switchedOn = z.enum(["enabled", "disabled"]);

/** The fields by which each channel parts its chats into sessions. */
const ofChannels = {
  slack: ["replyToMode", "replyToModeByChatType", "thread"],
  mattermost: ["replyToMode", "replyToModeByChatType"],
  matrix: ["threadReplies", "sessionScope"],
  discord: ["thread"],
  feishu: ["groupSessionScope", "topicSessionMode", "replyInThread"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The channels that part their chats into sessions by settings of their own. */
export const channelsWithConversations = Object.keys(ofChannels);

function fieldsOf(channel: string): readonly string[] {
  return Object.hasOwn(ofChannels, channel) ? ofChannels[channel as keyof typeof ofChannels] : [];
}

/** A shape with the fields that a channel has; releases are held to their own words elsewhere. */
function known<const Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  channel: string,
  behaviours: Behaviours,
): Shape {
  const own = behaviours.has("strict-settings") ? fieldsOf(channel) : [];
  const isKnown = Object.fromEntries(Object.keys(shape).map((field) => [field, own.includes(field)]));
  // A value for each field of the shape.
  return knownFields(shape, isKnown as { readonly [Field in keyof Shape]: boolean });
}

const groupFields = { groupSessionScope, topicSessionMode: switchedOn, replyInThread: switchedOn };

const channelFields = {
  ...groupFields,
  threadReplies,
  replyToMode: replyMode,
  replyToModeByChatType: closedSettings({ direct: replyMode, group: replyMode, channel: replyMode }),
  thread: openSettings({
    inheritParent: z.boolean(),
    historyScope: z.enum(["thread", "channel"]),
    requireExplicitMention: z.boolean(),
  }),
};

/** What a channel, and each of its accounts, may say about which of its messages share a session. */
export function conversationFields(channel: string, behaviours: Behaviours) {
  return known(channelFields, channel, behaviours);
}

/** What it may say about that for one group. */
export function groupConversationFields(channel: string, behaviours: Behaviours) {
  return known(groupFields, channel, behaviours);
}

/** What it may say about that for direct chats. */
export function directConversationFields(channel: string, behaviours: Behaviours) {
  return known({ sessionScope: z.enum(["per-user", "per-room"]), threadReplies }, channel, behaviours);
}
