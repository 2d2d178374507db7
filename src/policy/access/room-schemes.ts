import { hasRooms, roomLevels, type RoomChannel } from "../../config/rooms.ts";
import { isBlank } from "../../identity/fold.ts";
import type { Behaviours } from "../../edition/edition.ts";
import type { BehaviourId } from "../../edition/registry.ts";

/** Where a message stands, as its platform tells. */
export interface PlaceFacts {
  readonly peer?: string | undefined;
  readonly roomName?: string | undefined;
  /** The room that a thread hangs under. */
  readonly parent?: string | undefined;
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
  /** Rooms are open where a channel that is configured says nothing, unless with `rooms-closed-unless-said`. */
  readonly openUnlessSaid: boolean;
  /** The levels of places, outermost first. */
  readonly levels: readonly [LevelScheme, LevelScheme?];
  /** What a room does not say, the entry of `*` says. */
  readonly roomsInherit?: true;
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
  /** With it roles are listed like people. */
  readonly rolesSince?: BehaviourId;
  /** With it nobody may write where nobody is listed, without it everybody. */
  readonly nobodyUnlessListed: BehaviourId;
  /** The channel's own `requireMention` holds for rooms that say nothing. */
  readonly mentionAtTop: boolean;
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

/** A name as keys are written after it: `Help Desk` is `help-desk`. */
export function slug(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^#/, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** The same as Slack writes it, where names keep some marks. */
export function slackSlug(name: string, behaviours: Behaviours): string {
  const kept = behaviours.has("slack-slugs-of-any-script")
    ? /[^\p{L}\p{M}\p{N}#@._+-]+/gu
    : /[^a-z0-9#@._+-]+/g;
  return name
    .trim()
    .toLowerCase()
    .replace(/\s+/g, "-")
    .replace(kept, "-")
    .replace(/-{2,}/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
}

function slugged(name: string | undefined): readonly (string | undefined)[] {
  return name === undefined ? [] : [slug(name), name];
}

function inAnyCase(id: string): readonly string[] {
  return [id, id.toLowerCase(), id.toUpperCase()];
}

function slackNames(name: string, behaviours: Behaviours): readonly string[] {
  return [`#${name}`, name, slackSlug(name, behaviours)];
}

/** What Slack's rooms may be written under. */
function slackKeys({ peer = "", roomName, team, orgWide }: PlaceFacts, behaviours: Behaviours): PlaceKeys {
  const ids = behaviours.has("slack-rooms-of-any-case") ? inAnyCase(peer) : [peer];
  const prefixed = behaviours.has("slack-rooms-prefixed") ? ids.map((id) => `channel:${id}`) : [];
  const ofTeam =
    team !== undefined && behaviours.has("slack-rooms-of-team")
      ? inAnyCase(team).flatMap((name) => inAnyCase(peer).map((id) => `team:${name}:channel:${id}`))
      : [];
  const isMark = roomName === "*" && behaviours.has("slack-rooms-of-team");
  const names = roomName === undefined || isMark ? [] : slackNames(roomName, behaviours);
  if (orgWide === true && behaviours.has("slack-rooms-of-team")) return { ids: ofTeam };
  return { ids: [...ofTeam, ...ids, ...prefixed], names };
}

/** A level whose names do not count with a behaviour. */
function unnamed(level: LevelScheme, since: BehaviourId): LevelScheme {
  return {
    ...level,
    keys: (facts, behaviours) => {
      const { names = [], ...keys } = level.keys(facts, behaviours);
      return behaviours.has(since) ? keys : { ...keys, names };
    },
  };
}

const teamLevel: LevelScheme = {
  keys: ({ team, teamName }) => ({
    ids: [team],
    names: teamName === undefined ? [] : [teamName, slug(teamName)],
  }),
  namesNeedSwitch: "team-names-need-switch",
  fact: "team",
  mayBeOutside: true,
  slugs: "key",
};

const teamChannelLevel: LevelScheme = {
  keys: ({ peer, roomName }) => ({
    ids: [peer],
    names: roomName === undefined ? [] : [roomName, slug(roomName)],
  }),
  namesNeedSwitch: "team-names-need-switch",
  fact: "peer",
  slugs: "key",
};

/** How a channel decides about its rooms, where it has a way of its own. */
export function schemeOf(channel: string): RoomScheme | undefined {
  return hasRooms(channel) ? roomSchemes[channel] : undefined;
}

/** How each channel that has rooms of its own way decides about them. */
export const roomSchemes: Readonly<Record<RoomChannel, RoomScheme>> = {
  discord: {
    openUnlessSaid: true,
    levels: [
      {
        keys: ({ guild, guildName, guildUnavailable }, behaviours) =>
          guildUnavailable === true
            ? { ids: behaviours.has("unavailable-guild-by-id") ? [guild] : [], unknown: true }
            : { ids: [guild], names: guildName === undefined ? [] : [slug(guildName)] },
        namesNeedSwitch: "rooms-found-by-id",
        inheritedUntil: "rooms-found-by-id",
        fact: "guild",
      },
      {
        keys: ({ peer, roomName, parent, parentName }) =>
          parent === undefined && parentName === undefined
            ? { ids: [peer], names: slugged(roomName) }
            : { ids: [peer], parent: { ids: [parent], names: slugged(parentName) } },
        namesNeedSwitch: "rooms-found-by-id",
        fact: "peer",
      },
    ],
    ofSession: {
      until: "room-tools-as-admitted",
      ofAccountSince: "room-tools-of-account",
      levels: [
        {
          keys: ({ guild = "" }) => ({ ids: [guild, slug(guild)] }),
          namesNeedSwitch: "room-tools-as-admitted",
          fact: "guild",
          slugs: "written",
        },
        {
          keys: ({ peer, roomName = "" }) => ({
            ids: [peer, slug(roomName), slug(roomName) && `#${slug(roomName)}`],
            unknown: true,
          }),
          namesNeedSwitch: "room-tools-as-admitted",
          fact: "peer",
        },
      ],
    },
    unlistedIsShut: true,
    people: [{ at: "place" }],
    rolesSince: "roles-read",
    nobodyUnlessListed: "rooms-ask-who-writes",
    mentionAtTop: roomLevels.discord.mentionAtTop,
    groupChats: {
      askSender: "rooms-ask-who-writes",
      entry: (entry, behaviours) =>
        entry === "*" && behaviours.has("rooms-closed-unless-said") ? entry : slug(entry),
      keys: ({ peer = "", roomName = "" }) => [slug(peer), slug(roomName)],
    },
    bots: true,
    starOwnsUntil: "star-commands-no-room",
    everyoneMentions: "everyone-mentions-the-bot",
    ignoresOthers: "other-mentions-ignored",
  },
  slack: {
    openUnlessSaid: true,
    levels: [{ keys: slackKeys, namesNeedSwitch: "slack-room-names-need-switch", fact: "peer" }],
    roomsInherit: true,
    ofSession: {
      until: "room-tools-as-admitted",
      levels: [
        {
          keys: ({ roomName, ...facts }, behaviours) => {
            const named = { ...facts, roomName: roomName?.replace(/^#/, "") };
            if (behaviours.has("slack-rooms-of-team")) return slackKeys(named, behaviours);
            return { ids: [facts.peer], names: slackNames(named.roomName ?? "", behaviours) };
          },
          namesNeedSwitch: "room-tools-as-admitted",
          fact: "peer",
        },
      ],
    },
    unlistedIsShut: false,
    people: [{ at: "place" }],
    nobodyUnlessListed: "rooms-ask-who-writes",
    mentionAtTop: roomLevels.slack.mentionAtTop,
    groupChats: {
      askSender: "slack-group-chats-ask-sender",
      entry: (entry) => entry.trim().toLowerCase(),
      keys: ({ peer = "", roomName }, behaviours) =>
        [peer, `channel:${peer}`, ...(roomName === undefined ? [] : slackNames(roomName, behaviours))].map(
          (key) => key.toLowerCase(),
        ),
    },
    bots: true,
    starOwnsUntil: "rooms-ask-who-writes",
    pairedCommand: "pairing-stays-in-direct-chats",
    botsListed: "slack-bots-listed",
    ignoresOthers: "slack-other-mentions-ignored",
  },
  msteams: {
    openUnlessSaid: false,
    levels: [teamLevel, teamChannelLevel],
    ofSession: {
      until: "room-tools-as-admitted",
      levels: [unnamed(teamLevel, "team-tools-by-id"), unnamed(teamChannelLevel, "team-tools-by-id")],
      searches: true,
    },
    unlistedIsShut: true,
    placesFirst: true,
    peopleStandIn: true,
    people: [
      { at: "groupAllowFrom", unlessEmpty: true, notWhenOpen: true },
      { at: "allowFrom", unlessEmpty: true, notWhenOpen: true },
    ],
    nobodyUnlessListed: "teams-ask-who-writes",
    starOwnsUntil: "rooms-ask-who-writes",
    mentionAtTop: roomLevels.msteams.mentionAtTop,
  },
  matrix: {
    openUnlessSaid: false,
    levels: [
      {
        keys: ({ peer: id, roomName }) => {
          const peer = id?.replace(/^(?:matrix:)?(?:channel:|room:)?/i, "");
          return {
            ids: [peer, peer && `room:${peer}`, roomName?.startsWith("#") === true ? roomName : undefined],
            names: [roomName],
          };
        },
        namesNeedSwitch: "matrix-rooms-found-by-id",
        fact: "peer",
      },
    ],
    unlistedIsShut: false,
    people: [
      { at: "place", unlessEmpty: true },
      { at: "groupAllowFrom", unlessEmpty: true, notWhenOpen: true },
    ],
    nobodyUnlessListed: "rooms-ask-who-writes",
    mentionAtTop: roomLevels.matrix.mentionAtTop,
    allowStays: true,
    starOwnsUntil: "rooms-ask-who-writes",
  },
  googlechat: {
    openUnlessSaid: false,
    levels: [
      {
        keys: ({ peer, roomName }) => ({ ids: [peer], names: [roomName, roomName?.toLowerCase()] }),
        namesNeedSwitch: "rooms-found-by-id",
        namesShut: "space-names-shut",
        fact: "peer",
      },
    ],
    unlistedIsShut: false,
    people: [{ at: "place" }, { at: "groupAllowFrom" }],
    nobodyUnlessListed: "spaces-ask-who-writes",
    starOwnsUntil: "rooms-ask-who-writes",
    mentionAtTop: roomLevels.googlechat.mentionAtTop,
  },
  feishu: {
    openUnlessSaid: true,
    levels: [
      {
        keys: ({ peer = "" }) => ({ ids: [peer], ...(isBlank(peer) && { unknown: true }) }),
        namesNeedSwitch: "rooms-found-by-id",
        anyCase: true,
        anySince: "feishu-groups-read-whole",
        inheritedUntil: "feishu-groups-of-their-own",
        fact: "peer",
      },
    ],
    ofSession: { ofAccountSince: "room-tools-as-admitted" },
    listedIn: { list: "groupAllowFrom", entriesSince: "feishu-groups-listed-by-entry" },
    unlistedIsShut: false,
    people: [
      { at: "place", unlessEmpty: true },
      { at: "groupSenderAllowFrom", unlessEmpty: true, since: "feishu-groups-read-whole" },
    ],
    nobodyUnlessListed: "rooms-ask-who-writes",
    mentionAtTop: roomLevels.feishu.mentionAtTop,
    openNeedsNoMention: "feishu-open-needs-no-mention",
    onlyNamed: true,
    nearestCommand: { ownersSince: "feishu-lists-of-ids" },
    shutSince: "feishu-groups-read-whole",
    starOwnsUntil: "rooms-ask-who-writes",
  },
};
