import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import type { BehaviourId } from "../../edition/registry.ts";
import { firstFound, type Setting } from "../section.ts";
import type { AccessRequest, KnownSender } from "./access-request.ts";
import type { ChannelAccess } from "./channel-access.ts";
import { findPlace, type FoundPlace, type Place, type PlaceTable } from "./places.ts";
import type { LevelScheme, RoomScheme } from "./room-scheme.ts";
import { senderIds, senderList } from "./sender-list.ts";

/** What is known of the places of one kind that a message stands in. */
interface Level {
  /** The places that are written, where any are. */
  readonly table?: PlaceTable;
  readonly found?: FoundPlace | undefined;
  /** What holds for the place, nearest first. */
  readonly says: readonly Place[];
}

/** A room, as its channel's scheme sees it. */
export interface PlacedRoom {
  readonly scheme: RoomScheme;
  /** The server or team around it, on channels that have them. */
  readonly outer: Level | undefined;
  readonly room: Level;
  /** The entry that lists the room, on a channel that lists rooms by their ids. */
  readonly listedBy: string | undefined;
}

/** Everything that the gates of a room look at. */
export interface RoomFacts extends PlacedRoom {
  readonly request: AccessRequest;
  readonly access: ChannelAccess | undefined;
  readonly sender: KnownSender;
  readonly groupPolicy: Setting<string>;
  /** Where the channel's settings stand. */
  readonly path: string;
}

/** What an edition makes of rooms on every channel. */
export const roomRules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  emptyLimitsNothing: behaviours.has("empty-rooms-limit-nothing"),
  unlistedIsShut: behaviours.has("rooms-closed-unless-said"),
  allowLeft: behaviours.has("allow-of-rooms-left"),
  joinedMentions: behaviours.has("joined-threads-need-no-mention"),
  onlyNamedFromBots: behaviours.has("bots-must-name-the-bot"),
  bothLevels: behaviours.has("rooms-ask-who-writes"),
}));

/** Whether an edition has a behaviour that a scheme names. */
export function has(behaviour: BehaviourId | "always" | undefined, { behaviours }: Policy): boolean {
  return behaviour === "always" || (behaviour !== undefined && behaviours.has(behaviour));
}

function levelOf(
  table: PlaceTable | undefined,
  request: AccessRequest,
  scheme: LevelScheme,
  inherits: boolean,
  access: ChannelAccess | undefined,
  { behaviours }: Policy,
): Level {
  if (table === undefined) return { says: [] };
  const heeding = { behaviours, switchedOn: access?.nameMatching?.value === true };
  const found = findPlace(table, request, scheme, heeding);
  const any = inherits ? table.byKey.get("*") : undefined;
  const says = found === undefined ? [] : any === undefined ? [found.place] : [found.place, any];
  return { table, found, says };
}

function unlessEmpty(table: PlaceTable | undefined): PlaceTable | undefined {
  return table?.byKey.size === 0 ? undefined : table;
}

/** The entry that lists a room, where its channel has a list of rooms. */
function listerOf(
  { listedIn }: RoomScheme,
  found: FoundPlace | undefined,
  { channel, peer }: AccessRequest,
  access: ChannelAccess | undefined,
  policy: Policy,
): string | undefined {
  if (listedIn === undefined) return undefined;
  const isOwn = found?.by === "direct" && found.place.order >= 0 && found.place.key !== "*";
  if (isOwn && has(listedIn.entriesSince, policy)) return found.place.path;
  const source = access?.[listedIn.list];
  if (source === undefined) return undefined;
  const list = senderList(source, channel, policy);
  return list.wildcard ?? firstFound(senderIds(peer === undefined ? [] : [peer], channel, policy), list.find);
}

/** Finds what a config says of the room of a message, and of the server or team around it. */
export function placeRoom(
  scheme: RoomScheme,
  request: AccessRequest,
  access: ChannelAccess | undefined,
  policy: Policy,
): PlacedRoom {
  const [first, second] = scheme.levels;
  const outermost = levelOf(
    unlessEmpty(access?.places),
    request,
    first,
    scheme.roomsInherit !== undefined,
    access,
    policy,
  );
  if (second === undefined) {
    const listedBy = listerOf(scheme, outermost.found, request, access, policy);
    return { scheme, outer: undefined, room: outermost, listedBy };
  }
  const within = outermost.found?.place.within;
  const table = roomRules(policy).emptyLimitsNothing ? unlessEmpty(within) : within;
  const room = levelOf(table, request, second, false, access, policy);
  return { scheme, outer: outermost, room, listedBy: undefined };
}

/** Where nothing is written of any place. */
export const nowhere: Level = { says: [] };

/** Whether places of a kind have a word that shuts them; the outermost are those of level 0. */
export function canBeShut({ written }: RoomScheme, level: number): boolean {
  return (level === 0 ? written : written.within)?.fields.includes("enabled") === true;
}

/** Whether a message is in a chat of several people without a server. */
export function isGroupChat(scheme: RoomScheme, { chatType, guild }: AccessRequest): boolean {
  return scheme.groupChats !== undefined && chatType === "group" && guild === undefined;
}

/** Whether the config limits places of a kind, and this is none of those that it lists. */
export function isUnlisted({ table, found }: Level): boolean {
  return table !== undefined && found === undefined;
}

/** Where a message stands in a place that is not one of those that are written. */
export interface Unlisted {
  readonly table: PlaceTable;
  readonly level: number;
  /** Where the place would be written; undefined where nobody tells which it is. */
  readonly entry?: string;
}

/** The outermost place of a message that is none of those that are written. */
export function unlistedPlace({ scheme, outer, room, request }: RoomFacts): Unlisted | undefined {
  const levels = outer === undefined ? [room] : [outer, room];
  const level = levels.findIndex(isUnlisted);
  const table = levels[level]?.table;
  if (table === undefined) return undefined;
  const fact = scheme.levels[level]?.fact;
  const id = fact && request[fact];
  return { table, level, ...(id !== undefined && { entry: extendPath(table.path, id) }) };
}

/** The fact that would tell which place it is, where places are listed and nobody tells it. */
export function missingPlace(facts: RoomFacts): "guild" | "team" | "peer" | undefined {
  const unlisted = unlistedPlace(facts);
  if (unlisted === undefined) return undefined;
  const level = facts.scheme.levels[unlisted.level];
  return level === undefined || level.mayBeOutside === true || facts.request[level.fact] !== undefined
    ? undefined
    : level.fact;
}

/** Whether a place that is not listed is shut. */
export function isClosed({ scheme, groupPolicy }: RoomFacts, policy: Policy): boolean {
  return scheme.unlistedIsShut || roomRules(policy).unlistedIsShut || groupPolicy.value !== "open";
}
