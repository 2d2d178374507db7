import type { PlaceLevel } from "../../config/rooms.ts";
import type { Behaviours } from "../../edition/edition.ts";
import type { BehaviourId } from "../../edition/registry.ts";

/** Where a message stands, as its platform tells. */
export interface PlaceFacts {
  readonly peer?: string | undefined;
  readonly roomName?: string | undefined;
  /** The room that a thread hangs under. */
  readonly parent?: { readonly peer?: string | undefined } | undefined;
  readonly parentName?: string | undefined;
  readonly guild?: string | undefined;
  readonly guildName?: string | undefined;
  readonly guildUnavailable?: boolean | undefined;
  readonly team?: string | undefined;
  readonly teamName?: string | undefined;
  /** The app is installed for a whole organisation, in which ids repeat from team to team. */
  readonly orgWide?: boolean | undefined;
}

/** Under what a place may be written, nearest first. */
export interface PlaceKeys {
  readonly ids: readonly (string | undefined)[];
  readonly names?: readonly (string | undefined)[];
  /** Under what the place above it may be, which stands for one that is not written itself. */
  readonly parent?: Pick<PlaceKeys, "ids" | "names">;
  /** `*` does not stand for it. */
  readonly unknown?: true;
}

/** How entries of one kind of place are found. */
export interface LevelScheme {
  readonly keys: (facts: PlaceFacts, behaviours: Behaviours) => PlaceKeys;
  /** With it names are heeded where `dangerouslyAllowNameMatching` says so, and without it freely. */
  readonly namesNeedSwitch: BehaviourId;
  /** With it an entry that is found by a name shuts the place instead. */
  readonly namesShut?: BehaviourId;
  /** The fact that names the place. */
  readonly fact: "guild" | "team" | "peer";
  /** A message outside any such place is known to be outside; otherwise the fact is missing. */
  readonly mayBeOutside?: true;
  /** Entries are found by the slug of their keys, too, or by the `slug` that they write. */
  readonly slugs?: "key" | "written";
  /** Without the behaviour, names that every object has are found. */
  readonly inheritedUntil?: BehaviourId;
  /** Ids have no case. */
  readonly anyCase?: true;
  /** Without the behaviour, `*` is an id like any other. */
  readonly anySince?: BehaviourId;
}

/** Where the people stand who may write in a room. */
export interface PeopleSource {
  readonly at: "place" | "groupAllowFrom" | "groupSenderAllowFrom" | "allowFrom";
  /** Without it the list is not read. */
  readonly since?: BehaviourId;
  /** An empty list stands for one that is not written. */
  readonly unlessEmpty?: true;
  /** It counts only while listed people alone may write. */
  readonly notWhenOpen?: true;
}

/** How a channel decides about its rooms: the places, what each says, and what holds where nothing is said. */
export interface RoomScheme {
  /** Where its places are written, and what each may say. */
  readonly written: PlaceLevel;
  /** Rooms are open where a channel that is configured says nothing, unless with `rooms-closed-unless-said`. */
  readonly openUnlessSaid: boolean;
  /** The levels of places, outermost first. */
  readonly levels: readonly [LevelScheme, LevelScheme?];
  /** What a room does not say, the entry of `*` says. */
  readonly roomsInherit?: {
    /** Whether `enabled: false` there shuts a room: unless the room says otherwise, whatever it says, or not at all. */
    readonly shut: "unless-said" | "always" | "never";
    /** Whether the people listed there may write. */
    readonly people: boolean;
  };
  /** How entries are found when tools are asked for, or a session's default; the levels as above where absent. */
  readonly ofSession?: {
    /** With it the levels as above. */
    readonly until?: BehaviourId;
    readonly levels?: readonly [LevelScheme, LevelScheme?];
    /** With it what an account writes counts, without it what the channel does. */
    readonly ofAccountSince?: BehaviourId;
    /** A room that its own server does not have is looked for in all. */
    readonly searches?: true;
  };
  /** While not everybody may write, rooms are listed by a list of their ids; with the behaviour by an entry of their own, too. */
  readonly listedIn?: { readonly list: "groupAllowFrom"; readonly entriesSince: BehaviourId };
  /** A place that is not among those that are written is shut even where everybody may write. */
  readonly unlistedIsShut: boolean;
  /** Places are looked at before the policy, so that the reason given is the place. */
  readonly placesFirst?: true;
  /** An allowlist without places admits the people it lists. */
  readonly peopleStandIn?: true;
  /** Where people are listed, the first that is written counting. */
  readonly people: readonly PeopleSource[];
  /** Whoever writes must be on the room's own list, too, where it has one. */
  readonly roomNarrows?: true;
  /** Until it whoever was paired in a direct chat counts as listed by the channel. */
  readonly pairedListed?: BehaviourId;
  /** With it roles are listed like people. */
  readonly rolesSince?: BehaviourId;
  /** With it nobody may write where nobody is listed, without it everybody. */
  readonly nobodyUnlessListed: BehaviourId | "always";
  /** With it rooms that say nothing need no mention where everybody may write. */
  readonly openNeedsNoMention?: BehaviourId;
  /** What does not name the bot is not meant for it, not even a reply to it. */
  readonly onlyNamed?: true;
  /** Chats of several people without a server, which `dm.groupEnabled` and `dm.groupChannels` decide. */
  readonly groupChats?: {
    /** With it those of `allowFrom` may write there, without it everybody. */
    readonly askSender: BehaviourId;
    /** The form in which an entry of `groupChannels` is compared; empty where it can mean none. */
    readonly entry: (entry: string, behaviours: Behaviours) => string;
    /** Under what a chat may be listed, in that form. */
    readonly keys: (facts: PlaceFacts, behaviours: Behaviours) => readonly string[];
  };
  /** `allowBots` decides whether what bots write is read. */
  readonly bots?: true;
  /** With it `*` in `allowFrom` lets nobody command in rooms. */
  readonly starOwnsUntil: BehaviourId;
  /** Until it whoever was paired may command in rooms. */
  readonly pairedCommand?: BehaviourId;
  /** The lists of the channel whose people may command in rooms, the first that names anybody; of `allowFrom` where absent, and those whom a room lists. */
  readonly commanders?: readonly ("groupAllowFrom" | "allowFrom")[];
  /** Those of the nearest list may command in rooms: of the room's, or with the behaviour of `allowFrom`. */
  readonly nearestCommand?: { readonly ownersSince: BehaviourId };
  /** With it a bot must be listed by the room, or be watched there by somebody of `allowFrom`. */
  readonly botsListed?: BehaviourId;
  /** With it a message to everybody mentions the bot. */
  readonly everyoneMentions?: BehaviourId;
  /** With it `ignoreOtherMentions` is heeded. */
  readonly ignoresOthers?: BehaviourId;
  /** `allow: false` shuts a room in every release. */
  readonly allowStays?: true;
  /** Without it no room is shut by a word of its own. */
  readonly shutSince?: BehaviourId;
}
