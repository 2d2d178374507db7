import type { Behaviours } from "../edition/edition.ts";
import type { BehaviourId } from "../edition/registry.ts";

/** What an entry of a place (a server, a room) may say about it. */
export type PlaceField =
  | "enabled"
  | "allow"
  | "requireMention"
  | "autoReply"
  | "ignoreOtherMentions"
  | "autoThread"
  | "allowBots"
  | "replyToMode"
  | "users"
  | "allowFrom"
  | "roles"
  | "slug"
  | "tools"
  | "toolsBySender";

/** Where entries of one kind of place stand, and what each may say. */
export interface PlaceLevel {
  readonly setting: "guilds" | "teams" | "channels" | "groups" | "rooms";
  /** Where they stood before; read where `setting` is not written. */
  readonly older?: "rooms";
  readonly fields: readonly PlaceField[];
  /** The channel's own `requireMention` holds for rooms that say nothing. */
  readonly mentionAtTop?: boolean;
  /** An entry lists under this name who may write there; under `users` where absent. */
  readonly people?: "allowFrom";
  /** The channel itself lists in `groupSenderAllowFrom` who may write in rooms that list nobody. */
  readonly sendersAtTop?: boolean;
  /** Until it `channels.defaults.groupPolicy` does not reach the channel. */
  readonly defaultPolicySince?: BehaviourId;
  /** A word that means `open`, since when. */
  readonly openToo?: { readonly word: string; readonly since: BehaviourId };
  /** The places within each. */
  readonly within?: PlaceLevel & { readonly setting: "channels" };
}

const tools = ["tools", "toolsBySender"] as const;

/** The channels whose rooms are written in a way of their own, and where; those of all others stand in `groups`, as Telegram's do. */
export const roomLevels = {
  discord: {
    setting: "guilds",
    mentionAtTop: false,
    fields: ["slug", "requireMention", "ignoreOtherMentions", "users", "roles", ...tools],
    within: {
      setting: "channels",
      fields: [
        "enabled",
        "allow",
        "requireMention",
        "ignoreOtherMentions",
        "autoThread",
        "users",
        "roles",
        ...tools,
      ],
    },
  },
  slack: {
    setting: "channels",
    mentionAtTop: true,
    fields: [
      "enabled",
      "allow",
      "requireMention",
      "ignoreOtherMentions",
      "allowBots",
      "replyToMode",
      "users",
      ...tools,
    ],
  },
  msteams: {
    setting: "teams",
    mentionAtTop: true,
    fields: ["requireMention", ...tools],
    within: { setting: "channels", fields: ["requireMention", ...tools] },
  },
  matrix: {
    setting: "groups",
    older: "rooms",
    mentionAtTop: false,
    fields: ["enabled", "allow", "requireMention", "autoReply", "allowBots", "users", "tools"],
  },
  googlechat: {
    setting: "groups",
    mentionAtTop: true,
    fields: ["enabled", "allow", "requireMention", "users"],
  },
  feishu: {
    setting: "groups",
    mentionAtTop: true,
    people: "allowFrom",
    sendersAtTop: true,
    defaultPolicySince: "missing-channel-is-allowlist",
    openToo: { word: "allowall", since: "only-open-is-open" },
    fields: ["enabled", "requireMention", "allowFrom", "tools"],
  },
  irc: {
    setting: "groups",
    mentionAtTop: false,
    people: "allowFrom",
    fields: ["enabled", "requireMention", "allowFrom", ...tools],
  },
  "nextcloud-talk": {
    setting: "rooms",
    mentionAtTop: false,
    people: "allowFrom",
    fields: ["enabled", "requireMention", "allowFrom", "tools"],
  },
} as const satisfies Readonly<Record<string, PlaceLevel>>;

/** A channel whose rooms are written in a way of their own. */
export type RoomChannel = keyof typeof roomLevels;

/** The channels whose rooms stand in `groups`, and of which it is on record what each release decides there. */
const recordedGroups: readonly string[] = ["telegram", "whatsapp"];

/** The channels about whose rooms it is known what every edition decides. */
export const channelsWithKnownRooms: readonly string[] = [...recordedGroups, ...Object.keys(roomLevels)];

/** Whether it is known what an edition decides about the rooms of a channel. */
export function knowsRooms(channel: string, behaviours: Behaviours): boolean {
  return behaviours.has("groups-of-every-channel") || channelsWithKnownRooms.includes(channel);
}

/** How a channel writes its rooms, where it has a way of its own. */
export function roomLevelOf(channel: string): PlaceLevel | undefined {
  return hasRooms(channel) ? roomLevels[channel] : undefined;
}

/** Whether a channel's rooms are written in a way of their own. */
export function hasRooms(channel: string): channel is RoomChannel {
  return Object.hasOwn(roomLevels, channel);
}
