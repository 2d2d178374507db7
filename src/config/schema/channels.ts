import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import * as z from "zod/mini";
import { resetSchema } from "./reset.ts";
import { channelsWithDmSection, doorPlaces } from "../doors.ts";
import { roomLevelOf, roomLevels, type PlaceField, type PlaceLevel } from "../rooms.ts";
import {
  channelsWithConversations,
  conversationFields,
  directConversationFields,
  groupConversationFields,
  replyMode,
} from "./conversations.ts";
import { closedSettings, knownFields, openSettings } from "./settings.ts";
import { ids, text } from "./text.ts";
import { toolSelectionSchema, toolsBySenderSchema } from "./tools.ts";

const dmPolicy = z.enum(["pairing", "allowlist", "open", "disabled"]);
const groupPolicy = z.enum(["open", "allowlist", "disabled"]);

const topicSchema = once((behaviours: Behaviours) =>
  openSettings({
    agentId: text(behaviours),
    enabled: z.boolean(),
    requireMention: z.boolean(),
    allowFrom: ids(behaviours),
    groupPolicy,
  }),
);

const groupSchema = (behaviours: Behaviours, channel: string) =>
  openSettings({
    ...groupConversationFields(channel, behaviours),
    enabled: z.boolean(),
    requireMention: z.boolean(),
    allowFrom: ids(behaviours),
    groupPolicy,
    tools: toolSelectionSchema(behaviours),
    toolsBySender: toolsBySenderSchema(behaviours),
    topics: z.record(text(behaviours), topicSchema(behaviours)),
    reset: resetSchema(behaviours),
  });

/** Whether what bots write is read: all of it, or what mentions ours. */
const allowBots = z.union([z.boolean(), z.literal("mentions")], { error: 'true, false or "mentions"' });

const placeFields = once(
  (behaviours: Behaviours) =>
    ({
      enabled: z.boolean(),
      allow: z.boolean(),
      requireMention: z.boolean(),
      autoReply: z.boolean(),
      ignoreOtherMentions: z.boolean(),
      autoThread: z.boolean(),
      allowBots,
      replyToMode: replyMode,
      users: ids(behaviours),
      allowFrom: ids(behaviours),
      roles: ids(behaviours),
      slug: text(behaviours),
      tools: toolSelectionSchema(behaviours),
      toolsBySender: toolsBySenderSchema(behaviours),
    }) satisfies Record<PlaceField, z.ZodMiniType>,
);

/** The entries of one kind of place; each in the full shape, of which a channel knows some fields. */
const placesSchema = (behaviours: Behaviours, channel: string, { setting, fields, within }: PlaceLevel) => {
  const all = placeFields(behaviours);
  const known = (level: readonly PlaceField[]) =>
    knownFields(all, Object.fromEntries(Object.keys(all).map((field) => [field, includes(level, field)])));
  const rooms = z.record(text(behaviours), openSettings(known(within?.fields ?? [])));
  const shape = {
    ...known(fields),
    ...groupConversationFields(channel, behaviours),
    channels: rooms,
    reset: resetSchema(behaviours),
  };
  const kept = knownFields(shape, { channels: within !== undefined, reset: setting === "groups" });
  return z.record(text(behaviours), openSettings(kept));
};

function includes(list: readonly string[], text: string): boolean {
  return list.includes(text);
}

/** The sections in which a channel's rooms stand. */
const roomSections = (behaviours: Behaviours, channel: string) => {
  const level = roomLevelOf(channel);
  const places = placesSchema(behaviours, channel, level ?? { setting: "guilds", fields: [] });
  const sections = { guilds: places, teams: places, channels: places, rooms: places };
  const groups = z.record(text(behaviours), groupSchema(behaviours, channel));
  const written = (setting: string) => level?.setting === setting || level?.older === setting;
  const settings = {
    ...sections,
    // Some channels have rooms of their own way there, of which the type tells what both ways share.
    groups: level?.setting === "groups" ? (places as unknown as typeof groups) : groups,
  };
  const known = Object.keys(sections).map((setting) => [setting, written(setting)] as const);
  return knownFields(settings, {
    ...Object.fromEntries(known),
    groups: level === undefined || level.setting === "groups",
  });
};

/** What a channel, and each of its accounts, may say about who gets in. */
const accessSettings = (behaviours: Behaviours, channel: string) => {
  const doors = doorPlaces(channel, behaviours);
  const [atTop, inSection] = [doors.includes("top"), doors.includes("dm")];
  const level = roomLevelOf(channel);
  const words = level?.openToo === undefined ? [] : [level.openToo.word];
  const section = {
    enabled: z.boolean(),
    policy: dmPolicy,
    allowFrom: ids(behaviours),
    groupEnabled: z.boolean(),
    groupChannels: ids(behaviours),
  };
  const dm = openSettings({
    ...knownFields(section, { policy: inSection, allowFrom: inSection }),
    ...directConversationFields(channel, behaviours),
  });
  const settings = {
    ...conversationFields(channel, behaviours),
    enabled: z.boolean(),
    dmPolicy,
    allowFrom: ids(behaviours),
    dm,
    // What else means `open` on a channel is read there; the type tells the words of all channels.
    groupPolicy: z.enum([...groupPolicy.options, ...words]) as unknown as typeof groupPolicy,
    groupAllowFrom: ids(behaviours),
    groupSenderAllowFrom: ids(behaviours),
    requireMention: z.boolean(),
    allowBots,
    dangerouslyAllowNameMatching: z.boolean(),
    ...roomSections(behaviours, channel),
  };
  return knownFields(settings, {
    dmPolicy: atTop,
    allowFrom: atTop,
    dm: channelsWithDmSection.has(channel),
    groupSenderAllowFrom: level?.sendersAtTop === true,
    requireMention: level === undefined || level.mentionAtTop === true,
  });
};

/** `channels.<id>`. */
export const channelSchema = (behaviours: Behaviours, channel: string) =>
  openSettings({
    ...accessSettings(behaviours, channel),
    accounts: z.record(text(behaviours), openSettings(accessSettings(behaviours, channel))),
    defaultAccount: text(behaviours),
    execApprovals: closedSettings({
      enabled: z.boolean(),
      approvers: ids(behaviours),
      target: z.enum(["dm", "channel", "both"]),
    }),
  });

/** The channels that write who may write to them, or in their rooms, in a way of their own, or how chats are parted. */
const withWordsOfTheirOwn = new Set([
  ...channelsWithDmSection,
  ...Object.keys(roomLevels),
  ...channelsWithConversations,
]);

/** Any other channel. */
const anyChannel = "*";

export const channelsSchema = once((behaviours: Behaviours) =>
  z.catchall(
    openSettings({
      defaults: openSettings({ groupPolicy }),
      ...Object.fromEntries(
        [...withWordsOfTheirOwn].map((channel) => [channel, channelSchema(behaviours, channel)]),
      ),
    }),
    channelSchema(behaviours, anyChannel),
  ),
);
