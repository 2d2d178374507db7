import { roomLevelOf, type PlaceLevel } from "../../config/rooms.ts";
import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import type { BehaviourId } from "../../edition/registry.ts";
import { firstFound, nearest, type Setting } from "../section.ts";
import { change, type ChangeSet, type SettingChoice } from "../trace.ts";
import {
  findByName,
  findSender,
  nameSender,
  type AccessRequest,
  type KnownSender,
} from "./access-request.ts";
import { unwrittenList, type AllowListSource } from "./allow-list.ts";
import type { ChannelAccess } from "./channel-access.ts";
import { doorSettings } from "./door.ts";
import { groupPolicyOf } from "./group-policy.ts";
import { findPlace, type FoundPlace, type Place, type PlaceTable } from "./places.ts";
import type { LevelScheme, PeopleSource, PlaceFacts, RoomScheme } from "./room-schemes.ts";
import { roleList, senderIds, senderList } from "./sender-list.ts";
import { admit, deny, missing, noSetting, nothing, pass, type GateVerdict } from "./verdict.ts";

/** What is known of the places of one kind that a message stands in. */
interface Level {
  /** The places that are written, where any are. */
  readonly table?: PlaceTable;
  readonly found?: FoundPlace;
  /** What holds for the place, nearest first. */
  readonly says: readonly Place[];
}

/** A room, as its channel's scheme sees it. */
export interface PlacedRoom {
  readonly scheme: RoomScheme;
  /** The server or team around it, on channels that have them. */
  readonly outer?: Level;
  readonly room: Level;
  /** The entry that lists the room, on a channel that lists rooms by their ids. */
  readonly listedBy?: string;
}

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  emptyLimitsNothing: behaviours.has("empty-rooms-limit-nothing"),
  unlistedIsShut: behaviours.has("rooms-closed-unless-said"),
  allowLeft: behaviours.has("allow-of-rooms-left"),
  joinedMentions: behaviours.has("joined-threads-need-no-mention"),
  onlyNamedFromBots: behaviours.has("bots-must-name-the-bot"),
  bothLevels: behaviours.has("rooms-ask-who-writes"),
}));

function facts({ parent, ...request }: AccessRequest): PlaceFacts {
  return { ...request, parent: parent?.peer };
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
  const found = findPlace(table, facts(request), scheme, heeding);
  const any = inherits ? table.byKey.get("*") : undefined;
  const says = found === undefined ? [] : any === undefined ? [found.place] : [found.place, any];
  return found === undefined ? { table, says } : { table, found, says };
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
    second === undefined && scheme.roomsInherit === true,
    access,
    policy,
  );
  if (second === undefined) {
    const listedBy = listerOf(scheme, outermost.found, request, access, policy);
    return { scheme, room: outermost, ...(listedBy !== undefined && { listedBy }) };
  }
  const within = outermost.found?.place.within;
  const table = rules(policy).emptyLimitsNothing ? unlessEmpty(within) : within;
  return { scheme, outer: outermost, room: levelOf(table, request, second, false, access, policy) };
}

/** Everything that the gates of a room look at. */
interface RoomFacts extends PlacedRoom {
  readonly request: AccessRequest;
  readonly access: ChannelAccess | undefined;
  readonly sender: KnownSender;
  readonly groupPolicy: Setting<string>;
  /** Where the channel's settings stand. */
  readonly path: string;
  /** Where what holds for every room would be written. */
  readonly anyPlace: string;
}

/** Whether the bot reads what another bot wrote. */
function authorGate(
  { scheme, request, access, room, path }: Pick<RoomFacts, "scheme" | "request" | "access" | "room" | "path">,
  policy: Policy,
): GateVerdict {
  if (request.bot !== true || scheme.bots !== true) return pass("author");
  const written = nearest(room.says, "allowBots") ?? access?.allowBots;
  const { value, path: setting } = written ?? { value: false, path: `${path}.allowBots` };
  const refused = deny("author", "bot-not-admitted", setting, () => [change(setting, true)]);
  if (value === false) return refused;
  const direct = request.chatType === "direct";
  if (value === "mentions" && !direct) {
    const { mentioned } = request;
    if (mentioned === undefined) return missing("author", "mentioned");
    if (rules(policy).onlyNamedFromBots ? mentioned !== true : mentioned === false) return refused;
  }
  return pass("author", () => [change(setting, false)]);
}

/** Whether a bot is watched: the room lists it, or somebody who may command is there. */
function watchedGate(facts: RoomFacts, policy: Policy): GateVerdict {
  const { scheme, request, access, room, sender, path } = facts;
  if (request.bot !== true || !has(scheme.botsListed, policy)) return pass("author");
  const users = firstFound(room.says, (place) => place.users);
  if (users && findSender(sender, senderList(users, request.channel, policy)) !== undefined)
    return pass("author");
  const owners = access?.directList?.entries.filter((entry) => entry !== "*") ?? [];
  if (owners.length > 0 && request.ownerPresent !== false)
    return request.ownerPresent === true ? pass("author") : missing("author", "ownerPresent");
  return deny(
    "author",
    "bot-not-admitted",
    users?.path ?? access?.directList?.path ?? `${path}.allowFrom`,
    noSetting,
  );
}

/** The same in direct chats, where only the channel says so. */
export function directAuthorGate(
  scheme: RoomScheme,
  request: AccessRequest,
  access: ChannelAccess | undefined,
  policy: Policy,
): GateVerdict {
  return authorGate(
    { scheme, request, access, room: nowhere, path: access?.path ?? extendPath("channels", request.channel) },
    policy,
  );
}

const nowhere: Level = { says: [] };

/** The settings that shut a room where they are false. */
export function shuttingWords(scheme: RoomScheme, policy: Policy): readonly ("enabled" | "allow")[] {
  if (scheme.shutSince !== undefined && !has(scheme.shutSince, policy)) return [];
  return rules(policy).allowLeft && scheme.allowStays !== true ? ["enabled"] : ["enabled", "allow"];
}

/** What shuts a room: of words that are inherited the nearest. */
export function shutBy(
  { scheme, room }: Pick<PlacedRoom, "scheme" | "room">,
  words: readonly ("enabled" | "allow")[],
): readonly Setting<boolean>[] {
  const said = room.says
    .flatMap((section) => words.map((word) => nearest([section], word)))
    .filter((setting) => setting !== undefined);
  return (scheme.roomsInherit === true ? said.slice(0, 1) : said).filter(({ value }) => !value);
}

function roomGate({ scheme, room, request }: RoomFacts, policy: Policy): GateVerdict {
  const words = shuttingWords(scheme, policy);
  const shut = shutBy({ scheme, room }, words);
  const [first] = shut;
  if (first !== undefined)
    return deny("room", "room-disabled", first.path, () => shut.map(({ path }) => change(path, true)));
  const [entry] = room.says;
  return entry !== undefined && words.length > 0 && canBeShut(levelsOf(request.channel).at(-1))
    ? pass("room", () => [change(`${entry.path}.enabled`, false)])
    : pass("room");
}

/** How the places of a channel are written, outermost first. */
function levelsOf(channel: string): readonly PlaceLevel[] {
  const level = roomLevelOf(channel);
  return level === undefined ? [] : level.within === undefined ? [level] : [level, level.within];
}

function canBeShut(level: PlaceLevel | undefined): boolean {
  return level?.fields.includes("enabled") === true;
}

function policyGate({ groupPolicy: { value, path } }: RoomFacts): GateVerdict {
  if (value !== "disabled") return pass("policy", () => [change(path, "disabled")]);
  return deny("policy", "group-disabled", path, () => [change(path, "open")]);
}

/** Whether the config limits places of a kind, and this is none of those that it lists. */
function isUnlisted({ table, found }: Level): boolean {
  return table !== undefined && found === undefined;
}

/** Where a message stands in a place that is not one of those that are written. */
interface Unlisted {
  readonly table: PlaceTable;
  readonly level: number;
  /** Where the place would be written; undefined where nobody tells which it is. */
  readonly entry?: string;
}

function unlistedPlace({ scheme, outer, room, request }: RoomFacts): Unlisted | undefined {
  const levels = outer === undefined ? [room] : [outer, room];
  const level = levels.findIndex(isUnlisted);
  const table = levels[level]?.table;
  if (table === undefined) return undefined;
  const fact = scheme.levels[level]?.fact;
  const id = fact && request[fact];
  return { table, level, ...(id !== undefined && { entry: extendPath(table.path, id) }) };
}

/** The fact that would tell which place it is, where places are listed and nobody tells it. */
function missingPlace(facts: RoomFacts): "guild" | "team" | "peer" | undefined {
  const level = facts.scheme.levels[unlistedPlace(facts)?.level ?? -1];
  return level === undefined || level.mayBeOutside === true || facts.request[level.fact] !== undefined
    ? undefined
    : level.fact;
}

/** What lists a place: a word of its own, which lets the message pass where it must mention the bot. */
function enlist({ entry, level }: Unlisted, facts: RoomFacts, policy: Policy): ChangeSet {
  const { request } = facts;
  if (entry === undefined) return noSetting();
  if (canBeShut(levelsOf(request.channel)[level])) return [change(`${entry}.enabled`, true)];
  return [
    change(`${entry}.requireMention`, isMeant(facts, policy) === true && mentionAsked(facts, policy).value),
  ];
}

/** Whether a place that is not listed is shut. */
function isClosed({ scheme, groupPolicy }: RoomFacts, policy: Policy): boolean {
  return scheme.unlistedIsShut || rules(policy).unlistedIsShut || groupPolicy.value !== "open";
}

/** What has a channel's list of rooms name one. */
function enlistRoom({ scheme, access, request, path }: RoomFacts): ChangeSet {
  const { list = "groupAllowFrom" } = scheme.listedIn ?? {};
  return [nameRoom(access?.[list] ?? unwrittenList(`${path}.${list}`), request.peer)];
}

/** Whether a room is one of those that its channel lists by their ids, or need be. */
function listGate(facts: RoomFacts, policy: Policy): GateVerdict {
  const { listedBy, groupPolicy, request, path, access, scheme } = facts;
  const isOpen = groupPolicy.value === "open" && (!isClosed(facts, policy) || !isUnlisted(facts.room));
  if (isOpen || listedBy !== undefined) return pass("listing");
  if (request.peer === undefined) return missing("listing", "peer");
  const list = access?.[scheme.listedIn?.list ?? "groupAllowFrom"];
  return deny("listing", "room-not-listed", list?.path ?? facts.room.table?.path ?? path, () =>
    enlistRoom(facts),
  );
}

function listingGate(facts: RoomFacts, policy: Policy): GateVerdict {
  if (facts.scheme.listedIn !== undefined) return listGate(facts, policy);
  const { scheme, outer, room, groupPolicy, path, request } = facts;
  const levels = outer === undefined ? [room] : [outer, room];
  const closed = isClosed(facts, policy);
  const unlisted = unlistedPlace(facts);
  if (unlisted !== undefined && closed) {
    const fact = missingPlace(facts);
    if (fact !== undefined) return missing("listing", fact);
    return deny("listing", "room-not-listed", unlisted.table.path, () => enlist(unlisted, facts, policy));
  }
  const [outermost] = levels;
  const standIn = scheme.peopleStandIn === true && peopleOf(facts, policy).length > 0;
  if (groupPolicy.value === "open" || outermost?.table !== undefined || standIn) return pass("listing");
  const written = `${path}.${levelsOf(request.channel)[0]?.setting ?? ""}`;
  const verdict = deny("listing", "room-not-listed", written, () => [change(groupPolicy.path, "open")]);
  return groupPolicy.isDefault === true ? { ...verdict, isDefault: true } : verdict;
}

/** Those who may write, by id or by role; either is enough. */
interface People {
  readonly users?: AllowListSource;
  readonly roles?: AllowListSource;
  /** They are asked only while not everybody may write. */
  readonly givesWay?: true;
}

function peopleIn(places: readonly Place[], readsRoles: boolean): People {
  const users = firstFound(places, (place) => place.users);
  const roles = readsRoles ? firstFound(places, (place) => place.roles) : undefined;
  return { ...(users && { users }), ...(roles && { roles }) };
}

const listsOf = ({ users, roles }: People) => [users, roles].filter((list) => list !== undefined);

function isEmpty(people: People): boolean {
  return listsOf(people).every(({ entries }) => entries.length === 0);
}

/** The lists of people that a room and what is around it write. */
export function listedPeople({ scheme, room, outer }: PlacedRoom, policy: Policy): readonly People[] {
  const readsRoles = has(scheme.rolesSince, policy);
  if (rules(policy).bothLevels)
    return [peopleIn(room.says, readsRoles), peopleIn(outer?.says ?? [], readsRoles)].filter(
      (people) => listsOf(people).length > 0,
    );
  return [peopleIn([...room.says, ...(outer?.says ?? [])], readsRoles)].filter((people) => !isEmpty(people));
}

/** All lists of people that hold in a room; whoever writes must be on each. */
function peopleOf(facts: RoomFacts, policy: Policy): readonly People[] {
  const { scheme, access, groupPolicy } = facts;
  const { bothLevels } = rules(policy);
  const open = groupPolicy.value === "open";
  const standIns: readonly PeopleSource[] = [
    { at: "groupAllowFrom", notWhenOpen: true },
    { at: "allowFrom", notWhenOpen: true },
  ];
  const sources = bothLevels
    ? [...scheme.people, ...standIns.filter(({ at }) => at !== scheme.listedIn?.list)]
    : scheme.people;
  for (const { at, notWhenOpen, since, unlessEmpty = false } of sources) {
    if ((open && notWhenOpen === true) || (since !== undefined && !has(since, policy))) continue;
    if (at === "place") {
      const listed = listedPeople(facts, policy);
      if (listed.length > 0) return listed;
      continue;
    }
    const users = access?.[at];
    if (users !== undefined && !(unlessEmpty && users.entries.length === 0))
      return notWhenOpen === true ? [{ users, givesWay: notWhenOpen }] : [{ users }];
  }
  return [];
}

/** The entry of a list that lets a sender in, by id, name or role. */
export function admittedBy(
  { users, roles }: People,
  { request, sender }: Pick<RoomFacts, "request" | "sender">,
  policy: Policy,
): string | undefined {
  const { channel } = request;
  const byId = users && findSender(sender, senderList(users, channel, policy));
  if (byId !== undefined || roles === undefined) return byId;
  const list = roleList(roles);
  return list.get("*") ?? firstFound(request.roles ?? [], (role) => list.get(role));
}

function senderGate(facts: RoomFacts, policy: Policy): GateVerdict {
  const { groupPolicy, room, outer, scheme, sender, request } = facts;
  const gate = "sender";
  const unknown = missingPlace(facts);
  if (unknown !== undefined) return missing(gate, unknown);
  const people = peopleOf(facts, policy).filter((each) => rules(policy).bothLevels || !isEmpty(each));
  const open = change(groupPolicy.path, "open");
  if (people.length === 0) {
    if (groupPolicy.value !== "open" && has(scheme.nobodyUnlessListed, policy))
      return deny(gate, "group-empty-allowlist", facts.path, () => [open]);
    const listed = facts.listedBy ?? (room.found ?? outer?.found)?.place.path;
    const isDefault = groupPolicy.isDefault === true;
    return listed === undefined || groupPolicy.value === "open"
      ? { gate, outcome: "pass", reason: "group-open", path: groupPolicy.path, isDefault, turn: nothing }
      : admit(gate, "group-member", listed);
  }
  const found = people.map((each) => admittedBy(each, facts, policy));
  const lacking = people.filter((_, index) => found[index] === undefined);
  const [without] = lacking;
  if (without === undefined) return admit(gate, "group-allowlisted", found[0] ?? facts.path);
  if (sender.ids.length === 0 && sender.names.length === 0) return missing(gate, "sender");
  if (
    lacking.some(({ users, roles }) => users === undefined && roles !== undefined) &&
    request.roles === undefined
  )
    return missing(gate, "roles");
  const [list] = listsOf(without);
  // A list that binds only while the policy asks it gives way to an open policy.
  const gives = people.every(({ givesWay }) => givesWay === true) ? open : [];
  return deny(gate, "group-not-allowlisted", list?.path ?? facts.path, () =>
    lacking.map(({ users }) => [...gives, ...(users === undefined ? [] : nameSender(users, sender))]),
  );
}

/** Whether the message must mention the bot, and who says so. */
export function mentionSetting(
  {
    scheme,
    room,
    outer,
    access,
    anyPlace,
    groupPolicy,
  }: PlacedRoom & Pick<RoomFacts, "access" | "anyPlace" | "groupPolicy">,
  policy: Policy,
): Setting<boolean> {
  const waived = groupPolicy.value === "open" && has(scheme.openNeedsNoMention, policy);
  const answering = nearest(room.says, "autoReply");
  const inPlaces = nearest([...room.says, ...(outer?.says ?? [])], "requireMention");
  const [entry] = [...room.says, ...(outer?.says ?? [])];
  return (
    (answering && { value: !answering.value, path: answering.path }) ??
    inPlaces ??
    (scheme.mentionAtTop ? access?.requireMention : undefined) ?? {
      value: !waived,
      path: `${entry?.path ?? anyPlace}.requireMention`,
      isDefault: true,
    }
  );
}

/** Whether the message is meant for the bot; undefined where nobody tells. */
function isMeant({ scheme, request, access }: RoomFacts, policy: Policy): boolean | undefined {
  const { mentioned } = request;
  if (typeof mentioned === "string" && scheme.onlyNamed === true) return false;
  if (mentioned === "joined") return rules(policy).joinedMentions && access?.explicitMention?.value !== true;
  if (mentioned === "everyone") return has(scheme.everyoneMentions, policy);
  return mentioned === "reply" ? true : mentioned;
}

function has(behaviour: BehaviourId | undefined, { behaviours }: Policy): boolean {
  return behaviour !== undefined && behaviours.has(behaviour);
}

/** Whether a message must mention the bot where it stands, and who says so. */
function mentionAsked(facts: RoomFacts, policy: Policy): Setting<boolean> {
  const { request, room } = facts;
  const threads = request.ownThread === true ? nearest(room.says, "autoThread") : undefined;
  return threads?.value === true ? { value: false, path: threads.path } : mentionSetting(facts, policy);
}

/** What has a message need a mention, or need none. */
function mentionTurn(facts: RoomFacts, required: boolean, policy: Policy): SettingChoice {
  const { value, path, isDefault } = mentionAsked(facts, policy);
  const entry = isDefault === true ? unlistedPlace(facts)?.entry : undefined;
  // A room that is to be listed by a word of its own says this there, too.
  if (entry !== undefined && facts.outer === undefined && !facts.scheme.mentionAtTop)
    return change(`${entry}.requireMention`, required);
  if (path.endsWith(".autoReply")) return change(path, !required);
  if (!path.endsWith(".autoThread")) return change(path, required);
  // Without threads of its own the room asks for what it says.
  return !value && required && mentionSetting(facts, policy).value ? change(path, false) : [];
}

function mentionGate(facts: RoomFacts, policy: Policy): GateVerdict {
  const { scheme, request, room, outer } = facts;
  const gate = "mention";
  const meant = isMeant(facts, policy);
  if (meant === true) return pass(gate);
  const unknown = missingPlace(facts);
  if (unknown !== undefined) return missing(gate, unknown);
  const { value: required, path, isDefault = false } = mentionAsked(facts, policy);
  const ignoring = has(scheme.ignoresOthers, policy)
    ? nearest([...room.says, ...(outer?.says ?? [])], "ignoreOtherMentions")
    : undefined;
  const ignored =
    ignoring?.value === true && request.othersMentioned === true ? [change(ignoring.path, false)] : [];
  const unlisted = isClosed(facts, policy) ? unlistedPlace(facts) : undefined;
  // What lists the place says it too.
  const isSaid = unlisted !== undefined && !canBeShut(levelsOf(request.channel)[unlisted.level]);
  // What is written of a channel that was not has its rooms no longer open by default.
  const { access, groupPolicy } = facts;
  const opens =
    access === undefined && !scheme.openUnlessSaid && groupPolicy.value === "open"
      ? [change(groupPolicy.path, "open")]
      : [];
  const waive = () => (isSaid ? ignored : [mentionTurn(facts, false, policy), ...ignored, ...opens]);
  if (required && meant === false)
    return { gate, outcome: "deny", reason: "mention-required", path, isDefault, turn: waive };
  if (required) return { ...missing(gate, "mentioned"), path, turn: waive };
  if (ignoring !== undefined && ignored.length > 0)
    return deny(gate, "others-mentioned", ignoring.path, () => ignored);
  return pass(gate, () => [mentionTurn(facts, true, policy)]);
}

/** The chats that `groupChannels` lists, in the form in which they are compared. */
const listedChats = /* @__PURE__ */ once(({ behaviours }: Policy) => {
  const lists = new WeakMap<AllowListSource["entries"], ReadonlySet<string>>();
  return (entries: AllowListSource["entries"], read: NonNullable<RoomScheme["groupChats"]>["entry"]) => {
    const before = lists.get(entries);
    if (before !== undefined) return before;
    const now = new Set(entries.map((entry) => read(String(entry), behaviours)));
    lists.set(entries, now);
    return now;
  };
});

/** Chats of several people without a server: whether the bot takes part, in which, and whom it answers there. */
function groupChatGates(
  facts: RoomFacts,
  groupChats: NonNullable<RoomScheme["groupChats"]>,
  policy: Policy,
): readonly GateVerdict[] {
  const { access, request, sender, path } = facts;
  const enabled: Setting<boolean> = access?.groupChatsEnabled ?? {
    value: false,
    path: `${access?.directSection ?? `${path}.dm`}.groupEnabled`,
    isDefault: true,
  };
  const on: GateVerdict = enabled.value
    ? pass("policy", () => [change(enabled.path, false)])
    : {
        gate: "policy",
        outcome: "deny",
        reason: "group-chats-disabled",
        path: enabled.path,
        isDefault: enabled.isDefault === true,
        turn: () => [change(enabled.path, true)],
      };
  const chats = access?.groupChats;
  const keys = ["*", ...groupChats.keys({ ...request, parent: undefined }, policy.behaviours)];
  const listed = chats && listedChats(policy)(chats.entries, groupChats.entry);
  const isListed =
    listed === undefined || listed.size === 0 || keys.some((key) => key !== "" && listed.has(key));
  const listing: GateVerdict = isListed
    ? pass("listing")
    : request.peer === undefined
      ? missing("listing", "peer")
      : deny("listing", "room-not-listed", chats?.path ?? path, () => [nameRoom(chats, request.peer)]);
  return [on, listing, groupChatSender(facts, groupChats.askSender, sender, policy)];
}

/** A way to have a list of rooms name one; none where it is not known which. */
function nameRoom(rooms: AllowListSource | undefined, peer: string | undefined): SettingChoice {
  return rooms === undefined || peer === undefined
    ? []
    : change(`${rooms.path}[${rooms.entries.length}]`, peer);
}

function groupChatSender(
  { access, path, request }: RoomFacts,
  asks: RoomScheme["nobodyUnlessListed"],
  sender: KnownSender,
  policy: Policy,
): GateVerdict {
  const gate = "sender";
  if (!policy.behaviours.has(asks)) return admit(gate, "group-open", `${path}.dm.groupEnabled`);
  const source = access?.directList;
  const place = source ?? unwrittenList(`${path}.${doorSettings(request.channel, policy).allowFrom}`);
  if (source === undefined || source.entries.length === 0)
    return deny(gate, "group-empty-allowlist", place.path, () => [nameSender(place, sender)]);
  const by = findSender(sender, senderList(source, request.channel, policy));
  if (by !== undefined) return admit(gate, "group-allowlisted", by);
  if (sender.ids.length === 0) return missing(gate, "sender");
  return deny(gate, "group-not-allowlisted", source.path, () => [nameSender(source, sender)]);
}

/** Whether a sender is one of those who may command: of `allowFrom`, or of those whom the room lists. */
function mayCommand(facts: RoomFacts, policy: Policy): boolean {
  const { scheme, access, request, sender } = facts;
  if (scheme.nearestCommand !== undefined) {
    const owning = has(scheme.nearestCommand.ownersSince, policy) ? access?.directList : undefined;
    const nearest = firstFound(facts.room.says, (place) => place.users) ?? owning;
    return (
      nearest !== undefined && findSender(sender, senderList(nearest, request.channel, policy)) !== undefined
    );
  }
  const owners = access?.directList && senderList(access.directList, request.channel, policy);
  const everybody = owners?.wildcard !== undefined && !has(scheme.starOwnsUntil, policy);
  if (everybody || (owners && findByName(sender, owners) !== undefined)) return true;
  if (sender.isPaired && scheme.pairedCommand !== undefined && !has(scheme.pairedCommand, policy))
    return true;
  if (isGroupChat(scheme, request)) return false;
  return peopleOf(facts, policy).some(
    (people) => !isEmpty(people) && admittedBy(people, facts, policy) !== undefined,
  );
}

/** What else is told of a message that is let in. */
export interface RoomAnswer {
  /** Whether it had to mention the bot, and whether it does. */
  readonly mention: { readonly required: boolean; readonly mentioned: boolean };
  /** Whether the sender is one of those whose commands are obeyed there. */
  readonly commands: boolean;
}

function isGroupChat(scheme: RoomScheme, { chatType, guild }: AccessRequest): boolean {
  return scheme.groupChats !== undefined && chatType === "group" && guild === undefined;
}

/** What every gate says of a message in a room of a channel that has a scheme, in the order in which they are asked, and what to tell once it is let in. */
export function decideRoom(
  scheme: RoomScheme,
  request: AccessRequest,
  access: ChannelAccess | undefined,
  sender: KnownSender,
  policy: Policy,
): { readonly gates: readonly GateVerdict[]; readonly answer: () => RoomAnswer } {
  const { channel } = request;
  const open = scheme.openUnlessSaid && !rules(policy).unlistedIsShut;
  const path = access?.path ?? extendPath("channels", channel);
  const groupPolicy = groupPolicyOf(channel, access, policy, open ? "open" : undefined);
  const [outermost] = levelsOf(channel);
  const facts: RoomFacts = {
    ...placeRoom(scheme, request, access, policy),
    request,
    access,
    sender,
    groupPolicy,
    path,
    anyPlace: scheme.mentionAtTop ? path : extendPath(`${path}.${outermost?.setting ?? ""}`, "*"),
  };
  // What opens the policy again opens it to everybody, and that is how the other gates are asked then.
  const beside =
    groupPolicy.value === "disabled" ? { ...facts, groupPolicy: { ...groupPolicy, value: "open" } } : facts;
  const chat = isGroupChat(scheme, request) ? scheme.groupChats : undefined;
  const author = authorGate(facts, policy);
  const gates =
    chat === undefined
      ? [
          author,
          roomGate(facts, policy),
          ...(scheme.placesFirst === true
            ? [listingGate(beside, policy), policyGate(facts)]
            : [policyGate(facts), listingGate(beside, policy)]),
          senderGate(beside, policy),
          watchedGate(facts, policy),
          mentionGate(beside, policy),
        ]
      : [author, ...groupChatGates(facts, chat, policy)];
  const answer = () => ({
    mention: {
      required: chat === undefined && mentionAsked(facts, policy).value,
      mentioned: isMeant(facts, policy) === true,
    },
    commands: mayCommand(facts, policy),
  });
  return { gates, answer };
}
