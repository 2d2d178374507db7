import type { Policy } from "../../config/policy.ts";
import { firstFound, nearest } from "../section.ts";
import { change } from "../trace.ts";
import { findSender, type AccessRequest } from "./access-request.ts";
import { settingsPath, type ChannelAccess } from "./channel-access.ts";
import type { RoomScheme } from "./room-scheme.ts";
import { senderList } from "./sender-list.ts";
import { deny, missing, noSetting, pass, type GateVerdict } from "./verdict.ts";
import { has, nowhere, roomRules, type RoomFacts } from "./placed-room.ts";

/** Whether the bot reads what another bot wrote. */
export function authorGate(
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
    if (roomRules(policy).onlyNamedFromBots ? mentioned !== true : mentioned === false) return refused;
  }
  return pass("author", () => [change(setting, false)]);
}

/** Whether a bot is watched: the room lists it, or somebody who may command is there. */
export function watchedGate(facts: RoomFacts, policy: Policy): GateVerdict {
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
  const path = settingsPath(request.channel, access);
  return authorGate({ scheme, request, access, room: nowhere, path }, policy);
}
