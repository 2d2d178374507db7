import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { fold, isBlank } from "../../identity/fold.ts";
import type { ToldByKey } from "../../scope/facts/told-by-key.ts";
import { configuredGroups } from "../access/channel-access.ts";
import { isGroupChat } from "../access/placed-room.ts";
import { schemeOf } from "../access/room-schemes.ts";
import { sessionAccess } from "../access/session-rooms.ts";
import { placesOfGroup, placesOfRoom, untoldSections, type ToolsBySender } from "./chat-tools.ts";
import { sectionLayer } from "./layers.ts";
import type { ToolSection } from "./list.ts";
import { roomOf, type ReadToolRequest } from "./tool-facts.ts";
import { judgeTool, withoutForeignList, type ToolNames } from "./tool-rule.ts";
import type { ToolSettings } from "./tool-settings.ts";
import type { ToolRequest } from "./tool.ts";

/*
 * A list that would deny a tool must not be passed by because nobody says whom or what room it is about. Where a fact is not
 * told, every list that it could have chosen is asked, and the first that objects makes the fact a missing one.
 */

/** Lists that could hold, were these facts told. */
interface Untold {
  readonly missing: readonly string[];
  readonly sections: readonly ToolSection[];
}

/** Every list that a config writes for rooms, with the channel. */
const roomSections = /* @__PURE__ */ once(({ behaviours, config }: Policy) => ({
  asked: behaviours.has("tools-need-their-facts"),
  rooms: configuredGroups(config).flatMap(({ channel, path, config: { tools, toolsBySender } }) => {
    const own = tools === undefined ? [] : [{ config: tools, path: `${path}.tools` }];
    const bySender = Object.entries(toolsBySender ?? {}).flatMap(([sender, selection]) =>
      selection === null ? [] : [{ config: selection, path: extendPath(`${path}.toolsBySender`, sender) }],
    );
    return [...own, ...bySender].map((section) => ({ channel: fold(channel), section }));
  }),
}));

function isTold(fact: string | undefined): boolean {
  return fact !== undefined && !isBlank(fact);
}

/** What is not told of the room; nothing where it is told, or where there is none. */
function missingOfRoom(request: ToolRequest, told: ToldByKey | undefined): readonly string[] {
  const { channel, chatType } = request;
  if (chatType === "direct") return [];
  // A key tells of which chat its session is, or that it is of none; a main session is that of direct chats, and may be of rooms.
  const isDirect = told?.isMain === true && told.chatType === "direct";
  const isOfNone = told?.readable === true && !told.isMain;
  if (chatType === undefined && (isDirect || (isOfNone && !isTold(channel)))) return [];
  const missing = (["channel", "chatType", "peer"] as const).filter((fact) => !isTold(request[fact]));
  const room = roomOf(request);
  if (room === undefined) return missing;
  const scheme = schemeOf(room.channel);
  // In no guild or team stands a group's chat; where one is told, nothing else is missing.
  if (scheme === undefined || isGroupChat(scheme, room)) return [];
  return scheme.levels
    .filter((level) => level !== undefined)
    .filter(({ mayBeOutside }) => mayBeOutside !== true || chatType === "channel")
    .map(({ fact }) => fact)
    .filter((fact) => !isTold(request[fact]));
}

/** The entries of the config that hold for a room that is told. */
function placesOf(request: ToolRequest, policy: Policy) {
  const { account } = request;
  const room = roomOf(request);
  if (room === undefined) return [];
  const { channel, peer } = room;
  const scheme = schemeOf(channel);
  const access = sessionAccess(channel, account, policy);
  return scheme === undefined
    ? placesOfGroup(access, { groups: [peer] }, policy)
    : placesOfRoom(scheme, access, request, policy);
}

type Lists = readonly { readonly value: ToolsBySender | undefined; readonly path: string }[];

function* untoldOf(
  { request, told }: ReadToolRequest,
  settings: ToolSettings,
  policy: Policy,
): Generator<Untold> {
  const { rooms } = roomSections(policy);
  const missing = missingOfRoom(request, told);
  if (missing.length > 0) {
    const { channel } = request;
    const here = rooms.filter((room) => channel === undefined || room.channel === fold(channel));
    yield { missing, sections: here.map(({ section }) => section) };
  }
  const ofRoom: Lists = placesOf(request, policy).map(({ config, path }) => ({
    value: config.toolsBySender,
    path: `${path}.toolsBySender`,
  }));
  const lists: Lists = [...settings.senders, ...ofRoom];
  for (const { value, path } of lists)
    for (const { section, fact } of untoldSections(value, path, request))
      yield { missing: [fact], sections: [section] };
}

/** The facts that a request does not tell and a list that could deny the tool depends on; none where no such list could. */
export function untoldFacts(
  read: ReadToolRequest,
  tool: ToolNames,
  settings: ToolSettings,
  policy: Policy,
): readonly string[] {
  const { asked, rooms } = roomSections(policy);
  if (!asked || (rooms.length === 0 && settings.senders.length === 0)) return [];
  // What nobody wrote has no sender, and is in no room.
  if (read.told?.isNobodys === true) return [];
  const objects = (section: ToolSection) => {
    const layer = sectionLayer("sender", section, policy);
    if (layer === undefined) return false;
    return !judgeTool(tool, withoutForeignList(layer.rule, read.request.ownTools, policy), policy).allowed;
  };
  for (const { missing, sections } of untoldOf(read, settings, policy))
    if (sections.some(objects)) return missing;
  return [];
}
