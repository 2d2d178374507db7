import type { Policy } from "../../config/policy.ts";
import type { RoomAddress } from "./access-request.ts";
import { channelAccess, unnamedAccountAccess, type ChannelAccess } from "./channel-access.ts";
import { findHolder, findPlace, type Place, type PlaceTable } from "./places.ts";
import type { LevelScheme, PlaceFacts, RoomScheme } from "./room-scheme.ts";
import { schemeOf } from "./room-schemes.ts";

function said(
  table: PlaceTable | undefined,
  facts: PlaceFacts,
  scheme: LevelScheme,
  access: ChannelAccess | undefined,
  { behaviours }: Policy,
): Place | undefined {
  const heeding = { behaviours, switchedOn: access?.nameMatching?.value === true };
  return table && findPlace(table, facts, scheme, heeding)?.place;
}

/** What an account of a channel says about the tools of its rooms, or what the channel does, where the account's word does not count. */
export function sessionAccess(
  channel: string,
  account: string | undefined,
  policy: Policy,
): ChannelAccess | undefined {
  const since = schemeOf(channel)?.ofSession?.ofAccountSince;
  return since === undefined || policy.behaviours.has(since)
    ? channelAccess(channel, account, policy)
    : unnamedAccountAccess(channel, policy);
}

function saysTools(place: Place | undefined): boolean {
  return place?.config.tools !== undefined || place?.config.toolsBySender !== undefined;
}

/** The room in whichever server has one for what is asked, and that server. */
function searched(
  table: PlaceTable | undefined,
  facts: PlaceFacts,
  scheme: LevelScheme,
  access: ChannelAccess | undefined,
  policy: Policy,
): readonly Place[] {
  const heeding = { behaviours: policy.behaviours, switchedOn: access?.nameMatching?.value === true };
  const holder = table && findHolder(table, facts, scheme, heeding);
  const room = said(holder?.within, facts, scheme, access, policy);
  return [room, holder].filter((place) => place !== undefined);
}

/**
 * The entries that say something about the room of a session, the room's before its server's: its tools, and whether it
 * must mention the bot. Several releases find them otherwise than for a message that asks to be let in.
 */
export function sessionPlaces(
  scheme: RoomScheme,
  facts: RoomAddress & { readonly peer?: string | undefined },
  access: ChannelAccess | undefined,
  policy: Policy,
): readonly Place[] {
  const { ofSession } = scheme;
  const own =
    ofSession?.until !== undefined && !policy.behaviours.has(ofSession.until) ? ofSession : undefined;
  const [first, second] = own?.levels ?? scheme.levels;
  const table = access?.places;
  const outer = said(table, facts, first, access, policy);
  const inherited =
    own === undefined && scheme.roomsInherit !== undefined ? [outer, table?.byKey.get("*")] : [outer];
  if (second === undefined) return inherited.filter((place) => place !== undefined);
  const room = said(outer?.within, facts, second, access, policy);
  if (room === undefined && own?.searches === true && !saysTools(outer) && facts.peer !== undefined)
    return searched(table, facts, second, access, policy);
  return [room, outer].filter((place) => place !== undefined);
}
