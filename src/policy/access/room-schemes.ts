import { hasRooms, roomLevels, type RoomChannel } from "../../config/rooms.ts";
import { isBlank } from "../../identity/fold.ts";
import type { Behaviours } from "../../edition/edition.ts";
import type { BehaviourId } from "../../edition/registry.ts";
import type { LevelScheme, PlaceFacts, PlaceKeys, RoomScheme } from "./room-scheme.ts";
import { slackSlug, slug } from "./slug.ts";
import { lowerCase } from "../../edition/lower-case.ts";

function slugged(name: string | undefined): readonly (string | undefined)[] {
  return [name && slug(name), name];
}

function inAnyCase(id: string): readonly string[] {
  return [id, lowerCase(id), id.toUpperCase()];
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
    names: [teamName, teamName && slug(teamName)],
  }),
  namesNeedSwitch: "team-names-need-switch",
  fact: "team",
  mayBeOutside: true,
  slugs: "key",
};

const teamChannelLevel: LevelScheme = {
  keys: ({ peer, roomName }) => ({
    ids: [peer],
    names: [roomName, roomName && slug(roomName)],
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
    written: roomLevels.discord,
    openUnlessSaid: true,
    levels: [
      {
        keys: ({ guild, guildName, guildUnavailable }, behaviours) =>
          guildUnavailable === true
            ? { ids: behaviours.has("unavailable-guild-by-id") ? [guild] : [], unknown: true }
            : { ids: [guild], names: [guildName && slug(guildName)] },
        namesNeedSwitch: "rooms-found-by-id",
        inheritedUntil: "rooms-found-by-id",
        fact: "guild",
      },
      {
        keys: ({ peer, roomName, parent, parentName }) =>
          parent === undefined && parentName === undefined
            ? { ids: [peer], names: slugged(roomName) }
            : { ids: [peer], parent: { ids: [parent?.peer], names: slugged(parentName) } },
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
    written: roomLevels.slack,
    openUnlessSaid: true,
    levels: [{ keys: slackKeys, namesNeedSwitch: "slack-room-names-need-switch", fact: "peer" }],
    roomsInherit: { shut: "unless-said", people: true },
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
    groupChats: {
      askSender: "slack-group-chats-ask-sender",
      entry: (entry) => lowerCase(entry.trim()),
      keys: ({ peer = "", roomName }, behaviours) =>
        [peer, `channel:${peer}`, ...(roomName === undefined ? [] : slackNames(roomName, behaviours))].map(
          (key) => lowerCase(key),
        ),
    },
    bots: true,
    starOwnsUntil: "rooms-ask-who-writes",
    pairedCommand: "pairing-stays-in-direct-chats",
    botsListed: "slack-bots-listed",
    ignoresOthers: "slack-other-mentions-ignored",
  },
  msteams: {
    written: roomLevels.msteams,
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
  },
  matrix: {
    written: roomLevels.matrix,
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
    allowStays: true,
    starOwnsUntil: "rooms-ask-who-writes",
  },
  googlechat: {
    written: roomLevels.googlechat,
    openUnlessSaid: false,
    levels: [
      {
        keys: ({ peer, roomName }) => ({
          ids: [peer],
          names: [roomName, roomName && lowerCase(roomName)],
        }),
        namesNeedSwitch: "rooms-found-by-id",
        namesShut: "space-names-shut",
        fact: "peer",
      },
    ],
    unlistedIsShut: false,
    people: [{ at: "place" }, { at: "groupAllowFrom" }],
    nobodyUnlessListed: "spaces-ask-who-writes",
    starOwnsUntil: "rooms-ask-who-writes",
  },
  feishu: {
    written: roomLevels.feishu,
    openUnlessSaid: true,
    levels: [
      {
        keys: ({ peer = "" }) => ({ ids: [peer], ...(isBlank(peer) && { unknown: true }) }),
        namesNeedSwitch: "rooms-found-by-id",
        anyCase: true,
        anySince: "feishu-groups-read-whole",
        inheritedUntil: "groups-of-their-own",
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
    openNeedsNoMention: "feishu-open-needs-no-mention",
    onlyNamed: true,
    nearestCommand: { ownersSince: "feishu-lists-of-ids" },
    shutSince: "feishu-groups-read-whole",
    starOwnsUntil: "rooms-ask-who-writes",
  },
  irc: {
    written: roomLevels.irc,
    openUnlessSaid: false,
    levels: [
      {
        keys: ({ peer }) => ({ ids: [peer] }),
        namesNeedSwitch: "rooms-found-by-id",
        anyCase: true,
        inheritedUntil: "groups-of-their-own",
        fact: "peer",
      },
    ],
    roomsInherit: { shut: "always", people: true },
    unlistedIsShut: false,
    people: [
      { at: "place", unlessEmpty: true },
      { at: "groupAllowFrom", unlessEmpty: true },
    ],
    pairedListed: "pairing-stays-in-direct-chats",
    nobodyUnlessListed: "always",
    commanders: ["groupAllowFrom"],
    starOwnsUntil: "rooms-ask-who-writes",
  },
  "nextcloud-talk": {
    written: roomLevels["nextcloud-talk"],
    openUnlessSaid: false,
    levels: [
      unnamed(
        {
          keys: ({ peer, roomName = "" }) => ({ ids: [peer], names: [roomName, slug(roomName)] }),
          namesNeedSwitch: "rooms-found-by-id",
          slugs: "key",
          fact: "peer",
        },
        "talk-rooms-found-by-token",
      ),
    ],
    roomsInherit: { shut: "never", people: false },
    unlistedIsShut: true,
    placesFirst: true,
    people: [
      { at: "groupAllowFrom", unlessEmpty: true, notWhenOpen: true },
      { at: "allowFrom", unlessEmpty: true, notWhenOpen: true },
    ],
    roomNarrows: true,
    pairedListed: "pairing-stays-in-direct-chats",
    nobodyUnlessListed: "always",
    commanders: ["groupAllowFrom", "allowFrom"],
    starOwnsUntil: "rooms-ask-who-writes",
  },
};
