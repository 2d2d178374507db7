import type { Policy } from "../../config/policy.ts";
import { nearest, type Setting } from "../section.ts";
import { change, type ChangeSet, type SettingChoice } from "../trace.ts";
import { unwrittenList, type AllowListSource } from "./allow-list.ts";
import type { RoomScheme } from "./room-scheme.ts";
import { deny, missing, noSetting, pass, type GateVerdict } from "./verdict.ts";
import {
  canBeShut,
  has,
  isClosed,
  isUnlisted,
  missingPlace,
  roomRules,
  unlistedPlace,
  type PlacedRoom,
  type RoomFacts,
  type Unlisted,
} from "./placed-room.ts";
import { peopleOf } from "./room-people.ts";
import { isMeant, mentionAsked } from "./room-mention.ts";

/** The settings that shut a room where they are false. */
export function shuttingWords(scheme: RoomScheme, policy: Policy): readonly ("enabled" | "allow")[] {
  if (scheme.shutSince !== undefined && !has(scheme.shutSince, policy)) return [];
  return roomRules(policy).allowLeft && scheme.allowStays !== true ? ["enabled"] : ["enabled", "allow"];
}

/** What shuts a room: its own word, or one that it inherits. */
export function shutBy(
  { scheme, room }: Pick<PlacedRoom, "scheme" | "room">,
  words: readonly ("enabled" | "allow")[],
): readonly Setting<boolean>[] {
  const shut = scheme.roomsInherit?.shut;
  const shutting: Setting<boolean>[] = [];
  for (const section of shut === "never" ? room.says.slice(0, 1) : room.says)
    for (const word of words) {
      const said = nearest([section], word);
      if (said?.value === false) shutting.push(said);
      if (said !== undefined && shut === "unless-said") return shutting;
    }
  return shutting;
}

/** Whether the room is switched off by a word of its own. */
export function roomGate({ scheme, room }: RoomFacts, policy: Policy): GateVerdict {
  const words = shuttingWords(scheme, policy);
  const shut = shutBy({ scheme, room }, words);
  const [first] = shut;
  if (first !== undefined)
    return deny("room", "room-disabled", first.path, () => shut.map(({ path }) => change(path, true)));
  const [entry] = room.says;
  return entry !== undefined && words.length > 0 && canBeShut(scheme, scheme.levels.length - 1)
    ? pass("room", () => [change(`${entry.path}.enabled`, false)])
    : pass("room");
}

/** Whether the bot takes part in rooms at all. */
export function policyGate({ groupPolicy: { value, path } }: RoomFacts): GateVerdict {
  if (value !== "disabled") return pass("policy", () => [change(path, "disabled")]);
  return deny("policy", "group-disabled", path, () => [change(path, "open")]);
}

/** What lists a place: a word of its own, which lets the message pass where it must mention the bot. */
function enlist({ entry, level }: Unlisted, facts: RoomFacts, policy: Policy): ChangeSet {
  if (entry === undefined) return noSetting();
  if (canBeShut(facts.scheme, level)) return [change(`${entry}.enabled`, true)];
  return [
    change(`${entry}.requireMention`, isMeant(facts, policy) === true && mentionAsked(facts, policy).value),
  ];
}

/** A way to have a list of rooms name one. */
export function nameRoom(rooms: AllowListSource, peer: string): SettingChoice {
  return change(`${rooms.path}[${rooms.entries.length}]`, peer);
}

/** Whether a room is one of those that its channel lists by their ids, or need be. */
function listGate(
  { list: name }: NonNullable<RoomScheme["listedIn"]>,
  facts: RoomFacts,
  policy: Policy,
): GateVerdict {
  const { listedBy, groupPolicy, request, path, access } = facts;
  const isOpen = groupPolicy.value === "open" && (!isClosed(facts, policy) || !isUnlisted(facts.room));
  if (isOpen || listedBy !== undefined) return pass("listing");
  const { peer } = request;
  if (peer === undefined) return missing("listing", "peer");
  const list = access?.[name];
  return deny("listing", "room-not-listed", list?.path ?? facts.room.table?.path ?? path, () => [
    nameRoom(list ?? unwrittenList(`${path}.${name}`), peer),
  ]);
}

/** Whether the room is one of those in which the bot takes part. */
export function listingGate(facts: RoomFacts, policy: Policy): GateVerdict {
  const { scheme, outer, room, groupPolicy, path } = facts;
  if (scheme.listedIn !== undefined) return listGate(scheme.listedIn, facts, policy);
  const closed = isClosed(facts, policy);
  const unlisted = unlistedPlace(facts);
  if (unlisted !== undefined && closed) {
    const fact = missingPlace(facts);
    if (fact !== undefined) return missing("listing", fact);
    return deny("listing", "room-not-listed", unlisted.table.path, () => enlist(unlisted, facts, policy));
  }
  const { table } = outer ?? room;
  const standIn = scheme.peopleStandIn === true && peopleOf(facts, policy).length > 0;
  if (groupPolicy.value === "open" || table !== undefined || standIn) return pass("listing");
  const written = `${path}.${scheme.written.setting}`;
  const verdict = deny("listing", "room-not-listed", written, () => [change(groupPolicy.path, "open")]);
  return groupPolicy.isDefault === true ? { ...verdict, isDefault: true } : verdict;
}
