import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { configuredChannels, channelAccess, type ChannelAccess } from "../../policy/access/channel-access.ts";
import type { Place, PlaceConfig } from "../../policy/access/places.ts";
import { placeRoom, type PlacedRoom } from "../../policy/access/placed-room.ts";
import { schemeOf } from "../../policy/access/room-schemes.ts";
import type { RoomScheme } from "../../policy/access/room-scheme.ts";
import { evaluateAccess, type AccessDecision } from "../../policy/access/access.ts";
import type { AccessRequest } from "../../policy/access/access-request.ts";
import { overrideList } from "../../policy/access/group.ts";
import { findRoom } from "../../policy/access/room.ts";
import { groupSenders, roleList, senderList } from "../../policy/access/sender-list.ts";
import type { AllowList, AllowListSource } from "../../policy/access/allow-list.ts";
import { askBoth, readAlike, compareRequests } from "./requests.ts";
import { representativeRooms } from "../representative/rooms.ts";
import { choices, type Representative, freshText, told } from "../representative/representative.ts";
import type { KindComparison } from "./verdict.ts";

/** One id for each choice of the lists that can have an id in common and to themselves, and one that is in none. */
function toldApart(lists: readonly AllowList[]): readonly string[] {
  const ids = new Set(lists.flatMap((list) => list.ids()));
  ids.delete("*");
  const byLists = new Map<string, string>();
  for (const id of ids) {
    const having = lists.map((list) => (list.find(id) === undefined ? "0" : "1")).join("");
    const before = byLists.get(having);
    if (before === undefined || id.length < before.length) byLists.set(having, id);
  }
  return [freshText((text) => ids.has(text)), ...byLists.values()];
}

/** Tells which senders stand for all as far as some lists go; each combination of lists is read once. */
export function senderChoice(): (lists: readonly AllowList[]) => readonly string[] {
  const numbers = new Map<AllowList, number>();
  const known = new Map<string, readonly string[]>();
  const numberOf = (list: AllowList) => {
    const number = numbers.get(list) ?? numbers.size;
    numbers.set(list, number);
    return number;
  };
  return (lists) => {
    const name = lists.map(numberOf).join();
    let senders = known.get(name);
    if (senders === undefined) known.set(name, (senders = toldApart(lists)));
    return senders;
  };
}

/** One account of one channel. */
interface Address {
  readonly channel: string;
  readonly account: string | undefined;
}

type SendersOf = (lists: readonly AllowList[]) => readonly string[];

/** What stands in either of two policies, and one that stands in neither. */
function named(
  policies: readonly Policy[],
  namesIn: (policy: Policy) => Iterable<string>,
): readonly string[] {
  const names = new Set(policies.flatMap((policy) => [...namesIn(policy)]));
  return [freshText((text) => names.has(text)), ...names];
}

function* placesOf(policies: readonly Policy[]): Generator<Address> {
  // What holds for all channels holds for Telegram even where the config does not have it.
  const channels = named(policies, (policy) => ["telegram", ...configuredChannels(policy.config).keys()]);
  for (const channel of channels) {
    yield { channel, account: undefined };
    const accounts = named(policies, (policy) =>
      Object.keys(configuredChannels(policy.config).get(channel)?.accounts ?? {}),
    );
    for (const account of accounts) yield { channel, account };
  }
}

/** What a sender may be: on a list, paired, both or neither. */
function* sendersAmong(
  sources: readonly (AllowListSource | undefined)[],
  channel: string,
  policies: readonly Policy[],
  sendersOf: SendersOf,
): Generator<{ readonly id: string; readonly paired?: readonly string[] }> {
  const lists = policies.flatMap((policy, index) => {
    const source = sources[index];
    return source === undefined ? [] : [senderList(source, channel, policy)];
  });
  for (const id of sendersOf(lists)) {
    yield { id };
    yield { id, paired: [id] };
  }
}

/** Direct messages, of bots too where a channel has a say over them. */
export function* directRequests(
  { channel, account }: Address,
  policies: readonly Policy[],
  sendersOf: SendersOf,
): Generator<Representative<AccessRequest>> {
  const lists = policies.map((policy) => channelAccess(channel, account, policy)?.directList);
  const bots = schemeOf(channel)?.bots === true ? [undefined, true] : [undefined];
  for (const { id, paired } of sendersAmong(lists, channel, policies, sendersOf))
    for (const bot of bots)
      yield {
        core: { channel, chatType: "direct", peer: id },
        extra: told({ account, paired, bot }),
      };
}

/** The groups that an account has settings for, and one that it has none for. */
function groupsOf({ channel, account }: Address, policies: readonly Policy[]): readonly string[] {
  return named(policies, (policy) => [
    ...(channelAccess(channel, account, policy)?.groups?.byId.keys() ?? []),
    // Upstream's plain property lookup finds what every object inherits.
    ...(policy.behaviours.has("inherited-group-listed") ? ["constructor"] : []),
  ]);
}

function threadsOf(
  { channel, account }: Address,
  peer: string,
  policies: readonly Policy[],
): readonly (string | undefined)[] {
  const topics = named(policies, (policy) => {
    const { entry } = findRoom(channelAccess(channel, account, policy), peer, undefined, policy);
    return Object.keys(entry?.config.topics ?? {});
  });
  return topics.length > 1 ? [undefined, ...topics] : [undefined];
}

/** Messages in the groups of an account, and in their topics. */
export function* groupRequests(
  place: Address,
  policies: readonly Policy[],
  sendersOf: SendersOf,
): Generator<Representative<AccessRequest>> {
  const { channel, account } = place;
  for (const peer of groupsOf(place, policies))
    for (const thread of threadsOf(place, peer, policies)) {
      const lists = policies.map((policy) => {
        const access = channelAccess(channel, account, policy);
        return overrideList(findRoom(access, peer, thread, policy)) ?? groupSenders(channel, access, policy);
      });
      for (const { id, paired } of sendersAmong(lists, channel, policies, sendersOf))
        for (const mentioned of [false, true])
          yield {
            core: { channel, chatType: "group", peer, sender: id },
            extra: told({ account, thread, mentioned: mentioned || undefined, paired }),
          };
    }
}

/** What else a message may be, as far as what is written asks for it. */
function variantsOf(
  scheme: RoomScheme,
  says: readonly Place[],
  accesses: readonly (ChannelAccess | undefined)[],
): readonly Partial<AccessRequest>[] {
  const asks = (name: "ignoreOtherMentions" | "autoThread" | "allowBots") =>
    says.some(({ config }) => config[name] !== undefined && config[name] !== false);
  const bots =
    scheme.bots === true && (asks("allowBots") || accesses.some((access) => access?.allowBots !== undefined));
  const mentions = bots
    ? ([undefined, true, "reply", "everyone", "joined"] as const)
    : ([undefined, true, "everyone", "joined"] as const);
  return mentions.flatMap((mentioned) =>
    (asks("ignoreOtherMentions") ? [undefined, true] : [undefined]).flatMap((othersMentioned) =>
      (asks("autoThread") ? [undefined, true] : [undefined]).flatMap((ownThread) => {
        const facts = told({ mentioned: mentioned ?? false, othersMentioned, ownThread });
        return bots
          ? [facts, { ...facts, bot: true, ownerPresent: false }, { ...facts, bot: true, ownerPresent: true }]
          : [facts];
      }),
    ),
  );
}

/** The roles that lists tell apart, one or two at a time, and none. */
function rolesIn(says: readonly Place[]): readonly (readonly string[])[] {
  const lists = says.flatMap(({ roles }) => (roles === undefined ? [] : [roleList(roles)]));
  const roles = new Set(lists.flatMap((list) => [...list.keys()]));
  roles.delete("*");
  const kinds = new Map(
    [...roles].map((role) => [lists.map((list) => (list.has(role) ? "1" : "0")).join(""), role]),
  );
  const each = [...kinds.values()];
  return [[], ...each.map((role) => [role]), ...choices(each, 2)];
}

/** The names that lists tell apart, and none. */
function namesIn(lists: readonly AllowList[]): readonly (string | undefined)[] {
  const kinds = new Map(
    lists
      .flatMap((list) => list.names())
      .map((name) => [lists.map((list) => (list.findName(name) === undefined ? "0" : "1")).join(""), name]),
  );
  return [undefined, ...kinds.values()];
}

function* writersOf(
  sources: readonly (readonly [AllowListSource | undefined, Policy])[],
  says: readonly Place[],
  channel: string,
  sendersOf: SendersOf,
): Generator<Partial<AccessRequest>> {
  const lists = sources.flatMap(([source, policy]) =>
    source === undefined ? [] : [senderList(source, channel, policy)],
  );
  for (const sender of sendersOf(lists))
    for (const name of namesIn(lists))
      for (const roles of rolesIn(says))
        yield { sender, roles, ...(name !== undefined && { senderName: name, senderEmail: name }) };
}

/** What a message in a room may tell beside the room, as far as what is written there, and of its channel, asks for it. */
export function* messagesInRoom(
  request: AccessRequest,
  scheme: RoomScheme,
  accesses: readonly (ChannelAccess | undefined)[],
  policies: readonly Policy[],
  sendersOf: SendersOf,
): Generator<Partial<AccessRequest>> {
  const placed = policies.map((policy, index) => placeRoom(scheme, request, accesses[index], policy));
  const says = placed.flatMap(({ outer, room }) => [...room.says, ...(outer?.says ?? [])]);
  const sources = placed.flatMap(({ outer, room }, index) => {
    const [access, policy] = [accesses[index], policies[index]];
    if (policy === undefined) return [];
    const users = [...room.says, ...(outer?.says ?? [])].map((place) => place.users);
    const ofRooms = scheme.listedIn === undefined ? access?.groupAllowFrom : undefined;
    return [...users, ofRooms, access?.groupSenderAllowFrom, access?.allowFrom, access?.directList].map(
      (source) => [source, policy] as const,
    );
  });
  for (const writer of writersOf(sources, says, request.channel, sendersOf))
    for (const variant of variantsOf(scheme, says, accesses)) yield { ...writer, ...variant };
}

/** Rooms of a channel that writes them in a way of its own: each that the two policies may tell apart. */
function* roomRequests(
  { channel, account }: Address,
  scheme: RoomScheme,
  policies: readonly Policy[],
  sendersOf: SendersOf,
): Generator<Representative<AccessRequest>> {
  const accesses = policies.map((policy) => channelAccess(channel, account, policy));
  const seen = new Set<string>();
  for (const address of representativeRooms(scheme, accesses, policies).addresses) {
    const request = { channel, chatType: "channel" as const, ...address };
    const placed = policies.map((policy, index) => placeRoom(scheme, request, accesses[index], policy));
    const kind = placed.map(kindOfRoom).join(" ");
    if (seen.has(kind)) continue;
    seen.add(kind);
    for (const extra of messagesInRoom(request, scheme, accesses, policies, sendersOf))
      yield { core: { channel, chatType: "channel" }, extra: told({ account, ...address, ...extra }) };
  }
}

/** Whether the rooms that stand for all are few enough to be asked, on each channel. */
function allRoomsAsked(policies: readonly Policy[]): boolean {
  return [...placesOf(policies)].every(({ channel, account }) => {
    const scheme = schemeOf(channel);
    const accesses = policies.map((policy) => channelAccess(channel, account, policy));
    return scheme === undefined || representativeRooms(scheme, accesses, policies).complete;
  });
}

/** What a place says, as text. */
const contentOf = /* @__PURE__ */ once((config: PlaceConfig) => ({ text: JSON.stringify(config) }));

/** What a policy knows of a room: two of which it knows the same are decided alike. */
function kindOfRoom({ outer, room, listedBy }: PlacedRoom): string {
  const levels = [outer, room].map((level) => [
    level?.table === undefined,
    level?.found === undefined,
    (level?.says ?? []).map(({ config }) => contentOf(config).text),
  ]);
  return JSON.stringify([levels, listedBy !== undefined]);
}

/** Chats of several people without a server. */
export function* groupChatRequests(
  { channel, account }: Address,
  policies: readonly Policy[],
  sendersOf: SendersOf,
): Generator<Representative<AccessRequest>> {
  const accesses = policies.map((policy) => channelAccess(channel, account, policy));
  const chats = new Set(accesses.flatMap((access) => (access?.groupChats?.entries ?? []).map(String)));
  const plain = [...chats].flatMap((chat) => [
    chat,
    chat.slice(chat.lastIndexOf(":") + 1),
    chat.replace(/^#/, ""),
  ]);
  const sources = accesses.flatMap((access, index) => {
    const policy = policies[index];
    return policy === undefined ? [] : [[access?.directList, policy] as const];
  });
  for (const peer of [freshText((text) => plain.includes(text)), ...plain])
    for (const roomName of [undefined, ...plain])
      for (const writer of writersOf(sources, [], channel, sendersOf))
        for (const variant of [{}, { bot: true }, { bot: true, mentioned: true }])
          yield {
            core: { channel, chatType: "group", peer },
            extra: told({ account, roomName, ...writer, ...variant }),
          };
}

/** Compares which messages are let in, and who may ask to be. */
export function compareAccess(from: Policy, to: Policy): KindComparison<AccessRequest, AccessDecision> {
  const policies = [from, to];
  const sendersOf = senderChoice();
  function* requests(): Generator<Representative<AccessRequest>> {
    for (const place of placesOf(policies)) {
      yield* directRequests(place, policies, sendersOf);
      const scheme = schemeOf(place.channel);
      if (scheme === undefined) yield* groupRequests(place, policies, sendersOf);
      else {
        yield* roomRequests(place, scheme, policies, sendersOf);
        if (scheme.groupChats !== undefined) yield* groupChatRequests(place, policies, sendersOf);
      }
    }
  }
  return compareRequests<AccessRequest, AccessDecision>(requests(), askBoth(evaluateAccess, from, to), {
    "editions-differ": !readAlike(from, to, ["access"]),
    "too-many-rooms": !allRoomsAsked(policies),
  });
}
