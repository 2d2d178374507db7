import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { firstFound } from "../section.ts";
import { change } from "../trace.ts";
import { findByName, findSender, nameSender } from "./access-request.ts";
import type { AllowListSource } from "./allow-list.ts";
import type { Place } from "./places.ts";
import type { PeopleSource, RoomScheme } from "./room-scheme.ts";
import { roleList, senderList } from "./sender-list.ts";
import { admit, deny, missing, nothing, type GateVerdict } from "./verdict.ts";
import { has, isGroupChat, missingPlace, roomRules, type PlacedRoom, type RoomFacts } from "./placed-room.ts";

/** Those who may write, by id or by role; either is enough. */
interface People {
  readonly users?: AllowListSource;
  readonly roles?: AllowListSource;
  /** They are asked only while not everybody may write. */
  readonly givesWay?: true | undefined;
  /** Whoever was paired counts as one of them. */
  readonly pairedToo?: true;
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
  const rooms = scheme.roomsInherit?.people === false ? room.says.slice(0, 1) : room.says;
  if (roomRules(policy).bothLevels)
    return [peopleIn(rooms, readsRoles), peopleIn(outer?.says ?? [], readsRoles)].filter(
      (people) => listsOf(people).length > 0,
    );
  const emptySaysNothing = scheme.people.some(({ unlessEmpty }) => unlessEmpty);
  const places = [...rooms, ...(outer?.says ?? [])].filter(
    ({ users }) => !emptySaysNothing || users?.entries.length !== 0,
  );
  return [peopleIn(places, readsRoles)].filter((people) => !isEmpty(people));
}

const standIns: readonly PeopleSource[] = [
  { at: "groupAllowFrom", notWhenOpen: true },
  { at: "allowFrom", notWhenOpen: true },
];

/** The lists of a scheme, and after them those of the channel, which stand in while not everybody may write. */
const withStandIns = /* @__PURE__ */ once(({ people, listedIn }: RoomScheme) => [
  ...people,
  ...standIns.filter(({ at }) => at !== listedIn?.list),
]);

/** All lists of people that hold in a room; whoever writes must be on each. */
export function peopleOf(facts: RoomFacts, policy: Policy): readonly People[] {
  const { scheme, access, groupPolicy } = facts;
  const { bothLevels } = roomRules(policy);
  const open = groupPolicy.value === "open";
  const ofRoom = scheme.roomNarrows === true && (!open || bothLevels) ? listedPeople(facts, policy) : [];
  const narrowing = bothLevels ? ofRoom : ofRoom.map((people): People => ({ ...people, givesWay: true }));
  const paired = pairedAreListed(facts, policy) ? ({ pairedToo: true } as const) : {};
  for (const { at, notWhenOpen, since, unlessEmpty = false } of bothLevels
    ? withStandIns(scheme)
    : scheme.people) {
    if ((open && notWhenOpen === true) || (since !== undefined && !has(since, policy))) continue;
    if (at === "place") {
      const listed = listedPeople(facts, policy);
      if (listed.length > 0) return listed;
      continue;
    }
    const users = access?.[at];
    if (users !== undefined && !(unlessEmpty && users.entries.length === 0))
      return [...narrowing, { users, givesWay: notWhenOpen, ...paired }];
  }
  return narrowing;
}

/** Whether somebody who was paired in a direct chat counts as listed by the channel. */
function pairedAreListed({ scheme, access }: RoomFacts, policy: Policy): boolean {
  return (
    scheme.pairedListed !== undefined &&
    !has(scheme.pairedListed, policy) &&
    access?.dmPolicy?.value !== "allowlist"
  );
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

/** Where a channel lists who may write in rooms that list nobody. */
function channelList({ listedIn }: RoomScheme): "groupAllowFrom" | "groupSenderAllowFrom" {
  return listedIn?.list === "groupAllowFrom" ? "groupSenderAllowFrom" : "groupAllowFrom";
}

/** Whether whoever writes is on every list of people that holds in the room. */
export function senderGate(facts: RoomFacts, policy: Policy): GateVerdict {
  const { groupPolicy, room, outer, scheme, sender, request } = facts;
  const gate = "sender";
  const unknown = missingPlace(facts);
  if (unknown !== undefined) return missing(gate, unknown);
  const people = peopleOf(facts, policy).filter((each) => roomRules(policy).bothLevels || !isEmpty(each));
  const open = change(groupPolicy.path, "open");
  if (people.length === 0) {
    if (groupPolicy.value !== "open" && sender.isPaired && pairedAreListed(facts, policy))
      return admit(gate, "group-paired", `${facts.path}.${channelList(scheme)}`);
    if (groupPolicy.value !== "open" && has(scheme.nobodyUnlessListed, policy))
      return deny(gate, "group-empty-allowlist", `${facts.path}.${channelList(scheme)}`, () => [open]);
    const listed = facts.listedBy ?? (room.found ?? outer?.found)?.place.path;
    const isDefault = groupPolicy.isDefault === true;
    return listed === undefined || groupPolicy.value === "open"
      ? { gate, outcome: "pass", reason: "group-open", path: groupPolicy.path, isDefault, turn: nothing }
      : admit(gate, "group-member", listed);
  }
  const found = people.map((each) => admittedBy(each, facts, policy));
  const lacking = people.filter(
    ({ pairedToo }, index) => found[index] === undefined && !(pairedToo === true && sender.isPaired),
  );
  const [without] = lacking;
  if (without === undefined) {
    const [by] = found;
    return by === undefined
      ? admit(gate, "group-paired", people[0]?.users?.path ?? facts.path)
      : admit(gate, "group-allowlisted", by);
  }
  if (sender.ids.length === 0 && sender.names.length === 0) return missing(gate, "sender");
  if (lacking.some(({ users }) => users === undefined) && request.roles === undefined)
    return missing(gate, "roles");
  const [list] = listsOf(without);
  // A list that binds only while the policy asks it gives way to an open policy.
  const gives = people.every(({ givesWay }) => givesWay === true) ? open : [];
  return deny(gate, "group-not-allowlisted", list?.path ?? facts.path, () =>
    lacking.map(({ users }) => [...gives, ...(users === undefined ? [] : nameSender(users, sender))]),
  );
}

/** Whether a sender is one of those who may command: of `allowFrom`, or of those whom the room lists. */
export function mayCommand(facts: RoomFacts, policy: Policy): boolean {
  const { scheme, access, request, sender } = facts;
  if (scheme.nearestCommand !== undefined) {
    const owning = has(scheme.nearestCommand.ownersSince, policy) ? access?.directList : undefined;
    const nearest = firstFound(facts.room.says, (place) => place.users) ?? owning;
    return (
      nearest !== undefined && findSender(sender, senderList(nearest, request.channel, policy)) !== undefined
    );
  }
  if (scheme.commanders !== undefined) {
    const list = scheme.commanders
      .map((at) => access?.[at])
      .find((source) => source !== undefined && source.entries.length > 0);
    if (sender.isPaired && pairedAreListed(facts, policy)) return true;
    return list !== undefined && findSender(sender, senderList(list, request.channel, policy)) !== undefined;
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
