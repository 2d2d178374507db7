import type { Inbound } from "../../scope/inbound.ts";
import { isolationOf } from "../../scope/isolation/isolation.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import { writeSetting, type Found } from "./finding.ts";
import { unlistedRoom } from "./rooms.ts";
import { nameOf, type Participant } from "./participant.ts";
import type { Situation } from "./situation.ts";

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
    const direct: Inbound = {
      ...{ channel, chatType: "direct", peer: "1001" },
      ...(account !== undefined && { account }),
    };
    const elsewhere: Inbound = { ...room.inbound, peer: `${room.inbound.peer ?? ""}0` };
    const shared = [direct, elsewhere]
      .map((other) => ({ other, isolation: isolationOf(other, room.inbound, situation.policy) }))
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
          what: resolveSession(room.inbound, situation.policy).key ?? "",
          invented: room.invented,
        },
      },
    ];
  });
}
