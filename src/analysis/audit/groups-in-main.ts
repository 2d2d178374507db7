import type { Inbound } from "../../scope/inbound.ts";
import { isolationOf } from "../../scope/isolation/isolation.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import { writeSetting, type Found } from "./finding.ts";
import { unlistedRoom } from "./rooms.ts";
import { nameOf, type Participant } from "./participant.ts";
import type { Scene } from "./scene.ts";

/** The rooms of the scene; where there are none, one that shows what a written `groupScope` would do. */
function roomsToAsk({ rooms, doors, policy }: Scene): readonly Participant[] {
  if (rooms.length > 0) return rooms;
  const channel = doors[0]?.channel ?? policy.config.bindings?.[0]?.match.channel ?? "telegram";
  return [
    { inbound: { channel, chatType: "group", peer: unlistedRoom }, name: unlistedRoom, invented: true },
  ];
}

/** Finds rooms whose session is the main one: what is said in private is said there too. */
export function groupsInMain(scene: Scene): readonly Found[] {
  return roomsToAsk(scene).flatMap((room) => {
    const { channel, account } = room.inbound;
    const direct: Inbound = {
      ...{ channel, chatType: "direct", peer: "1001" },
      ...(account !== undefined && { account }),
    };
    const elsewhere: Inbound = { ...room.inbound, peer: `${room.inbound.peer ?? ""}0` };
    const shared = [direct, elsewhere]
      .map((other) => ({ other, isolation: isolationOf(other, room.inbound, scene.policy) }))
      .find(({ isolation }) => isolation.reason === "group-scope");
    if (shared === undefined) return [];
    const path = shared.isolation.setting ?? "session.groupScope";
    return [
      {
        id: "groups-in-main-session",
        severity: "high",
        path,
        message:
          "A group's session is the main one: everybody in the group could be told what was written elsewhere.",
        fix: writeSetting(path, "per-group"),
        witness: {
          who: [shared.other, room.inbound].map(nameOf),
          what: resolveSession(room.inbound, scene.policy).key ?? "",
          invented: room.invented,
        },
      },
    ];
  });
}
