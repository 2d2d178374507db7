import type { BehaviourId } from "../../edition/registry.ts";
import type { ChatType } from "../chat-type.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** When something holds: with one behaviour, and without another. */
export interface Spell {
  readonly since?: BehaviourId;
  readonly until?: BehaviourId;
}

/** Stand in the place of a setting for a fact of the message: the kind of its chat, and its thread. */
export const ofChatType = "<chatType>";
export const ofThread = "<thread>";

/** Where a setting stands: in the section of an account, over that of its channel, or in what either says of the room. */
export interface SettingPlace extends Spell {
  readonly at: readonly [string, ...string[]];
  readonly ofRoom?: true;
  /** The chats for which it counts; all where absent. */
  readonly chats?: readonly ChatType[];
}

/** A setting that takes one of several words: the nearest place that says one decides. */
export interface WordSetting {
  readonly places: readonly SettingPlace[];
  readonly otherwise: string;
}

/** When a message belongs to the session of a thread. The first rule that holds decides; where none does, it belongs to its chat's. */
export interface ThreadRule extends Spell {
  /** Whether it is a reply in the thread, or opens one, which has the message's own id. */
  readonly as: "reply" | "opener";
  readonly chats: readonly ChatType[];
  /** The words of the reply mode under which it holds, or the one under which it does not; under any where both are absent. */
  readonly under?: readonly string[];
  readonly unless?: string;
  /** Whether the message must mention the bot, or the room need no mention. */
  readonly when?: "mentioned" | "no-mention-needed";
  /** A place that must be written. */
  readonly written?: SettingPlace;
  /** Only where the word for what the group is split by asks for its topics. */
  readonly ofTopics?: true;
}

/** Of which threads the session continues another: that of the chat, or of what the thread hangs under. */
interface ParentRule extends Spell {
  readonly chats: readonly ChatType[];
  /** A switch that must be on. */
  readonly asked?: SettingPlace;
}

/** What a word keeps apart in a group. */
export interface GroupSplit {
  readonly sender?: true;
  readonly topic?: true;
}

/** How a channel names the entries of its rooms, in the order in which they are looked for; `*` comes last. */
interface RoomEntries {
  /** The section that has them. */
  readonly at: string;
  /** Of which chats they are: rooms, or direct chats, by the person's id. */
  readonly chatType: ChatType;
  readonly names: readonly (Spell & {
    readonly name: (room: string, team: string | undefined) => string | undefined;
  })[];
  /** Whether the names are compared in any case, when none is exact. */
  readonly anyCase?: true;
  /** Whether what the entry of a room does not say is taken from that of `*`, and not only where a room has no entry. */
  readonly overlaid?: true;
}

/** What a channel makes of its chats: which of their messages share a session. */
export interface ChannelConversations {
  readonly rooms?: RoomEntries;
  /** Sections of which an account replaces single settings, and not the whole. */
  readonly laidOver?: readonly string[];
  /** When answers open threads, in the channel's own words. */
  readonly mode?: WordSetting;
  /** Whether a room needs mentions. */
  readonly needsMention?: readonly SettingPlace[];
  readonly threads: readonly ThreadRule[];
  readonly parents?: readonly ParentRule[];
  /** Whether a thread has the id of the message at its root, which stands in the chat. */
  readonly threadsNamedByRoot?: true;
  /** Whether ids of threads differ by case, and the channel's adapter asks for that to be kept. */
  readonly threadsHaveCase?: true;
  /** Where what was said since the last answer is quoted from: a thread of its own, or the chat. */
  readonly history?: WordSetting;
  /** Which facts name the thread that a message is a reply in, the first that is told before the others; its `thread` where absent. */
  readonly threadIds?: readonly (Spell & { readonly fact: "thread" | "root"; readonly ofForums?: true })[];
  /** What the messages of a group are split by. */
  readonly split?: Spell & {
    readonly setting: WordSetting;
    /** An older switch, which means a word. */
    readonly older: { readonly setting: WordSetting; readonly on: string; readonly word: string };
    readonly words: Readonly<Record<string, GroupSplit>>;
  };
  /** With which word each room of a direct chat has a session of its own. */
  readonly directRooms?: Spell & { readonly setting: WordSetting; readonly word: string };
  /** When bindings to the room of a direct chat reach the chat. */
  readonly directRoomsBind?: Spell;
  /** What names the message at the root of a thread behind the chat's id, from which a semicolon parts it. */
  readonly rootMark?: string;
}

const rooms = ["group", "channel"] as const;
const direct = ["direct"] as const;
const everywhere = ["direct", "group", "channel"] as const;

const slackRoomNames = [
  (room: string) => room,
  (room: string) => lowerCase(room),
  (room: string) => room.toUpperCase(),
];

/**
 * What each channel makes of its chats. Sources: the releases' adapters, as recorded; what was not recorded says so.
 */
export const conversationsOf: Readonly<Record<string, ChannelConversations>> = {
  slack: {
    rooms: {
      at: "channels",
      chatType: "channel",
      names: [
        ...slackRoomNames.map((name) => ({
          since: "slack-rooms-named-by-team" as const,
          name: (room: string, team: string | undefined) =>
            team === undefined ? undefined : `team:${team}:channel:${name(room)}`,
        })),
        ...slackRoomNames.map((name) => ({ name })),
        ...slackRoomNames.map((name) => ({ name: (room: string) => `channel:${name(room)}` })),
      ],
      overlaid: true,
    },
    mode: {
      places: [
        { at: ["replyToMode"], ofRoom: true, since: "slack-room-reply-mode" },
        { at: ["replyToModeByChatType", ofChatType] },
        { at: ["dm", "replyToMode"], chats: direct, until: "direct-section-left" },
        { at: ["replyToMode"] },
      ],
      otherwise: "off",
    },
    needsMention: [{ at: ["requireMention"], ofRoom: true }, { at: ["requireMention"] }],
    threads: [
      { as: "reply", chats: rooms },
      { as: "reply", chats: direct, until: "slack-direct-threads-joined" },
      { as: "opener", chats: rooms, since: "slack-messages-are-threads" },
      { as: "opener", chats: direct, under: ["all"], since: "slack-direct-replies-open-threads" },
      {
        as: "opener",
        chats: ["channel"],
        unless: "off",
        when: "no-mention-needed",
        since: "slack-open-rooms-open-threads",
      },
      {
        as: "opener",
        chats: ["channel"],
        unless: "off",
        when: "mentioned",
        since: "slack-mentions-open-threads",
      },
    ],
    parents: [{ chats: everywhere, asked: { at: ["thread", "inheritParent"] } }],
    threadsNamedByRoot: true,
    history: { places: [{ at: ["thread", "historyScope"] }], otherwise: "thread" },
  },
  matrix: {
    laidOver: ["dm"],
    mode: {
      places: [{ at: ["dm", "threadReplies"], chats: direct }, { at: ["threadReplies"] }],
      otherwise: "inbound",
    },
    threads: [
      { as: "reply", chats: everywhere, under: ["inbound", "always"], since: "matrix-thread-replies" },
      { as: "opener", chats: everywhere, under: ["always"], since: "matrix-thread-replies" },
      { as: "reply", chats: everywhere, until: "matrix-threads-joined" },
    ],
    parents: [{ chats: everywhere }],
    threadsNamedByRoot: true,
    threadsHaveCase: true,
    directRooms: {
      setting: { places: [{ at: ["dm", "sessionScope"] }], otherwise: "per-user" },
      word: "per-room",
      since: "matrix-direct-rooms",
    },
    directRoomsBind: { since: "matrix-room-binds-direct-chats" },
  },
  mattermost: {
    mode: {
      places: [{ at: ["replyToModeByChatType", ofChatType] }, { at: ["replyToMode"] }],
      otherwise: "off",
    },
    threads: [
      { as: "reply", chats: rooms, until: "mattermost-off-joins-threads" },
      { as: "reply", chats: rooms, since: "mattermost-room-threads-apart" },
      { as: "reply", chats: rooms, unless: "off" },
      { as: "opener", chats: rooms, unless: "off", since: "mattermost-replies-open-threads" },
      { as: "reply", chats: direct, until: "mattermost-off-joins-threads" },
      { as: "reply", chats: direct, unless: "off", until: "mattermost-direct-threads-joined" },
      { as: "opener", chats: direct, unless: "off", since: "mattermost-direct-replies-open-threads" },
    ],
    parents: [{ chats: rooms }, { chats: direct, until: "mattermost-direct-replies-open-threads" }],
    threadsHaveCase: true,
  },
  feishu: {
    rooms: { at: "groups", chatType: "group", names: [{ name: (room) => room }], anyCase: true },
    mode: {
      places: [{ at: ["replyInThread"], ofRoom: true }, { at: ["replyInThread"] }],
      otherwise: "disabled",
    },
    threadIds: [
      { fact: "thread", ofForums: true, since: "feishu-topic-groups" },
      { fact: "root" },
      { fact: "thread", since: "feishu-group-scopes" },
    ],
    threads: [
      { as: "reply", chats: rooms, ofTopics: true },
      {
        as: "opener",
        chats: rooms,
        ofTopics: true,
        under: ["enabled"],
        since: "feishu-group-scopes",
      },
    ],
    split: {
      since: "feishu-topic-mode",
      setting: {
        places: [
          { at: ["groupSessionScope"], ofRoom: true, since: "feishu-group-scopes" },
          { at: ["groupSessionScope"], since: "feishu-group-scopes" },
        ],
        otherwise: "group",
      },
      older: {
        setting: {
          places: [{ at: ["topicSessionMode"], ofRoom: true }, { at: ["topicSessionMode"] }],
          otherwise: "disabled",
        },
        on: "enabled",
        word: "group_topic",
      },
      words: {
        group: {},
        group_sender: { sender: true },
        group_topic: { topic: true },
        group_topic_sender: { topic: true, sender: true },
      },
    },
  },
  discord: {
    threads: [{ as: "reply", chats: everywhere }],
    parents: [
      { chats: everywhere, until: "discord-parents-asked-for" },
      { chats: everywhere, asked: { at: ["thread", "inheritParent"] } },
    ],
  },
  telegram: {
    rooms: { at: "direct", chatType: "direct", names: [{ name: (chat) => chat }] },
    mode: {
      places: [{ at: ["threadReplies"], ofRoom: true, chats: direct }, { at: ["dm", "threadReplies"] }],
      otherwise: "off",
    },
    threads: [
      { as: "reply", chats: rooms },
      { as: "reply", chats: direct, until: "telegram-direct-threads-joined" },
      { as: "reply", chats: direct, under: ["inbound", "always"] },
      { as: "reply", chats: direct, written: { at: ["topics", ofThread], ofRoom: true } },
    ],
  },
  msteams: {
    threads: [{ as: "reply", chats: ["channel"], since: "teams-channel-threads" }],
    rootMark: "messageid=",
  },
  // By reading: no release keeps the threads of a space apart.
  googlechat: { threads: [] },
};
