import type { Behaviours } from "../../edition/edition.ts";
import { normalizeAccountId } from "../../identity/account-id.ts";
import { channelIdOf, peerIdOf } from "../../identity/peer-id.ts";
import { writeChatName } from "../key/chat-name.ts";
import { escapedIds, rawIds } from "../key/segment.ts";

/** A room, as the channel names it. */
interface HistoryRoom {
  readonly channel?: string | null | undefined;
  readonly account?: string | null | undefined;
  readonly kind: string;
  readonly peer?: string | null | undefined;
}

/** What stands where there is no channel or no room to name. */
const unnamed = "unknown";

/**
 * The name under which the recent messages of a room are kept: channel, account, kind and room,
 * without an agent, because agents that listen in one room share what was said there.
 */
export function groupHistoryKey(room: HistoryRoom, behaviours: Behaviours): string {
  const { kind } = room;
  const channel = channelIdOf(room.channel, behaviours) || unnamed;
  const account = normalizeAccountId(room.account, behaviours);
  const peer = peerIdOf(room.peer, channel, kind, behaviours) || unnamed;
  const spelling = behaviours.has("key-grammar") ? escapedIds : rawIds;
  return writeChatName({ channel, account, kind, peer }, spelling);
}
