import { told } from "../representative/representative.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { isolationOf } from "../../scope/isolation/isolation.ts";
import { parseSessionKey } from "../../scope/key/session-key.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import { writeSetting, type Found, moveOn } from "./finding.ts";
import { unlistedRoom } from "./rooms.ts";
import { nameOf, type Participant } from "./people.ts";
import type { Situation } from "./situation.ts";
import { formatPath, extendPath } from "../../config/path.ts";
import { linksOf } from "../../identity/identity-links.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** The rooms of the situation; where there are none, one that shows what a written `groupScope` would do. */
function roomsToAsk({ rooms, accounts, policy }: Situation): readonly Participant[] {
  if (rooms.length > 0) return rooms;
  const channel = accounts[0]?.channel ?? policy.config.bindings?.[0]?.match.channel ?? "telegram";
  return [
    { inbound: { channel, chatType: "group", peer: unlistedRoom }, name: unlistedRoom, invented: true },
  ];
}

/** Finds rooms whose session is the main one: what is said in private is said there too. */
export function groupsInMain(situation: Situation): readonly Found[] {
  return roomsToAsk(situation).flatMap((room) => {
    const { channel, account } = room.inbound;
    const direct: Inbound = told({ channel, account, chatType: "direct", peer: "1001" });
    const elsewhere: Inbound = { ...room.inbound, peer: `${room.inbound.peer ?? ""}0` };
    const shared = [direct, elsewhere]
      .map((other) => ({ other, isolation: isolationOf(other, room.inbound, situation.policy) }))
      .find(({ isolation }) => isolation.reason === "group-scope");
    if (shared === undefined) return [];
    const path = shared.isolation.setting ?? "session.groupScope";
    return [
      {
        id: "groups-in-main-session",
        path,
        message:
          "A group's session is the main one: everybody in the group could be told what was written elsewhere.",
        fix: writeSetting(path, "per-group"),
        witness: {
          who: [shared.other, room.inbound].map(nameOf),
          what: resolveSession(room.inbound, situation.policy).key ?? "",
          invented: room.invented,
        },
      },
    ];
  });
}

/** A message from each channel on which identity links know a person, by the person's name. */
function messagesByPerson({ policy }: Situation): ReadonlyMap<string, ReadonlyMap<string, Inbound>> {
  const people = new Map<string, Map<string, Inbound>>();
  for (const { name, channel, id } of linksOf(policy)) {
    if (channel === undefined) continue;
    const messages = people.get(name) ?? new Map<string, Inbound>();
    people.set(name, messages);
    const at = channel.trim();
    if (!messages.has(at)) messages.set(at, { channel: at, chatType: "direct", peer: id });
  }
  return people;
}

/**
 * Finds identity links that join nobody across channels, because the release keeps the channel in the key:
 * whoever wrote them expects one conversation.
 */
export function linksWithinChannels(situation: Situation): readonly Found[] {
  for (const [name, messages] of messagesByPerson(situation)) {
    const [first, ...others] = messages.values();
    if (first === undefined) continue;
    for (const other of others) {
      const { reason, setting = "session.dmScope" } = isolationOf(first, other, situation.policy);
      if (reason !== "channel") continue;
      const { edition } = situation.policy;
      return [
        {
          id: "links-join-no-channels",
          path: formatPath(["session", "identityLinks"]),
          message: `Under ${edition} and this ${setting} these links join nobody across channels: ${name} has a conversation of its own on ${first.channel} and another on ${other.channel}.`,
          fix: moveOn(
            `Write ${setting}: "per-peer" if equal ids of your channels are always one person, or move to the edition 2026-11, where links join channels under every scope.`,
          ),
          witness: { who: [first, other].map(nameOf), what: "two sessions of one person", invented: false },
        },
      ];
    }
  }
  return [];
}

/** Finds accounts whose direct chats have the keys of rooms, so that rules about rooms hold for what is private. */
export function directChatsAsRooms({ accounts, policy }: Situation): readonly Found[] {
  return accounts.flatMap(({ account, channel }) => {
    const inbound: Inbound = told({ channel, account, chatType: "direct", peer: "1001", room: "1002" });
    const session = resolveSession(inbound, policy);
    if (!session.ok || !session.split?.by.includes("room")) return [];
    if (parseSessionKey(session.key)?.kind === "direct") return [];
    return [
      {
        id: "direct-chats-keyed-as-rooms",
        path: session.split.setting ?? extendPath("channels", channel),
        message:
          "Direct chats have the keys of rooms: rules about direct chats do not apply to them, and rules about rooms apply to what is private.",
        fix: moveOn("No setting of this edition keys them as direct chats: move to the edition 2026-11."),
        witness: { who: [nameOf(inbound)], what: session.key, invented: true },
      },
    ];
  });
}

/** Two different rooms of channels whose ids have case: Matrix room ids, Signal and Teams base64 ids. */
const differingByCase: ReadonlyMap<string, readonly [string, string]> = new Map([
  ["matrix", ["!Room:example.org", "!room:example.org"]],
  ["signal", ["R3JvdXA=", "r3jvdxa="]],
  ["msteams", ["19:Abc@thread.tacv2", "19:abc@thread.tacv2"]],
]);

/** Finds configured channels on which the edition puts two rooms into one session. */
export function caseCollisions({ accounts, policy }: Situation): readonly Found[] {
  return [...new Set(accounts.map(({ channel }) => channel))].flatMap((channel) => {
    const ids = differingByCase.get(lowerCase(channel));
    if (ids === undefined) return [];
    const room = (peer: string): Inbound => ({ channel, chatType: "group", peer });
    const [a, b] = [room(ids[0]), room(ids[1])];
    if (isolationOf(a, b, policy).reason !== "collision") return [];
    return [
      {
        id: "ids-lose-case",
        path: extendPath("channels", channel),
        message: `Two rooms of ${channel} whose ids differ only by case would share a session.`,
        fix: moveOn("No setting tells them apart: move to the edition 2026-11."),
        witness: {
          who: [a, b].map(nameOf),
          what: resolveSession(a, policy).key ?? "",
          invented: true,
        },
      },
    ];
  });
}
